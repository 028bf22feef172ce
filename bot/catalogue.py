"""Every fixed sentence, in French, Korean and English; a test holds that none is missing."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from knowledge.text import Language, Text

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def sentences() -> dict[str, Text]:
    """Return all sentences by key."""
    found: dict[str, Text] = {}
    for file in sorted(files("bot.texts").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".yaml"):
            for key, value in yaml.load(file.read_text("utf-8"), Loader=_Loader).items():  # noqa: S506 - CSafeLoader
                if key in found:
                    raise ValueError(f"bot/texts: `{key}` is there twice")
                found[key] = Text.model_validate(value)
    return found


def say(key: str, language: Language, **values: object) -> str:
    """Return a sentence with its {values} filled in; raise KeyError for an unknown key or a missing value."""
    return sentences()[key][language].format(**values)
