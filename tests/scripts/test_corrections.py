"""Cells that the sources have wrong."""

from __future__ import annotations

import pytest

from scripts import corrections
from scripts.corrections import correct
from scripts.place_rows import PlaceRow


def town() -> PlaceRow:
    row = PlaceRow("fr-com-1", "commune", "Velay", "벌레", "Velay", ko_rule="rule", site="https://agglo.fr")
    row.sources = {"contact": "dinum"}
    return row


def corrected(monkeypatch: pytest.MonkeyPatch, row: PlaceRow, *facts: tuple[str, str, str]) -> PlaceRow:
    table = [dict(zip(("id", "column", "value"), fact, strict=True)) for fact in facts]
    monkeypatch.setattr(corrections, "read_tsv", lambda _: table)
    correct([row])
    return row


def test_a_box_number_with_a_digit_too_many_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    row = town()
    row.address = "11 boulevard Jean-Pain - CS 901066, 38021, Grenoble"
    assert corrected(monkeypatch, row).address == "11 boulevard Jean-Pain, 38021, Grenoble"


def test_a_sound_box_number_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    row = town()
    row.address = "Place de la Mairie - CS 63126, 35031, Rennes Cedex"
    assert "CS 63126" in corrected(monkeypatch, row).address


def test_a_corrected_korean_name_leaves_the_other_as_a_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    row = corrected(monkeypatch, town(), ("fr-com-1", "ko", "블레"))
    assert (row.ko, row.ko_rule, row.spellings, row.sources["korean"]) == ("블레", "", ["벌레"], "guichet")


def test_a_site_taken_away_takes_its_source_along(monkeypatch: pytest.MonkeyPatch) -> None:
    row = corrected(monkeypatch, town(), ("fr-com-1", "site", ""))
    assert row.site == "" and "contact" not in row.sources


def test_a_site_added_names_its_source_beside_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    row = PlaceRow("kr-11290", "kr-gu", "Seongbuk-gu", "성북구", "Seongbuk-gu", sources={"names": "kr-divisions"})
    facts = (row.id, "site", "https://www.sb.go.kr"), (row.id, "sources", "contact=kr-offices")
    assert corrected(monkeypatch, row, *facts).site == "https://www.sb.go.kr"
    assert row.sources == {"names": "kr-divisions", "contact": "kr-offices"}


def test_more_spellings_stand_after_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    row = town()
    row.spellings = ["Le Velay"]
    assert corrected(monkeypatch, row, ("fr-com-1", "more_spellings", "Vellave|블레")).spellings == [
        "Le Velay",
        "Vellave",
        "블레",
    ]


@pytest.mark.parametrize("fact", [("fr-com-2", "ko", "블레"), ("fr-com-1", "colour", "blue")])
def test_a_correction_of_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch, fact: tuple[str, str, str]) -> None:
    with pytest.raises(ValueError, match="no place"):
        corrected(monkeypatch, town(), fact)
