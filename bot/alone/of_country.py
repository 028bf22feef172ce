"""What is asked of a whole country in a question that names places: one is left out, only says who asks, or is a guess.

Which places are left out of those below one is read in `apart`.
"""

from __future__ import annotations

from dataclasses import replace

from bot.alone.asked_of import Named
from bot.alone.overall import CLAUSE, SURE, beyond, ranked_or_counted
from bot.tables.intents import EXTREMES
from bot.tables.sizes import is_or_holds
from bot.tables.table_intent import read, without
from bot.words import bound, units
from bot.words.excepted import left_out
from bot.words.question import Question
from knowledge import countries
from knowledge.countries import HOMES
from knowledge.places import Gazetteer
from knowledge.text import bare
from knowledge.wordings import whole_words

_FILE = "bot.texts", "overall.tsv"


def of_country(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return what is asked of a whole country in a question that names places which it does not ask about; else None.

    One is left out, only says who asks, or is a guess.
    """
    readings = (beside_guess, _excepting, beside_examples, _beside_asker)
    return next(filter(None, (reading(question, gazetteer) for reading in readings)), None)


def _excepting(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return what is asked of a whole country but for the places named, which are of what is asked for or hold some.

    "Which Korean cities have over a million people, besides Seoul?", "hors Île-de-France".
    """
    if not question.places:
        return None
    rest, ids = left_out(question)
    if rest.places or not ids:
        return None
    if not rest.countries:  # "apart from Seoul, which si have a million?" is asked of Korea
        rest = replace(rest, countries=frozenset(countries.CODES[gazetteer[id].country] for id in ids))
    asked = beyond(rest) or ranked_or_counted(rest)
    if asked is None:
        return None
    unit = read(asked.intent).unit
    if not all(is_or_holds(gazetteer[id], unit, gazetteer) for id in ids):
        return None
    return Named((replace(asked, intent=without(asked.intent, ids)),), SURE, asked=True)


def _beside_asker(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return what is asked of a whole country beside a place that only says who asks, and holds none of it; else None.

    "Our town (Guérande, 16,000 people) is looking for a Korean one: which gun have under 25,000 inhabitants?"
    """
    if not question.places or question.text.rstrip(" ?!.").count("?"):
        return None
    start = max((match.end() for match in CLAUSE.finditer(question.text.rstrip(" ?!."))), default=0)
    if not start or any(mention.end > start for mention in question.places):
        return None
    asked = beyond(replace(question, text=question.text[start:], places=()))
    if asked is None:
        return None
    unit = read(asked.intent).unit
    for mention in question.places:
        place = gazetteer[mention.places[0]]
        if gazetteer.count(place.id, *units.kinds_of(unit, place.country)):
            return None
    return Named((asked,), SURE, asked=True)


def beside_examples(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return which places of a country are beyond a number, where those named are some of them and more are asked for.

    "Lyon has over 500,000 people. Any other French city of over 500,000?" None where one named is not of them.
    """
    if not question.places or not whole_words(*_FILE, "others").search(bare(question.text)):
        return None
    spans, start = [], 0
    for match in CLAUSE.finditer(f"{question.text} "):
        spans.append((start, match.start()))
        start = match.end()
    spans.append((start, len(question.text)))
    free = [
        question.text[start:end]
        for start, end in spans
        if not any(mention.start < end and start < mention.end for mention in question.places)
    ]
    bounded = [text for text in free if bound.bound(text) is not None]
    if len(bounded) != 1:
        return None
    places = [gazetteer[mention.places[0]] for mention in question.places]
    named = question.countries or frozenset(countries.CODES[place.country] for place in places)
    asked = beyond(replace(question, text=bounded[0], places=(), countries=named))
    if asked is None:
        return None
    wanted = read(asked.intent)
    for place in places:
        of_unit = place.country == wanted.country and place.kind in units.kinds_of(wanted.unit, place.country)
        if not of_unit or wanted.bound is None or not wanted.bound.admits(place.population or 0):
            return None
    return Named((asked,), SURE, asked=True)


def beside_guess(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return which place of a country is the first, where one that is guessed to be it is named besides; else None.

    "Which is the biggest county in Korea? A colleague bets on Ulju". What is guessed is one of the unit, is named after
    the question has been asked, and nothing is asked of it.
    """
    if not question.places:
        return None
    end = next((match.start() for match in CLAUSE.finditer(question.text)), len(question.text))
    first, after = question.text[:end], bare(question.text[end:])
    if end > question.places[0].start or not whole_words(*_FILE, "guess").search(after) or "?" in after.strip(" ?!"):
        return None
    asked = ranked_or_counted(replace(question, text=first, places=()))
    if asked is None or not asked.intent.startswith(EXTREMES):
        return None
    unit = read(asked.intent).unit.partition(":")[0]
    guessed = [gazetteer[mention.places[0]] for mention in question.places]
    told = countries.named(first) or sum(bool(units.kinds_of(unit, country)) for country in HOMES.values()) == 1
    if not told or any(place.kind not in units.kinds_of(unit, place.country) for place in guessed):
        return None
    return Named((asked,), SURE, asked=True)
