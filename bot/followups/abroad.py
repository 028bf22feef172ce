"""A conversation that turns to another country: what is told of ours is no answer to "and how many in Québec?"."""

from __future__ import annotations

from bot.answer import Decision
from bot.subject import Subject
from bot.words.abroad import foreign
from bot.words.question import Question
from knowledge.library import Library
from knowledge.text import Language


def leaves_it(read: Decision, question: Question, library: Library) -> bool:
    """Tell whether a question names another country, or a land or city of one, that what it gets does not tell of."""
    named = frozenset() if question.places else foreign(question.text, library.scope.guards.countries)
    return bool(named) and not all(_tells_of(subject, named, question.language, library) for subject in read.subjects)


def _tells_of(subject: Subject, named: frozenset[str], language: Language, library: Library) -> bool:
    if subject.kind == "card":
        told = library.cards[subject.ids[0]].answer[language]
    elif subject.kind == "contact":
        body = library.contacts[subject.ids[0]]
        told = f"{body.names[language]} {body.purpose[language]}"
    else:
        return False
    return named <= foreign(told, library.scope.guards.countries)
