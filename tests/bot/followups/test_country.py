"""Words that mean the other country without naming it."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.answer import Decision
from bot.followups.country import brought_along, corrected, moved, naming, over_there, reversed_way
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.across import abroad
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.text import Language

_CARDS = {
    "maire": SimpleNamespace(country="fr"),
    "si": SimpleNamespace(country="kr"),
    "two": SimpleNamespace(country="both"),
}
SNAPSHOT = cast(Snapshot, cast(Any, SimpleNamespace(library=SimpleNamespace(cards=_CARDS))))


def _question(text: str, language: Language) -> Question:
    return Question(text, Detection(language, supported=True, certain=True))


@pytest.mark.parametrize(
    ("shown", "text", "language", "country"),
    [
        ("maire", "Là-bas, c'est qui ?", "fr", "KR"),
        ("si", "Là-bas, c'est qui ?", "fr", None),  # it stays in Korea
        ("si", "de l'autre côté ?", "fr", "FR"),
        ("maire", "et eux, qui signe ?", "fr", "KR"),
        ("si", "et chez eux ?", "fr", None),
        ("si", "그쪽은요?", "ko", "FR"),
        ("maire", "그쪽은요?", "ko", None),
        ("maire", "상대국은요?", "ko", "KR"),
        ("maire", "and over there?", "en", None),  # either may be foreign
        ("si", "거기는요?", "ko", None),  # what was spoken of
        ("si", "on their side?", "en", "FR"),
        ("two", "Là-bas, c'est qui ?", "fr", None),
        ("maire", "et combien ?", "fr", None),
        ("maire", "", "fr", None),
        ("maire", "우리 도의원은요?", "ko", "KR"),
        ("si", "우리 도의원은요?", "ko", None),
        ("si", "et nos conseillers régionaux ?", "fr", "FR"),
        ("si", "nos élus partent mardi signer une convention, que prévoir ?", "fr", None),  # only who asks
    ],
)
def test_the_other_country_is_named_where_it_is_meant(
    shown: str, text: str, language: Language, country: str | None
) -> None:
    asked = _question(text, language)
    named = naming(asked, card(shown), SNAPSHOT)
    assert named.countries == (frozenset() if country is None else {country})
    assert (named.text == text) == (country is None)


@pytest.mark.parametrize(
    ("shown", "text", "implied"),
    [
        ("si", "and my French driving licence?", "KR"),
        ("maire", "제 한국 면허는요?", "FR"),
        ("maire", "and my French driving licence?", None),  # it is not elsewhere
        ("two", "and my French driving licence?", None),
        ("si", "and in France?", None),
    ],
)
def test_papers_brought_along_count_where_one_goes(shown: str, text: str, implied: str | None) -> None:
    asked = replace(_question(text, "en"), countries=frozenset(code for _, code in countries.named(text)))
    last = Turn(_question("which visa?", "en"), Decision("answered", (card(shown),), 0.9))
    read = brought_along(asked, last, SNAPSHOT)
    assert read.implied == implied
    assert (read is asked) == (implied is None)


@pytest.mark.parametrize("last", [None, Subject("place", ("kr-11",)), Subject("contact", ("amf",))])
def test_only_after_a_card_is_a_country_meant(last: Subject | None) -> None:
    asked = _question("Là-bas, c'est qui ?", "fr")
    assert naming(asked, last, SNAPSHOT) is asked


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [("là-bas ?", "fr", "KR"), ("그쪽은요?", "ko", "FR"), ("over there?", "en", None), ("et alors ?", "fr", None)],
)
def test_over_there_is_not_where_one_writes_from(text: str, language: Language, country: str | None) -> None:
    assert abroad(_question(text, language)) == country


JINAN = Mention(0, 5, "Jinan", ("kr-jinan",), True)


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("non pas en Chine, celui de Corée", "fr", "kr-jinan"),
        ("not the one in China, the Korean one", "en", "kr-jinan"),
        ("중국 말고 한국이요", "ko", "kr-jinan"),
        ("non, celui de France", "fr", "fr-jinan"),
        ("et en Corée ?", "fr", None),  # sets nothing right
        ("non, la population de la Corée", "fr", None),
        ("non, celui de Chine", "fr", None),
        ("non, en France et en Corée", "fr", None),
        ("", "fr", None),
    ],
)
def test_a_country_set_right_tells_which_place_of_a_name(text: str, language: Language, meant: str | None) -> None:
    places = {id: SimpleNamespace(country=id[:2]) for id in ("kr-jinan", "fr-jinan")}
    both = Mention(0, 5, "Jinan", ("kr-jinan",), True, others=("fr-jinan",))
    names = SimpleNamespace(find=lambda text, language: (both,))
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=SimpleNamespace(gazetteer=places), names=names)))
    before = Question("Jinan c'est où", Detection("fr", supported=True, certain=True), places=(JINAN,))
    found = corrected(_question(text, language), before, snapshot)
    assert (None if found is None else found.places[0].places) == (None if meant is None else (meant,))
    if found is not None:
        assert found.text == before.text


def test_without_one_place_before_nothing_is_set_right() -> None:
    before = Question("Où ?", Detection("fr", supported=True, certain=True))
    assert corrected(_question("non, celui de Corée", "fr"), before, SNAPSHOT) is None


@pytest.mark.parametrize(
    ("before", "text", "reversed_text"),
    [
        ("téléphoner en Corée depuis la France", "et dans l'autre sens ?", "téléphoner en France depuis la Corée"),
        ("a visa for France", "and vice versa?", "a visa for Korea"),
    ],
)
def test_the_other_way_round_each_country_takes_the_place_of_the_other(
    before: str, text: str, reversed_text: str
) -> None:
    named = frozenset(code for _, code in countries.named(before))
    language: Language = "fr" if "France" in text or "sens" in text else "en"
    asked = replace(_question(before, language), countries=named)
    (found,) = reversed_way(_question(text, language), asked, None, _of_no_places())
    assert isinstance(found, Question)
    assert found.text == reversed_text


def test_the_other_way_round_a_card_has_its_counterpart() -> None:
    cards = {"maire": SimpleNamespace(country="fr", counterpart="si"), "si": SimpleNamespace(country="kr")}
    found = list(
        reversed_way(_question("반대는요?", "ko"), _question("시장?", "ko"), card("maire"), _of_no_places(cards))
    )
    assert found[0] == card("si")


def test_what_names_a_country_or_no_other_way_is_not_reversed() -> None:
    named = replace(_question("et l'inverse, en Corée ?", "fr"), countries=frozenset({"KR"}))
    for asked in (named, _question("et le maire ?", "fr"), _question("", "fr")):
        assert not list(reversed_way(asked, _question("en France ?", "fr"), None, _of_no_places()))


def _of_no_places(cards: dict[str, Any] | None = None) -> Snapshot:
    library = SimpleNamespace(cards=cards or {}, gazetteer={})
    return cast(Snapshot, cast(Any, SimpleNamespace(library=library)))


@pytest.mark.parametrize(
    ("shown", "text", "language", "implied"),
    [
        ("si", "les pompiers là-bas, ils sont de la ville ?", "fr", "KR"),
        ("maire", "les pompiers là-bas, ils sont de la ville ?", "fr", None),  # the other country, which is named
        ("maire", "그쪽 소방관은 시청 소속인가요?", "ko", "FR"),
        ("si", "are firemen over there city staff?", "en", None),  # either may be foreign
        ("si", "les pompiers sont de la ville ?", "fr", None),
        ("two", "les pompiers là-bas, ils sont de la ville ?", "fr", None),
    ],
)
def test_over_there_is_the_country_spoken_of_where_one_writes_from_the_other(
    shown: str, text: str, language: Language, implied: str | None
) -> None:
    last = Turn(_question("?", language), Decision("answered", (card(shown),), 1.0))
    assert over_there(_question(text, language), last, SNAPSHOT).implied == implied


@pytest.mark.parametrize(
    ("text", "language", "reversed_text"),
    [
        ("아니 한국에 오는 프랑스 사람 말이에요", "ko", "한국에서 체류증은 어디서 받아요?"),
        ("non, un Français en Corée je veux dire", "fr", None),
    ],
)
def test_who_goes_where_is_set_right_by_both_countries(
    text: str, language: Language, reversed_text: str | None
) -> None:
    asked = _question("프랑스에서 체류증은 어디서 받아요?", "ko")
    said = replace(_question(text, language), countries=frozenset({"FR", "KR"}))
    found = [each for each in reversed_way(said, asked, None, _of_no_places()) if isinstance(each, Question)]
    assert found
    assert reversed_text is None or found[0].text == reversed_text


def test_of_both_countries_the_one_not_spoken_of_is_meant() -> None:
    asked = _question("un titre de séjour en France ?", "fr")
    said = replace(_question("des Français, en Corée ?", "fr"), countries=frozenset({"FR", "KR"}))
    (found,) = moved(said, asked, None, _of_no_places())
    assert isinstance(found, Question)
    assert (found.text, found.implied) == ("un titre de séjour en Corée ?", "KR")


@pytest.mark.parametrize(
    ("text", "code", "moved_text"),
    [
        ("그럼 서울시에서 임명하나요?", "KR", "한국 군수는 누가 임명하나요?"),
        ("서울시가 임명하나요?", "KR", "한국 군수는 누가 임명하나요?"),
        ("빠리에서 임명하나요?", "FR", None),  # of the country that was asked about
    ],
)
def test_a_capital_that_stands_for_its_state_is_the_country_named(text: str, code: str, moved_text: str | None) -> None:
    before = replace(_question("프랑스 군수는 누가 임명하나요?", "ko"), countries=frozenset({"FR"}))
    asked = replace(_question(text, "ko"), countries=frozenset({code}))
    found = [each for each in moved(asked, before, None, _of_no_places()) if isinstance(each, Question)]
    assert [(each.text, each.implied) for each in found] == ([] if moved_text is None else [(moved_text, code)])


def test_where_neither_country_is_named_nothing_moves() -> None:
    asked = replace(_question("그럼 거기는요?", "ko"), countries=frozenset({"DE"}))
    assert not list(moved(asked, _question("프랑스 군수는?", "ko"), None, _of_no_places()))
