"""The documents are true, and name nothing outside the repository."""

import re
import subprocess
import sys
from pathlib import Path

from outreach_app import __version__
from outreach_app.cli.command_list import COMMANDS
from tests.guards.sources import ROOT, python_files

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
GUIDE = ROOT / "docs" / "adding-a-noun.md"  # names files of an invented noun: its own test

CHANGE_GROUPS = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
NAMED_FILE = re.compile(
    r"(?<![\w/.*-])(?:outreach_app|ui|tests|docs|scripts|resources|translations|benchmarks)"
    r"/[\w/-]*\w(?:\.\w+)?"
)


def test_the_architecture_names_every_module_and_none_that_is_gone() -> None:
    named = re.findall(r"^\| `(\w+)` \|", ARCHITECTURE, re.MULTILINE)
    package = ROOT / "outreach_app"
    modules = {path.stem for path in package.glob("*.py")} - {"__init__"}
    packages = {path.parent.name for path in package.glob("*/__init__.py")}
    assert sorted(named) == sorted(modules | packages)


def test_the_commands_of_the_readme_exist() -> None:
    named = set(re.findall(r"scripts/run ([a-z]\S*)", README))
    assert named
    assert named <= {name.partition(" ")[0] for name, _function, _purpose in COMMANDS}


def test_the_command_line_is_described_as_it_is(tmp_path: Path) -> None:
    page = tmp_path / "command-line.md"
    subprocess.run(
        [sys.executable, "-m", "scripts.write_command_line", str(page)], cwd=ROOT, check=True
    )
    written = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert page.read_text(encoding="utf-8") == written, "run: python -m scripts.write_command_line"


def test_links_lead_to_files_of_the_repository() -> None:
    linked = [
        (path, (path.parent / target).resolve())
        for path in DOCUMENTS
        for target in re.findall(r"\]\(([^):#]+)[)#]", path.read_text(encoding="utf-8"))
    ]
    lost = [(path, file) for path, file in linked if ROOT not in file.parents or not file.exists()]
    assert not [f"{path}: {file}" for path, file in lost]


def test_documents_do_not_lead_out_of_the_repository() -> None:
    assert not [
        str(path)
        for path in DOCUMENTS
        if "../" * len(path.relative_to(ROOT).parents) in path.read_text(encoding="utf-8")
    ]


def test_the_files_that_are_named_exist() -> None:
    sources = python_files("outreach_app", "ui", "benchmarks", "scripts")
    named = {
        (file, name)
        for file in (*DOCUMENTS, *sources)
        if file not in (ROOT / "CHANGELOG.md", GUIDE)
        for name in NAMED_FILE.findall(file.read_text(encoding="utf-8"))
    }
    assert not [f"{file}: {name}" for file, name in sorted(named) if not (ROOT / name).exists()]


def test_a_decision_has_its_four_parts() -> None:
    for path in DECISIONS:
        title, *rest = path.read_text(encoding="utf-8").splitlines()
        assert title.startswith(f"# {int(path.stem[:4])}. "), path
        headings = [line.removeprefix("## ") for line in rest if line.startswith("#")]
        assert headings == ["Context", "Decision", "Consequences", "Alternatives"], path


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [int(path.stem[:4]) for path in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_changelog_keeps_its_form() -> None:
    first, *versions = re.findall(r"^## (.+)$", CHANGELOG, re.MULTILINE)
    assert first == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", name) for name in versions)
    for version in re.split(r"^## ", CHANGELOG, flags=re.MULTILINE)[1:]:
        groups = re.findall(r"^### (.+)$", version, re.MULTILINE)
        assert groups == [group for group in CHANGE_GROUPS if group in groups]


def test_the_newest_version_is_the_one_of_the_program() -> None:
    versions = re.findall(r"^## \[(\d\S*)\]", CHANGELOG, re.MULTILINE)
    assert versions[0] == __version__
