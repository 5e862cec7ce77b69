"""Print what a screen reader finds of a program: a line of JSON for each visible control.

`/usr/bin/python3 accessible_tree.py PID`: run by the system's Python, which has the bindings.
"""

import importlib
import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Protocol, cast

importlib.import_module("gi").require_version("Atspi", "2.0")
ATSPI = importlib.import_module("gi.repository.Atspi")
# Each node is a question to the program: the first rows of a list are enough, and all pages.
LISTS = {"list", "table", "tree", "tree table"}
ROWS = 12
Box = tuple[int, int, int, int]  # left, top, width, height


class States(Protocol):
    """The states of a node."""

    def contains(self, state: object) -> bool: ...


class Extents(Protocol):
    """The place and the size of a node."""

    x: int
    y: int
    width: int
    height: int


class Node(Protocol):
    """A node of the tree that assistive technology reads."""

    def get_child_count(self) -> int: ...
    def get_child_at_index(self, place: int) -> "Node | None": ...
    def get_state_set(self) -> States: ...
    def get_process_id(self) -> int: ...
    def get_role_name(self) -> str: ...
    def get_name(self) -> str: ...
    def get_extents(self, relative_to: object) -> Extents: ...


def children(node: Node) -> Iterator[Node]:
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def controls(node: Node, sight: Box) -> Iterator[tuple[Node, Box]]:
    """Yield every control below a node that can have the focus, with the part of it in sight."""
    most = ROWS if node.get_role_name() in LISTS else None
    for child in islice(children(node), most):
        states = child.get_state_set()
        if not states.contains(ATSPI.StateType.SHOWING):
            continue
        place = common(sight, box(child))
        if place[2] <= 0 or place[3] <= 0:
            continue  # it was scrolled out of sight
        if states.contains(ATSPI.StateType.FOCUSABLE):
            yield child, place
        yield from controls(child, place)


def box(node: Node) -> Box:
    place = node.get_extents(ATSPI.CoordType.SCREEN)
    return place.x, place.y, place.width, place.height


def common(one: Box, other: Box) -> Box:
    """Return the part that two boxes share; without one, its width or height is not positive."""
    left, top = max(one[0], other[0]), max(one[1], other[1])
    right = min(one[0] + one[2], other[0] + other[2])
    bottom = min(one[1] + one[3], other[1] + other[3])
    return left, top, right - left, bottom - top


def main() -> None:
    # A busy machine answers late: how long is waited is for the caller to say, in both cases.
    ATSPI.set_timeout(-1, -1)
    for program in children(cast("Node", ATSPI.get_desktop(0))):
        if program.get_process_id() == int(sys.argv[1]):
            for window in children(program):
                for control, place in controls(window, box(window)):
                    found = {
                        "role": control.get_role_name(),
                        "name": control.get_name(),
                        "place": place,
                        "is_current": control.get_state_set().contains(ATSPI.StateType.FOCUSED),
                    }
                    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
