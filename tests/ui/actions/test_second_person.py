"""A second person confirms inline, with their own account and passphrase."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.actors import Role
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson
from tests import makers
from tests.second_people import OWN, add_second
from ui.actions.second_person import SecondPersonForm
from ui.context import AppContext


@pytest.fixture
def store(store: Path) -> Path:
    """Return a store whose deputy chose a passphrase."""
    add_second(store, Role.DEPUTY)
    return store


def test_the_passphrase_of_another_account_confirms_and_a_wrong_one_says_so(
    qtbot: QtBot, context: AppContext
) -> None:
    form = SecondPersonForm(context, Right.RETENTION)
    qtbot.addWidget(form)
    heard: list[SecondPerson] = []
    form.confirmed.connect(heard.append)
    form.ask()
    form.secret.line.setText(makers.PASSPHRASE)  # the open one
    form.confirm.click()
    qtbot.waitUntil(form.problem.isVisible)
    assert not heard
    form.secret.line.setText(OWN)
    form.confirm.click()
    qtbot.waitUntil(lambda: bool(heard))
    assert not form.isVisible()


def test_where_nobody_else_may_it_says_what_to_do(qtbot: QtBot, context: AppContext) -> None:
    form = SecondPersonForm(context, Right.ACCOUNTS)
    qtbot.addWidget(form)
    form.ask()
    assert form.missing.isVisible()
    assert not form.confirm.isVisible()
