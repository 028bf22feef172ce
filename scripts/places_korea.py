"""The Korean places as of 1 July 2026: from the facts (first and second level) and dongnae-kr (eup, myeon, dong)."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.place_rows import PlaceRow, read_tsv
from scripts.romanisation import by_letter, mccune_reischauer, revised

_FIRST_KINDS = {
    "특별시": "kr-special-city",
    "통합특별시": "kr-integrated-special-city",
    "광역시": "kr-metropolitan-city",
    "특별자치시": "kr-special-self-governing-city",
    "도": "kr-province",
    "특별자치도": "kr-special-self-governing-province",
}
_SECOND_KINDS = {"시": "kr-si", "군": "kr-gun", "자치구": "kr-gu"}
_TOWN_KINDS = {"읍": "kr-eup", "면": "kr-myeon"}

# The names of the first level in French and English, and what people call them besides.
_FIRST_NAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "11": ("Séoul", "Seoul", ("서울", "서울시", "Seoul Metropolitan City", "Ville spéciale de Séoul", "Sŏul", "SMG")),
    "26": ("Busan", "Busan", ("부산", "부산시", "Ville métropolitaine de Busan", "Pusan", "Fusan")),
    "27": ("Daegu", "Daegu", ("대구", "대구시", "Ville métropolitaine de Daegu", "Taegu")),
    "28": ("Incheon", "Incheon", ("인천", "인천시", "Ville métropolitaine d'Incheon", "Inch’ŏn", "Chemulpo")),
    "12": (
        "Jeonnam-Gwangju",
        "Jeonnam-Gwangju",
        (
            "전남광주",
            "광주특별시",
            "전남광주특별시",
            "전남광주시",
            "광주전남",
            "Gwangju",
            "Kwangju",
            "광주",
            "Gwangju Special City",
        ),
    ),
    "30": ("Daejeon", "Daejeon", ("대전", "대전시", "Ville métropolitaine de Daejeon", "Taejŏn")),
    "31": ("Ulsan", "Ulsan", ("울산", "울산시", "Ville métropolitaine d'Ulsan")),
    "36": ("Sejong", "Sejong", ("세종", "세종시", "Ville autonome spéciale de Sejong", "Sejong City")),
    "41": ("Gyeonggi", "Gyeonggi-do", ("경기", "Kyŏnggi-do", "Kyŏnggi", "Gyeonggi Province")),
    "51": ("Gangwon", "Gangwon State", ("강원", "강원도", "Gangwon-do", "Kangwŏn-do", "Kangwŏn", "Gangwon Province")),
    "43": (
        "Chungcheong du Nord",
        "Chungcheongbuk-do",
        ("충북", "Chungbuk", "North Chungcheong", "Ch’ungch’ŏngbuk-do", "Ch’ungbuk"),
    ),
    "44": (
        "Chungcheong du Sud",
        "Chungcheongnam-do",
        ("충남", "Chungnam", "South Chungcheong", "Ch’ungch’ŏngnam-do", "Ch’ungnam"),
    ),
    "52": ("Jeonbuk", "Jeonbuk State", ("전북", "Chŏnbuk")),
    "47": (
        "Gyeongsang du Nord",
        "Gyeongsangbuk-do",
        ("경북", "Gyeongbuk", "North Gyeongsang", "Kyŏngsangbuk-do", "Kyŏngbuk"),
    ),
    "48": (
        "Gyeongsang du Sud",
        "Gyeongsangnam-do",
        ("경남", "Gyeongnam", "South Gyeongsang", "Kyŏngsangnam-do", "Kyŏngnam"),
    ),
    "50": (
        "Jeju",
        "Jeju",
        ("제주", "제주도", "Jeju-do", "Cheju-do", "Cheju", "Jeju Island", "île de Jeju", "Quelpart"),
    ),
}
_MERGED_NAMES = {
    "광주광역시",
    "전라남도",
    "전라북도",
    "Jeolla du Nord",
    "Jeolla du Sud",
    "Jeollabuk-do",
    "Jeollanam-do",
    "전남",
}
_MERGED_NAMES |= {"North Jeolla", "South Jeolla", "Jeonnam", "Chollanam", "Chollabuk", "Gangwon", "Soul"}

# Which of the districts made in 2026 a legal dong of before lies in; where a dong was split or no source says, none.
_YEONGJONG = "중산동 운남동 운서동 운북동 을왕동 남북동 덕교동 무의동"
_GEOMDAN = "마전동 당하동 원당동 대곡동 금곡동 오류동 왕길동 불로동"
_SEOHAE = "검암동 경서동 공촌동 연희동 심곡동 가정동 신현동 석남동 원창동 가좌동 청라동"
_HWASEONG = {
    "만세구": "우정읍 향남읍 남양읍 마도면 송산면 서신면 팔탄면 장안면 양감면 새솔동",
    "효행구": "봉담읍 매송면 비봉면 정남면 기안동 배양동",
    "병점구": "진안동 병점동 기산동 반정동 황계동 송산동 안녕동",
    "동탄구": "반송동 석우동 오산동 청계동 영천동 중동 신동 목동 산척동 장지동 송동 방교동 금곡동",
}


@dataclass(frozen=True)
class KoreanInputs:
    """The folders that Korean places are made from."""

    facts: Path
    towns: Path  # the table of dongnae-kr


@dataclass(frozen=True)
class KoreanPlaces:
    """Rows by table."""

    upper: list[PlaceRow]  # first and second level, administrative gu
    towns: list[PlaceRow]  # eup, myeon, legal dong


def make_korea(inputs: KoreanInputs) -> KoreanPlaces:
    """Return all Korean places."""
    population = read_tsv(inputs.facts / "korea_population.tsv")
    first = _first_level(inputs.facts)
    second = _second_level(inputs.facts, population, {row.ko: row for row in first})
    lower = _administrative(inputs.facts, population, [*first, *second])
    towns = _towns(inputs.towns, [*first, *second, *lower])
    _seats(inputs.facts, first, [*second, *lower, *towns])
    return KoreanPlaces([*first, *second, *lower], towns)


def _aliases(facts: Path, kind: str) -> dict[str, list[str]]:
    aliases: dict[str, list[str]] = defaultdict(list)
    for row in read_tsv(facts / "additions_aliases.tsv"):
        if row["type"] == kind and row["kind"] != "without suffix":
            aliases[row["key"]].append(row["alias"])
    return aliases


def _verified(value: Any) -> str:
    """Return what a fact holds if it was read in a source, otherwise nothing."""
    if not isinstance(value, dict) or value.get("status") != "verified":
        return ""
    return str(value.get("url") or value.get("value") or value.get("ko") or "")


def _first_level(facts: Path) -> list[PlaceRow]:
    aliases = _aliases(facts, "first_level_kr")
    rows = []
    for fact in yaml.safe_load((facts / "korea_first_level.yaml").read_text(encoding="utf-8"))["first_level"]:
        code, korean = fact["code"], fact["name_ko"]
        french, english, spellings = _FIRST_NAMES[code]
        row = PlaceRow(f"kr-{code}", _FIRST_KINDS[fact["type_ko"]], french, korean, english)
        official = [name.split(" (")[0] for name in (fact["name_fr"], *fact["name_en"].split(" / "))]
        row.spellings = [*official, *spellings, *(a for a in aliases[korean] if a not in _MERGED_NAMES)]
        row.population, row.population_year = fact["population"]["value"], str(fact["population"]["date"])
        row.site, row.address = _verified(fact["website"]), _verified(fact["address"])
        row.phone = (_verified(fact["main_phone"]) or _verified(fact["call_centre_120"])).split(" (")[0]
        row.sources = {"names": "kr-divisions", "population": "kr-population", "contact": "kr-first-level"}
        rows.append(row)
    return rows


def _second_level(facts: Path, population: list[dict[str, str]], first: dict[str, PlaceRow]) -> list[PlaceRow]:
    aliases = _aliases(facts, "second_level_kr")
    figures = {(f["name_ko"], f["parent_ko"]): f for f in population if f["level"] == "second level"}
    rows = []
    for fact in read_tsv(facts / "korea_second_level.tsv"):
        korean, parent = fact["name_ko"], fact["parent_ko"]
        figure = figures[korean, parent]
        roman = fact["romanisation_official"]
        row = PlaceRow(
            f"kr-{figure['code_2026_07'][:5]}", _SECOND_KINDS[fact["type"].split(" (")[0]], roman, korean, roman
        )
        older = [a for a in aliases[f"{korean} ({parent})"] if len(a) > 4]
        row.spellings = [fact["name_fr_usual"], mccune_reischauer(korean), *older, by_letter(korean)]
        row.parents = [first[parent].id]
        _count(row, figure)
        row.sources = {"names": "kr-divisions", "population": "kr-population"}
        if fact["website_status"] == "seen":
            row.site, row.sources["contact"] = fact["website"], "kr-sites"
        rows.append(row)
    return rows


def _count(row: PlaceRow, figure: dict[str, str]) -> None:
    row.population, row.population_year = int(figure["population"]), figure["month"]
    row.units = int(figure["n_eup_myeon_dong"]) if figure["n_eup_myeon_dong"] else None


def _administrative(facts: Path, population: list[dict[str, str]], above: list[PlaceRow]) -> list[PlaceRow]:
    """Return the gu of cities that are no governments of their own, and the two administrative cities of Jeju."""
    cities = {row.ko: row for row in above}
    romans = {(r["gu_ko"], r["city_ko"]): r["gu_roman"] for r in read_tsv(facts / "additions_korea_admin_gu.tsv")}
    rows = []
    for figure in population:
        if figure["level"] == "second level":
            continue
        korean, parent = figure["name_ko"], cities[figure["parent_ko"]]
        kind = "kr-admin-gu" if figure["level"] == "administrative gu" else "kr-admin-city"
        roman = romans.get((korean, parent.ko), revised(korean))
        row = PlaceRow(f"kr-{figure['code_2026_07'][:5]}", kind, roman, korean, roman)
        row.spellings = [mccune_reischauer(korean), by_letter(korean)]
        row.parents = [parent.id, *parent.parents]
        _count(row, figure)
        row.sources = {"names": "kr-divisions", "population": "kr-population"}
        rows.append(row)
    return rows


def _towns(table: Path, above: list[PlaceRow]) -> list[PlaceRow]:
    """Return eup, myeon and legal dong under what they lie in today; ids keep the ten digits of the source."""
    by_path = _paths(above)
    rows = []
    with table.open(encoding="utf-8-sig", newline="") as file:
        for line in sorted(csv.DictReader(file), key=lambda line: line["dnid"]):
            if not line["dnid"].endswith("00"):
                continue  # a ri
            # A few lines of the source run a city and its gu together.
            *path, name = re.sub(r"(\S시)(\S+구) ", r"\1 \2 ", line["dnname"]).split()
            parent = by_path[_today(path, name)]
            kind = _TOWN_KINDS.get(name[-1], "kr-dong")
            roman = _revised_town(name)
            row = PlaceRow(f"kr-{line['dnid']}", kind, roman, name, roman)
            row.parents = [parent.id, *parent.parents]
            row.sources = {"names": "kr-towns"}
            rows.append(row)
    return rows


def _revised_town(name: str) -> str:
    """Return the romanised name of a town; the number of a part of a legal dong stands apart (종로1가: Jongno 1-ga)."""
    part = re.fullmatch(r"(\D+)(\d+)가", name)
    return f"{revised(part[1])} {part[2]}-ga" if part else revised(name)


def _paths(above: list[PlaceRow]) -> dict[tuple[str, ...], PlaceRow]:
    names = {row.id: row.ko for row in above}
    return {(*(names[parent] for parent in reversed(row.parents)), row.ko): row for row in above}


def _today(path: list[str], name: str) -> tuple[str, ...]:
    """Return the path of names that a town lies in since 1 July 2026."""
    first, *rest = path
    if first in ("광주광역시", "전라남도"):
        return ("전남광주통합특별시", *rest)
    if first == "인천광역시" and rest[0] == "중구":
        return (first, "영종구" if name in _YEONGJONG.split() else "제물포구")
    if first == "인천광역시" and rest[0] == "동구":
        return (first, "제물포구")
    if first == "인천광역시" and rest[0] == "서구":
        if name in _GEOMDAN.split():
            return (first, "검단구")
        return (first, "서해구") if name in _SEOHAE.split() else (first,)
    if first == "세종특별자치시":
        return (first,)
    if rest == ["화성시"]:
        for gu, towns in _HWASEONG.items():
            if name in towns.split():
                return (first, "화성시", gu)
    return tuple(path)


def _seats(facts: Path, first: list[PlaceRow], below: list[PlaceRow]) -> None:
    """Set the seat of each first-level government: the last place named that stands in the tables."""
    by_code = {row.id.removeprefix("kr-"): row for row in first}
    for fact in yaml.safe_load((facts / "korea_first_level.yaml").read_text(encoding="utf-8"))["first_level"]:
        row = by_code[fact["code"]]
        inside = [place for place in below if row.id in place.parents]
        within = row.id
        for token in fact["seat"]["ko"].split("(")[0].split():
            found = [place for place in inside if place.ko == token and within in place.parents]
            if len(found) == 1:
                within = found[0].id
        row.seat = within if within != row.id else ""
