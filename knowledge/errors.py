"""What can go wrong, as messages for people.

GuichetError
└── KnowledgeError      the knowledge folder is missing, unreadable or faulty (its faults are listed)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.document import Fault


class GuichetError(Exception):
    """A failure a person can mend: the message says what is wrong, where, and how."""


class KnowledgeError(GuichetError):
    """The knowledge folder cannot be used; `faults` lists every fault found, in reading order."""

    def __init__(self, message: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(message)
        self.faults = tuple(faults)
