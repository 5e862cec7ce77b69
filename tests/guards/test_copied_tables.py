"""Rows that are copied out of the window are a row of the access log, whatever the table."""

import ast

from tests.guards.sources import ROOT, nodes, python_files

# Not of the register: the file that somebody imports, and what the tables are made of.
_ELSEWHERE = ("ui/import_wizard/", "ui/tables/")
# Makes two tables for a screen, which says what may be copied.
_MADE_FOR = {"ui/retention/columns.py": "ui/retention/screen.py"}


def test_every_table_says_what_of_it_may_be_copied() -> None:
    made: dict[str, int] = {}
    said: dict[str, int] = {}
    for path in python_files("ui"):
        for node in nodes(path):
            where = path.relative_to(ROOT).as_posix()
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Table":
                made[where] = made.get(where, 0) + 1
            if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
                said[where] = said.get(where, 0) + (node.attr == "taken")
    silent = {
        where
        for where, number in made.items()
        if not where.startswith(_ELSEWHERE) and said.get(_MADE_FOR.get(where, where), 0) < number
    }
    # The list of partners belongs to the commands of its page.
    assert silent <= {"ui/partners/list_pane.py"}
