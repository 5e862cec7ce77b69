"""The register of issued documents of all kinds."""

from datetime import date

from pytestqt.qtbot import QtBot

from outreach_app.i18n import isolate
from outreach_app.issuing.hand_outs import prepare_programme
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.rules.periods import Period
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.summaries.register_panel import RegisterPanel


def test_every_kind_is_listed_and_told(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    panel = RegisterPanel(recorded.context)
    qtbot.addWidget(panel)
    panel.show()
    assert panel.advice.isVisible()
    meeting = makers.write_meeting(office.database)
    summary = prepare_session_summary(office.database, str(meeting))
    makers.give(office.database, summary)
    december = Period(date(2026, 12, 1), date(2026, 12, 31))
    makers.give(office.database, prepare_programme(office.database, december))
    panel.refresh()
    assert panel.lines.count() == 2
    assert not panel.details.isVisible()
    place = 0 if isolate(summary.issue.number) in panel.lines.item(0).text() else 1
    panel.lines.setCurrentRow(place)
    told = panel.details.text()
    assert isolate(summary.issue.code) in told
    assert "رئيس الدائرة الأمنية" in told
    assert panel.wanted(()) is None
