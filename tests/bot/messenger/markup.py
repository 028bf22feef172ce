"""Telegram's HTML, read as strictly as Telegram reads it."""

from __future__ import annotations

import re

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler"}
LIMIT = 4_096
_TOKEN = re.compile(
    r"<(/?)([a-z][a-z-]*)((?:\s+[a-z-]+=\"[^\"<>]*\")*)\s*>|&(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);|([<>&])", re.I
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}


class MarkupError(ValueError):
    """The text is not Telegram HTML; the message is Telegram's."""


def parsed(text: str) -> str:
    """Return the visible text; raise MarkupError if it is not valid."""
    shown, open_, position = [], [], 0
    for match in _TOKEN.finditer(text):
        shown.append(text[position : match.start()])
        position = match.end()
        closing, tag, attributes, entity, stray = match.groups()
        if stray is not None and stray != ">":
            raise MarkupError(f"can't parse entities: unexpected {stray!r} at {match.start()}")
        if stray:
            shown.append(stray)
        elif entity:
            shown.append(_NAMED[entity.lower()] if entity.lower() in _NAMED else _numbered(entity))
        elif tag.lower() not in TAGS:
            raise MarkupError(f"can't parse entities: unsupported start tag {tag!r}")
        elif closing:
            if not open_ or open_.pop() != tag.lower():
                raise MarkupError(f"can't parse entities: unmatched end tag {tag!r}")
        else:
            if (tag.lower() == "a") != bool(re.fullmatch(r'\s+href="[^"]+"', attributes)):
                raise MarkupError(f"can't parse entities: attributes of {tag!r}")
            open_.append(tag.lower())
    if open_:
        raise MarkupError(f"can't parse entities: can't find end tag of {open_[-1]!r}")
    return "".join([*shown, text[position:]])


def _numbered(entity: str) -> str:
    return chr(int(entity[2:], 16) if entity[1] in "xX" else int(entity[1:]))


def length(text: str) -> int:
    """Return the length in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
