"""A cards file as an editor changes it: a card added at its end, and the file never left half-written."""

from __future__ import annotations

import tempfile
from pathlib import Path

from index.durable import replace
from knowledge.cards import Card
from knowledge.errors import KnowledgeError
from knowledge.reading import Reading, read_items, relative_files
from knowledge.shelves import CARDS


def add(file: Path, id: str, text: str) -> None:
    """Add a card, written as an item of a list, at the end of a cards file, which is made if it is not there.

    Raises KnowledgeError where the id is taken by another card of the knowledge folder, the file is not a list of cards
    as it stands, or it cannot be written; nothing has changed then.
    """
    try:
        before = file.read_bytes() if file.exists() else b""
        taken = _where(id, file)
    except OSError as error:
        raise KnowledgeError(f"{error.filename}: cannot be read ({error.strerror})") from error
    if taken is not None:
        raise KnowledgeError(f"`{id}` is there already: {taken}; ids are unique, choose another")
    gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
    after = before + gap + text.encode()
    if _parsed(after) != _parsed(before) + 1:
        raise KnowledgeError(
            f"{file}: no card can be added at its end: it is no list of cards that each begin with `- id:` at the "
            "margin; run `guichet check`, or print the card without --into and put it in by hand"
        )
    write(file, after)


def write(file: Path, content: bytes) -> None:
    """Give a file a content at once; raise KnowledgeError where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        replace(file, content)
    except OSError as error:
        raise KnowledgeError(f"{file}: cannot be written ({error.strerror})") from error


def _where(id: str, file: Path) -> str | None:
    """Return the place of the card of this id in the folder the file is of, or in the file if it is of none."""
    folder = next((parent.parent for parent in file.resolve().parents if parent.name == "cards"), None)
    files = relative_files(folder, CARDS) if folder is not None else [(file, str(file))] if file.exists() else []
    for each, path in files:
        for entry in read_items(each, path, Card).entries:
            if entry.text("id") == id:
                return f"{path}:{entry.position[('id',)][0]}"
    return None


def _parsed(content: bytes) -> int:
    """Return how many cards, filled in or not, a content has; -1 where it cannot be read as a list."""
    if not content.strip():
        return 0
    with tempfile.NamedTemporaryFile(suffix=".yaml") as aside:
        aside.write(content)
        aside.flush()
        reading: Reading[Card] = read_items(Path(aside.name), "cards.yaml", Card)
    return len(reading.entries) if reading.parsed else -1
