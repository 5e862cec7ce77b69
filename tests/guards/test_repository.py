"""Nothing of the machines and tools that the project was written with stands in its files."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.guards.sources import ROOT

# A letter in brackets keeps each pattern from finding itself here.
FORBIDDEN = {
    "host of a registry": r"py[p]i\.org|python[h]osted|npm[j]s\.|deb\.[d]ebian\.org|crates\.[i]o",
    "path of a machine": r"(?<![\w.~])/(?:[r]oot|[w]ork|[t]mp|[o]pt)/",
    "name of a writing tool": r"(?i)\b(?:[c]laude|[a]nthropic|[o]penai|[c]hatgpt|[c]opilot)\b",
    # RFC 2606 reserves the names that examples may use.
    "e-mail address": r"[\w.+-]+@(?!example\.)(?:[\w-]+\.)+(?!(?:example|test|invalid)\b)[a-z]{2,}",
}


def _files() -> list[Path]:
    """List what git tracks or would track: not what a run leaves behind."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode()
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_file_holds(pattern: str) -> None:
    search = re.compile(pattern.encode()).search
    found = {
        path.relative_to(ROOT).as_posix(): match[0]
        for path in _files()
        if (match := search(path.read_bytes()))
    }
    assert not found
