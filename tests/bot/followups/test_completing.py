"""How a short follow-up is completed from the turn before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import numpy as np
import pytest
from numpy.typing import NDArray

from bot.answer import Decision
from bot.followups import completing, within
from bot.followups import places as followup_places
from bot.followups.context import Context
from bot.subject import Subject
from bot.turn import Turn
from bot.words import wording_on as followup_words
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from index.ranking.variants import MASK
from index.snapshot import Snapshot
from knowledge.library import Library


class _Spelling:
    """Words are alike by their letters: enough to tell a model's order of likeness."""

    def encode(self, texts: list[str], kind: str) -> NDArray[np.float32]:
        counts = np.array([[text.count(chr(letter)) for letter in range(97, 123)] for text in texts], np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1e-9)


def _question(text: str, **named: str) -> Question:
    mentions = tuple(
        Mention(text.index(name), text.index(name) + len(name), name, (id.replace("_", "-"),), True)
        for name, id in named.items()
    )
    return Question(text, Detection("fr", supported=True, certain=True), mentions)


def _completed(
    places: Library,
    question: Question,
    before: Question,
    last: Subject,
    *,
    found: tuple[str, ...] = (),
    asked: Question | None = None,
) -> list[Question | Subject]:
    read_in = _context(question, before, (last,), _snapshot(places), found=found, asked=asked)
    return [each.asks for each in completing.completions(read_in)]


def _context(
    question: Question,
    before: Question,
    subjects: tuple[Subject, ...],
    snapshot: Snapshot,
    *,
    found: tuple[str, ...] = (),
    asked: Question | None = None,
) -> Context:
    last = Turn(asked or before, Decision("answered", subjects))
    return Context(question, last, before, found, snapshot, date(2026, 12, 1))


def _snapshot(places: Library, *doubtful: Mention) -> Snapshot:
    names = SimpleNamespace(doubtful=lambda text, language: doubtful, find=lambda text, language: ())
    return cast(Snapshot, cast(Any, SimpleNamespace(library=places, model=_Spelling(), names=names)))


METROPOLE = Subject("place", ("fr-epci-1",), "site")
BEFORE = _question("Quel est le site de Tours Métropole ?")


def test_after_a_grouping_a_commune_stands_for_its_own(places: Library) -> None:
    asked = _question("et celui de Chinon ?", Chinon="fr-com-37072")
    assert _completed(places, asked, BEFORE, METROPOLE)[0] == Subject("place", ("fr-epci-2",), "site")
    of_commune = Subject("place", ("fr-com-37261",), "site")
    assert _completed(places, asked, BEFORE, of_commune)[0] == Subject("place", ("fr-com-37072",), "site")


def test_a_commune_stands_for_its_grouping_in_the_question_before_too(places: Library) -> None:
    before = _question("Combien de communes compte Tours Métropole ?", **{"Tours Métropole": "fr-epci-1"})
    last = Subject("table", ("fr-epci-1",), "table-count-below/commune")
    completed = _completed(places, _question("et celle de Chinon ?", Chinon="fr-com-37072"), before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places for mention in completed.places] == [("fr-epci-2",)]


@pytest.mark.parametrize("text", ["jusqu'à combien ?", "since when?", "얼마까지?", "et pourquoi ?", "how many?"])
def test_words_that_only_ask_are_worded_as_a_follow_up(text: str) -> None:
    assert followup_words.marked(_question(text))


def test_a_question_of_its_own_is_not_worded_as_a_follow_up() -> None:
    assert not followup_words.marked(_question("combien de régions"))


def test_a_korean_word_was_said_with_or_without_what_is_stuck_to_it(places: Library) -> None:
    before = _question("투르시 자매도시는 수원이 맞나요?", 투르시="fr-com-37261")
    last = Subject("partners", ("fr-com-37261",), "partners-of")
    asked = _question("아니 투르 말고 시농", 시농="fr-com-37072")
    completed = _completed(places, asked, before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places for mention in completed.places] == [("fr-com-37072",)]
    assert completed.text.startswith("시농 자매도시는")


def test_a_place_named_may_be_asked_the_same_though_other_words_stand_by(places: Library) -> None:
    asked = _question("pareil pour Fondettes, c'est pour un badge", Fondettes="fr-com-37109")
    last = Subject("place", ("fr-com-37261",), "population")
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    assert _completed(places, asked, before, last)[0] == Subject("place", ("fr-com-37109",), "population")


