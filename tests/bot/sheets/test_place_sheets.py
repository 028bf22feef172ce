"""Place sheets: each line in three languages, the line asked for first, names that lead to a place of today."""

from __future__ import annotations

from datetime import date

import pytest

from bot.sheets import place_sheets
from bot.sheets.place_lines import LINES
from bot.subject import Subject
from knowledge.cards import Source
from knowledge.library import SHIPPED, Library
from knowledge.partnerships import Partnership
from knowledge.places import Gazetteer
from knowledge.text import LANGUAGES, Language, Text


def _text(places: Library, id: str, intent: str, language: Language) -> str:
    sheet = place_sheets.compose(Subject("place", (id,), intent), language, places)
    assert sheet is not None
    return sheet.text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("id", "line", "language", "first"),
    [
        ("fr-com-37261", "population", "fr", "Tours (Indre-et-Loire) — Population : 139 259 habitants (2023)"),
        ("fr-com-37261", "population", "ko", "투르(앵드르에루아르) · Tours — 인구: 139,259명(2023년)"),
        ("fr-com-37261", "population", "en", "Tours (Indre-et-Loire) — Population: 139,259 inhabitants (2023)"),
        ("kr-41110", "population", "fr", "Suwon-si (Gyeonggi) · 수원시 — Population : 1 185 332 habitants enregistrés (juillet 2026)"),
        ("kr-41110", "population", "ko", "경기도 수원시 — 인구: 주민등록인구 1,185,332명(2026년 7월)"),
        ("kr-41110", "population", "en", "Suwon-si (Gyeonggi-do) · 수원시 — Population: 1,185,332 registered residents (July 2026)"),
        ("fr-com-37261", "site", "fr", "Tours (Indre-et-Loire) — Site : https://www.tours.fr"),
        ("fr-com-37261", "phone", "en", "Tours (Indre-et-Loire) — Phone: 02 47 21 60 00 (October 2019)"),
        ("fr-com-37261", "phone", "ko", "투르(앵드르에루아르) · Tours — 전화: 02 47 21 60 00(2019년 10월)"),
        ("fr-com-37261", "address", "fr", "Tours (Indre-et-Loire) — Adresse : 1 rue des Minimes (octobre 2019)"),
        ("fr-com-37261", "postcode", "ko", "투르(앵드르에루아르) · Tours — 우편번호: 37000, 37100"),
        ("fr-com-37261", "code", "fr", "Tours (Indre-et-Loire) — Code Insee : 37261"),
        ("fr-dep-37", "code", "ko", "앵드르에루아르(데파르트망) · Indre-et-Loire — 데파르트망 번호: 37"),
        ("fr-com-37261", "above", "en", "Tours (Indre-et-Loire) — Above it: Tours Métropole, Indre-et-Loire (département) and Centre-Val de Loire (région)"),
        ("fr-dep-37", "below", "fr", "Indre-et-Loire (département) — Au-dessous : 2 EPCI et 5 communes"),
        ("fr-dep-37", "below", "ko", "앵드르에루아르(데파르트망) · Indre-et-Loire — 하위: 코뮌 간 협력기구(EPCI) 2개 및 코뮌 5개"),
        ("fr-dep-37", "seat", "en", "Indre-et-Loire (département) — Chief town: Tours"),
        ("fr-dep-37", "arrondissements", "fr", "Indre-et-Loire (département) — Arrondissements (services de l'État) : 2, Tours (préfecture) et Chinon (sous-préfecture)"),
        ("fr-com-37072", "arrondissements", "ko", "시농(앵드르에루아르) · Chinon — 아롱디스망(국가 행정구역): 시농(부프레펙튀르)"),
        ("kr-41", "seat", "ko", "경기도 — 소재지: 수원시 영통구"),
        ("kr-41", "seat", "fr", "Gyeonggi (province) · 경기도 — Siège : Yeongtong-gu (Suwon-si)"),
        ("fr-com-37261", "executive", "fr", "Tours (Indre-et-Loire) — Exécutif : maire, élu par le conseil municipal"),
        ("kr-41820", "executive", "ko", "경기도 가평군 — 단체장: 군수(주민이 직접 선출)"),
        ("fr-com-75056", "executive", "en", "Paris (commune) — Head: mayor of Paris, chosen by the Council of Paris"),
        ("fr-dep-37", "prefecture", "fr", "Indre-et-Loire (département) — Préfecture (services de l'État) : 02 47 64 37 37 — 15 rue Bernard-Palissy, Tours"),
        ("kr-41820", "counterpart", "fr", "Gapyeong-gun (Gyeonggi) · 가평군 — Équivalent le plus proche en France : par le rang, la commune"),
        ("fr-dep-37", "counterpart", "ko", "앵드르에루아르(데파르트망) · Indre-et-Loire — 한국에서 가장 가까운 단위: 없음."),
        ("kr-41110", "kind", "fr", "Suwon-si (Gyeonggi) · 수원시 — Nature : si (ville) — collectivité de base"),
        ("fr-com-75056", "kind", "ko", "파리(코뮌) · Paris — 종류: 코뮌 — 코뮌과 데파르트망을 겸한다"),
    ],
)  # fmt: skip
def test_the_line_asked_for_comes_first(places: Library, id: str, line: str, language: Language, first: str) -> None:
    assert _text(places, id, line, language).startswith(first)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_asked_for_whole_begins_with_the_name_and_what_it_is(places: Library, language: Language) -> None:
    name, kind, *_ = _text(places, "fr-com-37261", "", language).splitlines()
    assert "Tours" in name
    assert "코뮌" in kind if language == "ko" else "commune" in kind


