"""The project's files, as the guards read them."""

import ast
import gc
import os
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def python_files(*folders: str) -> list[Path]:
    """Return every Python file under these folders of the checkout, sorted."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def project_files() -> Iterator[Path]:
    """Yield every file of the checkout that `.gitignore` does not exclude.

    Works in an exported tree too, without git. `.gitignore` has patterns of
    names only, so a path is excluded if one of its names matches.
    """
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    patterns = [".git", *(line.rstrip("/") for line in lines)]

    def is_ignored(name: str) -> bool:
        return any(fnmatch(name, pattern) for pattern in patterns)

    for folder, folders, files in os.walk(ROOT):
        folders[:] = [name for name in folders if not is_ignored(name)]
        yield from (Path(folder, name) for name in files if not is_ignored(name))


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of one file."""
    parsed = ast.parse(path.read_text(encoding="utf-8"))
    gc.freeze()  # it stays: each full collection would look at a million nodes again
    return parsed


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Return every node of one file, walked once: a dozen guards look at them all."""
    return tuple(ast.walk(tree(path)))


def place(path: Path, node: ast.expr | ast.stmt | ast.excepthandler) -> str:
    """Return the location of a node, as an editor opens it: `ui/tasks.py:12`."""
    return f"{path.relative_to(ROOT).as_posix()}:{node.lineno}"


def module_name(path: Path) -> str:
    """Return the dotted name under which a file is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
