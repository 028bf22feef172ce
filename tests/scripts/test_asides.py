from __future__ import annotations

from pathlib import Path

import numpy as np

from index.ranking.lesson import Variant
from knowledge.text import LANGUAGES
from scripts.asides import FILE, SHARE, Asides

PLACES = {language: ["Suwon"] for language in LANGUAGES}


def test_every_language_has_many_pieces_on_both_sides_and_none_twice() -> None:
    asides = Asides.read()
    for side in (asides.before, asides.after):
        for language in LANGUAGES:
            assert len(side[language]) >= 40
    pieces = [line.split("\t")[2] for line in FILE.read_text("utf-8").splitlines()]
    assert len(set(pieces)) == len(pieces)


def test_about_as_many_as_are_said_get_something_and_the_phrasing_stays_whole(tmp_path: Path) -> None:
    file = tmp_path / "asides.tsv"
    file.write_text("".join(f"{t}\tbefore\tbonjour,\n{t}\tafter\t, pour X.\n" for t in LANGUAGES), "utf-8")
    around = Asides.read(file).among(PLACES, np.random.default_rng(0))
    found = [around(Variant("card:one", "fr", "qui nomme le préfet")) for _ in range(2000)]
    assert set(found) == {
        "qui nomme le préfet",
        "bonjour, qui nomme le préfet",
        "qui nomme le préfet, pour Suwon.",
        "bonjour, qui nomme le préfet, pour Suwon.",
    }
    assert abs(sum(text != "qui nomme le préfet" for text in found) / 2000 - SHARE) < 0.04


def test_the_same_seed_draws_the_same() -> None:
    variants = [Variant("card:one", language, f"{number}") for language in LANGUAGES for number in range(50)]
    one, other = (list(map(Asides.read().among(PLACES, np.random.default_rng(3)), variants)) for _ in range(2))
    assert one == other
