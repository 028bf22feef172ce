"""What around a name tells that a place is meant: prepositions, words of the administration, questions of where.

A name that is also a word (Tours, Lens, 예산) counts as a place only with as many signs as it needs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from index.names.particles import CITY_KINDS, METROPOLE_KINDS, PROVINCE_KINDS
from index.names.signs_korean import asks_which, speaks_of_a_place
from index.names.text import Token

_ARTICLES = frozenset("le la les l the".split())
_CONTRACTIONS = frozenset("du des au aux".split())
_FIRM = frozenset("a de d en vers pres dans in of at from near to around between".split())
_ABOUT = frozenset("on about regarding concerning concernant".split())
_PREPOSITIONS = (
    _FIRM | _CONTRACTIONS | _ABOUT | frozenset("depuis sur entre for with avec pour par contre hors via".split())
)
_SUBJECTS = frozenset("il elle on qui y ca n l t nous vous ils elles je tu".split())
DETERMINERS = frozenset(
    "un une les des ces mes tes ses nos vos leurs quelques plusieurs deux trois quatre cinq six sept huit "
    "neuf dix chaque quel quels quelle quelles cette ce cet ma mon ta ton sa son notre votre leur my your "
    "his her our their this that these those some any every each two three four five seven eight nine ten "
    "very so too really an the no pas bien tres plus moins trop assez tout toute tous toutes en".split()
)
_OF = frozenset(["de", "d", "of"])
_QUANTITIES = frozenset("combien nombre beaucoup peu plus moins tant assez trop plein number lots plenty".split())
_COMPASS = frozenset(["nord"])
_PRONOUNS = frozenset("celui celle ceux celles et".split())

# Words that speak of a place beside its name, with the kinds of place they tell. A plural tells of what lies in it.
_TELLING: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        "ville city town mairie maire commune municipalite municipality mayor village",
        (*CITY_KINDS, "district-municipal"),
    ),
    ("departement department dept dpt dep", ("departement",)),
    ("region regional regionale", ("region", "former", *PROVINCE_KINDS)),
    ("metropole metropolis metropolitan", METROPOLE_KINDS),
    ("province gouverneur governor", PROVINCE_KINDS),
    ("comte county", ("kr-gun",)),
    ("arrondissement district", ("district-municipal", "kr-gu", "kr-admin-gu")),
    (
        "villes cities towns mairies maires communes municipalites municipalities departements departments "
        "departemental departementale regions metropoles provinces comtes counties arrondissements districts "
        "population populations habitants habitant peuplee peuple site sites internet web website adresse address "
        "telephone tel phone prefecture prefectures prefet prefete sousprefecture conseil conseils council "
        "cheflieu quartier agglomeration agglo superficie area surface code postal postaux jumelage jumelee "
        "jumele jumelees jumeles jumelages partenariat partenariats cooperation cooperations carte map "
        "gouvernement government administration elus siege seat inhabitants residents people twinned twinning "
        "sister partner partners partnership partenaire partenaires hall demographics intercommunalite epci "
        "collectivite territoire voisines voisine autour live lives living vivent vit vivre habite habitent "
        "habiter elu elue nee ne contacter contacts contact joindre email mail courriel guichet postcode postcodes zip "
        "insee",
        (),
    ),
)
_ATTRIBUTES = {word: kinds for words, kinds in _TELLING for word in words.split()}
KINDS_TOLD = {word: kinds for word, kinds in _ATTRIBUTES.items() if kinds}
"""Words that tell one kind of place or more, folded, with the kinds."""
_ATTRIBUTES_BESIDE = frozenset("number numero".split())  # without a preposition: the number of tours tells nothing
# Words of the Korean administration in Latin letters, and kinds of governments: no names, though communes bear some.
TERMS = frozenset(_ATTRIBUTES) | frozenset("eup myeon dong gu gun si ri do drom com communaute urbaine".split())
# Words that make a name at the head of a message a place: it is asked about (Lens a combien d'habitants ?).
_ASKED = frozenset(
    "population habitants inhabitants people jumelee jumelees jumele jumeles twinned departement "
    "departements department dept dpt region regions province provinces commune communes prefecture superficie "
    "arrondissements districts city town county ville villes cities epci interco intercommunalite comcom agglo".split()
)
_HOW_MANY = frozenset(tuple(said.split(" ")) for said in ("en a combien", "en a plusieurs", "combien y en"))
_WHICH = frozenset("quel quelle which".split())
_SAME = frozenset("meme same".split())
_TOWN_WORDS = frozenset("ville commune mairie arrondissement quartier city town district gu gun si".split())
_INSIDE = frozenset("dans in a de".split())
_BEFORE_COMPARING = frozenset("est a is has compte ou or et and".split())
_BEFORE_OTHER = frozenset("que qu than ou or et and".split())
_COMPARING = frozenset(
    "plus moins aussi autant laquelle lequel larger bigger smaller more less fewer larger as than".split()
)
_LEVELS = frozenset(
    "departement department dept dpt region province comte county pays country epci interco intercommunalite "
    "intercommunality agglo agglomeration communaute comcom grouping canton prefecture sous sousprefecture".split()
)
_INDEFINITE = frozenset("a an un une".split())
_KOREAN_TOWN_WORDS = frozenset(["eup", "myeon"])
_WHERE = frozenset(
    "where located situe situee situees situes trouve trouvent situer localiser localisation compare comparable "
    "capitale capital taille size".split()
)
_BEING = frozenset("est sont is are trouve trouvent situe situee c".split())
_COMMUNES = frozenset("commune village mairie maire habitants population municipality mayor".split())
_LISTING = frozenset("et and ou or vs versus with avec".split())
_UNKNOWN = frozenset("x z".split())
GROUPINGS = frozenset("metropole metropolis eurometropole agglomeration agglo communaute".split())
"""Words of the names of groupings of communes, by which each says of itself what it is: Perpignan Métropole."""
ISLANDS = frozenset("ile iles".split())
"""Words that begin the name of an island, which French gives an article."""
# What may stand beside a name in a message that is just the name.
_FILLERS = frozenset(
    "et and or ou pour a en de d du la le les l alors what about how so then ok s il te vous plait svp stp "
    "please merci thanks bonjour hello hi bonsoir salut the in for y".split()
)

_KOREAN_FILLERS = frozenset("그럼 그러면 그리고 또 요 좀 은 는 이 가 혹시 그 저기 안녕하세요 감사합니다".split())


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


def is_firm(token: Token) -> bool:
    """Tell whether a preposition is one that places more often than not."""
    return token.word in _FIRM or token.word in _CONTRACTIONS


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
        told.append(_ATTRIBUTES[tokens[ahead].word])
    elif preposition < 0 and ahead >= 0 and tokens[ahead].word in _ATTRIBUTES_BESIDE:
        told.append(())
    if end < len(tokens):
        after = tokens[end]
        if after.hangul and speaks_of_a_place(after):
            told.append(())
        if after.word == "s" and after.glued and end + 1 < len(tokens):
            after = tokens[end + 1]
        if after.word in _ATTRIBUTES and not after.gap.strip(" '’-"):
            told.append(_ATTRIBUTES[after.word])
    return told


def asks_where(tokens: Sequence[Token]) -> bool:
    """Tell whether the message asks where something is, or speaks of places as such."""
    for number, token in enumerate(tokens):
        if token.word in _WHERE or token.word.startswith(("어디", "어느", "위치")):
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


def speaks_of_places(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a word of the message besides the name asks of a place's people, level or partners.

    Or whether it asks how many bear the name: "Ligné, y en a combien ?"
    """
    others = [token.word for n, token in enumerate(tokens) if not start <= n < end]
    counted = zip(others, others[1:], others[2:], strict=False)
    return not _ASKED.isdisjoint(others) or any((*words,) in _HOW_MANY for words in counted)


