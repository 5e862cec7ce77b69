"""What leaves a list of meetings is logged, and names a practice's owner only where it may."""

from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from outreach_app.access_log import Act
from outreach_app.actors import Actor
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.meetings import list_meetings
from tests import makers
from tests.ui.answers import Answers
from tests.ui.meetings.keyboard import active_page
from ui.context import AppContext
from ui.meetings.columns import MEETING_COLUMNS
from ui.table_export import ExportButton
from ui.tables.rows_model import RowsModel

OWNER = "Cabinet du docteur Oumnia Sellami"


def meeting_with_a_practice(context: AppContext) -> None:
    database = context.office.database
    practice = makers.write_partner(
        database,
        name_ar=None,
        name_fr=OWNER,
        category="pt.liberal",
        type="pr.doctor",
        place="12, rue Zallaqa",
        is_named_after_person=True,
    )
    body = makers.write_partner(database, name_fr="Amicale Al Wifaq", name_ar=None)
    makers.write_meeting(database, subject_ar=None, attendances=((practice, True), (body, True)))


def test_who_may_not_take_names_out_copies_the_profession(
    context: AppContext, qtbot: QtBot
) -> None:
    meeting_with_a_practice(context)
    for actor, act, is_named in (
        (Actor.SECRETARY, Act.TABLE, False),
        (Actor.CHIEF, Act.NAMES_OUT, True),
    ):
        context.office.database.actor = actor
        table = active_page(context, qtbot).list.table
        table.view.selectAll()
        table.copy_rows()
        copied = QGuiApplication.clipboard().text()
        assert "Amicale Al Wifaq" in copied
        assert ("Sellami" in copied, "Zallaqa" in copied) == (is_named, False)
        assert "طبيب" in copied or is_named
        context.office.database.actor = Actor.CHIEF  # who may read the log
        last = context.read(list_access)[0]
        assert (last.act, last.verb) == (act, "copy_rows")


def test_an_exported_list_has_the_profession_whoever_takes_it(
    context: AppContext, tmp_path: Path, qtbot: QtBot
) -> None:
    meeting_with_a_practice(context)
    [row] = context.read(list_meetings)
    model = RowsModel(MEETING_COLUMNS, lambda _ids: {1: row})
    model.show_ids([1])
    path = tmp_path / "rencontres.xlsx"
    button = ExportButton(replace(context, files=Answers(path)), lambda: "Rencontres", model)
    for widget in (button, button.progress):
        qtbot.addWidget(widget)
    button.click()
    qtbot.waitUntil(lambda: button.isEnabled() and path.exists())
    page = load_workbook(path).active
    assert page is not None
    told = " ".join(str(cell) for line in page.iter_rows(values_only=True) for cell in line)
    assert "Sellami" not in told
    assert "طبيب" in told
