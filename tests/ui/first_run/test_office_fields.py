"""The fields of the office: their lists take no click, and show their contents whole."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests.ui.first_run.keyboard import type_text
from ui import style
from ui.attendance.suggest_line import SuggestLine
from ui.first_run.office import OfficeStep
from ui.first_run.page import FirstRunPage
from ui.settings import Settings
from ui.tasks import Tasks

Key = Qt.Key
_FRAME = 20  # padding and borders of a line


@pytest.fixture
def office(qtbot: QtBot) -> OfficeStep:
    step = OfficeStep()
    qtbot.addWidget(step)
    step.resize(512, 700)
    step.show()
    return step


@pytest.mark.parametrize("size", [(1366, 768), (1024, 700)])
def test_the_title_that_is_filled_in_is_whole_in_the_largest_text(
    qtbot: QtBot, tasks: Tasks, tmp_path: Path, size: tuple[int, int]
) -> None:
    style.set_text_size(125)
    page = FirstRunPage(Settings(tmp_path / "window.json"), tasks)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.go_on()
    for language in Language:
        line = line_of(page.office, "chief_title", language)
        needed = QFontMetrics(line.font()).horizontalAdvance(line.text())
        assert line.text()
        assert needed + _FRAME <= line.width()
    style.set_text_size(100)


def line_of(office: OfficeStep, name: str, language: Language) -> QLineEdit:
    return office.fields[name, language].line


def click(target: QWidget) -> None:
    """Click as a window system does, which a popup would take first."""
    handle = target.window().windowHandle()
    place = target.mapTo(target.window(), target.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_click_beside_the_list_of_cities_is_a_click(office: OfficeStep) -> None:
    city = line_of(office, "city", Language.FRENCH)
    city.setFocus()
    type_text(city, "Casa")
    click(line_of(office, "name", Language.FRENCH))
    assert line_of(office, "name", Language.FRENCH).hasFocus()
    assert isinstance(city, SuggestLine)
    assert not city.has_suggestions


def test_letters_find_a_city_without_accents_and_name_it_in_both(office: OfficeStep) -> None:
    city = line_of(office, "city", Language.FRENCH)
    city.setFocus()
    type_text(city, "sale")
    for key in (Key.Key_Down, Key.Key_Return):
        QTest.keyClick(city, key)
    assert city.text() == "Salé"
    assert line_of(office, "city", Language.ARABIC).text() == "سلا"
    assert not city.hasFocus()


def test_a_name_in_the_letters_of_the_other_language_is_told_at_its_field(
    office: OfficeStep,
) -> None:
    names = {"name_ar": "Annakhil", "city_ar": "الدار البيضاء", "city_fr": "Casablanca"}
    office.fill({**names, "name_fr": "12·أ"})
    assert not office.check()
    for language in Language:
        assert office.fields["name", language].problem.text()
        assert not office.fields["city", language].problem.text()
    office.fill({"name_ar": "النخيل", "name_fr": "Annakhil 2"})
    assert office.check()


def test_a_line_of_the_letterhead_in_other_letters_is_told_at_its_field(office: OfficeStep) -> None:
    names = {"name_ar": "النخيل", "name_fr": "Annakhil"}
    cities = {"city_ar": "الدار البيضاء", "city_fr": "Casablanca"}
    office.fill({**names, **cities, "command_fr": "ولاية أمن الدار البيضاء"})
    assert not office.check()
    assert office.fields["command", Language.FRENCH].problem.text()
    assert not office.fields["command", Language.ARABIC].problem.text()
    office.fill({"command_fr": "Préfecture de police", "district_fr": "المنطقة"})
    assert not office.check()
    assert office.fields["district", Language.FRENCH].problem.text()
    office.fill({"district_fr": ""})
    assert office.check()
