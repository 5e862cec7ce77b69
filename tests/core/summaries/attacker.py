"""Who reads a published summary, knows how it was made, and tries every table it could tell of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from outreach_app.rules.masking import Count, Hidden
from tests.core.rules.test_masking import Numbers, by_print

# The places where something was counted, and for each place the numbers it could then be.
Where = frozenset[int]
Possible = Mapping[Where, Mapping[int, set[int]]]


@dataclass(frozen=True)
class Printed:
    """A column as it is printed; `cells` is None where only its total is."""

    cells: tuple[Count, ...] | None
    total: Count


@cache
def possible(printed: Printed, order: Numbers, *, leads: bool = False) -> Possible:
    """What a column could be; where the leading one has no number, none of them is printed."""
    found: defaultdict[Where, dict[int, set[int]]] = defaultdict(dict)
    for cells, tables in by_print(printed.total, order).items():
        is_blank = all(isinstance(cell, Hidden) for cell in cells)
        if cells == printed.cells or (printed.cells is None and (is_blank or not leads)):
            for table in tables:
                where = frozenset(place for place, number in enumerate(table) if number)
                for place, number in enumerate(table):
                    found[where].setdefault(place, set()).add(number)
    return found


def numbers_of_regions(columns: Sequence[Printed], order: Numbers) -> list[list[set[int]]]:
    """What each cell could be: nothing was counted where there was no session (the first)."""
    sessions, *others = columns
    leading = possible(sessions, order, leads=True)
    following = [possible(printed, order) for printed in others]
    held = [where for where in leading if all(_within(each, where) for each in following)]
    cells = [_numbers(leading, set(held), len(order))]
    for each in following:
        fitting = {where for where in each if any(where <= place for place in held)}
        cells.append(_numbers(each, fitting, len(order)))
    return cells


def numbers_of_channels(now: Printed, before: Printed, order: Numbers) -> list[list[set[int]]]:
    """What each cell could be: a channel that is named was used now or before."""
    columns = possible(now, order), possible(before, order)
    fitting = [pair for pair in product(*columns) if frozenset().union(*pair) == frozenset(order)]
    return [
        _numbers(column, {pair[place] for pair in fitting}, len(order))
        for place, column in enumerate(columns)
    ]


def _within(column: Possible, held: Where) -> bool:
    return any(where <= held for where in column)


def _numbers(column: Possible, fitting: set[Where], length: int) -> list[set[int]]:
    return [set().union(*(column[where][place] for where in fitting)) for place in range(length)]
