"""What is known of the languages in Latin letters: word lists, how frequent words are, the n-grams of langdetect.

The tables (the folder `profiles` of the package langdetect) count the one to three letters in a row of each language's
Wikipedia abstracts. Its detector is left aside: it draws at random, races on its first use and raises on text without
letters. Its Korean table is left aside too, the script decides there.
"""

from __future__ import annotations

import csv
import gzip
import importlib.resources
import json
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np
from numpy.typing import NDArray

from knowledge.text import bare

Kind = Literal["greeting", "clause", "phrase", "content"]
Vector = NDArray[np.float64]

LATIN = ("fr", "en", "es", "it", "pt", "de", "nl", "vi", "id", "tr", "pl", "ro")
"""The languages told apart, the two that Guichet speaks first; every `Vector` has one place for each."""

_PLACE = {language: place for place, language in enumerate(LATIN)}

# All weights are natural logarithms of a likelihood ratio.
_WEIGHT: Mapping[Kind, float] = {"greeting": 4.0, "clause": 4.0, "phrase": 3.0, "content": 2.2}
# A word in no list says as much as a function word at most, where it is far more frequent in one language; less by its
# spelling alone, however French or English it looks: it may be a name or borrowed.
_FREQUENCY_LIMIT = 3.0
_SPELLING_LIMIT = 2.0
# An accent makes a word French that both write without ("différence").
_ACCENT_LEAN = 1.0
_SPELLING_SCALE = 0.5
# Names alone ("Seoul, Sejong, Jeju") decide nothing, whatever their letters.
_NAMES_LIMIT = 1.4
# People leave accents out: this share of the accented n-grams counts for the bare ones as well.
_BARE_SHARE = 0.3
# Added to every probability, as langdetect does (its alpha of 0.5 over 10,000).
_SMOOTHING = 5e-5
# The least share of a word's trigrams that French or English must know for its spelling to count: "kjhgf" says nothing.
_PLAUSIBLE = 0.5

# Beside ASCII, the letters of French and of romanised Korean and Japanese names.
_FAMILIAR = frozenset("àâæçéèêëîïôœùûüÿŏŭō")
# "cooperation", "decentralisation": the same in French without accents and in English.
_COGNATE_ENDINGS = ("tion", "tions", "sion", "sions")


@dataclass(frozen=True)
class Evidence:
    """What the words of one message say of its language.

    `lean` is how much likelier French is than English (a logarithm): listed words, and with a limit on each the others,
    by their frequencies or else by their spelling. `likelihoods` compares all of `LATIN`: listed words, and spelling
    without a limit. `greeting`, `clause` and `phrase` count the listed words by language, `own` those that are neither
    French nor English, `unshared` by language those that are French or English and not of that language;
    `foreign_letters` counts the words with a letter that neither French nor English writes.
    """

    words: int
    lean: float
    likelihoods: Vector
    greeting: Mapping[str, int]
    clause: Mapping[str, int]
    phrase: Mapping[str, int]
    own: Mapping[str, int]
    unshared: Mapping[str, int]
    foreign_letters: int


class Lexicon:
    """The word lists of `function_words.tsv`: what kind of word it is, in which languages."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, Kind]] = {}
        bare_kinds: list[tuple[str, str, Kind]] = []
        french_terms: set[str] = set()
        terms: set[str] = set()
        lines = importlib.resources.files("bot").joinpath("function_words.tsv").read_text(encoding="utf-8").splitlines()
        for row in csv.DictReader(lines, delimiter="\t"):
            words = row["words"].split()
            if row["kind"] == "term":
                (french_terms if row["language"] == "fr" else terms).update(words, map(bare, words))
                continue
            kind = cast(Kind, row["kind"])
            for word in words:
                self._kinds.setdefault(word, {}).setdefault(row["language"], kind)
                # Vietnamese without its marks is French or English by accident ("la", "co", "on").
                if row["language"] != "vi":
                    bare_kinds.append((bare(word), row["language"], kind))
        for word, language, kind in bare_kinds:
            self._kinds.setdefault(word, {}).setdefault(language, kind)
        self._french_terms = frozenset(french_terms)
        self._terms = frozenset(terms)

    def kinds(self, word: str) -> Mapping[str, Kind]:
        """Return the kind of the lower-case word in each language that lists it, accents left out if need be."""
        return self._kinds.get(word) or self._kinds.get(bare(word)) or {}

    def is_term(self, word: str) -> bool:
        """Tell whether the lower-case word stands in questions of all languages and so says nothing."""
        if word.isascii() and len(word) > 7 and word.endswith(_COGNATE_ENDINGS):
            return True
        return word in self._terms or self.is_french_term(word)

    def is_french_term(self, word: str) -> bool:
        """Tell whether the lower-case word is a term that only French spells like this ("mairie")."""
        return word in self._french_terms


class Leanings:
    """The words of `word_leanings.tsv.gz`: how much likelier French than English each is."""

    def __init__(self) -> None:
        file = importlib.resources.files("bot").joinpath("word_leanings.tsv.gz")
        lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
        self._leans: dict[str, float] = {}
        for line in lines[1:]:
            lean, words = line.split("\t")
            self._leans.update(dict.fromkeys(words.split(" "), float(lean)))

    def of(self, word: str) -> float | None:
        """Return the logarithm of how many times as frequent the lower-case word is in French; None if it is rare."""
        written = bare(word)
        lean = self._leans.get(written)
        if lean is not None and written != word and not _has_foreign_letter(word):
            return max(lean, _ACCENT_LEAN)
        return lean


class NGrams:
    """The n-gram tables, as natural logarithms of smoothed probabilities."""

    def __init__(self) -> None:
        counts = [_table(language) for language in LATIN]
        self._rows = {gram: row for row, gram in enumerate(sorted(set().union(*counts)))}
        shares = np.full((len(self._rows), len(LATIN)), _SMOOTHING)
        for place, count in enumerate(counts):
            for gram, share in count.items():
                shares[self._rows[gram], place] += share
        self._spoken = shares[:, :2] > _SMOOTHING
        self._logarithms: Vector = np.log(shares)

    def likelihoods(self, word: str) -> Vector:
        """Return the logarithm of the word's likelihood in each of `LATIN`; n-grams that none has are passed over."""
        padded = f" {word} "
        grams = [padded[i : i + n] for n in (1, 2, 3) for i in range(len(padded) - n + 1)]
        rows = [row for gram in grams if (row := self._rows.get(gram)) is not None]
        total: Vector = self._logarithms[rows].sum(axis=0)
        return total

    def is_plausible(self, word: str) -> bool:
        """Tell whether the word could be French or English by its trigrams."""
        padded = f" {word} "
        rows = [row for i in range(len(word)) if (row := self._rows.get(padded[i : i + 3])) is not None]
        return bool(rows) and self._spoken[rows].sum(axis=0).max() >= _PLAUSIBLE * len(word)


