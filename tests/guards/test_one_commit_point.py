"""Committing, catching everything, printing and the like occur only in allowed places."""

import ast
from collections.abc import Callable
from pathlib import Path

from tests.guards.sources import ROOT, nodes, place, python_files

FILES = python_files("outreach_app", "ui")


def test_only_the_database_commits() -> None:
    assert not _found(_is_commit, allowed=["outreach_app/database/store.py"])


def test_what_a_session_holds_has_a_type() -> None:
    """A misspelt key of `session.info` would be a missing value, in silence."""
    assert not _found(_is_session_info, allowed=["outreach_app/database/session_values.py"])


def test_only_the_task_bridge_and_the_last_resort_swallow_everything() -> None:
    assert not _found(_swallows_everything, allowed=["ui/tasks.py", "ui/errors.py"])


def test_only_the_command_line_prints() -> None:
    assert not _found(_is_print, allowed=["outreach_app/cli/output.py"])


def test_only_one_module_writes_files_and_makes_work_folders() -> None:
    """Elsewhere a crash could leave a partial file, or one readable by everybody."""
    assert not _found(_writes_a_file, allowed=["outreach_app/atomic_files.py"])


def _found(is_it: Callable[[ast.AST], bool], allowed: list[str]) -> list[str]:
    """Return the places of these nodes in all files but the allowed ones."""
    exempt: list[Path] = [ROOT / name for name in allowed]
    return [
        place(path, node)
        for path in FILES
        if path not in exempt
        for node in nodes(path)
        if isinstance(node, ast.expr | ast.excepthandler) and is_it(node)
    ]


def _is_commit(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "commit"


def _is_session_info(node: ast.AST) -> bool:
    is_info = isinstance(node, ast.Attribute) and node.attr == "info"
    return is_info and ast.unparse(node) != "_log.info"  # a line of the error log


def _swallows_everything(node: ast.AST) -> bool:
    """Return whether a handler catches any error and does not re-raise it."""
    if not isinstance(node, ast.ExceptHandler):
        return False
    last = node.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
    return any(
        kind is None or (isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"})
        for kind in caught
    )


def _writes_a_file(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in {
        "write_bytes",
        "write_text",
        "mkstemp",
        "mkdtemp",
        "NamedTemporaryFile",
        "TemporaryDirectory",
    }


def _is_print(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id == "print"