@pytest.mark.parametrize(("text", "first"), [("거기 시장은요?", "fr-reg-24"), ("시장은요?", "fr-com-37261")])
def test_there_is_the_place_that_the_answer_gave(places: Library, text: str, first: str) -> None:
    last = Subject("table", ("fr-com-37261",), "table-which-above")
    before = _question("Tours는 어디에 있나요?", Tours="fr-com-37261")
    completed = _completed(places, _question(text), before, last, found=("fr-reg-24",))[0]
    assert isinstance(completed, Question)
    assert [mention.places for mention in completed.places] == [(first,)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("laquelle des deux est la plus peuplée ?", ["fr-com-37261", "kr-41110"]),
        ("la population ?", ["fr-com-37261"]),
    ],
)
def test_both_places_are_asked_about_where_both_are_meant(places: Library, text: str, ids: list[str]) -> None:
    last = Subject("partners", ("fr-com-37261", "kr-41110"), "partners-state")
    before = _question("Tours et Suwon-si ?", Tours="fr-com-37261")
    completed = _completed(places, _question(text), before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places[0] for mention in completed.places] == ids
    assert completed.masked.startswith(", ".join([MASK] * len(ids)))


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Autre question : qui nomme le préfet ?", "qui nomme le préfet ?"),
        ("New topic: what voltage do they use?", "what voltage do they use?"),
        ("그건 됐고 프랑스 소방은 어디 소관이에요?", "프랑스 소방은 어디 소관이에요?"),
        ("autre question", None),
        ("et le préfet ?", None),
        ("New topics are welcome", None),
    ],
)
def test_words_that_leave_what_was_spoken_of_are_not_part_of_what_is_asked(text: str, rest: str | None) -> None:
    assert followup_words.turned(text) == rest


@pytest.mark.parametrize(
    ("text", "parent", "rest"),
    [
        ("et la région, combien d'habitants ?", "fr-reg-24", "combien d'habitants ?"),
        ("what about the métropole, its website?", "fr-epci-1", "its website?"),
        ("데파르트망은 인구가 몇 명?", "fr-dep-37", "인구가 몇 명?"),
    ],
)
def test_the_kind_of_what_a_place_lies_in_stands_for_it(places: Library, text: str, parent: str, rest: str) -> None:
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    completed = _completed(places, _question(text), before, Subject("place", ("fr-com-37261",), "population"))[0]
    assert isinstance(completed, Question)
    assert [mention.places[0] for mention in completed.places] == [parent]
    assert rest.strip(" ?") in completed.text


@pytest.mark.parametrize(
    "text", ["je voulais la métropole, pas la ville", "I meant the métropole, not the city", "non, la métropole"]
)
def test_the_kind_meant_takes_the_line_asked_before_where_nothing_new_is_asked(places: Library, text: str) -> None:
    last = Subject("place", ("fr-com-37261",), "population")
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    assert _completed(places, _question(text), before, last)[0] == Subject("place", ("fr-epci-1",), "population")


def test_a_kind_that_is_asked_for_does_not_stand_for_what_a_place_lies_in(places: Library) -> None:
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    last = Subject("place", ("fr-com-37261",), "population")
    completed = _completed(places, _question("dans quelle région ?"), before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places[0] for mention in completed.places] == ["fr-com-37261"]


def test_of_two_places_the_one_not_excepted_is_asked_about(places: Library) -> None:
    before = _question("Tours et Suwon sont jumelées ?", Tours="fr-com-37261", Suwon="kr-41110")
    last = Subject("partners", ("fr-com-37261", "kr-41110"), "partners-of")
    asked = _question("à part Suwon, d'autres villes ?", Suwon="kr-41110")
    completed = _completed(places, asked, before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places[0] for mention in completed.places] == ["fr-com-37261"]
    assert "Suwon" not in completed.text


def test_a_place_named_chooses_among_those_asked_back(places: Library) -> None:
    before = _question("Saint-Denis, combien d'habitants ?")
    offered = tuple(Subject("place", (id,), "population") for id in ("fr-com-93066", "fr-com-37999"))
    snapshot = _snapshot(places)
    asked = _question("celui d'Indre-et-Loire", **{"Indre-et-Loire": "fr-dep-37"})
    first = next(completing.completions(_context(asked, before, offered, snapshot)))
    assert (first.way, first.asks) == ("chosen", offered[1])
    both = _question("en France, en Centre", Centre="fr-reg-99")
    found = completing.completions(_context(both, before, offered, snapshot))
    assert "chosen" not in [each.way for each in found]


