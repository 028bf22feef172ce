"""Words that stand for the partner of a place: "the twin town of X", "our Korean partner", "the French side", 자매도시.

The vocabulary stands in `bot/texts/counterparty.tsv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bot.words.question import Question
from index.names.particles import COMITATIVE, attached
from knowledge import countries
from knowledge.places import Country
from knowledge.text import HANGUL, bare, blanked_said
from knowledge.wordings import alternatives, whole_words, wordings

_OF_PLACE, _OF_COUNTRY = "\1", "\2"
"""Stand in a text for each letter of a place's name, and of a country's."""
_IN_APPOSITION = re.compile(rf"인\s{_OF_PLACE}")
"""What makes a partner of the place named after it: 자매도시인 이시레물리노."""


@dataclass(frozen=True, slots=True)
class Designation:
    """Words that stand for a partner: from `start` to `end` of the text, said without accents.

    `place` is where the name of the place begins that they say they are the partner of; None where they say none.
    `home` is the country that they name.
    """

    start: int
    end: int
    place: int | None
    home: Country | None

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands in the text."""
        return self.start, self.end


def designations(question: Question) -> Iterator[Designation]:
    """Give what stands for a partner in a question, first what says of which place."""
    named = _countries(question)
    text = _marked(question, named)
    for pattern in _patterns():
        for match in pattern.finditer(text):
            stuck = HANGUL.match(text, match.end())
            if stuck is not None and attached(stuck.group()) is None:  # 자매도시는, but not 자매 시작
                continue
            if _IN_APPOSITION.match(text, match.end()):
                continue
            home = next((home for span, home in named if match.start() <= span[0] < match.end()), None)
            place = match.start("of") if "of" in pattern.groupindex else None
            yield Designation(match.start(), match.end(), place, home)


def speaks_of_twins(text: str) -> bool:
    """Tell whether words speak of a twinning rather than of any partnership."""
    said = bare(text)
    return any(bare(word) in said for word in wordings("bot.texts", "counterparty.tsv")["twin"])


def speaks_of_tie(text: str) -> bool:
    """Tell whether words say of places that they are partners of each other: "sont-ils jumelés ?"."""
    return whole_words("bot.texts", "counterparty.tsv", "tie").search(bare(text)) is not None


def without_tie(text: str) -> str:
    """Return a text without accents and with blanks in place of the words that speak of a tie."""
    text = bare(text)
    for match in whole_words("bot.texts", "counterparty.tsv", "tie").finditer(text):
        text = blanked_said(text, *match.span())
    return text


def _marked(question: Question, named: list[tuple[countries.Span, Country]]) -> str:
    """Return the text without accents, each letter of a place's name or a country's replaced by one that marks it."""
    text = bare(question.text)
    for (start, end), _ in named:
        text = text[:start] + _OF_COUNTRY * (end - start) + text[end:]
    for mention in question.places:
        text = text[: mention.start] + _OF_PLACE * (mention.end - mention.start) + text[mention.end :]
    return text


def _countries(question: Question) -> list[tuple[countries.Span, Country]]:
    """Return which of the two countries a question names, and where; a city named is no country."""
    return [
        (span, countries.HOMES[code])
        for span, code in countries.named(question.text)
        if code in countries.HOMES and not any(m.overlaps(*span) for m in question.places)
    ]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of designations, those that say of which place first."""
    forms = wordings("bot.texts", "counterparty.tsv")
    kinds = ("partner", "tied", "town", "side", "definite", "with", "of", "in")
    partner, tied, town, side, definite, with_, of_, in_ = (f"(?:{alternatives(forms[kind])})" for kind in kinds)
    ko_partner, ko_tied, ko_town, ko_side = (
        "(?:" + alternatives(forms[kind]).replace(r"\ ", r"\s?") + ")"
        for kind in ("ko_partner", "ko_tied", "ko_town", "ko_side")
    )
    place, country = f"{_OF_PLACE}+", f"{_OF_COUNTRY}+"
    of = f"(?P<of>{place})"
    definite = rf"(?:{definite}(?:\s|(?<=')))"
    begins = rf"(?<!\w){definite}?"
    inside = rf"(?:\s{in_}\s?(?:{country}|{place}))?"
    noun = rf"(?:{country}\s)?(?:{town}\s(?:{country}\s)?)?{partner}(?:\s{town})?(?:\s{country})?"
    tied_town = rf"(?:{country}\s)?{town}(?:\s{country})?{inside}\s{tied}(?:\s{country})?"
    named = rf"\s?{definite}?(?:{town}\s{in_}\s?)?{of}"
    administration = "(?:특별시|광역시|특례시|시|군|구|도)?(?:청)?"
    ko_country = rf"(?:{country}(?:\s?(?:의|측|쪽))?\s?)?"
    ko_noun = rf"{ko_country}{ko_partner}(?:\s{ko_town})?"
    ko_with = rf"{of}{administration}(?:{COMITATIVE})(?:의)?\s?{ko_tied}"
    forms_of_words = (
        rf"{begins}{tied_town}\s{with_}{named}{inside}(?!\w)",
        rf"{begins}{noun}{inside}\s{of_}{named}{inside}(?!\w)",
        rf"{of}(?:'s|')?\s{noun}{inside}(?!\w)",
        rf"{ko_with}\s?{ko_country}(?:{place}\s?)?{ko_town}",
        rf"{ko_with}(?=\s?{place})",
        rf"{of}{administration}(?:의)?\s?{ko_noun}",
        rf"(?<!\w){definite}{noun}{inside}(?!\w)",
        rf"(?<![가-힣]){ko_noun}",
        rf"(?<!\w){definite}(?:{country}\s(?:{side}|{town})|(?:{side}|{town})\s(?:{in_}\s?)?{country})(?!\w)",
        rf"(?<!\w)(?:cote\s{country}|{country}\sside)(?!\w)",
        rf"(?:그\s)?{country}(?:의)?\s?{ko_side}|그\s{country}(?:의)?\s?{ko_town}",
    )
    return tuple(map(re.compile, forms_of_words))
