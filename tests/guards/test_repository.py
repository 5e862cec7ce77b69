"""No file names the machines and tools that the project was written with."""

import re
import shutil
from pathlib import Path

import pytest

from tests.guards import sources
from tests.guards.sources import ROOT, project_files

# A letter in brackets keeps each pattern from matching itself here.
FORBIDDEN = {
    "host of a registry": r"py[p]i\.org|python[h]osted|npm[j]s\.|deb\.[d]ebian\.org|crates\.[i]o",
    "path of a machine": r"(?<![\w.~])/(?:[r]oot|[w]ork|[t]mp|[o]pt)/",
    "name of a writing tool": r"(?i)\b(?:[c]laude|[a]nthropic|[o]penai|[c]hatgpt|[c]opilot)\b",
    # RFC 2606 reserves the names that examples may use.
    "e-mail address": r"[\w.+-]+@(?!example\.)(?:[\w-]+\.)+(?!(?:example|test|invalid)\b)[a-z]{2,}",
}


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_file_holds(pattern: str) -> None:
    search = re.compile(pattern.encode()).search
    found = {
        path.relative_to(ROOT).as_posix(): match[0]
        for path in project_files()
        if (match := search(path.read_bytes()))
    }
    assert not found


def test_ignored_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = ["main.py", ".gitignore", "docs/page.md"]
    ignored = [".coverage", ".git/config", ".venv/bin/pip", "ui/__pycache__/app.cpython-311.pyc"]
    for name in (*kept, *ignored):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    shutil.copy(ROOT / ".gitignore", tmp_path)
    monkeypatch.setattr(sources, "ROOT", tmp_path)
    found = {path.relative_to(tmp_path).as_posix() for path in project_files()}
    assert found == set(kept)


def test_gitignore_holds_patterns_of_names_only() -> None:
    patterns = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert not [pattern for pattern in patterns if re.search(r"^$|[!#]|/.", pattern)]