class Profiles:
    """Word lists and n-gram tables; immutable, so that threads share one."""

    def __init__(self) -> None:
        self.lexicon = Lexicon()
        self._leanings = Leanings()
        self._ngrams = NGrams()

    def evidence(self, words: Iterable[str], *, names_only: bool) -> Evidence:
        """Weigh the lower-case words of one message; `names_only` says that all of them are capitalised."""
        listed, likelihoods = np.zeros(len(LATIN)), np.zeros(len(LATIN))
        count: dict[Kind, Counter[str]] = {kind: Counter() for kind in _WEIGHT}
        own: Counter[str] = Counter()
        unshared: Counter[str] = Counter()
        spelling = 0.0
        total = implausible = foreign_letters = 0
        for word in words:
            total += 1
            foreign_letters += _has_foreign_letter(word)
            likelihood = self._ngrams.likelihoods(word)
            likelihoods += likelihood
            kinds = self.lexicon.kinds(word)
            for language, kind in kinds.items():
                listed[_PLACE[language]] += _WEIGHT[kind]
                count[kind][language] += 1
            if "fr" in kinds or "en" in kinds:
                unshared.update(language for language in LATIN[2:] if language not in kinds)
            # Single letters ("o", "w", "z") are words elsewhere and typing faults here.
            if "fr" not in kinds and "en" not in kinds and (len(word) > 1 or word in "¿¡"):
                own.update(kinds.keys())
            lean = 0.0 if kinds else self._lean(word, likelihood)
            implausible += lean is None
            spelling += lean or 0.0
        if 2 * implausible > total:
            spelling = 0.0
        if names_only:
            spelling = _clip(spelling, _NAMES_LIMIT)
        return Evidence(
            words=total,
            lean=float(listed[0] - listed[1]) + spelling,
            likelihoods=likelihoods + listed,
            greeting=count["greeting"],
            clause=count["clause"],
            phrase=count["phrase"],
            own=own,
            unshared=unshared,
            foreign_letters=foreign_letters,
        )

    def _lean(self, word: str, likelihood: Vector) -> float | None:
        """Return how much likelier French than English a word in no list is; None where it could be neither."""
        lean = self._leanings.of(word)
        if lean is not None:
            return _clip(lean, _FREQUENCY_LIMIT)
        if self._ngrams.is_plausible(word):
            return _clip(_SPELLING_SCALE * float(likelihood[0] - likelihood[1]), _SPELLING_LIMIT)
        return None


def profiles() -> Profiles:
    """Return the one set of profiles, read at the first call, whichever thread makes it."""
    global _loaded
    with _lock:
        if _loaded is None:
            _loaded = Profiles()
        return _loaded


_lock = threading.Lock()
_loaded: Profiles | None = None


def _has_foreign_letter(word: str) -> bool:
    return any(c.isalpha() and not c.isascii() and c not in _FAMILIAR for c in word)


def _clip(value: float, limit: float) -> float:
    return min(max(value, -limit), limit)


def _table(language: str) -> Mapping[str, float]:
    """Read the n-grams of one language in lower case, each as its share of all that are as long."""
    source = importlib.resources.files("langdetect").joinpath("profiles", language)
    profile = json.loads(source.read_text(encoding="utf-8"))
    shares: Counter[str] = Counter()
    for gram, number in profile["freq"].items():
        share = number / profile["n_words"][len(gram) - 1]
        lower = gram.lower()
        shares[lower] += share
        if bare(lower) != lower:
            shares[bare(lower)] += _BARE_SHARE * share
    return shares
