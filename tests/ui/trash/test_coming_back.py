"""Whatever left with a record, by its deletion or by the undo of its creation, comes back."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from outreach_app.database import StoreSession
from outreach_app.integrity import check_store
from outreach_app.models import JOURNALED, MonthTotal
from outreach_app.models.base import snapshot
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.findings import record_finding
from outreach_app.services.meetings import delete_meeting, log_meeting
from outreach_app.services.partners import delete_partner, register_partner
from outreach_app.services.people import delete_person, register_person
from outreach_app.services.publications import delete_publication, record_publication
from outreach_app.services.readings import ReadingDraft, record_reading
from outreach_app.services.remarks import RemarkDraft, delete_remark, record_remark
from outreach_app.services.rumours import delete_rumour, record_rumour
from outreach_app.services.scheduling import ScheduleDraft, schedule_meeting
from tests import makers
from tests.ui.recorded import Recorded
from ui.actions.undoable import save_undoable, write_undoable
from ui.trash.page import TrashPage

DAY = date(2026, 10, 20)
Delete = Callable[[StoreSession, UUID, str], None]


def plan(session: StoreSession) -> UUID:
    """Plan a meeting with an invited partner."""
    invited = register_partner(session, makers.partner_draft())
    return schedule_meeting(session, ScheduleDraft(date(2027, 3, 1), partners=(invited.uid,))).uid


def hold(session: StoreSession) -> UUID:
    """Log a session with a partner, points, a promise and a referral."""
    present = register_partner(session, makers.partner_draft())
    draft = makers.meeting_draft(attendances=((present.uid, True),))
    return log_meeting(session, draft).uid


def receive(session: StoreSession) -> UUID:
    """Record a remark that was answered with a promise."""
    remark = record_remark(session, RemarkDraft("tp.6.1", "الزقاق مظلم", "ar", DAY))
    session.flush()
    promise = CommitmentDraft("تخصيص دورية", "ar", "office", due_on=DAY)
    promise_for_point(session, remark.uid, remark.version, promise)
    return remark.uid


def meet(session: StoreSession) -> UUID:
    """Register a practice named after a person, with one of its people."""
    draft = makers.partner_draft(is_named_after_person=True, phone="0612345678", note="مساء")
    practice = register_partner(session, draft)
    register_person(session, makers.person_draft(practice.uid))
    return practice.uid


def name(session: StoreSession) -> UUID:
    """Register a person of a partner."""
    partner = register_partner(session, makers.partner_draft())
    draft = makers.person_draft(partner.uid)
    return register_person(session, draft).uid


def hear(session: StoreSession) -> UUID:
    """Record a rumour and what was found about it."""
    rumour = record_rumour(session, makers.rumour_draft())
    session.flush()
    record_finding(session, rumour.uid, makers.finding_draft())
    return rumour.uid


def publish(session: StoreSession) -> UUID:
    """Record a publication and how many read it."""
    publication = record_publication(session, makers.publication_draft())
    session.flush()
    record_reading(session, ReadingDraft(DAY, publication.uid, views=120))
    return publication.uid


NOUNS = [
    (plan, delete_meeting),
    (hold, delete_meeting),
    (receive, delete_remark),
    (meet, delete_partner),
    (name, delete_person),
    (hear, delete_rumour),
    (publish, delete_publication),
]


@pytest.mark.parametrize("is_undone", [True, False], ids=["undone", "deleted"])
@pytest.mark.parametrize(("make", "delete"), NOUNS, ids=[make.__name__ for make, _ in NOUNS])
def test_all_that_left_comes_back(
    qtbot: QtBot,
    recorded: Recorded,
    make: Callable[[StoreSession], UUID],
    delete: Delete,
    *,
    is_undone: bool,
) -> None:
    context = recorded.context
    uid = save_undoable(context, make, "Recorded")
    before = context.read(all_of)
    if is_undone:
        recorded.undo()
    else:
        version = context.read(lambda session: version_of(session, uid))
        write_undoable(context, lambda session: delete(session, uid, version), "Deleted")
    page = TrashPage(context)
    qtbot.addWidget(page)
    page.show()
    assert page.list.count()
    while page.list.count():
        page.restore.click()
    assert context.read(all_of) == before
    assert all(check.is_sound for check in check_store(context.office.database))


def version_of(session: StoreSession, uid: UUID) -> str:
    """Return the version of a record."""
    found = (session.scalar(select(model.version).where(model.uid == uid)) for model in JOURNALED)
    return next(filter(None, found))


def all_of(session: StoreSession) -> list[object]:
    """Return every record that is not deleted, and the totals of the months."""
    rows = [
        (record.contract.entity, str(record.uid), snapshot(record))
        for model in JOURNALED
        for record in session.scalars(select(model).where(~model.is_deleted))
    ]
    columns = MonthTotal.__table__.columns
    totals = session.execute(select(MonthTotal.__table__)).all()
    return [*rows, *sorted(str(dict(zip(columns.keys(), row, strict=True))) for row in totals)]
