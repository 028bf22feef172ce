"""What the knowledge would be with one file put in or taken out.

`python -m bot.desk.previewing` takes a request and gives a preview: a process of its own, since reading all cards takes
seconds, and what somebody sent may take longer still.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from bot.desk.editing import Changes, compare, destination, kind_of, plain_name
from bot.errors import EditError
from knowledge.cards import Card, Identified
from knowledge.contacts import Contact
from knowledge.errors import KnowledgeError
from knowledge.library import check, fingerprint
from knowledge.reading import Reading, read_items, relative_files
from knowledge.shelves import ALL, YAML


class Request(BaseModel):
    """A knowledge folder and, where one file is to change, its content (None: removed) and its path or sent name."""

    model_config = ConfigDict(frozen=True)

    folder: Path
    name: str | None = None
    path: str | None = None
    content: str | None = None


class Preview(BaseModel):
    """What the change does. Faults are those of the whole folder, warnings those of the file; both in their lines.

    `fingerprint` is that of the folder before the change. `refusal` is the catalogue's sentence where the file has no
    place in the folder, otherwise blank.
    """

    model_config = ConfigDict(frozen=True)

    path: str = ""
    fingerprint: str = ""
    cards: int = 0
    changes: Changes = Changes()
    faults: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    refusal: str = ""
    same: bool = False
    """Whether the file stands there already, to the byte."""


def preview(request: Request) -> Preview:
    """Return what a change would do to a folder, which is left as it is."""
    try:
        found = fingerprint(request.folder)
        path = request.path or (_path(request) if request.name is not None else "")
        with tempfile.TemporaryDirectory(prefix="guichet-") as scratch:
            overlay = Path(scratch) / "knowledge"
            _lay_over(request.folder, overlay, path, request.content)
            changes = _changes(request.folder / path, overlay / path, path) if path else Changes()
            try:
                report = check(overlay)
            except KnowledgeError as error:
                raise KnowledgeError(str(error).replace(str(overlay), str(request.folder))) from None
    except EditError as error:
        return Preview(refusal=error.key)
    except KnowledgeError as error:
        return Preview(faults=(str(error),))
    current = request.folder / path
    return Preview(
        path=path,
        same=request.content is not None and current.is_file() and current.read_bytes() == request.content.encode(),
        fingerprint=found,
        cards=len(report.library.cards) if report.library is not None else 0,
        changes=changes,
        faults=tuple(str(fault) for fault in report.faults),
        warnings=tuple(str(warning) for warning in report.warnings if warning.path == path),
    )


def _path(request: Request) -> str:
    """Return where a file that was sent goes; raise EditError where it is neither of cards nor of contacts."""
    name = plain_name(request.name or "")
    with tempfile.TemporaryDirectory(prefix="guichet-") as scratch:
        file = Path(scratch) / "sent.yaml"
        file.write_text(request.content or "", "utf-8", newline="")
        reading = read_items(file, name, Card)
    kind = kind_of(entry.value for entry in reading.entries)
    if kind is None and reading.parsed:
        raise EditError("curating-no-place")
    ids = [id for entry in reading.entries if (id := entry.text("id")) is not None]
    return destination(name, kind or "cards", ids, [path for _, path in relative_files(request.folder, YAML)])


def _lay_over(folder: Path, overlay: Path, path: str, content: str | None) -> None:
    """Make a folder of links to the files of another, but for the one that changes."""
    for file, relative in relative_files(folder, ALL):
        if relative != path:
            (overlay / relative).parent.mkdir(parents=True, exist_ok=True)
            (overlay / relative).symlink_to(file.resolve())
    overlay.mkdir(exist_ok=True)
    if path and content is not None:
        (overlay / path).parent.mkdir(parents=True, exist_ok=True)
        (overlay / path).write_text(content, "utf-8", newline="")


def _changes(before: Path, after: Path, path: str) -> Changes:
    """Return what becomes of the cards or contacts of a file."""
    kind: type[Identified] = Contact if path.startswith("contacts/") else Card
    readings: list[Reading[Identified]] = [
        read_items(file, path, kind) if file.is_file() else Reading((), (), (), parsed=True) for file in (before, after)
    ]
    old, new = ({located.item.id: located.item for located in reading.items} for reading in readings)
    return compare(old, new)


def main() -> None:
    """Read a request from standard input and print its preview, both as JSON."""
    request = Request.model_validate_json(sys.stdin.buffer.read())
    sys.stdout.write(preview(request).model_dump_json() + "\n")


if __name__ == "__main__":
    main()
