"""A wheel built from the git files is the complete program."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.guards.sources import ROOT, project_files

PACKAGES = ("outreach_app", "ui", "resources", "translations")
DEMO = ("demo", "out", "--precincts", "1", "--meetings", "1")
START = "from ui.start import main; main()"


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the files of a clean clone: no compiled catalogue, no earlier build."""
    clone = tmp_path_factory.mktemp("clone")
    for path in project_files():
        copy = clone / path.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, copy)
    return clone


@pytest.fixture(scope="module")
def wheel(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = ("-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    run(sys.executable, *build, "--wheel-dir", str(folder), str(sources))
    (built,) = folder.glob("*.whl")
    return built


def test_every_file_of_the_program_is_in_it(sources: Path, wheel: Path) -> None:
    paths = (path for package in PACKAGES for path in (sources / package).rglob("*"))
    names = {path.relative_to(sources).as_posix() for path in paths if path.is_file()}
    left_out = {name for name in names if name.endswith((".pot", ".pyc"))}
    held = set(ZipFile(wheel).namelist())
    assert not names - left_out - held
    assert {f"translations/{each}/LC_MESSAGES/outreach.mo" for each in ("ar", "fr")} <= held


def test_it_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    program = tmp_path / "program"
    ZipFile(wheel).extractall(program)
    environment = {"PYTHONPATH": str(program)}
    assert "سجل" in run(sys.executable, "-c", START, "--help", cwd=tmp_path, more=environment)


@pytest.mark.long
def test_it_is_installed_without_the_tools_of_developers(sources: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", str(tmp_path / "venv"))
    programs = tmp_path / "venv" / ("Scripts" if sys.platform == "win32" else "bin")
    install = (str(programs / "python"), "-m", "pip", "install", "--quiet")
    run(*install, "--require-hashes", "--requirement", str(sources / "requirements.lock"))
    run(*install, "--no-deps", str(sources))
    outreach = str(programs / "outreach")
    assert "سجل" in run(outreach, "--help", cwd=tmp_path)
    run(outreach, *DEMO, cwd=tmp_path)
    assert len(list((tmp_path / "out").rglob("*.pdf"))) == 4


def run(*command: str, cwd: Path = ROOT, more: dict[str, str] | None = None) -> str:
    """Run a command that must succeed and return what it wrote."""
    kept = {name: value for name, value in os.environ.items() if name != "OUTREACH_PASSPHRASE"}
    environment = kept | {"PYTHONUTF8": "1"} | (more or {})
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
