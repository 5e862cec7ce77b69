"""A list of follow-up that is read in portions."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries import portions
from outreach_app.queries.commitments import list_commitments
from outreach_app.services.commitments import CommitmentDraft
from tests import makers
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage

TODAY = date(2026, 11, 24)


def test_a_long_list_says_that_it_goes_on_and_still_finds_its_last_row(
    context: AppContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(portions, "SHOWN", 2)
    promises = tuple(
        CommitmentDraft("دورية", "ar", "office", due_on=date(2026, 11, day)) for day in range(1, 10)
    )
    makers.write_meeting(context.office.database, commitments=promises)
    page = FollowUpPage(context)
    qtbot.addWidget(page)
    page.show()
    listing = page.commitments
    assert listing.table.model.rowCount() == 3
    assert listing.count.text() == _("Rows: more than {number}").format(number=isolate("2"))
    rows = context.read(lambda s: list_commitments(s, TODAY))
    last = max(rows, key=lambda row: row.due_on or date.min)
    page.show_record(last.uid)
    assert [row.uid for row in listing.rows()] == [last.uid]
    assert listing.count.text() == _("Rows: {number}").format(number=isolate("9"))
    page.refresh()
    assert [row.uid for row in listing.rows()] == [last.uid]
