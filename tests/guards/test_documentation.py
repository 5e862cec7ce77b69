"""What the documents say is still so."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from outreach_app import __version__
from tests.guards.sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))

CHANGE_GROUPS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_architecture_names_every_module_and_none_that_is_gone() -> None:
    named = re.findall(r"^\| `(\w+)` \|", ARCHITECTURE, re.MULTILINE)
    package = ROOT / "outreach_app"
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in package.glob("*/__init__.py")}
    assert sorted(named) == sorted(modules | packages)


@pytest.mark.parametrize("command", sorted(set(re.findall(r"scripts/run ([a-z]\S*)", README))))
def test_the_commands_of_the_readme_exist(command: str) -> None:
    arguments = [sys.executable, str(ROOT / "main.py"), command, "--help"]
    result = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("document", ["README.md", "docs/architecture.md"])
def test_the_files_that_documents_name_exist(document: str) -> None:
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    linked = {path.parent / target for target in re.findall(r"\]\(([^):#]+)\)", text)}
    scripts = {ROOT / target for target in re.findall(r"scripts/\w+(?:\.py)?", text)}
    assert not [str(target) for target in linked | scripts if not target.exists()]


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_has_its_four_parts(path: Path) -> None:
    title, *rest = path.read_text(encoding="utf-8").splitlines()
    assert title.startswith(f"# {int(path.stem[:4])}. ")
    headings = [line.removeprefix("## ") for line in rest if line.startswith("#")]
    assert headings == ["Context", "Decision", "Consequences", "Alternatives"]


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_keeps_its_form() -> None:
    first, *versions = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert first == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", name) for name in versions)
    assert set(re.findall(r"^### (.+)$", CHANGELOG, re.MULTILINE)) <= CHANGE_GROUPS


def test_the_newest_version_is_the_one_of_the_program() -> None:
    versions = re.findall(r"^## \[(\d\S*)\]", CHANGELOG, re.MULTILINE)
    assert versions[0] == __version__
