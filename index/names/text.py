"""A text as the finder of names reads it: tokens, folded and run together, each character traced to where it stood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from index.names.ordinals import ordinals

_TOKEN = re.compile(r"[^\W\d_가-힣]+|[가-힣]+|\d+|&")
_SENTENCE_END = re.compile(r"[.!?:;…\n•«»\"“”]\s*$")
# Sites, addresses of mail, names of accounts and files hold names that nobody means.
_ADDRESS = re.compile(
    r"https?://\S+|\S+@\S+|@\w+|\b[\w-]+(?:\.[\w-]+)*\.(?:fr|com|org|net|eu|kr|info|io|gouv|gov|edu|int|app|dev"
    r"|tsv|csv|pdf|docx?|xlsx?|pptx?|yaml|json|md|txt|jpe?g|png|zip)\b(?:/\S*)?",
    re.ASCII | re.IGNORECASE,
)
_GLUED = frozenset("-'’ʼ‘`´.")
_ABBREVIATED = {"st": "saint", "ste": "sainte", "&": "et"}


def _folding() -> dict[int, str]:
    table = {}
    for number in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        bare = "".join(c for c in unicodedata.normalize("NFKD", chr(number).lower()) if not unicodedata.combining(c))
        table[number] = bare
    return table | {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae", ord("Æ"): "ae", ord("ß"): "ss", ord("ø"): "o"}


_FOLDING = _folding()


def fold_word(word: str) -> str:
    """Return a word in small letters without accents; Hangul stays as it is."""
    return word.translate(_FOLDING).lower()


def is_hangul(word: str) -> bool:
    """Tell whether a word or token is written in Hangul."""
    return "가" <= word[:1] <= "힣"


def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded; run together they are what is searched."""
    words = _TOKEN.findall(unicodedata.normalize("NFC", name))
    return tuple(_ABBREVIATED.get(word, word) for word in map(fold_word, words))


class Token(NamedTuple):
    """A run of letters, of Hangul or of digits: from `at` to `to` in the text given, `start` to `end` in the stream.

    Every message makes a dozen: a tuple is made three times as fast as a frozen dataclass.
    """

    word: str  # folded
    written: str
    at: int
    to: int
    start: int
    end: int
    hangul: bool
    capital: bool  # begins with a capital and is not all capitals in a text of capitals
    first: bool  # begins a sentence
    glued: bool  # nothing or one mark that joins (hyphen, apostrophe, point) parts it from the token before
    gap: str  # what parts it from the token before
    places: tuple[int, ...]  # where each letter of a Hangul token stood, and its end


@dataclass(frozen=True)
class NameText:
    """The tokens of a text and their folded letters in one string."""

    text: str
    tokens: tuple[Token, ...]
    stream: str
    starts: dict[int, int]  # position in the stream -> index of the token that starts there
    ends: dict[int, int]  # position in the stream -> index of the token that ends there


def read_text(text: str) -> NameText:
    """Cut a text into tokens; positions refer to the text as given, composed or not."""
    composed, origin = _compose(text)
    if "." in composed or "@" in composed:
        composed = _ADDRESS.sub(lambda match: "|" * len(match.group()), composed)
    shouted = composed.isupper() and sum(map(str.isalpha, composed)) > 1
    tokens: list[Token] = []
    position = before = 0
    for begins, ends, word in _words(composed):
        written = composed[begins:ends]
        gap = composed[before:begins]
        tokens.append(
            Token(
                word=word,
                written=written,
                at=origin[begins],
                to=origin[ends],
                start=position,
                end=position + len(word),
                hangul=is_hangul(written),
                capital=written[0].isupper() and not shouted,
                first=not tokens or _SENTENCE_END.search(gap) is not None,
                glued=bool(tokens) and (not gap or (len(gap) == 1 and gap in _GLUED)),
                gap=gap,
                places=tuple(origin[begins : ends + 1]) if is_hangul(written) else (),
            )
        )
        position += len(word)
        before = ends
    return NameText(
        text,
        tuple(tokens),
        "".join(token.word for token in tokens),
        {token.start: number for number, token in enumerate(tokens)},
        {token.end: number for number, token in enumerate(tokens)},
    )


def _words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start and end of each token of a text, and its word: of an ordinal the number and its ending."""
    numbered = {start: (end, number) for start, end, number in ordinals(text)}
    read = 0
    for match in _TOKEN.finditer(text):
        start, end = max(match.start(), read), match.end()
        while start in numbered:
            read, number = numbered[start]
            yield start, read, number
            start = read
        if start < end:
            word = fold_word(text[start:end])
            yield start, end, _ABBREVIATED.get(word, word)


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
