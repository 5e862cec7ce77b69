"""No code is dead: in the program, what only tests call counts as dead."""

import ast
import re
from collections import Counter
from fnmatch import translate
from functools import cache
from pathlib import Path

from vulture import Vulture
from vulture.core import Item

from outreach_app.cli.command_list import COMMANDS
from tests.guards.sources import ROOT, module_name, nodes, python_files, tree

PROGRAM = ["main.py", "outreach_app", "ui", "scripts"]
TESTS = ["tests", "benchmarks"]

CALLED_BY_DECORATOR = ["@event.listens_for", "@pytest.fixture", "@rule", "@Slot"]
CALLED_BY_LIBRARIES = [
    *("[a-z]*[A-Z]*", "clone"),  # Qt
    *("dialect", "process_bind_param", "process_result_value", "down_revision"),  # SQLAlchemy
    *("order_by_clause", "statement_compiler", "type_compiler_instance"),
    *("_make_preamble", "_preamble", "Contents", "MarkInfo"),  # ReportLab
    *("StructTreeRoot", "ViewerPreferences", "Lang"),
    *("freeze_panes", "ref", "cleanup"),  # openpyxl
    *("handle_*tag", "handle_data", "*Handler"),  # the standard library's parsers
    *("comments", "last_modified_by", "modified", "is_linked_to_previous"),  # python-docx
    "different_first_page_header_footer",
    # Typer reads the parameters of a command, and makes its context.
    *("__signature__", "ui_lang", "debug", "make_context"),
    *("pytest_*", "pytestmark", "teardown"),  # pytest and Hypothesis
    "DataclassInstance",  # used only in quoted annotations
]
KEPT_FOR_OTHERS = [
    "open_bundle",  # reading a whole file in one call: the core's entry to the format
    "CREATE_INDEXES",  # the reference for migrations
    "LOG",  # the last tab of the exchange page, named with the others
    "render",  # one document, as the child process renders each
]
_DOTTED = re.compile(r"\b(\w+)(?=\"?\)?\.(\w+))")  # the name of a module, in any quotes


def test_everything_is_called() -> None:
    """First the program on its own; then the tests, by either."""
    commands = [function.partition(".")[2] for _name, function, _purpose in COMMANDS]
    names = [*CALLED_BY_LIBRARIES, *KEPT_FOR_OTHERS, *commands]
    # Vulture would try a hundred patterns on every definition; here on those that nobody calls.
    is_called = re.compile("|".join(map(translate, names))).match
    vulture = Vulture(ignore_decorators=CALLED_BY_DECORATOR)
    for folders in (PROGRAM, TESTS):
        vulture.scavenge([str(ROOT / folder) for folder in folders])
        unused = [item for item in vulture.get_unused_code() if not is_called(item.name)]
        dead = [item for item in unused if not _is_field(item)]
        assert not [item.get_report() for item in dead]


def test_every_definition_is_named_again() -> None:
    """Vulture treats a name as used if anything of that name is; this distinguishes modules."""
    texts = {path: path.read_text(encoding="utf-8") for path in python_files(*PROGRAM[1:])}
    imported = {
        (node.module, alias.name)
        for path in texts
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    words = {path: Counter(re.findall(r"\w+", text)) for path, text in texts.items()}
    dotted = {pair for text in texts.values() for pair in _DOTTED.findall(text)}
    assert not [
        f"{path.relative_to(ROOT)}: {name}"
        for path in texts
        for name in _definitions(path)
        if words[path][name] == 1
        and (module_name(path), name) not in imported
        and (module_name(path).split(".")[-1], name) not in dotted
        and name not in KEPT_FOR_OTHERS
    ]


def _definitions(path: Path) -> list[str]:
    """Return the names of a module's functions, classes and constants; migrations have none."""
    if path.parent.name == "versions":
        return []
    body = tree(path).body
    named = [item.name for item in body if isinstance(item, ast.FunctionDef | ast.ClassDef)]
    targets = [item.targets[0] for item in body if isinstance(item, ast.Assign)]
    constants = [target.id for target in targets if isinstance(target, ast.Name)]
    decorated = {
        item.name for item in body if isinstance(item, ast.FunctionDef) and item.decorator_list
    }
    return [name for name in (*named, *constants) if name not in decorated | {"__all__"}]


def _is_field(item: Item) -> bool:
    """Return whether this is a variable of a class: files and databases read fields by name."""
    return item.typ == "variable" and item.first_lineno in _lines_of_fields(Path(item.filename))


@cache
def _lines_of_fields(path: Path) -> frozenset[int]:
    return frozenset(
        statement.lineno
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign | ast.AnnAssign)
    )
