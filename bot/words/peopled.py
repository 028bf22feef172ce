"""The people of a place counted by their name: "combien de Brestois à Brest ?", "How many Seoulites live in Mapo-gu?".

They are asked for as the inhabitants of a place; a name of theirs that is no place's named nearby says what no sheet
holds: "combien de Parisiens à Lyon ?" is not asked for the inhabitants of Lyon.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from bot.words import demonyms
from bot.words.question import Question, understand
from index.snapshot import Snapshot
from knowledge.place_tables import COLUMNS
from knowledge.places import CITIES, Gazetteer
from knowledge.text import LANGUAGES, Language, bare
from knowledge.wordings import wordings

_FILE = "bot.texts", "peopled.tsv"
_COUNTED = ("fr", "en")
"""Languages in which people have a name of their own; in Korean they are people of a place named."""
_PEOPLE = "([a-z][a-z-]+)"
_LEAST, _ALIKE = 3, 4
"""Letters that a name of people shares with that of its place: Brestois; one less where that has no more."""
_DROPPED = ("", "e", "s", "es", "y", "a", "io")
"""What a name ends in that a name of its people is made without: Toulouse, Nantes, Annecy."""
_DOUBLED = re.compile(r"(.)\1$")
_CITY = 20_000
"""Inhabitants of a city that its people name by themselves."""
_POPULATION, _NAMES = COLUMNS.index("population"), (COLUMNS.index("fr"), COLUMNS.index("en"))
_ARTICLE = re.compile(r"^(?:l[ae]s?\s|l'|the\s)")


def of_inhabitants(question: Question, snapshot: Snapshot) -> Question:
    """Return a question that counts the people of a place by their name as one on inhabitants, if it does."""
    text = counted(question.text, question.language, question.place_ids, snapshot.library.gazetteer)
    if text is None:
        return question
    return understand(text, snapshot, user_language=question.language, last=question.language)


def counted(text: str, language: Language, named: Sequence[str], gazetteer: Gazetteer) -> str | None:
    """Return a text that counts people by their name as it counts inhabitants; None where it counts none.

    `named` are the places (ids) that it names: the people are those of one, or of one around it. Where it names none
    the place is theirs.
    """
    match = _counted(language).search(bare(text)) if language in _COUNTED else None
    if match is None:
        return None
    people = match[match.lastindex or 0]
    inhabitants, there = (wordings(*_FILE)[f"{kind}_{language}"][0] for kind in ("as", "in"))
    if not named:
        home = _home(people, gazetteer)
        if home is None:
            return None
        inhabitants = f"{inhabitants} {there} {gazetteer[home].names[language]}"
    elif not any(_are_of(people, id, gazetteer) for id in named):
        return None
    return f"{text[: match.start()]}{inhabitants}{text[match.end() :]}"


def _are_of(people: str, id: str, gazetteer: Gazetteer) -> bool:
    """Tell whether people are those of a place, or of one that it lies in, by their name."""
    home = _home(people, gazetteer)
    around = (gazetteer[id], *gazetteer.parents(id))
    if home is not None:
        return any(place.id == home for place in around)
    if not people.endswith(wordings(*_FILE)["ending"]):
        return False
    names = (_ARTICLE.sub("", bare(place.names[language])) for place in around for language in LANGUAGES)
    return any(people.startswith(name[: min(_ALIKE, len(name) - 1)]) for name in names if len(name) > _LEAST)


@cache
def _counted(language: str) -> re.Pattern[str]:
    """Return the pattern of what counts people by a name, written without accents."""
    forms = (bare(form).split("{people}") for form in wordings(*_FILE)[f"asked_{language}"])
    asked = "|".join(f"{re.escape(before)}{_PEOPLE}{re.escape(after)}" for before, after in forms)
    return re.compile(rf"(?<!\w)(?:{asked})(?!\w)")


def _home(people: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the place whose people bear a name that tells it: Bretons; Bisontins, which is unlike it."""
    one = people.removesuffix("s")  # Parisians: the table has the adjective
    found = next(filter(None, (demonyms.place_of(form) or _unlike().get(form) for form in (people, one))), None)
    return found if found in gazetteer else _city(people, gazetteer)


def _city(people: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the city whose name a name of people is made of: Toulousains, Lillois."""
    cities: dict[str, str] = gazetteer.derived("cities by name", lambda: _cities(gazetteer))
    stems = (people.removesuffix(ending) for ending in wordings(*_FILE)["ending"] if people.endswith(ending))
    told = [form for stem in sorted(stems, key=len) for form in (stem, _DOUBLED.sub(r"\1", stem))]  # Dijonnais
    names = (f"{stem}{dropped}" for stem in told for dropped in _DROPPED)
    return next((cities[name] for name in names if name in cities), None)


def _cities(gazetteer: Gazetteer) -> dict[str, str]:
    """Return the id of each city by its name without accents; of those of one name, of the largest.

    Read off the rows: to make a place of each would take memory that nothing else needs.
    """
    sized = ((int(row.cell(_POPULATION) or 0), row) for row in gazetteer.rows() if row.kind in CITIES)
    cities = sorted(((size, row) for size, row in sized if size >= _CITY), key=lambda pair: pair[0])
    return {bare(row.cell(column)): row.id for _, row in cities for column in _NAMES}


@cache
def _unlike() -> dict[str, str]:
    """Return the id of the place of each name of people that does not begin as its own does."""
    return {bare(form): kind for kind, forms in wordings(*_FILE).items() if "-" in kind for form in forms}
