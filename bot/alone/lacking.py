"""A phone, a mailbox or a fax that is asked for and not held: it is said so, with whom to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.alone.asked_of import Named
from bot.alone.leading import MOSTLY
from bot.alone.offices import is_its_office, offices_of
from bot.alone.person import asks_for_a_name
from bot.alone.reaching import LIKE, LINE, another_line, is_lacking, to_reach, told_in_purpose
from bot.answer import Decision
from bot.sheets.place_lines import REACHED
from bot.subject import Subject
from bot.words.question import Question
from bot.words.ways import ANY, NEVER_HELD, PERSONAL, WHERE, ways
from index.ranking.ranker import Ranking
from index.ranking.variants import CARD, CONTACT, parts
from index.snapshot import Snapshot


def never_held(named: Named, question: Question) -> Decision | None:
    """Return that a way to reach the one body or place named is not held where no sheet holds such a one; else None.

    What is a person's own is not, whatever else is spoken of, nor is his name. Of a place a fax or a mobile phone is so
    asked for only where a way to reach it is, or what likely no sheet holds.
    """
    if asks_for_a_name(question):
        if not question.contacts:
            return Decision("unknown", reason="not_held", tongue=named.tongue)
        return Decision("unknown", reason="line", referral=question.contacts[0].places[0], tongue=named.tongue)
    asked = ways(question.text) - {WHERE}
    if not asked or not (asked <= NEVER_HELD or PERSONAL in asked):
        return None
    if named.case or len(question.places) + len(question.contacts) != 1:
        return None
    if question.contacts:
        return Decision("unknown", reason="line", referral=question.contacts[0].places[0], tongue=named.tongue)
    reached = bool(named.subjects) and named.subjects[0].intent in REACHED
    if PERSONAL not in asked and not reached and named.unheld < MOSTLY:
        return None
    sheets = tuple(Subject("place", (id,)) for id in question.places[0].places[:1])
    return Decision("unknown", reason="line", nearest=sheets, tongue=named.tongue)


def lacking(named: Named, ranking: Ranking, question: Question, snapshot: Snapshot, today: date) -> Decision | None:
    """Return that the one way asked for to reach the body or place named is not held.

    None where it is held, and where the best card tells such a one. Where any way will do, another is returned.
    """
    first, asked = to_reach(named), ways(question.text)
    if first is not None and asked == {ANY} and (other := another_line(named, question, snapshot, today)):
        return other
    if first is None or (named.confidence < LINE and not asked <= NEVER_HELD):
        return None
    if (asked or {first.intent}) & told_in_purpose(first, snapshot.library):
        return Decision("answered", (replace(first, intent=""),), named.confidence)
    if not asked and first.kind == "place" and first.intent == "address":
        asked = frozenset({"address"})  # "the county seat of …": where its office is
    in_any_way = asked == {ANY} and is_its_office(first, question.masked, snapshot.library)
    if not in_any_way and not is_lacking(asked, first, question, snapshot, today):
        return None
    kind, id = parts(ranking.candidates[0].item) if ranking.candidates else ("", "")
    card = snapshot.library.cards[id].answer[question.language] if kind == CARD else ""
    told = any(way in LIKE and LIKE[way].search(card) for way in asked)
    if kind == CONTACT and asked == {"site"} and id not in first.ids and ranking.confidence >= LINE:
        told = bool(snapshot.library.contacts[id].site)  # that of Mayotte's council, asked of the département
    if told and ranking.confidence >= snapshot.general.threshold:
        return None
    offices = (
        each.ids[0]
        for each in offices_of(replace(first, intent="site"), question.text, snapshot.library)
        if each.kind == "contact"
    )
    referral = first.ids[0] if first.kind == "contact" else next(offices, None)
    sheet = () if referral else (replace(first, intent=""),)
    return Decision("unknown", (), 0.0, "line", sheet, referral, tongue=named.tongue)
