"""Weights fitted on choices: what tells the right option from the others weighs for it."""

from __future__ import annotations

import numpy as np
import pytest

from scripts.conditional_logit import Choice, fit, is_right, report

NAMES = ("goes on", "elliptic", "words", "covered")

ELLIPTIC, WORDS = NAMES.index("elliptic"), NAMES.index("words")


def _choice(elliptic: float, words: float, *, goes_on: bool) -> Choice:
    read = np.zeros(len(NAMES))
    read[0], read[ELLIPTIC], read[WORDS] = 1.0, elliptic, words
    return Choice(np.stack([np.zeros(len(NAMES)), read]), np.array([not goes_on, goes_on]), in_scope=True)


def test_what_tells_the_right_option_weighs_for_it() -> None:
    random = np.random.default_rng(0)
    found = []
    for _ in range(200):
        elliptic, words = random.normal(), random.normal()
        found.append(_choice(elliptic, words, goes_on=elliptic - 0.5 * words > 0))
    weights = fit(found)
    assert weights[ELLIPTIC] > 1
    assert weights[WORDS] < -0.5
    assert abs(weights[NAMES.index("covered")]) < 1e-6
    assert np.mean([is_right(one, weights) for one in found]) > 0.97


def test_a_choice_without_a_right_option_teaches_nothing() -> None:
    none = Choice(np.zeros((2, len(NAMES))), np.array([False, False]), in_scope=True)
    some = [_choice(1.0, 0.0, goes_on=True), _choice(-1.0, 0.0, goes_on=False)]
    assert np.allclose(fit([*some, none]), fit(some))


def test_the_report_tells_what_comes_out_right_and_the_weight_of_each_evidence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    random = np.random.default_rng(1)
    found = [_choice(value, 0.0, goes_on=value > 0) for value in random.normal(size=80)]
    report(found, NAMES)
    told, nothing, *weights = capsys.readouterr().out.splitlines()
    assert told.startswith("in scope: ")
    assert int(told.split()[2]) >= 76
    assert told.endswith("of 80 right by weights of others; 80 have a right option")
    assert nothing.startswith("out of scope: 0 of 0")
    assert [line.split('"')[1] for line in weights] == [*NAMES]
