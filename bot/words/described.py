"""What a message says of a place only to tell which it is: "X, the one with the castle, …", 축제로 유명한 X."""

from __future__ import annotations

import re
from functools import cache

from bot.words.question import Question
from bot.words.sentences import SENTENCE_END
from bot.words.wording_on import says_something
from index.names.mention import Mention
from knowledge.countries import HOMES
from knowledge.text import HANGUL, bare
from knowledge.wordings import alternatives, whole_words, wordings

_FILE = "bot.texts", "described.tsv"
_SET_OFF = re.compile(r"\s?(?:[,(]|\s[-–—])\s?(?P<said>[^,()?!;:.–—]+?)(?P<end>[,)?!;:.–—]|\s-\s|$)")
_CLOSING = (",", ")", "–", "—", " - ")


def without_description(question: Question) -> str | None:
    """Return the text of a question without what it says of the one place it is about, None where it says nothing.

    That stands set off behind the name, or before it in Korean. It asks nothing, any other name stands in it, and no
    third country is named.
    """
    if not question.places or question.contacts or not question.countries <= {*HOMES}:
        return None
    spans = [(question.places[0], _behind(question.text, question.places[0]))]
    spans += [(mention, _before(question.text, mention)) for mention in question.places]
    for name, span in spans:
        others = [other for other in question.places if other is not name]
        if span and all(span[0] <= other.start and other.end <= span[1] for other in others):
            before, after = question.text[: span[0]], question.text[span[1] :]
            rest = f"{before.rstrip()} {after.lstrip()}".strip()
            return rest if says_something(rest.replace(name.text, " ")) else None
    return None


def _behind(text: str, name: Mention) -> tuple[int, int] | None:
    """Return where the clause set off behind a name stands with its marks, but for the mark that ends the sentence.

    At its end a relative one, or a noun with an article, may be what is asked: "of all communes in X, which …?",
    "X, the mayor?".
    """
    found = _SET_OFF.match(text, name.end)
    if found is None or HANGUL.search(found["said"]):
        return None
    said, closed = bare(found["said"]).strip(), found["end"] in _CLOSING
    begins = ("begins", "begins_closed") if closed else ("begins",)
    if not _first_words(*begins).match(said) or _asks(said):
        return None
    return found.start(), found.end() if closed else found.end("said")


def _before(text: str, name: Mention) -> tuple[int, int] | None:
    """Return where the words of a sentence stand that in Korean describe the name after them."""
    start = max((match.end() for match in SENTENCE_END.finditer(text, 0, name.start)), default=0)
    said = bare(text[start : name.start])
    return (start, name.start) if _modifies().search(said) and not _asks(said) else None


def _asks(said: str) -> bool:
    return whole_words(*_FILE, "asks").search(said) is not None


@cache
def _first_words(*kinds: str) -> re.Pattern[str]:
    words = alternatives(word for kind in kinds for word in wordings(*_FILE)[kind])
    return re.compile(rf"(?:(?:{words})(?!\w)|l')")


@cache
def _modifies() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(wordings(*_FILE)['modifies'])})\s$")
