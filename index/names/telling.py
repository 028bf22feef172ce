"""What two names beside each other tell, and the words between: that one lies in the other, is near it, or is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile

from index.names import signs
from index.names import signs_korean as korean
from index.names.evidence import Span
from index.names.particles import COMITATIVE
from index.names.text import NameText
from index.names.tokens import Token
from knowledge.wordings import wordings

_WORDS = {kind: frozenset(words) for kind, words in wordings("index.names", "telling.tsv").items()}
"""Words by what they tell, as tokens have them: without accents, small."""
_WHERE_IT_LIES, _THE_ONE, _NEAR = _WORDS["lies"], _WORDS["the_one"], _WORDS["near"]
# With what is said of the one meant: "I mean the small one near …", "je parle de la petite ville près de …".
_DESCRIBING = _WHERE_IT_LIES | _THE_ONE | _NEAR | _WORDS["describing"]
_NEAR_IN_KOREAN, _DESCRIBING_IN_KOREAN = _WORDS["near_korean"], _WORDS["describing_korean"]
_SIDE = _WORDS["side_korean"]
_IN_EACH = ("에도", "에 하나", "에")
_BEING, _BE = _WORDS["being"], _WORDS["be"]
_WITHIN = _WORDS["within"]
_AT = _WITHIN | _WORDS["at"]
_JOINING = _WORDS["joining"]
_LYING = _WORDS["lying"]
_BELONGING, _BELONGING_TO = _WORDS["belonging"], _WORDS["belonging_to"]
_LYING_IN_KOREAN = tuple(_WORDS["lying_korean"])
_IS_IT = re.compile(
    "이?(?:야|냐|니|죠|지|지요|예요|요)|이에요|인가요?|인지|입니까|(?:이었|였)(?:나요?|죠|지|던가)|맞[나죠].*"
)
_HAS, _APOSTROPHES = "s", ("'", "’")
_NEXT_BUT_ONE = 2
_SYLLABLES = 2
"""The fewest of a Korean name that its sentence may make one: fewer are too many other words."""
_IN_ONE_OF = _WITHIN | _WORDS["in_one_of"]


def leads(read: NameText, above: Span, below: Span) -> bool:
    """Tell whether one name stands right before the other, or has it: 경남 고성, 강원쪽 고성, "Pohang's Buk-gu"."""
    if below.first - above.last > _NEXT_BUT_ONE:  # before it cuts anything out: it is asked of any two names
        return False
    between = read.tokens[above.last + 1 : below.first]
    if len(between) == 1 and between[0].word == _HAS and between[0].gap in _APOSTROPHES:
        return not read.tokens[below.first].gap.strip()
    if any(token.gap.strip() for token in (*between, read.tokens[below.first])) or above.first > below.first:
        return False
    if between:
        return not above.rest and len(between) == 1 and between[0].word in _SIDE
    return above.rest in ("", "의") or above.rest in _SIDE


def heads_address(read: NameText, above: Span, below: Span) -> bool:
    """Tell whether a comma parts a name from the one after it, as the parts of an address: Hadong-gun, Hwagae-myeon."""
    return above.last + 1 == below.first and read.tokens[below.first].gap.strip() == "," and not above.rest


def is_near(read: NameText, above: Span, below: Span) -> bool:
    """Tell whether a Korean text says that the second place is near the first: 서울 근처 광주."""
    between = [token.word for token in read.tokens[above.last + 1 : below.first]]
    return between[:1] != [] and between[0] in _NEAR_IN_KOREAN and set(between[1:]) <= _DESCRIBING_IN_KOREAN


def follows(read: NameText, below: Span, above: Span) -> bool:
    """Tell whether one name is set after the other as where it lies: Jung-gu, Busan; Saint-Denis (Réunion)."""
    if above.first <= below.last or below.rest:
        return False
    between = read.tokens[below.last + 1 : above.first]
    if any(token.word not in _WHERE_IT_LIES | _THE_ONE for token in between):
        return False
    gap = read.tokens[below.last + 1].gap.strip()
    return gap in (",", "(", "/") or (bool(between) and between[0].word in ("de", "d", "du") and not gap)


def glosses(read: NameText, one: Span, other: Span) -> bool:
    """Tell whether a name stands in brackets after one in the other script, as the same name: 리옹(Riom)."""
    beside = one.last + 1 == other.first and read.tokens[other.first].gap.strip() == "("
    closed = read.text.startswith(")", other.to)
    return beside and closed and read.tokens[one.first].hangul != read.tokens[other.first].hangul


def are_joined(read: NameText, one: Span, other: Span) -> bool:
    """Tell whether what is stuck to a Korean name joins it to the next: 망통하고 칸."""
    beside = one.last + 1 == other.first and not read.tokens[other.first].gap.strip()
    return beside and re.fullmatch(COMITATIVE, one.rest) is not None


def lies_in(read: NameText, below: Span, above: Span, names: Sequence[Span], *, rare: bool = False) -> bool:
    """Tell whether a name in capitals is said to lie in the other, or in one of several: Die dans la Drôme.

    A `rare` word needs no capitals: "does pantin belong to Est Ensemble?".
    """
    if not (rare or read.tokens[below.first].capital) or signs.counted_before(read.tokens, below.first):
        return False
    named = {number for span in names for number in span.tokens}
    return says_within([read.tokens[number] for number in range(below.last + 1, above.first) if number not in named])


def lies_there(read: NameText, below: Span, above: Span, names: Sequence[Span]) -> bool:
    """Tell whether a Korean text says or asks that a place lies in the other: 벌교는 보성에 있죠, 보성이야?"""
    if not read.tokens[below.first].hangul or below.letters < _SYLLABLES or not korean.is_topic(below.rest):
        return False
    named = {number for span in names for number in span.tokens}
    if not named.issuperset(range(below.last + 1, above.first)) or above.first <= below.last:
        return False
    if _IS_IT.fullmatch(above.rest):
        return True
    after = read.tokens[above.last + 1].word if above.last + 1 < len(read.tokens) else ""
    return above.rest in ("", "에") and after.startswith(_LYING_IN_KOREAN)


def lies_at(read: NameText, below: Span, above: Span) -> bool:
    """Tell whether a preposition parts a name from the next, which it may lie in: Saint-Denis à La Réunion.

    Not where that is asked: "Is Goseong in Gangwon?", "Goseong in Gangwon or in Gyeongnam?".
    """
    between = read.tokens[below.last + 1 : above.first]
    if not between or any(token.gap.strip() for token in (*between, read.tokens[above.first])):
        return False
    before = {token.word for token in read.tokens[: below.first]}
    after = read.tokens[above.last + 1].word if above.last + 1 < len(read.tokens) else ""
    asked = after in ("or", "ou") or not before.isdisjoint(_BE)
    words = [token.word for token in between]
    return not asked and words[0] in _AT and all(word in _WHERE_IT_LIES | {"the"} for word in words[1:])


def holders_end(read: NameText, spans: Sequence[Span], at: int) -> int:
    """Return where the names end that a Korean text says each hold a place of the one at `at`: 강원에도 있고 경남에도.

    That is right after it where there are none.
    """
    head, end = spans[at], at + 1
    while end < len(spans) and read.tokens[head.first].hangul and spans[end].rest in _IN_EACH:
        between = read.tokens[spans[end - 1].last + 1 : spans[end].first]
        if spans[end].rest != spans[at + 1].rest or any(end == at + 1 or token.word not in _BEING for token in between):
            break
        end += 1
    return end


def is_the_one(read: NameText, below: Span, above: Span) -> bool:
    """Tell whether the other name says which one is meant: Moulins, celle de l'Allier."""
    return says_which(read.tokens[below.last + 1 : above.first])


