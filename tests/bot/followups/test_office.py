"""Follow-ups on another way to reach the office just told."""

from __future__ import annotations

import pytest

from bot.followups.office import again, of_its_council
from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, surely

TOURS = "fr-com-37261"
PREFECTURE = Subject("place", ("fr-dep-37",), "prefecture")
PHONE = Subject("place", ("fr-dep-37",), "phone")


def _question(text: str, language: Language = "fr", **named: str) -> Question:
    at = (named_in(text, name, id) for name, id in named.items())
    return Question(text, surely(language), places=tuple(at))


@pytest.mark.parametrize(
    ("text", "last", "found"),
    [
        ("et leur adresse, à Tours je crois", PREFECTURE, PREFECTURE),
        ("and their postal address, in Tours I think", PREFECTURE, PREFECTURE),
        ("l'adresse postale ?", PREFECTURE, PREFECTURE),
        ("그쪽 주소는요?", PREFECTURE, PREFECTURE),
        ("il me faut aussi l'adresse postale, merci", PREFECTURE, PREFECTURE),
        ("I also need the postal address", PREFECTURE, PREFECTURE),
        ("주소도 필요해요", PREFECTURE, PREFECTURE),
        ("et leur adresse, à Tours je crois", PHONE, Subject("place", ("fr-dep-37",), "address")),
        ("l'adresse ?", PHONE, None),  # what goes on from a place is asked of it anyway
        ("l'adresse de la mairie de Tours", PREFECTURE, None),
        ("et leur adresse, à Chinon je crois", PREFECTURE, None),  # it does not sit there
        ("l'adresse à Tours ?", PREFECTURE, None),  # nothing refers to the office
        ("et le site du conseil départemental ?", PREFECTURE, None),
        ("et leur mairie, l'adresse ?", PREFECTURE, None),
        ("leur fax ?", PREFECTURE, None),
        ("leur population ?", PREFECTURE, None),
        ("leur adresse ?", Subject("place", ("fr-dep-37",), "population"), None),
        ("leur adresse ?", Subject("place", ("gone",), "prefecture"), None),
        ("leur adresse ?", Subject("card", ("fr-prefet",)), None),
        ("", PREFECTURE, None),
    ],
)
def test_another_way_is_of_the_office_told_and_not_of_the_town_where_it_sits(
    places: Library, text: str, last: Subject, found: Subject | None
) -> None:
    asked = _question("le mail de la préfecture ?")
    named = {name: id for name, id in (("Tours", TOURS), ("Chinon", "fr-com-37072")) if name in text}
    assert again(_question(text, **named), asked, last, places) == found


def test_a_town_told_as_a_seat_is_no_office_told(places: Library) -> None:
    asked = _question("quelle est la préfecture ?")
    assert again(_question("l'adresse ?"), asked, PREFECTURE, places) is None


def test_a_body_of_a_place_is_such_an_office_too(shipped: Library) -> None:
    asked = _question("site of the provincial office", "en")
    text = "and its address, in Chuncheon right?"
    named = _question(text, "en", Chuncheon="kr-51110")
    last = Subject("contact", ("kr-gangwon",), "site")
    assert again(named, asked, last, shipped) == Subject("contact", ("kr-gangwon",), "address")
    assert again(named, asked, Subject("contact", ("amf",), "site"), shipped) is None


@pytest.mark.parametrize(
    ("text", "before", "intent"),
    [
        ("non, du conseil départemental", "le numéro de la préfecture", "phone"),
        ("je voulais dire le conseil départemental", "le site de la préfecture ?", "site"),
        ("no, I meant the departmental council", "the prefecture's phone", "phone"),
        ("et le conseil départemental ?", "le numéro de la préfecture", None),  # sets nothing right
        ("non, du conseil régional", "le numéro de la préfecture", None),  # no office of the place
        ("non, le site du conseil départemental", "le numéro de la préfecture", None),  # says what it wants
        ("non, du conseil départemental", "la préfecture ?", None),  # no way was asked for
    ],
)
def test_the_office_of_the_place_is_meant_instead_of_the_state_s(
    places: Library, text: str, before: str, intent: str | None
) -> None:
    found = of_its_council(_question(text), _question(before), PREFECTURE, places.gazetteer)
    assert found == (None if intent is None else Subject("place", ("fr-dep-37",), intent))
