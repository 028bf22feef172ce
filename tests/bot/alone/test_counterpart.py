"""What stands in the other country for the card or body last shown."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import numpy as np
import pytest

from bot.alone import counterpart
from bot.alone.counterpart_body import across, line_of_other
from bot.answer import Decision
from bot.followups import completing
from bot.followups.context import Context
from bot.subject import Subject, card
from bot.turn import Turn
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import CARD, item
from index.snapshot import Snapshot
from knowledge import countries
from knowledge.library import Library
from knowledge.text import Language
from tests.bot.understood import named_in, snapshot_of, surely


def _question(text: str, language: Language = "fr", *, contact: str = "") -> Question:
    named = frozenset(code for _, code in countries.named(text))
    mentions = (Mention(0, 1, text[:1], (contact,), True),) if contact else ()
    return Question(text, surely(language), contacts=mentions, countries=named)


def _snapshot(library: Library, *best: str) -> Snapshot:
    """Return a snapshot that ranks the cards given, best first, for any text."""

    def rank(text: str, vector: object, language: str, *, left_out: Container[str] = ()) -> Ranking:
        kept = [name for name in (item(CARD, id) for id in best) if name not in left_out]
        return Ranking(tuple(Candidate(name, 0.9) for name in kept), 0.9 if kept else 0.0)

    ranker = SimpleNamespace(rank=rank, threshold=0.5)
    model = SimpleNamespace(encode=lambda texts, kind: np.ones((len(texts), 2), np.float32))
    return snapshot_of(library=library, general=ranker, model=model, names=None)


@pytest.mark.parametrize(
    "text",
    [
        "et chez eux, l'équivalent ?",
        "Un équivalent existe chez eux ?",
        "and what's the Korean one?",
        "and who'd be the closest French body to it",
        "et l'équivalent coréen, il y en a combien ?",
        "La nôtre là-bas ?",
        "et chez nous, ce serait quoi ?",
        "한국으로 치면 어디에 해당하나요",
        "우리 시청으로 치면 누구한테 해당하나요?",
        "프랑스에도 그런 자리가 있나요?",
    ],
)
def test_a_counterpart_is_asked_for_in_these_words(text: str) -> None:
    assert counterpart.asked_for(_question(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "et en Corée ?",
        "what about that one?",
        "et le mieux, ce serait quoi ?",
        "et dans l'autre sens, pour nos homologues qui viennent chez nous passer une semaine ?",
    ],
)
def test_no_counterpart_is_asked_for_in_others(text: str) -> None:
    assert not counterpart.asked_for(_question(text))


@pytest.mark.parametrize(
    ("shown", "text", "found"),
    [
        ("fr-dgs", "l'équivalent coréen ?", "cmp-dgs-vice-mayor"),  # compared, beside its counterpart there
        ("fr-departement", "l'équivalent coréen ?", "cmp-gun-departement"),  # the one of two that fits best
        ("coop-korea-group", "l'équivalent coréen ?", "coop-francewa"),  # on both, but of French bodies alone
        ("fr-dgs", "l'équivalent français ?", None),  # it is French
        ("cmp-levels", "l'équivalent ?", None),  # on both countries already
    ],
)
def test_the_counterpart_of_a_card(shipped: Library, shown: str, text: str, found: str | None) -> None:
    snapshot = _snapshot(shipped, "cmp-gun-departement", "cmp-departement-counterpart")
    expected = None if found is None else card(found)
    assert counterpart.of(_question(text), _question("?"), card(shown), snapshot) == expected


@pytest.mark.parametrize(
    ("best", "found"),
    [
        (("cmp-region-province",), "cmp-region-province"),  # compared by a card that the one shown does not lead to
        (("fr-maire", "cmp-region-province"), "kr-province"),  # compared nowhere
        ((), "kr-province"),
    ],
)
def test_the_counterpart_of_a_card_that_leads_to_no_comparison(
    shipped: Library, best: tuple[str, ...], found: str
) -> None:
    shown = next(
        each
        for each in shipped.cards.values()
        if each.counterpart == "kr-province"
        and not any(
            other.country == "both" and (other.id in each.related or each.id in other.related)
            for other in shipped.cards.values()
        )
    )
    asked = _question("l'équivalent coréen ?")
    assert counterpart.of(asked, _question("?"), card(shown.id), _snapshot(shipped, *best)) == card(found)


@pytest.mark.parametrize(
    ("shown", "best", "found"),
    [
        ("amf", "cmp-amf-associations", "cmp-amf-associations"),
        ("amf", "fr-maire", "cmp-amf-associations"),  # what tells of it, though the text finds another
        ("cuf-korea-group", "coop-korea-group", "coop-francewa"),  # across from the card on its own side
        ("koica", "cmp-similar-institutions", "cmp-similar-institutions"),  # told of by no card of its own
        ("koica", "fr-maire", None),
        ("gaok-paris", "cmp-cuf-gaok", "cmp-cuf-gaok"),  # of GAOK, whose office it is
        ("atout-france-korea", "fr-maire", None),
    ],
)
def test_the_counterpart_of_a_body(shipped: Library, shown: str, best: str, found: str | None) -> None:
    telling = ("cmp-amf-associations", "coop-francewa")
    snapshot = _snapshot(shipped, best, *telling)
    asked = _question("et leur homologue ?")
    expected = None if found is None else card(found)
    assert counterpart.of(asked, _question("?"), Subject("contact", (shown,)), snapshot) == expected


def test_the_counterpart_of_an_embassy_is_the_other_with_the_line_asked_for(shipped: Library) -> None:
    last = Subject("contact", ("embassy-kr-paris",), "address")
    found = counterpart.of(_question("La nôtre ?"), _question("?"), last, _snapshot(shipped))
    assert found == Subject("contact", ("embassy-fr-seoul",), "address")


@pytest.mark.parametrize(
    ("shown", "asked", "found"),
    [
        ("cmp-amf-associations", _question("한국으로 치면요?", "ko"), "namk"),
        ("cmp-amf-associations", _question("AMF, son homologue ?", contact="amf"), "namk"),
        ("cmp-amf-associations", _question("AMF, c'est quoi ?", contact="amf"), None),  # asks for no counterpart
        ("cmp-cuf-gaok", _question("leur homologue là-bas ?"), "gaok"),
        ("cmp-cuf-gaok", _question("their counterpart over there?", "en"), None),  # either may be meant
        ("cmp-levels", _question("en Corée ?"), None),  # no bodies
        ("fr-maire", _question("en Corée ?"), None),
    ],
)
def test_the_body_that_was_told_as_the_counterpart(
    shipped: Library, shown: str, asked: Question, found: str | None
) -> None:
    assert counterpart.told(card(shown), asked, shipped) == found


@pytest.mark.parametrize("last", [Subject("place", ("kr-11",)), Subject("table", ("kr-11",), "table-rank")])
def test_a_place_has_its_counterpart_on_its_sheet(shipped: Library, last: Subject) -> None:
    asked = _question("et son équivalent ?")
    snapshot = _snapshot(shipped, "cmp-levels")
    turn = Turn(_question("?"), Decision("answered", (last,)))
    completed = completing.completions(Context(asked, turn, turn.question, (), snapshot, date(2026, 12, 1)))
    assert not [each for each in completed if each.way == "counterpart"]


@pytest.mark.parametrize(
    ("shown", "text", "place", "found"),
    [
        (card("fr-dgs"), "who would be the equivalent in Suwon?", "kr-41110", "cmp-dgs-vice-mayor"),
        (card("fr-dgs"), "son homologue à Suwon ?", "kr-41110", "cmp-dgs-vice-mayor"),
        (card("fr-dgs"), "Suwon에서는 뭐에 해당해요?", "kr-41110", "cmp-dgs-vice-mayor"),
        (card("fr-dgs"), "l'équivalent de Suwon ?", "kr-41110", None),  # of the place
        (card("fr-dgs"), "son homologue à Tours ?", "fr-com-37261", None),  # of the country it is in already
        (card("fr-dgs"), "qui l'élit à Suwon ?", "kr-41110", None),
        (Subject("contact", ("embassy-kr-paris",)), "son homologue à Suwon ?", "kr-41110", None),
        (Subject("place", ("fr-com-37261",)), "son homologue à Suwon ?", "kr-41110", None),
    ],
)
def test_the_counterpart_in_a_place_of_the_other_country_is_that_of_what_was_shown(
    shipped: Library, shown: Subject, text: str, place: str, found: str | None
) -> None:
    name = shipped.gazetteer[place].names.fr.removesuffix("-si")
    mention = named_in(text, name, place)
    asked = replace(_question(text, "ko" if "해당" in text else "fr"), places=(mention,))
    expected = None if found is None else card(found)
    assert counterpart.there(asked, _question("?"), shown, _snapshot(shipped, "cmp-levels")) == expected


@pytest.mark.parametrize(
    ("shown", "body", "found"),
    [
        ("cmp-amf-associations", "amf", "namk"),
        ("cmp-amf-associations", "namk", "amf"),
        ("cmp-amf-associations", "", None),  # either may be meant
        ("cmp-amf-associations", "cuf", None),  # not one that the card tells of
        ("cmp-levels", "amf", None),
        ("fr-maire", "amf", None),
    ],
)
def test_across_from_the_body_named_is_the_one_of_the_other_country_that_the_card_told(
    shipped: Library, shown: str, body: str, found: str | None
) -> None:
    expected = None if found is None else Subject("contact", (found,))
    assert across(card(shown), _question("et l'AMF ?", contact=body), shipped) == expected


@pytest.mark.parametrize(
    ("text", "best", "found"),
    [
        ("우리나라랑 같은가요?", ("fr-maire", "cmp-maire-mayor"), "cmp-maire-mayor"),
        ("c'est pareil qu'en Corée ?", ("fr-maire", "cmp-maire-mayor"), "cmp-maire-mayor"),
        ("is it the same as in Korea?", ("cmp-maire-mayor",), "cmp-maire-mayor"),
        ("is it the same as in Korea?", ("fr-maire", "kr-mayor"), None),
        ("is it the same as in Korea?", (), None),
        ("is his pay the same as in Korea?", ("cmp-maire-mayor",), None),  # asks something besides
        ("c'est pareil en Corée ?", ("cmp-maire-mayor",), None),  # asks of Korea alone
        ("c'est comme en Chine ?", ("cmp-maire-mayor",), None),
        ("", ("cmp-maire-mayor",), None),
    ],
)
def test_whether_one_is_as_the_other_is_told_by_a_card_on_both(
    shipped: Library, text: str, best: tuple[str, ...], found: str | None
) -> None:
    asked = counterpart.likened(_question(text), _question("le maire ?"), _snapshot(shipped, *best))
    assert asked == (None if found is None else card(found))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("et le Sénat alors, même question", "l'équivalent coréen de Sénat ?"),
        ("et le Conseil d'État ?", "l'équivalent coréen de Conseil d'État ?"),
        ("et leur téléphone ?", None),
        ("et le site ?", None),  # a way to reach it
        ("le Sénat", None),
        ("le Sénat, même question", "l'équivalent coréen de Sénat ?"),
        ("국회도 같은 질문이요", "l'équivalent coréen de 국회도 ?"),
        ("", None),
    ],
)
def test_the_counterpart_of_one_body_is_asked_of_another(text: str, asked: str | None) -> None:
    name = "Cour des comptes"
    before = _question(f"l'équivalent coréen de {name} ?")
    start = before.text.index(name)
    mention = Mention(start, start + len(name), name, ("cour-des-comptes",), True)
    found = counterpart.of_another(_question(text), replace(before, contacts=(mention,)))
    assert (None if found is None else found.text) == asked


@pytest.mark.parametrize(
    ("shown", "body", "line", "found"),
    [
        ("cmp-audit", "cour-des-comptes", "site", "bai"),
        ("cmp-audit", "bai", "site", "cour-des-comptes"),
        ("cmp-audit", "cour-des-comptes", "email", None),
        ("cmp-audit", "cour-des-comptes", "", None),
    ],
)
def test_the_line_asked_of_a_body_is_told_of_the_one_beside_it_on_a_card(
    shipped: Library, shown: str, body: str, line: str, found: str | None
) -> None:
    expected = None if found is None else Subject("contact", (found,), line)
    assert line_of_other(shipped.cards[shown], shipped.contacts[body], line, shipped) == expected
