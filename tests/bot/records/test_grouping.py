"""Questions without an answer: put together by likeness, listed, written as a table, and made into a card to fill."""

from __future__ import annotations

import csv
import io
import itertools
from datetime import date
from pathlib import Path

import numpy as np
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.desk import drafting
from bot.records.grouping import Group, Wording, communities, distinct, grouped
from bot.records.journal_reading import Activity, Unanswered
from bot.records.spreadsheet import harmless, to_csv
from bot.records.unanswered import SHOWN, listed, table
from index.snapshot import Snapshot
from knowledge.library import check
from knowledge.text import Language
from tests.small import write_small

DAY = date(2026, 11, 28)
_rows = itertools.count(1)


def unanswered(language: Language, text: str, day: date = DAY) -> Unanswered:
    return Unanswered(next(_rows), day, language, text)


POOL = [
    unanswered("fr", "Quels sont les horaires de la piscine de Tours ?"),
    unanswered("fr", "a quelle heure ouvre la piscine"),
    unanswered("fr", "À quelle heure ouvre la piscine ?", date(2026, 11, 29)),
    unanswered("en", "When does the swimming pool open?"),
]
COMPLAINT = [
    unanswered("fr", "Comment déposer une plainte ?"),
    unanswered("en", "How do I file a complaint with the police?"),
]
FOOD = [unanswered("ko", "서울 맛집 추천"), unanswered("en", "best restaurants in Seoul")]


def wording(text: str, language: Language = "fr", asked: int = 1, rows: tuple[int, ...] = (1,)) -> Wording:
    return Wording(text, language, asked, DAY, rows)


# Likeness


def test_questions_that_are_alike_are_put_together_whatever_their_language(small: Snapshot) -> None:
    groups = grouped([*FOOD, *POOL, *COMPLAINT], small)
    together = [sorted(group.rows) for group in groups]
    assert sorted(together) == sorted([each.id for each in asked] for asked in (POOL, COMPLAINT, FOOD))
    assert together[0] == [each.id for each in POOL]
    assert groups[0].asked == 4 and groups[0].languages == ("fr", "en")
    assert all(group.nearest in small.library.cards for group in groups)


def test_one_spelling_stands_for_all_that_differ_in_case_accents_and_punctuation() -> None:
    found = distinct(POOL[1:3])
    assert found == [Wording(POOL[2].text, "fr", 2, date(2026, 11, 29), (POOL[1].id, POOL[2].id))]
    assert len(distinct([unanswered("fr", "Gun ?"), unanswered("en", "gun")])) == 2


def test_nothing_asked_makes_no_group(small: Snapshot) -> None:
    assert grouped([], small) == ()


