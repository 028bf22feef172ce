"""The schemas that editors complete from: as strict as the reader about the shape of a file, and no stricter."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from knowledge.cards import Card
from knowledge.contacts import Contact
from knowledge.library import SHIPPED, check, copy_shipped, fingerprint
from knowledge.reading import read_items
from knowledge.schema import KINDS, Kind, schema, schema_file, schema_text
from tests.small import small_cards, write_cards


class _AsEditorsRead(yaml.CSafeLoader):
    """YAML with days as texts, as JSON Schema knows them."""


_AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@cache
def validator(kind: Kind) -> Draft7Validator:
    return Draft7Validator(schema(kind))


def loaded(text: str) -> Any:
    return yaml.load(text, Loader=_AsEditorsRead)


@cache
def card() -> dict[str, Any]:
    (found,) = small_cards(("fr-prefet",))
    return loaded(yaml.safe_dump(found, allow_unicode=True))


@cache
def contact() -> dict[str, Any]:
    return loaded((SHIPPED / "contacts" / "korea.yaml").read_text("utf-8"))[0]


@pytest.mark.parametrize("kind", KINDS)
def test_the_schemas_are_schemas(kind: Kind) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize(("kind", "pattern"), [("card", "cards/**/*.yaml"), ("contact", "contacts/*.yaml")])
def test_everything_shipped_fits_its_schema(kind: Kind, pattern: str) -> None:
    for file in SHIPPED.glob(pattern):
        errors = [error.message[:200] for error in validator(kind).iter_errors(loaded(file.read_text("utf-8")))]
        assert errors == [], file


def _set(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(item: dict[str, Any]) -> None:
        place: Any = item
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = value

    return change


def _without(*path: Any) -> Callable[[dict[str, Any]], None]:
    def change(item: dict[str, Any]) -> None:
        place: Any = item
        for part in path[:-1]:
            place = place[part]
        del place[path[-1]]

    return change


BROKEN_CARDS = {
    "unknown key": _set("colour", value="blue"),
    "unknown language": _set("answer", "de", value="…"),
    "unknown key in a source": _set("sources", 0, "page", value="3"),
    **{f"without {key}": _without(key) for key in ("id", "topic", "country", "questions", "answer", "sources")},
    **{f"without {key}": _without(key) for key in ("checked", "status")},
    "a language missing": _without("answer", "ko"),
    "no phrasing": _set("questions", "en", value=[]),
    "a blank phrasing": _set("questions", "en", 0, value="  "),
    "a phrasing too long": _set("questions", "en", 0, value="a" * 301),
    "a phrasing that is a number": _set("questions", "en", 0, value=3),
    "phrasings that are no list": _set("questions", "fr", value="Qui ?"),
    "a blank answer": _set("answer", "fr", value=" "),
    "an answer too long": _set("answer", "fr", value="a" * 1_201),
    "an id in capitals": _set("id", value="fr-Prefet"),
    "an id of nothing": _set("id", value="prefet"),
    "an unknown topic": _set("topic", value="weather"),
    "an unknown country": _set("country", value="jp"),
    "an unknown status": _set("status", value="perhaps"),
    "a day that is none": _set("checked", value="last week"),
    "no source": _set("sources", value=[]),
    "an address that is none": _set("sources", 0, "url", value="www.example.org"),
    "an address with a space": _set("sources", 0, "url", value="https://example.org/a b"),
    "an address without a host": _set("sources", 0, "url", value="https:///a"),
    "a title in one language of three": _set("sources", 0, "title", value={"fr": "Loi"}),
    "a place that is no id": _set("places", value=["Indre et Loire"]),
    "a related card that is none": _set("related", value=["prefet"]),
    "a counterpart that is a list": _set("counterpart", value=["kr-mayor"]),
}
BROKEN_CONTACTS = {
    "a private number": _set("phone", value="0123456789"),
    "words for a number": _set("phone", value="+33 abc"),
    "an address that is no mailbox": _set("email", value="somebody"),
    "an unknown category": _set("category", value="person"),
    "an unknown key": _set("person", value="Camille"),
    "a name in two languages": _without("names", "ko"),
    "a blank address": _set("address", value={"latin": ""}),
}


def _refused(item: dict[str, Any], kind: Kind, file: Path) -> tuple[bool, bool]:
    """Tell whether the schema refuses an item, and whether the reader does."""
    file.write_text(yaml.safe_dump([item], allow_unicode=True), "utf-8")
    reading = read_items(file, file.name, {"card": Card, "contact": Contact}[kind])
    return not validator(kind).is_valid(loaded(file.read_text("utf-8"))), bool(reading.faults)


@pytest.mark.parametrize("name", BROKEN_CARDS)
def test_a_card_of_the_wrong_shape_is_refused_by_both(name: str, tmp_path: Path) -> None:
    broken = deepcopy(card())
    BROKEN_CARDS[name](broken)
    assert _refused(broken, "card", tmp_path / "cards.yaml") == (True, True)


@pytest.mark.parametrize("name", BROKEN_CONTACTS)
def test_a_contact_of_the_wrong_shape_is_refused_by_both(name: str, tmp_path: Path) -> None:
    broken = deepcopy(contact())
    BROKEN_CONTACTS[name](broken)
    assert _refused(broken, "contact", tmp_path / "contacts.yaml") == (True, True)


@pytest.mark.parametrize(
    "change",
    [
        _set("valid_until", value=None),
        _set("counterpart", value=None),
        _set("places", value=[]),
        _set("sources", 0, "title", value={"fr": "Loi", "ko": "법", "en": "Act"}),
        _set("sources", 0, "url", value="https://www.law.go.kr/법령/지방자치법"),
    ],
)
def test_what_the_reader_takes_the_schema_takes(change: Callable[[dict[str, Any]], None], tmp_path: Path) -> None:
    item = deepcopy(card())
    change(item)
    assert _refused(item, "card", tmp_path / "cards.yaml") == (False, False)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_is(kind: Kind) -> None:
    definitions = schema(kind)["$defs"]
    properties = definitions[kind.capitalize()]["properties"]
    for name, value in properties.items():
        assert value.get("description") or definitions[value["$ref"].rsplit("/")[-1]]["description"], name


def test_a_copy_of_the_knowledge_holds_its_schemas_and_is_read_as_before(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    copy_shipped(folder)
    assert (folder / schema_file("card")).read_text("utf-8") == schema_text("card")
    assert fingerprint(folder) == fingerprint(SHIPPED)


def test_a_folder_with_schemas_is_sound(tmp_path: Path) -> None:
    write_cards(tmp_path, small_cards(("kr-gun",)))
    (tmp_path / "schema").mkdir()
    (tmp_path / schema_file("card")).write_text(schema_text("card"), "utf-8")
    report = check(tmp_path)
    assert (report.faults, report.warnings) == ((), ())