def test_a_question_with_words_of_its_own_is_not_the_one_before_moved_abroad(places: Library) -> None:
    card = Subject("place", ("fr-com-37261",), "partners")
    short, long = (
        Question(text, Detection("fr", supported=True, certain=True), countries=frozenset({"KR"}))
        for text in ("et en Corée ?", "en Corée, quels numéros d'urgence appeler pendant une mission ?")
    )
    assert any("Tours" in text for text in _texts(_completed(places, short, _question("Tours en France ?"), card)[:1]))
    assert not any(
        text.startswith("Tours en Corée")
        for text in _texts(_completed(places, long, _question("Tours en France ?"), card))
    )


def _texts(completed: list[Question | Subject]) -> list[str]:
    return [each.text for each in completed if isinstance(each, Question)]


def test_the_word_now_said_takes_the_place_of_the_one_most_like_it(places: Library) -> None:
    snapshot = _snapshot(places)
    before = _question("qui construit les lycees ?")

    def swapped(text: str) -> list[str]:
        found = completing.completions(_context(_question(text), before, (), snapshot))
        return _texts([each.asks for each in found])

    assert "qui construit les lyceens ?" in swapped("et les lyceens ?")
    assert not any("construit" in text and "et les" not in text for text in swapped("et les ponts, routes, ports ?"))


def test_the_place_of_an_office_just_shown_may_be_asked_about(places: Library) -> None:
    shelf = replace(places, contacts=cast(Any, {"kr-suwon": SimpleNamespace(places=("kr-41110",))}))
    completed = _completed(
        shelf, _question("et sa population ?"), _question("Suwon ?"), Subject("contact", ("kr-suwon",))
    )
    assert [mention.places for each in completed if isinstance(each, Question) for mention in each.places] == [
        ("kr-41110",)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "plus peuplée que Chinon ?",
        "Chinon에 비하면?",
        "compared to Chinon?",
        "how far behind Chinon is that?",
        "derrière Chinon ?",
    ],
)
def test_what_only_compares_a_place_with_the_one_before_sets_both_side_by_side(places: Library, text: str) -> None:
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    last = Subject("place", ("fr-com-37261",), "population")
    completed = _completed(places, _question(text, Chinon="fr-com-37072"), before, last)
    assert completed[0] == Subject("table", ("fr-com-37261", "fr-com-37072"), "table-compare-population")
    assert Subject("place", ("fr-com-37072",), "population") not in completed  # which compares nothing


@pytest.mark.parametrize("text", ["is it larger than Chinon?", "Chinon보다 커요?"])
def test_what_is_compared_with_a_place_now_named_is_asked_of_both(places: Library, text: str) -> None:
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    last = Subject("place", ("fr-com-37261",), "population")
    completed = _completed(places, _question(text, Chinon="fr-com-37072"), before, last)[0]
    assert isinstance(completed, Question)
    assert [mention.places[0] for mention in completed.places] == ["fr-com-37261", "fr-com-37072"]
    assert completed.masked.count(MASK) == 2


@pytest.mark.parametrize(
    ("text", "both"), [("is it near Chinon?", True), ("Chinon 근처예요?", True), ("hotels near Chinon?", False)]
)
def test_it_may_be_asked_whether_the_place_spoken_of_is_near_one(places: Library, text: str, both: bool) -> None:
    before = _question("Tours ?", Tours="fr-com-37261")
    last = Subject("table", ("fr-com-37261",), "table-is-kind")
    completed = _completed(places, _question(text, Chinon="fr-com-37072"), before, last)
    of_both = [each for each in completed if isinstance(each, Question) and each.text == f"{MASK} {text}"]
    assert bool(of_both) is both


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        ({"Touraine": "fr-dep-37", "Loiret": "fr-dep-45"}, ["fr-com-37072", "fr-dep-37", "fr-dep-45"]),
        ({"Touraine": "fr-dep-37"}, ["fr-com-37072", "fr-dep-37"]),
        ({"Touraine": "fr-dep-37", "Blois": "fr-com-41018"}, None),  # of two levels: Blois is what is asked about
        ({"Loiret": "fr-dep-45"}, None),
    ],
)
def test_it_may_be_asked_in_which_of_several_the_place_spoken_of_lies(
    places: Library, named: dict[str, str], asked: list[str] | None
) -> None:
    before, last = _question("Population de Chinon ?"), Subject("place", ("fr-com-37072",), "population")
    completed = _completed(places, _question(f"c'est en {' ou en '.join(named)} ?", **named), before, last)
    found = [[m.places[0] for m in each.places] for each in completed if isinstance(each, Question)]
    assert (asked in found) if asked else all("fr-com-37072" not in ids for ids in found)


