"""No reader of the store breaks on a code that it does not know."""

import ast

from tests.guards.sources import nodes, place, python_files

# The names of columns that hold codes. Mappings must be read by `get` or by `word_of`.
CODES = {
    "category",
    "channel",
    "code",
    "destination",
    "kind",
    "owner",
    "phrase",
    "reaction",
    "role",
    "state",
    "status",
    "type",
}
READERS = ("ui", "outreach_app/summaries", "outreach_app/documents", "outreach_app/queries")
# Mappings with keys made only by the program, and counters, which return 0 for any key.
OF_THE_PROGRAM = {
    "ROLES",
    "STATUS_ICONS",
    "WEEK_ICONS",
    "_whole_sentences() | _sentences_without_a_number()",
    "_ACCUSATIVE",
    "_COLUMNS",
    "_ICONS",
    "_MONTHS",
    "_READ",
    "_REQUESTS",
    "_STATES",
    "_STATUS_ACTIONS",
    "_CHANGES",
    "FILLS",
    "POINT_KINDS",
    "STATES",
    "before",
    "before.channels",
    "before.met",
    "counts",
    "held",
    "known",
    "labels.figures",
    "meetings",
    "names",
    "not_met",
    "now.channels",
    "now.met",
    "numbers",
    "self._counts",
    "self._found",
    "states",
    "tallies",
    "then",
    "topic.regions",
}


def _indexed_by_codes() -> list[str]:
    found = []
    for path in python_files(*READERS):
        for node in nodes(path):
            if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load):
                key = node.slice  # the last name of `row.status`
                name = key.attr if isinstance(key, ast.Attribute) else getattr(key, "id", "")
                if name in CODES and ast.unparse(node.value) not in OF_THE_PROGRAM:
                    found.append(f"{place(path, node)} {ast.unparse(node)[:60]}")
    return found


def test_no_mapping_is_indexed_by_a_code_of_the_store() -> None:
    assert _indexed_by_codes() == []


def test_no_enum_is_asked_for_a_text() -> None:
    """Before Python 3.12 `text in SomeEnum` raises; `text in list(SomeEnum)` does not."""
    files = python_files("outreach_app", "ui")
    enums = {
        node.name
        for path in files
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
        and any(ast.unparse(parent).endswith("Enum") for parent in node.bases)
    }
    assert not [
        place(path, node)
        for path in files
        for node in nodes(path)
        if isinstance(node, ast.Compare)
        and isinstance(node.ops[0], ast.In | ast.NotIn)
        and ast.unparse(node.comparators[0]) in enums
    ]
