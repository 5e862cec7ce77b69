"""Main columns keep their space beside a form: others are hidden."""

from datetime import date, time

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from ui import languages
from ui.communication.columns import REMARK_COLUMNS
from ui.communication.page import CommunicationPage
from ui.context import AppContext
from ui.fonts import font
from ui.moments import when_words
from ui.requests import NewEntry

_PADDING = 16


@pytest.mark.parametrize("language", Language)
def test_what_was_said_and_when_is_read_beside_the_form_of_a_remark(
    context: AppContext, qtbot: QtBot, language: Language
) -> None:
    """At 1366 × 768 neither the words of a remark nor its hour is cut."""
    languages.switch(language)
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.take(NewEntry("point"))
    QApplication.processEvents()
    view = page.remarks.table.view
    titles = [column.title() for column in REMARK_COLUMNS]
    hour = QFontMetrics(font(14)).horizontalAdvance(when_words(date(2026, 12, 30), time(20, 30)))
    assert view.columnWidth(titles.index(_("Remark"))) >= 212
    assert view.columnWidth(titles.index(_("Received on"))) >= hour + _PADDING
