"""A text with its names masked, or with another text in place of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from index.names.mention import Mention
from index.names.particles import GLUED, THING
from index.ranking.variants import MASK
from knowledge.text import HANGUL, bare, fold
from knowledge.wordings import alternatives, whole_words, wordings

_OFFICE = re.compile("[시군구도](?:장|청|의회|지사|의원)|군수(?!요)")
_NUMBER_ASKED = re.compile(
    rf"(?:(?<={MASK})|(?<=\s구(?=[은는이가]\s)))((?:은|는|이|가)?\s)?몇\s?구(?=이?(?:야|여|예요|에요|죠|지|인|임|입|냐|니|일까))이?(?:[가-힣]+)"
)
_WHICH_DISTRICT = r"\1어느 구에 있나요"
_BESIDE = re.compile(rf"\s*\((?![^()]*(?<!\w){MASK}(?!\w))[^()?]{{1,40}}\)")
STATE_FORMS = ("bot.texts", "glosses.tsv", "state")
"""Where the words stand by which the State's office in a département is named."""


def masked(text: str, mentions: Iterable[Mention]) -> str:
    """Return the text with the mask in place of each mention."""
    parts, position = [], 0
    for mention in sorted(mentions, key=lambda m: m.start):
        parts += [text[position : mention.start], MASK]
        position = mention.end
        office = _OFFICE.match(text, position - 1) or _OFFICE.match(text, position)
        if office:  # 수원시장, 경기도청: the suffix belongs to the office as well
            position = office.start()
        start = office.end() if office else position
        if glued := GLUED.match(text, start):  # 강릉시인구, 경북도청주소랑대표번호
            parts += [text[position:start], THING.sub(r" \g<0>", glued.group())]
            position = glued.end()
    return "".join([*parts, text[position:]])


def with_district_asked(text: str) -> str:
    """Return a masked text that asks for the number of a district as one that asks for the district: X는 몇 구야.

    Where nothing says that there is one (X에 몇 구가 있어요) it asks how many there are.
    """
    return _NUMBER_ASKED.sub(_WHICH_DISTRICT, text)


def without_asides(text: str) -> str:
    """Return a masked text without what it adds in brackets: "website of the X (MEL)", "X (old spelling)".

    The State's office that a word is said to mean stands in its place: "X 도청(프레펙튀르)".
    """
    rest = _BESIDE.sub("", _glossed(text))
    return rest if fold(rest) else text


def says_more_than_names(text: str) -> bool:
    """Tell whether a masked text has a letter besides its masks."""
    return re.search(r"[^\W\d_]", text.replace(MASK, " ")) is not None


def names_state(text: str) -> bool:
    """Tell whether a text names the State's office in a département."""
    return whole_words(*STATE_FORMS).search(bare(text)) is not None


def _glossed(text: str) -> str:
    """Return a text with an office in brackets in place of the word in Hangul before it, or beside any other."""
    folded, parts, position = bare(text), [], 0
    for match in _gloss().finditer(folded):
        parts += [text[position : match.start()], f" {text[match.start('means') : match.end('means')]}"]
        position = match.end()
    return "".join([*parts, text[position:]])


@cache
def _gloss() -> re.Pattern[str]:
    package, name, kind = STATE_FORMS
    means = alternatives(wordings(package, name)[kind])
    return re.compile(rf"(?:(?<![가-힣])\s?[가-힣]+)?\s?\(\s*(?P<means>{means})\s*\)")


def at_mask(start: int, ids: tuple[str, ...]) -> Mention:
    """Return the mention of a place (ids) by a mask that stands in a text from `start` on."""
    return Mention(start, start + len(MASK), MASK, ids, True)


def replaced(text: str, stands_for: Iterable[tuple[Mention, str]]) -> str:
    """Return the text with another text in place of each mention; the office stuck to it stays: 한국 도시 시장은."""
    parts, position = [], 0
    for mention, other in sorted(stands_for, key=lambda pair: pair[0].start):
        parts += [text[position : mention.start], other]
        position = mention.end
        office = _OFFICE.match(text, position - 1) if HANGUL.match(text, position) else None
        if office:
            parts.append(f" {office.group()}")
            position = office.end()
    return "".join([*parts, text[position:]])
