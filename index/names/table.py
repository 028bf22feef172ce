"""All forms of all names in one automaton, with what is known of each; made once, kept in two files."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from zipfile import BadZipFile

import ahocorasick
import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.names.keys import KINDS, Trait, collect, needs
from index.names.needs import LARGE, Need, weight
from index.names.sounds import HangulSounds, NameSounds, TownSounds
from index.names.spelling import Spelling
from knowledge.places import Gazetteer

_LEAST_GOVERNMENT = weight("kr-admin-gu", 0)  # what the least in Korea counts for; no towns, no landmarks do
_LEAST_CITY, _FIRST_DISTRICT = 4, "1er"  # letters of a city's name, and how its first district is numbered
_LEAST_WORD = 5  # letters of a word that tells a name of several
_AUTOMATON, _ARRAYS = "names.automaton", "names.npz"


class NameTable:
    """The searched forms by number: the automaton finds the numbers, the methods tell what is known of each."""

    def __init__(self, automaton: ahocorasick.Automaton, arrays: dict[str, NDArray[np.generic]]) -> None:
        self.automaton = automaton
        self._arrays = arrays
        shapes = bytes(arrays["shapes"].tobytes()).decode().split("\n")
        self._shapes = shapes
        self.names = [shape.partition("|")[0].replace(" ", "") for shape in shapes]
        self._offsets = arrays["offsets"]
        self._rows = arrays["rows"]
        self._traits = arrays["traits"].astype(np.uint16, copy=False)
        self._weights = arrays["weights"]
        self._shape_offsets = arrays["shape_offsets"]
        self._needs = arrays["needs"]  # by shape: French capital, French small, English capital, English small
        self.spelling = Spelling(
            arrays["deletions"], arrays["deletion_keys"], arrays["vocabulary"], arrays["weights"], self.names
        )

    @classmethod
    def build(cls, gazetteer: Gazetteer) -> NameTable:
        """Make the table from all rows of a gazetteer; takes two seconds or three for 45,000 places."""
        found = collect(gazetteer.rows(), gazetteer.words)
        names = sorted(found)
        forms = [found[name] for name in names]
        automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
        for number, name in enumerate(names):
            automaton.add_word(name, number)
        if names:
            automaton.make_automaton()
        weights = np.array([form.weights[0] for form in forms], dtype=np.int32)
        grades = [pair for name, form in zip(names, forms, strict=True) for pair in needs(name, form, gazetteer.words)]
        spelling = Spelling.build(names, weights, gazetteer.words)
        return cls(
            automaton,
            {
                "shapes": np.frombuffer("\n".join("|".join(f.shapes) for f in forms).encode(), dtype=np.uint8),
                "offsets": np.cumsum([0, *(len(form.rows) for form in forms)], dtype=np.int32),
                "rows": np.array([row for form in forms for row in form.rows], dtype=np.int32),
                "traits": np.array([form.traits for form in forms], dtype=np.uint16),
                "weights": weights,
                "shape_offsets": np.cumsum([0, *(len(form.shapes) for form in forms)], dtype=np.int32),
                "needs": np.array([(f.capital, f.small, e.capital, e.small) for f, e in grades], dtype=np.uint8),
                **spelling.arrays(),
            },
        )

    @classmethod
    def open(cls, folder: Path) -> NameTable:
        """Open what `save` wrote. Raises StoreError where it is not there or damaged."""
        try:
            with np.load(folder / _ARRAYS, allow_pickle=False) as arrays:
                loaded = {name: arrays[name] for name in arrays.files}
            return cls(ahocorasick.load(str(folder / _AUTOMATON), int), loaded)
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise StoreError(f"{folder}: the names are damaged; rebuild the index: guichet index --force") from error

    def save(self, folder: Path) -> None:
        """Write the table as two files into a folder that is there."""
        self.automaton.save(str(folder / _AUTOMATON))
        with (folder / _ARRAYS).open("wb") as file:
            np.savez(file, allow_pickle=False, **self._arrays)

    @cached_property
    def sounds(self) -> NameSounds:
        """The Hangul names by their sound, made when first asked for: it takes a tenth of a second."""
        return NameSounds(self.names, self._governed(self._bearing(Trait.KOREAN)))

    @cached_property
    def governments(self) -> HangulSounds:
        """The governments of Korea by the sound of their Hangul."""
        told = [key for key in self._bearing(Trait.KOREAN) if self.traits(key) & KINDS]
        return HangulSounds(self.names, self._governed(told))

    @cached_property
    def official_towns(self) -> HangulSounds:
        """The towns of Korea with what says their kind, by the sound of their Hangul."""
        own = self._bearing(Trait.KOREAN | Trait.OFFICIAL)
        return HangulSounds(self.names, [key for key in own if not self.traits(key) & KINDS])

    @cached_property
    def towns(self) -> TownSounds:
        """The towns of Korea by their sound, made when first asked for: it takes a tenth of a second."""
        return TownSounds(self.names, self._bearing(Trait.KOREAN | Trait.OFFICIAL))

    @cached_property
    def numbered_cities(self) -> tuple[int, ...]:
        """The names in Latin letters of cities that have numbered districts, which are called so after them."""
        named = (key for key, name in enumerate(self.names) if name.isascii() and len(name) >= _LEAST_CITY)
        return tuple(key for key in named if self.automaton.exists(f"{self.names[key]}{_FIRST_DISTRICT}"))

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the names of several, folded: as they are written none is a fault for another name."""
        several = (shape for shapes in self._shapes if " " in shapes for shape in shapes.split("|"))
        return frozenset(word for shape in several for word in shape.split(" ") if len(word) >= _LEAST_WORD)

    def _bearing(self, traits: Trait) -> list[int]:
        """Return the numbers of the forms that have all of the traits."""
        keys: list[int] = np.flatnonzero((self._traits & traits) == traits).tolist()
        return keys

    def _governed(self, keys: Iterable[int]) -> list[int]:
        """Return which of the forms count for no less than a government of Korea does."""
        return [key for key in keys if self.weight(key) >= _LEAST_GOVERNMENT]

    def __len__(self) -> int:
        return len(self._weights)

    def shapes(self, key: int) -> list[str]:
        """Return how a form is written with spaces, folded."""
        return self._shapes[key].split("|")

    def rows(self, key: int) -> list[int]:
        """Return the numbers of the rows that a form may mean, the weightiest first."""
        rows: list[int] = self._rows[int(self._offsets[key]) : int(self._offsets[key + 1])].tolist()
        return rows

    def traits(self, key: int) -> Trait:
        """Return what is known of a form."""
        return Trait(int(self._traits[key]))

    def weight(self, key: int) -> int:
        """Return for how many inhabitants the weightiest place of a form counts."""
        return int(self._weights[key])

    def is_large(self, name: str) -> bool:
        """Tell whether a word is by itself a name of a large place, searched as it is."""
        key = self.automaton.get(name, None)
        return key is not None and self.weight(key) >= LARGE

    def need(self, key: int, shape: int, *, french: bool, korean: bool = False) -> Need:
        """Return the signs that a form needs when written in one of its shapes, by its place among `shapes`.

        `korean`: in Latin letters within a Korean text, where a capital rarely begins anything but a name.
        """
        needs = self._needs[int(self._shape_offsets[key]) + shape].tolist()
        capital, small = needs[:2] if french else needs[2:]
        return Need(min(needs[0], needs[2]) if korean else capital, small)
