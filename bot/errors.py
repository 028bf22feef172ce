"""What can go wrong on the way from a person to an answer.

GuichetError            (knowledge.errors)
└── SettingsError       a settings file or environment variable that cannot be used
"""

from __future__ import annotations

from knowledge.errors import GuichetError


class SettingsError(GuichetError):
    """A setting cannot be used; the message names the file or variable and the mend."""
