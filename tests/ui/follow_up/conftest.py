"""Fixtures of the follow-up page with two late commitments."""

from collections.abc import Callable
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.services.commitments import CommitmentDraft
from tests import makers
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage
from ui.widgets.translated import Text


class Kept:
    """A status line that keeps the last Undo."""

    def __init__(self) -> None:
        self.undo: Callable[[], None] | None = None

    def __call__(
        self,
        message: str,
        undo: Callable[[], None] | None = None,
        *,
        go_on: Callable[[], None] | None = None,
        onward: Text | None = None,
        is_refusal: bool = False,
        is_notice: bool = False,
    ) -> None:
        self.undo = undo


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def page(context: AppContext, kept: Kept, qtbot: QtBot) -> FollowUpPage:
    makers.write_meeting(
        context.office.database,
        commitments=(
            CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 10, 1)),
            CommitmentDraft("لوحة إرشادية", "ar", "office", due_on=date(2026, 10, 2)),
        ),
    )
    page = FollowUpPage(
        AppContext(
            context.office, context.changes, context.tasks, context.settings,
            context.open_page, kept,
        )
    )  # fmt: skip
    qtbot.addWidget(page)
    page.show()
    return page
