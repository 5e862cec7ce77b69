"""What a session contradicts itself in is told where its summary is chosen."""

from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from tests import makers
from ui.summaries.page import SummariesPage


def test_a_session_whose_women_a_name_contradicts_asks_for_a_correction_first(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage
) -> None:
    nurse = makers.write_partner(
        office.database,
        name_ar="زينب بلمقدم، ممرضة",
        name_fr="Zineb Belmokaddem, infirmière",
        category="pt.liberal",
        type="pr.nurse",
        is_named_after_person=True,
    )
    met = {"attendances": ((nurse, True),), "headcount": 10}
    odd = makers.write_meeting(office.database, **met, women=0)
    fits = makers.write_meeting(office.database, **met, women=3)
    panel = page.choices.session
    panel.choose(odd)
    assert panel.to_correct.isVisible()
    assert "بلمقدم" in panel.to_correct.text()
    panel.choose(fits)
    assert not panel.to_correct.isVisible()
    qtbot.waitUntil(page.save.isEnabled)
