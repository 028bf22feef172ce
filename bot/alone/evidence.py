"""What speaks for the answers to a question as it stands by itself: what it asks of what it names, and the rankings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bot.alone import overall
from bot.alone.apart import below_but_for
from bot.alone.asked_of import Named
from bot.alone.by_ranking import CARD_CERTAIN
from bot.alone.coordinated import asked_together, stands_in_sheet
from bot.alone.distributed import of_each
from bot.alone.guards import Elsewhere, Guard
from bot.alone.named import Floats, ask_named
from bot.alone.of_country import of_country
from bot.alone.outranked import left_to_cards
from bot.alone.ranked_within import rank_asked, ranked_within
from bot.alone.summed import summed
from bot.catalogue import say
from bot.composing import content
from bot.subject import Subject
from bot.words import courtesy
from bot.words.chat import plain
from bot.words.masking import replaced
from bot.words.question import Question
from index.ranking.ranker import Ranking
from index.snapshot import Snapshot
from knowledge.countries import CODES
from knowledge.places import KOREAN_PROVINCES

_LIKE = {
    **{kind: kind for kind in ("departement", "region", "kr-gun", "kr-gu")},
    **dict.fromkeys(KOREAN_PROVINCES, "kr-province"),
}
"""What a place of a kind is some one of, where it is but the case; of any other, a town of its country."""


@dataclass(frozen=True)
class Evidence:
    """A question with what it asks of what it `named`, and the `ranking` of the cards and bodies that `guard` lets by.

    `text` is the question without polite words, `masked` that with its names masked, each with its vector (dimension,).
    """

    question: Question
    snapshot: Snapshot
    today: date
    text: str
    vector: Floats
    masked: str
    masked_vector: Floats
    named: Named
    guard: Guard
    ranking: Ranking

    @property
    def foreign(self) -> bool:
        """Whether a third country is named: no sheet, table or line is about one."""
        return bool(self.guard.foreign)

    @cached_property
    def kept_back(self) -> bool:
        """Whether a place that is named kept any of the likely cards and bodies from being ranked."""
        return "place" in self.guard.reasons(self.ranking.barred)

    @cached_property
    def at_large(self) -> Ranking:
        """The ranking as if the places named ruled out nothing: one may be where it happens, not what is asked about.

        It costs what a question costs, and few need it.
        """
        return _of_some_town(self.question, self.snapshot) if self.named.case else self.unbarred

    @cached_property
    def unbarred(self) -> Ranking:
        """The ranking of the question as it is asked, but the places named rule out nothing."""
        question, snapshot = self.question, self.snapshot
        elsewhere, guard = Elsewhere(question, snapshot), Guard(question, snapshot, places=False)
        return snapshot.general.rank(self.text, self.vector, question.language, left_out=elsewhere, barred=guard)

    def holds(self, subject: Subject) -> bool:
        """Tell whether there is anything to say of a subject."""
        return content(subject, self.question.language, self.snapshot, self.today) is not None


def gather(question: Question, snapshot: Snapshot, today: date) -> Evidence:
    """Return what speaks for the answers to a question, what it names taken as named."""
    text = plain(courtesy.asked(question.text))
    names_any = question.names_any
    texts = [text, plain(question.asked)] if names_any else [text]
    vectors = snapshot.model.encode(texts, "query")
    masked, vector = texts[-1], vectors[-1]
    # A list of a whole country comes first: the places beside it are not asked about, whatever would be read of them.
    countrywide = of_country(question, snapshot.library.gazetteer)
    read = None
    if countrywide is not None:
        named = countrywide
    elif names_any:
        read = rank_asked(question, snapshot.library) or below_but_for(question, snapshot)
        read = read or of_each(question, snapshot)
        named = read or ask_named(question, masked, vector, snapshot)
        named = summed(named, question, snapshot.library.gazetteer)
        read = read or ranked_within(question, named, snapshot.general.threshold, snapshot.library)
        named = read or named
    else:
        named = overall.bounded(question)
    guard = Guard(question, snapshot, case=named.case)
    if guard.foreign:  # "which Italian city is Tours twinned with": no sheet is about a third country
        named = Named(asked=named.asked)
    elsewhere = Elsewhere(question, snapshot)
    ranking = snapshot.general.rank(text, vectors[0], question.language, left_out=elsewhere, barred=guard)
    # What nothing is read of as a whole is rarely several things of a place, and to look costs as much as a question.
    alone = not guard.foreign and countrywide is None and read is None
    if alone and (named.subjects or ranking.confidence < CARD_CERTAIN):
        to_cards = not named.subjects or left_to_cards(named, ranking, question, snapshot)
        together = asked_together(question, masked, named, snapshot)
        if together and (ranking.confidence < CARD_CERTAIN or not to_cards or stands_in_sheet(together)):
            named = together
    return Evidence(question, snapshot, today, text, vectors[0], masked, vector, named, guard, ranking)


def _of_some_town(question: Question, snapshot: Snapshot) -> Ranking:
    """Rank a question with some town of its country, or some other place of its kind, in place of each place named.

    "a delegate fainted at a hotel in Nancy, which number?" is asked of a French town.
    """
    places = [snapshot.library.gazetteer[mention.places[0]] for mention in question.places]
    towns = [say(f"place-some-{_LIKE.get(place.kind, place.country)}", question.language) for place in places]
    named = question.countries | {CODES[place.country] for place in places}
    general = replace(
        question, text=replaced(question.text, zip(question.places, towns, strict=True)), places=(), countries=named
    )
    text = courtesy.asked(general.text)
    vector = snapshot.model.encode([text], "query")[0]
    return snapshot.general.rank(
        text, vector, question.language, left_out=Elsewhere(general, snapshot), barred=Guard(general, snapshot)
    )
