"""The French places: from the official geographic code of 2026, with the names and addresses that the facts add."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.france_communes import make_communes, make_districts, make_former_communes
from scripts.france_groupings import make_groupings
from scripts.french_inputs import ALSACE, LYON, LYON_SIREN, OWN_FACTS, POPULATION_YEAR, FrenchInputs, describe
from scripts.place_rows import PlaceRow, read_tsv

# Names that the code gives no article, since none stands after "de" (le préfet de Bretagne); elsewhere it does.
_ARTICLES = {
    "Bourgogne-Franche-Comté": "la ",
    "Bretagne": "la ",
    "Corse": "la ",
    "Eure-et-Loir": "l'",
    "Ille-et-Vilaine": "l'",
    "Indre-et-Loire": "l'",
    "Maine-et-Loire": "le ",
    "Meurthe-et-Moselle": "la ",
    "Normandie": "la ",
    "Occitanie": "l'",
    "Saône-et-Loire": "la ",
    "Seine-et-Marne": "la ",
    "Île-de-France": "l'",
}


@dataclass(frozen=True)
class FrenchPlaces:
    """Rows by table."""

    upper: list[PlaceRow]  # régions, départements, collectivities, EPCI, districts
    communes: list[PlaceRow]
    former: list[PlaceRow]


def make_france(inputs: FrenchInputs) -> FrenchPlaces:
    """Return all French places, communes and the former ones in the order of their codes."""
    communes = inputs.read("communes")
    current = [c for c in communes if c["type"] == "commune-actuelle"]
    aliases = inputs.aliases()
    upper = [
        *_regions(inputs.facts, aliases, {r["code"]: r["typeLiaison"] for r in inputs.read("regions")}),
        *_departements(inputs, aliases),
        *_collectivities(inputs.facts, current),
        *make_groupings(inputs, current),
        *make_districts(communes, inputs.facts),
    ]
    rows = make_communes(inputs, current)
    return FrenchPlaces(upper, rows, make_former_communes(inputs, communes, {row.id: row for row in rows}))


def _with_article(name: str, liaison: int) -> list[str]:
    """Return a name with the article that the code of its liaison or usage tells (la Marne, la Bretagne), if any."""
    article = {2: "le ", 3: "la ", 4: "les ", 5: "l'"}.get(liaison) or _ARTICLES.get(name)
    return [article + name] if article and not name.startswith(("La ", "Le ", "Les ")) else []


def _regions(facts: Path, aliases: dict[str, list[str]], liaison: dict[str, int]) -> list[PlaceRow]:
    own = {row["code"]: row["spellings"].split("|") for row in read_tsv(OWN_FACTS / "france_region_spellings.tsv")}
    rows = []
    for region in yaml.safe_load((facts / "france_regions.yaml").read_text(encoding="utf-8"))["regions"]:
        code, council, prefecture = region["code_insee"], region["council"], region["prefecture_de_region"]
        english, _, other = region["name_en"].rstrip(")").partition(" (")
        longer = region["name_ko_alt"].split(" (")[0]
        id_ = f"fr-reg-{code}"
        row = PlaceRow(id_, "region", region["name_fr"], longer or region["name_ko"], english)
        row.spellings = [
            *_with_article(region["name_fr"], liaison[code]),
            region["name_ko"],
            other,
            council["name"],
            *own.get(code, []),
            *aliases[id_],
        ]
        row.population, row.population_year = region["population"], POPULATION_YEAR
        row.seat = f"fr-com-{region['chef_lieu']['insee']}"
        row.site, row.phone, row.email = council["website"], council["phone"], council["email"]
        row.address = council["address"]
        if "memory" not in prefecture["website_status"]:
            row.prefecture_site = prefecture["website"]
        row.prefecture_phone = prefecture["phone_prefecture_chef_lieu"]
        row.sources = {"names": "cog", "korean": "cldr", "population": "insee", "contact": "dinum"}
        if row.phone:
            row.sources["phone"] = "annuaire"
        if row.prefecture_phone:
            row.sources["prefecture"] = "camino"
        rows.append(describe(row))
    return rows


def _departements(inputs: FrenchInputs, aliases: dict[str, list[str]]) -> list[PlaceRow]:
    liaison = {each["code"]: each["typeLiaison"] for each in inputs.read("departements")}
    chief_towns = inputs.chief_towns()
    rows = []
    for fact in read_tsv(inputs.facts / "france_departements.tsv"):
        if fact["type"].startswith("COM"):
            continue
        id_ = f"fr-dep-{fact['code']}"
        row = PlaceRow(id_, "departement", fact["nom"], fact["nom_ko"], fact["nom"])
        row.spellings = [*_with_article(fact["nom"], liaison[fact["code"]]), *aliases[id_]]
        alsace = [ALSACE] if fact["code"] in ("67", "68") else []
        row.parents = [*alsace, f"fr-reg-{fact['region_code']}"]
        row.population, row.population_year = int(fact["population"]), POPULATION_YEAR
        row.seat = f"fr-com-{fact['chef_lieu_insee']}"
        own = (town for code, town in chief_towns.items() if code[:-1] == fact["code"])
        row.arrondissements = sorted(own, key=lambda town: town != row.seat)
        row.sources = {"names": "cog", "korean": "cldr", "population": "insee"}
        if fact["conseil_site"] and "memory" not in fact["conseil_site_check"]:
            row.site = fact["conseil_site"]
            row.sources["contact"] = "dinum" if "DINUM" in fact["conseil_site_check"] else "annuaire"
        row.phone, row.email, row.address = fact["conseil_tel"], fact["conseil_email"], fact["conseil_adresse"]
        if row.phone or row.address:
            row.sources["phone"] = "annuaire"
        row.prefecture_site, row.prefecture_phone = fact["prefecture_site"], fact["prefecture_tel"]
        row.prefecture_email, row.prefecture_address = fact["prefecture_email"], fact["prefecture_adresse"]
        row.sources["prefecture"] = "camino"
        rows.append(describe(row))
    return rows


def _collectivities(facts: Path, current: list[dict[str, Any]]) -> list[PlaceRow]:
    lyon = next(fact for fact in read_tsv(facts / "france_metropoles.tsv") if fact["siren"] == LYON_SIREN)
    overseas = {row["code"]: row for row in read_tsv(OWN_FACTS / "france_overseas.tsv")}
    alsace = [c for c in current if c["departement"] in ("67", "68")]
    rows = [
        PlaceRow(
            LYON,
            "special-collectivity",
            "Métropole de Lyon",
            "리옹 메트로폴",
            "Lyon Metropolis",
            spellings=["Grand Lyon", "Lyon Métropole", "그랑리옹", "Greater Lyon"],
            parents=["fr-dep-69", "fr-reg-84"],
            population=int(lyon["population_municipale"]),
            population_year=POPULATION_YEAR,
            seat="fr-com-69123",
            site="https://www.grandlyon.com",
            siren=LYON_SIREN,
            sources={"names": "cog", "population": "insee", "contact": "dinum"},
        ),
        PlaceRow(
            ALSACE,
            "special-collectivity",
            "Collectivité européenne d'Alsace",
            "알자스 유럽 자치체",
            "European Collectivity of Alsace",
            spellings=["Alsace", "알자스", "CeA"],
            parents=["fr-reg-44"],
            population=sum(c["population"] for c in alsace),
            population_year=POPULATION_YEAR,
            seat="fr-com-67482",
            sources={"names": "law", "population": "insee"},
        ),
    ]
    for fact in read_tsv(facts / "france_departements.tsv"):
        if not fact["type"].startswith("COM"):
            continue
        code = fact["code"]
        own = overseas[code]
        row = PlaceRow(f"fr-col-{code}", "special-collectivity", fact["nom"], own["ko"], own["en"])
        row.spellings = own["spellings"].split("|")
        row.sources = {"names": "cog"}
        if fact["population"]:
            row.population, row.population_year = int(fact["population"]), POPULATION_YEAR
            row.sources["population"] = "insee"
        row.seat = "" if code in ("984", "989") else f"fr-com-{fact['chef_lieu_insee']}"
        rows.append(row)
    return rows
