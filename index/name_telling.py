"""What the words between two names tell: that one lies in the other, is near it, or which of several is meant."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import dropwhile

from index.name_text import Token

WHERE_IT_LIES = frozenset("de d du la l le les".split())
THE_ONE = frozenset("celle celui one".split())
_NEAR = frozenset(
    "pres cote next near close beside voisine voisin touche jouxte limitrophe borders touches touching".split()
)
_DESCRIBING = (
    WHERE_IT_LIES | THE_ONE | _NEAR | frozenset("the s qui est is which juste just right dans en in a to by".split())
)
_JOINING = frozenset("et ou and or".split())
_WITHIN = frozenset("dans en in".split())
_LYING = frozenset("c est se trouve situe situee bien is it s really".split())
_SEVERAL = _WITHIN | frozenset("le la les l the ou or".split())


def says_within(between: Sequence[Token]) -> bool:
    """Tell whether the words between two names say that the first lies in the second (Die dans la Drôme).

    What lies there may be asked ("Sées est bien dans l'Orne ?"), and of several ("c'est en Guadeloupe ou en …").
    """
    words = list(dropwhile(_LYING.__contains__, (token.word for token in between)))
    return bool(words) and words[0] in _WITHIN and all(word in _SEVERAL for word in words[1:])


def says_near(between: Sequence[Token]) -> bool:
    """Tell whether the words say that the first is near the second (Fontaine, the one next to Grenoble)."""
    words = {token.word for token in between}
    return words <= _DESCRIBING and bool(words & _NEAR)


def says_which(between: Sequence[Token]) -> bool:
    """Tell whether the words make the second name say which one is meant (Moulins, celle de l'Allier)."""
    words = {token.word for token in between}
    return words <= _DESCRIBING and bool(words & THE_ONE) and not words & _NEAR


def another_at(between: Sequence[Token]) -> int | None:
    """Return which of the words stands for another place of the first name (… et celui de La Réunion), or None."""
    ones = [number for number, token in enumerate(between) if token.word in THE_ONE]
    if not ones or not any(token.word in _JOINING for token in between[: ones[-1]]):
        return None
    return ones[-1] if all(token.word in _DESCRIBING for token in between[ones[-1] :]) else None
