"""Which updates were handled: a short file, so that a process that dies answers no question twice.

A line an event: `12-ab s` the answer to update 12-ab was handed to the network, `12-ab u` it was refused there,
`12-ab d` it is done with. Telegram may number updates anew, so an update goes by its number and what it is.
One that was begun and never done with when the process died may have been answered: it is given up.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TextIO

KEPT = 5_000
"""Updates remembered; Telegram repeats far fewer."""
_LOG = logging.getLogger(__name__)

State = Literal["begun", "done"]
_STATES: dict[str, State] = {"s": "begun", "d": "done"}


class Ledger:
    """The updates handled last, on disk. A ledger that cannot be written works on in memory and says so once."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._states = _read(file)
        self.doubtful = [update for update, state in self._states.items() if state == "begun"]
        self._out: TextIO | None = None
        self._failed = False
        self._open()

    def state(self, update: str) -> State | None:
        """Return how far an update got, None if it is new."""
        return self._states.get(update)

    def begin(self, update: str) -> None:
        """Note that an answer is handed to the network now."""
        if self._states.get(update) is None:
            self._states[update] = "begun"
            self._write(update, "s")

    def refused(self, update: str) -> None:
        """Note that the answer certainly did not arrive."""
        if self._states.get(update) == "begun":
            del self._states[update]
            self._write(update, "u")

    def finish(self, update: str) -> None:
        """Note that an update is done with."""
        self._states.pop(update, None)
        self._states[update] = "done"
        self._write(update, "d")
        if len(self._states) > 2 * KEPT:
            self._states = dict(list(self._states.items())[-KEPT:])
            self._open()

    def close(self) -> None:
        """Close the file."""
        if self._out is not None:
            self._out.close()
            self._out = None

    def _open(self) -> None:
        """Write the file anew, aside, and go on at its end."""
        self.close()
        aside = self._file.with_name(f"{self._file.name}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("w", encoding="utf-8") as out:
                marks = {state: mark for mark, state in _STATES.items()}
                out.writelines(f"{update} {marks[state]}\n" for update, state in list(self._states.items())[-KEPT:])
                out.flush()
                os.fsync(out.fileno())
            aside.replace(self._file)
            self._out = self._file.open("a", encoding="utf-8", buffering=1)
        except OSError as error:
            self._fail(error)

    def _write(self, update: str, mark: str) -> None:
        if self._out is None:
            return
        try:
            # In the hands of the system after each line, so that it outlives the process; a power cut may lose it.
            self._out.write(f"{update} {mark}\n")
        except OSError as error:
            self._fail(error)

    def _fail(self, error: OSError) -> None:
        if not self._failed:
            _LOG.error("%s: cannot be written (%s); a restart may answer again what is asked now", self._file, error)
        self._failed = True


def _read(file: Path) -> dict[str, State]:
    try:
        return _states(file.read_text("utf-8", errors="replace").splitlines())
    except FileNotFoundError:
        return {}
    except OSError as error:
        _LOG.error("%s: cannot be read (%s); what was answered before may be answered again", file, error.strerror)
        return {}


def _states(lines: Iterable[str]) -> dict[str, State]:
    found: dict[str, State] = {}
    for line in lines:
        update, _, mark = line.partition(" ")
        if mark in _STATES or mark == "u":
            found.pop(update, None)
        if mark in _STATES:
            found[update] = _STATES[mark]
    return found
