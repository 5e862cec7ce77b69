"""Limits of the size of files, functions and classes."""

import ast

from tests.guards.sources import ROOT, nodes, place, python_files

FILES = [ROOT / "main.py", *python_files("outreach_app", "ui", "tests", "benchmarks", "scripts")]


def test_no_file_is_longer_than_300_lines() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    assert not {str(path): length for path, length in lengths.items() if length > 300}


def test_no_function_is_longer_than_40_lines() -> None:
    assert not [
        f"{place(path, node)} {node.name}: {lines}"
        for path in FILES
        for node in nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > 40
    ]


def test_no_class_has_more_than_15_public_methods() -> None:
    assert not [
        f"{place(path, node)} {node.name}: {count}"
        for path in FILES
        for node in nodes(path)
        if isinstance(node, ast.ClassDef)
        if (count := _public_methods(node)) > 15
    ]


def _public_methods(node: ast.ClassDef) -> int:
    methods = (item for item in node.body if isinstance(item, ast.FunctionDef))
    return sum(not method.name.startswith("_") for method in methods)
