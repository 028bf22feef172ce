"""How likely a question goes on from the one before, read in one way, rather than standing by itself.

Log odds, linear in what is known of the question and of the reading. `python -m scripts.fit_going_on` fits the weights
on conversations.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from bot.answer import CERTAIN, Decision
from bot.followups.completing import Way
from index.ranking.calibration import log_odds

WAYS: tuple[Way, ...] = get_args(Way)
OF_A_NAME: frozenset[Way] = frozenset({"another", "body", "chosen", "compared", "namesake", "other"})
"""Ways that only a question which names a place or body can be read in."""
_LEAST = 1e-3


@dataclass(frozen=True, slots=True)
class Said:
    """A question after another.

    `words` counts its words, `elliptic` is how likely it asks something only after another, `outside` how likely it is
    out of scope whatever it follows, `unheld` that it asks of the place named what no sheet holds. `covered`: the card
    just shown speaks in its words. `own` is what it gets by itself, if that counts.
    """

    words: int
    elliptic: float
    outside: float
    covered: bool
    own: Decision | None
    unheld: float = 0.0


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to complete it: how sure an answer that gets, and how likely it is then out of scope.

    `repeated`: it gets the answer just given, which the words of the question before bring about whatever is asked.
    """

    way: Way
    confidence: float
    outside: float
    repeated: bool


OF_THE_SAME: frozenset[Way] = frozenset({"same", "named", "office", "seat", "given", "partner", "table", "there"})
"""Ways that ask something of what was spoken of, or of what that led to."""
NAMES = ("bias", "elliptic", "words", "covered", "settled", "own", "outside", "confidence", "repeated",
         "elliptic and repeated", "reading outside", "words, of the same", *WAYS)  # fmt: skip
WEIGHTS: dict[str, float] = {
    "bias": 3.32,
    "elliptic": 0.37,
    "words": -0.72,
    "covered": 1.44,
    "settled": -1.71,
    "own": -0.42,
    "outside": -0.60,
    "confidence": 0.50,
    "repeated": -0.95,
    "elliptic and repeated": 0.15,
    "reading outside": -0.14,
    "words, of the same": -1.56,
    "another": -1.03,
    "body": 1.72,
    "compared": 0.60,
    "counterpart": 2.00,
    "country": -1.06,
    "doubtful": 0.34,
    "given": 0.96,
    "home": 0.61,
    "joined": -1.35,
    "named": -0.35,
    "namesake": 1.13,
    "office": -0.48,
    "other": 0.71,
    "partner": 0.96,
    "same": 1.63,
    "seat": -0.34,
    "swapped": -1.05,
    "table": 2.50,
    "there": 1.20,
    "within": 0.08,
}
_WEIGHTS = np.array([WEIGHTS.get(name, 0.0) for name in NAMES])


def evidence(said: Said, reading: Reading) -> NDArray[np.float64]:
    """Return the values of NAMES (n,) for a question read in one way."""
    elliptic = math.log(said.elliptic + _LEAST)
    settled = said.own is not None and said.own.settled
    values = (
        1.0,
        elliptic,
        math.log(1 + said.words),
        said.covered,
        settled,
        log_odds(said.own.confidence) if said.own is not None and settled else 0.0,
        log_odds(said.outside),
        log_odds(reading.confidence),
        reading.repeated,
        elliptic * reading.repeated,
        log_odds(reading.outside),
        math.log(1 + said.words) * (reading.way in OF_THE_SAME),
        *(way == reading.way for way in WAYS),
    )
    return np.array(values, np.float64)


def likelihood(said: Said, reading: Reading) -> float:
    """Return in log odds how likely a question is meant so."""
    return float(evidence(said, reading) @ _WEIGHTS)


def at_most(said: Said, way: Way, confidence: float = 1.0) -> float:
    """Return in log odds how likely it can be at most that a question is meant in a way, whatever that gets."""
    return max(likelihood(said, Reading(way, confidence, 0.0, repeated)) for repeated in (False, True))


def possible(said: Said, *, names_any: bool, asks_counterpart: bool = False) -> bool:
    """Tell whether any reading could be likelier than that a question stands by itself.

    The question may name something, or ask for what stands in the other country for what was spoken of.
    """
    left_out = (frozenset() if names_any else OF_A_NAME) | (frozenset() if asks_counterpart else {"counterpart"})
    return any(at_most(said, way, CERTAIN) > 0 for way in WAYS if way not in left_out)
