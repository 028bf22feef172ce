"""The French communes, their municipal districts, and the communes merged away."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

from scripts.french_inputs import ALSACE, GRAND_PARIS, LYON, LYON_SIREN, POPULATION_YEAR, FrenchInputs, describe
from scripts.place_rows import PlaceRow, read_tsv
from scripts.short_names import add_short_names
from scripts.transliteration import hangul

_INSIDE_ANOTHER = ("commune-deleguee", "commune-associee")
_WALLIS = "986"  # divided into districts, which the official code lists with the communes of elsewhere


def make_communes(inputs: FrenchInputs, current: list[dict[str, Any]]) -> list[PlaceRow]:
    """Return the communes of today in the order of their codes."""
    above = _above(inputs, current)
    rows = [_commune(commune, above[commune["code"]]) for commune in current]
    chief_towns = inputs.chief_towns()
    for row, commune in zip(rows, current, strict=True):
        code = commune.get("arrondissement")
        row.arrondissements = [chief_towns[code]] if code else []
    _name_communes(rows, inputs, inputs.aliases())
    add_short_names(rows, inputs.geonames.abroad)
    return rows


def _above(inputs: FrenchInputs, current: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Return what is above each commune, the nearest first."""
    grouping: dict[str, list[str]] = defaultdict(list)
    for territory in inputs.read("ept"):
        for member in territory["membres"]:
            grouping[member["code"]].append(f"fr-epci-{territory['code']}")
    for epci in inputs.read("epci"):
        id_ = LYON if epci["code"] == LYON_SIREN else f"fr-epci-{epci['code']}"
        for member in epci["membres"]:
            grouping[member["code"]].append(id_)
    above = {}
    for commune in current:
        code = commune["code"]
        if commune["zone"] == "com":
            above[code] = [f"fr-col-{commune['departement']}"]
            continue
        alsace = [ALSACE] if commune["departement"] in ("67", "68") else []
        upper = [f"fr-dep-{commune['departement']}", *alsace, f"fr-reg-{commune['region']}"]
        above[code] = grouping[code] + upper
    return above


def make_districts(communes: list[dict[str, Any]], facts: Path) -> list[PlaceRow]:
    """Return the districts of Paris, Lyon and Marseille."""
    sites = {row["id"]: row["website"] for row in read_tsv(facts / "additions_contacts.tsv")}
    korean = {"Paris": "파리", "Lyon": "리옹", "Marseille": "마르세유"}
    rows = []
    for district in communes:
        if district["type"] != "arrondissement-municipal":
            continue
        city, number = re.match(r"(\w+) (\d+)", district["nom"]).groups()  # type: ignore[union-attr]
        ordinal = f"{number}er" if number == "1" else f"{number}e"
        english = f"{number}{_english_suffix(number)}"
        row = PlaceRow(
            f"fr-com-{district['code']}",
            "district-municipal",
            f"{ordinal} arrondissement de {city}",
            f"{korean[city]} {number}구",
            f"{english} arrondissement of {city}",
        )
        old = f"{number}ème" if number != "1" else "1ier"
        row.spellings = [
            district["nom"],
            f"{city} {ordinal}",
            f"{city} {old}",
            f"{city} {number}",
            f"{city} {int(number):02d}",
            f"{old} arrondissement de {city}",
            f"mairie du {ordinal} arrondissement de {city}",
            f"{english} district of {city}",
            f"{korean[city]} 제{number}구",
            f"{korean[city]} {number}구청",
            f"{city} {english} arrondissement",
        ]
        above = {
            "Paris": ["fr-com-75056", GRAND_PARIS, "fr-dep-75", "fr-reg-11"],
            "Lyon": ["fr-com-69123", LYON, "fr-dep-69", "fr-reg-84"],
        }
        row.parents = above.get(city, ["fr-com-13055", "fr-epci-200054807", "fr-dep-13", "fr-reg-93"])
        row.population, row.population_year = district["population"], POPULATION_YEAR
        row.postcodes = district["codesPostaux"]
        row.sources = {"names": "cog", "population": "insee"}
        if city == "Paris" and f"par_{number}" in sites:
            row.site = sites[f"par_{number}"]
            row.sources["contact"] = "dinum"
        rows.append(row)
    return rows