def test_the_other_lines_follow_the_one_asked_for(places: Library) -> None:
    asked = _text(places, "fr-com-37261", "phone", "fr").splitlines()
    whole = _text(places, "fr-com-37261", "", "fr").splitlines()
    assert len(asked) == len(whole) - 1


@pytest.mark.parametrize(
    ("id", "line"),
    [
        ("fr-com-37072", "phone"),
        ("kr-41110", "email"),
        ("kr-41110", "prefecture"),
        ("kr-41110", "postcode"),
        ("fr-com-37999", "population"),
        ("fr-com-37261", "partners"),
        ("fr-com-37261", "weather"),
    ],
)
def test_a_line_that_the_place_lacks_is_no_answer(places: Library, id: str, line: str) -> None:
    assert place_sheets.compose(Subject("place", (id,), line), "fr", places) is None


def test_the_prefecture_of_a_commune_is_its_departements(places: Library) -> None:
    first = _text(places, "fr-com-37072", "prefecture", "fr").splitlines()[0]
    assert "Indre-et-Loire (département) — 02 47 64 37 37" in first


def test_the_seat_of_a_commune_is_the_address_of_its_town_hall_and_what_has_its_seat_there(places: Library) -> None:
    sheet = _text(places, "fr-com-37261", "seat", "fr")
    first, second, *_ = sheet.splitlines()
    assert "1 rue des Minimes" in first and sheet.count("1 rue des Minimes") == 1
    assert second == "Chef-lieu ou siège de : Indre-et-Loire (département)"


def test_a_town_that_is_no_chief_town_tells_the_one_of_what_it_lies_in(places: Library) -> None:
    answer = place_sheets.compose(Subject("place", ("fr-com-37072",), "seat"), "fr", places)
    assert answer is not None
    assert answer.text.splitlines()[0].endswith("Siège : Indre-et-Loire (département) — Tours")
    assert answer.places == ("fr-com-37072", "fr-dep-37", "fr-com-37261")


def test_a_city_says_that_a_province_has_its_seat_in_a_part_of_it(places: Library) -> None:
    assert "Seat of: Gyeonggi-do (province)" in _text(places, "kr-41110", "", "en")


@pytest.mark.parametrize(
    ("id", "line", "said"),
    [("kr-41", "above", "directement l'État"), ("fr-com-37261", "below", "aucun échelon")],
)
def test_a_place_at_the_end_of_the_hierarchy_says_so(places: Library, id: str, line: str, said: str) -> None:
    assert said in _text(places, id, line, "fr").splitlines()[0]


