"""Remarks: received outside a meeting, answered, referred, promised and closed like points."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import InvalidDraft, NotAllowed
from outreach_app.integrity import check_store
from outreach_app.models import Point
from outreach_app.queries.commitment_lists import CommitmentFilter, list_commitment_ids
from outreach_app.queries.commitments import list_commitments
from outreach_app.queries.due import count_due
from outreach_app.queries.histories import list_history
from outreach_app.queries.points import list_points
from outreach_app.queries.records import get_record
from outreach_app.queries.referrals import list_referrals
from outreach_app.queries.remarks import (
    RemarkFilter,
    RemarkRow,
    get_remark,
    list_remark_ids,
    list_remarks,
    list_remarks_by_id,
)
from outreach_app.queries.search_results import search_everything
from outreach_app.queries.today import get_today
from outreach_app.queries.trash import list_deleted
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.points import answer_point, close_point, give_reply
from outreach_app.services.referrals import record_answer, refer_point
from outreach_app.services.remarks import (
    change_remark,
    check_remark,
    delete_remark,
    draft_of_remark,
    restore_remark,
)
from outreach_app.services.rumours import follow_point
from tests import makers
from tests.remarks import remark_draft, write_remark

DAY = date(2026, 10, 20)


def read(database: Database, uid: UUID) -> RemarkRow:
    with database.read() as session:
        return get_remark(session, uid)


def act(database: Database, uid: UUID, do: Callable[[Session, str], object]) -> RemarkRow:
    """Run an action on a remark at its version; return its row."""
    with database.write(Actor.CHIEF) as session:
        do(session, get_record(session, Point, uid).version)
    return read(database, uid)


def waiting(database: Database) -> tuple[int, int, int]:
    """Return how many remarks wait for a reaction: on the Today page, in its count, in the list."""
    with database.read() as session:
        listed = list_remark_ids(session, RemarkFilter(state="received"))
        return (
            get_today(session, DAY, 6).remark_count,
            count_due(session, DAY).remarks,
            len(listed),
        )


def test_a_remark_waits_until_somebody_reacts(database: Database) -> None:
    uid = write_remark(database)
    row = read(database, uid)
    assert (row.state, row.number, row.channel) == ("received", "01/2026", "rv.phone")
    assert (row.received_on, row.received_at) == (date(2026, 10, 15), time(10, 14))
    assert waiting(database) == (1, 1, 1)
    row = act(
        database,
        uid,
        lambda session, version: answer_point(
            session, uid, version, "out.answered", "برمجت الإنارة", "ar"
        ),
    )
    assert (row.state, row.reply) == ("answered", "برمجت الإنارة")
    assert waiting(database) == (0, 0, 0)
    row = act(
        database, uid, lambda session, version: give_reply(session, uid, version, DAY, "", "هاتفيا")
    )
    assert (row.state, row.given_on) == ("reply_given", DAY)
    row = act(database, uid, lambda session, version: close_point(session, uid, version, DAY))
    assert (row.state, row.closed_on) == ("closed", DAY)
    row = act(database, uid, lambda session, version: close_point(session, uid, version, None))
    assert row.state == "reply_given"


def test_what_was_promised_and_passed_on_is_followed_up(database: Database) -> None:
    uid = write_remark(database, raised_by=makers.write_partner(database))
    promise = CommitmentDraft("إصلاح الإنارة", "ar", "office", due_on=date(2026, 10, 18))
    act(
        database,
        uid,
        lambda session, version: refer_point(session, uid, version, "rf.commune", DAY),
    )
    assert read(database, uid).state == "referred"
    act(
        database,
        uid,
        lambda session, version: promise_for_point(session, uid, version, promise),
    )
    assert read(database, uid).state == "committed"
    with database.read() as session:
        [commitment], [referral] = list_commitments(session, DAY), list_referrals(session)
        for row in (commitment, referral):
            assert (row.meeting, row.remark, row.held_on) == (None, uid, date(2026, 10, 15))
            assert [partner.fr for partner in row.partners] == ["Association Annakhil"]
        assert len(list_commitment_ids(session, CommitmentFilter("cst.overdue"), DAY)) == 1
        assert count_due(session, DAY).overdue == 1
        told = {change.entity for entry in list_history(session, uid) for change in entry.changes}
        assert told == {"point", "commitment", "referral"}
        version = referral.version
    with database.write(Actor.CHIEF) as session:
        record_answer(session, referral.uid, version, DAY, "أصلحت المصابيح", "ar")
    with database.read() as session:
        for words in ("محطة الحافلات", "إصلاح الإنارة", "المصابيح"):
            assert [row.uid for row in search_everything(session, words).rows] == [uid], words
    assert all(check.is_sound for check in check_store(database))


def test_a_deleted_remark_leaves_every_list_with_what_followed_it(database: Database) -> None:
    uid = write_remark(database)
    promise = CommitmentDraft("إصلاح الإنارة", "ar", "office", due_on=date(2026, 10, 18))
    act(
        database,
        uid,
        lambda session, version: promise_for_point(session, uid, version, promise),
    )
    act(database, uid, lambda session, version: delete_remark(session, uid, version))
    with database.read() as session:
        assert list_remarks(session) == []
        assert list_commitments(session, DAY) == []
        assert list_commitment_ids(session, CommitmentFilter(), DAY) == []
        assert count_due(session, DAY).overdue == 0
        assert not search_everything(session, "الحافلات").rows
        assert [(row.entity, row.uid) for row in list_deleted(session)] == [("remark", uid)]
    with database.write(Actor.CHIEF) as session:
        restore_remark(session, uid)
    second = write_remark(database)
    assert (read(database, uid).number, read(database, second).number) == ("01/2026", "02/2026")
    assert waiting(database) == (1, 1, 1)


def test_points_of_meetings_and_remarks_are_apart(database: Database) -> None:
    makers.write_meeting(database)
    uid = write_remark(database)
    with database.read() as session:
        points = list_points(session)
        assert [row.uid for row in list_remarks(session)] == [uid]
        assert uid not in {row.uid for row in points}
        point = points[0]
    with database.write(Actor.CHIEF) as session, pytest.raises(NotAllowed) as caught:
        delete_remark(session, point.uid, point.version)
    assert caught.value.code == "one_source"


def test_a_list_is_narrowed_by_words_channel_topic_and_days(database: Database) -> None:
    phone = write_remark(database)
    letter = write_remark(
        database,
        topic="tp.1.2",
        text="Merci pour l’accueil au guichet",
        language="fr",
        kind="thanks",
        received_through="rv.letter",
        received_on=date(2026, 11, 3),
    )
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    cases = (
        (RemarkFilter(text="guichet"), [letter]),
        (RemarkFilter(channel="rv.phone"), [phone]),
        (RemarkFilter(topic="tp.6"), [phone]),
        (RemarkFilter(kind="thanks"), [letter]),
        (RemarkFilter(state="closed"), [letter]),
        (RemarkFilter(received_in=october), [phone]),
        (RemarkFilter(), [letter, phone]),
    )
    with database.read() as session:
        for wanted, found in cases:
            ids = list_remark_ids(session, wanted)
            rows = list_remarks_by_id(session, ids)
            assert [rows[each].uid for each in ids] == found, wanted


def test_a_remark_is_changed_and_keeps_its_number(database: Database) -> None:
    uid = write_remark(database)
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_remark(session, uid)
        assert draft == remark_draft(version=draft.version)
        change_remark(session, uid, remark_draft(topic="tp.1.2", version=draft.version))
    assert (read(database, uid).topic, read(database, uid).number) == ("tp.1.2", "01/2026")


def test_what_was_told_by_telephone_is_followed_as_a_rumour(database: Database) -> None:
    uid = write_remark(database, kind="rumour", topic="tp.7.1")
    with database.write(Actor.CHIEF) as session:
        rumour = follow_point(session, uid, get_record(session, Point, uid).version)
        assert (rumour.heard_on, rumour.heard_at) == (date(2026, 10, 15), time(10, 14))
    assert read(database, uid).rumour is not None


TO_COME = clock.today() + timedelta(days=2)  # past midnight too


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"received_on": None}, "received_on", "required"),
        ({"received_on": TO_COME}, "received_on", "in_future"),
        ({"received_through": "rv.drum"}, "received_through", "unknown_code"),
        ({"topic": None}, "topic", "required"),
        ({"text": None}, "text", "required"),
        ({"text": "رقمه 0661234567"}, "text", "contact_in_text"),
        ({"text": "بطاقته AB123456"}, "text", "identity_number"),
        ({"reaction": "out.oriented"}, "text", "offence_text"),
    ],
)
def test_a_remark_is_refused_with_what_to_do(
    changes: dict[str, Any], field: str, code: str
) -> None:
    problems = check_remark(remark_draft(**changes))
    assert (field, code) in {(problem.field, problem.code) for problem in problems}


def test_an_offence_keeps_its_topic_alone(database: Database) -> None:
    uid = write_remark(database, text=None, language=None, reaction="out.oriented")
    assert read(database, uid).state == "answered"


def test_a_remark_is_not_closed_before_it_came(database: Database) -> None:
    uid = write_remark(database)
    with pytest.raises(InvalidDraft) as caught:
        act(
            database,
            uid,
            lambda session, version: close_point(session, uid, version, date(2026, 10, 14)),
        )
    assert [problem.code for problem in caught.value.problems] == ["out_of_range"]