def _english_suffix(number: str) -> str:
    if number in ("11", "12", "13"):
        return "th"
    return {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")


def _commune(commune: dict[str, Any], above: list[str]) -> PlaceRow:
    name = commune["nom"]
    kind = "district-territorial" if commune["departement"] == _WALLIS else "commune"
    row = PlaceRow(f"fr-com-{commune['code']}", kind, name, "", name)
    row.parents = above
    if commune.get("population") is not None:
        row.population, row.population_year = commune["population"], POPULATION_YEAR
        row.sources["population"] = "insee"
    row.postcodes = commune.get("codesPostaux", [])
    row.siren = commune.get("siren", "")
    return describe(row)


def _departement(code: str) -> str:
    """Return the number of the département or overseas collectivity in which the code of a commune lies."""
    return code[:3] if code.startswith(("97", "98")) else code[:2]


def _name_communes(rows: list[PlaceRow], inputs: FrenchInputs, aliases: dict[str, list[str]]) -> None:
    """Give communes their Korean names (facts, then GeoNames, then the rule), spellings, sites and addresses."""
    cities = {fact["insee"]: fact for fact in read_tsv(inputs.facts / "france_cities.tsv")}
    additions = {fact["insee"]: fact for fact in read_tsv(inputs.facts / "additions_france_places.tsv")}
    contacts = {row["id"]: row for row in read_tsv(inputs.facts / "additions_contacts.tsv")}
    geonames = inputs.geonames.match({row.id: (row.fr, row.parents[-1], row.population or 0) for row in rows})
    for row in rows:
        code = row.id.removeprefix("fr-com-")
        fact = cities.get(code) or additions.get(code)
        row.sources = {"names": "cog"} | row.sources
        row.spellings = list(aliases[row.id])
        known = fact["nom_ko"] if fact else ""
        if known and " " not in known and "memory" not in fact["nom_ko_source"]:  # type: ignore[index]
            row.ko, row.sources["korean"] = known, "geonames"
        elif row.id in geonames:
            row.ko, row.sources["korean"] = geonames[row.id], "geonames"
        else:
            row.ko, row.ko_rule = hangul(row.fr, _departement(code)) or row.fr, "rule"
            row.sources["korean"] = "orthography"
        if known:
            row.spellings.append(known)
        if code in cities:
            city = cities[code]
            row.site, row.phone, row.email, row.address = (
                city["site"],
                city["mairie_tel"],
                city["mairie_email"],
                city["mairie_adresse"],
            )
            if row.site:
                row.sources["contact"] = "dinum" if "DINUM" in city["site_check"] else "annuaire"
            if row.phone:
                row.sources["phone"] = "annuaire"
            row.spellings.append(city["nom_ko_autres"])
        contact = contacts.get(f"com_{code}")
        if contact and not row.site:
            row.site, row.sources["contact"] = contact["website"], "dinum"


def make_former_communes(
    inputs: FrenchInputs, communes: list[dict[str, Any]], current: dict[str, PlaceRow]
) -> list[PlaceRow]:
    """Return the communes merged away; one whose code the new commune kept gets `-1` after it.

    The code lists those that live on inside another; the others come from the history, and lie in the commune of today
    that lists their code.
    """
    today = {code: code for code in (id_.removeprefix("fr-com-") for id_ in current)}
    today |= {old: c["code"] for c in communes for old in c.get("anciensCodes", ()) if c["code"] in today}
    merged = [(c["code"], c["nom"], c["chefLieu"]) for c in communes if c["type"] in _INSIDE_ANOTHER]
    ended = sorted((c["code"], c["nom"]) for c in inputs.ended() if c["code"] in today)
    rows: dict[str, PlaceRow] = {}
    for code, name, now in [*merged, *((code, name, today[code]) for code, name in ended)]:
        id_ = f"fr-com-{code}"
        if id_ in current:
            if current[id_].fr == name:
                continue
            id_ += "-1"
        rows.setdefault(id_, _former(id_, code, name, current[f"fr-com-{now}"]))
    return list(rows.values())


def _former(id_: str, code: str, name: str, today: PlaceRow) -> PlaceRow:
    row = PlaceRow(id_, "commune-former", name, hangul(name, _departement(code)) or name, name, ko_rule="rule")
    row.leads_to = [today.id]
    row.parents = today.parents
    row.sources = {"names": "cog", "korean": "orthography"}
    return row
