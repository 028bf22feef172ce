"""The facts on names of before: each tells until when it was in use, and names the page that says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from scripts.place_rows import PlaceRow, read_tsv
from scripts.places_leading import make_former, without_former_names

FACTS = Path(__file__).parents[2] / "scripts" / "facts"


def test_every_former_name_has_a_day_and_a_source_that_is_listed() -> None:
    listed = {row["id"] for row in read_tsv(FACTS / "sources.tsv")}
    for row in read_tsv(FACTS / "former_names.tsv"):
        assert date.fromisoformat(row["until"]) < date(2026, 12, 31), row["id"]
        assert row["source"] in listed, row["id"]
        assert row["source"] == "guichet" or row["page"].startswith("http"), row["id"]


def test_a_row_is_made_of_its_facts() -> None:
    rows = {row.id: row for row in make_former()}
    seine = rows["fr-dep-78-1"]
    assert (seine.kind, seine.until, seine.leads_to[0]) == ("former", "1967-12-31", "fr-dep-78")
    assert seine.sources == {"names": "paris-1964"}


def test_a_county_whose_name_is_a_word_or_a_living_place_is_called_with_its_kind_only() -> None:
    rows = {row.id: row for row in make_former()}
    assert "이리" not in rows["kr-iri-si"].spellings
    assert "명주" not in rows["kr-myeongju-gun"].spellings
    assert "송탄" in rows["kr-songtan-si"].spellings


def test_a_place_gives_the_names_of_what_it_took_over_to_that() -> None:
    now = PlaceRow("fr-reg-75", "region", "Nouvelle-Aquitaine", "누벨아키텐", "Nouvelle-Aquitaine")
    now.spellings = ["Limousin", "New Aquitaine", "리무쟁"]
    before = PlaceRow("fr-reg-74", "former", "Limousin", "리무쟁", "Limousin")
    before.leads_to = ["fr-reg-75", "fr-dep-99"]
    without_former_names([now], [before])
    assert now.spellings == ["New Aquitaine"]
