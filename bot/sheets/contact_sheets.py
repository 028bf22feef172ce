"""A contact as an answer: the one line asked for first, then the rest."""

from __future__ import annotations

from bot.answer import Composition, cite
from bot.catalogue import say
from bot.subject import Subject
from knowledge.contacts import Contact
from knowledge.library import Library
from knowledge.text import Language

LINES = ("purpose", "phone", "site", "email", "address")
"""The lines of a sheet, in their order when all is asked for."""


def compose(subject: Subject, language: Language, library: Library) -> Composition | None:
    """Return a contact's sheet, the line of `subject.intent` first; None where the contact has no such line."""
    contact = library.contacts[subject.ids[0]]
    lines = {line: said for line in LINES if (said := value(contact, line, language))}
    if subject.intent and subject.intent not in lines:
        return None
    order = sorted(lines, key=lambda line: line != subject.intent) if subject.intent else list(lines)
    shown = [say(f"contact-{line}", language, value=lines[line]) for line in order]
    name = contact.names[language]
    text = "\n".join([f"{name} — {shown[0]}", *shown[1:]]) if subject.intent else "\n".join([name, *shown])
    return Composition(
        text=text,
        citations=cite(contact.sources, language),
        checked=contact.checked,
        notes=(say("unverified", language),) if contact.status == "unverified" else (),
        places=contact.places,
        contacts=(contact.id,),
    )


def one_line(contact: Contact, language: Language) -> str:
    """Return the contact's name and the shortest ways to reach it."""
    ways = [way for way in (contact.phone, contact.site) if way]
    return " — ".join([contact.names[language], *ways])


def value(contact: Contact, line: str, language: Language) -> str:
    """Return what a line of a contact's sheet says; blank where nothing is held."""
    if line == "purpose":
        return contact.purpose[language]
    if line == "address":
        return _address(contact, language)
    return str(getattr(contact, line) or "")


def _address(contact: Contact, language: Language) -> str:
    if contact.address is None:
        return ""
    latin, hangul = contact.address.latin, contact.address.hangul
    scripts = (hangul, latin) if language == "ko" else (latin, hangul)
    return " / ".join(script for script in scripts if script)
