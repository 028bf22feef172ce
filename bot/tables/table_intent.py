"""What a subject over the table of places asks, as its intent carries it in one short text.

What a table's intent lacks is put behind it: `table-count-below/commune`; for a question that names no place the
country too, and the part of France: `table-largest-overall/city/fr/mainland`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.words.bound import Bound
from bot.words.bound import read as read_bound

OVERALL = "-overall"
"""How the tables end that are asked of a whole country."""
_FIELDS = 10
_TO_COUNTRY = 3
"""Fields up to the country, which the intent of a whole country has though it be blank."""
_AND = "+"
_SEATS = "seats"


@dataclass(frozen=True, slots=True)
class TableIntent:
    """A question over the table: which, and what narrows it; blank, None and 0 where it is not narrowed.

    `unit` is what is counted, or the places ranked with the parts they are ranked by (`departement:commune`), `country`
    `fr` or `kr`, `reach` the part of France, `bound` a number of inhabitants, `shown` how many are to be shown, `rank`
    the rank asked for, `left_out` the ids of the places left out with what lies in them. `seats`: each place that
    is named is told with its seat. `together`: how many of the first places are put together.
    """

    table: str
    unit: str = ""
    country: str = ""
    reach: str = ""
    bound: Bound | None = None
    shown: int = 0
    rank: int = 0
    left_out: tuple[str, ...] = ()
    seats: bool = False
    together: int = 0

    @property
    def ranked(self) -> str:
        """The unit of the places asked for, without the parts that they are ranked by."""
        return self.unit.partition(":")[0]

    def written(self) -> str:
        """Return it as the intent of a subject; `read` reads it back."""
        limit = "" if self.bound is None else self.bound.written()
        numbers = (str(number or "") for number in (self.shown, self.rank))
        apart, seats, together = _AND.join(self.left_out), _SEATS * self.seats, str(self.together or "")
        fields = (self.table, self.unit, self.country, self.reach, limit, *numbers, apart, seats, together)
        last = max(number for number, field in enumerate(fields, 1) if field or number == 1)
        if self.table.endswith(OVERALL):
            last = max(last, _TO_COUNTRY)
        return "/".join(fields[:last])


def read(intent: str) -> TableIntent:
    """Return what an intent asks, refined or not. Raises ValueError where one of its numbers is none."""
    fields = (*intent.split("/"), *[""] * (_FIELDS - 1))[:_FIELDS]
    table, unit, country, reach, limit, shown, rank, left_out, seats, together = fields
    apart = tuple(left_out.split(_AND)) if left_out else ()
    numbers = int(shown or 0), int(rank or 0)
    return TableIntent(
        table, unit, country, reach, read_bound(limit), *numbers, apart, seats == _SEATS, int(together or 0)
    )


def table_of(intent: str) -> str:
    """Return what an intent asks without what narrows it; of one over partnerships, too, which `read` does not read."""
    return intent.partition("/")[0]


def of_unit(table: str, unit: str) -> str:
    """Return the intent of a table narrowed to a unit and to nothing else; that of the whole table for a blank one."""
    return TableIntent(table, unit).written()


def without(intent: str, ids: tuple[str, ...]) -> str:
    """Return an intent that leaves out some places (ids) with what lies in them."""
    return replace(read(intent), left_out=ids).written()