def test_every_row_is_in_one_group_and_near_its_leader() -> None:
    random = np.random.default_rng(7)
    vectors = random.normal(size=(300, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    found = communities(vectors, np.ones(300, np.int64), 0.7)
    assert sorted(itertools.chain(*found)) == list(range(300))
    for leader, *others in found:
        assert all(vectors[leader] @ vectors[other] >= 0.7 for other in others)
    assert [len(members) for members in found] == sorted((len(members) for members in found), reverse=True)


def test_what_is_asked_more_often_leads() -> None:
    angles = np.radians([0.0, 10.0, 90.0])
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    assert communities(vectors, np.array([1, 1, 1]), 0.9) == [[0, 1], [2]]
    assert communities(vectors, np.array([1, 1, 3]), 0.9) == [[2], [0, 1]]


# The list and the table


GROUPS = (
    Group((wording('=1+1 ; "préfet"\n?', asked=3), wording("군수의 나이는?", "ko")), "fr-prefet"),
    Group((wording("@all What?", "en"),)),
)


def test_the_list_shows_the_first_groups_with_counts_languages_and_the_nearest_card() -> None:
    text = listed(GROUPS, Activity(unanswered=tuple(POOL), without_answer=5), DAY, "fr")
    assert "Sans réponse depuis le 28 novembre 2026 — questions : 5, groupes : 2." in text
    assert "2 000 plus récentes" in text.replace("\u202f", " ").replace("\xa0", " ")
    assert '1. =1+1 ; "préfet" ? — 4 × (fr, ko)\nFiche la plus proche : fr-prefet' in text
    assert "2. @all What? — 1 × (en)" in text
    assert "1. 군수의 나이는? — 4회" in listed(GROUPS, Activity(), DAY, "ko")
    many = tuple(Group((wording(f"Question {number} ?"),)) for number in range(SHOWN + 5))
    shown = listed(many, Activity(), DAY, "en")
    assert f"{SHOWN}. " in shown and f"{SHOWN + 1}. " not in shown


def test_the_table_is_read_back_by_a_spreadsheet_as_text(small: Snapshot) -> None:
    for language, delimiter in (("fr", ";"), ("ko", ","), ("en", ",")):
        content = table(GROUPS, small.library, language)  # type: ignore[arg-type]
        assert content.startswith(b"\xef\xbb\xbf")
        header, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter)
        assert len(header) == len(set(header)) == 8 and all(len(line) == 8 for line in lines)
        assert lines[0][:6] == ["1", "4", "3", "fr", '\'=1+1 ; "préfet"\n?', "2026-11-28"]
        assert lines[0][6] == "fr-prefet" and lines[0][7] == small.library.cards["fr-prefet"].questions[language][0]  # type: ignore[index]
        assert lines[1][:5] == ["1", "4", "1", "ko", "군수의 나이는?"]
        assert lines[2] == ["2", "1", "1", "en", "'@all What?", "2026-11-28", "", ""]


@pytest.mark.parametrize("text", ["=A1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "＝1", "=cmd|' /C calc'!A0"])
def test_a_cell_that_begins_as_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("cell", ["Préfet ?", "1 = 1", "군", "", 12, 3.5])
def test_other_cells_stay_as_they_are(cell: object) -> None:
    assert harmless(cell) == cell


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=1, max_size=4))
def test_any_text_comes_back_from_the_table_but_for_the_apostrophe(texts: list[str]) -> None:
    written = to_csv(["a"] * len(texts), [texts], "fr").decode("utf-8-sig")
    _, read = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert read == [harmless(text) for text in texts]


# The draft


def test_a_draft_is_yaml_with_the_questions_under_their_languages() -> None:
    group = Group(
        (wording("Quels sont les horaires de la piscine ?"), wording("수영장 몇 시에 열어요?", "ko")), "fr-commune"
    )
    drafted = drafting.draft(group, ("fr-prefet",), DAY)
    (card,) = yaml.safe_load(drafted.yaml)
    assert card["id"] == drafted.id == "fr-horaires-piscine"
    assert card["country"] == "fr" and card["checked"] == DAY and card["status"] == "unverified"
    assert card["questions"] == {
        "fr": ["Quels sont les horaires de la piscine ?"], "ko": ["수영장 몇 시에 열어요?"], "en": [None]
    }  # fmt: skip


@pytest.mark.parametrize(
    ("nearest", "text", "language", "id"),
    [
        ("kr-gun", "How many golf courses are there?", "en", "kr-golf-courses"),
        ("cmp-gun-canton", "Où est l'école ?", "fr", "cmp-ecole"),
        (None, "Et ça ?", "fr", "fr-2026-11-28"),
        ("kr-si", "수영장 몇 시에 열어요?", "ko", "kr-2026-11-28"),
        ("fr-maire", "x" * 300, "fr", "fr-" + "x" * 15),
    ],
)
def test_the_id_begins_as_the_nearest_card_and_says_what_is_asked(
    nearest: str | None, text: str, language: Language, id: str
) -> None:
    group = Group((wording(text, language),), nearest)
    assert drafting.proposed_id(group, (), DAY) == id
    assert drafting.proposed_id(group, (id, f"{id}-2"), DAY) == f"{id}-3"


@given(st.text(), st.sampled_from(["fr", "ko", "en"]))
def test_a_draft_of_any_question_can_be_read(text: str, language: Language) -> None:
    drafted = drafting.draft(Group((wording(text, language),), "kr-si"), (), DAY)
    assert yaml.safe_load(drafted.yaml)[0]["id"] == drafted.id


def test_the_check_complains_of_a_draft_only_where_it_is_to_be_filled_in(tmp_path: Path) -> None:
    folder = write_small(tmp_path)
    too_long = "Pourquoi " + "très " * 100 + "?"
    group = Group((wording("Quels sont les horaires de la piscine ?"), wording(too_long), wording("???")), "fr-commune")
    drafted = drafting.draft(group, (), DAY)
    (folder / "cards" / "draft.yaml").write_text(drafted.yaml, "utf-8")
    lines = drafted.yaml.splitlines()
    faults = check(folder, DAY).faults
    assert faults and {fault.path for fault in faults} == {"cards/draft.yaml"}
    for fault in faults:
        assert "TODO" in lines[fault.line - 1] or lines[fault.line - 1].endswith(":"), str(fault)


def test_a_list_is_remembered_without_its_texts_and_found_again() -> None:
    groups = (Group(tuple(distinct(POOL)), "fr-commune"), Group(tuple(distinct(COMPLAINT))))
    text = drafting.written(groups)
    assert not any(each.text in text for each in (*POOL, *COMPLAINT))
    first, second = drafting.read(text)
    assert drafting.regrouped(first, [*COMPLAINT, *POOL]) == groups[0]
    assert drafting.regrouped(second, POOL) is None
    assert drafting.read("") == ()
