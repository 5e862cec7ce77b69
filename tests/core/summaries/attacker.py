"""An attacker who knows the method, and tries every table consistent with a published summary."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

from outreach_app.rules.masking import Count, Hidden
from tests.core.rules.test_masking import Numbers, by_print

# The positions of counts, with the possible numbers of each.
Where = frozenset[int]
Possible = Mapping[Where, Mapping[int, set[int]]]


@dataclass(frozen=True)
class Printed:
    """A printed column; `cells` is None if only its total is printed."""

    cells: tuple[Count, ...] | None
    total: Count


@cache
def possible(printed: Printed, order: Numbers, *, leads: bool = False) -> Possible:
    """Return the possible values of a column; if the leading one is hidden, none is printed."""
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
    """Return the possible values of each cell: zero if there was no session (the first)."""
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
    """Return the possible values of each cell: a named channel was used now or before."""
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
