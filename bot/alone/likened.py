"""A body named for what is like it in the other country: "the Korean CNFPT, its site?", 나라장터 같은 프랑스 사이트?"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from bot.alone import counterpart
from bot.alone.asked_of import ONLINE, Named
from bot.alone.reaching import LINE
from bot.answer import Decision
from bot.sheets import contact_sheets
from bot.subject import Subject
from bot.words.beside import Beside
from bot.words.question import Question
from bot.words.ways import REACHING, WHERE, ways
from index.names.mention import Mention
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, CONTACT, item, parts
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.contacts import Contact
from knowledge.countries import CODES, HOMES, home
from knowledge.library import Library
from knowledge.text import bare
from knowledge.wordings import alternatives, whole_words, wordings

MAYBE = 0.1
"""How likely a body must be to be the one that is like the one named, of several that are somewhat like it."""


def like_of_named(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot) -> Decision | None:
    """Return the body of the other country that is like the one named, with the line asked for; else None.

    So is the one named itself, first, where it is asked about along with its like.
    Where no line is asked for and a card on bodies of both countries comes first, that is returned: it tells which one
    it is, and more. None where another card does.
    """
    there = _other_side(question, snapshot.library)
    if there is None or ranking.confidence < snapshot.general.threshold:
        return None
    ranking = _of_the_other_side(ranking, there, question, snapshot.library)
    if not ranking.candidates:
        return None
    line = _line(named, question)
    first, id = parts(ranking.candidates[0].item)
    if first == CARD and not line and question.contacts[0].places[0] in _told_of(id, snapshot.library):
        return Decision("answered", (Subject("card", (id,)),), ranking.confidence)
    if first != CONTACT and (first != CARD or not line):
        return None
    body = _best_there(there, ranking, question, snapshot)
    if body is None:
        return None
    held = not line or bool(contact_sheets.value(body, line, question.language))
    if not held and line == "address" and body.category in ONLINE and body.site:
        line, held = "site", True
    if not held and ranking.confidence >= LINE:
        return Decision("unknown", reason="line", referral=body.id, tongue=ranking.tongue)
    like = Subject("contact", (body.id,), line if held else "")
    return Decision("answered", (*_itself_along(line, question, snapshot.library), like), ranking.confidence)


def _of_the_other_side(ranking: Ranking, there: str, question: Question, library: Library) -> Ranking:
    """Return a ranking without the cards that tell of the body named beside none there: they tell what it does."""
    named = question.contacts[0].places[0]

    def tells(name: str) -> bool:
        kind, id = parts(name)
        if kind != CARD or named not in library.cards[id].contacts:
            return True
        return any(library.contacts[body].country == there for body in _told_of(id, library))

    return replace(ranking, candidates=tuple(c for c in ranking.candidates if tells(c.item)))


def _itself_along(line: str, question: Question, library: Library) -> tuple[Subject, ...]:
    """Return the line of the body named too where its like is asked about along with it: "X et son équivalent"."""
    mention = question.contacts[0]
    asked = bool(line) and _along().match(bare(question.text), mention.end) is not None
    body = library.contacts[mention.places[0]]
    if not asked or not contact_sheets.value(body, line, question.language):
        return ()
    return (Subject("contact", (body.id,), line),)


@cache
def _along() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{alternatives(wordings('bot.texts', 'likened.tsv')['along'])})(?!\w)")


def _other_side(question: Question, library: Library) -> str | None:
    """Return the country where what is like the one body named is to be found; None where none is asked for."""
    if len(question.contacts) != 1 or len(question.contacts[0].places) != 1:
        return None
    mention = question.contacts[0]
    own = library.contacts[mention.places[0]].country
    named = {CODES[library.gazetteer[id].country] for id in question.place_ids}
    code = home(_said_beside(mention, question)) or (next(iter(named)) if len(named) == 1 else None)
    if code is None or own == "both" or HOMES[code] == own:  # "the Korean Campus France" is its office there
        return None
    return HOMES[code] if _is_likened(question.text, mention) else None


def _said_beside(mention: Mention, question: Question) -> frozenset[str]:
    """Return the countries that a question names but for one that only stands in the name of a body.

    "The Korean counterpart of Business France" is asked of Korea alone.
    """
    outside = f"{question.text[: mention.start]} {question.text[mention.end :]}"
    in_its_name = {code for _, code in countries.named(mention.text)}
    return question.countries - (in_its_name - {code for _, code in countries.named(outside)})


def _is_likened(text: str, mention: Mention) -> bool:
    """Tell whether a body is named for its likeness: its counterpart is spoken of, or words for it stand beside it."""
    folded = bare(text)
    if whole_words("bot.texts", "followup.tsv", "counterpart").search(folded):
        return True
    return _likening().find(folded, mention.start, mention.end) is not None


@cache
def _likening() -> Beside:
    """Return what stands beside the name of a body that is named for what is like it."""
    own = wordings("bot.texts", "likened.tsv")
    before, after = alternatives(own["before"]), alternatives(own["after"])
    return Beside(
        re.compile(rf"(?<!\w)(?:{before})(?:\s|\s?l['’])$"), re.compile(rf"(?:['’]s)?\s?(?:{after})(?![a-z])")
    )


def _best_there(there: str, ranking: Ranking, question: Question, snapshot: Snapshot) -> Contact | None:
    """Return the body of a country that a ranking finds first, or that a card on both tells as the counterpart."""
    bodies = snapshot.library.contacts
    ranked = [
        (bodies[id], c.probability) for c in ranking.candidates for kind, id in (parts(c.item),) if kind == CONTACT
    ]
    found = [(body, chance) for body, chance in ranked if body.country == there]
    if found and ranking.candidates[0].item == item(CONTACT, found[0][0].id):
        return found[0][0]
    kind, id = parts(ranking.candidates[0].item)
    told = counterpart.told(Subject("card", (id,)), question, snapshot.library) if kind == CARD else None
    if told is None and kind == CARD:
        one = Subject("contact", question.contacts[0].places)
        across = counterpart.of(question, question, one, snapshot)
        told = None if across is None else counterpart.told(across, question, snapshot.library)
    if told is not None and bodies[told].country == there:
        return bodies[told]
    return found[0][0] if found and found[0][1] >= MAYBE else None


def _told_of(id: str, library: Library) -> tuple[str, ...]:
    """Return the bodies that a card tells of beside others of the other country; none of a card on one country."""
    card = library.cards[id]
    return card.contacts if card.country == "both" else ()


def _line(named: Named, question: Question) -> str:
    """Return the one line that is asked for, by what is asked of the body named, or by the words; else nothing.

    None is where little is said but that its like is meant: "프랑스에서는 어디에 해당하나요?" asks which one it is.
    """
    first = named.subjects[0].intent if named.subjects and named.subjects[0].kind == "contact" else ""
    spoken = ways(question.text)
    asked = spoken & REACHING
    if spoken <= {WHERE} and counterpart.asked_for(question):
        return ""
    return first if first in REACHING else next(iter(asked), "") if len(asked) == 1 else ""
