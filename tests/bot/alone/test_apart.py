"""What is asked of the places below one but for some of them."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.alone.apart import below_but_for
from bot.words.question import Question
from index.ranking.ranker import Candidate, Ranking
from index.snapshot import Snapshot
from tests.bot.blank_model import Blank
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

NAMES = {"Indre-et-Loire": "fr-dep-37", "Gyeonggi": "kr-41", "Loiret": "fr-dep-45", "Suwon": "kr-41110"}
LARGEST = SimpleNamespace(
    threshold=0.5, met=lambda *_: None, rank=lambda *_, **__: Ranking((Candidate("intent:table-largest", 1.0),), 0.9)
)


def _asked(folder: Path, text: str) -> str | None:
    places = tuple(named_in(text, n, id) for n, id in NAMES.items() if n in text)
    question = Question(text, surely("en"), places)
    snapshot = SimpleNamespace(placed=LARGEST, model=Blank(), library=library(folder))
    named = below_but_for(question, cast(Snapshot, cast(Any, snapshot)))
    return None if named is None else named.subjects[0].intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Indre-et-Loire, largest commune that isn't the prefecture", "table-largest/commune//////fr-com-37261"),
        ("la plus grande commune d'Indre-et-Loire hormis le chef-lieu", "table-largest/commune//////fr-com-37261"),
        ("Gyeonggi에서 도청 소재지 말고 가장 큰 시", "table-largest/city//////kr-41110"),
        ("Gyeonggi, largest city, not counting Suwon", "table-largest/city//////kr-41110"),
        ("Gyeonggi, the largest city after Suwon", "table-largest/city//////kr-41110"),
        ("Gyeonggi, which city comes second, behind Suwon?", "table-largest/city//////kr-41110"),
        ("Gyeonggi에서 Suwon 다음으로 큰 시는?", "table-largest/city//////kr-41110"),
        ("Gyeonggi, largest gun, not counting Suwon", "table-largest/kr-gun"),
        ("Loiret, largest commune, not counting Suwon", None),
        ("Loiret, largest commune that isn't the prefecture", None),
        ("largest commune of Indre-et-Loire and its prefecture", None),
        ("", None),
    ],
)
def test_what_is_of_the_unit_is_left_out_or_holds_some(tmp_path: Path, text: str, intent: str | None) -> None:
    assert _asked(tmp_path, text) == intent
