"""The searched forms of a gazetteer: for each, the places it may mean and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntFlag

from index.names.forms import Form, NameForm, forms_of, head_forms, town_forms
from index.names.needs import MIDDLE, OUTSIZE, Need, hangul_grade, is_word, latin_need, weight
from index.names.tokens import is_hangul, words_of
from knowledge.common_words import CommonWords
from knowledge.place_tables import PARENTS, POPULATION, Row
from knowledge.places import KOREAN_CITIES, KOREAN_PROVINCES, KOREAN_TOWNS

_ARTICLES = frozenset("le la les l du au des aux the".split())
_LINKS = _ARTICLES | frozenset("de d et en sur sous lez a saint sainte of".split())
_SAINTS = ("saint", "sainte", "saints")
_LONGEST_ACRONYM = 6
_COMMUNES = {"commune", "commune-former"}
_KOREAN = "="  # no text is written so


class Trait(IntFlag):
    """What is known of a form beside its places."""

    ACRONYM = 1  # counts in capitals only: CINOR
    OFFICIAL = 2  # Korean, ends in what says the kind: 수원시
    FRENCH = 4  # at least one of its places is French
    KOREAN = 8
    TERRITORY = 16  # a région, département or collectivity, which French gives an article: le Nord
    CITY = 32  # which words of the administration may be stuck to it
    COUNTY = 64
    DISTRICT = 128
    PROVINCE = 256
    DEPARTEMENT = 512
    METROPOLE = 1024
    CAPITALS = 2048  # one of its names is written in capitals, others are not: COEX, Coëx
    TOWN = 4096  # a town of Korea without what says its kind: 벌교


_NO_TRAIT = Trait(0)
KINDS = Trait.CITY | Trait.COUNTY | Trait.DISTRICT | Trait.PROVINCE | Trait.DEPARTEMENT | Trait.METROPOLE
_KIND_TRAITS = {
    **dict.fromkeys(("commune", "commune-former", "kr-si", "kr-admin-city"), Trait.CITY),
    **dict.fromkeys(KOREAN_CITIES, Trait.CITY),
    "kr-gun": Trait.COUNTY,
    **dict.fromkeys(("kr-gu", "kr-admin-gu", "district-municipal", "district-territorial"), Trait.DISTRICT),
    **dict.fromkeys(KOREAN_PROVINCES, Trait.PROVINCE),
    "region": Trait.DEPARTEMENT | Trait.TERRITORY,
    "departement": Trait.DEPARTEMENT | Trait.TERRITORY,
    "special-collectivity": Trait.METROPOLE | Trait.TERRITORY,
    "metropole": Trait.METROPOLE,
    "former": Trait.CITY | Trait.COUNTY | Trait.DISTRICT | Trait.PROVINCE | Trait.DEPARTEMENT | Trait.TERRITORY,
    "landmark": Trait.TERRITORY,
}


@dataclass
class Shape:
    """One way to part a searched form by spaces (la barde, labarde), with the weightiest place so written."""

    words: tuple[str, ...]
    weight: int = -1
    form: Form = Form.RULE
    french: bool = False
    town: bool = True
    landmark: bool = False

    def add(self, row: Row, form: Form, importance: int) -> None:
        """Let a place be written so."""
        self.town &= row.kind in KOREAN_TOWNS
        if (importance, -form) > (self.weight, -self.form):
            self.weight, self.form, self.french = importance, form, row.id.startswith("fr-")
            self.landmark = row.kind == "landmark"


@dataclass
class SearchedForm:
    """A form as it is searched, folded and run together."""

    acronym: bool
    capitals: bool = False
    shapes: dict[str, Shape] = field(default_factory=dict)
    rows: list[int] = field(default_factory=list)
    forms: list[Form] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    traits: Trait = field(default=_NO_TRAIT)

    def add(self, number: int, row: Row, form: Form, importance: int) -> None:
        """Let the form mean the place of a row too, in the surest of the ways it is named so."""
        self.traits |= _KIND_TRAITS.get(row.kind, _NO_TRAIT)
        self.traits |= Trait.FRENCH if row.id.startswith("fr-") else Trait.KOREAN
        if form == Form.FULL:
            self.traits |= Trait.OFFICIAL
        if number in self.rows:
            at = self.rows.index(number)
            self.forms[at] = min(self.forms[at], form)
            return
        self.rows.append(number)
        self.forms.append(form)
        self.weights.append(importance)

    def finish(self) -> None:
        """Put the places in order, the weightiest first."""
        order = sorted(range(len(self.rows)), key=lambda n: (-self.weights[n], self.forms[n], self.rows[n]))
        self.rows = [self.rows[n] for n in order]
        self.forms = [self.forms[n] for n in order]
        self.weights = [self.weights[n] for n in order]
        if self.acronym:
            self.traits |= Trait.ACRONYM
        elif self.capitals:
            self.traits |= Trait.CAPITALS


def collect(rows: Iterable[Row], words: CommonWords) -> dict[str, SearchedForm]:
    """Return the searched forms of all rows; places are the numbers of their rows."""
    found: dict[str, SearchedForm] = {}
    numbered = dict(enumerate(rows))
    for number, row in numbered.items():
        for form in forms_of(row):
            _add(found, number, row, form, _importance(row))
    held_by = {name: tuple(searched.rows) for name, searched in found.items()}
    landmarks = {number: row for number, row in numbered.items() if row.kind == "landmark"}
    held = {name: _held(searched, landmarks) for name, searched in found.items()}
    for number, row in numbered.items():
        for form in town_forms(row) if row.kind in KOREAN_TOWNS else ():
            name = "".join(words_of(form.name))
            if not is_word(words[name]) and _may_be_a_town(name, row.id, held):
                _add(found, number, row, form, weight(row.kind, 0))
                found[name].traits |= Trait.TOWN
        for form in head_forms(row):
            others = [numbered[other] for other in held_by.get("".join(words_of(form.name)), ())]
            if _may_be_called(row, others):
                _add(found, number, row, form, _importance(row))
    for searched in found.values():
        searched.finish()
    return found


def _population(row: Row) -> int:
    return int(row.cells()[POPULATION] or 0)


def _importance(row: Row) -> int:
    return weight(row.kind, _population(row))


def _held(searched: SearchedForm, landmarks: Mapping[int, Row]) -> list[list[str]] | None:
    """Return what each of the landmarks of a form lies in; None where a government is called so too."""
    if not all(number in landmarks for number in searched.rows):
        return None
    return [landmarks[number].cells()[PARENTS].split() for number in searched.rows]


def _may_be_a_town(name: str, id_: str, held: Mapping[str, list[list[str]] | None]) -> bool:
    """Tell whether a town may be called so: nothing else `held` is, or only landmarks that lie in it."""
    parents = held.get(name, [])
    return parents is not None and all(id_ in each for each in parents)


def _may_be_called(row: Row, others: Sequence[Row]) -> bool:
    """Tell whether a place may be called by its head: no other is called so, or no more than far smaller communes."""
    if not others:
        return True
    largest = max(map(_population, others))
    return (
        {other.kind for other in others} <= _COMMUNES
        and _population(row) >= MIDDLE
        and _population(row) >= OUTSIZE * largest
    )


def _add(found: dict[str, SearchedForm], number: int, row: Row, form: NameForm, importance: int) -> None:
    """Let the place of a row be named by a form."""
    words = words_of(form.name)
    name = "".join(words)
    if not _searched(name, row, importance):
        return
    acronym = form.name.isupper() and 1 < len(form.name) <= _LONGEST_ACRONYM and form.name.isascii()
    searched = found.get(name)
    if searched is None:
        searched = found[name] = SearchedForm(acronym)
    shape = searched.shapes.setdefault(" ".join(words), Shape(words))
    shape.add(row, form.form, importance)
    if is_hangul(name) and row.id.startswith("kr-"):  # a Korean place may be meant however large the French one
        shape = searched.shapes.setdefault(_KOREAN, Shape(words))
        shape.add(row, form.form, importance)
    searched.acronym &= acronym
    searched.capitals |= acronym
    searched.add(number, row, form.form, importance)


def _searched(name: str, row: Row, importance: int) -> bool:
    """Tell whether a form can be searched: of one letter only a commune (Y), of one syllable only a larger place."""
    if len(name) > 1:
        return True
    return importance >= MIDDLE if is_hangul(name) else bool(name) and row.kind == "commune"


def needs(name: str, searched: SearchedForm, words: CommonWords) -> list[tuple[Need, Need]]:
    """Return the signs each shape of a form needs, in a French text and in an English one."""
    if is_hangul(name):
        territory = Trait.DEPARTEMENT in searched.traits and Trait.CITY not in searched.traits
        # A landmark makes its name frequent by itself (루브르): that speaks for it, not against it.
        grade = min(
            hangul_grade(
                name,
                words[name],
                shape.weight,
                shape.form,
                town=shape.town,
                french=shape.french and not shape.landmark,
                territory=territory,
            )
            for shape in searched.shapes.values()
        )
        return [(Need(grade, grade), Need(grade, grade))] * len(searched.shapes)
    return [_latin(shape, words) for shape in searched.shapes.values()]


def _latin(shape: Shape, words: CommonWords) -> tuple[Need, Need]:
    content = [word for word in shape.words if word not in _ARTICLES] or list(shape.words)
    heavy = [word for word in content if word not in _LINKS]
    uses = [words[word] for word in (content if len(heavy) < 2 else heavy)]
    if len(shape.words) > 1 and any(word in _SAINTS for word in shape.words[:-1]):
        small = int(shape.weight < MIDDLE)  # what holds a saint's name is a name, if not always of a place
        return Need(0, small), Need(0, small)
    article = shape.words[0] in _ARTICLES and len(shape.words) > 1
    return (
        latin_need("".join(content), uses, shape.weight, shape.form, article=article, french=True),
        latin_need("".join(content), uses, shape.weight, shape.form, article=article, french=False),
    )
