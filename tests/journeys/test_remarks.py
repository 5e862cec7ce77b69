"""What comes by telephone is recorded, answered, told and closed; a talk in a school is counted."""

from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.remarks import RemarkRow, list_remarks
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.communication.page import CommunicationPage
from ui.requests import OpenRemark

WORDS = {
    Language.ARABIC: "إشارات المرور معطلة",
    Language.FRENCH: "Feux de circulation en panne",
}
# The beginning of a word of the topic, without its article.
TOPIC = {Language.ARABIC: "إنا", Language.FRENCH: "écl"}
REPLY = {Language.ARABIC: "أصلحت الإشارات", Language.FRENCH: "Feux réparés"}
HOW = {Language.ARABIC: "هاتفيا", Language.FRENCH: "Par téléphone"}
SUBJECT = {Language.ARABIC: "مخاطر الشغب", Language.FRENCH: "Prévention du hooliganisme"}


@pytest.fixture
def page(desk: Desk, register: Path) -> CommunicationPage:
    """Return the page of communication of a register, reached by F12 from the page of the day."""
    desk.start(register)
    desk.unlock()
    desk.press(Key.Key_F12)
    return page_of(desk, CommunicationPage)


def remark(desk: Desk) -> RemarkRow:
    with desk.shell.context.office.database.read() as session:
        (row,) = list_remarks(session)
    return row


def do(page: CommunicationPage, words: str) -> None:
    """Do what the menu of the chosen remark calls so."""
    commands = page.remarks.strip.commands()
    next(command for command in commands if command.words() == words).do()


def test_a_remark_by_telephone_is_answered_told_and_closed(
    desk: Desk, page: CommunicationPage, language: Language
) -> None:
    today = clock.local(clock.now()).date()
    desk.type(WORDS[language])
    # All that is pressed besides the words: seven keys.
    desk.press(Key.Key_Tab)
    desk.type(TOPIC[language])
    desk.press(Key.Key_Return)
    desk.press(Key.Key_S, CONTROL)
    row = remark(desk)
    assert (row.text, row.topic, row.channel) == (WORDS[language], "tp.6.1", "rv.phone")
    assert (row.received_on, row.state) == (today, "received")
    desk.go("today")
    assert desk.reads(_("Remarks without a reaction"))
    desk.shell.open_page(OpenRemark(row.uid))
    desk.press(Key.Key_F7)
    desk.type(REPLY[language])
    desk.press(Key.Key_Return)
    assert (remark(desk).state, remark(desk).reply) == ("answered", REPLY[language])
    desk.press(Key.Key_Z, CONTROL)
    assert remark(desk).state == "received"
    desk.press(Key.Key_F7)
    desk.type(REPLY[language])
    desk.press(Key.Key_Return)
    do(page, _("Close the point"))
    desk.press(Key.Key_Return)  # today stands there
    assert (remark(desk).state, remark(desk).closed_on) == ("closed", today)
    do(page, _("History"))
    for words in (WORDS[language], REPLY[language], _("Closed on")):
        assert desk.reads(words), words
