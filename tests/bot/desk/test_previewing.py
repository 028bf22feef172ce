"""What one file would change, on a small folder that stays as it is."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from bot.desk.previewing import Preview, Request, preview
from knowledge.library import fingerprint
from tests.small import CARDS, small_cards, write_small


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path / "knowledge")


def written(ids: tuple[str, ...] = CARDS) -> str:
    return yaml.safe_dump(small_cards(ids), allow_unicode=True)


def test_a_file_that_adds_changes_and_removes(folder: Path) -> None:
    before = fingerprint(folder)
    cards = small_cards(tuple(id for id in CARDS if id != "fr-epci")) + small_cards(("fr-departement",))
    cards[0]["answer"]["fr"] = "Une autre réponse."
    found = preview(Request(folder=folder, name="cards.yaml", content=yaml.safe_dump(cards, allow_unicode=True)))
    assert found.path == "cards/cards.yaml" and found.faults == () and found.cards == len(CARDS)
    assert (found.changes.added, found.changes.changed) == (("fr-departement",), (cards[0]["id"],))
    assert found.changes.removed == ("fr-epci",)
    assert found.fingerprint == before == fingerprint(folder)


def test_the_same_file_is_seen_to_be_the_same(folder: Path) -> None:
    text = (folder / "cards/cards.yaml").read_text("utf-8")
    assert preview(Request(folder=folder, name="cards.yaml", content=text)).same
    assert not preview(Request(folder=folder, name="cards.yaml", content=text + "\n")).same


def test_faults_name_the_place_the_file_would_have(folder: Path) -> None:
    found = preview(Request(folder=folder, name="new.yaml", content=written(("fr-maire",))))
    assert found.path == "cards/new.yaml"
    assert any("cards/new.yaml:" in fault and "there already" in fault for fault in found.faults)


def test_warnings_are_those_of_the_file(folder: Path) -> None:
    (card,) = small_cards(("fr-departement",))
    card["questions"] = {language: texts[:1] for language, texts in card["questions"].items()}
    found = preview(Request(folder=folder, name="new.yaml", content=yaml.safe_dump([card], allow_unicode=True)))
    assert found.faults == () and found.warnings
    assert all(warning.startswith("cards/new.yaml:") for warning in found.warnings)


def test_taking_out_the_only_cards_is_a_fault(folder: Path) -> None:
    found = preview(Request(folder=folder, path="cards/cards.yaml"))
    assert found.faults and str(folder) in found.faults[0] and "no cards" in found.faults[0]


def test_nothing_is_changed_where_nothing_is_asked(folder: Path) -> None:
    assert preview(Request(folder=folder)).faults == ()
    (folder / "cards/broken.yaml").write_text("- id: [", "utf-8")
    assert preview(Request(folder=folder)).faults[0].startswith("cards/broken.yaml:")


def test_a_file_of_neither_cards_nor_contacts_has_no_place(folder: Path) -> None:
    assert preview(Request(folder=folder, name="x.yaml", content="- {id: a, places: [b]}")).refusal
    assert preview(Request(folder=folder, name="x.exe", content=written())).refusal


@pytest.mark.parametrize(
    "text", ["", "a: &a [x]\nb: [*a, *a]", "[" * 100_000, "- id: " + "9" * 100_000, "\x00", "\ufeff- a", "- a\n" * 50]
)
def test_hostile_texts_are_not_taken(text: str, folder: Path) -> None:
    found = preview(Request(folder=folder, name="x.yaml", content=text))
    assert found.faults or found.refusal


def test_it_is_a_process_of_its_own(folder: Path) -> None:
    request = Request(folder=folder, name="cards.yaml", content="- id: é\n  topic: state").model_dump_json().encode()
    done = subprocess.run(
        [sys.executable, "-m", "bot.desk.previewing"], input=request, capture_output=True, check=True,
        cwd=Path(__file__).parents[3],
    )  # fmt: skip
    assert any("`id`" in fault for fault in Preview.model_validate_json(done.stdout).faults)
