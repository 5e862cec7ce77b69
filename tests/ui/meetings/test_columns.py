"""A list of meetings says with whom they were, however narrow it is."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from tests import makers
from ui.context import AppContext
from ui.meetings.page import MeetingsPage


@pytest.mark.parametrize("width", [1310, 1044, 968, 854])  # in windows of 1366 to 910
def test_a_narrow_list_names_the_partners(context: AppContext, qtbot: QtBot, width: int) -> None:
    makers.write_meeting(context.office.database)
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(width, 600)
    page.show()
    QApplication.processEvents()
    table = page.list.table
    titles = [column.title() for column in table.model.columns]
    assert not table.view.isColumnHidden(titles.index(_("Partners")))
