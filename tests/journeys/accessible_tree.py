"""Prints what a screen reader finds of a program: a line of JSON for each control in sight.

`/usr/bin/python3 accessible_tree.py PID`: run by the system's Python, which has the bindings.
"""

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Protocol, cast

importlib.import_module("gi").require_version("Atspi", "2.0")
ATSPI = importlib.import_module("gi.repository.Atspi")


class States(Protocol):
    """The states of a node."""

    def contains(self, state: object) -> bool: ...


class Node(Protocol):
    """A node of the tree that assistive technology reads."""

    def get_child_count(self) -> int: ...
    def get_child_at_index(self, place: int) -> "Node | None": ...
    def get_state_set(self) -> States: ...
    def get_process_id(self) -> int: ...
    def get_role_name(self) -> str: ...
    def get_name(self) -> str: ...


def children(node: Node) -> Iterator[Node]:
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None:
            yield child


def controls(node: Node) -> Iterator[Node]:
    """Yield every visible control below a node that can have the focus."""
    for child in children(node):
        states = child.get_state_set()
        if not states.contains(ATSPI.StateType.SHOWING):
            continue
        if states.contains(ATSPI.StateType.FOCUSABLE):
            yield child
        yield from controls(child)


def main() -> None:
    for program in children(cast("Node", ATSPI.get_desktop(0))):
        if program.get_process_id() == int(sys.argv[1]):
            for window in children(program):
                for control in controls(window):
                    found = {"role": control.get_role_name(), "name": control.get_name()}
                    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
