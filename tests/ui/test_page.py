"""A page is refreshed at once if visible, else when it is shown."""

from typing import Never

import pytest
from PySide6.QtWidgets import QStackedWidget
from pytestqt.qtbot import QtBot

from outreach_app.models import JOURNALED
from ui.changes import Topic
from ui.context import AppContext
from ui.page import Page


class Counter(Page[Never]):
    """A page of meetings that counts how often it was refreshed."""

    topics = frozenset({Topic.MEETING})
    refreshed = 0

    def refresh(self) -> None:
        self.refreshed += 1

    def retranslate(self) -> None:
        pass


@pytest.fixture
def stack(context: AppContext, qtbot: QtBot) -> QStackedWidget:
    """Return two pages, one shown at a time."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    for _page in range(2):
        stack.addWidget(Counter(context))
    stack.show()
    return stack


def _counts(stack: QStackedWidget) -> list[int]:
    pages = [stack.widget(place) for place in range(2)]
    return [page.refreshed for page in pages if isinstance(page, Counter)]


def test_the_page_out_of_sight_waits_and_is_refreshed_once(
    stack: QStackedWidget, context: AppContext
) -> None:
    context.changes.tell({Topic.MEETING, Topic.POINT})
    context.changes.tell({Topic.MEETING})
    assert _counts(stack) == [2, 0]
    stack.setCurrentIndex(1)
    assert _counts(stack) == [2, 1]
    stack.setCurrentIndex(0)
    stack.setCurrentIndex(1)
    assert _counts(stack) == [2, 1]


def test_a_topic_that_the_page_does_not_show_leaves_it_alone(
    stack: QStackedWidget, context: AppContext
) -> None:
    context.changes.tell({Topic.PARTNER})
    stack.setCurrentIndex(1)
    assert _counts(stack) == [0, 0]


def test_every_record_of_the_journal_is_a_topic() -> None:
    assert {model.contract.entity for model in JOURNALED} <= set(Topic)
