"""Letters typed in a closed list find an entry by any of its words."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests.ui.meetings.keyboard import Keyboard
from ui import languages
from ui.forms.choice_editor import ChoiceEditor, from_catalogues


@pytest.mark.parametrize(
    ("language", "typed", "code"),
    [
        (Language.ARABIC, "أبواب", "mt.openday"),
        (Language.ARABIC, "يوم د", "mt.study"),
        (Language.FRENCH, "etu", "mt.study"),
        (Language.FRENCH, "rencontre t", "mt.thematic"),
        (Language.FRENCH, "xyz", "mt.periodic"),
    ],
)
@pytest.mark.parametrize("is_open", [False, True])
def test_a_kind_is_found_by_a_word_inside_its_name(
    qtbot: QtBot, language: Language, typed: str, code: str, *, is_open: bool
) -> None:
    languages.switch(language)
    kind = ChoiceEditor(from_catalogues("mt"))
    qtbot.addWidget(kind)
    kind.show()
    kind.activateWindow()
    qtbot.waitUntil(kind.isActiveWindow)
    kind.setFocus()
    keyboard = Keyboard(kind)
    if is_open:
        kind.showPopup()
        keyboard = Keyboard(kind.view())
        kind.view().setFocus()
    keyboard.type(typed)
    if is_open:
        keyboard.press(Qt.Key.Key_Return)
    assert kind.value() == code


def test_a_letter_goes_on_to_the_next_entry(qtbot: QtBot) -> None:
    languages.switch(Language.FRENCH)
    kind = ChoiceEditor(from_catalogues("mt"))
    qtbot.addWidget(kind)
    kind.show()
    kind.setFocus()
    Keyboard(kind).type("ss")
    assert kind.value() == "mt.school"
