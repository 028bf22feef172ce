"""Where a file that is sent goes, and what it changes."""

from __future__ import annotations

import pytest

from bot.catalogue import say
from bot.desk.editing import Changes, compare, destination, kind_of, plain_name
from bot.errors import EditError
from knowledge.text import LANGUAGES

EXISTING = (
    "cards/fr/levels.yaml",
    "cards/kr/levels.yaml",
    "cards/fr/organs.yaml",
    "cards/both/stories.yaml",
    "cards/team/notes.yml",
    "contacts/france.yaml",
    "themes.yaml",
)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("levels.yaml", "levels.yaml"),
        ("levels.yml", "levels.yml"),
        ("Levels.YAML", "Levels.yaml"),
        ("levels (2).yaml", "levels.yaml"),
        ("../../etc/x.yaml", "x.yaml"),
        ("..\\..\\x.yaml", "x.yaml"),
        ("/srv/.keys/x.yaml", "x.yaml"),
        ("cards/fr/levels.yaml", "levels.yaml"),
        ("자료.yaml", "자료.yaml"),
        ("v1.2.yaml", "v1.2.yaml"),
    ],
)
def test_a_name_is_reduced_to_its_last_part(name: str, plain: str) -> None:
    assert plain_name(name) == plain


@pytest.mark.parametrize(
    "name",
    ["", ".yaml", "..yaml", "../.yaml", "levels", "levels.yaml.exe", "levels.json", "a b.yaml", "-x.yaml", "_x.yaml",
     "x\n.yaml", "x\0.yaml", "..", "a..yaml", "x" * 101 + ".yaml", "levels.yaml/", "*.yaml", "x;y.yaml"],
)  # fmt: skip
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(EditError) as refused:
        plain_name(name)
    assert all(say(refused.value.key, language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("name", "ids", "path"),
    [
        ("organs.yaml", ["fr-maire"], "cards/fr/organs.yaml"),
        ("levels.yaml", ["kr-gun", "kr-si"], "cards/kr/levels.yaml"),
        ("levels.yaml", ["fr-commune"], "cards/fr/levels.yaml"),
        ("organs.yaml", ["kr-mayor"], "cards/kr/organs.yaml"),
        ("new.yaml", ["fr-maire"], "cards/fr/new.yaml"),
        ("new.yaml", ["kr-gun"], "cards/kr/new.yaml"),
        ("new.yaml", ["cmp-a-b", "coop-c"], "cards/both/new.yaml"),
        ("new.yaml", ["fr-maire", "kr-mayor"], "cards/both/new.yaml"),
        ("notes.yml", ["fr-maire"], "cards/team/notes.yml"),
        ("notes.yml", [], "cards/team/notes.yml"),
        ("themes.yaml", ["coop-c"], "cards/both/themes.yaml"),
        ("new.yaml", [], "cards/new.yaml"),
        ("new.yaml", ["x"], "cards/new.yaml"),
    ],
)
def test_cards_go_where_their_name_or_their_country_says(name: str, ids: list[str], path: str) -> None:
    assert destination(name, "cards", ids, EXISTING) == path


def test_in_a_folder_without_countries_cards_go_beside_each_other() -> None:
    assert destination("new.yaml", "cards", ["fr-maire"], ["cards/cards.yaml"]) == "cards/new.yaml"


def test_contacts_go_to_their_folder_under_the_suffix_that_is_read() -> None:
    assert destination("france.yaml", "contacts", ["mois"], EXISTING) == "contacts/france.yaml"
    assert destination("new.yml", "contacts", ["mois"], EXISTING) == "contacts/new.yaml"


def test_what_entries_are_shows_in_their_keys() -> None:
    assert kind_of([{"id": "x"}, {"id": "fr-x", "answer": {}}]) == "cards"
    assert kind_of([{"id": "x", "category": "agency", "questions": {}}]) == "contacts"
    assert kind_of(["text", {"id": "x"}]) is None


def test_changes_are_told_by_id_and_content() -> None:
    before, after = {"a": 1, "b": 2, "c": 3}, {"b": 2, "c": 4, "e": 5, "d": 6}
    assert compare(before, after) == Changes(("d", "e"), ("c",), ("a",))
    assert compare(before, after).any and not compare(before, before).any
