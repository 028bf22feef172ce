"""What is asked of a whole country in words that say nothing else: gun of over 100,000 people, the smallest région.

Such a question is read by its words: a unit, a bound of inhabitants or the most or fewest or how many, and a country. A
word that says anything else ("communes of over 1,000 inhabitants: what voting system?") leaves it to the cards.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot import bound, narrowing, ranks, units
from bot.asked_of import Named
from bot.excepted import left_out
from bot.followup_words import WORD
from bot.question import Question
from bot.reach import reach_named
from bot.sizes import is_or_holds
from bot.subject import Subject
from bot.table_intent import OVERALL, read, without
from bot.top import only_orders, order_named
from index.variants import MASK
from knowledge import countries
from knowledge.places import Gazetteer
from knowledge.text import HANGUL, bare, blanked
from knowledge.wordings import alternatives, wordings

_FILE = "bot.texts", "overall.tsv"
SURE = 0.995
"""How sure it is that a question which says nothing else is one over the table, whatever card lies near."""
_MASKED_OR_COUNTED = re.compile(rf"(?<!\w){MASK.lower()}(?![a-z])|(?<![\w.,])\d{{1,3}}(?:개의?)?(?=\s)")
_CLAUSE = re.compile(r"[,;:.?!…+](?=\s|$)|\s[+–—-]\s")


def beyond(question: Question) -> Subject | None:
    """Return the places of a country that are beyond a number of inhabitants, where nothing but that is asked."""
    asked = _asked(question)
    if len(asked) != 1 or bound.bound(asked[0]) is None or _country(question, asked[0]) is None:
        return None
    if ranks.said(asked[0]) & {"most", "least"}:  # which of those comes first is another question
        return None
    return _refined("table-list", asked[0], question)


def in_order(question: Question) -> Subject | None:
    """Return the places of a country in the order of their populations, where nothing but that is asked."""
    table = narrowing.ordered(question.text)
    said = [text for text in _CLAUSE.split(question.text) if WORD.search(text) and not only_orders(text)]
    if not table or len(said) != 1 or not _asked(replace(question, text=said[0])):
        return None
    return _refined(table, question.text, question) if _country(question, said[0]) is not None else None


def bounded(question: Question) -> Named:
    """Return what `beyond` or `in_order` reads, or a ranking by parts, as what is asked, as sure as its words are.

    Nothing where it is none of them.
    """
    asked = beyond(question) or in_order(question) or _divided(question)
    return Named() if asked is None else Named((asked,), SURE, asked=True)


def ranked_or_counted(question: Question) -> Subject | None:
    """Return which places of a country have the most or the fewest inhabitants or parts, or which and how many are.

    It is read off the first clause that asks; the others may ask something of what it finds.
    """
    first = next(iter(_asked(question)), None)
    if first is None:
        return None
    folded = bare(first)
    for kind, table in (("fewest", "table-smallest"), ("most", "table-largest")):
        if _pattern(kind).search(folded):
            return _refined(table, first, question)
    if _pattern("count").search(folded) and _country(question, first) is not None:
        return _refined("table-list", first, question)
    return None


def _divided(question: Question) -> Subject | None:
    """Return which places of a country have the most or fewest of a unit, where that is what is asked."""
    asked = ranked_or_counted(question)
    return asked if asked is not None and ":" in read(asked.intent).unit else None


def of_country(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return what is asked of a whole country in a question that names places which it does not ask about; else None.

    One is left out, only says who asks, or is a guess.
    """
    readings = (beside_guess, excepting, beside_examples, beside_asker)
    return next(filter(None, (reading(question, gazetteer) for reading in readings)), None)


def excepting(question: Question, gazetteer: Gazetteer) -> Named | None:
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


