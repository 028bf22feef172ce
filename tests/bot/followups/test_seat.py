"""Follow-ups on a seat: which town it is, and where it was before."""

from __future__ import annotations

import pytest

from bot.answer import Decision
from bot.followups import seat as followup_seat
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely


def _question(text: str, language: Language = "fr") -> Question:
    return Question(text, surely(language))


def _naming(text: str, **names: str) -> Question:
    return Question(text, surely("en"), tuple(named_in(text, name.replace("_", "-"), id) for name, id in names.items()))


@pytest.mark.parametrize(
    ("question", "last", "whole"),
    [
        (_naming("and Loiret, that's Orléans, right?", Loiret="fr-dep-45", Orléans="fr-com-45234"), "seat", "fr-dep-45"),
        (_naming("et Orléans pour le Loiret ?", Loiret="fr-dep-45", Orléans="fr-com-45234"), "prefecture", "fr-dep-45"),
        (_naming("and Loiret, that's Orléans?", Loiret="fr-dep-45", Orléans="fr-com-45234"), "population", None),
        (_naming("and Loiret, how many live in Orléans?", Loiret="fr-dep-45", Orléans="fr-com-45234"), "seat", None),
        (_naming("and Loiret, that's Chinon?", Loiret="fr-dep-45", Chinon="fr-com-37072"), "seat", None),
        (_naming("and Loiret?", Loiret="fr-dep-45"), "seat", None),
    ],
)  # fmt: skip
def test_a_town_beside_a_place_of_the_kind_is_a_guess_at_its_seat(
    question: Question, last: str, whole: str | None, places: Library
) -> None:
    found = followup_seat.guessed(question, Subject("place", ("fr-dep-37",), last), places)
    assert found == (None if whole is None else Subject("place", (whole,), last))


def _asked_of(id: str, line: str = "prefecture") -> Subject:
    return Subject("place", (id,), line)


@pytest.mark.parametrize(
    ("text", "last", "whole"),
    [
        ("ok so which town is?", _asked_of("fr-com-37072"), "fr-dep-37"),
        ("laquelle alors ?", _asked_of("fr-com-37072"), "fr-dep-37"),
        ("그럼 어느 도시예요?", _asked_of("fr-com-37072"), "fr-dep-37"),
        ("which one is it?", _asked_of("fr-dep-37"), "fr-dep-37"),  # the town was named beside
        ("which town is?", _asked_of("fr-com-37261"), None),  # it is one itself
        ("which région is?", _asked_of("fr-com-37072"), None),
        ("which town has the larger market?", _asked_of("fr-com-37072"), None),
        ("which town is?", _asked_of("fr-com-37072", "population"), None),
        ("which town is?", Subject("table", ("fr-com-37072",), "table-which-above"), None),
        ("which town is?", _asked_of("gone"), None),
        ("and the phone?", _asked_of("fr-com-37072"), None),
        ("", _asked_of("fr-com-37072"), None),
    ],
)
def test_which_town_is_the_seat_is_told_where_one_that_is_not_was_asked_about(
    places: Library, text: str, last: Subject, whole: str | None
) -> None:
    asked = _question("Chinon est une préfecture ?")
    expected = None if whole is None else Subject("place", (whole,), "seat")
    assert followup_seat.instead(_question(text), asked, last, places.gazetteer) == expected


def test_of_several_seats_the_one_of_the_kind_named_before_is_told(places: Library) -> None:
    asked = _question("Chinon est le chef-lieu de la région ?")
    found = followup_seat.instead(_question("laquelle alors ?"), asked, _asked_of("fr-com-37072"), places.gazetteer)
    assert found == Subject("place", ("fr-reg-24",), "seat")


def test_the_past_of_a_seat_is_asked_of_its_kind(places: Library) -> None:
    found = followup_seat.formerly(_question("Where was it before?", "en"), _asked_of("fr-com-37072"), places)
    assert found is not None
    asked, place = found
    assert (asked.text, asked.places, place.id) == ("Chief town: département. Where was it before?", (), "fr-dep-37")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Where is it?", _asked_of("fr-com-37072")),
        ("Where was it before?", _asked_of("fr-com-37072", "population")),
        ("Where was it before?", Subject("table", ("fr-com-37072",), "table-which-above")),
        ("Where was it before?", _asked_of("gone")),
        ("Where was it before?", _asked_of("fr-com-75056", "address")),  # no seat is held
    ],
)
def test_nothing_else_is_asked_of_the_past_of_a_seat(places: Library, text: str, last: Subject) -> None:
    assert followup_seat.formerly(_question(text, "en"), last, places) is None


@pytest.mark.parametrize(
    ("before", "text", "last", "town"),
    [
        ("capital of Indre-et-Loire?", "population?", _asked_of("fr-dep-37"), "fr-com-37261"),
        ("préfecture de l'Indre-et-Loire ?", "combien d'habitants ?", _asked_of("fr-dep-37", "seat"), "fr-com-37261"),
        ("l'adresse du département ?", "combien d'habitants ?", _asked_of("fr-dep-37", "seat"), None),
        ("capital of Indre-et-Loire?", "population?", _asked_of("fr-dep-37", "population"), None),
        ("capital of Indre-et-Loire?", "how many communes?", _asked_of("fr-dep-37"), None),
        ("les sous-préfectures ?", "combien d'habitants dans la deuxième ?", _asked_of("fr-dep-37", "seat"), None),
        ("", "", _asked_of("fr-dep-37"), None),
    ],
)
def test_the_town_asked_for_as_a_seat_is_what_goes_on(
    places: Library, before: str, text: str, last: Subject, town: str | None
) -> None:
    turn = Turn(_question(before), Decision("answered", (last,), 0.9))
    found = followup_seat.town_told(_question(text), turn, places.gazetteer)
    assert (None if found is None else found.place_ids) == (None if town is None else (town,))
