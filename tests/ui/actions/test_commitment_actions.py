"""A commitment is kept or dropped since a day, by default today."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.models import Commitment
from outreach_app.queries.commitments import CommitmentRow, list_commitments
from tests import makers
from ui.actions.action_form import ActionForm
from ui.actions.actions import Action
from ui.actions.commitment_actions import COMMITMENT_ACTIONS, KEEP
from ui.actions.undoable import carry_out
from ui.context import AppContext

SET_ASIDE = COMMITMENT_ACTIONS[3]


def act(
    context: AppContext, qtbot: QtBot, action: Action[CommitmentRow], day: str
) -> tuple[date | None, str | None]:
    """Run an action on a commitment by its form, and return its state's day and text."""
    makers.write_meeting(context.office.database)
    (row,) = context.read(lambda session: list_commitments(session, clock.today()))
    form: ActionForm[CommitmentRow] = ActionForm(context)
    qtbot.addWidget(form)
    form.given.connect(lambda action, given: carry_out(context, action, [row], given))
    form.begin(action, row.uid)
    form.words.setText("دورية كل ليلة")
    if day:
        form.day.setText(day)
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    with context.office.database.read() as session:
        commitment = session.query(Commitment).one()
        return commitment.status_on, commitment.status_reason


@pytest.mark.parametrize("action", [KEEP, SET_ASIDE], ids=["kept", "set aside"])
def test_a_state_holds_since_the_day_typed(
    context: AppContext, qtbot: QtBot, action: Action[CommitmentRow]
) -> None:
    done = act(context, qtbot, action, "20/10/2026")
    assert done == (date(2026, 10, 20), "دورية كل ليلة")


def test_a_state_holds_since_today_at_a_bare_enter(context: AppContext, qtbot: QtBot) -> None:
    assert act(context, qtbot, KEEP, "") == (clock.today(), "دورية كل ليلة")