@pytest.mark.parametrize(
    "text", ["population de chacun ?", "각각 인구는요?", "각기 인구는요?", "the site of each", "respectively?"]
)
def test_of_each_of_a_few_places_just_listed_the_same_may_be_asked(places: Library, text: str) -> None:
    last, found = Subject("table", ("fr-reg-24",), "table-count-below/departement"), ("fr-dep-37", "fr-dep-41")
    completed = _completed(places, _question(text), _question("Départements du Centre ?"), last, found=found)
    asked = [[m.places[0] for m in each.places] for each in completed if isinstance(each, Question) and each.places]
    assert ["fr-dep-37", "fr-dep-41"] in asked
    assert ["fr-reg-24"] not in asked


def test_a_question_moved_abroad_is_the_one_asked_not_the_title_of_its_answer(places: Library) -> None:
    title, asked = _question("La plateforme des achats"), _question("Où publie-t-on les marchés en France ?")
    abroad = Question("et en Corée ?", Detection("fr", supported=True, certain=True), countries=frozenset({"KR"}))
    last = Subject("place", ("fr-com-37261",), "site")
    texts = _texts(_completed(places, abroad, title, last, asked=asked))
    assert texts[0] == "Où publie-t-on les marchés en Corée ?"


def test_what_follows_stays_in_the_country_spoken_of(places: Library) -> None:
    before = replace(_question("Comment salue-t-on un maire en Corée ?"), countries=frozenset({"KR"}))
    snapshot = _snapshot(places)
    asked = _question("et la bise alors ?")
    found = [each.asks for each in completing.completions(_context(asked, before, (), snapshot))]
    joined = [each for each in found if isinstance(each, Question) and each.text.startswith("Comment salue-t-on")]
    assert [each.implied for each in joined] == ["KR"]


def test_a_question_on_one_country_is_asked_of_a_place_of_the_other(places: Library) -> None:
    before = replace(_question("qui construit les logements en France ?"), countries=frozenset({"FR"}))
    asked = _question("et à Suwon-si ?", **{"Suwon-si": "kr-41110"})
    texts = _texts(_completed(places, asked, before, Subject("place", ("fr-com-37261",), "site")))
    assert "qui construit les logements en Suwon-si ?" in texts
    at_home = _question("et à Chinon ?", Chinon="fr-com-37072")
    assert "qui construit les logements en Chinon ?" not in _texts(
        _completed(places, at_home, before, Subject("place", ("fr-com-37261",), "site"))
    )


@pytest.mark.parametrize(
    ("there", "meant"),
    [("fr-dep-37", ("fr-com-37999",)), ("fr-com-93066", None), ("fr-com-37261", ("fr-com-37999",)), ("kr-11", None)],
)
def test_a_place_now_named_tells_the_namesake_within_or_beside_it(
    places: Library, there: str, meant: tuple[str, ...] | None
) -> None:
    before = _question("Site de Saint-Denis ?", **{"Saint-Denis": "fr-com-93066"})
    named = (replace(before.places[0], others=("fr-com-37999",)),)
    found = followup_places.namesake(
        _question("celle de là", là=there), replace(before, places=named), _snapshot(places)
    )
    assert (found and found.places[0].places) == meant
    assert found is None or found.text == before.text
    assert followup_places.namesake(_question("celle de là", là=there), before, _snapshot(places)) is None


@pytest.mark.parametrize(("text", "way"), [("combien d'habitants ?", "seat"), ("거기 인구는요?", "there")])
def test_the_town_that_was_the_answer_may_be_asked_about(places: Library, text: str, way: str) -> None:
    before = _question("Chef-lieu d'Indre-et-Loire ?", **{"Indre-et-Loire": "fr-dep-37"})
    last = Subject("place", ("fr-dep-37",), "seat")
    found = completing.completions(_context(_question(text), before, (last,), _snapshot(places)))
    asked = {each.way: each.asks for each in found}
    town = asked[cast(Any, way)]
    assert isinstance(town, Question)
    assert [mention.places for mention in town.places] == [("fr-com-37261",)]
    assert ("same" in asked) is (way == "seat")  # "there" is the town, "how big is it" may be either


