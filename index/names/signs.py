"""What around a name tells that a place is meant: prepositions, words of the administration, questions of where.

A name that is also a word (Tours, Lens, 예산) counts as a place only with as many signs as it needs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.names.particles import CITY_KINDS
from index.names.signs_korean import asks_which, speaks_of_a_place
from index.names.tokens import Token
from knowledge.places import KOREAN_PROVINCES, METROPOLES
from knowledge.wordings import wordings

_WORDS = {kind: frozenset(words) for kind, words in wordings("index.names", "signs.tsv").items()}
"""Words by what they tell, as tokens have them: without accents, small."""
_ARTICLES, _CONTRACTIONS, _OF = _WORDS["article"], _WORDS["contraction"], _WORDS["of"]
_FIRM, _ABOUT = _WORDS["firm"], _WORDS["about"]
_PREPOSITIONS = _FIRM | _CONTRACTIONS | _ABOUT | _WORDS["preposition"]
_SUBJECTS = _WORDS["subject"]
DETERMINERS = _WORDS["determiner"]
_QUANTITIES = _WORDS["quantity"]
_COMPASS = _WORDS["compass"]
_PRONOUNS = _WORDS["pronoun"]

# Words that speak of a place beside its name, with the kinds of place they tell. A plural tells of what lies in it.
_TOLD = {
    "tells_city": (*CITY_KINDS, "district-municipal"),
    "tells_departement": ("departement",),
    "tells_region": ("region", "former", *KOREAN_PROVINCES),
    "tells_metropole": METROPOLES,
    "tells_province": KOREAN_PROVINCES,
    "tells_county": ("kr-gun",),
    "tells_district": ("district-municipal", "kr-gu", "kr-admin-gu"),
    "tells_any": (),
}
_ATTRIBUTES: dict[str, tuple[str, ...]] = {word: kinds for told, kinds in _TOLD.items() for word in _WORDS[told]}
KINDS_TOLD = {word: kinds for word, kinds in _ATTRIBUTES.items() if kinds}
"""Words that tell one kind of place or more, folded, with the kinds."""
_ATTRIBUTES_BESIDE = _WORDS["beside"]  # without a preposition: the number of tours tells nothing
# Words of the Korean administration in Latin letters, and kinds of governments: no names, though communes bear some.
TERMS = frozenset(_ATTRIBUTES) | _WORDS["korean_term"] | _WORDS["term"]
# Words that make a name at the head of a message a place: it is asked about (Lens a combien d'habitants ?).
_ASKED = _WORDS["asked"]
_ASKED_OF_HEAD = _ASKED | _WORDS["asked_of_head"]
"""With words that are said of people as well, but for what heads a message."""
_HOW_MANY = frozenset(tuple(said.split(" ")) for said in _WORDS["how_many"])
_WHICH, _SAME = _WORDS["which"], _WORDS["same"]
_TOWN_WORDS = _WORDS["town"]
_INSIDE = _WORDS["inside"]
_HALLS = _WORDS["hall"]
_WITHIN, _FOR = _WORDS["within"], _WORDS["for"]
_LEVELS = _WORDS["level"]
_INDEFINITE = _WORDS["indefinite"]
_KOREAN_TOWN_WORDS = _WORDS["korean_town"]
_WHERE, _ASKS_WHERE = _WORDS["where"], tuple(_WORDS["asks_where"])
_KINDS_SAID = frozenset(KINDS_TOLD) | _WORDS["seat"]
_BEFORE_BEING = _WORDS["denying"] | {"se"}
_BEING, _FOLLOWS_WHERE = _WORDS["being"], _WORDS["follows_where"]
_COMMUNES = _WORDS["commune"]
_COUNTRIES = _WORDS["country"]
_LINKING = _WORDS["linking"]
_BEGINNING = _WORDS["beginning"]
_UNKNOWN = frozenset("xz")
_ORDINAL_ENDINGS, _LEADING_TO_CITY = _WORDS["ordinal_ending"], _WORDS["leading_to_city"]
GROUPINGS = _WORDS["grouping"]
"""Words of the names of groupings of communes, by which each says of itself what it is: Perpignan Métropole."""
ISLANDS = _WORDS["island"]
"""Words that begin the name of an island, which French gives an article."""
_FILLERS = _WORDS["filler"]  # may stand beside a name in a message that is just the name


def preposition_before(tokens: Sequence[Token], at: int, *, article: bool) -> int:
    """Return where the preposition before a name stands, or -1.

    `article` tells that the name bears an article (le Nord): then one may stand between, or be drawn into it (du Nord).
    """
    before = at - 1
    if article and before >= 0 and tokens[before].word in _ARTICLES and _joined(tokens, before, at):
        before -= 1
    if before < 0 or tokens[before].word not in _PREPOSITIONS or not _joined(tokens, before, at):
        return -1
    if tokens[before].word in _CONTRACTIONS and not article:
        return -1
    if tokens[before].written in ("a", "A") and (
        before == 0 or tokens[before - 1].word in _SUBJECTS or any(not token.written.isascii() for token in tokens)
    ):
        return -1  # a form of avoir, or the English article; who writes accents would have written à
    return before


def is_firm(token: Token, *, told: bool) -> bool:
    """Tell whether a preposition places more often than not; "for" does where a word beside the name is `told`."""
    return token.word in _FIRM or token.word in _CONTRACTIONS or (told and token.word in _FOR)


def telling_words(tokens: Sequence[Token], start: int, end: int, preposition: int) -> list[tuple[str, ...]]:
    """Return what the words of the administration next to tokens start to end tell: the kinds of place of each.

    A word that tells of no one kind (population, adresse) has none. `preposition` is where the one before the name
    stands, or -1.
    """
    told = []
    ahead = (preposition if preposition >= 0 else start) - 1
    if preposition >= 0 and tokens[preposition].word in _ABOUT:
        ahead = -1  # "advises communes on EU matters" speaks of no commune
    if ahead >= 0 and tokens[ahead].word in _ATTRIBUTES and not tokens[ahead + 1].gap.strip(" '’-"):
        towns = tokens[ahead].word in _COMMUNES | _TOWN_WORDS
        within = towns and preposition >= 0 and tokens[preposition].word in _WITHIN
        hall = tokens[ahead].word in _HALLS and ahead > 0  # the town hall of Vienne is the town's
        kinds = _ATTRIBUTES.get(tokens[ahead - 1].word, ()) if hall else _ATTRIBUTES[tokens[ahead].word]
        told.append(() if within else kinds)  # the towns in Vienne are the département's
    elif preposition < 0 and ahead >= 0 and tokens[ahead].word in _ATTRIBUTES_BESIDE:
        told.append(())
    if end < len(tokens):
        after = tokens[end]
        if after.hangul and speaks_of_a_place(after):
            told.append(())
        if after.word == "s" and after.glued and end + 1 < len(tokens):
            after = tokens[end + 1]
        if after.gap.strip() == "(" and after.word in _ARTICLES and end + 1 < len(tokens):
            after = tokens[end + 1]  # Rouen (la métropole)
        if preposition < 0 and after.word in _QUANTITIES and not after.gap.strip() and end + 1 < len(tokens):
            after = next(token for token in (*tokens[end + 1 : end + 3], after) if token.word not in _OF)
        if after.word in _ATTRIBUTES and not after.gap.strip(" '’-("):
            told.append(_ATTRIBUTES[after.word])
    return told


def asks_where(tokens: Sequence[Token]) -> bool:
    """Tell whether the message asks where something is, or speaks of places as such."""
    for number, token in enumerate(tokens):
        if token.word in _WHERE or token.word.startswith(_ASKS_WHERE):
            return True
        if token.word in _SAME and number + 1 < len(tokens) and tokens[number + 1].word in _LEVELS:
            return True
        if token.word in _WHICH and number + 1 < len(tokens):
            level = tokens[number + 1].word
            if level in _LEVELS or (level in _TOWN_WORDS and number and tokens[number - 1].word in _INSIDE):
                return True
        if token.word == "ou" and (token.written in ("où", "Où") or _is_followed_by_being(tokens, number)):
            return True
    return asks_which(tokens)


def asks_of_a_town(tokens: Sequence[Token]) -> bool:
    """Tell whether the message speaks of a kind of town of Korea (Beolgyo, is that an eup?)."""
    return any(token.word in _KOREAN_TOWN_WORDS for token in tokens)


def is_said_a_town(tokens: Sequence[Token]) -> bool:
    """Tell whether the message says of something that it is a town of Korea, or asks it: "is that an eup"."""
    return any(one.word in _INDEFINITE and token.word in _KOREAN_TOWN_WORDS for one, token in pairwise(tokens))


def is_said_of_a_kind(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the message says of a name that it is one of a kind of place, or asks it: "is Icheon a county"."""
    kinds = any(one.word in _INDEFINITE and token.word in _KINDS_SAID for one, token in pairwise(tokens))
    return kinds and stands_by_being(tokens, start, end)


