"""Docstrings and comments follow CONTRIBUTING.md, "How the code reads"."""

import ast
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from babel.messages.pofile import read_po

from tests.guards.sources import ROOT, place, python_files, tree

PROGRAM = [ROOT / "main.py", *python_files("outreach_app", "ui", "benchmarks", "scripts")]
_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)

# Articles, pronouns, prepositions and the like, with which no imperative begins. "Say" and "Tell"
# are for people: a function returns, shows or states.
NO_VERB = re.compile(
    r"(?:A|After|All|An|And|As|At|Because|Before|Both|But|By|Each|Either|Every|For|From|Her|His|How"
    r"|If|In|It|Its|Many|More|Most|Neither|Never|No|None|Not|Nothing|Of|On|Once|One|Only|Or|Other"
    r"|Our|Say|Several|She|So|Some|Such|Tell|That|The|Their|Then|There|These|They|This|Those|To|Two"
    r"|What|When|Where|Whether|Which|While|Who|Whose|Why|With|Without|You|Your)\b"
)
BANNED = re.compile(
    r"\b(anew|as it stands|by now|in the place of|let go|so many|thinks? better|whoever)\b",
    re.IGNORECASE,
)


def test_the_docstring_of_a_function_begins_with_an_imperative() -> None:
    assert not [
        f"{place(path, node)} {node.name}: {text.splitlines()[0]}"
        for path in PROGRAM
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not _is_property(node)
        if (text := ast.get_docstring(node)) and not _begins_with_verb(text)
    ]


def test_code_is_described_in_plain_english() -> None:
    files = [*PROGRAM, *python_files("tests")]
    assert not [
        f"{path.relative_to(ROOT).as_posix()}:{line}: {found[0]}"
        for path in files
        for line, text in _prose(path)
        if (found := BANNED.search(text))
    ]


def test_messages_are_in_plain_english() -> None:
    with (ROOT / "translations" / "outreach.pot").open("rb") as file:
        messages = [str(message.id) for message in read_po(file)]
    assert not [message for message in messages if BANNED.search(message)]


def _is_property(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    return any("property" in ast.unparse(decorator) for decorator in node.decorator_list)


def _begins_with_verb(text: str) -> bool:
    """Return whether the first word is capitalised and not in a closed class."""
    return re.match(r"[A-Z][a-z]+\b", text) is not None and NO_VERB.match(text) is None


def _prose(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the docstrings and comments of a file, each with its line, on one line.

    None of a file that has no banned words anywhere: to read it token by token takes longest.
    """
    if not BANNED.search(" ".join(path.read_text(encoding="utf-8").split())):
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, _DOCUMENTED) and (text := ast.get_docstring(node)):
            yield node.body[0].lineno, " ".join(text.split())
    with path.open("rb") as file:
        for token in tokenize.tokenize(file.readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
