"""What a table told is narrowed by a size or a mean, or told of one place more."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.followups.same_unit import of_the_unit_counted, with_one_more
from bot.subject import Subject
from bot.words.question import Question
from tests.bot.place_table import library
from tests.bot.understood import named_in, surely

BELOW = Subject("table", ("kr-47",), "table-count-below/kr-gun")
OVERALL = Subject("table", (), "table-list-overall/kr-gun/kr")


@pytest.mark.parametrize(
    ("text", "shown", "intent"),
    [
        ("any over 50,000?", BELOW, "table-beyond/kr-gun///>50000"),
        ("any over 200,000?", OVERALL, "table-beyond/kr-gun/kr//>200000"),
        ("5만 넘는 데는요?", BELOW, "table-beyond/kr-gun///>50000"),
        ("et la moyenne d'habitants ?", BELOW, "table-average/kr-gun"),
        ("평균 인구는요?", BELOW, "table-average/kr-gun"),
        ("et en moyenne ?", OVERALL, "table-average-overall/kr-gun/kr"),
    ],
)
def test_the_unit_counted_stays(text: str, shown: Subject, intent: str) -> None:
    found = of_the_unit_counted(Question(text, surely("fr")), shown)
    assert found == Subject("table", shown.ids, intent)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("any si over 50,000?", BELOW),  # another unit
        ("et le revenu moyen ?", BELOW),
        ("any over 50,000 with a sister city?", BELOW),
        ("et les maires ?", BELOW),
        ("any over 50,000?", Subject("table", ("kr-47",), "table-count-below")),
        ("any over 50,000?", Subject("place", ("kr-47",), "population")),
        ("any over 50,000?", None),
    ],
)
def test_what_says_more_is_left(text: str, shown: Subject | None) -> None:
    assert of_the_unit_counted(Question(text, surely("fr")), shown) is None


@pytest.mark.parametrize(
    ("shown", "name", "id", "ids"),
    [
        (("table-same-above", "fr-com-37072", "fr-dep-37"), "Tours", "fr-com-37261", ("fr-com-37261", "fr-dep-37")),
        (
            ("table-compare-population", "fr-com-37072", "kr-41110"),
            "Tours",
            "fr-com-37261",
            ("fr-com-37072", "kr-41110", "fr-com-37261"),
        ),
    ],
)
def test_one_place_more_is_told_of(
    tmp_path: Path, shown: tuple[str, ...], name: str, id: str, ids: tuple[str, ...]
) -> None:
    intent, *told = shown
    question = Question(f"Et {name} ?", surely("fr"), places=(named_in(f"Et {name} ?", name, id),))
    found = with_one_more(question, Subject("table", tuple(told), intent), library(tmp_path).gazetteer)
    assert found == Subject("table", ids, intent)


@pytest.mark.parametrize(
    ("text", "name", "id", "shown"),
    [
        ("Et le site de Tours ?", "Tours", "fr-com-37261", ("table-same-above", "fr-com-37072", "fr-dep-37")),
        ("Et l'Indre-et-Loire ?", "Indre-et-Loire", "fr-dep-37", ("table-same-above", "fr-com-37072", "fr-dep-37")),
        (
            "Et l'Indre-et-Loire ?",
            "Indre-et-Loire",
            "fr-dep-37",
            ("table-compare-population", "fr-com-37072", "kr-41110"),
        ),
        ("Et Tours ?", "Tours", "fr-com-37261", ("table-same-above", "fr-com-37072", "fr-com-37261")),
        ("Et Tours ?", "Tours", "fr-com-37261", ("table-count-below", "fr-dep-37")),
    ],
)
def test_another_kind_or_another_line_is_not(
    tmp_path: Path, text: str, name: str, id: str, shown: tuple[str, ...]
) -> None:
    intent, *told = shown
    question = Question(text, surely("fr"), places=(named_in(text, name, id),))
    assert with_one_more(question, Subject("table", tuple(told), intent), library(tmp_path).gazetteer) is None