def speaks_of_places(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a word of the message besides the name asks of a place's people, level or partners.

    Or whether it asks how many bear the name: "Ligné, y en a combien ?"
    """
    others = [token.word for n, token in enumerate(tokens) if not start <= n < end]
    counted = zip(others, others[1:], others[2:], strict=False)
    heads = follows_beginning(tokens, start) and (end == len(tokens) or tokens[end].word not in _OF)
    asking = _ASKED_OF_HEAD if heads else _ASKED
    return not asking.isdisjoint(others) or any((*words,) in _HOW_MANY for words in counted)


def is_said_to_be_one(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a letter stands after what says that it is a commune (la commune Y), not as one of several unknown.

    "la commune X et la commune Y".
    """
    before = at - 1 - (at > 1 and tokens[at - 1].word in _OF)
    unknown = any(token.word in _UNKNOWN for n, token in enumerate(tokens) if n != at)
    return before >= 0 and tokens[before].word in _COMMUNES and not tokens[at].gap.strip(" '’") and not unknown


def follows_beginning(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether only what begins a question stands before a name: est-ce que X, does X."""
    return all(token.word in _BEGINNING for token in tokens[:at])


def is_topic(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a name heads the message and a mark sets it off (Orange, combien d'habitants ? Sens : quel EPCI)."""
    if end < len(tokens) and "(" in tokens[end].gap:  # what only tells which one: "Sens (in the Yonne): …"
        end = next((number for number in range(end + 1, len(tokens)) if ")" in tokens[number].gap), len(tokens))
    return start == 0 and end < len(tokens) and tokens[end].gap.strip(" )") in (",", ":")


def is_in_its_country(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether a comma and one of the two countries follow a name, as in an address: "born in Iri, Korea"."""
    return end < len(tokens) and tokens[end].gap.strip() == "," and tokens[end].word in _COUNTRIES


def stands_by_being(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a name stands beside "est", "se trouve" or "is" as a place does that is asked about.

    Right after it, at the head of the sentence before it, or before it where "in" follows: "fougeres est dans". A name
    of several words may have an article: "where is the champs elysees".
    """
    before = start - 1 - (end - start > 1 and start > 0 and tokens[start - 1].word in _ARTICLES)
    if before >= 0 and tokens[before].word in _BEING:
        return True
    end += end < len(tokens) and tokens[end].word in _BEFORE_BEING
    if end >= len(tokens) or tokens[end].word not in _BEING:
        return False
    inside = end + 1 < len(tokens) and tokens[end + 1].word in _INSIDE
    return (tokens[start].first and tokens[start].capital) or inside


def _is_followed_by_being(tokens: Sequence[Token], number: int) -> bool:
    return number + 1 < len(tokens) and tokens[number + 1].word in _FOLLOWS_WHERE


def counted_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a determiner, a number or a quantity stands before: then the word counts things (trois tours)."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.word in _OF and at > 1 and tokens[at - 2].word in _QUANTITIES:
        return True
    return (before.word in DETERMINERS or before.word.isdigit()) and not tokens[at].gap.strip()


def points_a_direction(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a département's name is a point of the compass here (Corée du Nord, au nord, nord-coréen)."""
    if tokens[at].word not in _COMPASS or at < 1:
        return False
    if not tokens[at].capital and at + 1 < len(tokens) and tokens[at + 1].gap == "-":
        return True
    if tokens[at - 1].word == "au" and not tokens[at].capital:
        return True
    if at < 2 or tokens[at - 1].word != "du":
        return False
    head = tokens[at - 2].word
    return head not in _ATTRIBUTES and head not in _PREPOSITIONS and head not in _PRONOUNS


def part_of_a_larger_name(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether capitals next to the name make it part of another (Robert Martin, quai d'Orsay: Quai d'Orsay)."""
    if end < len(tokens):
        after = tokens[end]
        if after.capital and after.gap == " " and after.word not in _ATTRIBUTES and after.word not in _PRONOUNS:
            return True
    ahead = start - 1
    if ahead < 0 or tokens[start].gap not in (" ", "'", "’"):
        return False
    linked = False
    while ahead >= 0 and tokens[ahead].word in _LINKING:
        linked = True
        ahead -= 1
    if ahead < 0 or not tokens[ahead].capital or tokens[ahead].word in _ATTRIBUTES:
        return False
    return not tokens[ahead].first and not tokens[ahead].hangul and (linked or tokens[ahead].word not in _PREPOSITIONS)


def is_numbered(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a district's number stands right after a name, or before it with what leads to it: 3e à Lyon."""
    if end + 1 < len(tokens) and tokens[end].word.isdigit() and _is_ordinal_ending(tokens[end + 1]):
        return True
    before = start - 1
    while before > 0 and tokens[before].word in _LEADING_TO_CITY:
        before -= 1
    return 0 < before < start - 1 and _is_ordinal_ending(tokens[before]) and tokens[before - 1].word.isdigit()


def _is_ordinal_ending(token: Token) -> bool:
    return token.word in _ORDINAL_ENDINGS and not token.gap


def is_whole_message(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the message, or a question of its own in it, says nothing but the name: 화성은? 백만 넘었나."""
    last = next((number for number in range(end, len(tokens)) if tokens[number].first), len(tokens))
    first = 0
    if last < len(tokens) and "?" in tokens[last].gap:
        first = next((number for number in range(start, 0, -1) if tokens[number].first), 0)
    else:
        last = len(tokens)
    return all(token.word in _FILLERS for token in (*tokens[first:start], *tokens[end:last]))


def _joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether no mark but spaces, hyphens and apostrophes parts the tokens from start to end."""
    return all(not tokens[number].gap.strip(" '’-\u00a0") for number in range(start + 1, end + 1))
