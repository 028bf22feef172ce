"""Follow-ups that narrow what a table just told: the same unit beyond a size or on average, one more place compared.

"How many gun in Gyeongbuk? - Any over 50,000?", "Combien de communes dans le Gard ? - Et la moyenne d'habitants ?",
"Is Uzès in the Gard? - And Alès?", 대구하고 인천 중 어디가 커요? - 부산은?
"""

from __future__ import annotations

from dataclasses import replace

from bot.alone.overall import says_no_more
from bot.subject import Subject
from bot.tables.intents import AVERAGE, BEYOND, COMPARED, DIVIDED, EXTREMES, LIST_OVERALL, SAME_ABOVE
from bot.tables.table_intent import OVERALL, read
from bot.words import bound, top, units
from bot.words.question import Question
from bot.words.wording_on import asks_nothing_else
from knowledge.places import CITIES, Gazetteer
from knowledge.text import blanked


def of_the_unit_counted(question: Question, last: Subject | None) -> Subject | None:
    """Return the places of the unit just counted beyond a size, or their average; None where more is said or named."""
    if last is None or last.kind != "table" or question.names_any or question.countries:
        return None
    if not last.intent.startswith((*DIVIDED, *EXTREMES, LIST_OVERALL)) or units.found_in(question.text):
        return None
    told = read(last.intent)
    limit, averages = bound.bound(question.text), top.averages(question.text)
    text = top.without_averages(question.text) if averages else question.text
    if not told.unit or ":" in told.unit or (limit is None) is not averages or not _says_no_more(text, question):
        return None
    average = f"{AVERAGE}{OVERALL}" if told.table.endswith(OVERALL) else AVERAGE
    narrowed = replace(told, table=average if averages else BEYOND, bound=limit, shown=0, rank=0)
    return replace(last, intent=narrowed.written())


def _says_no_more(text: str, question: Question) -> bool:
    """Tell whether what is left of a question speaks of nothing but a number of inhabitants and those just told."""
    if says_no_more(text):
        return True
    limit = bound.located(text)
    rest = blanked(text, *limit[1:]) if limit else text
    return asks_nothing_else(replace(question, text=rest), "their_population", "among_them")


def with_one_more(question: Question, last: Subject | None, gazetteer: Gazetteer) -> Subject | None:
    """Return what was told of two places of the one now named: whether it lies there too, or how it compares.

    None where a question names another kind of place, several, or says anything else.
    """
    if last is None or last.kind != "table" or len(last.ids) < 2 or (new := question.only_place) is None:
        return None
    if question.contacts or question.countries or new in last.ids or not asks_nothing_else(question):
        return None
    kind, kinds = gazetteer[new].kind, [gazetteer[id].kind for id in last.ids]
    if last.intent.startswith(COMPARED) and _alike(kind, kinds):
        return replace(last, ids=(*last.ids, new))
    inner, *outer = kinds
    if last.intent.startswith(SAME_ABOVE) and len(outer) == 1 and kind == inner and not _alike(inner, outer):
        return replace(last, ids=(new, last.ids[1]))
    return None


def _alike(kind: str, others: list[str]) -> bool:
    """Tell whether places of a kind may be compared with some others: cities, or those of the same kind."""
    return all(kind == other or {kind, other} <= {*CITIES} for other in others)
