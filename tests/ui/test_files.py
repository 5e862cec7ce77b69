"""One module opens the dialogs of the system, so that a test can answer them."""

import re
import time
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

import ui
from outreach_app import folder_looks, paths
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.reading_child import ReadingChild
from ui import languages
from ui.file_dialog import FileDialog
from ui.files import Files, file_kind

CODE = Path(ui.__file__).parent


def test_no_page_opens_a_dialog_of_the_system_by_itself() -> None:
    openers = {path for path in CODE.rglob("*.py") if "QFileDialog" in path.read_text("utf-8")}
    assert openers == {CODE / "file_dialog.py"}


def words_of_dialog() -> tuple[set[str], QDialog]:
    """Return the texts of Qt's own dialog, and the dialog."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    buttons = [button.text() for button in dialog.findChildren(QAbstractButton)]
    return {words.replace("&", "") for words in (*labels, *buttons) if words}, dialog


@pytest.mark.parametrize("language", Language)
def test_the_dialog_of_files_speaks_the_language_of_the_screen(
    qtbot: QtBot, tmp_path: Path, language: Language
) -> None:
    languages.switch(language)
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "liste.csv").touch()
    said: set[str] = set()

    def choose() -> None:
        words, dialog = words_of_dialog()
        said.update(words)
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(line, QLineEdit)
        for name in ("absent.csv", "liste.csv"):
            QTimer.singleShot(0, close_warning)
            line.setText(name)
            dialog.accept()

    def close_warning() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.add(box.text())
            box.accept()

    QTimer.singleShot(0, choose)
    path = Files().ask_file(window, "liste", "CSV (*.csv)")
    missing = _(
        "%1\nThis file does not exist, or no longer. Check its name, or choose another one."
    )
    assert missing.replace("%1", "absent.csv") in said
    assert path == tmp_path / "liste.csv"
    assert {_("Look in:"), _("Files of type:"), _("Open"), _("Cancel")} <= said
    english = {"Look in", "Files of type", "File name", "Open", "Cancel"}
    assert not [words for words in said if any(word in words for word in english)]


def test_sizes_and_days_of_files_are_in_the_language_of_the_screen(
    qtbot: QtBot, tmp_path: Path
) -> None:
    languages.switch(Language.ARABIC)
    (tmp_path / "liste.csv").write_bytes(b"x" * 12_345)
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FileDialog(window, "liste", str(tmp_path))
    dialog.show()
    view = dialog.findChild(QTreeView, "treeView")
    assert isinstance(view, QTreeView)
    model, root = view.model(), view.rootIndex()
    qtbot.waitUntil(lambda: model.rowCount(root) == 1)
    delegate = view.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    said = []
    for column in (1, 3):
        option = QStyleOptionViewItem()
        delegate.initStyleOption(option, model.index(0, column, root))
        said.append(option.text)
    assert "كيلوبايت" in said[0]
    # Isolated: the parts of a day keep their order where the system writes from right to left.
    assert re.fullmatch("\u2066" + r"\d\d/\d\d/\d{4} \d\d:\d\d" + "\u2069", said[1])


def test_a_kind_of_file_reads_the_right_way_and_the_next_dialog_begins_there(
    qtbot: QtBot, tmp_path: Path
) -> None:
    languages.switch(Language.ARABIC)
    window = QWidget()
    qtbot.addWidget(window)
    (tmp_path / "a.outreach").touch()
    (tmp_path / "a.txt").touch()
    files = Files(str(tmp_path))
    shown: list[str] = []

    def choose() -> None:
        _words, dialog = words_of_dialog()
        kinds = dialog.findChild(QComboBox, "fileTypeCombo")
        assert isinstance(kinds, QComboBox)
        shown.append(kinds.currentText())
        assert isinstance(dialog, QFileDialog)
        shown.append(dialog.directory().absolutePath())
        dialog.selectFile("a.outreach")
        dialog.accept()

    for _time in range(2):
        QTimer.singleShot(0, choose)
        kind = file_kind("ملفات التبادل", ".outreach")
        assert files.ask_file(window, "ملف", kind) == tmp_path / "a.outreach"
    once = [f"ملفات التبادل ({isolate('*.outreach')})", str(tmp_path)]
    assert shown == once * 2


def test_a_new_file_gets_its_ending_and_a_missing_folder_is_no_dead_end(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    began: list[str] = []

    def name_it() -> None:
        _words, dialog = words_of_dialog()
        assert isinstance(dialog, QFileDialog)
        began.append(dialog.directory().absolutePath())
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("centrale")
        dialog.accept()

    QTimer.singleShot(0, name_it)
    files = Files(str(tmp_path / "gone"))
    asked = files.ask_new_file(window, "بطاقة", "بطاقة.outreach-card")
    assert asked == tmp_path / "centrale.outreach-card"
    assert began == [str(Path.home())]


def test_a_file_of_a_register_is_no_place_for_a_new_one(qtbot: QtBot, store: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def name_it() -> None:
        _words, dialog = words_of_dialog()
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(store))
        dialog.selectFile("outreach.db-wal")
        dialog.accept()

    QTimer.singleShot(0, name_it)
    assert Files(str(store)).ask_new_file(window, "جدول", "a.csv") is None
    [box] = window.findChildren(QMessageBox)
    assert isolate(str(store / "outreach.db-wal")) in box.text()
    box.close()


def began_in(files: Files, window: QWidget, folder: Path, *, is_taken: bool = True) -> str:
    """Choose a folder; return where the dialog began."""
    began: list[str] = []

    def choose() -> None:
        _words, dialog = words_of_dialog()
        assert isinstance(dialog, QFileDialog)
        began.append(dialog.directory().absolutePath())
        dialog.setDirectory(str(folder))
        dialog.accept()

    QTimer.singleShot(0, choose)
    assert files.ask_folder(window, "مجلد") == (folder if is_taken else None)
    return began[0]


def test_a_folder_where_writing_failed_is_not_where_the_next_dialog_begins(
    qtbot: QtBot, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    good, dead = tmp_path / "good", tmp_path / "dead"
    for folder in (good, dead):
        folder.mkdir()
    kept: list[str] = []
    files = Files(str(tmp_path), kept.append)
    assert began_in(files, window, good) == str(tmp_path)
    assert began_in(files, window, dead) == str(good)
    files.forget(dead)
    assert began_in(files, window, good) == str(good)
    assert kept == [str(good), str(dead), str(good)]  # for the next start of the program


def wait_for_ever(_request: bytes) -> bytes:
    """Answer as a drive does that never will: the work of a child."""
    time.sleep(60)
    return b""


def test_a_folder_that_never_answers_holds_neither_the_window_nor_the_next_dialog(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(paths, "_MOUNTED", (str(tmp_path),))
    monkeypatch.setattr(folder_looks, "PATIENCE", 0.1)
    with closing(ReadingChild(wait_for_ever)) as child:
        monkeypatch.setattr(folder_looks, "CHILD", child)
        files = Files(str(tmp_path))
        assert began_in(files, window, tmp_path, is_taken=False) == str(Path.home())
    [box] = window.findChildren(QMessageBox)
    assert isolate(str(tmp_path)) in box.text()
    box.close()


def test_enter_takes_the_folder_that_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)

    def press_enter() -> None:
        _words, dialog = words_of_dialog()
        dialog.accept()

    QTimer.singleShot(0, press_enter)
    assert Files(str(tmp_path)).ask_folder(window, "papiers") == tmp_path


@pytest.mark.parametrize(("typed", "meant"), [("Papiers 2026", "Papiers 2026"), ("nom.pdf", "")])
def test_a_folder_that_is_new_is_made_and_a_file_leads_to_its_folder(
    qtbot: QtBot, tmp_path: Path, typed: str, meant: str
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FileDialog(window, "dossier", str(tmp_path))
    dialog.want_folder()
    dialog.show()
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(typed)
    dialog.accept()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert [Path(name) for name in dialog.selectedFiles()] == [tmp_path / meant]
    assert (tmp_path / meant).is_dir()