def says_within(between: Sequence[Token]) -> bool:
    """Tell whether the words between two names say that the first lies in the second (Die dans la Drôme).

    What lies there may be asked ("Sées est bien dans l'Orne ?"), and of several ("c'est en Guadeloupe ou en …"), or be
    said to belong to it.
    """
    words = list(dropwhile(_LYING.__contains__, (token.word for token in between)))
    rest = list(dropwhile(_BELONGING.__contains__, words))
    within = _WITHIN if len(rest) == len(words) else _BELONGING_TO
    return bool(rest) and rest[0] in within and all(word in _IN_ONE_OF for word in rest[1:])


def says_to_lie_within(between: Sequence[Token]) -> bool:
    """Tell whether the words say by a verb that the first name lies in the second: Sées, c'est dans l'Orne."""
    return bool(between) and between[0].word in _LYING and says_within(between)


def says_near(between: Sequence[Token]) -> bool:
    """Tell whether the words say that the first is near the second (Fontaine, the one next to Grenoble)."""
    return _describes(between) and any(token.word in _NEAR for token in between)


def says_which(between: Sequence[Token]) -> bool:
    """Tell whether the words make the second name say which one is meant (Moulins, celle de l'Allier)."""
    if not _describes(between):
        return False
    words = {token.word for token in between}
    return bool(words & _THE_ONE) and not words & _NEAR


def _describes(between: Sequence[Token]) -> bool:
    """Tell whether all words describe which one is meant; of two names far apart the first hardly ever does."""
    return all(token.word in _DESCRIBING for token in between)


def the_one_at(between: Sequence[Token]) -> int | None:
    """Return where "the one" stands, if all from there to the name describe it (the one on Réunion), or else None."""
    ones = [number for number, token in enumerate(between) if token.word in _THE_ONE]
    return ones[-1] if ones and all(token.word in _DESCRIBING for token in between[ones[-1] :]) else None


def another_at(between: Sequence[Token]) -> int | None:
    """Return which of the words stands for another place of the first name (… et celui de La Réunion), or None."""
    one = the_one_at(between)
    return one if one is not None and any(token.word in _JOINING for token in between[:one]) else None
