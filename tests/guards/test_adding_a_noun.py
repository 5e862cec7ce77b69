"""The guide to adding a noun works: followed on a copy of the tree, it adds one."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.guards.pages import Block, blocks, page, section
from tests.guards.sources import ROOT

PAGE = page("adding-a-noun.md")
COPIED = ["outreach_app", "ui", "tests", "resources", "translations", "docs"]
MIGRATIONS = "outreach_app/migrations/versions"


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the tree and apply the blocks of the page to it."""
    folder = tmp_path_factory.mktemp("scratch")
    ignored = shutil.ignore_patterns("__pycache__", "*.png")
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=ignored)
    for name in ("pyproject.toml", ".gitignore"):
        shutil.copy(ROOT / name, folder)
    newest = max(path.name[1:5] for path in (ROOT / MIGRATIONS).glob("m*.py"))
    numbers = {"NEXT": f"{int(newest) + 1:04}", "LAST": newest}
    for block in blocks(PAGE):
        if block.title:
            apply(folder, Block(*(_numbered(part, numbers) for part in block)))
    return folder


@pytest.mark.long
def test_the_tests_of_the_page_pass_once_it_was_followed(scratch: Path) -> None:
    (command,) = [block.text for block in blocks(section(PAGE, "11 Tests")) if not block.title]
    tests = command.replace("\\\n", " ").split()[1:]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests],
        cwd=scratch,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, f"{result.stdout}{result.stderr}"


def test_the_files_that_the_page_names_exist_once_it_was_followed(scratch: Path) -> None:
    named = re.findall(r"`((?:outreach_app|ui|tests|docs|resources)/[\w/.]+)`", PAGE)
    shown = {"ui/visits/columns.py", "ui/visits/form.py", "ui/visits/page.py"}
    assert not [name for name in named if name not in shown and not (scratch / name).exists()]


def apply(folder: Path, block: Block) -> None:
    """Write a new file, or apply a diff without line numbers."""
    file = folder / block.title
    if block.language != "diff":
        assert not file.exists(), f"{block.title} is there already"
        file.write_text(block.text, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8")
    for hunk in re.split(r"^@@\n", block.text, flags=re.MULTILINE):
        before, after = _side(hunk, "-"), _side(hunk, "+")
        assert text.count(before) == 1, f"{block.title} has not one place for:\n{hunk}"
        text = text.replace(before, after)
    file.write_text(text, encoding="utf-8")


def _side(hunk: str, sign: str) -> str:
    """Return the lines of a hunk before (`-`) or after (`+`) the change."""
    lines = hunk.splitlines()
    return "".join(f"{line[1:]}\n" for line in lines if line.startswith((" ", sign)) or not line)


def _numbered(text: str, numbers: dict[str, str]) -> str:
    for name, number in numbers.items():
        text = text.replace(name, number)
    return text
