"""Takes out of a message what leads to a person, before it is kept: addresses, names, numbers."""

from __future__ import annotations

import re

LONGEST = 1_000
"""Characters of a message that are kept."""
MARK = "[…]"
"""Stands for what was taken out."""

_LEADS_TO_A_PERSON = re.compile(
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+"  # e-mail address
    r"|\b(?:https?://)?(?:t\.me|telegram\.me)/\S+"  # a person's or a chat's page
    r"|@\w{3,}"  # Telegram name
    r"|\+?\d(?:[ .()/-]{0,2}\d){8,}"  # telephone number, however it is grouped
    r"|\d{7,}"  # number of a person or a chat
)


def redacted(text: str) -> str:
    """Return a message without what leads to a person, cut to LONGEST characters, as any database takes it."""
    storable = text.replace("\x00", " ").encode("utf-8", "replace").decode("utf-8")
    return _LEADS_TO_A_PERSON.sub(MARK, storable[: 4 * LONGEST])[:LONGEST]
