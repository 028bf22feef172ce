"""Files that last: synced to the disk, and told apart by the hash of their content."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from pathlib import Path


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal; raise OSError if it cannot be read."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def replace(path: Path, data: bytes) -> None:
    """Give a file this content at once: a crash at any point leaves the old content or the new, never a part.

    Raises OSError if that fails; the old content then stays.
    """
    aside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    try:
        aside.write_bytes(data)
        if path.exists():
            shutil.copymode(path, aside)
        sync(aside)
        aside.rename(path)
    finally:
        aside.unlink(missing_ok=True)
    sync(path.parent)


def sync(path: Path) -> None:
    """Have a file or folder written to the disk before returning; raise OSError if that fails."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
