"""No entry of a combo box is cut on a screen of 1366 px; a topic is found by its words."""

import pytest
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox
from pytestqt.qtbot import QtBot

from outreach_app.i18n import Language
from tests.ui.rest import settle
from ui import languages
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.meetings.suggestions import suggest_topics


def room(choice: QComboBox) -> int:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    part = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox,
        option,
        QStyle.SubControl.SC_ComboBoxEditField,
        choice,
    )
    return part.width()


def cut(page: MeetingsPage) -> list[str]:
    return [
        choice.itemText(place)
        for choice in page.findChildren(QComboBox)
        if choice.isVisible()
        for place in range(choice.count())
        if choice.fontMetrics().horizontalAdvance(choice.itemText(place)) > room(choice)
    ]


@pytest.mark.parametrize("language", Language)
def test_every_entry_has_room(context: AppContext, qtbot: QtBot, language: Language) -> None:
    languages.switch(language)
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 696)
    page.show()
    settle(page)
    assert cut(page) == []
    page.new_session()
    page.editor.head.register.begin("تعاونية")
    settle(page)
    assert cut(page) == []
    assert page.width() == 1182


def test_an_article_that_a_topic_has_not_finds_the_topic_that_begins_so() -> None:
    first, *_others = suggest_topics("الأمن")
    assert (first.code, first.is_inside) == ("tp.10", False)
