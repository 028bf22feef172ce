"""A small table of places for tests: a part of Touraine, of Paris, of Gyeonggi and of Seoul; some figures made up."""

from __future__ import annotations

from pathlib import Path

from knowledge.library import Library
from knowledge.places import Gazetteer

SOURCES = """\
id\ttitle\turl\tdate\tlicence
cog\tCode officiel géographique\thttps://www.insee.fr\t2026-01-01\tLicence Ouverte 2.0
insee\tPopulations\thttps://www.insee.fr/populations\t2023\tLicence Ouverte 2.0
annuaire\tAnnuaire\thttps://www.service-public.fr\t2019-10\tLicence Ouverte 2.0
rule\tLoan-word orthography\thttps://korean.go.kr\t2026-11-24\tMIT
mois\tDivisions\thttps://www.mois.go.kr\t2026-07-01\tpublic
"""
MAIN = "id kind fr ko en parents population".split()
"""The columns of the rows below; a blank English name is the French one."""
FRANCE = """\
fr-reg-24 | region | Centre-Val de Loire | 상트르발드루아르 |  |  | 2500000
fr-reg-11 | region | Île-de-France | 일드프랑스 |  |  | 12000000
fr-dep-37 | departement | Indre-et-Loire | 앵드르에루아르 |  | fr-reg-24 | 600000
fr-dep-41 | departement | Loir-et-Cher | 루아르에셰르 |  | fr-reg-24 | 320000
fr-dep-45 | departement | Loiret | 루아레 |  | fr-reg-24 | 690000
fr-dep-75 | departement | Paris | 파리 |  | fr-reg-11 | 2100000
fr-dep-93 | departement | Seine-Saint-Denis | 센생드니 |  | fr-reg-11 | 1700000
fr-epci-1 | metropole | Tours Métropole | 투르 메트로폴 |  | fr-dep-37 fr-reg-24 | 300000
fr-epci-2 | epci-cc | Communauté de communes du Chinonais | 시농 코뮌공동체 |  | fr-dep-37 fr-reg-24 | 24000
fr-com-37261 | commune | Tours | 투르 |  | fr-epci-1 fr-dep-37 fr-reg-24 | 139259
fr-com-37109 | commune | Fondettes | 퐁데트 |  | fr-epci-1 fr-dep-37 fr-reg-24 | 11000
fr-com-37072 | commune | Chinon | 시농 |  | fr-epci-2 fr-dep-37 fr-reg-24 | 8500
fr-com-37001 | commune | Abilly | 아비이 |  | fr-epci-2 fr-dep-37 fr-reg-24 | 8500
fr-com-41018 | commune | Blois | 블루아 |  | fr-dep-41 fr-reg-24 | 46000
fr-com-45234 | commune | Orléans | 오를레앙 |  | fr-dep-45 fr-reg-24 | 117000
fr-com-75056 | commune | Paris | 파리 |  | fr-dep-75 fr-reg-11 | 2100000
fr-com-75101 | district-municipal | 1er arrondissement de Paris | 파리 1구 | 1st arrondissement of Paris | fr-com-75056 fr-dep-75 fr-reg-11 | 15000
fr-com-75102 | district-municipal | 2e arrondissement de Paris | 파리 2구 | 2nd arrondissement of Paris | fr-com-75056 fr-dep-75 fr-reg-11 | 20000
fr-com-93066 | commune | Saint-Denis | 생드니 |  | fr-dep-93 fr-reg-11 | 150000
fr-com-37999 | commune | Saint-Denis | 생드니 |  | fr-dep-37 fr-reg-24
fr-com-37109-1 | commune-former | Vallières | 발리에르 |  | fr-dep-37 fr-reg-24
"""
KOREA = """\
kr-11 | kr-special-city | Séoul | 서울특별시 | Seoul |  | 9284263
kr-41 | kr-province | Gyeonggi | 경기도 | Gyeonggi-do |  | 13700000
kr-51 | kr-special-self-governing-province | Gangwon | 강원특별자치도 | Gangwon State |  | 1500000
kr-11140 | kr-gu | Jung-gu | 중구 | Jung-gu | kr-11 | 117493
kr-11680 | kr-gu | Gangnam-gu | 강남구 | Gangnam-gu | kr-11 | 550000
kr-41110 | kr-si | Suwon-si | 수원시 | Suwon-si | kr-41 | 1185332
kr-41117 | kr-admin-gu | Yeongtong-gu | 영통구 | Yeongtong-gu | kr-41110 kr-41 | 370000
kr-41130 | kr-si | Seongnam-si | 성남시 | Seongnam-si | kr-41 | 901110
kr-41820 | kr-gun | Gapyeong-gun | 가평군 | Gapyeong-gun | kr-41 | 62048
kr-41800 | kr-gun | Yeoncheon-gun | 연천군 | Yeoncheon-gun | kr-41 | 41000
kr-51150 | kr-si | Gangneung-si | 강릉시 | Gangneung-si | kr-51 | 207000
kr-4182025000 | kr-eup | Gapyeong-eup | 가평읍 | Gapyeong-eup | kr-41820 kr-41
kr-4111713100 | kr-dong | Maetan-dong | 매탄동 | Maetan-dong | kr-41117 kr-41110 kr-41
kr-landmark-1 | landmark | Pangyo | 판교 | Pangyo | kr-41130 kr-41
kr-old | former | Suwon-gun | 수원군 | Suwon County
kr-older | former | Gyeonggi-Gangwon | 경강도 | Gyeong-Gang
"""
FURTHER = {
    "fr-reg-24": {"seat": "fr-com-45234"},
    "fr-dep-37": {
        "seat": "fr-com-37261",
        "arrondissements": "fr-com-37261 fr-com-37072",
        "prefecture_phone": "02 47 64 37 37",
        "prefecture_address": "15 rue Bernard-Palissy, Tours",
    },
    "fr-com-37261": {
        "site": "https://www.tours.fr",
        "phone": "02 47 21 60 00",
        "address": "1 rue des Minimes",
        "postcodes": "37000 37100",
        "sources": "names=cog population=insee contact=annuaire korean=rule",
        "ko_rule": "rule",
    },
    "fr-com-37072": {"arrondissements": "fr-com-37072"},
    "fr-com-75056": {
        "description_fr": "à la fois commune et département",
        "description_ko": "코뮌과 데파르트망을 겸한다",
        "description_en": "commune and département in one",
    },
    "fr-com-37109-1": {"leads_to": "fr-com-37109"},
    "kr-11": {"seat": "kr-11140", "phone": "02-120"},
    "kr-41": {"seat": "kr-41117"},
    "kr-11140": {"units": "15"},
    "kr-11680": {"units": "22"},
    "kr-41110": {"units": "44"},
    "kr-41117": {"units": "12"},
    "kr-41130": {"units": "50"},
    "kr-41820": {"units": "6"},
    "kr-41800": {"units": "10"},
    "kr-51150": {"units": "21"},
    "kr-landmark-1": {
        "leads_to": "kr-41130",
        "description_fr": "parc technologique",
        "description_ko": "테크노밸리",
        "description_en": "technology park",
    },
    "kr-old": {"leads_to": "kr-41110", "until": "2010-06-30"},
    "kr-older": {"leads_to": "kr-41 kr-51", "until": "1896-08-03"},
}
"""Further cells of some rows, by id."""
COLUMNS = (
    "id kind fr ko en ko_rule parents population population_year seat arrondissements site phone email address prefecture_phone "
    "prefecture_address postcodes units description_fr description_ko description_en leads_to until sources"
).split()


def write(folder: Path) -> Path:
    """Write the table and its sources into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sources.tsv").write_text(SOURCES, "utf-8")
    for name, rows, year, sources in (
        ("france", FRANCE, "2023", "names=cog population=insee"),
        ("korea", KOREA, "2026-07", "names=mois population=mois"),
    ):
        lines = ["\t".join(COLUMNS), *(_line(row, year, sources) for row in rows.splitlines())]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def library(folder: Path) -> Library:
    """Return a library that holds the table only."""
    return Library(gazetteer=Gazetteer.read(write(folder)))


def _line(row: str, year: str, sources: str) -> str:
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(MAIN, (cell.strip() for cell in row.split("|")), strict=False))
    cells["en"] = cells["en"] or cells["fr"]
    cells["population_year"] = year if cells["population"] else ""
    cells["sources"] = sources
    return "\t".join((cells | FURTHER.get(cells["id"], {}))[column] for column in COLUMNS)
