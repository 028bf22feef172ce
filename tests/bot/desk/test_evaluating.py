from __future__ import annotations

from pathlib import Path

import pytest

from bot.desk.evaluating import changes, evaluate, plot, read_questions, save, summary
from bot.errors import SettingsError
from index.evaluation import report
from index.snapshot import Snapshot
from knowledge.text import ungrouped

LINES = """\
{"id": "1", "lang": "fr", "question": "Qui désigne le préfet ?", "cards": ["fr-prefet"]}
{"id": "2", "lang": "en", "question": "Who runs a Korean county, a gun?", "cards": ["kr-gun"]}

{"id": "3", "lang": "ko", "question": "오늘 날씨 어때요?", "out_of_scope": true}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    questions = tmp_path / "questions.jsonl"
    questions.write_text(LINES, "utf-8")
    return questions


def test_labelled_questions_are_asked_and_summed_up(small: Snapshot, file: Path) -> None:
    outcomes = evaluate(read_questions(file), small)
    assert [o.verdict for o in outcomes] == ["right", "right", "right"]
    lines = summary(report(outcomes))
    assert lines[0].startswith("in scope             2 questions  right 100.0%")
    assert lines[1].startswith("out of scope         1 questions  right 100.0%")


def test_a_text_that_must_stand_in_the_answer_is_looked_for(small: Snapshot, tmp_path: Path) -> None:
    file = tmp_path / "q.jsonl"
    line = LINES.splitlines()[0]
    file.write_text(line[:-1] + ', "contains": "1800"}\n' + line[:-1] + ', "contains": "1801"}\n', "utf-8")
    assert [o.verdict for o in evaluate(read_questions(file), small)] == ["right", "wrong"]


@pytest.mark.parametrize(
    ("answer", "wanted", "verdict"),
    [
        ("Population : 334\u202f360 habitants", "334360", "right"),
        ("인구: 334,360명", "334360", "right"),
        ("334.360 inhabitants", "334 360", "right"),
        ("en 2026, 334 communes", "2026334", "wrong"),
    ],
)
def test_numbers_are_compared_without_the_signs_that_group_them(answer: str, wanted: str, verdict: str) -> None:
    assert (ungrouped(wanted) in ungrouped(answer)) == (verdict == "right")


def test_what_changed_against_a_saved_run_is_told(small: Snapshot, file: Path, tmp_path: Path) -> None:
    outcomes = evaluate(read_questions(file), small)
    saved = tmp_path / "saved.jsonl"
    save(outcomes, saved)
    assert changes(outcomes, saved) == []
    saved.write_text(saved.read_text("utf-8").replace('"verdict": "right"', '"verdict": "wrong"', 1), "utf-8")
    assert changes(outcomes, saved) == ["1: wrong -> right  Qui désigne le préfet ?"]


def test_both_diagrams_are_drawn_as_png(small: Snapshot, file: Path, tmp_path: Path) -> None:
    for path in plot(evaluate(read_questions(file), small), tmp_path / "plots"):
        assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("{", ":1: "),
        ('{"id": "1", "lang": "fr", "question": "?"}', ":1: either acceptable ids, or out_of_scope"),
        ('\n{"id": "1"}', ":2: "),
    ],
)
def test_a_faulty_line_is_named(tmp_path: Path, content: str, named: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=named):
        read_questions(file)


@pytest.mark.parametrize("name", ["tune", "test", "tune_out", "test_out", "places_tune"])
def test_the_question_files_of_the_project_can_be_read_and_name_cards_that_stand(name: str) -> None:
    from tests.small import shipped_cards

    questions = read_questions(Path(__file__).parents[2] / "questions" / f"{name}.jsonl")
    assert len(questions) >= 150
    assert len({q.id for q in questions}) == len(questions)
    assert {card for q in questions for card in q.cards} <= set(shipped_cards())
