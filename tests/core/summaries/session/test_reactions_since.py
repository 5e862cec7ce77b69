"""What was answered, or settled, is told beside what was done about the same point."""

from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus, PointReaction
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.services.points import answer_point, close_point
from outreach_app.services.referrals import ReferralDraft, record_answer, refer_point
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
WAITING_AR, WAITING_FR = "ولم يُسجل أي جواب عن", "aucune réponse à cette"


def react(database: Database, meeting: UUID, day: date, reaction: PointReaction) -> None:
    with on(day), database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, meeting).points[0]
        answer_point(session, point.uid, point.version, reaction, None, "ar")


def test_a_reply_of_headquarters_is_told_with_its_day(database: Database, partner: UUID) -> None:
    meeting = hold(database, HELD_ON, partner)
    with database.read() as session:
        asked = get_record(session, Meeting, meeting).points[0].uid
    day = date(2026, 10, 20)
    words = {"text": "المقترح قيد الدراسة", "language": "ar", "replied_on": day}
    makers.write_reply(database, asked, **words)
    told = plan(database, meeting)
    assert "النقطة 1\nورد جواب المصالح المركزية: «المقترح قيد الدراسة»\n20/10/2026" in prose(
        told, AR
    )
    assert "Point 1\nRéponse des services centraux : «المقترح قيد الدراسة»" in prose(told, FR)


@pytest.mark.parametrize(
    ("reaction", "arabic", "french"),
    [
        (
            PointReaction.NO_FOLLOW_UP,
            "لم يُتخذ بشأنها أي إجراء إضافي",
            "Aucune mesure supplémentaire retenue",
        ),
        (PointReaction.ANSWERED, "تم تبليغ الجواب", "Réponse communiquée"),
    ],
)
def test_a_reaction_since_is_told_beside_the_referral(
    database: Database, partner: UUID, reaction: PointReaction, arabic: str, french: str
) -> None:
    meeting = hold(database, HELD_ON, partner)
    react(database, meeting, date(2026, 10, 20), reaction)
    told = plan(database, meeting)
    assert f"النقطة 1\n{arabic}\n20/10/2026" in prose(told, AR)
    assert f"Point 1\n{french}\n20/10/2026" in prose(told, FR)
    # Of what was sent an answer is awaited; that it was sent, nobody noted.
    assert WAITING_AR not in prose(told, AR)
    assert WAITING_FR not in prose(told, FR)


def test_nothing_is_awaited_about_a_point_that_was_closed(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 11, 5)), database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, meeting).points[0]
        close_point(session, point.uid, point.version, date(2026, 11, 4))
    told = plan(database, meeting)
    assert "تقررت إحالة النقطة على الجماعة، ولم يُسجل تاريخ الإرسال\n—" in prose(told, AR)
    assert "Saisine de la commune décidée, date d’envoi non relevée\n—" in prose(told, FR)


def test_no_second_answer_is_awaited_from_a_service_that_answered(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 10, 26)), database.write(Actor.CHIEF) as session:
        rows = get_record(session, Meeting, meeting)
        (first,), point = rows.referrals, rows.points[0]
        refer_point(session, point.uid, point.version, "rf.commune", date(2026, 10, 22))
        answered = date(2026, 10, 25)
        record_answer(session, first.uid, first.version, answered, "تم الإصلاح", "ar")
    told = plan(database, meeting)
    assert "أُحيلت النقطة على الجماعة يوم 22/10/2026\n—" in prose(told, AR)
    assert "Commune saisie le 22/10/2026\n—" in prose(told, FR)
    with on(date(2026, 10, 28)), database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, meeting).points[0]
        refer_point(session, point.uid, point.version, "rf.commune", date(2026, 10, 28))
    assert "Commune saisie le 28/10/2026, aucune réponse enregistrée à cette saisine\n—" in prose(
        plan(database, meeting), FR
    )


def test_no_other_action_comes_after_those_of_its_day(database: Database, partner: UUID) -> None:
    meeting = hold(database, HELD_ON, partner)
    react(database, meeting, date(2026, 10, 20), PointReaction.NO_FOLLOW_UP)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        get_record(session, Meeting, meeting).referrals[0].sent_on = date(2026, 10, 20)
    page = prose(plan(database, meeting), FR)
    assert page.index("saisie le 20/10/2026") < page.index("Aucune mesure supplémentaire retenue")


def test_the_day_a_point_was_sent_is_told_once_it_is_answered(
    database: Database, partner: UUID
) -> None:
    sent = (ReferralDraft("rf.commune", "tp.6.1", sent_on=date(2026, 10, 14), point=0),)
    meeting = hold(database, HELD_ON, partner, referrals=sent)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).referrals
        record_answer(session, row.uid, row.version, date(2026, 10, 19), "تم الإصلاح", "ar")
    told = plan(database, meeting)
    assert "ورد جواب الجماعة على إحالة 14/10/2026: «تم الإصلاح»\n19/10/2026" in prose(told, AR)
    assert "Réponse de la commune à la saisine du 14/10/2026 : «تم الإصلاح»" in prose(told, FR)


def test_on_the_day_itself_only_what_came_since_is_told(database: Database, partner: UUID) -> None:
    promises = tuple(CommitmentDraft(each, "ar", "office") for each in ("دورية راجلة", "حملة"))
    meeting = hold(database, HELD_ON, partner, commitments=promises)
    with on(date(2026, 10, 16)), database.write(Actor.CHIEF) as session:
        promise, _waiting = get_record(session, Meeting, meeting).commitments
        change_status(session, promise.uid, promise.version, CommitmentStatus.IN_PROGRESS, None)
    told = plan(database, meeting, HELD_ON).situation
    assert [(line.commitment, line.code) for line in told] == [(1, "cst.in_progress")]
