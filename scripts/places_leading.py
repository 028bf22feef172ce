"""Names that lead to a government: well-known places, and governments and names of before."""

from __future__ import annotations

import re
from pathlib import Path

from knowledge.text import HANGUL
from scripts.landmark_names import Head, further_names
from scripts.place_rows import PlaceRow, read_tsv

_HERE = Path(__file__).parent / "facts"
_SOURCE = "guichet"


def make_landmarks(facts: Path, places: list[PlaceRow]) -> list[PlaceRow]:
    """Return well-known places; a Korean one leads to the government of the second level, or the first where none."""
    return [*_korean(facts, places), *_french({row.id: row for row in places})]


def _korean(facts: Path, places: list[PlaceRow]) -> list[PlaceRow]:
    korean_words = {row["en"]: row["ko"] for row in read_tsv(_HERE / "landmark_words.tsv")}
    more = {row["ko"]: row["spellings"].split("|") for row in read_tsv(_HERE / "landmark_spellings.tsv")}
    heads = _heads()
    by_id = {row.id: row for row in places}
    rows = []
    for number, fact in enumerate(read_tsv(facts / "additions_korea_places.tsv"), 1):
        name, roman = fact["place_ko"], fact["place_roman"]
        if name == "주한프랑스대사관":
            continue  # an institution, with a contact of its own
        within = _within(fact, places)
        row = PlaceRow(f"kr-landmark-{number:03}", "landmark", roman, name, roman)
        row.parents = [*within, *by_id[within[-1]].parents]
        above = {_bare(by_id[id_].en) for id_ in row.parents if re.fullmatch(r"kr-\d{2,5}", id_)}
        row.spellings = [part for part in (*_parts(name), *_parts(roman)) if part not in above]
        row.spellings += more.get(name, [])
        latin = [part for part in (roman, *row.spellings) if not HANGUL.search(part)]
        row.spellings += [part for part in further_names(latin, name, heads) if part not in row.spellings]
        # A city hall is where the city's own government sits, whatever district it stands in.
        row.leads_to = [row.parents[-1] if fact["what_en"].lower().endswith("city hall") else within[-1]]
        row.description_fr, row.description_en = fact["what_fr"], fact["what_en"]
        row.description_ko = korean_words[fact["what_en"]]
        row.sources = {"names": _SOURCE, "description": _SOURCE}
        rows.append(row)
    return rows


def _heads() -> list[Head]:
    """Return what says of a landmark what it is, in the order in which they are tried."""
    return [
        Head(row["en"], tuple(row["fr"].split("|")), tuple(filter(None, row["others"].split("|"))))
        for row in read_tsv(_HERE / "landmark_heads.tsv")
    ]


def _within(fact: dict[str, str], places: list[PlaceRow]) -> list[str]:
    """Return the ids a landmark lies in, the nearest first, down from its government."""
    names = [fact["dong_eup_myeon"], fact["administrative_gu"], fact["second_level_ko_2026"]]
    first = next(row for row in places if row.ko == fact["first_level_ko_2026"])
    found = [first.id]
    for name in reversed(names):
        inside = [row for row in places if row.ko == name and found[0] in row.parents]
        if len(inside) == 1:
            found.insert(0, inside[0].id)
    levels = [n for n, id_ in enumerate(found) if re.fullmatch(r"kr-\d{5}", id_)]
    government = levels[-1] if levels else len(found) - 1
    return found[: government + 1]


def _bare(name: str) -> str:
    """Return a romanised name without what says its kind: Sacheon-si, Sacheon."""
    return re.sub(r"-(si|gun|gu|do|eup|myeon|dong)$", "", name)


def _parts(name: str) -> list[str]:
    """Return the names inside one that holds several: `A·B`, `A(B)`, `A, B`."""
    parts = [part.strip() for part in re.split(r"[·,()]", name) if part.strip()]
    return parts[:1] if "(" in name else parts


def _french(places: dict[str, PlaceRow]) -> list[PlaceRow]:
    rows = []
    for fact in read_tsv(_HERE / "landmarks_france.tsv"):
        row = PlaceRow(f"fr-landmark-{fact['key']}", "landmark", fact["fr"], fact["ko"], fact["en"])
        row.spellings = [s for s in fact["spellings"].split("|") if s]
        row.leads_to = fact["leads_to"].split()
        row.parents = [row.leads_to[0], *places[row.leads_to[0]].parents]
        row.description_fr, row.description_ko = fact["description_fr"], fact["description_ko"]
        row.description_en = fact["description_en"]
        row.sources = {"names": _SOURCE, "description": _SOURCE}
        rows.append(row)
    return rows


def make_former() -> list[PlaceRow]:
    """Return the regions, départements, provinces, cities and counties that are no more."""
    rows = []
    for fact in read_tsv(_HERE / "former_names.tsv"):
        row = PlaceRow(fact["id"], "former", fact["fr"], fact["ko"], fact["en"])
        row.spellings = [s for s in fact["spellings"].split("|") if s]
        row.until, row.leads_to, row.parents = fact["until"], fact["leads_to"].split(), fact["parents"].split()
        row.sources = {"names": fact["source"]}
        rows.append(row)
    return rows


def without_former_names(places: list[PlaceRow], former: list[PlaceRow]) -> None:
    """Leave out the spellings of a place that are names of one which it took over: that one says what became of it."""
    by_id = {row.id: row for row in places}
    for row in former:
        names = {row.fr, row.ko, row.en, *row.spellings}
        for place in (by_id[id_] for id_ in row.leads_to if id_ in by_id):
            place.spellings = [spelling for spelling in place.spellings if spelling not in names]
