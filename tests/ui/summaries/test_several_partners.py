"""The sheets of several partners, saved at once from the list of partners."""

from pathlib import Path
from uuid import UUID

from pytestqt.qtbot import QtBot

from outreach_app.queries.issues import list_issues
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.requests import ShowHandOut
from ui.summaries.page import SummariesPage
from ui.summaries.without_dialog import WithoutDialog


def test_several_partners_get_their_sheets_at_once_and_who_gets_none_is_said(
    qtbot: QtBot,
    office: OpenOffice,
    partner: UUID,
    page: SummariesPage,
    recorded: Recorded,
    tmp_path: Path,
) -> None:
    unmet = makers.write_partner(office.database, name_ar="جمعية لم تحضر")
    panel = page.choices.partner
    page.take(ShowHandOut((partner, unmet)))
    assert (panel.partners.count(), panel.partner) == (2, None)  # the one not met too
    panel.every.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert len(list((tmp_path / "out").iterdir())) == 1
    assert [row.partner for row in recorded.context.read(list_issues)] == [partner]
    assert "out" in recorded.said[-1]
    (dialog,) = page.findChildren(WithoutDialog)
    reason, names = (label.text() for label in dialog.labels)
    assert "جمعية لم تحضر" in names
    assert reason
    dialog.leave.click()
    panel.narrowing.lift.click()
    assert panel.listed() == [partner]
