"""Questions without an answer as curators see them: a short list of the most asked groups, and a table of all."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.catalogue import say
from bot.records.grouping import Group
from bot.records.journal_reading import MOST_TEXTS, Activity
from bot.records.spreadsheet import to_csv
from bot.sheets.rendering import day
from bot.sheets.writing import number
from knowledge.library import Library
from knowledge.text import Language

SHOWN = 10
"""Groups that the list shows, the most asked ones."""
LONGEST = 200
"""Characters of a question that the list shows; the table has all of it."""
_COLUMNS = ("group", "in-group", "asked", "language", "text", "last", "nearest", "title")


def listed(groups: Sequence[Group], activity: Activity, since: date, language: Language) -> str:
    """Return the list of the most asked groups since a day, in plain text with a blank line between groups.

    A question in the language stands for its group where there is one.
    """
    heading = say(
        "unanswered-heading",
        language,
        since=day(since, language),
        questions=number(activity.without_answer, language),
        groups=number(len(groups), language),
    )
    if activity.without_answer > len(activity.unanswered):
        heading += "\n" + say("unanswered-newest", language, most=number(MOST_TEXTS, language))
    shown = [_line(place, group, language) for place, group in enumerate(groups[:SHOWN], 1)]
    return "\n\n".join([heading, *shown, say("unanswered-rest", language)])


def table(groups: Sequence[Group], library: Library, language: Language) -> bytes:
    """Return all questions as a CSV file, a wording a line, groups as numbered in the list."""
    rows = [
        (
            place,
            group.asked,
            wording.asked,
            wording.language,
            wording.text,
            wording.last.isoformat(),
            group.nearest or "",
            _title(group.nearest, library, language),
        )
        for place, group in enumerate(groups, 1)
        for wording in group.wordings
    ]
    return to_csv([say(f"unanswered-column-{column}", language) for column in _COLUMNS], rows, language)


def _title(card: str | None, library: Library, language: Language) -> str:
    found = library.cards.get(card or "")
    return found.questions[language][0] if found is not None else ""


def _line(place: int, group: Group, language: Language) -> str:
    own = (wording.text for wording in group.wordings if wording.language == language)
    text = next(own, group.wordings[0].text)
    line = say(
        "unanswered-group",
        language,
        number=place,
        text=" ".join(text.split()) if len(text) <= LONGEST else " ".join(text[:LONGEST].split()) + "…",
        asked=number(group.asked, language),
        languages=", ".join(group.languages),
    )
    return f"{line}\n{say('unanswered-nearest', language, card=group.nearest)}" if group.nearest else line
