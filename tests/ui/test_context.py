"""A write commits, notifies the pages, and reports to the person."""

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.errors import InvalidDraft
from outreach_app.queries.partners import list_partners
from outreach_app.services.partners import register_partner
from tests import makers
from tests.ui.conftest import Heard
from ui.context import AppContext


def test_a_write(qtbot: QtBot, context: AppContext, heard: Heard) -> None:
    with qtbot.waitSignal(context.changes.happened) as signal:
        uid = context.write(
            lambda session: register_partner(session, makers.partner_draft()).uid, "Registered"
        )
    assert signal.args == [frozenset({"partner"})]
    assert [row.uid for row in context.read(list_partners)] == [uid]
    assert heard.said == ["Registered"]


def test_a_refused_write_says_nothing_and_leaves_nothing(
    qtbot: QtBot, context: AppContext, heard: Heard
) -> None:
    refused = makers.partner_draft(name_ar=None, name_fr=None)
    with qtbot.assertNotEmitted(context.changes.happened), pytest.raises(InvalidDraft):
        context.write(lambda session: register_partner(session, refused).uid, "Registered")
    assert context.read(list_partners) == []
    assert heard.said == []
