"""The import wizard, with and without a mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.queries.imports import list_imports
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.transfer.partners_file import read_partners
from tests import makers
from tests.ui.clipping import find_clipped
from tests.ui.conftest import Heard
from tests.ui.import_wizard.driving import (
    LIST,
    Asked,
    counts,
    is_at,
    press_next,
    read,
    wait_for_work,
)
from tests.ui.rest import settle
from ui import languages
from ui.context import AppContext
from ui.import_wizard.dialog import ImportDialog


def test_a_list_goes_in_with_the_keyboard_alone(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, heard: Heard
) -> None:
    makers.write_partner(context.office.database)
    told: list[frozenset[str]] = []
    context.changes.happened.connect(told.append)
    QTest.keyClick(dialog.file.choose, Qt.Key.Key_Return)
    wait_for_work(qtbot, dialog)
    assert is_at(dialog, dialog.columns)
    assert dialog.columns.mapping() == {
        "الاسم": "name_ar",
        "Téléphone": "phone",
        "Président": "person_fr",
        "Adresse": "place",
    }
    assert dialog.columns.table.model.rowCount() == 4
    press_next(qtbot, dialog)
    assert counts(dialog) == {
        "created": 2,
        "updated": 1,
        "skipped": 0,
        "failed": 1,
        "incomplete": 1,
    }
    assert "Couleur" in dialog.check.outcome.not_taken.text()
    with context.office.database.read() as session:
        assert len(list_partners(session)) == 1
    assert not any("partner" in topics for topics in told)  # at most its draft was kept
    told.clear()
    press_next(qtbot, dialog)
    assert is_at(dialog, dialog.report)
    with context.office.database.read() as session:
        names = {row.name.ar for row in list_partners(session)}
        assert names == {"جمعية النخيل", "جمعية الأمل", "جمعية النور"}
        assert [row.name.fr for row in list_people(session)] == ["Khalid Idrissi"]
    assert any("partner" in topics for topics in told)
    assert heard.said


def test_the_refused_rows_are_saved_and_the_import_is_undone(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, asked: Asked
) -> None:
    read(qtbot, dialog, asked.list)
    press_next(qtbot, dialog)
    dialog.next.click()
    wait_for_work(qtbot, dialog)
    dialog.report.save.click()
    wait_for_work(qtbot, dialog)
    assert asked.names == ["liste - الأسطر المرفوضة.csv"]  # in the language of the screen
    assert asked.target is not None
    out, incomplete = read_partners(asked.target)
    assert out.partner.place == "Rue 4"
    assert incomplete.partner.name_ar == "جمعية النور"
    dialog.report.undo.click()
    wait_for_work(qtbot, dialog)
    assert dialog._title.text() == "تم التراجع عن الاستيراد"
    assert not dialog.report.undo.isEnabled()
    with context.office.database.read() as session:
        assert list_partners(session) == []
        assert [row.is_reverted for row in list_imports(session)] == [True]


def test_enter_pressed_once_more_does_not_undo_what_went_in_whole(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, asked: Asked
) -> None:
    asked.list.write_text("\n".join(LIST.splitlines()[:2]), encoding="utf-8")
    read(qtbot, dialog, asked.list)
    press_next(qtbot, dialog)
    press_next(qtbot, dialog)
    assert is_at(dialog, dialog.report)
    assert not dialog.report.save.isEnabled()
    assert "كل أسطر الملف في السجل" in dialog.report.advice()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    wait_for_work(qtbot, dialog)
    with context.office.database.read() as session:
        assert list_partners(session)


def test_an_earlier_import_is_undone_from_the_first_step(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, asked: Asked
) -> None:
    for _time in range(2):
        read(qtbot, dialog, asked.list)
        press_next(qtbot, dialog)
        dialog.next.click()
        wait_for_work(qtbot, dialog)
        asked.list.write_text(LIST.replace("bleu;", "bleu;Rue 2"), encoding="utf-8")
        dialog.next.click()
    assert is_at(dialog, dialog.file)
    assert not dialog.file.undo.isEnabled()
    dialog.file.table.select(1)
    dialog.file.undo.click()
    wait_for_work(qtbot, dialog)
    assert "liste.csv" in dialog.failure.words  # the later one depends on it
    for number in (0, 1):
        dialog.file.table.select(number)
        assert dialog.file.undo.isEnabled()
        dialog.file.undo.click()
        wait_for_work(qtbot, dialog)
    with context.office.database.read() as session:
        assert list_partners(session) == []


def test_a_file_that_cannot_be_read_says_why_and_the_wizard_stays(
    qtbot: QtBot, dialog: ImportDialog, asked: Asked, tmp_path: Path
) -> None:
    asked.file = tmp_path / "none.xlsx"
    dialog.file.choose.click()
    wait_for_work(qtbot, dialog)
    assert "لا يوجد ملف أو مجلد" in dialog.failure.words
    assert is_at(dialog, dialog.file)
    asked.file = None
    dialog.file.choose.click()
    assert is_at(dialog, dialog.file)


def test_escape_stops_the_import_and_leaves_nothing(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    file = tmp_path / "long.csv"
    file.write_text("Nom\n" + "".join(f"Amicale {n}\n" for n in range(400)), encoding="utf-8")
    read(qtbot, dialog, file)
    press_next(qtbot, dialog)
    dialog.next.click()
    assert not dialog.next.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    wait_for_work(qtbot, dialog)
    assert dialog.isVisible()
    assert is_at(dialog, dialog.check)
    with context.office.database.read() as session:
        assert (list_partners(session), list_imports(session)) == ([], [])
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_every_step_has_room_for_its_words(
    qtbot: QtBot, dialog: ImportDialog, asked: Asked, language: Language
) -> None:
    languages.switch(language)
    title = {Language.ARABIC: "استيراد الشركاء", Language.FRENCH: "Importer des partenaires"}
    qtbot.waitUntil(lambda: dialog.windowTitle() == title[language])
    settle(dialog)
    clipped = find_clipped(dialog)
    read(qtbot, dialog, asked.list)
    settle(dialog)
    clipped += find_clipped(dialog)
    for _step in range(2):
        press_next(qtbot, dialog)
        settle(dialog)
        clipped += find_clipped(dialog)
    assert is_at(dialog, dialog.report)
    assert not clipped


def test_every_word_follows_the_language(qtbot: QtBot, dialog: ImportDialog, asked: Asked) -> None:
    read(qtbot, dialog, asked.list)
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Importer des partenaires")
    assert dialog._title.text() == "Ce que contient le fichier"
    assert dialog.next.text() == "Étape suivante"
    assert dialog.columns.columns.editors["الاسم"].currentText() == "Nom en arabe"
    assert dialog.columns.mapping()["الاسم"] == "name_ar"