@pytest.mark.parametrize(
    ("id", "intent", "asked", "meant"),
    [
        ("fr-com-37261", "table-which-above/region", "table-count-below/departement", "fr-reg-24"),
        ("fr-com-37261", "table-which-above/departement", "table-list-below/commune", "fr-dep-37"),
        ("kr-41110", "table-which-above/province", "table-count-below/kr-gun", "kr-41"),
        ("fr-com-37261", "table-which-above", "table-count-below/departement", "fr-reg-24"),
        ("fr-com-37261", "table-which-above", "table-count-below/commune", None),  # several may be meant
        ("kr-41110", "table-which-above/province", "table-count-below/kr-admin-gu", None),  # it has some itself
        ("fr-com-37261", "table-which-above/region", "table-count-below", None),
        ("fr-com-37261", "table-which-above/region", "table-is-kind/departement", None),
        ("fr-com-37261", "table-count-below/commune", "table-count-below/departement", None),
        ("gone", "table-which-above/region", "table-count-below/departement", None),
    ],
)
def test_parts_that_a_place_has_none_of_are_asked_of_what_it_was_told_to_lie_in(
    places: Library, id: str, intent: str, asked: str, meant: str | None
) -> None:
    last, subject = (Subject("table", (id,), each) for each in (intent, asked))
    found = followup_places.whole_told(subject, last, places.gazetteer)
    assert found == (meant and replace(subject, ids=(meant,)))
    elsewhere = replace(subject, ids=("fr-com-37072",))
    assert followup_places.whole_told(elsewhere, last, places.gazetteer) is None


def test_the_place_that_a_table_gave_may_be_asked_about(places: Library) -> None:
    before = _question("Quel est le plus petit département ?")
    last = Subject("table", (), "table-smallest-overall/departement/fr")
    completed = _completed(places, _question("et son chef-lieu ?"), before, last, found=("fr-dep-37",))
    assert next(m.places for each in completed if isinstance(each, Question) for m in each.places) == ("fr-dep-37",)


def test_a_word_that_is_a_name_too_may_be_the_place_asked_about(places: Library) -> None:
    before = _question("Population de Tours ?", Tours="fr-com-37261")
    last = Subject("place", ("fr-com-37261",), "population")
    chinon = Mention(3, 9, "chinon", ("fr-com-37072",), True)
    found = completing.completions(_context(_question("et chinon ?"), before, (last,), _snapshot(places, chinon)))
    assert Subject("place", ("fr-com-37072",), "population") in [each.asks for each in found if each.way == "doubtful"]


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("Y a-t-il des régions en Corée", False),
        ("how many regions are there", False),
        ("et y a-t-il un préfet là-bas", True),
        ("what is the address there", True),
    ],
)
def test_what_says_that_something_exists_refers_to_nothing(text: str, worded: bool) -> None:
    assert followup_words.marked(_question(text)) is worded


def test_where_a_place_and_a_body_are_named_the_same_is_asked_of_the_place(places: Library) -> None:
    before = _question("Site de Tours ?", Tours="fr-com-37261")
    asked = _question("et celui de Chinon, avec AMF ?", Chinon="fr-com-37072")
    body = (Mention(asked.text.index("AMF"), asked.text.index("AMF") + 3, "AMF", ("amf",), True),)
    last = Subject("place", ("fr-com-37261",), "site")
    for each in _completed(places, replace(asked, contacts=body), before, last):
        if isinstance(each, Question):
            assert all(mention.places == ("amf",) for mention in each.contacts)
            assert all(mention.places[0] in places.gazetteer for mention in each.places)


@pytest.mark.parametrize(
    ("text", "named", "meant"),
    [
        ("the one near Tours", {"Tours": "fr-com-37261"}, "fr-com-37999"),
        ("앵드르에루아르 말고요", {"앵드르에루아르": "fr-dep-37"}, "fr-com-93066"),
        ("celui d'Indre-et-Loire", {"Indre-et-Loire": "fr-dep-37"}, "fr-com-37999"),
    ],
)
def test_a_place_named_chooses_by_what_lies_beside_it_or_not_in_it(
    places: Library, text: str, named: dict[str, str], meant: str
) -> None:
    offered = tuple(Subject("place", (id,), "population") for id in ("fr-com-93066", "fr-com-37999"))
    asked = _question(text, **named)
    assert followup_places.chosen(asked, offered, places.gazetteer) == Subject("place", (meant,), "population")


def test_what_is_only_beside_a_place_now_named_is_not_chosen_unasked(places: Library) -> None:
    offered = tuple(Subject("place", (id,), "population") for id in ("fr-com-93066", "fr-com-37999"))
    asked = _question("et Tours ?", Tours="fr-com-37261")
    assert followup_places.chosen(asked, offered, places.gazetteer) is None


