"""What can go wrong on the way from a person to an answer.

GuichetError            (knowledge.errors)
├── SettingsError       a settings file or environment variable that cannot be used
├── EditError           a change of the knowledge from the chat that is not made
├── BackupError         a backup that cannot be written, or is not restored
└── BenchError          a figure that cannot be measured
"""

from __future__ import annotations

from knowledge.errors import GuichetError


class SettingsError(GuichetError):
    """A setting cannot be used; the message names the file or variable and the mend."""


class EditError(GuichetError):
    """A change is not made; `key` names the catalogue's sentence that says why, `values` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


class BackupError(GuichetError):
    """A backup is not written or not restored; the message names the file, why, and the mend."""


class BenchError(GuichetError):
    """A figure cannot be measured; the message says what did not go as it must."""