@pytest.mark.parametrize(
    ("id", "fr", "ko", "en"),
    [
        ("fr-com-93066", "Saint-Denis (Seine-Saint-Denis)", "생드니(센생드니)", "Saint-Denis (Seine-Saint-Denis)"),
        ("fr-com-37999", "Saint-Denis (Indre-et-Loire)", "생드니(앵드르에루아르)", "Saint-Denis (Indre-et-Loire)"),
        ("kr-11140", "Jung-gu (Séoul)", "서울특별시 중구", "Jung-gu (Seoul)"),
        ("fr-com-75056", "Paris (commune)", "파리(코뮌)", "Paris (commune)"),
        ("fr-dep-75", "Paris (département)", "파리(데파르트망)", "Paris (département)"),
        ("fr-com-75101", "1er arrondissement de Paris", "파리 1구", "1st arrondissement of Paris"),
        ("kr-11", "Séoul (ville spéciale)", "서울특별시", "Seoul (special city)"),
        ("kr-4111713100", "Maetan-dong (Yeongtong-gu, Suwon-si, Gyeonggi)", "경기도 수원시 영통구 매탄동", "Maetan-dong (Yeongtong-gu, Suwon-si, Gyeonggi-do)"),
        ("kr-landmark-1", "Pangyo (Seongnam-si)", "판교(성남시)", "Pangyo (Seongnam-si)"),
        ("kr-old", "Suwon-gun (jusqu'en 2010)", "수원군(2010년까지)", "Suwon County (until 2010)"),
        ("fr-com-37109-1", "Vallières (ancienne commune, Indre-et-Loire)", "발리에르(옛 코뮌, 앵드르에루아르)", "Vallières (former commune, Indre-et-Loire)"),
    ],
)  # fmt: skip
def test_a_full_name_tells_namesakes_apart(places: Library, id: str, fr: str, ko: str, en: str) -> None:
    assert [place_sheets.full_name(id, language, places) for language in LANGUAGES] == [fr, ko, en]


def test_a_former_name_says_what_it_leads_to_and_gives_todays_sheet(places: Library) -> None:
    sheet = place_sheets.compose(Subject("place", ("kr-old",), "population"), "ko", places)
    assert sheet is not None
    led, first, *_ = sheet.text.splitlines()
    assert led.startswith("수원군은 2010년 7월 1일부터 쓰이지 않는")
    assert first == "경기도 수원시 — 인구: 주민등록인구 1,185,332명(2026년 7월)"
    assert sheet.places == ("kr-old", "kr-41110")


def test_a_name_that_leads_to_two_places_gives_the_line_of_each(places: Library) -> None:
    text = _text(places, "kr-older", "population", "fr")
    assert "Aujourd'hui : Gyeonggi (province) et Gangwon (province autonome spéciale)." in text
    assert "13 700 000" in text
    assert "1 500 000" in text


@pytest.mark.parametrize(
    ("id", "language", "first"),
    [
        ("kr-41110", "fr", "Suwon-si (Gyeonggi) · 수원시 — Anciens noms et anciennes collectivités : Suwon-gun (jusqu'en 2010)"),
        ("kr-41110", "ko", "경기도 수원시 — 옛 이름·옛 자치단체: 수원군(2010년까지)"),
        ("fr-com-37109", "en", "Fondettes (Indre-et-Loire) — Communes merged into it: Vallières"),
    ],
)  # fmt: skip
def test_a_place_says_what_it_was_before(places: Library, id: str, language: Language, first: str) -> None:
    assert _text(places, id, "formerly", language).splitlines()[0] == first


def test_a_place_that_was_never_another_says_nothing_of_it(places: Library) -> None:
    assert place_sheets.compose(Subject("place", ("kr-41130",), "formerly"), "fr", places) is None


