"""The table of how much likelier French than English a word is."""

from __future__ import annotations

import csv
import gzip
from importlib.resources import files

from knowledge.library import SHIPPED
from scripts.word_leanings import leanings


def test_words_of_one_lean_stand_together_and_rare_ones_are_left_out() -> None:
    rows = [
        {"word": "mairie", "fr": "50", "en": ""},
        {"word": "council", "fr": "25", "en": "55"},
        {"word": "banlieue", "fr": "50", "en": ""},
        {"word": "place", "fr": "55", "en": "55"},
        {"word": "rare", "fr": "29", "en": ""},
        {"word": "수원", "fr": "", "en": "40"},
    ]
    assert leanings(rows) == [("-6.91", "council"), ("0.00", "place"), ("6.91", "banlieue mairie")]


def test_shipped_table_is_what_the_script_makes() -> None:
    with gzip.open(SHIPPED / "places" / "words.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        made = leanings(csv.DictReader(file, delimiter="\t"))
    shipped = gzip.decompress(files("bot").joinpath("word_leanings.tsv.gz").read_bytes()).decode().splitlines()
    assert [tuple(line.split("\t")) for line in shipped[1:]] == made
