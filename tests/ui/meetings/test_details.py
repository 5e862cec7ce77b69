"""The details of a meeting tell all that was recorded of it."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import isolate
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.referrals import ReferralDraft
from tests import makers
from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.meetings.details_words import facts_of
from ui.meetings.page import MeetingsPage
from ui.requests import OpenFollowed
from ui.widgets.line_button import LineButton
from ui.words import code_words


@pytest.fixture
def page(context: AppContext, qtbot: QtBot) -> MeetingsPage:
    page = MeetingsPage(context)
    qtbot.addWidget(page)
    page.resize(1182, 700)  # with room for the details beside the list
    page.show()
    return page


def test_what_answers_no_point_is_told_in_the_details_and_in_the_editor(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    makers.write_meeting(
        context.office.database,
        points=(),
        commitments=(CommitmentDraft("وضع لوحة", "ar", "office"),),
        referrals=(ReferralDraft("rf.caidat", "tp.6.1"),),
    )
    page.refresh()
    lines = page.list.details.findChildren(LineButton)
    assert [code_words("rf.caidat") in it.accessibleName() for it in lines] == [False, True]
    assert "وضع لوحة" in lines[0].accessibleName()
    lines[0].click()
    assert isinstance(heard.requests[-1], OpenFollowed)
    assert page.list.table.row is not None
    page.editor.begin(page.list.table.row.uid)
    assert "وضع لوحة" in page.editor.body.loose.text()
    assert code_words("rf.caidat") in page.editor.body.loose.text()
    assert page.editor.body.totals.text().count("1") == 2


def test_the_letter_of_a_number_is_explained_beside_it(
    page: MeetingsPage, context: AppContext
) -> None:
    makers.write_meeting(context.office.database)
    page.refresh()
    details = page.list.details.details
    assert details is not None
    for number, letters in (("01/2026", 0), ("01-B/2026", 1)):
        numbered = replace(details, row=replace(details.row, number=number))
        explained = [value for _label, value in facts_of(numbered) if isolate("B") in value]
        assert len(explained) == letters
