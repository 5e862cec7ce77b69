"""A remark by telephone is recorded, answered and closed; a talk in a school is counted."""

from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import list_awareness
from outreach_app.queries.remarks import RemarkRow, list_remarks
from outreach_app.queries.rumours import list_rumours
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries.reading import ISOLATES
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.communication.page import CommunicationPage
from ui.requests import OpenRemark

WORDS = {
    Language.ARABIC: "إشارات المرور معطلة",
    Language.FRENCH: "Feux de circulation en panne",
}
RUMOUR = {
    Language.ARABIC: "اختطاف تلميذة أمام إعدادية النخيل",
    Language.FRENCH: "Une élève enlevée devant le collège",
}
# The beginning of a word of the topic, without its article.
TOPIC = {Language.ARABIC: "إنا", Language.FRENCH: "écl"}
REPLY = {Language.ARABIC: "أصلحت الإشارات", Language.FRENCH: "Feux réparés"}
TOLD = {
    Language.ARABIC: ("حصة تحسيسية واحدة", "مؤسستين تعليميتين", "60 تلميذا", "75"),
    Language.FRENCH: ("une séance de sensibilisation", "deux établissements", "60 élèves", "75"),
}


@pytest.fixture
def page(desk: Desk, register: Path) -> CommunicationPage:
    """Return the page of communication of a register, reached by F12 from the Today page."""
    desk.start(register)
    desk.unlock()
    desk.press(Key.Key_F12)
    return page_of(desk, CommunicationPage)


def seconds(keys: int, thoughts: int) -> float:
    """Return how long keys take at 40 words per minute, with a mental act before each field.

    Source: the keystroke-level model of Card, Moran and Newell.
    """
    return keys * 0.28 + thoughts * 1.35


def remark(desk: Desk) -> RemarkRow:
    with desk.shell.context.office.database.read() as session:
        (row,) = list_remarks(session)
    return row


def do(page: CommunicationPage, words: str) -> None:
    """Run the command of the selected remark with this label."""
    commands = page.remarks.strip.commands()
    next(command for command in commands if command.words() == words).do()


def test_a_remark_by_telephone_is_answered_told_and_closed(
    desk: Desk, page: CommunicationPage, language: Language
) -> None:
    today = clock.today()
    before = desk.keyboard.pressed - 1  # F12
    desk.type(WORDS[language])
    # All keys besides the text: seven.
    desk.press(Key.Key_Tab)
    desk.type(TOPIC[language])
    desk.press(Key.Key_Return)
    desk.press(Key.Key_S, CONTROL)
    typed = len(WORDS[language]) + len(TOPIC[language])
    assert seconds(typed + desk.keyboard.pressed - before, thoughts=3) <= 15
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
    do(page, _("Close the remark"))
    desk.press(Key.Key_Return)  # today is preset
    assert (remark(desk).state, remark(desk).closed_on) == ("closed", today)
    do(page, _("History"))
    for words in (WORDS[language], REPLY[language], _("Closed on")):
        assert desk.reads(words), words


def test_a_talk_in_a_school_is_in_the_report_of_its_month(
    desk: Desk, register: Path, language: Language
) -> None:
    desk.start(register)
    desk.unlock()
    desk.go("communication")
    page, today = page_of(desk, CommunicationPage), clock.today()
    desk.press(Key.Key_Tab, CONTROL, times=list(page._listings).index("meeting"))
    desk.press(Key.Key_N, CONTROL)
    form = page.awareness_form.form
    for name, words in (("establishments", "2"), ("pupils", "60"), ("beneficiaries", "75")):
        desk.reach(form.field(name))
        desk.type(words)
    desk.press(Key.Key_S, CONTROL)
    with desk.shell.context.office.database.read() as session:
        (row,) = list_awareness(session)
        plan = plan_period(session, Period(today.replace(day=1), today), today)
    assert (row.kind, row.held_on, row.pupils) == ("mt.school", today, 60)
    report = ISOLATES.sub("", to_plain_text(realise_period(plan, language, today)))
    for words in TOLD[language]:
        assert words in report.replace("\u00a0", " "), words


def test_a_rumour_is_recorded_with_its_words_alone_within_twenty_seconds(
    desk: Desk, page: CommunicationPage, language: Language
) -> None:
    before = desk.keyboard.pressed
    desk.press(Key.Key_F11)
    desk.type(RUMOUR[language])
    desk.press(Key.Key_S, CONTROL)
    with desk.shell.context.office.database.read() as session:
        (row,) = list_rumours(session)
    assert (row.text, row.state) == (RUMOUR[language], "heard")
    assert page.rumours.isVisible()
    keys = len(RUMOUR[language]) + desk.keyboard.pressed - before
    assert seconds(keys, thoughts=2) <= 20
