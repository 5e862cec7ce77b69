"""A file that was written changes no record: the change before it can still be undone."""

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.database import StoreSession
from outreach_app.queries.partners import list_partners
from outreach_app.services.partners import delete_partner
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.recorded import Recorded
from ui.actions.undoable import write_undoable
from ui.context import AppContext
from ui.requests import ShowSummary
from ui.summaries.outputs import WaysOut
from ui.summaries.page import SummariesPage
from ui.table_export import ExportButton
from ui.tables.columns import Column
from ui.tables.rows_model import RowsModel
from ui.widgets.status_line import StatusLine

COLUMNS: tuple[Column[int], ...] = (Column(lambda: "الرقم", str),)


@pytest.fixture
def line(qtbot: QtBot) -> StatusLine:
    line = StatusLine()
    qtbot.addWidget(line)
    return line


@pytest.fixture
def context(recorded: Recorded, line: StatusLine, tmp_path: Path) -> AppContext:
    return replace(recorded.context, status=line.say, files=Answers(tmp_path / "out.xlsx"))


@pytest.fixture
def partner(context: AppContext) -> UUID:
    """Return a partner that was just deleted."""
    makers.write_partner(context.office.database)
    (row,) = context.read(list_partners)

    def delete(session: StoreSession) -> None:
        delete_partner(session, row.uid, row.version)

    write_undoable(context, delete, "deleted")
    assert context.read(list_partners) == []
    return row.uid


def back(context: AppContext, line: StatusLine, partner: UUID) -> bool:
    line.undo_action.trigger()
    return [row.uid for row in context.read(list_partners)] == [partner]


def test_a_list_was_exported(
    context: AppContext, line: StatusLine, partner: UUID, tmp_path: Path, qtbot: QtBot
) -> None:
    model = RowsModel(COLUMNS, lambda ids: {each: each for each in ids})
    button: ExportButton[int] = ExportButton(context, lambda: "L", model)
    for widget in (button, button.progress):
        qtbot.addWidget(widget)
    model.show_ids([1, 2])
    button.click()
    qtbot.waitUntil(lambda: line.message != "deleted")
    assert back(context, line, partner)


def test_a_document_was_issued(
    context: AppContext,
    office: OpenOffice,
    line: StatusLine,
    partner: UUID,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    page = SummariesPage(
        replace(context, files=Answers(tmp_path / "out")), WaysOut(lambda _parent: None)
    )
    qtbot.addWidget(page)
    page.show()
    page.take(ShowSummary(makers.write_meeting(office.database)))
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save_copy.click()
    qtbot.waitUntil(lambda: line.message != "deleted")
    assert back(context, line, partner)
    page.close_worker()
