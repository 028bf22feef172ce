"""What an examination finds: one part of a set-up, how it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["ok", "warn", "fail"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `guichet doctor`; `mend` is blank where there is nothing to mend."""

    part: str
    verdict: Verdict
    message: str
    mend: str = ""


def ok(part: str, message: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(part, "ok", message)


def warn(part: str, message: str, mend: str) -> Finding:
    """Return a finding of what works, though not as it should."""
    return Finding(part, "warn", message, mend)


def fail(part: str, message: str, mend: str) -> Finding:
    """Return a finding of what keeps Guichet from working."""
    return Finding(part, "fail", message, mend)