@pytest.mark.parametrize(
    ("text", "named"),
    [("non, l'autre", None), ("아니 센생드니 말고요", "센생드니")],
)
def test_the_other_of_two_of_a_name_is_meant_where_one_is_denied(places: Library, text: str, named: str | None) -> None:
    before = _question("Site de Saint-Denis ?", **{"Saint-Denis": "fr-com-93066"})
    before = replace(before, places=(replace(before.places[0], others=("fr-com-37999",)),))
    asked = _question(text, **({named: "fr-dep-93"} if named else {}))
    last = Subject("place", ("fr-com-93066",), "site")
    found = completing.completions(_context(asked, before, (last,), _snapshot(places)))
    meant = [each.asks for each in found if each.way == "namesake"]
    assert [each.places[0].places for each in meant if isinstance(each, Question)] == [("fr-com-37999",)]


@pytest.mark.parametrize(
    ("text", "meant"),
    [("non, celle de là", ("fr-com-37999",)), ("아니 là에 있는 거요", ("fr-com-37999",)), ("et là ?", None)],
)
def test_who_corrects_means_the_place_that_the_name_is_short_for_there(
    places: Library, text: str, meant: tuple[str, ...] | None
) -> None:
    short = Mention(0, 22, "Saint (Indre-et-Loire)", ("fr-com-37999",), True)
    names = SimpleNamespace(find=lambda text, language: (short,) if text == short.text else ())
    snapshot = cast(Snapshot, cast(Any, SimpleNamespace(library=places, names=names)))
    before = _question("Site de Saint ?", Saint="fr-com-93066")
    found = followup_places.namesake(_question(text, là="fr-dep-37"), before, snapshot)
    assert (found and found.places[0].places) == meant


def test_a_name_told_by_what_it_lies_in_has_namesakes_too(places: Library) -> None:
    before = _question("Saint-Denis, Seine-Saint-Denis ?", **{"Saint-Denis,": "fr-com-93066"})
    around = Mention(13, 30, "Seine-Saint-Denis", ("fr-dep-93",), True)
    mention = replace(before.places[0], end=11, text="Saint-Denis", others=("fr-com-37999",))
    asked = _question("celle d'Indre-et-Loire", **{"Indre-et-Loire": "fr-dep-37"})
    found = followup_places.namesake(asked, replace(before, places=(mention, around)), _snapshot(places))
    assert found is not None
    assert found.places[0].places == ("fr-com-37999",)
    assert "Seine" not in found.text


@pytest.mark.parametrize(
    ("text", "last", "level"),
    [
        ("시청 말고 메트로폴이요", Subject("place", ("fr-com-37261",), "phone"), "fr-epci-1"),
        ("거기 데파르트망 대표전화도요", Subject("place", ("fr-com-37261",), "phone"), "fr-dep-37"),
        ("거기 도청 전화번호도", Subject("place", ("fr-com-37261",), "phone"), "fr-dep-37"),
        ("la mairie de la même ville, un mail aussi ?", Subject("place", ("fr-dep-37",), "prefecture"), "fr-com-37261"),
        ("and its town hall number?", Subject("place", ("fr-dep-37",), "seat"), "fr-com-37261"),
        ("거기 데파르트망 의회 전화도", Subject("place", ("fr-dep-37",), "seat"), "fr-dep-37"),
        ("and the whole metropolis around it?", Subject("place", ("fr-com-37261",), "population"), "fr-epci-1"),
        ("and the intercommunality it sits in?", Subject("place", ("fr-com-37072",), "phone"), "fr-epci-2"),
        ("and the métropole of that town?", Subject("place", ("fr-dep-37",), "seat"), "fr-epci-1"),
    ],
)
def test_an_office_or_a_level_pointed_to_stands_for_its_place(
    places: Library, text: str, last: Subject, level: str
) -> None:
    found = [*within.of_what_it_lies_in(_question(text), last, _snapshot(places))]
    assert len(found) == 1
    one = found[0]
    assert (one.ids if isinstance(one, Subject) else one.places[0].places) == (level,)


@pytest.mark.parametrize("text", ["어느 데파르트망이요?", "데파르트망", "구청 전화번호는요?"])
def test_a_level_not_pointed_to_or_that_nothing_is_of_stands_for_no_place(places: Library, text: str) -> None:
    last = Subject("place", ("fr-com-37261",), "phone")
    assert not [*within.of_what_it_lies_in(_question(text), last, _snapshot(places))]


def test_a_place_named_beside_one_denied_is_the_one_meant(places: Library) -> None:
    offered = tuple(Subject("place", (id,), "population") for id in ("fr-com-93066", "fr-com-37999"))
    asked = _question("센생드니 말고 앵드르에루아르 쪽이요", 앵드르에루아르="fr-dep-37")
    assert followup_places.chosen(asked, offered, places.gazetteer) == offered[1]


