"""Headquarters' answers after a restore: they come back, and reach whom they concern."""

from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import Receiver, plan_export
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.models import JournalEvent, Point, Reply
from outreach_app.month_totals import wrong_totals
from outreach_app.progress import Progress
from outreach_app.rules.statuses import PointState
from outreach_app.services.points import PointDraft
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.core.exchange.restored import (
    CHIEF,
    DEPUTY,
    EVERY,
    HEADQUARTERS,
    OTHER,
    Offices,
    exchange_all,
)
from tests.core.exchange.test_carrying import device_of


def test_what_headquarters_lost_comes_back_from_each_precinct(offices: Offices) -> None:
    asked = PointDraft("request", "tp.6.1", "تقوية الإنارة", "ar")
    for name in (CHIEF, OTHER):
        makers.write_meeting(offices.stores[name], points=(asked,), commitments=(), referrals=())
        offices.send(name, HEADQUARTERS)
    with offices.stores[HEADQUARTERS].write(Actor.HEADQUARTERS) as session:
        for point in session.scalars(select(Point)).all():
            draft = ReplyDraft("ستُصلح الإنارة", "ar", date(2026, 10, 20))
            reply_to_point(session, point.uid, draft)
    before = replies(offices)
    assert before
    for name in (CHIEF, OTHER):
        offices.send(HEADQUARTERS, name)
        with offices.stores[name].read() as session:
            assert session.scalars(select(Point.state)).all() == [PointState.ANSWERED]
            assert wrong_totals(session.connection()) == []
    offices.restore(HEADQUARTERS, 0)
    exchange_all(offices)
    assert replies(offices) == before


def test_a_reply_whose_precinct_headquarters_forgot_goes_to_none(
    offices: Offices, tmp_path: Path
) -> None:
    headquarters = answer_a_meeting(offices, OTHER)
    offices.send(HEADQUARTERS, OTHER)
    offices.restore(HEADQUARTERS, 0)
    offices.send(HEADQUARTERS, OTHER)
    with offices.stores[OTHER].read() as session:
        plan = plan_export(session, Receiver.HEADQUARTERS)
    written = write_bundles(offices.stores[OTHER], [plan], tmp_path, Progress())
    carried = [bundle.path for bundle in written if bundle.device == headquarters]
    import_paths(offices.stores[HEADQUARTERS], carried, Progress())
    offices.send(HEADQUARTERS, CHIEF)
    assert lines_of_replies(offices, CHIEF) == [False]


def test_a_reply_reaches_the_computer_that_got_its_hash_before_its_precinct_was_known(
    offices: Offices,
) -> None:
    answer_a_meeting(offices, CHIEF)
    for name in (CHIEF, OTHER):  # the line to one, its hash to the other
        offices.send(HEADQUARTERS, name)
    offices.restore(HEADQUARTERS, 0)
    for name in (OTHER, DEPUTY):
        offices.send(HEADQUARTERS, name)
        offices.send(name, HEADQUARTERS)
    offices.send(HEADQUARTERS, DEPUTY)
    assert lines_of_replies(offices, DEPUTY) == [False]
    exchange_all(offices)
    held = {name: lines_of_replies(offices, name) for name in EVERY}
    assert held == {CHIEF: [True], DEPUTY: [True], OTHER: [False], HEADQUARTERS: [True]}


def answer_a_meeting(offices: Offices, name: str) -> UUID:
    """Let headquarters reply to a point of a precinct; return the device that it did it with."""
    makers.write_meeting(offices.stores[name])
    offices.send(name, HEADQUARTERS)
    with offices.stores[HEADQUARTERS].write(Actor.HEADQUARTERS) as session:
        point = session.scalars(select(Point)).first()
        assert point is not None
        reply_to_point(session, point.uid, ReplyDraft("ستُصلح الإنارة", "ar", date(2026, 10, 20)))
    return device_of(offices.stores[HEADQUARTERS])


def lines_of_replies(offices: Offices, name: str) -> list[bool]:
    """Return of each change of a reply whether a store has more than its hash."""
    with offices.stores[name].read() as session:
        lines = session.scalars(select(JournalEvent.line).where(JournalEvent.entity == "reply"))
        return [line is not None for line in lines]


def replies(offices: Offices) -> set[UUID]:
    with offices.stores[HEADQUARTERS].read() as session:
        return {row.point.uid for row in session.scalars(select(Reply))}
