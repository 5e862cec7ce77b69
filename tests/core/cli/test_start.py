"""The start of the command line: imports, encoding of pipes, which window it opens."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from outreach_app import __version__, cli
from outreach_app.database import Database
from tests import makers
from tests.core.cli.running import ROOT, outreach_anew
from tests.key_files import real_key_file
from tests.servers import ON_A_FILE

WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; from ui.start import main; main()"
WRITES_AFTERWARDS = """
import os
from pathlib import Path
from ui.start import main
os.umask(0)
try:
    main()
finally:
    Path("unfinished").touch()
"""
WHAT_IS_LOADED = """
import sys
from ui.start import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""


@ON_A_FILE
def test_a_pipe_gets_utf_8_whatever_the_system_would_write(database: Database, store: Path) -> None:
    real_key_file(store)
    makers.write_partner(database, name_ar="جمعية النور", name_fr="Œuvre de l’été")
    database.close()
    assert "سجل" in outreach_anew("--help", encoding="cp1252").output
    arguments = ("list", "partners", "--store", store, "--json")
    rows = outreach_anew(*arguments, encoding="cp1252").json["rows"]
    assert (rows[0]["name_ar"], rows[0]["name_fr"]) == ("جمعية النور", "Œuvre de l’été")
    assert "النخيل" in outreach_anew("check", "--store", "النخيل", encoding="ascii").said


@pytest.mark.skipif(sys.platform == "win32", reason="its file names are text")
def test_what_cannot_be_written_is_replaced() -> None:
    run = outreach_anew("check", "--store", b"caf\xe9".decode(errors="surrogateescape"))
    assert (run.code, "caf?" in run.said) == (1, True)


@pytest.mark.skipif(os.name != "posix", reason="Windows reads from its console")
def test_without_a_terminal_a_passphrase_that_is_missing_is_told_in_one_sentence() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "check", "--ui-lang", "fr"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={name: os.environ[name] for name in os.environ if name != "OUTREACH_PASSPHRASE"},
        start_new_session=True,
        check=False,
    )
    said = done.stderr.decode()
    assert (done.returncode, "--passphrase-file" in said, "echoed" in said) == (1, True, False)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no modes")
def test_an_unfinished_file_is_its_owners_only_whatever_the_system_allows(tmp_path: Path) -> None:
    """A killed backup leaves what it had written under the mode with which it was created."""
    subprocess.run(
        [sys.executable, "-c", WRITES_AFTERWARDS, "--version"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert (tmp_path / "unfinished").stat().st_mode & 0o777 == 0o600


def test_what_draws_nothing_starts_where_qt_cannot_be_loaded(store: Path, tmp_path: Path) -> None:
    """A backup does what every command does first; help and the version load less."""
    real_key_file(store)
    arguments = ("backup", "--out", "copy", "--store", str(store))
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT, *arguments],
        env=os.environ | {"OUTREACH_PASSPHRASE": makers.PASSPHRASE, "PYTHONPATH": str(ROOT)},
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("account", "--help")])
def test_help_and_version_wait_for_no_command_to_be_loaded(arguments: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WHAT_IS_LOADED, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(done.stderr.split())
    commands = {name for name in loaded if name.startswith("outreach_app.cli.")}
    assert commands == {
        "outreach_app.cli.command_list",
        "outreach_app.cli.commands",
        "outreach_app.cli.deferred",
        "outreach_app.cli.hints",
        "outreach_app.cli.output",
        "outreach_app.cli.starting",
        "outreach_app.cli.typed_paths",
        "outreach_app.cli.usage_errors",
    }
    libraries = {"sqlalchemy", "cryptography", "babel", "reportlab", "openpyxl", "vobject"}
    assert not loaded & (libraries | {"PySide6"})


def test_the_language_may_be_said_before_a_command() -> None:
    assert "Enrol a station" in outreach_anew("--ui-lang", "en", "--help").output
    assert outreach_anew("--ui-lang", "en", "--version").output == f"outreach {__version__}\n"


@pytest.mark.parametrize(("typed", "opened"), [((), None), (("--store", "there"), "there")])
def test_without_a_command_the_window_opens_on_the_store_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], opened: str | None
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(sys, "argv", ["outreach", *typed])
    stores: list[Path | None] = []

    def open_window(store: Path | None, _files: Sequence[Path]) -> int:
        stores.append(store)
        return 3

    with pytest.raises(SystemExit) as left:
        cli.main(open_window)
    assert (left.value.code, stores) == (3, [tmp_path / opened if opened else None])


def test_the_window_opens_on_the_files_that_a_desktop_hands_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DISPLAY", ":9")
    monkeypatch.setattr(sys, "argv", ["outreach", "2026-11-26-1.outreach", "/stick/2.outreach"])
    handed: list[Path] = []

    def open_window(_store: Path | None, files: Sequence[Path]) -> int:
        handed.extend(files)
        return 0

    with pytest.raises(SystemExit):
        cli.main(open_window)
    assert handed == [tmp_path / "2026-11-26-1.outreach", Path("/stick/2.outreach")]


def test_a_store_named_before_a_command_is_not_passed_over(store: Path) -> None:
    run = outreach_anew("--store", store, "check")
    assert (run.code, run.output) == (2, "")
    assert "--store" in run.said


def test_without_a_screen_a_store_cannot_be_shown(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    run = outreach_anew("--store", store)
    assert (run.code, run.output) == (1, "")
    assert "--help" in run.said


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux alone has a device that is full")
@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--json")])
def test_a_full_disk_under_the_output_is_said(store: Path, arguments: tuple[str, ...]) -> None:
    where = ("--store", str(store)) if arguments[0] == "check" else ()
    if where:
        real_key_file(store)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", *arguments, *where],
            env=os.environ | {"OUTREACH_PASSPHRASE": makers.PASSPHRASE},
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert "لم تُكتب" in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1
