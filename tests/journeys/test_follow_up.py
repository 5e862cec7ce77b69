"""A point is referred, answered, reported and closed; several commitments are kept at once."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Commitment, Point
from outreach_app.queries.saved_filters import FilterT
from outreach_app.rules.dates import date_text
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.follow_up.page import FollowUpPage
from ui.listings.listing import Listing
from ui.listings.subject import RowT
from ui.words import code_words

ANSWER = {Language.ARABIC: "أصلحت الجماعة الأعمدة", Language.FRENCH: "Lampadaires réparés"}
TO_WHOM = {Language.ARABIC: "رئيس الجمعية", Language.FRENCH: "Le président"}
HOW = {Language.ARABIC: "هاتفيا", Language.FRENCH: "Par téléphone"}
PROMISED = {Language.ARABIC: "إصلاح ثلاثة مصابيح", Language.FRENCH: "Réparer trois lampes"}
DONE = {Language.ARABIC: "أنجزت في موعدها", Language.FRENCH: "Fait à temps"}


@pytest.fixture
def page(desk: Desk, register: Path) -> FollowUpPage:
    """Return the follow-up page of a register with two overdue commitments."""
    desk.start(register)
    desk.unlock()
    desk.go("follow_up")
    return page_of(desk, FollowUpPage)


def concern(desk: Desk) -> tuple[str, str | None, str | None, date | None, date | None]:
    """Return the state of the concern about lighting, and its referral."""
    with desk.shell.context.office.database.read() as session:
        point = session.query(Point).filter_by(topic="tp.6.1").one()
        return point.state, point.given_to, point.given_how, point.given_on, point.closed_on


def promises(desk: Desk) -> list[tuple[str, str | None]]:
    with desk.shell.context.office.database.read() as session:
        return [(row.status, row.status_reason) for row in session.query(Commitment)]


def choose(desk: Desk, listing: Listing[RowT, FilterT], words: str) -> None:
    """Click the row with this text."""
    model = listing.table.model
    rows = range(model.rowCount())
    (row,) = [
        row
        for row in rows
        if any(words in str(model.index(row, at).data()) for at in range(model.columnCount()))
    ]
    desk.mouse.click_row(listing.table.view, row)


def refer(desk: Desk, destination: str) -> None:
    """Refer the selected point to an authority, today."""
    desk.push(_("Refer"))
    desk.type(destination)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Return)


def test_a_concern_is_passed_on_answered_told_and_closed(
    desk: Desk, page: FollowUpPage, language: Language
) -> None:
    today = clock.today()
    desk.press(Key.Key_Tab, CONTROL)
    assert concern(desk)[0] == "received"
    choose(desk, page.points, code_words("tp.6.1"))
    refer(desk, code_words("rf.health"))
    assert concern(desk)[0] == "referred"
    desk.press(Key.Key_Z, CONTROL)
    assert concern(desk)[0] == "received"
    choose(desk, page.points, code_words("tp.6.1"))
    refer(desk, code_words("rf.commune"))
    desk.press(Key.Key_Tab, CONTROL)
    choose(desk, page.referrals, code_words("rf.commune"))
    desk.push(_("Answer received"))
    for words in (ANSWER[language], date_text(today)):
        desk.type(words)
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_Tab, CONTROL, times=2)
    choose(desk, page.points, code_words("tp.6.1"))
    desk.push(_("Reply given"))
    for words in (TO_WHOM[language], HOW[language], date_text(today)):
        desk.type(words)
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Space)
    assert page.points.failure.isHidden(), page.points.failure.words
    desk.push(_("Close the point"))
    desk.press(Key.Key_Return)  # today is preset
    assert concern(desk) == ("closed", TO_WHOM[language], HOW[language], today, today)
    desk.push(_("History"))
    for words in (ANSWER[language], TO_WHOM[language], _("Closed on")):
        assert desk.reads(words), words


def test_a_concern_is_answered_by_a_promise_that_stands_in_its_list_and_in_the_history(
    desk: Desk, page: FollowUpPage, language: Language
) -> None:
    today = clock.today()
    desk.press(Key.Key_Tab, CONTROL)
    choose(desk, page.points, code_words("tp.6.1"))
    desk.push(_("Promise"))
    for words in (PROMISED[language], date_text(today)):
        desk.type(words)
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Space)
    assert page.points.failure.isHidden(), page.points.failure.words
    assert concern(desk)[0] == "committed"
    desk.push(_("History"))
    assert desk.reads(PROMISED[language])
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Tab, CONTROL, times=2)
    choose(desk, page.commitments, PROMISED[language])


def test_a_promise_due_before_its_meeting_is_refused_under_its_day(
    desk: Desk, page: FollowUpPage, language: Language
) -> None:
    before = len(promises(desk))
    desk.press(Key.Key_N, CONTROL)
    desk.type(PROMISED[language])
    desk.reach(page.promise_form.form.field("due_on"))
    desk.type(date_text(clock.today() - timedelta(days=1)))
    desk.press(Key.Key_S, CONTROL)
    assert len(promises(desk)) == before
    assert page.promise_form.form.field("due_on").problem
    assert desk.reads(page.promise_form.form.field("due_on").problem)
    desk.press(Key.Key_A, CONTROL)
    desk.type(date_text(clock.today()))
    desk.press(Key.Key_S, CONTROL)
    assert len(promises(desk)) == before + 1


def test_several_promises_are_kept_at_once_and_one_undo_takes_all_back(
    desk: Desk, page: FollowUpPage, language: Language
) -> None:
    view = page.commitments.table.view
    desk.mouse.click_row(view, 0)
    desk.mouse.click_row(view, 1, CONTROL)
    assert "2" in page.commitments.strip.title.text()
    desk.press(Key.Key_F7)
    desk.type(DONE[language])
    desk.press(Key.Key_Return)
    assert promises(desk) == [("cst.done", DONE[language])] * 2
    assert page.commitments.table.model.rowCount() == 0
    desk.press(Key.Key_Z, CONTROL)
    assert promises(desk) == [("cst.open", None)] * 2
    assert page.commitments.table.model.rowCount() == 2
    desk.mouse.click_row(view, 0)
    desk.push(_("History"))
    assert desk.reads(DONE[language])
    assert desk.reads(code_words("cst.done"))
