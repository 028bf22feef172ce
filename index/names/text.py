"""A text as the finder of names reads it: tokens, folded and run together, each character traced to where it stood."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

from index.names import signs
from index.names.kinds import denied
from index.names.tokens import Token, is_hangul, words_in

_SENTENCE_END = re.compile(r"[.!?:;…\n•«»\"“”]\s*$")
# Sites, addresses of mail, names of accounts and files hold names that nobody means.
_ADDRESS = re.compile(
    r"https?://\S+|\S+@\S+|@\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|kr|info|io|gouv|gov|edu|int|app|dev"
    r"|tsv|csv|pdf|docx?|xlsx?|pptx?|yaml|json|md|txt|jpe?g|png|zip)\b(?:/\S*)?",
    re.ASCII | re.IGNORECASE,
)
_GLUED = frozenset("-'’ʼ‘`´.")


@dataclass(frozen=True)
class NameText:
    """The tokens of a text and their folded letters in one string."""

    text: str
    tokens: tuple[Token, ...]
    stream: str
    starts: dict[int, int]  # position in the stream -> index of the token that starts there
    ends: dict[int, int]  # position in the stream -> index of the token that ends there

    @cached_property
    def asks_where(self) -> bool:
        """Whether the text asks where something is: each of its names is weighed by that."""
        return signs.asks_where(self.tokens)

    @cached_property
    def is_korean(self) -> bool:
        """Whether most of the text is in Hangul."""
        return 2 * sum(token.hangul for token in self.tokens) > len(self.tokens)

    @cached_property
    def kinds_denied(self) -> tuple[str, ...]:
        """The kinds of place that the text sets aside."""
        return denied(self.text)


def read_text(text: str) -> NameText:
    """Cut a text into tokens; positions refer to the text as given, composed or not."""
    composed, origin = _compose(text)
    if "." in composed or "@" in composed:
        composed = _ADDRESS.sub(lambda match: "|" * len(match.group()), composed)
    shouted = composed.isupper() and sum(map(str.isalpha, composed)) > 1
    tokens: list[Token] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    position = before = 0
    for begins, stops, word in words_in(composed):
        written, gap = composed[begins:stops], composed[before:begins]
        hangul = is_hangul(written)
        starts[position] = number = len(tokens)
        end = position + len(word)
        token = Token(
            word,
            written,
            origin[begins],
            origin[stops],
            position,
            end,
            hangul,
            not (hangul or shouted) and written[0].isupper(),
            not number or (gap != " " and _SENTENCE_END.search(gap) is not None),
            number > 0 and (not gap or (len(gap) == 1 and gap in _GLUED)),
            gap,
            tuple(origin[begins : stops + 1]) if hangul else (),
        )
        tokens.append(token)
        ends[end] = number
        position, before = end, stops
    return NameText(text, tuple(tokens), "".join([token.word for token in tokens]), starts, ends)


def _compose(text: str) -> tuple[str, list[int] | range]:
    """Return the text with its letters composed, and for each position (and the end) where it stood."""
    if unicodedata.is_normalized("NFC", text):
        return text, range(len(text) + 1)
    composed: list[str] = []
    origin: list[int] = []
    # A cluster is a letter with what composes with it: marks, or the vowel and final of a Hangul syllable.
    for match in re.finditer(r"[ᄀ-ᅟ][ᅠ-ᆧ]?[ᆨ-ᇿ]?|.[̀-ͯ]*", text, re.DOTALL):
        cluster = unicodedata.normalize("NFC", match.group())
        composed.append(cluster)
        origin += [match.start()] * len(cluster)
    origin.append(len(text))
    return "".join(composed), origin
