from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from knowledge.errors import KnowledgeError
from knowledge.library import SHIPPED, check, copy_shipped, fingerprint, read
from knowledge.scope import USUAL
from tests.small import small_cards, write_cards, write_small


def test_the_shipped_knowledge_has_neither_faults_nor_warnings() -> None:
    report = check(SHIPPED, today=date(2026, 11, 24))
    assert report.faults == ()
    assert report.warnings == ()


def test_a_folder_of_cards_alone_is_valid(tmp_path: Path) -> None:
    write_cards(tmp_path, small_cards())
    library = read(tmp_path)
    assert set(library.cards) == {card["id"] for card in small_cards()}
    assert set(library.scope.background) == set(USUAL)
    assert not library.scope.guards.countries
    assert not len(library.gazetteer)


def test_a_missing_folder_is_named_with_the_mend(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match=r"nowhere: no such knowledge folder; set GUICHET_KNOWLEDGE"):
        read(tmp_path / "nowhere")


def test_a_folder_without_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="no cards"):
        read(tmp_path)


def test_reading_a_faulty_folder_counts_and_carries_the_faults(tmp_path: Path) -> None:
    cards = small_cards(("fr-maire", "kr-gun"))
    cards[0]["topic"] = "x"
    cards[1]["related"] = ["kr-none"]
    cards[0].pop("counterpart")
    write_cards(tmp_path, cards)
    with pytest.raises(KnowledgeError, match="2 faults") as caught:
        read(tmp_path)
    assert len(caught.value.faults) == 2


def test_an_id_twice_names_where_it_stood_first(tmp_path: Path) -> None:
    write_cards(tmp_path, small_cards(("kr-gun",)), "a.yaml")
    write_cards(tmp_path, small_cards(("kr-gun",)), "b.yaml")
    (fault,) = check(tmp_path).faults
    assert str(fault) == "cards/b.yaml:1:7: id `kr-gun` is there already: cards/a.yaml:1"


def test_a_reference_to_a_faulty_card_is_no_fault(tmp_path: Path) -> None:
    cards = small_cards(("fr-maire", "kr-mayor"))
    cards[1]["topic"] = "x"
    write_cards(tmp_path, cards)
    assert [fault.message for fault in check(tmp_path).faults if "no card" in fault.message] == []


def test_an_unreadable_file_says_nothing_of_references_to_it(tmp_path: Path) -> None:
    write_cards(tmp_path, small_cards(("fr-maire",)))
    (tmp_path / "cards" / "broken.yaml").write_text("- id: [\n", "utf-8")
    assert {fault.path for fault in check(tmp_path).faults} == {"cards/broken.yaml"}


@pytest.mark.parametrize(
    ("change", "warning"),
    [
        ({"valid_until": date(2026, 1, 1)}, "valid until 2026-01-01"),
        ({"checked": date(2025, 1, 1)}, "checked on 2025-01-01, over a year ago"),
    ],
)
def test_a_card_past_its_date_is_a_warning(tmp_path: Path, change: dict[str, date], warning: str) -> None:
    (card,) = small_cards(("kr-gun",))
    write_cards(tmp_path, [{**card, **change}])
    report = check(tmp_path, today=date(2026, 11, 24))
    assert report.library is not None
    assert [w.message.startswith(warning) for w in report.warnings] == [True]


def test_few_phrasings_are_a_warning(tmp_path: Path) -> None:
    (card,) = small_cards(("kr-gun",))
    card["questions"] = {**card["questions"], "ko": ["군이 뭐예요?"]}
    write_cards(tmp_path, [card])
    (warning,) = check(tmp_path).warnings
    assert warning.message.startswith("1 phrasings in ko")


def test_a_phrasing_of_two_cards_is_a_warning_whatever_its_accents(tmp_path: Path) -> None:
    first, second = small_cards(("kr-gun", "kr-si"))
    second["questions"]["fr"] = [*second["questions"]["fr"], "Qui est l'élu du gun coréen"]
    first["questions"]["fr"] = [*first["questions"]["fr"], "qui est l'elu du GUN COREEN ?"]
    write_cards(tmp_path, [first, second])
    (warning,) = check(tmp_path).warnings
    assert "is a phrasing of `kr-gun` too" in warning.message


def test_the_fingerprint_follows_every_file(tmp_path: Path) -> None:
    write_small(tmp_path)
    before = fingerprint(tmp_path)
    assert fingerprint(tmp_path) == before
    with (tmp_path / "scope.yaml").open("a") as scope:
        scope.write("\n")
    assert fingerprint(tmp_path) != before


def test_the_shipped_knowledge_is_copied_whole_and_can_be_edited(tmp_path: Path) -> None:
    target = tmp_path / "mine"
    count = copy_shipped(target)
    assert count == sum(path.is_file() for path in target.rglob("*"))
    assert fingerprint(target) == fingerprint(SHIPPED)
    assert all(path.stat().st_mode & 0o200 for path in target.rglob("*"))


def test_a_folder_that_holds_something_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "note").write_text("mine")
    with pytest.raises(KnowledgeError, match="not empty"):
        copy_shipped(tmp_path)
    assert (tmp_path / "note").read_text() == "mine"


@pytest.mark.parametrize(("package", "forbidden"), [("knowledge", "index|bot"), ("index", "bot")])
def test_packages_depend_in_one_direction(package: str, forbidden: str) -> None:
    code = (
        f"import sys, importlib, pkgutil, {package}\n"
        f"for m in pkgutil.walk_packages({package}.__path__, '{package}.'): importlib.import_module(m.name)\n"
        f"print([m for m in sys.modules if m.split('.')[0] in '{forbidden}'.split('|')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
