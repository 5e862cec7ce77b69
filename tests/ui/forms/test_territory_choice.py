"""The choice of a territory is searched in either language, and keeps the selection."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.queries.registered_offices import OfficePlace
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import region_of_city
from ui.forms.territories import territories
from ui.forms.territory_choice import TerritoryChoice

CASABLANCA = Bilingual("ولاية أمن الدار البيضاء", "Préfecture de police de Casablanca")
HOCEIMA = Bilingual("الأمن الجهوي بالحسيمة", "Sûreté régionale d'Al Hoceïma")
# By region, command and name, as the query gives them.
PLACES = (
    (1, ("السلام", "Assalam"), "7", ("الدار البيضاء", "Casablanca"), CASABLANCA),
    (2, ("السلام", "Assalam"), "9", ("الدار البيضاء", "Casablanca"), CASABLANCA),
    (3, ("السلام", "Assalam"), "2", ("الحسيمة", "Al Hoceïma"), HOCEIMA),
)


@pytest.fixture
def choice(qtbot: QtBot) -> TerritoryChoice:
    places = [
        OfficePlace(
            OfficeId(place),
            UUID(int=place),
            Bilingual(*name),
            Bilingual(*city),
            number,
            region_of_city(*city),
            command,
        )
        for place, name, number, city, command in PLACES
    ]
    choice = TerritoryChoice(lambda: territories(places))
    qtbot.addWidget(choice)
    choice.show()
    choice.activateWindow()
    qtbot.waitUntil(choice.isActiveWindow)
    return choice


def line_of(choice: TerritoryChoice) -> QLineEdit:
    line = choice.lineEdit()
    assert line is not None
    line.setFocus()
    line.selectAll()
    return line


def enter(choice: TerritoryChoice, words: str) -> object:
    line = line_of(choice)
    line.insert(words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    return choice.value()


def test_precincts_of_one_name_are_told_apart_under_their_commands(
    choice: TerritoryChoice,
) -> None:
    levels = choice._choices()
    assert [(each.code, getattr(each, "level", None)) for each in levels] == [
        (None, 0),
        (region_of_city("Casablanca"), 0), (f"command {CASABLANCA.fr}", 1), ("office 1", 2),
        ("office 2", 2),
        (region_of_city("Al Hoceïma"), 0), (f"command {HOCEIMA.fr}", 1), ("office 3", 2),
    ]  # fmt: skip
    assert len({each.words for each in levels}) == len(levels)


def test_what_is_typed_is_found_in_either_language_by_number_and_city(
    choice: TerritoryChoice,
) -> None:
    heard: list[int] = []
    choice.activated.connect(heard.append)
    assert enter(choice, "prefecture de police") == f"command {CASABLANCA.fr}"
    assert enter(choice, "السلام 9") == "office 2"
    assert enter(choice, "ASSALAM 2") == "office 3"
    assert enter(choice, "الامن الجهوي") == f"command {HOCEIMA.fr}"
    assert len(heard) == 4


def test_words_that_are_no_territory_leave_what_was_chosen(choice: TerritoryChoice) -> None:
    choice.set_value("office 2")
    shown = choice.currentText()
    assert enter(choice, "Tombouctou") == "office 2"
    line = line_of(choice)
    QTest.keyClicks(line, "Hoc")
    QTest.keyClick(choice._finder.list, Qt.Key.Key_Escape)
    line.clearFocus()
    assert (choice.value(), choice.currentText()) == ("office 2", shown)
