"""What is asked of a whole country in words that say nothing else: gun of over 100,000 people, the smallest région.

Such a question is read by its words: a unit, a bound of inhabitants or the most or fewest or how many, and a country. A
word that says anything else ("communes of over 1,000 inhabitants: what voting system?") leaves it to the cards.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.alone.asked_of import Named
from bot.subject import Subject
from bot.tables import narrowing, which
from bot.tables.intents import EXTREMES, LARGEST, LIST_OVERALL, SMALLEST
from bot.tables.table_intent import OVERALL, read
from bot.words import bound, units
from bot.words.question import Question
from bot.words.reach import reach_named, reach_of
from bot.words.top import only_orders, order_named
from bot.words.units_apart import without_units_left_out, without_units_taken_in
from bot.words.wording_on import WORD
from index.ranking.variants import MASK
from knowledge import countries
from knowledge.text import bare, blanked_word
from knowledge.wordings import whole_words, wordings

_FILE = "bot.texts", "overall.tsv"
SURE = 0.999
"""How sure it is that a question which says nothing else is one over the table, whatever card lies near."""
_MASKED_OR_COUNTED = re.compile(rf"(?<!\w){MASK.lower()}(?![a-z])|(?<![\w.,])\d{{1,3}}(?:개의?)?(?=\s)")
CLAUSE = re.compile(r"[,;:.?!…+](?=\s|$)|\s[+–—-]\s")
"""What ends a clause."""
_BRACKETS = re.compile(r"\([^()]*\)")


def beyond(question: Question) -> Subject | None:
    """Return the places of a country that are beyond a number of inhabitants, where nothing but that is asked."""
    asked = _asked(question)
    if len(asked) != 1 or bound.bound(asked[0]) is None or _country(question, asked[0]) is None:
        return None
    return _refined(LIST_OVERALL, asked[0], question)


def in_order(question: Question) -> Subject | None:
    """Return the places of a country in the order of their populations, where nothing but that is asked."""
    table = narrowing.ordered(question.text)
    said = [text for text in CLAUSE.split(question.text) if WORD.search(text) and not only_orders(text)]
    if not table or len(said) != 1 or not _asked(replace(question, text=said[0])):
        return None
    return _refined(f"{table}{OVERALL}", question.text, question) if _country(question, said[0]) is not None else None


def bounded(question: Question) -> Named:
    """Return what `beyond` or `in_order` reads, a ranking, or a list, as what is asked, as sure as its words are.

    Nothing where it is none of them.
    """
    question = _of_what_is_meant(question)
    asked = beyond(question) or in_order(question) or _ranked(question) or _listed(question)
    return Named() if asked is None else Named((asked,), SURE, asked=True)


def ranked_or_counted(question: Question) -> Subject | None:
    """Return which places of a country have the most or the fewest inhabitants or parts, or which and how many are.

    It is read off the first clause that asks; the others may ask something of what it finds.
    """
    question = _of_what_is_meant(question)
    first = next(iter(_asked(question)), None)
    if first is None:
        return None
    folded = bare(first)
    for kind, table in (("fewest", SMALLEST), ("most", LARGEST)):
        if whole_words(*_FILE, kind).search(folded):
            return _refined(f"{table}{OVERALL}", first, question)
    if whole_words(*_FILE, "count").search(folded) and _country(question, first) is not None:
        return _refined(LIST_OVERALL, first, question)
    return None


def asked_of_country(table: str, question: Question) -> Subject | None:
    """Return what a table of a whole country answers of the unit named, where nothing else is said; None where it is.

    `table` ends with `OVERALL`, and the country is named, or the only one that has such a unit.
    """
    first = next(iter(_asked(_of_what_is_meant(question))), None)
    return _refined(table, first, question) if first and _country(question, first) else None


def _of_what_is_meant(question: Question) -> Question:
    """Return a question without what it takes in of the unit it asks for anyway, what it leaves out, and glosses."""
    text = without_units_left_out(without_units_taken_in(question.text))
    for gloss in reversed([*_BRACKETS.finditer(text)]):  # "which county (I mean a gun)"
        named = {unit.unit for unit in units.found_in(gloss.group())}
        if named and named <= {unit.unit for unit in units.found_in(_BRACKETS.sub("", text))}:
            text = text[: gloss.start()] + text[gloss.end() :]
    return replace(question, text=" ".join(text.split()))


def _listed(question: Question) -> Subject | None:
    """Return the places of a unit in one part of France, where they are asked for and nothing else is said of them.

    Those of a whole country have a card of their own, which tells more.
    """
    first = next(iter(_asked(question)), "")
    several = any(unit.several for unit in units.found_in(first)) or which.asks_which_ones(first)
    folded = bare(first)
    if not reach_of(first) or not (several or whole_words(*_FILE, "list").search(folded)):
        return None
    sized = whole_words(*_FILE, "people").search(folded)
    return None if sized or reach_of(first) != reach_of(question.text) else _refined(LIST_OVERALL, first, question)


def _ranked(question: Question) -> Subject | None:
    """Return which places of a country have the most or fewest inhabitants or parts, where that is all that is asked.

    Of inhabitants, where the question says of which country, be it by the name of its units ("comté", "gun"), and has
    no other clause. What such a unit is ("what is a gun?") is asked in words that are almost the same, and a card tells
    it: nothing less shows that a ranking is meant.
    """
    asked = ranked_or_counted(question)
    intent = read(asked.intent) if asked is not None else None
    if intent is None or ":" in intent.unit:
        return asked
    whole = intent.table.startswith(EXTREMES) and intent.unit and intent.country
    clauses = [text for text in CLAUSE.split(question.text) if WORD.search(text)]
    return asked if whole and len(clauses) == 1 else None


def _refined(table: str, text: str, question: Question) -> Subject:
    """Return what a table of a whole country answers, narrowed by the clause that asks and to its country."""
    country = _country(question, text)
    named = {countries.CODES[country]} if country else set()
    return Subject("table", (), narrowing.refine(table, text, question.language, named))


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
    clauses = [text.strip() for text in CLAUSE.split(question.text) if WORD.search(text)]
    asking = [text for text in clauses if not whole_words(*_FILE, "aside").match(bare(text))]
    asking = [text for text in asking if units.spans(text) or not says_no_more(text)]  # "leaving X aside, which …"
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
    taken += reach_named(text)
    taken += order_named(text) + [match.span() for match in _MASKED_OR_COUNTED.finditer(folded)]
    for start, end in taken:
        folded = blanked_word(folded, start, end)
    for kind in ("fewest", "most", "count", "others"):  # "le plus petit" is not "le plus"
        folded = whole_words(*_FILE, kind).sub(" ", folded)
    return all(word.strip("'") in _empty() for word in WORD.findall(folded))


@cache
def _empty() -> frozenset[str]:
    return frozenset(bare(form).strip("'") for form in wordings(*_FILE)["empty"])
