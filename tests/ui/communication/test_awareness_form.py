"""The form of an awareness action asks to confirm unusually high counts."""

from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.models import Meeting
from ui.communication.awareness_form import AwarenessForm
from ui.context import AppContext


@pytest.fixture
def form(context: AppContext, qtbot: QtBot) -> AwarenessForm:
    form = AwarenessForm(context)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
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


def test_a_last_day_without_a_year_is_a_past_one(form: AwarenessForm) -> None:
    yesterday = clock.today() - timedelta(days=1)
    for name in ("held_on", "last_on"):
        form.form.field(name).focus()
        typed_in = form.focusWidget()
        assert isinstance(typed_in, QLineEdit)
        typed_in.selectAll()
        QTest.keyClicks(typed_in, f"{yesterday:%d/%m}")
    typed = form.form.typed()
    assert (typed.held_on, typed.last_on) == (yesterday, yesterday)


def test_a_last_day_without_a_year_follows_the_first_day(form: AwarenessForm) -> None:
    first, last = clock.today() - timedelta(days=400), clock.today() - timedelta(days=395)
    for name, words in (("held_on", f"{first:%d/%m/%Y}"), ("last_on", f"{last:%d/%m}")):
        form.form.field(name).focus()
        typed_in = form.focusWidget()
        assert isinstance(typed_in, QLineEdit)
        typed_in.selectAll()
        QTest.keyClicks(typed_in, words)
    assert form.form.typed().last_on == last


def beneficiaries(context: AppContext) -> list[int | None]:
    with context.office.database.read() as session:
        return [meeting.beneficiaries for meeting in session.query(Meeting)]
