"""What a table's intent carries, and the short text it is written as."""

from __future__ import annotations

import pytest

from bot.tables.table_intent import TableIntent, of_unit, read, table_of
from bot.words.bound import Bound


@pytest.mark.parametrize(
    ("intent", "written"),
    [
        (TableIntent("table-rank"), "table-rank"),
        (TableIntent("table-count-below", "commune"), "table-count-below/commune"),
        (TableIntent("table-largest", shown=5), "table-largest/////5"),
        (TableIntent("table-largest", "city", rank=2), "table-largest/city/////2"),
        (TableIntent("table-list-overall", "city"), "table-list-overall/city/"),  # the country is blank, but said to be
        (
            TableIntent("table-largest-overall", "departement:commune", "fr", "mainland"),
            "table-largest-overall/departement:commune/fr/mainland",
        ),
        (
            TableIntent("table-beyond", "gu", "kr", bound=Bound(over=True, number=1000), left_out=("kr-11", "kr-26")),
            "table-beyond/gu/kr//>1000///kr-11+kr-26",
        ),
        (TableIntent("table-list-below", "departement", seats=True), "table-list-below/departement///////seats"),
    ],
)
def test_an_intent_is_written_and_read_back(intent: TableIntent, written: str) -> None:
    assert intent.written() == written
    assert read(written) == intent


def test_an_intent_that_was_not_refined_lacks_all_but_its_table() -> None:
    assert read("table-largest-overall") == TableIntent("table-largest-overall")
    assert read("") == TableIntent("")


def test_the_places_ranked_by_their_parts_are_told_from_those() -> None:
    assert TableIntent("table-largest", "departement:commune").ranked == "departement"


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="many"):
        read("table-largest/city////many")


def test_an_intent_narrowed_to_a_unit_is_that_of_the_table_where_none_is_named() -> None:
    assert of_unit("table-list-below", "commune") == "table-list-below/commune"
    assert of_unit("table-list-below", "") == "table-list-below"


@pytest.mark.parametrize(
    ("intent", "asked"),
    [
        ("table-rank", "table-rank"),
        ("table-largest/city/////2", "table-largest"),
        ("partners-of/a/b/c/d/e", "partners-of"),
    ],
)
def test_what_an_intent_asks_is_told_without_what_narrows_it(intent: str, asked: str) -> None:
    assert table_of(intent) == asked
