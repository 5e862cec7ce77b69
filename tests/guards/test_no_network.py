"""Data leaves the computer only in files that a person writes (L12)."""

import ast

from tests.guards.sources import ROOT, nodes, place, python_files

_NETWORK = {"asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver"}
_NETWORK |= {"ssl", "urllib", "xmlrpc", "httpx", "requests", "urllib3"}
# A local pipe: it raises the window that is already open.
_LOCAL = {"QLocalServer", "QLocalSocket"}


def test_l12_offline() -> None:
    """No module can open a connection; journeys run with failing sockets."""
    assert not [
        f"{place(path, node)}: {name}"
        for path in python_files("outreach_app", "ui")
        for node in nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in _imported(node)
        if name.split(".")[0] in _NETWORK - _parsers(name)
        or (name.startswith("PySide6.QtNetwork.") and name.rpartition(".")[2] not in _LOCAL)
        or name.startswith(("PySide6.QtWebEngine", "PySide6.QtWebSockets"))
        or name == "PySide6.QtNetwork"  # the whole of it, in which nobody sees what is used
    ]


def test_only_the_store_reaches_the_server_that_headquarters_chose() -> None:
    reaching = {
        path.relative_to(ROOT).parent.as_posix()
        for path in python_files("outreach_app", "ui")
        for node in nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        if any(name.split(".")[0] == "psycopg" for name in _imported(node))
    }
    assert reaching == {"outreach_app/database"}


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    """Return what a statement imports, by module and name."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def _parsers(name: str) -> set[str]:
    """Return the imports that are not networking: they parse addresses as text."""
    return {"urllib"} if name.startswith("urllib.parse") else set()
