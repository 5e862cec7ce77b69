"""Past meetings come in from the sheet that a precinct has."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from tests.ui.conftest import Heard
from tests.ui.import_wizard.driving import Asked, counts, is_at, press_next, read, wait_for_work
from ui.context import AppContext
from ui.forms.choice_editor import ChoiceEditor
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.meeting_noun import MEETINGS

FRENCH = (
    ("Tableau des réunions — cellule de proximité",),
    (),
    ("Date réunion", "Objet", "Points soulevés", "Lieu", "Association", "Nature", "Nb présents"),
    ("mardi 14 avril 2026", "Rencontre", "éclairage public; cambriolages", "Siège",
     "Association Al Amal", "Réunion", "12"),
    (date(2026, 5, 5), "Lycée", "", "", "Lycée Ibn Sina / Dr. Karim", "réunion", "~8"),
    ("31/06/2026", "date fausse"),
)  # fmt: skip
ARABIC = (
    ("تاريخ اللقاء", "الموضوع", "الجمعية", "النقط المثارة"),
    ("الثلاثاء 14 أبريل 2026", "لقاء تواصلي", "جمعية الأمل", "الإنارة العمومية أمام المدرسة"),
)


@pytest.fixture
def dialog(qtbot: QtBot, context: AppContext, tmp_path: Path) -> Iterator[ImportDialog]:
    dialog = ImportDialog(replace(context, files=Asked(tmp_path)), MEETINGS)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    wait_for_work(qtbot, dialog)


def write(path: Path, rows: tuple[tuple[object, ...], ...]) -> Path:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def choose(editor: ChoiceEditor, code: str) -> None:
    editor.set_value(code)
    editor.activated.emit(editor.currentIndex())


def test_the_sheet_of_a_precinct_is_mapped_looked_at_taken_in_and_undone(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    read(qtbot, dialog, write(tmp_path / "a.xlsx", FRENCH))
    columns = dialog.columns
    assert columns.mapping() == {
        "Date réunion": "held_on",
        "Objet": "subject_fr",
        "Points soulevés": "points",
        "Lieu": "place_fr",
        "Association": "partners",
        "Nature": "kind",
        "Nb présents": "headcount",
    }
    assert list(columns.words.editors) == ["Réunion"]  # once for both cases
    choose(columns.words.editors["Réunion"], "mt.coordination")
    choose(columns.usual["channel"], "ch.office")
    press_next(qtbot, dialog)
    assert is_at(dialog, dialog.check)
    figures = counts(dialog)
    assert (figures["created"], figures["failed"], figures["incomplete"]) == (2, 1, 2)
    assert context.read(list_meetings) == []
    press_next(qtbot, dialog)
    first, second = sorted(context.read(list_meetings), key=lambda row: row.held_on)
    assert (first.held_on, first.kind, first.channel) == (
        date(2026, 4, 14),
        "mt.coordination",
        "ch.office",
    )
    assert (first.points, first.headcount, second.headcount) == (2, 12, None)
    names = {row.name.fr for row in context.read(list_partners)}
    assert names == {"Association Al Amal", "Lycée Ibn Sina", "Dr. Karim"}
    dialog.report.undo.click()
    wait_for_work(qtbot, dialog)
    assert context.read(list_meetings) == []
    assert "\u20663\u2069 شركاء · لقاءان" in dialog.failure.words


@pytest.mark.parametrize(
    "headings",
    [
        ("Date", "Assoc. / interlocuteur", "Thème abordé", "Nbre prés.", "Obs."),
        ("التاريخ", "الجهة", "الموضوع", "عدد الحضور", "ملاحظات"),
    ],
)
def test_headings_that_offices_shorten_are_known(
    qtbot: QtBot, dialog: ImportDialog, tmp_path: Path, headings: tuple[str, ...]
) -> None:
    row = ("14/04/2026", "Association Al Amal", "Rencontre", "12", "Bonne réunion")
    read(qtbot, dialog, write(tmp_path / "a.xlsx", (headings, row)))
    fields = [dialog.columns.mapping().get(heading, "") for heading in headings]
    assert [field.partition("_ar")[0].partition("_fr")[0] for field in fields] == [
        "held_on",
        "partners",
        "subject",
        "headcount",
        "assessment",
    ]


def test_a_sheet_in_arabic_needs_a_look_only(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    read(qtbot, dialog, write(tmp_path / "a.xlsx", ARABIC))
    assert set(dialog.columns.mapping().values()) == {
        "held_on",
        "subject_ar",
        "partners",
        "points",
    }
    press_next(qtbot, dialog)
    press_next(qtbot, dialog)
    (row,) = context.read(list_meetings)
    assert (row.held_on, row.subject.ar, row.points) == (date(2026, 4, 14), "لقاء تواصلي", 1)


def test_a_file_of_which_nothing_can_be_taken_is_told_as_such(
    qtbot: QtBot, dialog: ImportDialog, heard: Heard, tmp_path: Path
) -> None:
    read(qtbot, dialog, write(tmp_path / "a.xlsx", (FRENCH[2], FRENCH[5])))
    press_next(qtbot, dialog)
    assert not dialog.next.isEnabled()
    assert dialog.check.title() == "لا يمكن استيراد أي شيء من هذا الملف"
    reason = dialog.check.outcome.reason
    assert reason.isVisible()
    assert "\u206631/06/2026\u2069" in reason.text()
    assert not heard.said


def test_a_row_twice_in_the_file_is_one_meeting_and_a_day_alone_is_to_complete(
    qtbot: QtBot, context: AppContext, dialog: ImportDialog, tmp_path: Path
) -> None:
    rows = (*ARABIC, ARABIC[1], ("الخميس 16 أبريل 2026",), ("المجموع", "3"))
    read(qtbot, dialog, write(tmp_path / "a.xlsx", rows))
    press_next(qtbot, dialog)
    figures = counts(dialog)
    assert (figures["created"], figures["failed"], figures["incomplete"]) == (2, 2, 1)
    shown = [dialog.check.outcome.table.model.row(row) for row in range(3)]
    reasons = {row.line: row.reason for row in shown if row is not None}
    assert "السطر \u20662\u2069" in reasons[3]
    assert reasons[4].startswith("ليس فيه إلا التاريخ")
    assert reasons[5].startswith("التاريخ")
    press_next(qtbot, dialog)
    assert len(context.read(list_meetings)) == 2
