"""The French groupings of communes: métropoles, urban, agglomeration and commune communities, territories of Paris."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from knowledge.text import fold
from scripts.french_inputs import ALSACE, GRAND_PARIS, LYON_SIREN, POPULATION_YEAR, FrenchInputs
from scripts.place_rows import PlaceRow, read_tsv
from scripts.transliteration import hangul

_EPCI_KINDS = {"CC": "epci-cc", "CA": "epci-ca", "CU": "epci-cu", "METRO": "metropole"}
_EPCI_TITLES = {"CC": "Communauté de communes", "CA": "Communauté d'agglomération", "CU": "Communauté urbaine"}
_EPCI_KOREAN = {
    "epci-cc": "코뮌공동체",
    "epci-ca": "도시권공동체",
    "epci-cu": "도시공동체",
    "metropole": "메트로폴",
    "ept": "지역공공기구",
}
_LONG_ENOUGH = 7  # letters of the name of a grouping that is called without its kind
_ACRONYM = re.compile(r"\s*\(((?:CC |Cap )?[A-Z0-9][\w ]{1,12})\)$")
_GENERIC = re.compile("[Mm]étropole|[Aa]gglomération|[Cc]ommunauté")
_LINK = re.compile(r"^(de la |de l'|des |du |de |d')", re.IGNORECASE)


def make_groupings(inputs: FrenchInputs, current: list[dict[str, Any]]) -> list[PlaceRow]:
    """Return all groupings; what they lie in comes with the départements where most people live first."""
    where = {c["code"]: c for c in current}
    taken = {c["nom"] for c in current} | {d["nom"] for d in inputs.read("departements")}
    contacts = {row["id"]: row for row in read_tsv(inputs.facts / "additions_contacts.tsv")}
    rows = []
    for epci in [*inputs.read("epci"), *inputs.read("ept")]:
        if epci["code"] == LYON_SIREN:
            continue
        kind = _EPCI_KINDS.get(epci["type"], "ept")
        members = [where[member["code"]] for member in epci["membres"]]
        departements = _by_population(members, "departement")
        row = _grouping_names(epci, kind)
        row.parents = [f"fr-dep-{code}" for code in departements]
        if kind == "ept":
            row.parents.insert(0, GRAND_PARIS)
        if {"67", "68"} & set(departements):
            row.parents.append(ALSACE)
        row.parents += [f"fr-reg-{code}" for code in _by_population(members, "region")]
        row.population, row.population_year = epci["populationMunicipale"], POPULATION_YEAR
        row.siren = epci["code"]
        row.sources = {"names": "cog", "population": "insee"}
        _add_contact(row, contacts, departements[0])
        row.spellings = [s for s in row.spellings if s not in taken]
        largest = max(members, key=lambda c: c.get("population") or 0)["nom"]
        row.spellings += _centre_spellings(kind, largest)
        rows.append(row)
    return rows


def _by_population(members: list[dict[str, Any]], level: str) -> list[str]:
    totals: dict[str, int] = defaultdict(int)
    for member in members:
        totals[member[level]] += member.get("population") or 0
    return sorted(totals, key=lambda code: (-totals[code], code))


def _grouping_names(epci: dict[str, Any], kind: str) -> PlaceRow:
    name = re.sub(r"\s+", " ", epci["nom"].replace('"', ""))
    acronym = _ACRONYM.search(name)
    if acronym:
        name = name[: acronym.start()]
    core = re.sub(rf"^{epci['type']}\s+", "", name) if epci["type"] in _EPCI_TITLES else name
    title = _EPCI_TITLES.get(epci["type"])
    full = f"{title} {core}" if title else name
    bare = _LINK.sub("", core)
    stem = _LINK.sub("", _GENERIC.sub("", bare).strip())
    korean = f"{hangul(stem) or hangul(bare)} {_EPCI_KOREAN[kind]}"
    row = PlaceRow(f"fr-epci-{epci['code']}", kind, full, korean, full, ko_rule="rule")
    row.spellings = [name, bare if len(bare) > _LONG_ENOUGH else ""]
    if acronym:
        row.spellings.append(acronym.group(1))
    if kind in ("ept", "metropole"):
        row.spellings += [hangul(stem) if kind == "ept" else "", re.sub(r"^Métropole (de |du |d')", "", name)]
    return row


def _centre_spellings(kind: str, commune: str) -> list[str]:
    """Return how people call a grouping by its largest commune."""
    of = f"d'{commune}" if re.match(r"[AEÉÈIOUYH]", commune) else f"de {commune}".replace("de Le ", "du ")
    korean = hangul(commune)
    if kind == "metropole":
        return [f"métropole {of}", f"{commune} Métropole", f"{korean} 메트로폴", f"{commune} Metropolis"]
    if kind == "epci-cu":
        return [f"communauté urbaine {of}", f"{commune} Métropole", f"{korean} 도시공동체"]
    if kind == "epci-ca":
        return [
            f"agglomération {of}",
            f"agglo {of}",
            f"communauté d'agglomération {of}",
            f"{commune} Agglomération",
            f"{commune} Agglo",
        ]
    return []


def _add_contact(row: PlaceRow, contacts: dict[str, dict[str, str]], departement: str) -> None:
    """Give a grouping the site and the Korean and English names that the facts' contacts have for it.

    They go by the département of the centre; of the many agglomerations of one only that of the name.
    """
    prefix = {"metropole": "metro", "epci-cu": "cu", "epci-ca": "ca"}.get(row.kind)
    contact = contacts.get(f"{prefix}_{departement}")
    if contact is None or (
        row.kind == "epci-ca" and fold(contact["name_fr"]) not in map(fold, [row.fr, *row.spellings])
    ):
        return
    row.spellings += [row.ko, contact["name_fr"].split(" (")[0], contact["name_en"]]
    row.ko, row.en, row.ko_rule = contact["name_ko"], contact["name_en"], ""
    row.site = contact["website"]
    row.sources["korean"] = "guichet"
    row.sources["contact"] = "dinum" if contact["source"].startswith("DINUM") else "fr-sites"
