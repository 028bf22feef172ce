"""The parts of a place that a follow-up names by their unit."""

from __future__ import annotations

import pytest

from bot.followups.parts import asked_around, counted_of_the_one_before, counted_there, listed
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely

GEOCHANG, LOT = "kr-48880", "fr-dep-46"
CARD = Subject("card", ("kr-eup",))


def _question(text: str, language: Language = "fr") -> Question:
    return Question(text, surely(language))


@pytest.mark.parametrize(
    ("text", "language", "id", "unit"),
    [
        ("그럼 밑에 면은 뭐뭐가 있죠", "ko", GEOCHANG, "kr-myeon"),
        ("and its eups?", "en", GEOCHANG, "kr-eup"),
        ("et ses myeon ?", "fr", GEOCHANG, "kr-myeon"),
        ("et ses communes ?", "fr", LOT, "commune"),
        ("quelles sont ses communes ?", "fr", LOT, "commune"),
    ],
)
def test_the_parts_of_the_place_spoken_of_are_listed(
    library: Library, text: str, language: Language, id: str, unit: str
) -> None:
    for last in (Subject("place", (id,), "population"), Subject("table", (id,), "table-which-above/province")):
        found = listed(_question(text, language), last, library.gazetteer)
        assert found == Subject("table", (id,), f"table-list-below/{unit}")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("et ses départements ?", Subject("place", (LOT,), "population")),  # it has none
        ("et sa commune ?", Subject("place", (LOT,), "population")),
        ("combien de communes a-t-il ?", Subject("place", (LOT,), "population")),
        ("et les communes ?", Subject("place", (LOT,), "population")),
        ("ses communes sont-elles riches ?", Subject("place", (LOT,), "population")),
        ("et ses communes ?", Subject("place", (LOT,), "seat")),  # of the town told, not of what it is the seat of
        ("et ses communes ?", Subject("table", (LOT,), "table-largest/commune")),
        ("et ses communes ?", Subject("card", ("one",))),
        ("et ses communes ?", Subject("place", ("gone",))),
    ],
)
def test_what_is_no_list_of_its_parts_is_none(library: Library, text: str, last: Subject) -> None:
    assert listed(_question(text), last, library.gazetteer) is None


@pytest.mark.parametrize(
    ("text", "told", "found"),
    [
        ("combien de villes là-bas ?", "table-which-above/province", "kr-12"),  # Suncheon has none
        ("combien de villes ?", "table-which-above/province", None),
        ("combien de villes et de gun là-bas ?", "table-which-above/province", None),
        ("combien de villes peuplées là-bas ?", "table-which-above/province", None),
        ("combien de villes là-bas ?", "table-is-kind", None),
        ("sa plus grande ville ?", "table-is-kind", None),
        ("sa deuxième plus grande ville ?", "table-which-above/province", None),
    ],
)
def test_what_a_place_has_none_of_is_counted_in_what_it_was_told_to_lie_in(
    library: Library, text: str, told: str, found: str | None
) -> None:
    counted = asked_around(_question(text), Subject("table", ("kr-12150",), told), library.gazetteer)
    assert (counted and (counted.ids, counted.intent)) == (found and ((found,), "table-count-below/city"))


@pytest.mark.parametrize(
    ("text", "intent"),
    [("its biggest city?", "table-largest/city"), ("et sa plus petite ville ?", "table-smallest/city")],
)
def test_the_largest_is_that_of_what_a_place_was_told_to_lie_in(library: Library, text: str, intent: str) -> None:
    last = Subject("table", ("fr-com-10387",), "table-which-above/region")
    assert asked_around(_question(text), last, library.gazetteer) == Subject("table", ("fr-reg-44",), intent)


@pytest.mark.parametrize(
    ("before", "text", "unit"),
    [
        ("What is a gun in Busan?", "How many are there?", "kr-gun"),
        ("Busan에서 군이 뭐예요?", "몇 개예요?", "kr-gun"),
        ("What is a commune in Busan?", "How many are there?", None),  # there is none
        ("What is a gun in Busan?", "How many people live there?", None),
        ("What is a gun in Busan?", "How many gu are there?", None),
        ("What is Busan?", "How many are there?", None),
    ],
)
def test_what_was_spoken_of_in_a_place_is_counted_in_it(
    library: Library, before: str, text: str, unit: str | None
) -> None:
    earlier = Question(before, surely("en"), (named_in(before, "Busan", "kr-26"),))
    found = counted_of_the_one_before(_question(text), earlier, library.gazetteer)
    assert found == (Subject("table", ("kr-26",), f"table-count-below/{unit}") if unit else None)


@pytest.mark.parametrize(
    ("before", "text", "name", "id", "unit"),
    [
        ("qu'est-ce qu'un eup exactement", "Il y en a combien à Gijang", "Gijang", "kr-26710", "kr-eup"),
        ("면이 뭐예요? 읍이랑 뭐가 다른지", "거창군에는 그게 몇 개나 있는데요", "거창군", GEOCHANG, "kr-myeon"),
        ("what is a myeon?", "and how many of them in Geochang?", "Geochang", GEOCHANG, "kr-myeon"),
    ],
)
def test_what_a_card_explained_is_counted_in_a_place(
    library: Library, before: str, text: str, name: str, id: str, unit: str
) -> None:
    asked = Question(text, surely("ko" if name == "거창군" else "fr"), (named_in(text, name, id),))
    found = counted_there(asked, _question(before), CARD, library.gazetteer)
    assert found == Subject("table", (id,), f"table-count-below/{unit}")


@pytest.mark.parametrize(
    ("before", "text", "last"),
    [
        ("qu'est-ce qu'un eup ?", "combien d'habitants à Gijang ?", CARD),
        ("qu'est-ce qu'un département ?", "il y en a combien à Gijang ?", CARD),
        ("qu'est-ce qu'un eup ?", "il y en a combien à Gijang ?", Subject("place", ("kr-26",))),
        ("qui élit le préfet ?", "il y en a combien à Gijang ?", CARD),
        ("qu'est-ce qu'un eup ?", "et Gijang ?", CARD),
        ("qu'est-ce qu'un eup ?", "combien de communes à Gijang ?", CARD),
    ],
)
def test_nothing_is_counted_that_was_not_explained(library: Library, before: str, text: str, last: Subject) -> None:
    asked = Question(text, surely("fr"), (named_in(text, "Gijang", "kr-26710"),))
    assert counted_there(asked, _question(before), last, library.gazetteer) is None