def beside_asker(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return what is asked of a whole country beside a place that only says who asks, and holds none of it; else None.

    "Our town (Guérande, 16,000 people) is looking for a Korean one: which gun have under 25,000 inhabitants?"
    """
    if not question.places or question.text.rstrip(" ?!.").count("?"):
        return None
    start = max((match.end() for match in _CLAUSE.finditer(question.text.rstrip(" ?!."))), default=0)
    if not start or any(mention.end > start for mention in question.places):
        return None
    asked = beyond(replace(question, text=question.text[start:], places=()))
    if asked is None:
        return None
    unit = read(asked.intent).unit
    for mention in question.places:
        place = gazetteer[mention.places[0]]
        if any(gazetteer.count(place.id, kind) for kind in units.kinds_of(unit, place.country)):
            return None
    return Named((asked,), SURE, asked=True)


def beside_examples(question: Question, gazetteer: Gazetteer) -> Named | None:
    """Return which places of a country are beyond a number, where those named are some of them and more are asked for.

    "Lyon has over 500,000 people. Any other French city of over 500,000?" None where one named is not of them.
    """
    if not question.places or not _pattern("others").search(bare(question.text)):
        return None
    spans, start = [], 0
    for match in _CLAUSE.finditer(f"{question.text} "):
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
    end = next((match.start() for match in _CLAUSE.finditer(question.text)), len(question.text))
    first, after = question.text[:end], bare(question.text[end:])
    if end > question.places[0].start or not _pattern("guess").search(after) or "?" in after.strip(" ?!"):
        return None
    unit = units.named_unit(first, question.language) or ""
    guessed = [gazetteer[mention.places[0]] for mention in question.places]
    if not countries.named(first) or any(place.kind not in units.kinds_of(unit, place.country) for place in guessed):
        return None
    asked = ranked_or_counted(replace(question, text=first, places=()))
    ranked = asked is not None and asked.intent.startswith(narrowing.EXTREMES)
    return Named((asked,), SURE, asked=True) if asked is not None and ranked else None


def _refined(table: str, text: str, question: Question) -> Subject:
    """Return what a table of a whole country answers, narrowed by the clause that asks and to its country."""
    country = _country(question, text)
    named = {countries.CODES[country]} if country else set()
    return Subject("table", (), narrowing.refine(f"{table}{OVERALL}", text, question.language, named))


def _country(question: Question, text: str) -> str | None:
    """Return the one country whose places are asked for: that named, or the only one that has such units."""
    named = [countries.HOMES[code] for code in question.countries if code in countries.HOMES]
    unit = units.named_unit(text, question.language)
    held = [country for country in countries.HOMES.values() if unit and units.kinds_of(unit.split(":")[0], country)]
    found = named or held
    return found[0] if len(found) == 1 else None


def _asked(question: Question) -> list[str]:
    """Return the clauses that name a unit, without asides, if they are said in words that ask nothing else."""
    if question.names_any or question.countries - set(countries.HOMES):
        return []
    clauses = [text.strip() for text in _CLAUSE.split(question.text) if WORD.search(text)]
    asking = [text for text in clauses if not _pattern("aside").match(bare(text))]
    if bound.bound(question.text) is not None:
        return [text for text in asking if units.spans(text)] if all(map(says_no_more, asking)) else []
    return asking[:1] if asking and units.spans(asking[0]) and says_no_more(asking[0]) else []


def says_no_more(text: str) -> bool:
    """Tell whether a text has only words that ask beside units, masks, countries, parts of France, a bound, an order.

    A small number says how many of the unit there are: 18개 시군, "the 13 départements".
    """
    folded = bare(text)
    taken = [span for span, _ in countries.named(text)] + units.spans(text)
    limit = bound.located(text)
    taken += [limit[1:]] if limit else []
    taken += [match.span() for match in reach_named(text)]
    taken += order_named(text) + [match.span() for match in _MASKED_OR_COUNTED.finditer(folded)]
    for start, end in taken:
        stuck = HANGUL.match(folded, end)
        folded = blanked(folded, start, stuck.end() if stuck else end)
    for kind in ("fewest", "most", "count", "others"):  # "le plus petit" is not "le plus"
        folded = _pattern(kind).sub(" ", folded)
    return all(word.strip("'") in _empty() for word in WORD.findall(folded))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(wordings(*_FILE)[kind])})(?![a-z])")


@cache
def _empty() -> frozenset[str]:
    return frozenset(bare(form).strip("'") for form in wordings(*_FILE)["empty"])
