"""What a place was before, where a question asks for it: its former name, the communes that were merged into it."""

from __future__ import annotations

from bot.sheets.place_lines import ABOVE, KIND, NAME
from bot.tables.intents import IS_KIND, LIST_BELOW, RULE, SAME_ABOVE, WHICH_ABOVE, WHOLE
from bot.words import units
from bot.words.hierarchy import innermost
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import bare
from knowledge.wordings import whole_words

LINE = "formerly"
"""The line of a sheet that says it; no intent of its own, as it is asked as what a place is or lies in is."""
_ASKED_AS = frozenset({WHOLE, KIND, NAME, ABOVE, WHICH_ABOVE, IS_KIND, LIST_BELOW, SAME_ABOVE})


def formerly(intent: str, question: Question, library: Library) -> str | None:
    """Return the id of the place whose former names are asked for; None where they are not, or there are none.

    Which communes were merged is asked in words so near to those of a rule on mergers that the unit tells.
    """
    merged = intent.startswith(RULE) and units.named_unit(question.masked, question.language) == "commune"
    if not question.places or not (intent in _ASKED_AS or merged) or not _asks(question.masked):
        return None
    inner = innermost([mention.places[0] for mention in question.places], library.gazetteer)
    return inner[0] if len(inner) == 1 and library.gazetteer.former(inner[0]) else None


def _asks(text: str) -> bool:
    return whole_words("bot.texts", "former.tsv", "asked").search(bare(text)) is not None
