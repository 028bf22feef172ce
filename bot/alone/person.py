"""Persons at a body: no contact tells their names, whatever else is known of it."""

from __future__ import annotations

import re
from functools import cache

from bot.words.question import Question
from index.ranking.variants import MASK
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings

FILE = ("bot.texts", "holders.tsv")
"""Where the words stand for an office, for who holds it, and for what asks who that is."""


def said(text: str, *kinds: str) -> bool:
    """Tell whether a text has a wording of one of the kinds of holders.tsv."""
    return whole_words(*FILE, *kinds).search(bare(text)) is not None


def asks_by_name(text: str) -> bool:
    """Tell whether a text asks what someone is called, and not what a thing is."""
    return said(text, "name") and not said(text, "thing")


def asks_for_a_name(question: Question) -> bool:
    """Tell whether a question asks who is at a body that it names, by name: "name of the honorary consul in Busan".

    The body is named by who holds it, or someone of it is spoken of, or who heads it at present is asked. What the body
    itself is called is no such question. Of a place it is asked who holds an office there: "qui est le préfet de X".
    """
    if question.places:
        return not question.contacts and _asks_who_holds(question)
    if not question.contacts:
        return False
    beside = bare(question.masked)
    if said(beside, "heading") and said(beside, "now"):
        return True
    if not asks_by_name(beside):
        return False
    by_its_holder = any(_holder().match(bare(mention.text)) for mention in question.contacts)
    return by_its_holder or any(pattern.search(beside) for pattern in _named_persons())


def _asks_who_holds(question: Question) -> bool:
    """Tell whether a question asks who holds an office of a place, not how one comes to hold it."""
    text, beside = bare(question.text), bare(question.masked)
    if said(beside, "chosen", "term"):
        return False
    if asks_by_name(beside) and (said(beside, "heading") or any(each.search(text) for each in _named_persons())):
        return True
    return _who_holds().search(beside) is not None


@cache
def _who_holds() -> re.Pattern[str]:
    """Return the pattern of who holds an office of a masked place: "qui est le préfet du X", "who is X's mayor"."""
    own = wordings(*FILE)
    who, office = alternatives(own["who"]), alternatives(own["office"])
    place = rf"(?<!\w){MASK.lower()}(?![a-z])"
    words = r"\W+(?:\w+\W+){0,2}?"
    return re.compile(rf"(?<!\w)(?:{who}){words}(?:(?:{office}){words}{place}|{place}\W+s?\W*(?:{office})(?!\w))")


@cache
def _named_persons() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of a name asked for of a person: "nom de la présidente", 담당자 성함."""
    own = wordings(*FILE)
    name, person = alternatives(own["name"]), alternatives([*own["office"], *own["someone"]])
    return (
        re.compile(rf"(?<!\w)(?:{name})(?:\W+\w+){{0,2}}?\W+(?:{person})(?!\w)"),
        re.compile(rf"(?:{person})(?:님|분)?(?:의)?\s?(?:{name})"),
        re.compile(rf"(?<!\w)(?:{person})\W{{1,2}}s\s(?:{name})(?!\w)"),
    )


@cache
def _holder() -> re.Pattern[str]:
    """Return the pattern of a name that begins with an office: "consul honoraire de France", "French consul"."""
    own = wordings(*FILE)
    before, office = alternatives(own["before_office"]), alternatives(own["office"])
    return re.compile(rf"(?:(?:{before})\s)*(?:{office})(?!\w)")