def test_of_many_former_places_some_are_named(shipped: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.sheets.place_lines.FORMER_NAMED", 2)
    assert "Cran-Gevrier et 3 autres" in _text(shipped, "fr-com-74010", "formerly", "fr").splitlines()[0]
    assert "외 3개" in _text(shipped, "fr-com-74010", "formerly", "ko").splitlines()[0]


def test_a_landmark_says_in_which_government_it_lies(places: Library) -> None:
    text = _text(places, "kr-landmark-1", "", "en")
    assert text.startswith("Pangyo (technology park) is not a local government. See: Seongnam-si (Gyeonggi-do).")
    assert "901,110 registered residents" in text


def test_a_commune_merged_away_gives_todays_commune(places: Library) -> None:
    assert "Aujourd'hui : Fondettes (Indre-et-Loire)." in _text(places, "fr-com-37109-1", "", "fr")


def test_a_hangul_name_made_by_rule_is_marked_in_korean_only(places: Library) -> None:
    notes = {}
    for language in LANGUAGES:
        sheet = place_sheets.compose(Subject("place", ("fr-com-37261",)), language, places)
        assert sheet is not None
        notes[language] = sheet.notes
    assert (len(notes["fr"]), len(notes["ko"]), len(notes["en"])) == (0, 1, 0)


def test_the_source_of_the_line_asked_for_is_cited_first(places: Library) -> None:
    sheet = place_sheets.compose(Subject("place", ("fr-com-37261",), "phone"), "fr", places)
    assert sheet is not None
    assert sheet.citations[0].title == "Annuaire"
    assert sheet.citations[0].date == "2019-10"


def test_partners_in_the_other_country_are_told_with_their_kind_and_year(places: Library) -> None:
    one = Partnership(
        id="tours-suwon",
        places=("fr-com-37261", "kr-41110"),
        kind="twinning",
        year=1999,
        state="active",
        note=Text(fr="x", ko="x", en="x"),
        sources=(Source(title="Ville de Tours", url="https://www.tours.fr", date=date(2026, 1, 2)),),
        checked=date(2026, 11, 24),
        status="verified",
    )
    ended = one.model_copy(update={"id": "tours-jung", "places": ("fr-com-37261", "kr-11140"), "state": "ended"})
    twinned = Library(gazetteer=places.gazetteer, partnerships={one.id: one, ended.id: ended})
    sheet = place_sheets.compose(Subject("place", ("fr-com-37261",), "partners"), "ko", twinned)
    assert sheet is not None
    assert sheet.text.splitlines()[0].endswith("상대국 협력 기관: 수원시(자매결연, 1999년)")
    assert "Ville de Tours" in [citation.title for citation in sheet.citations]


@pytest.fixture(scope="module")
def shipped() -> Library:
    return Library(gazetteer=Gazetteer.open(SHIPPED / "places"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_place_shipped_has_a_sheet(shipped: Library, language: Language) -> None:
    for id in _sample(shipped):
        sheet = place_sheets.compose(Subject("place", (id,)), language, shipped)
        assert sheet is not None, id
        assert sheet.text.count("\n") >= 2, id


@pytest.mark.parametrize("line", LINES)
def test_every_line_of_the_places_shipped_can_be_written(shipped: Library, line: str) -> None:
    for id in _sample(shipped):
        for language in LANGUAGES:
            sheet = place_sheets.compose(Subject("place", (id,), line), language, shipped)
            assert sheet is None or sheet.places[0] == id


def test_no_sheet_shipped_is_longer_than_a_telegram_message(shipped: Library) -> None:
    long_ones = ("landmark", "former", "region", "metropole", "special-collectivity", "kr-special-city")
    ids = [row.id for row in shipped.gazetteer.rows() if row.kind in long_ones]
    found = [place_sheets.compose(Subject("place", (id,)), "fr", shipped) for id in ids]
    assert max(len(sheet.text) for sheet in found if sheet is not None) < 3_000


def _sample(shipped: Library) -> list[str]:
    """Return some ids of every kind."""
    by_kind: dict[str, list[str]] = {}
    for row in shipped.gazetteer.rows():
        by_kind.setdefault(row.kind, []).append(row.id)
    return [id for ids in by_kind.values() for id in ids[:: max(1, len(ids) // 8)]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_sheet_says_the_names_in_every_script(places: Library, language: Language) -> None:
    for id, names in (("fr-com-37261", ("Tours", "투르")), ("kr-41110", ("Suwon-si", "수원시"))):
        last = _text(places, id, "population", language).rsplit("\n", 1)[1]
        assert all(name in last for name in names)


def test_only_france_codes_its_places(places: Library) -> None:
    for id in ("kr-41110", "fr-epci-1", "fr-com-37109-1"):
        sheet = place_sheets.compose(Subject("place", (id,)), "en", places)
        assert sheet is not None
        assert "Number:" not in sheet.text
        assert "Insee code:" not in sheet.text or "37109" in sheet.text
