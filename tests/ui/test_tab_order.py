"""Every page is read in the order of its layout, by Tab and by screen readers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.languages import ARABIC_FIRST
from tests.ui.stage import Stage
from tests.ui.tab_order import heard_order, tab_order, turned_back
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES

PAGES = (
    *(entry.key for entry in PRECINCT_PAGES),
    *(f"headquarters_{entry.key}" for entry in HEADQUARTERS_PAGES),
)
every_language = pytest.mark.parametrize("stage", ARABIC_FIRST, indirect=True)


@every_language
def test_the_pages_are_read_as_they_stand(stage: Stage) -> None:
    found: list[str] = []
    for name in PAGES:
        screen = stage.show(name)
        visited = tab_order(screen)
        assert len(visited) > 1
        for order in (visited, heard_order(screen)):
            found += [f"{name}: {turn}" for turn in turned_back(screen, order)]
        stage.clear()
    assert not found


@every_language
def test_backwards_is_the_way_back(stage: Stage) -> None:
    screen = stage.show("partners")
    visited = tab_order(screen)
    visited[-1].setFocus()
    back = []
    for _step in visited:
        focused = QApplication.focusWidget()
        assert focused is not None
        back.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Backtab)
    assert back == visited[::-1]
