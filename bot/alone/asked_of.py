"""What an intent asks for of the places and bodies that a question names: which line of whose sheet, which table."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.alone.companions import companions
from bot.alone.leading import WHERE
from bot.alone.levels import (
    asks_for_parts,
    asks_for_some,
    asks_its_kind,
    in_its_grouping,
    lies_in_one,
    lists,
    of_other_kinds_offered,
    only_says_its_kind,
    part_asked,
    unit_sought,
    with_its_grouping,
)
from bot.alone.of_its_size import end_at_home, unit_there
from bot.alone.offices import governed_by
from bot.alone.whose_office import is_its_own_seat, names_subprefecture, with_office
from bot.partnerships import partners
from bot.sheets.place_lines import ABOVE, BELOW, POPULATION, PREFECTURE, SEAT, SEATS
from bot.subject import Subject
from bot.tables import narrowing, which
from bot.tables.formerly import LINE, formerly
from bot.tables.intents import (
    BEYOND,
    COMPARED,
    IS_KIND,
    LIST_BELOW,
    PARTNERS,
    PARTNERS_OF,
    RANK,
    RULE,
    SAME_ABOVE,
    SIMILAR,
    TABLE,
    WHICH_ABOVE,
    WHOLE,
)
from bot.tables.table_intent import of_unit, read
from bot.words import ranks, units
from bot.words.across import is_unit_abroad
from bot.words.designation import speaks_of_tie
from bot.words.hierarchy import innermost
from bot.words.kin import COUNTRY_CODE, akin, sits_in
from bot.words.masking import names_state
from bot.words.mentions import (
    asked_about,
    each_meant,
    heads,
    is_seat,
    joined,
    named_by_office,
    of_the_question,
    outer_first,
    set_side_by_side,
    starts_there,
)
from bot.words.question import Question
from bot.words.units_apart import sets_state_aside, without_units_left_out, without_units_taken_in
from bot.words.ways import CALLING, REACHING, ways
from bot.words.wording_on import words
from index.ranking.variants import INTENT, item
from knowledge.contacts import Contact
from knowledge.countries import CODES
from knowledge.library import Library
from knowledge.text import Language, bare
from knowledge.wordings import whole_words

CONTACT_LINES = frozenset({WHOLE, "phone", "site", "email", "address", "purpose"})
_OWN = frozenset({"phone", "email"})
"""Ways that a body has for itself: a site may be spoken of that is not its own."""
OF_SEVERAL = frozenset(item(INTENT, id) for id in (SAME_ABOVE, COMPARED))
"""What can be asked only where more than one place is named."""
OF_ONE = frozenset(item(INTENT, id) for id in (SIMILAR, RANK))
"""What is asked of one place only: where two are named, they are compared."""
_TELEGRAM = 4
"""Words up to which a question without a sentence names a place, what it lies in and what is asked."""
ONLINE = ("other",)
"""What kinds of contact may be but a site, which is then its address: Légifrance."""


@dataclass(frozen=True, slots=True)
class Named:
    """The readings of a question about what it names, one or several; `asked` is True where anything was named.

    `whole`: all there is on it was asked for, which a card about it may answer better. `case`: a rule was asked for,
    which cards answer. `unheld` is the probability that what is asked is something no sheet or table holds.
    `scattered`: lines of a sheet are likely together, but none by itself. `lead` is the sheet or table to give where
    nothing else answers. `further` are the lines that may be meant where the first is not held, the likeliest first.
    `together`: the subjects are no readings, but things asked for together. `tongue` is the language of the nearest
    phrasing known.
    """

    subjects: tuple[Subject, ...] = ()
    confidence: float = 0.0
    asked: bool = False
    whole: bool = False
    case: bool = False
    unheld: float = 0.0
    scattered: bool = False
    lead: Subject | None = None
    further: tuple[str, ...] = ()
    together: bool = False
    tongue: Language | None = None


def subjects(intent: str, question: Question, confidence: float, library: Library) -> Named:
    """Return what an intent asks for of the places and bodies that a question names, as sure as `confidence`.

    There are no subjects where a rule is asked for, or where a place is but where a body sits or one calls from.
    """
    before = formerly(intent, question, library)
    if before is not None:
        return Named((Subject("place", (before,), LINE),), confidence, asked=True)
    if intent.startswith(RULE) or (intent.startswith(IS_KIND) and units.names_title(question.masked)):
        return Named(confidence=confidence, case=True)
    parts = (intent == ABOVE or (intent == BELOW and lists(question.asked))) and asks_for_parts(question, library)
    intent = LIST_BELOW if parts else intent
    question = in_its_grouping(question, intent, library)
    if intent == LIST_BELOW and not parts and only_says_its_kind(question, library):
        intent = WHOLE
    if intent.startswith(PARTNERS):
        question = replace(question, places=of_the_question(question.text, question.places))
    elif item(INTENT, intent) not in OF_SEVERAL:
        question = replace(question, places=asked_about(question.text, heads(question)))
    if question.contacts and intent == PREFECTURE and not names_state(question.masked):
        intent = WHOLE  # "KCCI, Paris, contacts": no préfecture is spoken of
    # A body named is what is asked about, a place beside it where it sits: "the ministry's address in Sejong".
    if question.contacts and (not question.places or WHERE.get(intent, intent) in CONTACT_LINES):
        return _of_bodies(intent, question, confidence, library)
    if intent.startswith((TABLE, PARTNERS)):
        return _over_tables(intent, question, confidence, library)
    return _of_places(intent, question, confidence, library)


def is_of_itself(subject: Subject) -> bool:
    """Tell whether a subject tells something of a place itself, not of the parts of it or of what it lies in."""
    if subject.kind == "table":
        return subject.intent.startswith((WHICH_ABOVE, IS_KIND))
    return subject.kind == "partners" or subject.intent not in SEATS


def _of_bodies(intent: str, question: Question, confidence: float, library: Library) -> Named:
    """Return the line asked for of the bodies named, and of the places that are asked for it along with one."""
    # A body may be called by two of its names: AFD (Agence française de développement).
    bodies = tuple(dict.fromkeys(mention.places[0] for mention in question.contacts))
    several = len(bodies) > 1 and not question.places
    if intent == SEAT and not several and (governed := governed_by(bodies[0], library)):
        return Named((Subject("place", (governed,), SEAT),), confidence, asked=True)
    ids = bodies if several else _sitting_there(question, library)
    lines = ((id, _line(intent, library.contacts[id], question)) for id in ids)
    contacts = tuple(Subject("contact", (id,), "" if line == WHOLE else line) for id, line in lines if line)
    along = tuple(
        Subject("place", (with_office(mention.places[0], intent, question, library),), intent)
        for mention in companions(question)
        if intent in REACHING
    )
    if contacts and along:
        place_first = question.places[0].start < question.contacts[0].start
        order = (*along, *contacts) if place_first else (*contacts, *along)
        return Named(order, confidence, asked=True, together=True)
    return Named(contacts, confidence, asked=True, whole=intent == WHOLE, together=several)


def _over_tables(intent: str, question: Question, confidence: float, library: Library) -> Named:
    """Return the question over a table, of each place where the only name is that of several."""
    compared = set_side_by_side(question.text, question.places) if intent == COMPARED else question.places
    first = each_meant(compared, library.gazetteer)
    inner = innermost(first, library.gazetteer) if intent == COMPARED else ()
    if inner == first[:1] and _only_tells_where(question, library):  # "Valence population Drôme"
        return Named((Subject("place", inner, POPULATION),), confidence, asked=True)
    first = inner if len(inner) > 1 else first  # "in the Marne, which is larger, Reims or Châlons?"
    if intent in (IS_KIND, WHICH_ABOVE) and (others := of_other_kinds_offered(question, library.gazetteer)):
        intent, first = IS_KIND, (*first, *others)
    alternatives = len(question.places) == 1 and intent.startswith(TABLE) and len(first) == 1
    readings = [(id,) for id in question.places[0].places] if alternatives else [first]
    tables = [over_table(intent, question, ids, library) for ids in readings]
    held = [table for table in tables if lies_in_one(table, library)]
    return Named(tuple(held or tables), confidence, asked=True)


def _only_tells_where(question: Question, library: Library) -> bool:
    """Tell whether a few words name a place with what it lies in, and set nothing against it: no share, no "or"."""
    text = bare(question.masked)
    if words(text) > _TELEGRAM or joined(question.text, question.places, library) or ranks.ends(text):
        return False
    lists = whole_words("index.names", "signs.tsv", "listing").search(text)
    return lists is None and whole_words("bot.texts", "shared.tsv", "share").search(text) is None


def _of_places(intent: str, question: Question, confidence: float, library: Library) -> Named:
    """Return the line asked for of the places named: of all in a row, else of each that the first name may mean."""
    intent = _way_asked(intent, question)
    whole = intent == WHOLE
    asked = question.places
    if intent in CONTACT_LINES:
        calls = intent in CALLING
        asked = tuple(m for m in asked if not (is_seat(question.text, m) or (calls and starts_there(question.text, m))))
        if not asked and question.places:
            return Named(confidence=confidence, case=True)
    if intent in SEATS and not names_subprefecture(question.text):  # "is Brest the préfecture of Finistère?"
        asked = outer_first(named_by_office(question.text, asked), library)
    line = "" if whole else intent
    if intent == POPULATION and (both := with_its_grouping(question, library)):
        return Named((Subject("table", both, COMPARED),), confidence, asked=True)
    if joined(question.text, asked, library):
        offices = dict.fromkeys(with_office(mention.places[0], intent, question, library) for mention in asked)
        each = tuple(Subject("place", (id,), line) for id in offices)
        return Named(each, confidence, asked=True, whole=whole, together=True)
    asked = named_by_office(question.text, asked) if intent in REACHING else asked
    named = asked[0].places if asked else ()
    places = tuple(dict.fromkeys(with_office(id, intent, question, library) for id in named))
    if intent == SEAT and places and all(is_its_own_seat(id, question, library) for id in places):
        line = "address"
    return Named(tuple(Subject("place", (id,), line) for id in places), confidence, asked=True, whole=whole)


def over_table(intent: str, question: Question, ids: tuple[str, ...], library: Library) -> Subject:
    """Return the subject of a question over a table, narrowed to the unit or theme that it names."""
    text = without_units_left_out(without_units_taken_in(question.masked))
    language, named = question.language, question.countries
    if intent == SAME_ABOVE and len({library.gazetteer[id].country for id in ids}) > 1 and speaks_of_tie(text):
        intent = PARTNERS_OF  # what lies in two countries lies in nothing together
    if not named:  # "the largest city after Busan" is one of Korea
        named = frozenset(CODES[library.gazetteer[mention.places[0]].country] for mention in question.places)
    if intent.startswith(PARTNERS):
        return Subject("partners", ids, partners.refine(intent, text, language, named, library))
    if intent == WHICH_ABOVE and is_unit_abroad(question, ids, library.gazetteer):
        return Subject("partners", ids, PARTNERS_OF)
    if intent == SAME_ABOVE and which.asks_which_above(text):
        apart = len(innermost(ids, library.gazetteer)) == len(ids) > 1
        intent = WHICH_ABOVE if apart else intent
    if intent == WHICH_ABOVE and len(ids) == 1 and asks_its_kind(text, ids[0], library.gazetteer):
        intent = IS_KIND
    if intent in (IS_KIND, LIST_BELOW) and len(ids) == 1 and asks_for_some(text, ids[0], library.gazetteer):
        return Subject("table", ids, narrowing.listed_below(unit_sought(text), text))  # "X is a city" says what it is
    if intent in (IS_KIND, WHICH_ABOVE) and len(ids) == 1 and (part := part_asked(text, ids[0], library.gazetteer)):
        return Subject("table", ids, of_unit(LIST_BELOW, part))
    if intent == SIMILAR and (end := end_at_home(question, ids, text, library.gazetteer)):
        return Subject("table", (), narrowing.refine(end, text, language, named))
    if intent == SIMILAR and (there := unit_there(text, ids, library.gazetteer)):
        return Subject("table", ids, of_unit(SIMILAR, there))
    refined = narrowing.refine(intent, text, language, named)
    if intent == SIMILAR and refined.startswith(BEYOND):
        # Of a size that is given the places asked for lie anywhere, unless it is but the size of the place named.
        limit = read(refined).bound
        if limit is None or any(limit.admits(library.gazetteer[id].population or 0) for id in ids):
            return Subject("table", ids, of_unit(intent, units.named_unit(text, language) or ""))
        ids = ()
    return Subject("table", ids, refined)


def _sitting_there(question: Question, library: Library) -> tuple[str, ...]:
    """Return the ids of the body named, or of the one beside it in the place named: "a French consulate in Busan?".

    One that only is its like in the other country ("from Paris: the French embassy in Korea") is not meant.
    """
    ids = question.contacts[0].places
    body = akin(Subject("contact", ids), question.places, library) if question.places and len(ids) == 1 else None
    if body is None or any(sits_in(library.contacts[ids[0]], place, library) for place in question.places):
        return ids
    here, there = (library.contacts[id].phone or "" for id in (ids[0], body.ids[0]))
    return body.ids if here[:COUNTRY_CODE] == there[:COUNTRY_CODE] else ids


def _line(intent: str, contact: Contact, question: Question) -> str | None:
    """Return the line of a contact that an intent asks for, None if none; an address may be that of a site.

    Where a body is may be asked of one that sits nowhere in particular: then a card that says so comes before its site.
    Of an office that sits somewhere its site is no address.
    """
    intent = _way_asked(intent, question)
    if intent == "address" and contact.address is None and contact.site and not question.places:
        postal = "address" in ways(question.text) and contact.category not in ONLINE
        return "address" if postal else "site"
    line = WHERE.get(intent, intent)
    return line if line in CONTACT_LINES else None


def _way_asked(intent: str, question: Question) -> str:
    """Return an intent; of one to reach somebody, the one way spoken of that everybody has for themselves.

    "Its offices are in Paris? their phone", "I need to email the council". Of the State's office, where that is set
    aside, the one way spoken of.
    """
    spoken = ways(question.text)
    if intent == PREFECTURE and len(spoken & REACHING) == 1 and sets_state_aside(question.text):
        return next(iter(spoken & REACHING))
    if intent not in REACHING:
        return intent
    return next(iter(spoken)) if len(spoken) == 1 and spoken <= _OWN else intent
