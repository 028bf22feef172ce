from __future__ import annotations

import pytest

from index.evaluation import Outcome, calibration_error, reliability, report, risk_coverage


def outcome(
    status: str, wanted: str = "a", got: str = "a", confidence: float = 0.9, topic: str = "levels", language: str = "fr"
) -> Outcome:
    return Outcome(
        id="1",
        question="?",
        language=language,
        topic=topic,
        wanted=frozenset(wanted.split()),
        status=status,
        got=tuple(got.split()),
        answer_language="fr",
        confidence=confidence,
    )


@pytest.mark.parametrize(
    ("found", "verdict"),
    [
        (outcome("answered"), "right"),
        (outcome("answered", wanted="b a"), "right"),
        (outcome("answered", wanted="b"), "wrong"),
        (outcome("unknown"), "refused"),
        (outcome("clarify"), "asked"),
        (outcome("clarify", got="a b"), "asked"),
        (outcome("clarify", wanted="b a c", got="a b"), "right"),
        (outcome("unknown", wanted=""), "right"),
        (outcome("courtesy", wanted="", got=""), "right"),
        (outcome("unsupported_language", wanted="", got=""), "right"),
        (outcome("answered", wanted=""), "wrong"),
        (outcome("clarify", wanted=""), "asked"),
    ],
)
def test_a_verdict_follows_from_what_was_wanted_and_given(found: Outcome, verdict: str) -> None:
    assert found.verdict == verdict


def test_a_report_counts_by_scope_language_topic_and_confusion() -> None:
    found = report(
        [
            outcome("answered"),
            outcome("answered", wanted="b", language="ko"),
            outcome("unknown", topic="state"),
            outcome("unknown", wanted="", topic="small-talk"),
        ]
    )
    assert (found.in_scope.questions, found.in_scope.right, found.in_scope.wrong, found.in_scope.refused) == (
        3,
        1,
        1,
        1,
    )
    assert found.out_of_scope.share_right == 1.0
    assert set(found.by_language) == {"fr", "ko"}
    assert set(found.by_topic) == {"levels", "state", "small-talk"}
    assert found.confusions == (("b", "a", 1),)
    assert found.language_right == 0.75


def test_confidence_that_is_the_share_right_has_no_calibration_error() -> None:
    outcomes = [outcome("answered", wanted="a" if n < 8 else "b", confidence=0.8) for n in range(10)]
    assert calibration_error(outcomes) == pytest.approx(0)
    assert reliability(outcomes) == [(pytest.approx(0.8), pytest.approx(0.8), 10)]


def test_overconfidence_is_the_calibration_error() -> None:
    outcomes = [outcome("answered", wanted="b", confidence=0.9) for _ in range(4)]
    assert calibration_error(outcomes) == pytest.approx(0.9)


def test_risk_grows_with_coverage_where_the_sure_ones_are_right() -> None:
    outcomes = [outcome("answered", confidence=0.9), outcome("answered", wanted="b", confidence=0.2)]
    assert risk_coverage(outcomes) == [(0.5, 0.0), (1.0, 0.5)]
