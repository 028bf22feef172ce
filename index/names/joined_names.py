"""Names of bodies however their words are joined, and whether they are said of one or of several."""

from __future__ import annotations

from collections.abc import Iterable

from index.names.run_together import RunTogether, Word, numberless, words_of
from knowledge import countries
from knowledge.forms import Forms
from knowledge.text import HANGUL, bare

Ids = tuple[str, ...]

_SHORTEST, _SHORTEST_IN_HANGUL = 6, 3
"""Letters of the shortest name that counts, and syllables."""
_TELLING = 2
"""Words beside those of countries from which a name is no unit of a country: "région de France" is no association."""


class JoinedNames:
    """Finds names, each given with the id of what bears it; `words` are those each name is made of, run together."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        ids: dict[str, dict[str, None]] = {}
        of_any_number: dict[str, dict[str, None]] = {}
        self.words: dict[str, list[str]] = {}
        for name, id in names:
            words = words_of(name)
            letters = _joined(words)
            if len(letters) < (_SHORTEST_IN_HANGUL if HANGUL.search(letters) else _SHORTEST):
                continue
            ids.setdefault(letters, {})[id] = None
            self.words.setdefault(letters, []).extend(word.letters for word in words)
            if _tells_without_number(name, words):
                of_any_number.setdefault(_joined(numberless(words)), {})[id] = None
        self.forms = Forms({name: tuple(found) for name, found in ids.items()})
        self._of_any_number = Forms({name: tuple(found) for name, found in of_any_number.items()})

    def find(self, text: str) -> list[tuple[int, int, Ids]]:
        """Return where names stand in a text, with the ids of what bears each.

        One that is part of a longer word of the text is none: 한국 대사관저.
        """
        words = words_of(text)
        return [*_found(self.forms, words), *_found(self._of_any_number, numberless(words))]


def _found(forms: Forms[Ids], words: list[Word]) -> list[tuple[int, int, Ids]]:
    read = RunTogether(words)
    return [(*read.span(start, end), ids) for start, end, ids in forms.find(read.letters, read.is_whole)]


def _joined(words: Iterable[Word]) -> str:
    return "".join(word.letters for word in words)


def _tells_without_number(name: str, words: list[Word]) -> bool:
    """Tell whether a name in Latin letters stays one of its own without what tells one from several."""
    if HANGUL.search(name) or len(words) < _TELLING:
        return False
    homes = {word for start, end in _homes(name) for word in bare(name)[start:end].split()}
    return sum(word.letters not in homes for word in words) >= _TELLING


def _homes(name: str) -> list[countries.Span]:
    return [span for span, _ in countries.named(name)]
