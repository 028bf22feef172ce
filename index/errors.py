"""What can go wrong when the index is made or asked, as messages for people.

GuichetError
├── StoreError          an index version is missing or damaged, or the state folder cannot be written
├── ModelError          the embedding model is missing, not the expected one, or cannot be prepared or opened
└── VectorCacheError    the vectors on disk cannot be read or written (encoding goes on without them)
"""

from __future__ import annotations

from knowledge.errors import GuichetError


class StoreError(GuichetError):
    """The index cannot be written or read; the message names the version or the file, and the reason."""


class ModelError(GuichetError):
    """The embedding model cannot be used; the message says which one, why, and what to set or install."""


class VectorCacheError(GuichetError):
    """The vectors kept on disk cannot be read or written; the message names the file and the reason."""
