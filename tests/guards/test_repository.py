"""Nothing of the machines and tools that the project was written with stands in its files."""

import re
from pathlib import Path

import pytest

from tests.guards.sources import ROOT

FOLDERS = ["outreach_app", "ui", "tests", "benchmarks", "scripts", "docs", "resources"]
FOLDERS += ["translations", ".ci"]
COMPILED = {".pyc", ".mo"}

# A letter in brackets keeps each pattern from finding itself here.
FORBIDDEN = {
    "host of a registry": r"py[p]i\.org|python[h]osted|npm[j]s\.|deb\.[d]ebian\.org|crates\.[i]o",
    "path of a machine": r"(?<![\w.~])/(?:[r]oot|[w]ork|[t]mp|[o]pt)/",
    "name of a writing tool": r"(?i)\b(?:[c]laude|[a]nthropic|[o]penai|[c]hatgpt|[c]opilot)\b",
    # RFC 2606 reserves the names that examples may use.
    "e-mail address": r"[\w.+-]+@(?!example\.)(?:[\w-]+\.)+(?!(?:example|test|invalid)\b)[a-z]{2,}",
}


def _files() -> list[Path]:
    top = [path for path in ROOT.iterdir() if path.is_file()]
    below = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in top + below if path.suffix not in COMPILED]


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_file_holds(pattern: str) -> None:
    search = re.compile(pattern.encode()).search
    found = {
        path.relative_to(ROOT).as_posix(): match[0]
        for path in _files()
        if (match := search(path.read_bytes()))
    }
    assert not found
