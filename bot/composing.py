"""Composes what is said: a decision in no language becomes an answer in one, word for word from what is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from bot.answer import Answer, Composition, Decision, cite
from bot.catalogue import say
from bot.partnerships import partners
from bot.sheets import contact_sheets, place_sheets
from bot.sheets.rendering import day, plain
from bot.sheets.writing import dated
from bot.subject import Subject, card
from bot.tables import answers as table_answers
from index.snapshot import Snapshot
from knowledge.cards import Card
from knowledge.library import Library
from knowledge.text import LANGUAGES, Language


def compose(decision: Decision, language: Language, snapshot: Snapshot, today: date) -> Answer:
    """Return the answer to a decision in one language."""
    if decision.status == "answered":
        return _answered(decision, language, snapshot, today)
    options = decision.subjects if decision.status == "clarify" else decision.nearest
    choices = tuple(title(option, language, snapshot) for option in options)
    cards = tuple(id for option in options if option.kind == "card" for id in option.ids)
    said = _said(decision, language)
    shown = choices if decision.status in ("clarify", "unknown") else ()
    referred = _referral(decision, language, snapshot) if decision.status == "unknown" else ""
    return Answer(
        language=language,
        status=decision.status,
        answer=said,
        text=plain(said, heading=_heading(decision, language), choices=shown, closing=referred),
        confidence=decision.confidence,
        cards=cards,
        places=tuple(id for option in options if option.kind not in ("card", "contact") for id in option.ids),
        contacts=(decision.referral,) if decision.referral else (),
        choices=shown,
        options=options if shown else (),
        reason=decision.reason,
    )


def content(subject: Subject, language: Language, snapshot: Snapshot, today: date) -> Composition | None:
    """Return what is known about a subject, in its own words; None where the tables hold nothing of it."""
    if subject.kind == "card":
        return _card(snapshot.library.cards[subject.ids[0]], language, today)
    if subject.kind == "contact":
        return contact_sheets.compose(subject, language, snapshot.library)
    if subject.kind == "place":
        return place_sheets.compose(subject, language, snapshot.library)
    if subject.kind == "table":
        return table_answers.compose(subject, language, snapshot.library)
    return partners.compose(subject, language, snapshot.library)


def title(subject: Subject, language: Language, snapshot: Snapshot) -> str:
    """Return the subject as a question or name to choose: a card's first phrasing, a place's full name."""
    library = snapshot.library
    if subject.kind == "card":
        return library.cards[subject.ids[0]].questions[language][0]
    if subject.kind == "contact":
        return library.contacts[subject.ids[0]].names[language]
    if subject.kind == "place":
        return place_sheets.full_name(subject.ids[0], language, library)
    return (
        table_answers.title(subject, language, library)
        if subject.kind == "table"
        else partners.title(subject, language, library)
    )


def _card(card_: Card, language: Language, today: date) -> Composition:
    notes = []
    if card_.status == "unverified":
        notes.append(say("unverified", language))
    if card_.expired(today) and card_.valid_until is not None:
        notes.append(say("expired", language, date=day(card_.valid_until, language)))
    offered = dict.fromkeys([*([card_.counterpart] if card_.counterpart else []), *card_.related])
    return Composition(
        text=card_.answer[language],
        citations=cite(card_.sources, language),
        checked=card_.checked,
        notes=tuple(notes),
        cards=(card_.id,),
        places=card_.places,
        contacts=card_.contacts,
        related=tuple(card(id) for id in offered),
    )


def _answered(decision: Decision, language: Language, snapshot: Snapshot, today: date) -> Answer:
    found = [content(subject, language, snapshot, today) for subject in decision.subjects]
    parts = [part for part in found if part is not None]
    if not parts:  # whatever was decided, an answer says something
        sheets = tuple(replace(subject, intent="") for subject in decision.subjects if subject.kind == "place")
        return compose(Decision("unknown", reason="not_held", nearest=sheets), language, snapshot, today)
    related = tuple(dict.fromkeys(s for part in parts for s in part.related if s not in decision.subjects))[:3]
    said = "\n\n".join(part.text for part in parts)
    return Answer(
        language=language,
        status="answered",
        answer=said,
        text="\n\n".join(
            [_dressed(part, language, snapshot.library) for part in parts]
            + (
                [plain(say("related", language), choices=tuple(title(s, language, snapshot) for s in related))]
                if related
                else []
            )
        ),
        confidence=decision.confidence,
        cards=_joined(part.cards for part in parts),
        places=_joined(part.places for part in parts),
        contacts=_joined(part.contacts for part in parts),
        citations=tuple(dict.fromkeys(c for part in parts for c in part.citations)),
        related=related,
        subjects=decision.subjects,
    )


def _dressed(part: Composition, language: Language, library: Library) -> str:
    lines = [part.text, *part.notes]
    under = [
        say("contact", language, contact=contact_sheets.one_line(library.contacts[id], language))
        for id in part.contacts
        if id in library.contacts and id not in part.cards and part.cards
    ]
    under += [
        say("source", language, title=c.title, date=dated(c.date, language)) + f"\n{c.url}" for c in part.citations
    ]
    if part.checked is not None:
        under.append(say("checked", language, date=day(part.checked, language)))
    return "\n\n".join(["\n".join(lines), "\n".join(under)]) if under else "\n".join(lines)


def _joined(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(id for group in groups for id in group))


def _said(decision: Decision, language: Language) -> str:
    if decision.status == "courtesy":
        return say(f"courtesy-{decision.courtesy}", language)
    if decision.status == "unsupported_language":
        return "\n".join(
            say("unsupported_language", each) for each in (language, *(x for x in LANGUAGES if x != language))
        )
    if decision.status == "clarify":
        return say("clarify", language)
    special = decision.reason in ("country", "place", "not_held", "line", "no_such_place", "empty", "too_long")
    return say(f"unknown-{decision.reason}" if special else "unknown", language)


def _heading(decision: Decision, language: Language) -> str:
    return say("nearest", language) if decision.status == "unknown" and decision.nearest else ""


def _referral(decision: Decision, language: Language, snapshot: Snapshot) -> str:
    contact = snapshot.library.contacts.get(decision.referral or "")
    if contact is None:
        return say("referral-none", language)
    return say("referral", language, contact=contact_sheets.one_line(contact, language))