def is_said_to_be_one(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a letter stands after what says that it is a commune (la commune Y), not as one of several unknown.

    "la commune X et la commune Y".
    """
    before = at - 1 - (at > 1 and tokens[at - 1].word in _OF)
    unknown = any(token.word in _UNKNOWN for n, token in enumerate(tokens) if n != at)
    return before >= 0 and tokens[before].word in _COMMUNES and not tokens[at].gap.strip(" '’") and not unknown


def is_topic(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a name heads the message and a comma sets it off (Orange, combien d'habitants ?)."""
    return start == 0 and end < len(tokens) and tokens[end].gap.strip() == ","


def stands_beside(tokens: Sequence[Token], start: int, end: int, names: Collection[int]) -> bool:
    """Tell whether a name in capitals stands in a list with one of the tokens that are names: Tchongju et Chungju."""
    after = end + 1 in names and end < len(tokens) and tokens[end].word in _LISTING
    before = start - 2 in names and tokens[start - 1].word in _LISTING
    return tokens[start].capital and (after or before)


def is_compared(tokens: Sequence[Token], start: int, end: int, other: int) -> bool:
    """Tell whether a name heads a sentence that compares it with the other one (Tours est plus peuplée que Limoges)."""
    if not tokens[start].first or not end < other or tokens[end].word not in _BEFORE_COMPARING:
        return False
    return tokens[other - 1].word in _BEFORE_OTHER and any(token.word in _COMPARING for token in tokens[end:])


def stands_by_being(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a name stands right after "est", "se trouve" or "is", or heads the sentence before it."""
    if start > 0 and tokens[start - 1].word in _BEING:
        return True
    end += end < len(tokens) and tokens[end].word == "se"
    return tokens[start].first and tokens[start].capital and end < len(tokens) and tokens[end].word in _BEING


def _is_followed_by_being(tokens: Sequence[Token], number: int) -> bool:
    return number + 1 < len(tokens) and tokens[number + 1].word in ("est", "sont", "se", "c")


def counted_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a determiner, a number or a quantity stands before: then the word counts things (trois tours)."""
    if at == 0:
        return False
    before = tokens[at - 1]
    if before.word in _OF and at > 1 and tokens[at - 2].word in _QUANTITIES:
        return True
    return (before.word in DETERMINERS or before.word.isdigit()) and not tokens[at].gap.strip()


def points_a_direction(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a département's name is a point of the compass here (Corée du Nord, gare du Nord, au nord)."""
    if tokens[at].word not in _COMPASS or at < 1:
        return False
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
        if after.capital and after.gap == " " and after.word not in _ATTRIBUTES:
            return True
    ahead = start - 1
    if ahead < 0 or tokens[start].gap not in (" ", "'", "’"):
        return False
    linked = False
    while ahead >= 0 and tokens[ahead].word in ("de", "du", "des", "d", "la", "l", "le", "les"):
        linked = True
        ahead -= 1
    if ahead < 0 or not tokens[ahead].capital or tokens[ahead].word in _ATTRIBUTES:
        return False
    return not tokens[ahead].first and not tokens[ahead].hangul and (linked or tokens[ahead].word not in _PREPOSITIONS)


def is_whole_message(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the message says nothing but the name."""
    return all(
        (token.word in _KOREAN_FILLERS if token.hangul else token.word in _FILLERS)
        for number, token in enumerate(tokens)
        if not start <= number < end
    )


def _joined(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether no mark but spaces, hyphens and apostrophes parts the tokens from start to end."""
    return all(not tokens[number].gap.strip(" '’-\u00a0") for number in range(start + 1, end + 1))
