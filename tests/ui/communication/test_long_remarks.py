"""What is longer than a line is read under its list, not in its form alone."""

from pytestqt.qtbot import QtBot

from tests.remarks import write_remark
from ui.communication.page import CommunicationPage
from ui.context import AppContext


def test_a_long_remark_is_read_whole_under_the_list(qtbot: QtBot, context: AppContext) -> None:
    said = "الإنارة معطلة منذ شهر أمام المدرسة. " * 55
    page = CommunicationPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    write_remark(context.office.database, text=said)
    page.tabs.setCurrentIndex(2)
    page.refresh()
    strip = page.remarks.strip
    title, bar = strip.title, strip.area.verticalScrollBar()
    assert title.height() >= title.heightForWidth(title.width())
    assert strip.area.width() >= title.width()
    assert bar.maximum() > 0
    assert bar.maximum() + strip.area.viewport().height() >= title.geometry().bottom()
    assert strip.height() < page.height() // 3
