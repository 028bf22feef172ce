"""What was asked, in a few lines and as a picture."""

from __future__ import annotations

import os
import struct
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from bot.records.journal_reading import Activity, Count, Standing
from bot.records.plot import MISSING, Picture, read, written
from bot.records.usage import share, summary, worst
from knowledge.text import LANGUAGES, Language

FIRST, LAST = date(2026, 12, 30), date(2027, 1, 2)
COUNTS = (
    Count(FIRST, "fr", "answered", 1200),
    Count(FIRST, "ko", "unknown", 30),
    Count(LAST, "ko", "answered", 40),
    Count(LAST, "en", "unsupported_language", 10),
)
CARDS = (Standing("fr-prefet", 900, 5, 1), Standing("kr-gun", 100, 1, 4), Standing("fr-maire", 7, 0, 1))


def plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_the_summary_says_how_many_in_which_languages_and_how_it_went() -> None:
    text = plain(summary(Activity(counts=COUNTS, cards=CARDS), FIRST, "fr"))
    assert text.splitlines()[:6] == [
        "Depuis le 30 décembre 2026 — questions : 1 280 (fr 1 200, ko 70, en 10).",
        "avec réponse : 1 240 (97 %)",
        "sans réponse : 30 (2 %)",
        "autre langue : 10 (1 %)",
        "Part restée sans réponse : 3 %",
        "Votes : 👍 6 · 👎 6",
    ]
    assert "1. fr-prefet: 900 👍 5 👎 1\n2. kr-gun: 100 👍 1 👎 4" in text
    assert text.endswith("Fiches les moins bien notées :\n- kr-gun: 100 👍 1 👎 4\n- fr-maire: 7 👎 1")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_summary_is_there_in_each_language_and_for_no_question_too(language: Language) -> None:
    assert "fr-prefet" in summary(Activity(counts=COUNTS, cards=CARDS), FIRST, language)
    assert len(summary(Activity(), FIRST, language).splitlines()) == 1


def test_the_worst_cards_are_those_voted_down_more_than_up() -> None:
    assert worst(CARDS) == [CARDS[1], CARDS[2]]
    assert share(1, 3, "en") == "33%"


def test_every_day_has_its_place_also_when_nothing_was_asked() -> None:
    picture = Picture(COUNTS, FIRST, LAST, "fr")
    assert picture.per_day(lambda count: count.status) == {
        "answered": [1200, 0, 0, 40],
        "unknown": [30, 0, 0, 0],
        "unsupported_language": [0, 0, 0, 10],
    }
    assert picture.per_day(lambda count: count.language)["ko"] == [30, 0, 0, 40]
    assert read(written(picture)) == picture


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_a_png_drawn_without_a_missing_letter(language: Language) -> None:
    drawn = _draw(Picture(COUNTS, FIRST, LAST, language))
    assert drawn.returncode == 0 and b"missing from" not in drawn.stderr
    assert drawn.stdout.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", drawn.stdout[16:24]) == (800, 700)


def test_without_matplotlib_there_is_no_picture_and_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "matplotlib.py").write_text("raise ImportError")
    drawn = _draw(Picture(COUNTS, FIRST, LAST, "fr"), PYTHONPATH=str(tmp_path))
    assert drawn.returncode == MISSING and not drawn.stdout


def _draw(picture: Picture, **more: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot.records.plot"], input=written(picture), capture_output=True, timeout=120,
        env={**os.environ, **more}, cwd=Path(__file__).parents[3],
    )  # fmt: skip
