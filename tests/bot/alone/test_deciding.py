"""Sheets against cards: which of two rankings decides on a question that names a place."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest

from bot.alone.deciding import alone
from bot.answer import Decision
from bot.followups.pointed import Pointed
from bot.followups.pointing import of_the_other_side
from bot.subject import Subject
from bot.turn import Turn
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.item_countries import ItemCountries
from index.ranking.ranker import Candidate, Ranking
from index.ranking.variants import texts
from index.snapshot import Snapshot
from knowledge.contacts import Contact
from knowledge.library import SHIPPED, Library
from knowledge.partnerships import Partnership
from knowledge.reading import read_items
from knowledge.scope import Guards, Scope
from tests.bot.made_up import CONSULATE, TODAY, made_up_card
from tests.bot.place_table import library
from tests.bot.understood import surely

MERGED = "Tours et Suwon-si n'ont pas fusionné."
MINISTRY = "Le ministère de l'Intérieur suit les collectivités."


@dataclass
class _Ranker:
    """Ranks as told: `odds` by item, less what is left out or barred."""

    odds: Mapping[str, float]
    confidence: float
    outside: float = 0.0
    threshold: float = 0.5
    asked: list[str] = field(default_factory=list)

    def met(self, text: str) -> str | None:
        return None

    def rank(self, text: str, *_: object, left_out: Container[str] = (), barred: Container[str] = ()) -> Ranking:
        self.asked.append(text)
        competing = [Candidate(item, p) for item, p in self.odds.items() if item not in left_out]
        kept = [candidate for candidate in competing if candidate.item not in barred]
        first = next(iter(self.odds))
        sure = self.confidence if kept and kept[0].item == first else 0.0
        stopped = tuple(candidate.item for candidate in competing if candidate not in kept)
        return Ranking(tuple(kept), sure, self.outside, barred=stopped)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Library:
    shelf = library(tmp_path_factory.mktemp("places"))
    cards = {card.id: card for card in (made_up_card("cmp-merged", MERGED), made_up_card("cmp-ministry", MINISTRY))}
    return replace(shelf, cards=cards, scope=Scope(guards=Guards(countries=("FR", "KR"), places=True)))


def _decide(places: Library, text: str, named: Mapping[str, str], general: _Ranker, placed: _Ranker) -> Decision:
    mentions = []
    for name, ids in named.items():
        start = text.index(name)
        mentions.append(Mention(start, start + len(name), name, tuple(ids.split()), True))
    bodies = tuple(mention for mention in mentions if mention.places[0] in places.contacts)
    governments = tuple(mention for mention in mentions if mention not in bodies)
    question = Question(text, surely("fr"), governments, bodies)
    return alone(question, _snapshot(places, general, placed), TODAY).decision


def _snapshot(places: Library, general: _Ranker, placed: _Ranker) -> Snapshot:
    nowhere = ItemCountries(frozenset(), frozenset())
    snapshot = SimpleNamespace(
        library=places,
        general=general,
        placed=placed,
        model=SimpleNamespace(encode=lambda texts, kind: np.zeros((len(texts), 4), np.float32)),
        countries=dict.fromkeys(general.odds, nowhere),
        wording=lambda item: "\n".join(texts(places, item)),
    )
    return cast(Snapshot, cast(Any, snapshot))


def test_one_place_gets_its_sheet_though_a_card_is_sure(places: Library) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.99}, 0.99), _Ranker({"intent:whole": 0.98}, 0.98)
    decision = _decide(places, "Tours ?", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects[0].kind == "place"


@pytest.mark.parametrize(
    ("text", "named", "subject"),
    [
        (
            "communes d'Indre-et-Loire à part Tours",
            {"Indre-et-Loire": "fr-dep-37", "Tours": "fr-com-37261"},
            Subject("table", ("fr-dep-37",), "table-list-below/commune//////fr-com-37261"),
        ),
        (
            "communes d'Indre-et-Loire à part Paris",  # it does not lie there
            {"Indre-et-Loire": "fr-dep-37", "Paris": "fr-com-75056"},
            Subject("table", ("fr-dep-37", "fr-com-75056"), "table-list-below/commune"),
        ),
        (
            "communes d'Indre-et-Loire et Tours",
            {"Indre-et-Loire": "fr-dep-37", "Tours": "fr-com-37261"},
            Subject("table", ("fr-dep-37", "fr-com-37261"), "table-list-below/commune"),
        ),
    ],
)
def test_a_place_may_be_left_out_of_those_below_another(
    places: Library, text: str, named: Mapping[str, str], subject: Subject
) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.1}, 0.1), _Ranker({"intent:table-list-below": 0.98}, 0.98)
    assert _decide(places, text, named, general, placed).subjects == (subject,)


def test_two_places_are_asked_about_together_so_a_card_that_names_both_comes_first(places: Library) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.99}, 0.97), _Ranker({"intent:whole": 0.98}, 0.98)
    named = {"Tours": "fr-com-37261", "Suwon-si": "kr-41110"}
    decision = _decide(places, "Tours et Suwon-si ont fusionné ?", named, general, placed)
    assert decision.subjects[0].ids == ("cmp-merged",)


@pytest.mark.parametrize(("lines", "kind"), [((0.45, 0.4), "card"), ((0.9, 0.05), "place")])
def test_where_no_line_fits_by_itself_a_sure_card_need_not_name_the_place(
    places: Library, lines: tuple[float, float], kind: str
) -> None:
    general = _Ranker({"card:cmp-ministry": 0.98}, 0.97)
    placed = _Ranker({"intent:kind": lines[0], "intent:phone": lines[1]}, 0.7)
    text = "quel ministère à Tours suit les collectivités, et son téléphone ?"
    decision = _decide(places, text, {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects[0].kind == kind


def test_where_no_line_fits_and_no_card_is_sure_the_sheet_stays(places: Library) -> None:
    general = _Ranker({"card:cmp-ministry": 0.6}, 0.7)
    placed = _Ranker({"intent:kind": 0.45, "intent:phone": 0.4}, 0.7)
    decision = _decide(places, "Tours et son ministère", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects[0].kind == "place"


@pytest.mark.parametrize(
    ("intent", "confidence", "kind"),
    [("phone", 0.97, "contact"), ("phone", 0.8, "place"), ("population", 0.97, "place")],
)
def test_a_body_that_is_sure_comes_before_the_line_of_the_place_named(
    places: Library, intent: str, confidence: float, kind: str
) -> None:
    contact = Contact.model_validate(CONSULATE)
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"contact:consulate": 0.98}, confidence), _Ranker({f"intent:{intent}": 0.98}, 0.98)
    decision = _decide(shelf, "un consul vers Tours, son numéro ?", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.status == "answered"
    assert decision.subjects[0].kind == kind


@pytest.mark.parametrize(
    ("text", "name", "place", "meant"),
    [
        ("joindre le conseil départemental, pour un arbre tombé à Chinon", "Chinon", "fr-com-37072", "fr-dep-37"),
        ("Chinon, la mairie ?", "Chinon", "fr-com-37072", "fr-com-37072"),
        ("영통구 시청 연락처", "영통구", "kr-41117", "kr-41110"),
        ("Suwon-si, the provincial office", "Suwon-si", "kr-41110", "kr-41"),
        ("la mairie du 2e arrondissement de Paris", "2e arrondissement de Paris", "fr-com-75102", "fr-com-75102"),
    ],
)
def test_an_office_of_a_higher_level_is_that_of_what_the_place_lies_in(
    places: Library, text: str, name: str, place: str, meant: str
) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.1}, 0.1), _Ranker({"intent:whole": 0.98}, 0.98)
    assert _decide(places, text, {name: place}, general, placed).subjects[0].ids == (meant,)


@pytest.mark.parametrize("intent", ["whole", "table-which-above"])
def test_of_a_government_that_there_is_none_of_nothing_around_it_is_told(places: Library, intent: str) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.1}, 0.1), _Ranker({f"intent:{intent}": 0.98}, 0.98)
    decision = _decide(places, "the website of Haneulbit-gun in Gyeonggi?", {"Gyeonggi": "kr-41"}, general, placed)
    assert (decision.status, decision.reason) == ("unknown", "no_such_place")
    known = _decide(places, "the website of a county in Gyeonggi?", {"Gyeonggi": "kr-41"}, general, placed)
    assert known.reason != "no_such_place"


def test_a_body_without_the_line_asked_for_leaves_it_to_the_place(places: Library) -> None:
    contact = Contact.model_validate({key: value for key, value in CONSULATE.items() if key != "phone"})
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"contact:consulate": 0.98}, 0.97), _Ranker({"intent:phone": 0.98}, 0.98)
    decision = _decide(shelf, "un consul vers Tours, son numéro ?", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects[0].kind == "place"


@pytest.mark.parametrize(
    ("text", "named", "subjects"),
    [
        ("depuis Tours, quel numéro pour la mairie de Séoul ?", "Tours Séoul", ("kr-11",)),
        ("le numéro de Tours pour appeler depuis Séoul", "Tours Séoul", ("fr-com-37261",)),
        ("from Séoul, which number for a visa?", "Séoul", ("cmp-ministry",)),
    ],
)
def test_where_one_calls_from_is_not_whom_one_calls(
    places: Library, text: str, named: str, subjects: tuple[str, ...]
) -> None:
    ids = {"Tours": "fr-com-37261", "Séoul": "kr-11"}
    general, placed = _Ranker({"card:cmp-ministry": 0.98}, 0.9), _Ranker({"intent:phone": 0.98}, 0.98)
    decision = _decide(places, text, {name: ids[name] for name in named.split()}, general, placed)
    assert decision.subjects[0].ids == subjects


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("le réseau de villes basé à Tours, son site ?", "card"),
        ("le réseau qui a son site à Tours", "place"),
        ("Tours에 있는 도시 네트워크 홈페이지", "card"),
        ("Tours 홈페이지", "place"),
    ],
)
def test_where_a_body_sits_is_not_what_is_asked_about(places: Library, text: str, kind: str) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.98}, 0.9), _Ranker({"intent:site": 0.97}, 0.97)
    shelf = replace(places, scope=Scope())
    decision = _decide(shelf, text, {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects[0].kind == kind


def _twinned(places: Library) -> Library:
    ties = read_items(SHIPPED / "partnerships.yaml", "partnerships.yaml", Partnership).items
    return replace(places, partnerships={tie.item.id: tie.item for tie in ties if tie.item.id == "tours-suwon"})


@pytest.mark.parametrize(
    ("text", "ids"),
    [("la population de la ville jumelle de Tours", "kr-41110"), ("la population de Tours", "fr-com-37261")],
)
def test_what_is_asked_of_the_partner_of_a_place_comes_from_its_sheet(places: Library, text: str, ids: str) -> None:
    shelf = _twinned(places)
    general, placed = _Ranker({"card:cmp-merged": 0.6}, 0.6), _Ranker({"intent:population": 0.97}, 0.97)
    decision = _decide(shelf, text, {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects == (Subject("place", (ids,), "population"),)


@pytest.mark.parametrize(("text", "line"), [("et côté coréen ?", "population"), ("et le téléphone ?", None)])
def test_who_only_turns_to_the_other_side_asks_the_same_line_of_it(
    places: Library, text: str, line: str | None
) -> None:
    snapshot = _snapshot(_twinned(places), _Ranker({"card:cmp-merged": 0.6}, 0.6), _Ranker({"intent:name": 0.9}, 0.9))
    shown = Subject("place", ("fr-com-37261",), "population")
    turn = Turn(_asked("la population de Tours"), Decision("answered", (shown,), 0.9))
    asked = replace(_asked(text), countries=frozenset({"KR"}))
    decision = of_the_other_side(Pointed(asked, [turn], turn, snapshot, TODAY))
    assert (decision.subjects if decision else None) == (line and (Subject("place", ("kr-41110",), line),))


def _asked(text: str) -> Question:
    return Question(text, surely("fr"))


def test_in_korean_the_place_described_is_asked_about_not_the_one_that_describes_it(places: Library) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({"intent:above": 0.95}, 0.95)
    named = {"수원": "kr-41110", "투르": "fr-com-37261"}
    decision = _decide(places, "수원이랑 교류하는 투르는 어디 소속이죠", named, general, placed)
    assert decision.subjects == (Subject("place", ("fr-com-37261",), "above"),)
    for text in ("수원은 투르보다 위로 뭐가 있나요", "수원 인구는 투르보다 많나요"):
        assert _decide(places, text, named, general, placed).subjects[0].ids == ("kr-41110",)


def test_a_body_named_is_no_other_body_however_like_it(places: Library) -> None:
    named, other = (Contact.model_validate({**CONSULATE, "id": id}) for id in ("consulate", "another"))
    other = other.model_copy(update={"names": other.names.model_copy(update={"fr": "Ambassade"})})
    office = Contact.model_validate({**CONSULATE, "id": "office", "abbreviations": ["Consulat vers Tours, annexe"]})
    shelf = replace(places, contacts={each.id: each for each in (named, other, office)})
    placed = _Ranker({"intent:phone": 0.8}, 0.8)
    text, mention = "le Consulat vers Tours, où l'appeler ?", {"Consulat vers Tours": "consulate"}
    for best, expected in (("another", "consulate"), ("office", "office")):
        decision = _decide(shelf, text, mention, _Ranker({f"contact:{best}": 0.98}, 0.97), placed)
        assert decision.subjects[0].ids == (expected,)


@pytest.mark.parametrize(
    ("category", "said", "line"),
    [
        ("other", "adresse", "site"),
        ("consulate", "adresse", None),
        ("consulate", "où est-il ?", "site"),
        ("consulate", "adresse du site", "site"),
    ],
)
def test_only_what_may_be_but_a_site_has_its_site_for_an_address(
    places: Library, category: str, said: str, line: str | None
) -> None:
    contact = Contact.model_validate({**CONSULATE, "site": "https://example.org", "category": category})
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"card:cmp-ministry": 0.9}, 0.9), _Ranker({"intent:address": 0.98}, 0.98)
    decision = _decide(shelf, f"Consulat vers Tours, {said}", {"Consulat vers Tours": "consulate"}, general, placed)
    assert decision.subjects == ((Subject("contact", ("consulate",), line),) if line else ())
    assert decision.reason == (None if line else "line")


@pytest.mark.parametrize(
    ("text", "intent", "reason"),
    [
        ("le consulat qui est vers Tours, son adresse ?", "address", "line"),
        ("le consulat qui est vers Tours, son numéro ?", "phone", None),
        ("un mail du consulat vers Tours : que fait-il ?", "purpose", None),
    ],
)
def test_a_body_that_is_described_is_no_answer_to_a_line_that_it_lacks(
    places: Library, text: str, intent: str, reason: str | None
) -> None:
    shelf = replace(places, contacts={"consulate": Contact.model_validate(CONSULATE)})
    general, placed = _Ranker({"contact:consulate": 0.98}, 0.98), _Ranker({f"intent:{intent}": 0.98}, 0.98)
    decision = _decide(shelf, text, {}, general, placed)
    assert decision.reason == reason
    assert (decision.referral if reason else decision.subjects[0].ids[0]) == "consulate"


@pytest.mark.parametrize(
    ("said", "reason"), [("Un réseau.", "line"), ("Gapyeong-gun : voir www.gapyeong.go.kr.", None)]
)
def test_a_site_that_is_not_held_is_told_by_a_card_or_by_none(places: Library, said: str, reason: str | None) -> None:
    shelf = replace(places, cards={"cmp-network": made_up_card("cmp-network", said)})
    general, placed = _Ranker({"card:cmp-network": 0.8}, 0.8), _Ranker({"intent:site": 0.98}, 0.98)
    decision = _decide(shelf, "site web de Gapyeong", {"Gapyeong": "kr-41820"}, general, placed)
    assert decision.reason == reason


@pytest.mark.parametrize(("sure", "reason"), [(0.95, None), (0.6, "line")])
def test_a_site_that_is_not_held_is_that_of_a_body_only_where_it_is_surely_meant(
    places: Library, sure: float, reason: str | None
) -> None:
    names = dict.fromkeys(("fr", "ko", "en"), "Comté de Gapyeong-gun")
    body = Contact.model_validate({**CONSULATE, "site": "https://example.org", "names": names})
    general, placed = _Ranker({"contact:consulate": sure}, sure), _Ranker({"intent:site": 0.98}, 0.98)
    shelf = replace(places, contacts={"consulate": body})
    assert _decide(shelf, "site web de Gapyeong", {"Gapyeong": "kr-41820"}, general, placed).reason == reason


@pytest.mark.parametrize(
    ("text", "names", "answered"),
    [
        ("le siège du comté de Gapyeong ?", {"Gapyeong": "kr-41820"}, None),
        ("Gapyeong-gun, le siège ?", {"Gapyeong-gun": "kr-41820"}, None),
        ("siège de la province de Gyeonggi ?", {"Gyeonggi": "kr-41"}, "seat"),
        ("Gapyeong est-il siège de la province ?", {"Gapyeong": "kr-41820"}, "seat"),
        ("Suwon-si, siège de quoi ?", {"Suwon-si": "kr-41110"}, "seat"),
    ],
)
def test_the_seat_of_a_county_is_not_that_of_its_province(
    places: Library, text: str, names: Mapping[str, str], answered: str | None
) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({"intent:seat": 0.98}, 0.98)
    decision = _decide(places, text, names, general, placed)
    assert [subject.intent for subject in decision.subjects] == ([answered] if answered else [])


def test_where_any_way_will_do_another_of_the_same_place_is_given(places: Library) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.8}, 0.8), _Ranker({"intent:email": 0.98}, 0.98)
    named = {"Tours": "fr-com-37261", "Indre-et-Loire": "fr-dep-37"}
    decision = _decide(places, "contact de Tours, Indre-et-Loire", named, general, placed)
    assert decision.subjects == (Subject("place", ("fr-com-37261",), "phone"),)
    assert _decide(places, "mail de Tours, Indre-et-Loire", named, general, placed).reason == "line"


@pytest.mark.parametrize(
    ("text", "found"),
    [("le standard de Gangnam, Séoul", ()), ("visite à Gangnam : le standard de Séoul ?", ("kr-11",))],
)
def test_a_place_that_only_tells_where_another_lies_is_not_reached_instead(
    places: Library, text: str, found: tuple[str, ...]
) -> None:
    general, placed = _Ranker({"card:cmp-merged": 0.1}, 0.1), _Ranker({"intent:phone": 0.98}, 0.98)
    decision = _decide(places, text, {"Gangnam": "kr-11680", "Séoul": "kr-11"}, general, placed)
    assert tuple(id for subject in decision.subjects for id in subject.ids) == found


@pytest.mark.parametrize(
    ("text", "intent", "lacking"),
    [
        ("le fax de la mairie de Tours", "unheld-other", True),
        ("le fax de la mairie de Tours", "phone", True),
        ("le mail perso du maire de Tours", "email", True),
        ("un fax a-t-il valeur de lettre à Tours ?", "rule-post", False),
        ("le téléphone de la mairie de Tours", "phone", False),
    ],
)
def test_what_no_sheet_holds_is_not_held_of_any_place(
    places: Library, text: str, intent: str, *, lacking: bool
) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({f"intent:{intent}": 0.98}, 0.98, 0.0)
    if intent == "unheld-other":
        placed = _Ranker({"intent:email": 0.1}, 0.1, 0.9)
    decision = _decide(places, text, {"Tours": "fr-com-37261"}, general, placed)
    assert (decision.reason == "line") is lacking


@pytest.mark.parametrize(
    ("text", "status"),
    [("Pangyo 견학, 어느 시에 공문을 보내나요", "answered"), ("Pangyo 견학, 공문을 보내나요", "unknown")],
)
def test_the_town_to_write_to_for_a_landmark_is_told_whatever_is_to_be_done_there(
    places: Library, text: str, status: str
) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1, 0.9), _Ranker({"intent:rule-partnering": 0.5}, 0.3, 0.6)
    decision = _decide(places, text, {"Pangyo": "kr-landmark-1"}, general, placed)
    assert decision.status == status
    assert status == "unknown" or decision.subjects[0].intent.startswith("table-which-above")


def test_an_office_of_which_no_way_is_held_is_no_other_body(places: Library) -> None:
    contact = Contact.model_validate(CONSULATE)
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"contact:consulate": 0.98}, 0.98), _Ranker({"intent:phone": 0.5}, 0.5)
    text = "how do I contact the Loiret department council"
    decision = _decide(shelf, text, {"Loiret": "fr-dep-45"}, general, placed)
    assert (decision.status, decision.reason) == ("unknown", "line")
    assert decision.nearest == (Subject("place", ("fr-dep-45",)),)


@pytest.mark.parametrize(("purpose", "told"), [("Bureau à Lyon.", True), ("Visas.", False)])
def test_where_a_body_is_may_be_told_by_what_it_is_for(places: Library, purpose: str, told: bool) -> None:
    line = {"address": None, "purpose": dict.fromkeys(("fr", "ko", "en"), purpose)}
    contact = Contact.model_validate({**CONSULATE, **line})
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"card:cmp-ministry": 0.7}, 0.7), _Ranker({"intent:table-which-above": 0.99}, 0.99)
    found = _decide(shelf, "Le Consulat, il est où ?", {"Consulat": "consulate"}, general, placed).subjects
    assert (found == (Subject("contact", ("consulate",)),)) == told


def test_the_whole_sheet_of_a_body_is_given_where_several_lines_may_be_meant(places: Library) -> None:
    contact = Contact.model_validate(CONSULATE)
    shelf = replace(places, contacts={contact.id: contact})
    general = _Ranker({"card:cmp-ministry": 0.9}, 0.9)
    placed = _Ranker({"intent:email": 0.42, "intent:phone": 0.4}, 0.9)
    decision = _decide(shelf, "Consulat vers Tours, contact", {"Consulat vers Tours": "consulate"}, general, placed)
    assert decision.subjects == (Subject("contact", ("consulate",)),)


@pytest.mark.parametrize(
    ("intent", "outside", "status"),
    [
        ("table-which-above", 0.1, "answered"),
        ("rule-government", 0.1, "answered"),
        ("table-which-above", 0.4, "unknown"),
        ("partners-of", 0.1, "unknown"),
    ],
)
def test_a_landmark_leads_to_its_government_where_nothing_else_is_sure(
    places: Library, intent: str, outside: float, status: str
) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({f"intent:{intent}": 0.5}, 0.3, outside)
    decision = _decide(places, "Pangyo, on écrit à qui ?", {"Pangyo": "kr-landmark-1"}, general, placed)
    assert decision.status == status
    assert status == "unknown" or decision.subjects == (Subject("place", ("kr-landmark-1",)),)


@pytest.mark.parametrize(
    ("odds", "outside", "subject"),
    [
        ({"population": 0.5, "table-similar-size": 0.2, "rule-government": 0.3}, 0.01, "population"),
        ({"table-similar-size": 0.4, "population": 0.1, "rule-government": 0.3}, 0.01, ""),
        ({"email": 0.5, "table-similar-size": 0.2, "rule-government": 0.3}, 0.01, ""),  # the sheet has no such line
        ({"population": 0.3, "rule-government": 0.6}, 0.01, None),
        ({"population": 0.3, "table-similar-size": 0.4}, 0.4, None),
    ],
)
def test_a_place_gets_its_sheet_where_what_is_asked_may_be_held_and_nothing_is_sure(
    places: Library, odds: dict[str, float], outside: float, subject: str | None
) -> None:
    general = _Ranker({"card:cmp-ministry": 0.2}, 0.1)
    placed = _Ranker({f"intent:{intent}": chance for intent, chance in odds.items()}, 0.2, outside)
    decision = _decide(places, "Tours, tout ça ?", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects == (() if subject is None else (Subject("place", ("fr-com-37261",), subject),))


@pytest.mark.parametrize(
    ("rule", "outside", "status"), [(0.7, 0.6, "answered"), (0.7, 0.95, "unknown"), (0.4, 0.6, "unknown")]
)
def test_a_rule_is_asked_for_where_it_is_likelier_than_all_that_a_sheet_holds(
    places: Library, rule: float, outside: float, status: str
) -> None:
    general = _Ranker({"card:cmp-ministry": 0.95}, 0.9, 0.2)
    placed = _Ranker({"intent:rule-government": rule, "intent:address": 1 - rule}, 0.3, outside)
    text = "qui suit les collectivités, vu de Tours ?"
    assert _decide(places, text, {"Tours": "fr-com-37261"}, general, placed).status == status


def test_what_is_asked_with_a_number_of_inhabitants_is_what_is_beyond_it(places: Library) -> None:
    general = _Ranker({"card:cmp-ministry": 0.2}, 0.1)
    placed = _Ranker({"intent:table-count-below": 0.4, "intent:population": 0.3, "intent:rule-government": 0.3}, 0.02)
    text, named = "communes du Loiret de plus de 50 000 habitants", {"Loiret": "fr-dep-45"}
    asked = _decide(places, text, named, general, placed).subjects
    assert asked == (Subject("table", ("fr-dep-45",), "table-beyond/commune///>50000"),)
    rule = _Ranker({"intent:rule-government": 0.6, "intent:table-count-below": 0.4}, 0.02)
    assert _decide(places, text, named, general, rule).subjects == ()


@pytest.mark.parametrize(
    ("odds", "outside", "told"),
    [
        ({"whole": 0.5, "partners-since": 0.3, "rule-government": 0.1}, 0.6, True),
        ({"whole": 0.5, "partners-since": 0.3, "rule-government": 0.1}, 0.95, False),  # nothing that is held
        ({"rule-government": 0.8, "whole": 0.1}, 0.6, False),
    ],
)
def test_a_place_that_is_no_more_is_told_of_where_nothing_else_is_sure(
    places: Library, odds: dict[str, float], outside: float, told: bool
) -> None:
    general = _Ranker({"card:cmp-ministry": 0.2}, 0.1)
    placed = _Ranker({f"intent:{intent}": chance for intent, chance in odds.items()}, 0.2, outside)
    decision = _decide(places, "Vallières, on y élit qui ?", {"Vallières": "fr-com-37109-1"}, general, placed)
    assert decision.subjects == ((Subject("place", ("fr-com-37109-1",)),) if told else ())


def test_what_is_counted_in_a_place_in_words_for_nothing_else_is_no_card(places: Library) -> None:
    general = _Ranker({"card:cmp-ministry": 0.99}, 0.99)
    placed = _Ranker({"intent:table-count-below": 0.9, "intent:table-list-below": 0.1}, 0.95)
    named = {"Gyeonggi": "kr-41"}
    counted = _decide(places, "combien de comtés dans le Gyeonggi ?", named, general, placed)
    assert counted.subjects == (Subject("table", ("kr-41",), "table-count-below/kr-gun"),)


def test_what_compares_two_places_is_not_asked_of_one(places: Library) -> None:
    general = _Ranker({"card:cmp-ministry": 0.2}, 0.1)
    placed = _Ranker({"intent:table-same-above": 0.6, "intent:above": 0.4}, 0.9, 0.5)
    decision = _decide(places, "Tours est avec qui ?", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects == ()
    placed = _Ranker({"intent:above": 0.9, "intent:table-same-above": 0.1}, 0.9)
    decision = _decide(places, "Tours est où ?", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects[0].intent == "above"


def test_the_readings_of_an_ambiguous_name_are_asked_back_in_tables_too(places: Library) -> None:
    general = _Ranker({"card:cmp-ministry": 0.2}, 0.1)
    named = {"Saint-Denis": "fr-com-93066 fr-com-37999"}
    placed = _Ranker({"intent:table-which-above": 0.95}, 0.95)
    decision = _decide(places, "Saint-Denis, c'est où ?", named, general, placed)
    assert decision.status == "clarify"
    assert [subject.ids for subject in decision.subjects] == [("fr-com-93066",), ("fr-com-37999",)]


def test_phone_and_address_asked_at_once_are_of_the_place_named(places: Library) -> None:
    general = _Ranker({"card:cmp-ministry": 0.98}, 0.97)
    placed = _Ranker({"intent:phone": 0.5, "intent:address": 0.45}, 0.98)
    decision = _decide(places, "Tours, numéro et adresse", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects == (Subject("place", ("fr-com-37261",), "phone"),)


@pytest.mark.parametrize(("second", "status"), [("phone", "answered"), ("population", "unknown")])
def test_where_a_line_to_reach_a_place_is_not_held_the_next_likely_one_is_given(
    places: Library, second: str, status: str
) -> None:
    general = _Ranker({"card:cmp-ministry": 0.1}, 0.1)
    placed = _Ranker({"intent:address": 0.6, f"intent:{second}": 0.4}, 0.98)
    decision = _decide(places, "Séoul : l'adresse du site ?", {"Séoul": "kr-11"}, general, placed)
    assert decision.status == status
    if status == "answered":
        assert decision.subjects == (Subject("place", ("kr-11",), "phone"),)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Saint-Denis, combien d'habitants ?", "clarify"),
        ("Saint-Denis : habitants des deux", "answered"),
        ("Saint-Denis, il y en a deux, non ?", "answered"),
        ("Saint-Denis: which one is larger?", "answered"),
        ("Saint-Denis라는 도시가 두 군데라던데", "answered"),
    ],
)
def test_both_of_two_places_of_a_name_are_told_of_where_both_are_meant(places: Library, text: str, status: str) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.1}, 0.1), _Ranker({"intent:kind": 0.98}, 0.98)
    decision = _decide(places, text, {"Saint-Denis": "fr-com-93066 fr-com-37999"}, general, placed)
    assert decision.status == status
    assert [subject.ids[0] for subject in decision.subjects] == ["fr-com-93066", "fr-com-37999"]


def test_of_a_commune_and_its_region_it_is_the_seat_of_the_region_that_is_asked_about(places: Library) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.1}, 0.1), _Ranker({"intent:seat": 0.98}, 0.98)
    named = {"Tours": "fr-com-37261", "Centre": "fr-reg-24"}
    decision = _decide(places, "Tours est bien le chef-lieu du Centre ?", named, general, placed)
    assert decision.subjects == (Subject("place", ("fr-reg-24",), "seat"),)


def test_a_card_and_a_table_that_say_the_same_are_not_asked_back(places: Library) -> None:
    odds = {"card:cmp-ministry": 0.5, "intent:table-largest-overall": 0.45}
    decision = _decide(
        places, "la commune de France où vit le plus de monde ?", {}, _Ranker(odds, 0.45), _Ranker({}, 0.0)
    )
    assert (decision.status, decision.subjects[0].ids) == ("answered", ("cmp-ministry",))


@dataclass
class _Hearing(_Ranker):
    """Is as sure as told only of texts that hold a word."""

    word: str = ""

    def rank(self, text: str, *_: object, left_out: Container[str] = (), barred: Container[str] = ()) -> Ranking:
        ranking = super().rank(text, left_out=left_out, barred=barred)
        return ranking if self.word in text else replace(ranking, confidence=0.1)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Une délégation de Suwon-si vient ; je cherche combien d'habitants compte Tours.", "fr-com-37261"),
        ("Combien d'habitants compte Suwon-si ? Une délégation de Tours y va.", "kr-41110"),
    ],
)
def test_a_line_is_told_of_the_place_that_it_is_asked_of(places: Library, text: str, asked: str) -> None:
    general = _Ranker({"card:cmp-ministry": 0.1}, 0.1)
    placed = _Hearing({"intent:population": 0.98}, 0.98, word="habitants compte X")
    decision = _decide(places, text, {"Suwon-si": "kr-41110", "Tours": "fr-com-37261"}, general, placed)
    assert decision.subjects == (Subject("place", (asked,), "population"),)


@pytest.mark.parametrize(("intent", "confidence", "answered"), [("rule-government", 0.7, True), ("kind", 0.7, False)])
def test_where_a_place_is_but_the_case_a_rule_is_asked_of_some_town(
    places: Library, intent: str, confidence: float, answered: bool
) -> None:
    general = _Ranker({"card:cmp-ministry": confidence}, confidence)
    sure = 0.98 if intent.startswith("rule-") else 0.4
    placed = _Ranker({f"intent:{intent}": sure}, sure, 0.5)
    elsewhere = made_up_card("cmp-ministry", "À Chinon seulement.").model_copy(update={"places": ("fr-com-37072",)})
    shelf = replace(places, cards={elsewhere.id: elsewhere})
    decision = _decide(shelf, "à qui demander un interprète à Tours ?", {"Tours": "fr-com-37261"}, general, placed)
    assert (decision.status == "answered") is answered
    if answered:
        assert "à qui demander un interprète à une ville française ?" in general.asked


def test_two_bodies_named_are_both_told_of(places: Library) -> None:
    bodies = [Contact.model_validate({**CONSULATE, "id": id}) for id in ("consulate", "another")]
    shelf = replace(places, contacts={body.id: body for body in bodies})
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({"intent:phone": 0.98}, 0.98)
    named = {"Consulat": "consulate", "Ambassade": "another"}
    decision = _decide(shelf, "téléphones du Consulat et de l'Ambassade", named, general, placed)
    assert decision.status == "answered"
    assert decision.subjects == tuple(Subject("contact", (id,), "phone") for id in ("consulate", "another"))


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("phone", [("place", "fr-com-37261"), ("contact", "consulate")]),
        ("site", [("place", "fr-com-37261")]),  # the body has none
        ("email", []),
    ],
)
def test_a_place_and_a_body_named_together_are_told_of_as_far_as_held(
    places: Library, line: str, found: list[tuple[str, str]]
) -> None:
    shelf = replace(places, contacts={"consulate": Contact.model_validate(CONSULATE)})
    general, placed = _Ranker({"contact:consulate": 0.99}, 0.99), _Ranker({f"intent:{line}": 0.98}, 0.98)
    named = {"Tours": "fr-com-37261", "Consulat": "consulate"}
    decision = _decide(shelf, "ceux de la mairie de Tours et du Consulat", named, general, placed)
    assert [(each.kind, each.ids[0]) for each in decision.subjects] == found
    assert (decision.reason == "line") == (not found)


def test_a_body_that_may_be_reached_in_any_way_is_shown_with_what_there_is(places: Library) -> None:
    contact = Contact.model_validate({**CONSULATE, "phone": None, "site": "https://example.org"})
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({"intent:phone": 0.98}, 0.98)
    decision = _decide(shelf, "Consulat vers Tours, contact", {"Consulat vers Tours": "consulate"}, general, placed)
    assert decision.subjects == (Subject("contact", ("consulate",)),)


@pytest.mark.parametrize(
    ("line", "said", "kind"),
    [("site", "", "contact"), ("site", " Voir https://example.org.", "card"), ("population", "", "card")],
)
def test_the_line_of_a_cards_body_comes_first_where_it_is_asked_and_the_card_lacks_it(
    places: Library, line: str, said: str, kind: str
) -> None:
    contact = Contact.model_validate({**CONSULATE, "site": "https://example.org"})
    card = made_up_card("cmp-network", f"Un réseau de maires.{said}").model_copy(update={"contacts": ("consulate",)})
    shelf = replace(places, contacts={contact.id: contact}, cards={card.id: card})
    general, placed = _Ranker({"card:cmp-network": 0.98}, 0.98), _Ranker({f"intent:{line}": 0.98}, 0.98)
    decision = _decide(shelf, "le réseau de maires, son site ?", {}, general, placed)
    assert decision.subjects[0].kind == kind


@pytest.mark.parametrize(("outside", "status"), [(0.02, "answered"), (0.6, "unknown")])
def test_bodies_named_together_are_told_of_where_no_line_is_sure(places: Library, outside: float, status: str) -> None:
    bodies = [Contact.model_validate({**CONSULATE, "id": id}) for id in ("consulate", "another")]
    shelf = replace(places, contacts={body.id: body for body in bodies})
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1, outside), _Ranker({"intent:kind": 0.3}, 0.2)
    named = {"Consulat": "consulate", "Ambassade": "another"}
    decision = _decide(shelf, "Consulat ou Ambassade, les coordonnées ?", named, general, placed)
    assert decision.status == status
    assert status == "unknown" or [each.ids[0] for each in decision.subjects] == ["consulate", "another"]


@pytest.mark.parametrize(
    ("number", "place", "meant"),
    [
        ("+33 2 54 00 00 00", "Blois", "other"),
        ("+82 2 54 00 00 00", "Blois", "consulate"),
        ("+33 2", "Tours", "consulate"),
    ],
)
def test_a_body_is_the_one_beside_it_where_that_sits_in_the_place_named(
    places: Library, number: str, place: str, meant: str
) -> None:
    names = {"fr": "Consulat de Blois", "ko": "블루아 영사관", "en": "Consulate in Blois"}
    other = Contact.model_validate({**CONSULATE, "id": "other", "names": names, "phone": number})
    shelf = replace(places, contacts={"consulate": Contact.model_validate(CONSULATE), "other": other})
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({"intent:phone": 0.98}, 0.98)
    named = {"Consulat": "consulate", "Tours": "fr-com-37261", "Blois": "fr-com-41018"}
    text = f"Consulat à {place}, numéro ?"
    decision = _decide(shelf, text, {name: id for name, id in named.items() if name in text}, general, placed)
    assert decision.subjects == (Subject("contact", (meant,), "phone"),)


@pytest.mark.parametrize(
    ("text", "intent", "purpose", "reason"),
    [
        ("le téléphone de Consulat ?", "phone", "Visas.", "line"),
        ("le numéro de fax de Consulat ?", "unheld-other", "Visas.", "line"),
        ("une adresse mail de Consulat ?", "email", "Visas.", "line"),
        ("comment joindre Consulat ?", "phone", "Visas.", None),
        ("le téléphone de Consulat ?", "phone", "Visas ; standard : voir le site.", None),
    ],
)
def test_a_number_of_a_body_that_is_not_held_is_not_answered_with_its_other_lines(
    places: Library, text: str, intent: str, purpose: str, reason: str | None
) -> None:
    told = {key: value for key, value in CONSULATE.items() if key != "phone"}
    told |= {"site": "https://example.org", "purpose": dict.fromkeys(("fr", "ko", "en"), purpose)}
    contact = Contact.model_validate(told)
    shelf = replace(places, contacts={contact.id: contact})
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({f"intent:{intent}": 0.98}, 0.98)
    decision = _decide(shelf, text, {"Consulat": "consulate"}, general, placed)
    assert decision.reason == reason
    if reason:
        assert (decision.status, decision.referral) == ("unknown", "consulate")
    else:
        assert decision.subjects == (Subject("contact", ("consulate",)),)


def test_a_number_of_a_town_hall_that_is_not_held_is_not_that_of_what_the_town_lies_in(places: Library) -> None:
    general, placed = _Ranker({"card:cmp-ministry": 0.2}, 0.1), _Ranker({"intent:phone": 0.98}, 0.98)
    named = {"Fondettes": "fr-com-37109", "Indre-et-Loire": "fr-dep-37"}
    decision = _decide(places, "téléphone de la mairie de Fondettes, Indre-et-Loire", named, general, placed)
    assert (decision.status, decision.reason, decision.subjects) == ("unknown", "line", ())
    assert decision.nearest == (Subject("place", ("fr-com-37109",)),)


@pytest.mark.parametrize(("outside", "status"), [(0.2, "answered"), (0.9, "unknown")])
def test_a_sheet_is_no_answer_to_what_is_likelier_out_of_scope(places: Library, outside: float, status: str) -> None:
    general = _Ranker({"card:cmp-ministry": 0.1}, 0.1, outside)
    placed = _Ranker({"intent:kind": 0.3, "intent:table-count-below": 0.29, "intent:table-largest": 0.28}, 0.3, 0.01)
    decision = _decide(places, "la photosynthèse pour le camp de Tours", {"Tours": "fr-com-37261"}, general, placed)
    assert decision.status == status


@pytest.mark.parametrize(
    ("country", "outside", "status"),
    [("FR", 0.05, "answered"), ("FR", 0.4, "unknown"), ("KR", 0.05, "unknown")],
)
def test_a_place_of_the_other_country_may_be_where_those_are_whom_it_is_told(
    places: Library, country: str, outside: float, status: str
) -> None:
    text = "Mes collègues de Suwon-si me demandent ce que fait le ministère"
    start = text.index("Suwon-si")
    mention = Mention(start, start + len("Suwon-si"), "Suwon-si", ("kr-41110",), True)
    question = Question(text, surely("fr"), (mention,), countries=frozenset({country}))
    general = _Ranker({"card:fr-ministry": 0.55}, confidence=0.55, outside=outside)
    french = made_up_card("fr-ministry", MINISTRY).model_copy(update={"country": "fr"})
    shelf = replace(places, cards={french.id: french})
    snapshot = _snapshot(shelf, general, _Ranker({"intent:rule-government": 0.98}, 0.98, 0.5))
    decision = alone(question, snapshot, TODAY).decision
    assert decision.status == status
    if status == "answered":
        assert decision.subjects == (Subject("card", ("fr-ministry",)),)
        assert "Suwon" not in general.asked[-1]
