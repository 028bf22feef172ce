"""What curators are told of a reload or a change of files, as plain text. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot.catalogue import say
from bot.desk.editing import Changes
from bot.desk.knowledge_history import Entry
from bot.desk.previewing import Preview
from bot.messenger.reloading import Reloaded
from bot.sheets.writing import dated, number
from knowledge.text import Language

MOST_IDS = 20
MOST_WARNINGS = 10


def of_reload(reloaded: Reloaded, language: Language) -> str:
    """Return what a reload did, or why it did nothing; the faults themselves are told apart."""
    if reloaded.faults:
        return say("curating-faults", language, count=number(len(reloaded.faults), language))
    if reloaded.failure:
        return say("curating-reload-failed", language, reason=reloaded.failure)
    done = say(
        "curating-reloaded",
        language,
        cards=number(reloaded.cards, language),
        seconds=number(reloaded.seconds, language),
        **_counts(reloaded.changes, language),
    )
    contacts = [say("curating-contacts", language, **_counts(reloaded.contacts, language))]
    return "\n".join([done, *ids(reloaded.changes, language), *(contacts if reloaded.contacts.any else [])])


def of_upload(preview: Preview, language: Language) -> str:
    """Return what a file that was sent would change, and the question whether it shall."""
    return "\n\n".join([_of_preview(preview, language), say("curating-upload-question", language)])


def of_rollback(entry: Entry, preview: Preview, language: Language) -> str:
    """Return what taking back a replacement would change, and the question whether it shall be."""
    key = "curating-removal-question" if entry.before is None else "curating-rollback-question"
    question = say(key, language, path=entry.path, date=moment(entry, language))
    return "\n\n".join([_of_preview(preview, language), question])


def moment(entry: Entry, language: Language) -> str:
    """Return when a replacement was made."""
    return f"{dated(entry.at.date().isoformat(), language)}, {entry.at:%H:%M} UTC"


def ids(changes: Changes, language: Language) -> list[str]:
    """Return a line for each kind of change there is, with the first ids."""
    kinds = (("added", changes.added), ("changed", changes.changed), ("removed", changes.removed))
    return [say(f"curating-{kind}", language, ids=_few(found, ", ", MOST_IDS)) for kind, found in kinds if found]


def detail(path: str, changes: Changes) -> str:
    """Return a change for the journal."""
    counts = f"+{len(changes.added)} ~{len(changes.changed)} -{len(changes.removed)}"
    return f"{path} {counts}".strip()


def _of_preview(preview: Preview, language: Language) -> str:
    counts = _counts(preview.changes, language)
    head = say("curating-preview", language, path=preview.path, cards=number(preview.cards, language), **counts)
    lines = [head, *ids(preview.changes, language)]
    if preview.warnings:
        lines.append(say("curating-warnings", language, count=number(len(preview.warnings), language)))
        lines.append(_few(preview.warnings, "\n", MOST_WARNINGS))
    return "\n".join(lines)


def _counts(changes: Changes, language: Language) -> dict[str, str]:
    return {
        "added": number(len(changes.added), language),
        "changed": number(len(changes.changed), language),
        "removed": number(len(changes.removed), language),
    }


def _few(texts: Sequence[str], between: str, most: int) -> str:
    more = [f"… (+{len(texts) - most})"] if len(texts) > most else []
    return between.join([*texts[:most], *more])
