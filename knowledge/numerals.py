"""Numbers in words, in French, Korean and English: what a text without digits may mean by them.

More is read than is meant: `un` is an article too. It serves to tell whether a text may say what another has in digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from knowledge.text import Language, bare


def _counted(words: str, start: int = 0) -> dict[str, int]:
    """Return each word with its number; words for the same number are joined by `/`."""
    return {word: number for number, group in enumerate(words.split(), start) for word in group.split("/")}


def _tens(words: str) -> dict[str, int]:
    return {word: 10 * ten for word, ten in _counted(words, 1).items()}


_WORDS: Mapping[Language, Mapping[str, int]] = {
    "fr": {
        **_counted(
            "zero/aucun/aucune un/une/premier/premiere/premiers/premieres/unique/seul/seule "
            "deux/deuxieme/deuxiemes/second/seconde/secondaire/secondaires/double/demi/demie/moitie/binome/alternee "
            "trois/troisieme/tiers/triple/triennal quatre/quatrieme/quart/quarts cinq/cinquieme/cinquiemes "
            "six/sixieme sept/septieme huit/huitieme neuf/neuvieme dix/dixieme/dixiemes/dizaine/decennie onze/onzieme "
            "douze/douzieme/douzaine treize quatorze quinze/quinzaine seize dix-sept dix-huit dix-neuf"
        ),
        **_tens("dix vingt/vingtaine trente/trentaine quarante/quarantaine cinquante/cinquantaine soixante"),
        **dict.fromkeys(("quatre-vingt", "quatre-vingts"), 80),
        **dict.fromkeys(("cent", "cents", "centaine", "centaines", "siecle"), 100),
        **dict.fromkeys(("mille", "millier", "milliers"), 1000),
        **dict.fromkeys(("million", "millions"), 10**6),
        **dict.fromkeys(("milliard", "milliards"), 10**9),
        "billion": 10**12,
    },
    "en": {
        **_counted(
            "zero/no one/first/a/an/single/once two/second/twice/half/double/both/pair/pairs/paired/alternate "
            "three/third/thirds/triple four/fourth/quarter/quarters/quarterly five/fifth/fifths six/sixth "
            "seven/seventh eight/eighth nine/ninth ten/tenth/tenths/decade eleven/eleventh twelve/twelfth/dozen "
            "thirteen/thirteenth fourteen/fourteenth fifteen/fifteenth sixteen/sixteenth seventeen/seventeenth "
            "eighteen/eighteenth nineteen/nineteenth"
        ),
        **_tens("ten twenty/twentieth thirty/thirtieth forty fifty sixty seventy eighty ninety"),
        **dict.fromkeys(("hundred", "hundreds", "century"), 100),
        **dict.fromkeys(("thousand", "thousands"), 1000),
        **dict.fromkeys(("million", "millions"), 10**6),
        **dict.fromkeys(("billion", "billions"), 10**9),
        "trillion": 10**12,
    },
    "ko": {},
}
_WORD: Mapping[Language, re.Pattern[str]] = {
    language: re.compile(rf"\b(?:{'|'.join(sorted(_WORDS[language], key=len, reverse=True))})\b")
    for language in ("fr", "en")
}
_ROMAN = re.compile(r"\b([IVX]+)(?:e|er|th|nd|st)?\b")
_ROMANS = _counted("I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII", 1)
_JOINT = re.compile(r"[ -]|-et-| et | and ")
_COUNTER = "(?= |개|명|번|곳|가지|단계|차례|종류|해|달|쪽|배|사람|도시|나라|기관|조|가|째|주|살|시)"
_KOREAN = {
    re.compile(pattern): number
    for pattern, number in {
        rf"(?<![가-힣])(?:한{_COUNTER}|하나)|첫|일원|단일|매년|해마다": 1,
        rf"(?<![가-힣])(?:두{_COUNTER}|둘|양(?!식))|양[국측쪽]|절반|반수|쌍|이원|격년|격월": 2,
        rf"(?<![가-힣])(?:세{_COUNTER}|셋|석 달)|삼권|분기": 3,
        rf"(?<![가-힣])(?:네{_COUNTER}|넷|넉 달)|분기": 4,
        r"다섯": 5,
        r"여섯|반기|반년": 6,
        r"일곱|일주일": 7,
        r"여덟": 8,
        r"아홉": 9,
        rf"(?<![가-힣])열{_COUNTER}|십여": 10,
        r"열한": 11,
        r"열두": 12,
        r"스무|스물": 20,
        r"서른": 30,
        r"백여|수백": 100,
        r"천여|수천": 1000,
        r"백만": 10**6,
        r"억": 10**8,
        r"조": 10**12,
    }.items()
}


def spelled(text: str, language: Language) -> frozenset[Decimal]:
    """Return the numbers that words of the text may mean: each word's own, and that of words that follow each other."""
    if language == "ko":
        return frozenset(Decimal(number) for pattern, number in _KOREAN.items() if pattern.search(text))
    plain, words = bare(text), _WORDS[language]
    runs: list[list[int]] = []
    end = 0
    for match in _WORD[language].finditer(plain):
        if not runs or not _JOINT.fullmatch(plain[end : match.start()]):
            runs.append([])
        runs[-1].append(words[match.group()])
        end = match.end()
    romans = {_ROMANS[roman] for roman in _ROMAN.findall(text) if roman in _ROMANS}
    return frozenset(Decimal(number) for run in [*runs, romans] for number in (*run, _together(run)))


def _together(numbers: Iterable[int]) -> int:
    """Return what numbers mean that follow each other: three hundred and five thousand."""
    total = current = 0
    for number in numbers:
        if number >= 1000:
            total, current = total + max(current, 1) * number, 0
        elif number == 100:
            current = max(current, 1) * number
        else:
            current += number
    return total + current
