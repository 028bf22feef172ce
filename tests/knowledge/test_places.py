"""The gazetteer: reading its tables, what is above and below, and the data that ships."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.common_words import CommonWords
from knowledge.errors import KnowledgeError
from knowledge.place_tables import COLUMNS
from knowledge.places import (
    FRENCH_KINDS,
    KINDS,
    KOREAN_FIRST_LEVEL,
    KOREAN_SECOND_LEVEL,
    Gazetteer,
    Office,
)
from knowledge.text import LANGUAGES

SHIPPED = Path(__file__).parents[2] / "knowledge" / "data" / "places"
HEADER = (
    "id",
    "kind",
    "fr",
    "ko",
    "en",
    "spellings",
    "parents",
    "population",
    "population_year",
    "leads_to",
    "sources",
)
REGION = (
    "fr-reg-24",
    "region",
    "Centre-Val de Loire",
    "상트르발드루아르",
    "Centre-Val de Loire",
    "",
    "",
    "",
    "",
    "",
    "",
)
TOURS = (
    "fr-com-37261",
    "commune",
    "Tours",
    "투르",
    "Tours",
    "뚜르|Turones",
    "fr-reg-24",
    "139259",
    "2023",
    "",
    "names=cog",
)
SOURCES = "id\ttitle\turl\tdate\tlicence\ncog\tCode\thttps://insee.fr\t2026\tLicence Ouverte 2.0\n"


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return Gazetteer.read(SHIPPED)


def write(folder: Path, *rows: tuple[str, ...], header: tuple[str, ...] = HEADER, name: str = "places.tsv") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "sources.tsv").write_text(SOURCES, "utf-8")
    text = "\n".join("\t".join(cells) for cells in (header, *rows)) + "\n"
    data = text.encode()
    (folder / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    return folder


def changed(row: tuple[str, ...], column: str, cell: str) -> tuple[str, ...]:
    at = HEADER.index(column)
    return (*row[:at], cell, *row[at + 1 :])


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in Gazetteer.check(folder)[1]]


def test_an_absent_folder_gives_an_empty_gazetteer(tmp_path: Path) -> None:
    assert len(Gazetteer.read(tmp_path / "none")) == 0


def test_a_place_has_what_its_row_says(tmp_path: Path) -> None:
    place = Gazetteer.read(write(tmp_path / "places", REGION, TOURS))["fr-com-37261"]
    assert [place.names[language] for language in LANGUAGES] == ["Tours", "투르", "Tours"]
    assert place.spellings == ("뚜르", "Turones")
    assert (place.population, place.population_year, place.country) == (139259, "2023", "fr")
    assert place.sources == (("names", "cog"),)
    assert place.prefecture is None and place.office == Office()


def test_parents_and_children_answer_each_other(tmp_path: Path) -> None:
    gazetteer = Gazetteer.read(write(tmp_path / "places", REGION, TOURS))
    assert [place.id for place in gazetteer.parents("fr-com-37261")] == ["fr-reg-24"]
    assert [place.id for place in gazetteer.children("fr-reg-24", "commune")] == ["fr-com-37261"]
    assert gazetteer.children("fr-reg-24", "departement") == ()
    for _ in range(2):  # the second time as it was counted before
        assert gazetteer.count("fr-reg-24", "commune") == 1
        assert gazetteer.count("fr-reg-24", "departement") == gazetteer.count("no-such-place", "commune") == 0


def test_a_row_gives_each_of_its_cells_alone(tmp_path: Path) -> None:
    gazetteer = Gazetteer.read(write(tmp_path / "places", REGION, TOURS))
    for row in gazetteer.rows():
        assert [row.cell(column) for column in range(len(COLUMNS))] == row.cells()


def test_what_is_derived_from_places_is_derived_once_for_each_gazetteer(tmp_path: Path) -> None:
    folder = write(tmp_path / "places", REGION, TOURS)
    one, other = Gazetteer.read(folder), Gazetteer.read(folder)
    assert one.derived("number", lambda: len(one)) == one.derived("number", lambda: -1) == 2
    assert one.derived("nothing", lambda: None) is one.derived("nothing", lambda: 1) is None
    assert other.derived("number", lambda: -1) == -1


def test_a_place_knows_the_former_ones_that_lead_to_it(shipped: Gazetteer) -> None:
    assert [place.id for place in shipped.former("kr-28177")] == ["kr-28170"]
    assert {place.id for place in shipped.former("kr-12")} >= {"kr-29", "kr-46"}
    assert all(place.kind == "commune-former" for place in shipped.former("fr-com-74010"))
    assert shipped.former("kr-11") == shipped.former("no-such-place") == ()


def test_a_compressed_table_is_read_like_a_plain_one(tmp_path: Path) -> None:
    plain = write(tmp_path / "plain", REGION, TOURS)
    packed = write(tmp_path / "packed", REGION, TOURS, name="places.tsv.gz")
    assert dict(Gazetteer.read(plain)) == dict(Gazetteer.read(packed))


def test_a_checked_folder_opens_to_the_same_places(tmp_path: Path) -> None:
    folder = write(tmp_path / "places", REGION, TOURS)
    assert dict(Gazetteer.open(folder)) == dict(Gazetteer.read(folder))


def test_lines_that_end_as_on_windows_are_read(tmp_path: Path) -> None:
    folder = write(tmp_path / "places", REGION, TOURS)
    file = folder / "places.tsv"
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert len(Gazetteer.read(folder)) == len(Gazetteer.open(folder)) == 2


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            (REGION, changed(TOURS, "kind", "town")),
            ["places/places.tsv:3:14: `kind`: `town` is no kind of place"],
        ),
        ((REGION, changed(TOURS, "ko", " ")), ["places/places.tsv:3:28: `ko`: ` ` is blank"]),
        (
            (REGION, changed(TOURS, "population", "139 259")),
            ["places/places.tsv:3:58: `population`: `139 259` is no whole number"],
        ),
        ((TOURS,), ["places/places.tsv:2:48: `parents`: `fr-reg-24` names no place"]),
        (
            (REGION, changed(TOURS, "leads_to", "fr-com-1")),
            ["places/places.tsv:3:70: `leads_to`: `fr-com-1` names no place"],
        ),
        (
            (REGION, changed(TOURS, "sources", "names=book")),
            ["places/places.tsv:3:71: `sources`: `names=book` names a source that is not in sources.tsv"],
        ),
        (
            (REGION, TOURS, TOURS),
            ["places/places.tsv:4:1: id `fr-com-37261` is there twice (first at places/places.tsv:3)"],
        ),
        ((REGION, TOURS[:-1]), ["places/places.tsv:3:1: 10 cells, but the header has 11 columns"]),
    ],
)
def test_a_fault_is_told_with_its_place(tmp_path: Path, rows: tuple[tuple[str, ...], ...], expected: list[str]) -> None:
    assert faults(write(tmp_path / "places", *rows)) == expected


def test_faults_of_the_header_are_told(tmp_path: Path) -> None:
    header = ("id", "kind", "fr", "ko", "name", "name")
    assert faults(write(tmp_path / "places", header=header)) == [
        "places/places.tsv:1:1: column `en` is missing",
        "places/places.tsv:1:15: unknown column `name`",
        "places/places.tsv:1:20: unknown column `name`",
    ]


def test_a_byte_that_is_not_utf_8_is_told_with_its_place(tmp_path: Path) -> None:
    folder = write(tmp_path / "places", REGION)
    (folder / "other.tsv").write_bytes(b"id\tkind\tfr\tko\ten\nfr-reg-1\tregion\tCor\xe9e\tx\tx\n")
    assert faults(folder) == ["places/other.tsv:2:20: byte 0xe9 is not UTF-8: save the file as UTF-8"]


def test_a_broken_gzip_file_is_told(tmp_path: Path) -> None:
    folder = write(tmp_path / "places", REGION, name="places.tsv.gz")
    file = folder / "places.tsv.gz"
    file.write_bytes(file.read_bytes()[:40])
    assert faults(folder) == ["places/places.tsv.gz:1:1: is no whole gzip file: compress the table again"]


def test_a_description_in_two_languages_is_a_fault(tmp_path: Path) -> None:
    header = (*HEADER[:5], "description_fr", "description_ko", "description_en")
    row = (*REGION[:5], "une région", "", "a region")
    assert faults(write(tmp_path / "places", row, header=header)) == [
        "places/places.tsv:2:1: the description is missing in one of fr, ko, en"
    ]


def test_reading_raises_all_faults_at_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "places", changed(REGION, "kind", "x"), changed(TOURS, "population", "y"))
    with pytest.raises(KnowledgeError) as raised:
        Gazetteer.read(folder)
    assert len(raised.value.faults) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.lists(st.text(st.characters(codec="utf-8"), max_size=8), max_size=8), max_size=5))
def test_any_table_gives_places_or_faults(tmp_path: Path, cells: list[list[str]]) -> None:
    folder = write(tmp_path / "places", *map(tuple, cells), header=HEADER[:5])
    gazetteer, found = Gazetteer.check(folder)
    assert found or list(gazetteer) == [row.id for row in gazetteer.rows()]


def test_common_words_are_read_by_word() -> None:
    words = CommonWords.read(SHIPPED)
    assert words["tours"].in_french and words["tours"].fr > 4
    assert words["예산"].margin < 0
    assert words["no such word"].fr == 0


def test_no_table_of_words_gives_no_words(tmp_path: Path) -> None:
    assert CommonWords.read(tmp_path).uses == {}


def test_the_shipped_tables_hold_every_government(shipped: Gazetteer) -> None:
    counts = Counter(row.kind for row in shipped.rows())
    assert counts["commune"] == 34_875 + 91  # and the communes and islands of the overseas collectivities
    assert (counts["region"], counts["departement"], counts["metropole"]) == (18, 101, 21)
    assert (counts["epci-cu"], counts["epci-ca"], counts["epci-cc"]) == (14, 230, 989)
    assert counts["district-municipal"] == 20 + 9 + 16
    assert counts["district-territorial"] == 3
    assert sum(counts[kind] for kind in KOREAN_FIRST_LEVEL) == 16
    assert {kind: counts[kind] for kind in KOREAN_SECOND_LEVEL} == {"kr-si": 75, "kr-gun": 82, "kr-gu": 70}
    assert (counts["kr-admin-gu"], counts["kr-admin-city"], counts["kr-eup"]) == (39, 2, 235)
    assert set(counts) <= set(KINDS)


def test_the_shipped_tables_stay_below_six_megabytes() -> None:
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) < 6_000_000


def test_every_column_of_a_table_is_known() -> None:
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.parametrize(
    ("above", "kind", "names"),
    [
        ("kr-28", "kr-gu", "제물포구 영종구 미추홀구 연수구 남동구 부평구 계양구 서해구 검단구"),
        ("kr-41590", "kr-admin-gu", "만세구 효행구 병점구 동탄구"),
        ("kr-41190", "kr-admin-gu", "원미구 소사구 오정구"),
        ("kr-50", "kr-admin-city", "제주시 서귀포시"),
        ("kr-12", "kr-gu", "동구 서구 남구 북구 광산구"),
    ],
)
def test_korea_stands_as_of_july_2026(shipped: Gazetteer, above: str, kind: str, names: str) -> None:
    assert sorted(place.names.ko for place in shipped.children(above, kind)) == sorted(names.split())


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("kr-46", ("kr-12",)),
        ("kr-29", ("kr-12",)),
        ("kr-28260", ("kr-28275", "kr-28290")),
        ("fr-reg-72", ("fr-reg-75",)),
        ("fr-dep-22-1", ("fr-dep-22",)),
        ("fr-dep-75-1", ("fr-dep-75", "fr-dep-92", "fr-dep-93", "fr-dep-94")),
        ("fr-dep-20", ("fr-dep-2A", "fr-dep-2B")),
        ("kr-iri-si", ("kr-52140",)),
        ("kr-chunseong-gun", ("kr-51110",)),
        ("fr-com-01015-1", ("fr-com-01015",)),
    ],
)
def test_former_names_lead_to_what_took_their_place(shipped: Gazetteer, former: str, today: tuple[str, ...]) -> None:
    assert shipped[former].leads_to == today


def test_wallis_and_futuna_has_districts_and_no_communes(shipped: Gazetteer) -> None:
    assert [place.names.fr for place in shipped.children("fr-col-986", "district-territorial")] == [
        "Alo",
        "Sigave",
        "Uvea",
    ]
    assert shipped.count("fr-col-986", "commune") == 0
    assert {place.parents for place in shipped.of_kind("district-territorial")} == {("fr-col-986",)}


def test_pangyo_leads_to_seongnam(shipped: Gazetteer) -> None:
    pangyo = next(place for place in shipped.of_kind("landmark") if "판교" in place.spellings)
    assert pangyo.leads_to == ("kr-41130",)


def test_city_halls_lead_to_their_city(shipped: Gazetteer) -> None:
    halls = {p.names.en: p.leads_to for p in shipped.of_kind("landmark") if p.names.en.endswith("City Hall")}
    assert halls == {
        "Seoul City Hall": ("kr-11",),
        "Busan City Hall": ("kr-26",),
        "Incheon City Hall": ("kr-28",),
    }


def test_no_landmark_of_korea_is_spelled_as_the_city_it_lies_in(shipped: Gazetteer) -> None:
    cities = {p.id: p.names.en.rsplit("-", 1)[0] for kind in KOREAN_SECOND_LEVEL for p in shipped.of_kind(kind)}
    names = {
        name
        for place in shipped.of_kind("landmark")
        for name in {cities[id] for id in place.parents if id in cities} & {place.names.en, *place.spellings}
    }
    assert names == {"Bupyeong", "Geomdan"}  # quarters that gave their name to the gu they lead to


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("Olonne-sur-Mer", "fr-com-85194"),
        ("Château-d'Olonne", "fr-com-85194"),
        ("Courcouronnes", "fr-com-91228"),
        ("Évry", "fr-com-91228"),
        ("Germagnat", "fr-com-01095"),  # absorbed in 2017, and no part of the new commune by law
    ],
)
def test_communes_merged_since_2015_lead_to_the_new_one(shipped: Gazetteer, former: str, today: str) -> None:
    assert [p.leads_to for p in shipped.of_kind("commune-former") if p.names.fr == former] == [(today,)]


def test_addresses_have_a_postcode_of_their_departement(shipped: Gazetteer) -> None:
    wrong = []
    for place in shipped.of_kind("commune"):
        code = place.id.removeprefix("fr-com-")[:2].replace("2A", "20").replace("2B", "20")
        numbers = re.findall(r"\d{5,}", place.office.address)
        if place.office.address and not any(len(n) == 5 and n.startswith(code) for n in numbers):
            wrong.append(place.id)
        wrong += [place.id for number in numbers if len(number) > 5]
    assert wrong == []


def test_a_commune_has_the_site_of_no_other_body(shipped: Gazetteer) -> None:
    assert [shipped[f"fr-com-{code}"].office.site for code in ("19272", "36044", "45234", "91228")] == [""] * 4


def test_names_that_lead_end_at_governments_of_today(shipped: Gazetteer) -> None:
    leading = ("landmark", "former", "commune-former")
    astray = [
        place.id
        for kind in leading
        for place in shipped.of_kind(kind)
        if not place.leads_to or any(shipped[today].kind in leading for today in place.leads_to)
    ]
    assert astray == []


def test_parents_go_from_the_nearest_to_the_widest(shipped: Gazetteer) -> None:
    assert shipped["fr-com-37261"].parents == ("fr-epci-243700754", "fr-dep-37", "fr-reg-24")
    assert shipped["kr-41117"].parents == ("kr-41110", "kr-41")


def test_every_commune_lies_in_a_departement_or_collectivity(shipped: Gazetteer) -> None:
    lost = [
        p.id for p in shipped.of_kind("commune") if not any(a.startswith(("fr-dep-", "fr-col-")) for a in p.parents)
    ]
    assert lost == []


def test_a_population_has_its_year(shipped: Gazetteer) -> None:
    wrong = [p.id for p in shipped.values() if (p.population is None) != (p.population_year == "")]
    assert wrong == []


def test_korean_names_made_by_rule_are_marked(shipped: Gazetteer) -> None:
    assert not shipped["fr-com-37261"].korean_by_rule
    assert shipped["fr-com-37014"].names.ko and shipped["fr-com-01001"].korean_by_rule


def test_only_french_places_have_names_made_by_rule(shipped: Gazetteer) -> None:
    assert {place.kind for place in shipped.values() if place.korean_by_rule} <= set(FRENCH_KINDS)


def test_every_group_of_fields_has_a_source(shipped: Gazetteer) -> None:
    for place in shipped.values():
        groups = dict(place.sources)
        assert "names" in groups, place.id
        assert place.population is None or "population" in groups, place.id
        assert not place.office.site or "contact" in groups, place.id


def test_a_source_has_its_date_and_licence(shipped: Gazetteer) -> None:
    source = shipped.source("cog")
    assert source.date == "2026-01-01" and source.licence == "Licence Ouverte 2.0"
