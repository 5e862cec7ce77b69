"""The form of an awareness action asks to confirm unusually high counts."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.models import Meeting
from ui.communication.awareness_form import AwarenessForm
from ui.context import AppContext


@pytest.fixture
def form(context: AppContext, qtbot: QtBot) -> AwarenessForm:
    form = AwarenessForm(context)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitActive(form)
    form.start(None)
    return form


def test_a_count_far_above_the_usual_is_saved_once_it_is_confirmed(
    form: AwarenessForm, context: AppContext
) -> None:
    box = form.form.field("beneficiaries")
    box.focus()
    typed_in = form.focusWidget()
    assert typed_in is not None
    QTest.keyClicks(typed_in, "25000")
    form.save.click()
    assert "25000" in box.problem
    assert beneficiaries(context) == []
    form.save.click()
    assert beneficiaries(context) == [25_000]


def beneficiaries(context: AppContext) -> list[int | None]:
    with context.office.database.read() as session:
        return [meeting.beneficiaries for meeting in session.query(Meeting)]
