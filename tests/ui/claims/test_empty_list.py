"""A list of requests without any says what to do, and does it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.claims.screen import ClaimsScreen
from ui.widgets.buttons import Button


def test_an_empty_list_begins_the_first_request(screen: ClaimsScreen) -> None:
    (begin,) = (it for it in screen.listing.empty.findChildren(Button) if it.isVisible())
    begin.click()
    assert screen.form.isVisible()


def test_ctrl_n_begins_a_request(screen: ClaimsScreen) -> None:
    screen.activateWindow()
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert screen.form.isVisible()
