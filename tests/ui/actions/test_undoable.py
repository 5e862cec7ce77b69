"""One Undo reverts a whole write, or nothing."""

from dataclasses import replace
from datetime import date, time

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.database import StoreSession
from outreach_app.errors import Conflict, InvalidDraft
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.queries.meetings import MeetingRow, list_meetings
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import delete_partner, register_partner
from outreach_app.services.scheduling import ScheduleDraft, schedule_meeting
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.actions import meeting_actions
from ui.actions.days import prayer_words
from ui.actions.undoable import save_undoable, write_undoable
from ui.context import AppContext
from ui.widgets.status_line import StatusLine

NOTHING_SAID = {"points": (), "commitments": (), "referrals": ()}


def _register_two(session: StoreSession) -> None:
    for name in ("Jemaa el-Fna", "Bab Doukkala"):
        register_partner(session, makers.partner_draft(name_fr=name))


def _partners(context: AppContext) -> list[PartnerRow]:
    return list(context.read(list_partners))


def test_one_undo_takes_back_all_that_was_written(context: AppContext, heard: Heard) -> None:
    changes = write_undoable(context, _register_two, "Registered")
    assert {change.uid for change in changes} == {row.uid for row in _partners(context)}
    heard.undo()
    assert _partners(context) == []


def test_an_undo_is_refused_whole_where_a_record_moved_on(
    context: AppContext, heard: Heard
) -> None:
    told = []
    write_undoable(context, _register_two, "Registered", undone=lambda: told.append("undone"))
    undo, (first, second) = heard.undo, _partners(context)
    version = context.read(lambda session: draft_of_partner(session, second.uid)).version or ""
    with context.office.database.write() as session:
        delete_partner(session, second.uid, version)
    with pytest.raises(Conflict):
        undo()
    assert [row.uid for row in _partners(context)] == [first.uid]
    assert told == []


def test_the_notice_names_what_was_undone(context: AppContext, heard: Heard) -> None:
    write_undoable(context, _register_two, "Registered")
    heard.undo()
    said = _("Undone, and moved to the trash: “{act}”.")
    assert heard.said[-1] == said.format(act="Registered")
    heard.undo()
    assert heard.said[-1] == _("Done again: “{act}”.").format(act="Registered")
    languages.switch(Language.FRENCH)
    heard.undo()
    assert heard.said[-1] == _("Undone, and moved to the trash.")


def test_a_move_is_undone_after_the_deletion_that_followed_it(
    context: AppContext, qtbot: QtBot
) -> None:
    """The notice names the move, and not again what was told of its hour."""
    line = StatusLine()
    qtbot.addWidget(line)
    context = replace(context, status=line.say)
    day, friday = date(2027, 3, 1), date(2027, 3, 5)
    makers.write_meeting(context.office.database, held_on=day, status="planned", **NOTHING_SAID)

    def the_row() -> MeetingRow:
        (row,) = context.read(list_meetings)
        return row

    meeting_actions.move(context, the_row(), friday, time(13))
    moved, against = line.message.split(f" {prayer_words()}")
    assert against == ""
    meeting_actions.delete(context, the_row())
    line.undo_action.trigger()
    line.undo_action.trigger()
    assert the_row().held_on == day
    assert line.message == _("Undone: “{act}”.").format(act=moved.rstrip("."))


def test_acts_are_done_again_in_their_order_and_undone_again(
    context: AppContext, qtbot: QtBot
) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    context = replace(context, status=line.say)
    days = [date(2027, 3, 1), date(2027, 3, 2), date(2027, 3, 3)]
    plan = ScheduleDraft(days[0], subject="تأمين السوق")
    save_undoable(context, lambda session: schedule_meeting(session, plan).uid, "Planned.")

    def seen() -> list[date]:
        return [row.held_on for row in context.read(list_meetings)]

    for day in days[1:]:
        meeting_actions.move(context, context.read(list_meetings)[0], day, None)
    for _time in range(2):  # each way twice: a version of an undoing is no change of others
        for day in days[1::-1]:
            line.undo_action.trigger()
            assert seen() == [day]
        line.undo_action.trigger()
        assert seen() == []
        for day in days:
            line.redo_action.trigger()
            assert seen() == [day]
    line.redo_action.trigger()
    assert line.message == _("There is nothing to do again.")
    line.undo_action.trigger()
    meeting_actions.delete(context, context.read(list_meetings)[0])
    line.redo_action.trigger()  # another act ends what can be done again
    assert seen() == []


def test_a_meeting_marked_held_by_mistake_is_planned_again_unless_its_summary_was_issued(
    context: AppContext, heard: Heard
) -> None:
    database = context.office.database
    makers.write_meeting(database, status="planned", **NOTHING_SAID)

    def the_row() -> MeetingRow:
        (row,) = context.read(list_meetings)
        return row

    meeting_actions.change_status(context, the_row(), "held")
    assert the_row().number
    heard.undo()
    assert (the_row().status, the_row().number) == ("planned", "")
    heard.undo()
    assert the_row().status == "held"
    makers.give(database, prepare_session_summary(database, str(the_row().uid)))
    with pytest.raises(InvalidDraft):
        heard.undo()
    assert the_row().status == "held"


def test_a_refused_write_offers_no_undo(context: AppContext, heard: Heard) -> None:
    def refused(session: StoreSession) -> None:
        _register_two(session)
        register_partner(session, makers.partner_draft(name_ar=None, name_fr=None))

    with pytest.raises(InvalidDraft):
        write_undoable(context, refused, "Registered")
    assert (heard.said, _partners(context)) == ([], [])
