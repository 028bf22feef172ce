"""Questions on the place named in words that say nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.alone.in_words import asked_in_words
from bot.subject import Subject
from bot.words.language import Detection
from bot.words.question import Question
from index.names.mention import Mention
from knowledge.library import Library
from tests.bot.place_table import library

NAMES = {
    "Tours": ("fr-com-37261",),
    "투르": ("fr-com-37261",),
    "Indre-et-Loire": ("fr-dep-37",),
    "앵드르에루아르": ("fr-dep-37",),
    "Blois": ("fr-com-41018",),
    "Saint-Denis": ("fr-com-93066", "fr-com-37999"),
    "Suwon": ("kr-41110",),
    "Gyeonggi": ("kr-41",),
    "Gapyeong": ("kr-41820",),
    "블루아": ("fr-com-41018",),
    "Centre-Val de Loire": ("fr-reg-24",),
}


def _asked(folder: Path, text: str) -> tuple[str, str, tuple[str, ...]] | None:
    mentions = (Mention(text.index(n), text.index(n) + len(n), n, ids, True) for n, ids in NAMES.items() if n in text)
    places = tuple(sorted(mentions, key=lambda mention: mention.start))
    question = Question(text, Detection("fr", supported=True, certain=True), places)
    named = asked_in_words(question, library(folder))
    return None if named is None else (named.subjects[0].ids[0], named.subjects[0].intent, named.further)


@pytest.mark.parametrize(
    "text",
    [
        "Coordonnées de la mairie de Tours",
        "Contacts mairie Tours svp",
        "how to reach the town hall of Tours, please",
        "투르 시청 연락처 좀 알려주세요",
    ],
)
def test_any_way_to_reach_an_office_is_the_first_that_is_held(tmp_path: Path, text: str) -> None:
    assert _asked(tmp_path, text) == ("fr-com-37261", "phone", ("site", "address", "email"))


@pytest.mark.parametrize(
    "text",
    [
        "Coordonnées GPS de la mairie de Tours",
        "Téléphone de la mairie de Tours",  # one way: the ranking reads it
        "Coordonnées du maire de Tours",
        "Coordonnées du conseil départemental de Tours",  # not its own office
        "Coordonnées de la mairie de Saint-Denis",  # which one?
        "Coordonnées de la mairie",
        "",
    ],
)
def test_what_says_more_or_less_is_not_read_by_its_words(tmp_path: Path, text: str) -> None:
    assert _asked(tmp_path, text) is None


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("앵드르에루아르 데파르트망 수도 투르 맞지?", "fr-dep-37"),
        ("la préfecture d'Indre-et-Loire c'est bien Tours ?", "fr-dep-37"),
        ("Tours is the capital of Indre-et-Loire, right?", "fr-dep-37"),
        ("Gyeonggi's capital is Suwon?", "kr-41"),
        ("Tours est en Indre-et-Loire ?", None),  # no seat is spoken of
        ("la préfecture d'Indre-et-Loire, Blois ?", None),  # which does not lie there
        ("la capitale d'Indre-et-Loire, Tours, a-t-elle un tram ?", None),
    ],
)
def test_the_seat_is_told_where_a_town_is_said_to_be_it(tmp_path: Path, text: str, id: str | None) -> None:
    found = _asked(tmp_path, text)
    assert (found and found[:2]) == (id and (id, "seat"))


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Tours and Blois it is the same place with two orthographs ?", True),
        ("Tours et Blois, c'est le même endroit ?", True),
        ("Tours et Blois sont dans le même endroit ?", False),  # in one that is the same
        ("Tours meets Blois in the same place", False),
        ("Tours et Blois, même région ?", False),
    ],
)
def test_whether_two_names_in_a_row_are_of_one_place_is_asked_in_so_many_words(
    tmp_path: Path, text: str, same: bool
) -> None:
    found = _asked(tmp_path, text)
    assert (found is not None and found[1] == "table-same-place") is same


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("c'est quoi le numéro du département de l'Indre-et-Loire", "code"),
        ("what number is the département of Indre-et-Loire", "code"),
        ("앵드르에루아르 데파르트망 번호가 몇 번이에요", "code"),
        ("numéro de téléphone du département d'Indre-et-Loire", None),
        ("le numéro de la commune de Tours", None),  # no département
        ("numéro Indre-et-Loire", None),  # it may be a phone
    ],
)
def test_the_number_of_a_departement_is_read_by_its_words(tmp_path: Path, text: str, line: str | None) -> None:
    asked = _asked(tmp_path, text)
    assert (asked[1] if asked else None) == line


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("투르가 어느 데파르트망 중심지인가요", "table-which-above/departement"),
        ("Tours, chef-lieu de quel département ?", "table-which-above/departement"),
        ("Which département is Tours the capital of?", "table-which-above/departement"),
        ("Tours, sous-préfecture de quel département ?", "table-which-above/departement"),
        ("투르는 어느 데파르트망의 부프레펙튀르예요?", "table-which-above/departement"),
        ("Tours est-elle chef-lieu ?", None),
        ("Indre-et-Loire, chef-lieu de quelle région ?", None),  # which has a seat of its own
    ],
)
def test_a_town_may_be_asked_of_what_it_is_the_seat(tmp_path: Path, text: str, intent: str | None) -> None:
    found = _asked(tmp_path, text)
    assert (found[1] if found else None) == intent


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Is there a KTO in Lyon?", True),
        ("Y a-t-il une KTO à Lyon ?", True),
        ("Lyon에 KTO 있나요?", True),
        ("Is there a KTO in Lyon that helps schools?", False),  # more is said
        ("KTO and Lyon, are there?", False),  # Lyon is asked about too
        ("KTO à Lyon", False),  # whether it exists is not asked
        ("Is there a CUF in Lyon?", False),  # a network: whether the town is in it
    ],
)
def test_whether_a_body_is_in_a_place_is_asked_of_the_body(shipped: Library, text: str, asked: bool) -> None:
    ids = {"KTO": "kotra", "CUF": "cuf", "Lyon": "fr-com-69123"}
    found = {n: Mention(text.index(n), text.index(n) + len(n), n, (id,), True) for n, id in ids.items() if n in text}
    bodies = tuple(mention for name, mention in found.items() if name != "Lyon")
    question = Question(text, Detection("en", supported=True, certain=True), (found["Lyon"],), bodies)
    named = asked_in_words(question, shipped)
    assert (named is not None and named.subjects == (Subject("contact", ("kotra",)),)) == asked


@pytest.mark.parametrize(
    ("text", "body", "found"),
    [
        ("Le consulat le plus proche de Lyon ?", "consulate-kr-paris", ["consulate-kr-paris"]),
        ("Lyon에서 가장 가까운 consulat은 어디인가요", "consulate-kr-paris", ["consulate-kr-paris"]),
        ("nearest consulat to Lyon?", "consulate-fr-busan", ["consulate-fr-busan", "consulate-fr-seoul"]),
        ("Le consulat le plus proche de Lyon pour un visa de stage ?", "consulate-kr-paris", None),
    ],
)
def test_the_nearest_of_few_bodies_is_among_all_of_them(
    shipped: Library, text: str, body: str, found: list[str] | None
) -> None:
    (lyon, consulate) = (
        Mention(text.index(n), text.index(n) + len(n), n, (id,), True)
        for n, id in (("Lyon", "fr-com-69123"), ("consulat", body))
    )
    named = asked_in_words(
        Question(text, Detection("fr", supported=True, certain=True), (lyon,), (consulate,)), shipped
    )
    assert (named and [each.ids[0] for each in named.subjects]) == found


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Code Insee de Tours", "code"),
        ("투르 INSEE 코드 알려주세요", "code"),
        ("Code de Tours", None),
        ("Code Insee de Suwon", None),  # France's
        ("Code Insee de Tours et son maire", None),
    ],
)
def test_the_official_code_of_a_french_place_is_asked_in_its_words(
    tmp_path: Path, text: str, intent: str | None
) -> None:
    found = _asked(tmp_path, text)
    assert (found[1] if found else None) == intent


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("which town is the seat of Gapyeong county", ("kr-41820", "address")),  # its own, which is where its office is
        ("chef-lieu du département d'Indre-et-Loire ?", ("fr-dep-37", "seat")),
        ("Tours, chef-lieu de quelle région ?", ("fr-com-37261", "table-which-above/region")),
        ("Tours : département, région, métropole ?", ("fr-com-37261", "table-which-above")),
        ("투르: 데파르트망, 레지옹, EPCI는?", ("fr-com-37261", "table-which-above")),
        ("Tours: département and région and airport?", None),
        ("Indre-et-Loire : département, région ?", None),  # which of them is it?
        ("Tours : le département ?", None),
    ],
)
def test_what_a_place_lies_in_and_its_own_seat_are_told_in_so_many_words(
    tmp_path: Path, text: str, asked: tuple[str, str] | None
) -> None:
    found = _asked(tmp_path, text)
    assert (found and found[:2]) == asked


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("On travaille avec Tours et Blois. Laquelle est la plus peuplée ?", True),
        ("We have ties with Tours and Blois. Which is bigger?", True),
        ("우리는 투르, 블루아와 교류합니다. 어디가 더 커요?", True),
        ("On travaille avec Tours et Blois. Laquelle a le plus beau château ?", False),
        ("On travaille avec Tours et Blois ? Laquelle est la plus peuplée ?", False),  # two questions
        ("On travaille avec Tours. Blois est la plus peuplée ?", False),
        ("On travaille avec Tours et l'Indre-et-Loire. Lequel est le plus peuplé ?", False),
    ],
)
def test_places_of_the_sentence_before_are_compared(tmp_path: Path, text: str, compared: bool) -> None:
    found = _asked(tmp_path, text)
    assert (found is not None and found[1] == "table-compare-population") is compared


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Tours est divisée en arrondissements ?", ""),  # none is held
        ("Indre-et-Loire a des communes ?", "fr-dep-37"),
        ("Suwon is split into districts", "kr-41110"),
        ("Suwon, is it split into gu?", "kr-41110"),
        ("Suwon은 구로 나뉘어 있나요?", "kr-41110"),
        ("Suwon, divided into gu, since when?", ""),
        ("Suwon", ""),
    ],
)
def test_what_a_place_is_split_into_is_listed(tmp_path: Path, text: str, id: str) -> None:
    found = _asked(tmp_path, text)
    assert (found[0] if found and found[1].startswith("table-list-below/") else "") == id


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Suwon은 무슨 도야", "kr-41110"),
        ("Tours, quel département ?", "fr-com-37261"),
        ("Which province is Suwon in?", "kr-41110"),
        ("Suwon belongs to which province?", "kr-41110"),
        ("Tours dépend de quel département ?", "fr-com-37261"),
        ("Suwon은 어느 도에 속해요?", "kr-41110"),
        ("Gyeonggi는 무슨 도야", ""),  # it is one
        ("Tours, quel canton ?", ""),
        ("Tours, quel département l'aide ?", ""),
    ],
)
def test_which_of_a_unit_a_place_lies_in_is_read_by_its_words(tmp_path: Path, text: str, id: str) -> None:
    found = _asked(tmp_path, text)
    assert (found[0] if found and found[1].startswith("table-which-above/") else "") == id


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Is there a county in Gyeonggi, or only cities?", ("kr-41", "table-list-below/kr-gun")),
        ("Are there any gu in Gapyeong?", ("kr-41820", "table-count-below/gu")),  # none, which the count says
        ("Y a-t-il des communes en Indre-et-Loire ?", ("fr-dep-37", "table-list-below/commune")),
        (
            "Y a-t-il des communes de plus de 30 000 habitants en Indre-et-Loire ?",
            ("fr-dep-37", "table-beyond/commune///>30000"),
        ),
        ("Are there counties of under 20,000 people in Gyeonggi?", ("kr-41", "table-beyond/kr-gun///<20000")),
        ("Y a-t-il des communes jumelées en Indre-et-Loire ?", None),
        ("Is there a city in Tours?", None),  # which is one itself
        ("Combien y a-t-il de communes en Indre-et-Loire ?", ("fr-dep-37", "table-count-below/commune")),  # no list
        ("Quelles sont les préfectures du Centre-Val de Loire ?", ("fr-reg-24", "table-list-below/prefecture")),
        ("How many prefectures are there in Centre-Val de Loire?", ("fr-reg-24", "table-count-below/prefecture")),
        ("How many counties are there in Gyeonggi?", ("kr-41", "table-count-below/kr-gun")),
        ("Gapyeong에 면이 몇 개 있나요", None),
        ("Is there a museum in Gyeonggi?", None),
    ],
)
def test_whether_there_is_any_of_a_unit_is_asked_of_what_lies_in_the_place(
    tmp_path: Path, text: str, asked: tuple[str, str] | None
) -> None:
    found = _asked(tmp_path, text)
    assert (None if found is None else found[:2]) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "Indre-et-Loire 안에 코뮌이 몇 군데 있나요, 이름까지 부탁드립니다",
            ("fr-dep-37", "table-count-below/commune"),
        ),
        ("Gyeonggi rassemble combien de comtés ?", ("kr-41", "table-count-below/kr-gun")),
        ("Suwon est coupée en combien de gu ?", ("kr-41110", "table-count-below/gu")),
        ("Tours, combien de communes ?", None),  # it has none
        ("Combien de communes jumelées en Indre-et-Loire ?", None),
        ("Indre-et-Loire, les communes", None),  # not how many
    ],
)
def test_how_many_of_a_unit_lie_in_a_place_is_counted(tmp_path: Path, text: str, asked: tuple[str, str] | None) -> None:
    found = _asked(tmp_path, text)
    assert (None if found is None else found[:2]) == asked


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Gapyeong, là où sont les lacs, administrativement c'est une ville ou un comté ?", "kr-41820"),
        ("Gapyeong은 시예요 군이예요?", "kr-41820"),
        ("Gapyeong, une ville ou un comté qui accueille ?", ""),  # says more
        ("Tours, un gun ou un gu ?", ""),  # neither
    ],
)
def test_what_a_place_is_of_units_offered_is_told(tmp_path: Path, text: str, id: str) -> None:
    found = _asked(tmp_path, text)
    assert (found[0] if found and found[1].startswith("table-is-kind") else "") == id


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Tours, c'est bien Indre-et-Loire hein ?", ("fr-com-37261", "fr-dep-37")),
        ("Suwon is in Gyeonggi, right?", ("kr-41110", "kr-41")),
        ("Blois, c'est bien Indre-et-Loire hein ?", ("fr-com-41018", "fr-dep-37")),  # it is not, which the answer says
        ("Tours, Indre-et-Loire", ()),  # which one is said, nothing is guessed
        ("Tours, c'est bien Blois hein ?", ()),  # of one level
        ("Tours en Indre-et-Loire est bien jumelée ?", ()),
    ],
)
def test_a_guess_at_where_a_place_lies_is_told_to_be_right_or_not(
    tmp_path: Path, text: str, ids: tuple[str, ...]
) -> None:
    mentions = (Mention(text.index(n), text.index(n) + len(n), n, i, True) for n, i in NAMES.items() if n in text)
    places = tuple(sorted(mentions, key=lambda mention: mention.start))
    found = asked_in_words(Question(text, Detection("fr", supported=True, certain=True), places), library(tmp_path))
    assert (found.subjects[0].ids if found else ()) == ids


@pytest.mark.parametrize(
    ("text", "compared"),
    [
        ("Je suis élue à Blois et nous recevons Suwon. Lequel des deux territoires est le plus peuplé ?", True),
        ("I work in Blois and Suwon is visiting. Which of the two is larger, and by how much?", True),
        ("Je suis élue à Blois et nous recevons Suwon. Lequel est le plus peuplé ?", False),  # of which two?
        ("Je suis élue à Blois et nous recevons Suwon. Lequel des deux est le plus grand, en superficie ?", False),
        ("Je suis élue à Blois et nous recevons Suwon. Lequel des deux maires est le plus ancien ?", False),
        ("Suwon is in Gyeonggi. Which of the two is larger?", False),  # one lies in the other
    ],
)
def test_two_places_of_the_sentence_before_are_compared_where_both_are_pointed_to(
    tmp_path: Path, text: str, compared: bool
) -> None:
    found = _asked(tmp_path, text)
    assert (found is not None and found[1] == "table-compare-population") == compared
