"""An intent: a kind of question that a table answers, with the ways people word it.

Where cards are texts, places and partnerships are tables: what is asked of them (the population of a place, the
partners of a city, how many communes a département has) is recognised by its wording with the place's name left out.
"""

from __future__ import annotations

from pydantic import Field

from knowledge.cards import Identified, Phrasings

PLACEHOLDER = "{place}"
"""Stands for a place's name in a phrasing; a second one for a second place."""


class Intent(Identified):
    """One kind of question over the tables.

    placed: its phrasings name a place (each holds the placeholder), or none does. answered: False for what people
    ask of a place that no table holds (its weather, its mayor's age): recognised so that it can be refused.
    """

    placed: bool = Field(strict=True)
    answered: bool = Field(default=True, strict=True)
    questions: Phrasings

    def model_post_init(self, context: object) -> None:
        """Refuse phrasings that name no place in an intent that is placed, and the reverse."""
        for question in (*self.questions.fr, *self.questions.ko, *self.questions.en):
            if (PLACEHOLDER in question) != self.placed:
                wanted = f"each phrasing needs {PLACEHOLDER}" if self.placed else f"no phrasing may have {PLACEHOLDER}"
                raise ValueError(f"placed is {str(self.placed).lower()}, so {wanted}: `{question}`")
