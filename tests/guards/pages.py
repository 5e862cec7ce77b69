"""The content of the pages of `docs/`, for the tests that compare them with the code."""

import re
from typing import NamedTuple

from tests.guards.sources import ROOT


class Block(NamedTuple):
    """A fenced block of code: its language and what else follows the fence, and its text."""

    language: str
    title: str
    text: str


def page(name: str) -> str:
    """Return the text of a page, such as `architecture.md`."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Return the text under a heading of the second level. Raises ValueError if it is missing."""
    found = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.DOTALL | re.MULTILINE
    )
    if found is None:
        raise ValueError(heading)
    return found[1]


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of a text, in order."""
    found = re.findall(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
    return [Block(*each) for each in found]


def rows(text: str) -> list[list[str]]:
    """Return the cells of the tables of a text, without their headings."""
    found: list[list[str]] = []
    heading = True
    for line in text.splitlines():
        if not line.startswith("|"):
            heading = True
        elif line.startswith("|---"):
            heading = False
        elif not heading:
            found.append([cell.strip() for cell in line.strip("|").split("|")])
    return found