def test_there_is_what_the_answer_gave_even_where_its_office_is_named(places: Library) -> None:
    last = Subject("table", ("fr-com-37261",), "table-which-above")
    before = _question("Tours는 어디에 있나요?", Tours="fr-com-37261")
    asked = _question("거기 도청 전화번호는요?")
    found = completing.completions(_context(asked, before, (last,), _snapshot(places), found=("fr-dep-37",)))
    assert "within" not in {each.way for each in found}


def test_tables_asked_back_are_chosen_from_by_what_is_denied_or_near_only(places: Library) -> None:
    offered = tuple(Subject("table", (id,), "table-which-above") for id in ("fr-com-93066", "fr-com-37999"))
    denied = _question("앵드르에루아르 말고요", 앵드르에루아르="fr-dep-37")
    assert followup_places.chosen(denied, offered, places.gazetteer) == offered[0]
    within = _question("et celui d'Indre-et-Loire, son site ?", **{"Indre-et-Loire": "fr-dep-37"})
    assert followup_places.chosen(within, offered, places.gazetteer) is None


def test_of_the_namesake_told_apart_something_else_may_be_asked(places: Library) -> None:
    before = _question("Site de Saint-Denis ?", **{"Saint-Denis": "fr-com-93066"})
    named = (replace(before.places[0], others=("fr-com-37999",)),)
    asked = _question("celle de Touraine, combien d'habitants ?", Touraine="fr-dep-37")
    completed = _completed(places, asked, replace(before, places=named), Subject("place", ("fr-com-93066",), "site"))
    found = [(each.text, each.places[0].places) for each in completed if isinstance(each, Question)]
    assert any("habitants" in text and ids == ("fr-com-37999",) for text, ids in found)


def test_a_place_spoken_of_before_an_explanation_may_be_asked_about(places: Library) -> None:
    cards = {"one": SimpleNamespace(id="one", contacts=(), places=(), country="fr", counterpart=None)}
    snapshot = replace_library(_snapshot(places), cards)
    asked = _question("population ?")
    read_in = _context(asked, _question("c'est quoi un EPCI ?"), (Subject("card", ("one",)),), snapshot)
    completed = completing.completions(replace(read_in, earlier=Subject("place", ("fr-com-37261",))))
    named = [each.asks for each in completed if each.way == "named"]
    assert [each.places[0].places for each in named if isinstance(each, Question)] == [("fr-com-37261",)]


def replace_library(snapshot: Snapshot, cards: dict[str, Any]) -> Snapshot:
    library = SimpleNamespace(gazetteer=snapshot.library.gazetteer, cards=cards, contacts={}, partnerships={})
    return cast(Snapshot, cast(Any, SimpleNamespace(library=library, model=snapshot.model, names=snapshot.names)))


@pytest.mark.parametrize(
    ("own", "last", "line"),
    [
        (
            Subject("place", ("fr-com-37261",), "prefecture"),
            Subject("place", ("fr-com-37072",), "population"),
            "fr-dep-37",
        ),
        (Subject("place", ("fr-com-37261",), "population"), Subject("place", ("fr-com-37072",), "population"), None),
        (Subject("place", ("fr-com-37261",), "prefecture"), Subject("place", ("fr-com-41018",), "population"), None),
        (Subject("place", ("fr-com-37261",), "seat"), Subject("place", ("fr-com-37261",), "population"), None),
        (Subject("place", ("fr-com-37261",), "seat"), Subject("card", ("one",)), None),
        (Subject("place", ("fr-com-37261",), "seat"), None, None),
    ],
)
def test_a_seat_named_as_the_value_of_a_line_is_no_new_subject(
    places: Library, own: Subject, last: Subject | None, line: str | None
) -> None:
    table = dict(places.gazetteer.items())
    seated = SimpleNamespace(id="fr-dep-37", seat="fr-com-37261", parents=())
    town = places.gazetteer["fr-com-37261"]

    class _Table(dict[str, Any]):
        def parents(self, id: str) -> list[Any]:
            return [self[each] for each in table[id].parents]

    gazetteer = cast(Any, _Table({**table, "fr-dep-37": seated, town.id: town}))
    found = followup_places.confirmed(own, last, gazetteer)
    assert (found and found.ids[0]) == line


