"""What a place that exists no more is today, where a message speaks of that: "Côtes-du-Nord, today?", 점촌시 지금은?"""

from __future__ import annotations

from bot.subject import Subject
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import bare
from knowledge.wordings import whole_words

SURELY_UNHELD = 0.95
"""How likely something that no sheet holds is asked, from which its sheet is no answer: the weather there now."""
OUTSIDE = 0.7
"""How likely a question is out of scope, from which its sheet is no answer."""


def former_asked(question: Question, unheld: float, outside: float, library: Library) -> Subject | None:
    """Return the sheet of the one place named where that exists no more and is spoken of as it is today; else None.

    `unheld` and `outside` are how likely what is asked is held nowhere, and out of scope.
    """
    if question.contacts or (only := question.only_place) is None:
        return None
    place = library.gazetteer[only]
    if not place.until or unheld >= SURELY_UNHELD or outside >= OUTSIDE:
        return None
    speaks_of_today = whole_words("bot.texts", "former.tsv", "today").search(bare(question.masked))
    return Subject("place", (place.id,)) if speaks_of_today else None
