"""Answers as Telegram HTML: always valid, and in parts that Telegram takes.

Only <b> and <a href> are written, never across the end of a paragraph, so that a part can end at any paragraph. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from bot.answer import Answer
from bot.catalogue import say
from bot.sheets.rendering import plain
from bot.sheets.writing import dated

LIMIT = 4_096
"""UTF-16 code units of a message after parsing: Telegram counts no more."""
ENTITIES = 100
"""Links and bold runs of a message: Telegram drops what is above."""
_UNSENDABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_ENDS = ("\n", ". ", "? ", "! ", "다. ", ", ", " ")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style: plain, bold, or a link if it has an address."""

    text: str
    address: str = ""
    bold: bool = False

    def html(self) -> str:
        """Return the run as HTML."""
        if not self.text.strip():
            return escape(self.text, quote=False)
        written = escape(self.text, quote=False)
        if self.address:
            return f'<a href="{escape(self.address)}">{written}</a>'
        return f"<b>{written}</b>" if self.bold else written


Paragraph = tuple[Run, ...]


def answer_parts(answers: Sequence[Answer], related: Sequence[str] = (), heading: str = "") -> list[str]:
    """Return one answer, in one language or several below each other, as the HTML of one or more messages.

    `related` are the titles shown on buttons: the text does not list them again. `heading` comes first, in bold.
    """
    paragraphs: list[Paragraph] = [(Run(clean(heading), bold=True),)] if heading.strip() else []
    for answer in answers:
        paragraphs += _paragraphs(answer, related)
    return parts(paragraphs)


def text_parts(text: str) -> list[str]:
    """Return a plain text as the HTML of one or more messages."""
    return parts([(Run(paragraph),) for paragraph in clean(text).split("\n\n")])


def parts(paragraphs: Iterable[Paragraph], limit: int = LIMIT) -> list[str]:
    """Return paragraphs packed into as few messages as they fit, in order; never none, never an empty one."""
    messages: list[list[Paragraph]] = [[]]
    room, entities = limit, ENTITIES
    for whole in paragraphs:
        for paragraph in _fitting(whole, limit):
            size = _size(paragraph) + (2 if messages[-1] else 0)
            marked = sum(1 for run in paragraph if run.address or run.bold)
            if messages[-1] and (size > room or marked > entities):
                messages.append([])
                room, entities, size = limit, ENTITIES, _size(paragraph)
            messages[-1].append(paragraph)
            room -= size
            entities -= marked
    written = ["\n\n".join("".join(run.html() for run in paragraph) for paragraph in m) for m in messages if m]
    return [message for message in written if message.strip()] or ["…"]


def units(text: str) -> int:
    """Return the length of a text in UTF-16 code units, as Telegram counts."""
    return len(text) + sum(1 for character in text if ord(character) > 0xFFFF)


def clean(text: str) -> str:
    """Return the text without characters that Telegram refuses."""
    return _UNSENDABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _paragraphs(answer: Answer, related: Sequence[str]) -> list[Paragraph]:
    text = answer.text
    if related:
        text = text.removesuffix("\n\n" + plain(say("related", answer.language), choices=related))
    cited = {
        clean(say("source", answer.language, title=c.title, date=dated(c.date, answer.language))): c
        for c in answer.citations
    }
    found: list[Paragraph] = []
    for block in re.split(r"\n{2,}", clean(text)):
        runs: list[Run] = []
        lines = block.split("\n")
        for number, line in enumerate(lines):
            citation = cited.get(line)
            above = cited.get(lines[number - 1]) if number else None
            if citation is None and above is not None and line == clean(above.url):
                continue  # the address stands behind the line above
            linked = citation is not None and citation.url.startswith(("https://", "http://"))
            runs += [Run("\n")] if runs else []
            runs.append(Run(line, address=citation.url if citation is not None and linked else ""))
        found.append(tuple(runs))
    return found


def _size(paragraph: Paragraph) -> int:
    return sum(units(run.text) for run in paragraph)


def _fitting(paragraph: Paragraph, limit: int) -> list[Paragraph]:
    """Cut a paragraph longer than a message: at a line's, a sentence's or a word's end where there is one."""
    if _size(paragraph) <= limit:
        return [paragraph] if any(run.text.strip() for run in paragraph) else []
    pieces: list[Paragraph] = []
    current: list[Run] = []
    room = limit
    for run in paragraph:
        rest = run.text
        while rest:
            if units(rest) <= room:
                current.append(Run(rest, run.address, run.bold))
                room -= units(rest)
                break
            cut = _cut(rest, room, may_wait=bool(current))
            if cut:
                current.append(Run(rest[:cut], run.address, run.bold))
            pieces.append(tuple(current))
            current, room, rest = [], limit, rest[cut:].lstrip(" \n")
    return [piece for piece in [*pieces, tuple(current)] if any(run.text.strip() for run in piece)]


def _cut(text: str, room: int, *, may_wait: bool) -> int:
    """Return where to cut a text so that what comes before fits the room; 0 leaves all of it to the next message."""
    end, used = 0, 0
    while end < len(text) and used + units(text[end]) <= room:
        used += units(text[end])
        end += 1
    for mark in _ENDS:
        at = text.rfind(mark, 0, end)
        if at > end // 2:
            return at + len(mark)
    return 0 if may_wait else end