@pytest.mark.parametrize("shown", [Subject("contact", ("gaok",), "site"), Subject("card", ("kr-intl-gaok",))])
def test_the_office_elsewhere_of_the_body_named_is_found_after_a_card_on_it_too(
    shipped: Library, shown: Subject
) -> None:
    before = replace(_question("site de la GAOK"), contacts=(Mention(11, 15, "GAOK", ("gaok",), True),))
    question = _question("ont-ils quelqu'un à Paris ?", Paris="fr-com-75056")
    found = _completed(shipped, question, before, shown)
    assert Subject("contact", ("gaok-paris",), shown.intent) in found
    if shown.kind == "card":  # which of its bodies is meant is told by the question before only
        other = _completed(shipped, question, _question("qui représente les provinces ?"), shown)
        assert not any(isinstance(each, Subject) and each.kind == "contact" for each in other)


@pytest.mark.parametrize(
    ("text", "named", "pair"),
    [
        ("et Chinon, aussi Suwon ?", {"Chinon": "fr_com_37072", "Suwon": "kr_41110"}, ["fr-com-37072", "kr-41110"]),
        ("et Suwon avec Chinon ?", {"Chinon": "fr_com_37072", "Suwon": "kr_41110"}, ["fr-com-37072", "kr-41110"]),
        ("et Seongnam ?", {"Seongnam": "kr_41130"}, ["fr-com-37261", "kr-41130"]),
        ("et Blois ?", {"Blois": "fr_com_41018"}, ["fr-com-41018", "kr-41110"]),
    ],
)
def test_of_two_places_of_the_two_countries_the_one_of_its_own_is_replaced(
    places: Library, text: str, named: dict[str, str], pair: list[str]
) -> None:
    before = _question("Tours est jumelée avec Suwon ?", Tours="fr_com_37261", Suwon="kr_41110")
    last = Subject("partners", ("fr-com-37261", "kr-41110"), "partners-of")
    completed = _completed(places, _question(text, **named), before, last)
    moved = next(each for each in completed if isinstance(each, Question) and "est jumelée avec" in each.text)
    assert [mention.places[0] for mention in moved.places] == pair
    assert all(moved.text[m.start : m.end] == m.text for m in moved.places)


def test_of_two_places_of_one_country_the_first_is_replaced(places: Library) -> None:
    before = _question("Tours est-elle plus grande que Blois ?", Tours="fr_com_37261", Blois="fr_com_41018")
    last = Subject("table", ("fr-com-37261", "fr-com-41018"), "table-compare-population")
    completed = _completed(places, _question("et Chinon ?", Chinon="fr_com_37072"), before, last)
    moved = next(each for each in completed if isinstance(each, Question) and "plus grande" in each.text)
    assert [mention.places for mention in moved.places] == [("fr-com-37072",)]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("et à table, il y a des règles ?", True),  # says that something exists
        ("and is there a rule at table?", True),
        ("et qui y va ?", False),
        ("et qui le nomme ?", False),
        ("il y a des règles ?", False),  # opens as no follow-up does
        ("", False),
    ],
)
def test_a_follow_up_that_says_that_something_exists_may_change_the_subject(text: str, changes: bool) -> None:
    assert followup_words.changes_subject(_question(text)) is changes


def test_a_place_told_by_what_it_lies_in_is_the_one_meant(places: Library) -> None:
    asked = _question("et Blois, en Loir-et-Cher ?", **{"Blois": "fr-com-41018", "Loir-et-Cher": "fr-dep-41"})
    before = _question("Combien d'habitants à Tours ?", Tours="fr-com-37261")
    found = _completed(places, asked, before, Subject("place", ("fr-com-37261",), "population"))
    assert Subject("place", ("fr-com-41018",), "population") in found
    assert Subject("place", ("fr-dep-41",), "population") not in found


def test_who_sets_right_what_was_taken_already_is_told_it_again(places: Library) -> None:
    before = _question("Site de Saint-Denis ?", **{"Saint-Denis": "fr-com-93066"})
    before = replace(before, places=(replace(before.places[0], others=("fr-com-37999",)),))
    texts = {"non, celle de Seine-Saint-Denis": ("fr-com-93066",), "celle de Seine-Saint-Denis": None}
    for text, meant in texts.items():
        asked = _question(text, **{"Seine-Saint-Denis": "fr-dep-93"})
        found = followup_places.namesake(asked, before, _snapshot(places))
        assert (None if found is None else found.places[0].places) == meant


def test_those_listed_are_asked_about_by_what_was_listed_too(places: Library) -> None:
    listed, title = Subject("table", ("kr-11",), "table-list-below/gu"), _question("Quels sont les gu de Séoul ?")
    found = _texts(_completed(places, _question("qui les dirige ?"), title, listed, asked=_question("lesquels ?")))
    assert "gu, qui les dirige ?" in found
