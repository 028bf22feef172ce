"""French names in Hangul by the official loan-word orthography (외래어 표기법, table and rules for French)."""

from __future__ import annotations

import re
from itertools import zip_longest

from scripts.french_sounds import VOWELS, polynesian, sounds

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIALS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_CONSONANTS = dict(zip("pbtdkgfvszʃʒmnNlrцh", "ㅍㅂㅌㄷㅋㄱㅍㅂㅅㅈㅅㅈㅁㄴㄴㄹㄹㅊㅎ", strict=True))
_ORAL = dict(zip("iyeøɛœəaou", "ㅣㅟㅔㅚㅔㅚㅡㅏㅗㅜ", strict=True))
_NASAL = dict(zip("ẼÃÕŨ", "ㅐㅏㅗㅚ", strict=True))
_MEDIAL = _ORAL | _NASAL
_GLIDED = dict(zip("ㅏㅐㅔㅗㅜㅚㅡㅣㅟ", "ㅑㅒㅖㅛㅠㅚㅠㅣㅟ", strict=True))
_SOFT = "ʃN"  # they glide into a, e, o, u: 샤, 냐
_VOICELESS_STOPS = dict(zip("ptk", "ㅂㅅㄱ", strict=True))
_VOICELESS = "ptkfsʃ"
_ALONE = {"ʃ": "ㅠ", "ʒ": "ㅜ", "N": "ㅠ"}
_LIAISON = {"saint": "t", "saints": "z", "les": "z", "des": "z", "aux": "z"}
_FLEMISH = ("59", "62")
_POLYNESIAN = ("986", "987")
_ELIDED = re.compile(r"\b([dlDL])['’]")
_VOWEL_START = re.compile(r"h?[aàâeéèêiîïoôuœæ]", re.IGNORECASE)


def hangul(name: str, departement: str = "") -> str:
    """Return a French name as Hangul, its words joined, as names of places are written (Saint-Denis: 생드니).

    What stands in brackets is left out; digits stay. The number of the département tells how names are read that are
    no French words: a W in the North is that of oui (Wattrelos), Polynesian names have a sound for each letter.
    """
    if departement in _FLEMISH:
        name = name.replace("W", "Ou").replace("w", "ou")
    read = polynesian if departement in _POLYNESIAN else sounds
    name = _ELIDED.sub(r"\1", re.sub(r"\(.*?\)", "", name)).replace("'", "").replace("’", "")
    words = [word for word in re.split(r"[\s\-/,.&]+", name) if word]
    parts = []
    liaison = ""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        heard = word if word.isdigit() else liaison + read(word)
        liaison = _LIAISON.get(word.lower(), "") if _VOWEL_START.match(following) else ""
        parts.append(_Syllables().write(heard))
    return "".join(parts)


class _Syllables:
    """Hangul syllables under construction: (initial, medial, final) letters, each text of its own as it stands."""

    def __init__(self) -> None:
        self._syllables: list[tuple[str, str, str]] = []
        self._after_vowel = False  # the last syllable ends in an oral vowel that was heard

    def write(self, heard: str) -> str:
        at = 0
        while at < len(heard):
            at += self._one(heard, at)
        return "".join(_compose(*syllable) for syllable in self._syllables)

    def _one(self, heard: str, at: int) -> int:
        """Write what begins at a sound; return how many sounds that was."""
        sound, following = heard[at], heard[at + 1 : at + 2]
        if sound in _MEDIAL:
            self._vowel("ㅇ", sound)
            return 1
        if sound in "JWH":
            return self._semivowel("ㅇ", heard, at, between=at == 0 or heard[at - 1] in VOWELS)
        if sound not in _CONSONANTS:
            self._add(sound, "", "")
            return 1
        if sound == "l":
            self._lateral(before_vowel=following in (*_MEDIAL, *"JWH") and following != "")
        if following and following in _MEDIAL:
            self._vowel(_CONSONANTS[sound], following, soft=sound)
            return 2
        if following and following in "JWH":
            if sound in "ʃN" and following == "W":
                self._add(_CONSONANTS[sound], "ㅠ", "")
                return 2
            return 1 + self._semivowel(_CONSONANTS[sound], heard, at + 1, between=False)
        self._closing(sound, following)
        return 1

    def _add(self, initial: str, medial: str, final: str, *, heard_vowel: bool = False) -> None:
        self._syllables.append((initial, medial, final))
        self._after_vowel = heard_vowel

    def _vowel(self, initial: str, vowel: str, *, soft: str = "") -> None:
        medial = _MEDIAL[vowel]
        if (soft and soft in _SOFT and vowel not in "œøyi") or (soft == "ʒ" and vowel == "ə"):
            medial = "ㅜ" if soft == "ʒ" else _GLIDED[medial]
        self._add(initial, medial, "ㅇ" if vowel in _NASAL else "", heard_vowel=vowel in _ORAL)

    def _semivowel(self, initial: str, heard: str, at: int, *, between: bool) -> int:
        sound, following = heard[at], heard[at + 1 : at + 2]
        if sound == "J" and between and following and following in _MEDIAL:
            final = "ㅇ" if following in _NASAL else ""
            self._add("ㅇ", _GLIDED[_MEDIAL[following]], final, heard_vowel=not final)
            return 2
        if sound == "J" and initial == "ㅇ" and (not following or following not in _MEDIAL):
            self._add("ㅇ", "ㅠ", "")
            return 1
        self._add(initial, {"J": "ㅣ", "W": "ㅜ", "H": "ㅟ"}[sound], "", heard_vowel=True)
        return 1

    def _lateral(self, *, before_vowel: bool) -> None:
        """Double an l between vowels: the syllable before closes with it too."""
        if before_vowel and self._syllables:
            initial, medial, final = self._syllables[-1]
            if medial and not final:
                self._syllables[-1] = (initial, medial, "ㄹ")

    def _closing(self, sound: str, following: str) -> None:
        """Write a consonant that no vowel follows: it closes the syllable before, or takes a vowel of its own."""
        closes = ""
        if sound in "lmn":
            closes = {"l": "ㄹ", "m": "ㅁ", "n": "ㄴ"}[sound]
        elif sound in _VOICELESS_STOPS and following and following in _VOICELESS and self._after_vowel:
            closes = _VOICELESS_STOPS[sound]
        if closes and self._syllables and self._syllables[-1][1] and not self._syllables[-1][2]:
            initial, medial, _ = self._syllables[-1]
            if sound == "l" or self._after_vowel or (initial, medial) == ("ㄹ", "ㅡ"):
                self._syllables[-1] = (initial, medial, closes)
                self._after_vowel = False
                return
        self._add(_CONSONANTS[sound], _ALONE.get(sound, "ㅡ"), "")


def _compose(initial: str, medial: str, final: str) -> str:
    if not medial:
        return initial
    return chr(0xAC00 + _INITIALS.index(initial) * 588 + _MEDIALS.index(medial) * 28 + _FINALS.index(final))
