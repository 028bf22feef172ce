"""Korean words as they are said: 강릉 is said as 강능, 밀양 as 미량; who writes a name by ear writes it so.

A consonant that closes a syllable changes with the one that begins the next, and goes over to it where that begins with
none. Tense and aspirated consonants and the two sounds of e are one besides (see `knowledge.text.heard`).
"""

from __future__ import annotations

from knowledge.text import heard

_INITIALS = {letter: at for at, letter in enumerate("ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ")}
_NONE, _N, _L, _M = (_INITIALS[letter] for letter in "ㅇㄴㄹㅁ")
_FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_AT = {letter: at for at, letter in enumerate(_FINALS)}
_CLOSING = {
    at: _AT[sound]
    for sound, letters in {
        "ㄱ": "ㄱㄲㄳㄺㅋ",
        "ㄴ": "ㄴㄵㄶ",
        "ㄷ": "ㄷㅅㅆㅈㅊㅌㅎ",
        "ㄹ": "ㄹㄼㄽㄾㅀ",
        "ㅁ": "ㅁㄻ",
        "ㅂ": "ㅂㅄㄿㅍ",
    }.items()
    for at in map(_AT.__getitem__, letters)
}
"""How each final consonant closes a syllable; that of 강 is what it is."""
_NASAL = {_AT["ㄱ"]: _AT["ㅇ"], _AT["ㄷ"]: _AT["ㄴ"], _AT["ㅂ"]: _AT["ㅁ"]}
_STOPS = frozenset(_NASAL)
_LIQUID = _AT["ㄹ"]
_FIRST, _SYLLABLES, _OF_INITIAL, _OF_VOWEL = ord("가"), 11_172, 588, 28
"""The first syllable, how many there are, and how many of one initial, and of one initial and vowel."""


def _meeting(final: int, initial: int) -> tuple[int, int]:
    """Return how a final consonant and the initial after it are said together."""
    if initial == _NONE and _FINALS[final] in _INITIALS and _FINALS[final] != "ㅇ":
        return 0, _INITIALS[_FINALS[final]] if _FINALS[final] != "ㅎ" else _NONE
    closing = _CLOSING.get(final, final)
    if initial == _L and closing not in (0, _LIQUID):
        if closing == _AT["ㄴ"]:
            return _LIQUID, _L
        initial = _N
    if initial == _N and closing == _LIQUID:
        return _LIQUID, _L
    if initial in (_N, _M) and closing in _STOPS:
        closing = _NASAL[closing]
    return closing, initial


_MET = {
    (final, initial): met
    for final in range(1, len(_FINALS))
    for initial in range(len(_INITIALS))
    if (met := _meeting(final, initial)) != (final, initial)
}
"""The pairs that are said otherwise than they are written."""


def pronounced(word: str) -> str:
    """Return a Korean word as it is heard when it is said; what is no Hangul stays."""
    codes = [ord(character) - _FIRST for character in word]
    for at, code in enumerate(codes):
        if not 0 <= code < _SYLLABLES:
            continue
        final, following = code % _OF_VOWEL, codes[at + 1] if at + 1 < len(codes) else -1
        if final and 0 <= following < _SYLLABLES:
            initial = following // _OF_INITIAL
            if met := _MET.get((final, initial)):
                codes[at] += met[0] - final
                codes[at + 1] += (met[1] - initial) * _OF_INITIAL
        elif final:
            codes[at] += _CLOSING.get(final, final) - final
    return heard("".join(chr(code + _FIRST) for code in codes))
