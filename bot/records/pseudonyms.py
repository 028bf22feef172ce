"""Salted hashes in place of the ids of people and chats: the same id gives the same hash, no hash leads back.

Ids are few enough to try them all, so the hashes are keyed (BLAKE2b) with a salt that is made once, kept beside the
database in a file only its owner can read, and never in the database.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from pathlib import Path

SALT_FILE = "journal.salt"
SALT_BYTES = 32
_HASH_BYTES = 16


class Pseudonyms:
    """The hashes under one salt, as hexadecimal text; chats and people never share one."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt

    def chat(self, id: int) -> str:
        """Return the hash of a chat."""
        return self._hash(id, b"chat")

    def person(self, id: int) -> str:
        """Return the hash of a person."""
        return self._hash(id, b"person")

    def _hash(self, id: int, kind: bytes) -> str:
        return hashlib.blake2b(str(id).encode(), digest_size=_HASH_BYTES, key=self._salt, person=kind).hexdigest()


def open_pseudonyms(folder: Path) -> Pseudonyms:
    """Return the hashes under the salt of a folder, which is made if there is none yet.

    Raises OSError where it can be neither read nor made. A new salt is no mend for a damaged one that is only mended
    by hand: what was recorded under the old one would no longer be found by who wants it deleted.
    """
    file = folder / SALT_FILE
    if not file.exists():
        _make(file)
    salt = file.read_bytes()
    if len(salt) != SALT_BYTES:
        raise OSError(
            f"{file}: damaged (not {SALT_BYTES} bytes); bring it back from a copy, or delete it together with the "
            "database to begin anew"
        )
    return Pseudonyms(salt)


def _make(file: Path) -> None:
    """Write a salt aside and give it its name at once; another process that was first keeps its own."""
    file.parent.mkdir(parents=True, exist_ok=True)
    aside = file.with_name(f"{file.name}.{secrets.token_hex(4)}")
    descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as out:
            out.write(secrets.token_bytes(SALT_BYTES))
            out.flush()
            os.fsync(out.fileno())
        try:
            os.link(aside, file)
        except FileExistsError:
            return
    finally:
        aside.unlink(missing_ok=True)
