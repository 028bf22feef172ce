"""The picture of what was asked: questions a day by outcome and by language.

It is drawn by a process of its own, so that matplotlib holds up no answer and takes none of the bot's memory:
`python -m bot.records.plot` reads `written` JSON and writes a PNG; it exits with MISSING where there is no matplotlib.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.catalogue import say
from bot.records.journal_reading import Count
from bot.records.usage import STATUSES
from knowledge.text import LANGUAGES, Language

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MISSING = 3
"""Exit code where matplotlib is not installed."""
HANGUL = "한"
# Told apart by people who do not see red and green (Okabe and Ito).
_COLOURS: dict[str, str] = {
    "answered": "#009e73",
    "clarify": "#f0e442",
    "unknown": "#d55e00",
    "unsupported_language": "#999999",
    "courtesy": "#56b4e9",
    "fr": "#0072b2",
    "ko": "#cc79a7",
    "en": "#e69f00",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: all days from `first` to `last`, also those on which nothing was asked."""

    counts: tuple[Count, ...]
    first: date
    last: date
    language: Language

    @property
    def days(self) -> list[date]:
        """Every day of the picture."""
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]

    def per_day(self, part: Callable[[Count], str]) -> dict[str, list[int]]:
        """Return how many questions there were on each day, by a part of the count (its status, its language)."""
        place = {day: number for number, day in enumerate(self.days)}
        found: dict[str, list[int]] = {}
        for count in self.counts:
            if count.day in place:
                found.setdefault(part(count), [0] * len(place))[place[count.day]] += count.questions
        return found


def written(picture: Picture) -> bytes:
    """Return what is drawn as JSON; `read` reads it back."""
    counts = [[count.day.isoformat(), count.language, count.status, count.questions] for count in picture.counts]
    ends = {"first": picture.first.isoformat(), "last": picture.last.isoformat()}
    return json.dumps({"counts": counts, **ends, "language": picture.language}).encode()


def read(text: bytes) -> Picture:
    """Return what is drawn from what `written` wrote."""
    values = json.loads(text)
    counts = tuple(Count(date.fromisoformat(day), *rest) for day, *rest in values["counts"])
    first, last = date.fromisoformat(values["first"]), date.fromisoformat(values["last"])
    return Picture(counts, first, last, values["language"])


def draw(picture: Picture) -> bytes:
    """Return the picture as a PNG; its words are in the language, in English where no font has Hangul."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    family = hangul_family() if picture.language == "ko" else "DejaVu Sans"
    language: Language = picture.language if family else "en"
    with rc_context({"font.family": [family or "DejaVu Sans", "DejaVu Sans"], "axes.unicode_minus": False}):
        figure = Figure(figsize=(8, 7), layout="constrained")
        above, below = figure.subplots(2, 1, sharex=True)
        statuses: dict[str, str] = {each: say(f"stats-status-{each}", language) for each in STATUSES}
        _bars(above, picture.days, picture.per_day(lambda count: count.status), statuses)
        above.set_title(say("plot-by-status", language))
        languages: dict[str, str] = {each: say(f"plot-language-{each}", language) for each in LANGUAGES}
        _bars(below, picture.days, picture.per_day(lambda count: count.language), languages)
        below.set_title(say("plot-by-language", language))
        file = io.BytesIO()
        figure.savefig(file, format="png", dpi=100)
    return file.getvalue()


def hangul_family() -> str | None:
    """Return a font family that can write Korean, one without serifs if there is one; None if there is none."""
    from matplotlib.font_manager import fontManager
    from matplotlib.ft2font import FT2Font

    found = set()
    for font in fontManager.ttflist:
        # The last resort has every character, as a box that says which one is missing.
        if not font.name.startswith("Last Resort") and FT2Font(font.fname).get_char_index(ord(HANGUL)):
            found.add(font.name)
    serifs = ("Serif", "Myeongjo", "Batang")
    return min(found, key=lambda name: (any(kind in name for kind in serifs), name), default=None)


def _bars(axes: Axes, days: Sequence[date], series: Mapping[str, list[int]], names: Mapping[str, str]) -> None:
    """Stack the series in the order of `names`."""
    from matplotlib.dates import AutoDateLocator, DateFormatter
    from matplotlib.ticker import MaxNLocator

    under = [0] * len(days)
    for key, name in names.items():
        if key in series:
            axes.bar(days, series[key], bottom=under, width=0.9, color=_COLOURS[key], label=name)  # type: ignore[arg-type]
            under = [low + more for low, more in zip(under, series[key], strict=True)]
    axes.xaxis.set_major_locator(AutoDateLocator(minticks=3, maxticks=8))  # type: ignore[no-untyped-call]
    pattern = "%Y-%m-%d" if days[0].year != days[-1].year else "%m-%d"
    axes.xaxis.set_major_formatter(DateFormatter(pattern))  # type: ignore[no-untyped-call]
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    axes.set_ylim(0, max(max(under), 1) * 1.05)
    axes.grid(axis="y", color="0.9")
    axes.set_axisbelow(True)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)


def main() -> int:
    """Draw what stdin describes to stdout."""
    picture = read(sys.stdin.buffer.read())
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return MISSING
    sys.stdout.buffer.write(draw(picture))
    return 0


if __name__ == "__main__":
    sys.exit(main())
