"""JSON Schemas of the files people write, made from the models, so that an editor completes and checks as they type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from knowledge.cards import Card, Identified
from knowledge.contacts import Contact

Kind = Literal["card", "contact"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FOLDER = "schema"
"""Where a copy of the knowledge keeps its schemas; nothing in there is read as knowledge."""
_MODELS: Mapping[Kind, type[Identified]] = {"card": Card, "contact": Contact}


class _Untitled(GenerateJsonSchema):
    """Leaves out titles, which would say `Fr` of the key `fr`."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        """Never."""
        return False


def schema(kind: Kind) -> dict[str, Any]:
    """Return the JSON Schema (draft 7, which editors know best) of a file that is a list of cards or contacts.

    It knows the shape only: references, doubled ids and how YAML may be written are for `guichet check`.
    """
    model = _MODELS[kind]
    items = TypeAdapter(tuple[model, ...]).json_schema(schema_generator=_Untitled)  # type: ignore[valid-type]
    about = {"title": f"Guichet: {kind}s", "description": f"A list of {kind}s, each beginning with `- id:`."}
    return {"$schema": "http://json-schema.org/draft-07/schema#", **about, **items}


def schema_text(kind: Kind) -> str:
    """Return the schema as the text of a file."""
    return json.dumps(schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema_file(kind: Kind) -> str:
    """Return the path of the schema within a knowledge folder."""
    return f"{FOLDER}/{kind}.json"
