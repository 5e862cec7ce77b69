"""The journal: one event per changed record per write, chained, and equal to the tables."""

import shutil
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from outreach_app import clock, journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.events import decode, fold
from outreach_app.integrity import check_store
from outreach_app.models import JournalEvent, Meeting, Office, Partner, Point
from outreach_app.paths import STORE_FILE
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services import commitments, meetings, partners, points
from tests import makers


def events(database: Database) -> list[JournalEvent]:
    with database.read() as session:
        return list(session.scalars(select(JournalEvent).order_by(JournalEvent.seq)))


def unsound(database: Database) -> list[str]:
    return [
        f"{check.name}: {check.detail}" for check in check_store(database) if not check.is_sound
    ]


def test_one_event_per_changed_record_once_per_write(database: Database) -> None:
    before = len(events(database))
    with database.write(Actor.CHIEF) as session:
        partner = partners.register_partner(session, makers.partner_draft())
        session.flush()
        partner.place = "حي النخيل"
        session.flush()
        partner.place = "حي الأمل"
    written = [decode(row.line) for row in events(database)[before:] if row.line]
    assert [event.ent for event in written] == ["partner"]
    assert written[0].d["place"] == "حي الأمل"
    assert written[0].base is None
    assert None not in written[0].d.values()  # empty fields are omitted


def test_a_change_carries_only_the_changed_fields_and_the_version_it_saw(
    database: Database,
) -> None:
    uid = makers.write_meeting(database)
    with database.read() as session:
        version = makers.the_meeting(session).version
    with database.write(Actor.CHIEF) as session:
        meeting = session.scalars(select(Meeting).where(Meeting.uid == uid)).one()
        meeting.women = 7
        meeting.held_on = meeting.held_on
    last = events(database)[-1]
    assert last.line is not None
    event = decode(last.line)
    assert event.d == {"people": {"headcount": 14, "women": 7}}
    assert event.base == version


def test_a_record_is_deleted_and_brought_back_by_an_event_that_says_no_field(
    database: Database,
) -> None:
    makers.write_partner(database)
    for is_deleted in (True, False):
        with database.write(Actor.CHIEF) as session:
            partner = session.scalars(select(Partner)).one()
            partner.is_deleted = is_deleted
    deleted, restored = [decode(row.line) for row in events(database)[-2:] if row.line]
    assert (deleted.op, deleted.d) == ("del", {})
    assert (restored.op, restored.d) == ("set", {})
    assert restored.base == journal.placed(events(database)[-2]).version


def test_a_projection_alone_writes_no_event(database: Database) -> None:
    makers.write_meeting(database)
    before = len(events(database))
    with database.write(Actor.CHIEF) as session:
        session.scalars(select(Point)).first().state = "answered"  # type: ignore[union-attr]
    assert len(events(database)) == before


def test_a_failed_write_leaves_no_event_and_no_row(database: Database) -> None:
    before = len(events(database))
    with pytest.raises(NotFound):
        _register_then_fail(database)
    assert len(events(database)) == before
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Partner)) == 0


