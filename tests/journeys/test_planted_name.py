"""A working day leaves a name on the disk in clear only in deliberately saved files."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from outreach_app import error_log
from outreach_app.i18n import Language
from outreach_app.queries.people import list_people
from tests.claims import write_claim
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui import errors
from ui.file_dialog import FileDialog
from ui.partners.page import PartnersPage
from ui.summaries.outputs import WaysOut
from ui.summaries.page import SummariesPage

NAME, ARABIC_NAME = "Wissal Qorchi-Zemmouri", "وصال القرشي الزموري"
PHONE, MAIL = "0661928374", "wissal.qz@planted.example"
DRAFTED = "Ghita Planted-Lamrini"
PLANTED = (NAME, ARABIC_NAME, PHONE, "6 61 92 83 74", "+212661928374", MAIL, DRAFTED)
WHERE = ("HOME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")


@pytest.fixture
def language() -> Language:
    return Language.FRENCH


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder for everything that the program and its libraries may write."""
    root = tmp_path / "computer"
    for name in WHERE:
        folder = root / name.lower()
        folder.mkdir(parents=True)
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return root


def test_l10_nothing_clear(
    desk: Desk,
    computer: Path,
    filled_store: Path,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    saved = tmp_path / "saved on purpose"
    saved.mkdir()
    error_log.begin()
    desk.start(filled_store)
    desk.unlock()
    add_person(desk)
    search(desk)
    export(desk, saved / "cards.vcf")
    print_extract(desk, saved)
    save_summary(desk, saved)
    choose_a_file(desk, saved)
    break_something(desk)
    leave_draft(desk)
    desk.press(Key.Key_L, CONTROL)
    desk.wait(lambda: desk.program.shell is None and not desk.program._is_closing)
    assert list(filled_store.rglob("*.outreach-backup"))
    desk.unlock()
    desk.close()
    assert found(saved, saved) == {"cards.vcf"}
    papers = [PdfReader(path) for path in saved.rglob("*.pdf")]
    assert len(papers) > 1
    assert not [told for paper in papers for told in (paper.metadata or {}).values() if names(told)]
    # Prints are pictures; the summary names nobody.
    assert not [page for paper in papers for page in paper.pages if names(page.extract_text())]
    assert not found(tmp_path, saved)
    said = capfd.readouterr()
    assert not [each for each in PLANTED if each in said.out + said.err]
    assert not [each for each in PLANTED if each in QGuiApplication.clipboard().text()]


def add_person(desk: Desk) -> None:
    desk.go("partners")
    page = page_of(desk, PartnersPage)
    desk.wait(lambda: page.list.table.model.rowCount() > 0)
    page.list.table.select(0)
    page.open_person_form(None)
    form = page.person_form
    values = {"name_ar": ARABIC_NAME, "name_fr": NAME, "phone": PHONE, "email": MAIL}
    for field, words in values.items():
        form.form.field(field).focus()
        desk.type(words)
    desk.press(Key.Key_S, CONTROL)
    desk.wait(lambda: page.beside.currentWidget() is page.details)
    assert page.details.people.cards


def search(desk: Desk) -> None:
    desk.press(Key.Key_K, CONTROL)
    desk.type("Wissal Qorchi")
    desk.press(Key.Key_Escape)


def export(desk: Desk, file: Path) -> None:
    page = page_of(desk, PartnersPage)
    desk.answer_file_dialog(file)
    page.cards._export()
    desk.wait(file.exists)


def print_extract(desk: Desk, folder: Path) -> None:
    """Preview the extract of the person, and print it to a file."""
    desk.go("summaries")
    page = page_of(desk, SummariesPage)

    def ask(_parent: QWidget) -> QPrinter:
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(folder / "printed.pdf"))
        return printer

    page._ways_out = WaysOut(ask)
    choices = page.choices
    choices.kinds.setCurrentIndex(choices._panels.index(choices.extract))
    asking = desk.shell.context.read(list_people)[0].uid
    write_claim(desk.shell.context.office.database, asking)
    choices.extract.choose(asking)
    desk.wait(page.print.isEnabled)
    page.print.click()
    desk.wait((folder / "printed.pdf").exists)


def save_summary(desk: Desk, folder: Path) -> None:
    """Save the summary of a meeting as PDF, in both languages."""
    page = page_of(desk, SummariesPage)
    choices = page.choices
    choices.kinds.setCurrentIndex(0)
    desk.wait(page.save.isEnabled)
    desk.answer_file_dialog(folder)
    page.save.click()
    desk.wait(lambda: len(list(folder.rglob("*.pdf"))) > 1)


def choose_a_file(desk: Desk, folder: Path) -> None:
    """Choose a file in the real dialog of the system, which remembers the choice."""
    dialog = FileDialog(desk.window, "", str(folder))
    dialog.setOption(FileDialog.Option.DontUseNativeDialog)
    dialog.want_new("contacts.vcf")
    QTimer.singleShot(0, dialog.accept)
    dialog.exec()
    assert dialog.selectedFiles()
    dialog.deleteLater()
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow)


def names(words: object) -> bool:
    return any(planted.lower() in str(words).lower() for planted in PLANTED)


def break_something(desk: Desk) -> None:
    """Cause an unexpected error, whose message repeats what was typed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "excepthook", sys.excepthook)  # which is put back afterwards
        errors.install(desk.program.tell)
        sys.excepthook(ValueError, ValueError(f"cannot parse {NAME} {PHONE}"), None)
    assert error_log.log_file().exists()


def leave_draft(desk: Desk) -> None:
    desk.go("meetings")
    desk.press(Key.Key_N, CONTROL)
    editor = desk.meetings.editor
    desk.reach(editor.head.subject)
    desk.type(DRAFTED)
    desk.press(Key.Key_A, CONTROL)
    desk.press(Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == DRAFTED


def found(folder: Path, but: Path) -> set[str]:
    """Return the files of a folder that contain a planted word in clear, in any encoding."""
    return {
        file.name
        for file in folder.rglob("*")
        if file.is_file() and (but == folder or but not in file.parents) and _holds(file)
    }


def _holds(file: Path) -> bool:
    content = file.read_bytes().lower() + file.name.encode()
    return any(form.lower() in content for word in PLANTED for form in _forms(word))


def _forms(word: str) -> Iterator[bytes]:
    for coding in ("utf-8", "utf-16-le", "utf-16-be", "unicode_escape", "cp1256"):
        try:
            yield word.encode(coding)
        except UnicodeEncodeError:
            continue
    yield word.encode("ascii", "xmlcharrefreplace")
    yield "".join(f"%{byte:02x}" for byte in word.encode()).encode()
