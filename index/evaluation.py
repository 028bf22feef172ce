"""How good the answers to labelled questions were: shares, confusions, calibration, risk against coverage. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

BINS = 10
"""Equal-width bins of confidence for the reliability diagram and the expected calibration error."""


@dataclass(frozen=True)
class Outcome:
    """One labelled question and what came back.

    `wanted` holds the ids of which one suffices (cards, places, contacts); empty: out of scope. `got` holds the ids
    answered, cards first. `status` is the answer's. `topic` is that of the first card wanted, or the kind of question.
    """

    id: str
    question: str
    language: str
    topic: str
    wanted: frozenset[str]
    status: str
    got: tuple[str, ...]
    answer_language: str
    confidence: float

    @property
    def in_scope(self) -> bool:
        """Whether there is something right to answer."""
        return bool(self.wanted)

    @property
    def verdict(self) -> str:
        """right, wrong, refused or asked: what became of the question.

        Refusing what is out of scope is right, and so is asking back between readings that are all wanted (Goseong).
        """
        if self.status == "answered":
            return "right" if self.wanted & set(self.got) else "wrong"
        if self.status == "clarify":
            return "right" if len(self.got) > 1 and self.wanted >= set(self.got) else "asked"
        return "refused" if self.in_scope else "right"


@dataclass(frozen=True)
class Tally:
    """How a group of questions fared; shares are of all its questions."""

    questions: int
    right: int
    wrong: int
    refused: int
    asked: int

    @property
    def share_right(self) -> float:
        """The share of all questions that went right, 0 where there are none."""
        return self.right / self.questions if self.questions else 0.0


@dataclass(frozen=True)
class Report:
    """What a set of outcomes shows; groups are sorted by name.

    `calibration_error` is the expected calibration error of the confidence of questions that reached a ranking, as the
    probability that the best candidate is right. `confusions` pair the wanted and the given id with how often.
    """

    in_scope: Tally
    out_of_scope: Tally
    language_right: float
    by_language: dict[str, Tally]
    by_topic: dict[str, Tally]
    confusions: tuple[tuple[str, str, int], ...]
    calibration_error: float


def report(outcomes: Sequence[Outcome]) -> Report:
    """Summarise outcomes, one or more."""
    inside = [o for o in outcomes if o.in_scope]
    confused = Counter((min(o.wanted), o.got[0]) for o in inside if o.verdict == "wrong" and o.got)
    matching = [o.answer_language == o.language for o in outcomes if o.language in ("fr", "ko", "en")]
    return Report(
        in_scope=tally(inside),
        out_of_scope=tally([o for o in outcomes if not o.in_scope]),
        language_right=sum(matching) / len(matching) if matching else 1.0,
        by_language=_grouped(inside, lambda o: o.language),
        by_topic=_grouped(outcomes, lambda o: o.topic),
        confusions=tuple((*pair, count) for pair, count in confused.most_common()),
        calibration_error=calibration_error(outcomes),
    )


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count the verdicts of a group."""
    counts = Counter(outcome.verdict for outcome in outcomes)
    return Tally(sum(counts.values()), counts["right"], counts["wrong"], counts["refused"], counts["asked"])


def _grouped(outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> dict[str, Tally]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome), []).append(outcome)
    return {name: tally(groups[name]) for name in sorted(groups)}


def ranked(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Return the outcomes that come with a candidate and its confidence: courtesy and unread messages have none."""
    return [o for o in outcomes if o.got and o.status in ("answered", "unknown", "clarify")]


def reliability(outcomes: Sequence[Outcome]) -> list[tuple[float, float, int]]:
    """Return for each bin that has questions: mean confidence, share whose best candidate is right, and how many."""
    found = ranked(outcomes)
    confidence = np.array([o.confidence for o in found])
    right = np.array([o.got[0] in o.wanted for o in found])
    bins = np.minimum((confidence * BINS).astype(int), BINS - 1)
    return [
        (float(confidence[bins == b].mean()), float(right[bins == b].mean()), int((bins == b).sum()))
        for b in range(BINS)
        if (bins == b).any()
    ]


def calibration_error(outcomes: Sequence[Outcome]) -> float:
    """Return the expected calibration error: the mean gap between confidence and share right, weighed by bin."""
    bins = reliability(outcomes)
    total = sum(count for _, _, count in bins)
    return sum(abs(confidence - right) * count for confidence, right, count in bins) / total if total else 0.0


def risk_coverage(outcomes: Sequence[Outcome]) -> list[tuple[float, float]]:
    """Return (coverage, risk) as the threshold falls: the share of questions answered, and of those the wrong ones."""
    found = sorted(ranked(outcomes), key=lambda o: -o.confidence)
    wrong = np.cumsum([o.got[0] not in o.wanted for o in found])
    return [((n + 1) / len(outcomes), float(wrong[n]) / (n + 1)) for n in range(len(found))]