def _register_then_fail(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        partners.register_partner(session, makers.partner_draft())
        partners.restore_partner(session, uuid4())


def test_bulk_changes_and_hard_deletes_are_refused(database: Database) -> None:
    makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        with pytest.raises(TypeError):
            session.execute(update(Partner).values(place="x"))
        with pytest.raises(TypeError):
            session.execute(delete(Partner))
    with pytest.raises(TypeError), database.write(Actor.CHIEF) as session:
        session.delete(makers.the_partner(session))


def test_time_stamps_rise_even_when_the_clock_goes_back(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        session.execute(text("UPDATE devices SET highest_t = 9000000000000"))
    makers.write_partner(database)
    makers.write_partner(database, name_ar="جمعية الأمل", name_fr=None)
    stamps = [row.t for row in events(database)[-2:]]
    assert stamps[0] > 9_000_000_000_000
    assert stamps[1] > stamps[0]


def test_an_event_has_the_time_of_its_write_in_milliseconds(database: Database) -> None:
    with clock.at(datetime(2036, 11, 26, 10, 15, 30, 250_000, tzinfo=UTC)):
        makers.write_partner(database)
    last = events(database)[-1]
    assert last.t == 2_111_307_330_250
    assert last.line is not None
    assert decode(last.line).at == "2036-11-26T10:15:30Z"


def test_what_belongs_to_another_office_is_not_changed_here(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.PROGRAM) as session:
        other = makers.the_partner(session).office_id = makers.another_office(session)
    before = len(events(database))

    def change_its_partner(session: Session) -> None:
        get_record(session, Partner, uid).place = "حي الأمل"

    def add_a_partner(session: Session) -> None:
        session.add(Partner(office_id=other, name_ar="جمعية النور"))

    def rename_it(session: Session) -> None:
        session.get_one(Office, other).name_fr = "Alamal"

    for change in (change_its_partner, add_a_partner, rename_it):
        with pytest.raises(NotAllowed) as refusal, database.write(Actor.CHIEF) as session:
            change(session)
        assert refusal.value.code == "another_office"
        assert refusal.value.message
    assert len(events(database)) == before
    with database.write(Actor.CHIEF) as session:
        session.get_one(Office, 1).name_fr = "Alamal"
    assert len(events(database)) == before + 1


def test_changes_are_told_with_the_version_before(database: Database) -> None:
    uid = makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        assert (journal.changes(session), journal.count_changes(session)) == ([], 0)
        partner, before = makers.the_partner(session), makers.the_partner(session).version
        partner.place = "حي الأمل"
        new = partners.register_partner(session, makers.partner_draft(name_ar="جمعية الأمل"))
        session.flush()
        told = {each.uid: each.version_before for each in journal.changes(session)}
        assert told == {uid: before, new.uid: None}
        assert journal.count_changes(session) == 2


def test_what_is_settled_is_let_go_and_can_change_once_more(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        draft = makers.partner_draft(name_ar="جمعية الأمل")
        uid = partners.register_partner(session, draft).uid
        told = journal.settle(session)
        assert [(each.uid, each.version_before) for each in told] == [(uid, None)]
        assert journal.changes(session) == []
        assert not any(isinstance(each, Partner) for each in session.identity_map.values())
        get_record(session, Partner, uid).place = "حي الأمل"
        session.flush()
        (again,) = journal.changes(session)
        assert (again.version_before, again.version) == (told[0].version, told[0].version)
    with database.read() as session:
        state = fold(journal.events_of(session, uid))
    assert (state.fields["place"], state.fields["name_ar"]) == ("حي الأمل", "جمعية الأمل")
    assert (state.version, state.concurrent) == (told[0].version, [])
    assert unsound(database) == []


def test_the_check_sees_a_line_that_was_tampered_with(database: Database) -> None:
    makers.write_partner(database)
    assert unsound(database) == []
    with database.write(Actor.CHIEF) as session:
        line = session.scalars(text("SELECT line FROM events WHERE seq = 2")).one()
        changed = {"line": bytes(line).replace(b"Annakhil", b"Annakhel")}
        session.execute(text("UPDATE events SET line = :line WHERE seq = 2"), changed)
    assert any(problem.startswith("chain") for problem in unsound(database))


def test_the_check_sees_a_table_that_differs_from_the_journal(database: Database) -> None:
    makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        session.execute(text("UPDATE partners SET receipt_number = 'another'"))
    assert [problem.partition(":")[0] for problem in unsound(database)] == ["fold"]


def test_a_withheld_line_leaves_the_chain_whole(database: Database) -> None:
    makers.write_partner(database)
    with database.write(Actor.CHIEF) as session:
        session.execute(text("UPDATE events SET line = NULL WHERE seq = 2"))
    assert not any(problem.startswith("chain") for problem in unsound(database))


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["partner", "meeting", "status", "answer", "delete", "restore", "change"]),
        st.integers(0, 5),
        st.sampled_from(["cst.done", "cst.in_progress", "cst.open"]),
    ),
    min_size=1,
    max_size=15,
)


@settings(max_examples=25)
@given(steps=STEPS)
def test_the_tables_are_the_fold_of_the_journal_after_any_edits(
    new_store: Path, new_store_key: bytes, steps: list[tuple[str, int, str]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(new_store / STORE_FILE, folder))
        database = Database(path, new_store_key)
        for kind, place, status in steps:
            with database.write(Actor.CHIEF) as session:
                _edit(session, kind, place, status)
        assert unsound(database) == []
        database.close()


def _edit(session: Session, kind: str, place: int, status: str) -> None:
    rows = session.scalars(select(Meeting).order_by(Meeting.id)).all()
    meeting = rows[place % len(rows)] if rows else None
    if kind == "partner":
        partners.register_partner(session, makers.partner_draft(place=status))
    elif meeting is None or kind == "meeting":
        meetings.log_meeting(session, makers.meeting_draft(headcount=20 + place))
    elif kind == "status":
        row = meeting.commitments[0]
        commitments.change_status(session, row.uid, row.version, CommitmentStatus(status))
    elif kind == "answer":
        point = meeting.points[place % len(meeting.points)]
        points.answer_point(session, point.uid, point.version, "out.answered", "نعم", "ar")
    elif kind == "delete":
        meetings.delete_meeting(session, meeting.uid, meeting.version)
    elif kind == "restore":
        meetings.restore_meeting(session, meeting.uid)
    else:
        draft = makers.meeting_draft(
            version=meeting.version,
            held_on=date(2026, 9, 1 + place),
            points=makers.meeting_draft().points[: 1 + place % 2],
            commitments=(),
            referrals=(),
        )
        meetings.change_meeting(session, meeting.uid, draft)
