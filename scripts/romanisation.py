"""Korean place names in Latin letters: Revised Romanisation (2000) and McCune-Reischauer (1939).

Both write the sounds, so that neighbouring consonants change each other (종로: Jongno, Chongno); neither writes the
tense consonants that arise from it. A suffix of the administration stands after a hyphen and changes nothing before it.
"""

from __future__ import annotations

from dataclasses import dataclass

from index.names.tokens import is_hangul
from knowledge.text import jamo

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_CLUSTERS = dict(
    zip(
        "ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        ("ㄱㅅ", "ㄴㅈ", "ㄴㅎ", "ㄹㄱ", "ㄹㅁ", "ㄹㅂ", "ㄹㅅ", "ㄹㅌ", "ㄹㅍ", "ㄹㅎ", "ㅂㅅ"),
        strict=True,
    )
)
_CLUSTER_SOUND = dict(zip("ㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", "ㄱㄴㄴㄱㅁㄹㄹㄹㅂㄹㅂ", strict=True))
_STOPS = {**dict.fromkeys("ㄱㄲㅋ", "ㄱ"), **dict.fromkeys("ㄷㅌㅅㅆㅈㅊㅎ", "ㄷ"), **dict.fromkeys("ㅂㅍ", "ㅂ")}
_NASAL = {"ㄱ": "ㅇ", "ㄷ": "ㄴ", "ㅂ": "ㅁ"}
_VOICED_AFTER = {"", "ㄴ", "ㄹ", "ㅁ", "ㅇ"}

SUFFIXES = ("특별자치시", "특별자치도", "특별시", "광역시", "시", "군", "구", "읍", "면", "동", "도", "가", "리")


@dataclass(frozen=True)
class _System:
    vowels: tuple[str, ...]
    initials: dict[str, str]
    voiced: dict[str, str]  # between voiced sounds
    finals: dict[str, str]


_REVISED = _System(
    tuple("a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()),
    dict(zip(_INITIALS, "g kk n d tt r m b pp s ss - j jj ch k t p h".split(), strict=True)) | {"ㅇ": ""},
    {},
    dict(zip("ㄱㄴㄷㄹㅁㅂㅇ", "k n t l m p ng".split(), strict=True)) | {"": ""},
)
_MCCUNE = _System(
    tuple("a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i".split()),
    dict(zip(_INITIALS, "k kk n t tt r m p pp s ss - ch tch ch’ k’ t’ p’ h".split(), strict=True)) | {"ㅇ": ""},
    dict(zip("ㄱㄷㅂㅈ", "gdbj", strict=True)),
    _REVISED.finals,
)


def revised(name: str) -> str:
    """Return the Revised Romanisation of a Hangul name, with a capital; what is not Hangul stays as it is."""
    return _romanise(name, _REVISED)


def mccune_reischauer(name: str) -> str:
    """Return the McCune-Reischauer romanisation of a Hangul name, with breves and apostrophes."""
    return _romanise(name, _MCCUNE)


def by_letter(name: str) -> str:
    """Return a Hangul name in the letters of the Revised Romanisation, each for itself (종로: Jongro)."""
    stem, suffix = split_suffix(name)
    text = "".join(_sounds(syllable, _REVISED) for syllable in stem).capitalize()
    return f"{text}-{_sounds(suffix, _REVISED)}" if suffix else text


def split_suffix(name: str) -> tuple[str, str]:
    """Return (stem, suffix) of a Korean place name; the suffix is blank where none can be taken off."""
    for suffix in SUFFIXES:
        if name.endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)], suffix
    return name, ""


def _romanise(name: str, system: _System) -> str:
    stem, suffix = split_suffix(name)
    text = _sounds(stem, system)
    if not suffix:
        return text.capitalize()
    # The suffix follows a voiced sound or a stop; McCune-Reischauer voices it after a hyphen as it does within a word.
    ending = _sounds(suffix, system)
    if system.voiced and suffix[0] in "군구동도가":
        ending = {"k": "g", "t": "d"}[ending[0]] + ending[1:]
    return f"{text.capitalize()}-{ending}"


def _sounds(word: str, system: _System) -> str:
    parts: list[str] = []
    final = ""
    for number, character in enumerate(word):
        syllable = _decompose(character)
        if syllable is None:
            parts.append(system.finals[_STOPS.get(final, final)] + character)
            final = ""
            continue
        initial, vowel, next_final = syllable
        closing, opening = _meet(final, initial, vowel)
        parts.append(system.finals[closing])
        voiced = number > 0 and closing in _VOICED_AFTER and not (final and _STOPS.get(final) and initial != "ㅇ")
        letters = system.voiced.get(opening) if voiced else None
        if opening == "ㄹ" and closing == "ㄹ":
            letters = "l"
        parts.append((system.initials[opening] if letters is None else letters) + system.vowels[vowel])
        final = next_final
    parts.append(system.finals[_plain(final)])
    return "".join(parts)


def _decompose(character: str) -> tuple[str, int, str] | None:
    if not is_hangul(character):
        return None
    initial, vowel, final = jamo(character)
    return _INITIALS[initial], vowel, _FINALS[final]


def _plain(final: str) -> str:
    final = _CLUSTER_SOUND.get(final, final)
    return _STOPS.get(final, final)


def _meet(final: str, initial: str, vowel: int) -> tuple[str, str]:
    """Return how a final and the next initial sound together: (the final, the initial)."""
    if not final:
        return "", initial
    if initial == "ㅇ" and final != "ㅇ":
        return _linked(final, front=vowel == 20)
    plain = _plain(final)
    if initial in "ㄴㅁ":
        plain = _NASAL.get(plain, plain)
        return ("ㄹ", "ㄹ") if plain == "ㄹ" and initial == "ㄴ" else (plain, initial)
    if initial == "ㄹ":
        if plain in ("ㄴ", "ㄹ"):
            return "ㄹ", "ㄹ"
        return _NASAL.get(plain, plain), "ㄴ"
    return plain, initial


def _linked(final: str, *, front: bool) -> tuple[str, str]:
    """Return a final before a vowel: it opens the next syllable (한옥: Hanok), ㄷ and ㅌ soften before 이."""
    cluster = _CLUSTERS.get(final, final)
    rest, final = cluster[:-1], cluster[-1]
    if final == "ㅎ":
        return "", rest or "ㅇ"
    if front and final in "ㄷㅌ":
        return _plain(rest), "ㅈ" if final == "ㄷ" else "ㅊ"
    return _plain(rest), final
