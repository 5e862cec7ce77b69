"""The rail without words, in a narrow window."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from ui import languages, style
from ui.fonts import font
from ui.pages import PRECINCT_PAGES
from ui.rail import Rail


@pytest.fixture(autouse=True)
def large_letters() -> Iterator[None]:
    style.set_text_size(125)
    yield
    style.set_text_size(100)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(("number", "words"), [(88, "88"), (100, "99+")])
def test_a_count_beside_an_icon_is_whole(
    qtbot: QtBot, language: Language, number: int, words: str
) -> None:
    languages.switch(language)
    rail = Rail(PRECINCT_PAGES)
    qtbot.addWidget(rail)
    rail.resize(56, 700)
    rail.show()
    rail.set_narrow(True)
    (view,) = rail.findChildren(QListView)
    bare = view.viewport().grab().toImage()
    rail.show_count(number, "")
    counted = view.viewport().grab().toImage()
    inked = [
        x
        for x in range(bare.width())
        if any(bare.pixel(x, y) != counted.pixel(x, y) for y in range(view.sizeHintForRow(0)))
    ]
    width = QFontMetrics(font(12, QFont.Weight.DemiBold)).tightBoundingRect(words).width()
    assert max(inked) - min(inked) + 1 >= width - 1
