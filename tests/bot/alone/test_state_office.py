"""The State's office of a place in the way asked for."""

import pytest

from bot.alone.state_office import in_way_asked, is_of_state
from bot.subject import Subject
from knowledge.library import Library


def _asked(id: str, text: str, library: Library) -> Subject | None:
    return in_way_asked(Subject("place", (id,), "prefecture"), text, library)


def test_its_line_is_given_where_it_has_the_way_or_any_will_do(library: Library) -> None:
    for id, text in (
        ("fr-dep-35", "le mail de la préfecture d'Ille-et-Vilaine"),
        ("fr-dep-56", "où est la préfecture du Morbihan"),
        ("fr-com-35238", "le mail de la préfecture de Rennes"),
    ):
        found = _asked(id, text, library)
        assert found is not None
        assert (found.ids, found.intent) == ((id,), "prefecture"), text


def test_the_contact_of_a_region_has_what_the_line_lacks(shipped: Library) -> None:
    assert _asked("fr-reg-53", "mail de la préfecture de région Bretagne", shipped) == Subject(
        "contact", ("prefecture-bretagne",), "email"
    )


def test_of_a_sub_prefecture_no_way_is_held(library: Library) -> None:
    assert _asked("fr-com-35238", "le téléphone de la sous-préfecture de Rennes", library) is None
    assert _asked("fr-com-35238", "la sous-préfecture de Rennes", library) is not None


def test_what_nobody_holds_is_not_given(library: Library) -> None:
    assert _asked("fr-dep-56", "le mail de la préfecture du Morbihan", library) is None


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        (Subject("place", ("fr-dep-56",), "prefecture"), True),
        (Subject("place", ("fr-dep-56",), "phone"), False),
        (Subject("contact", ("prefecture-bretagne",), "phone"), False),
    ],
)
def test_what_asks_for_it(subject: Subject, expected: bool) -> None:
    assert is_of_state(subject) is expected
