"""A summary describes the day of its meeting; later events are separate, with their day."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.kinds import SummarySection
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus, PointReaction
from outreach_app.services.commitments import (
    CommitmentDraft,
    change_status,
    postpone_commitment,
    promise_for_point,
)
from outreach_app.services.meetings import log_meeting
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft, answer_point, close_point, give_reply
from outreach_app.services.referrals import ReferralDraft, record_answer, refer_point
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import News, SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan


def body(told: SessionPlan) -> SessionPlan:
    return told.__class__(**{name: getattr(told, name) for name in _NAMES})


_LOOKED_INTO = PointReaction.LOOKED_INTO
_NAMES = [name for name in SessionPlan.__dataclass_fields__ if name != "situation"]


def test_what_was_done_since_changes_the_situation_alone(database: Database, partner: UUID) -> None:
    meeting = hold(database, HELD_ON, partner)
    before = plan(database, meeting, HELD_ON)
    assert before.situation == ()
    with on(date(2026, 10, 26)), database.write(Actor.CHIEF) as session:
        rows = get_record(session, Meeting, meeting)
        first, second = rows.points
        (promise,), (referral,) = rows.commitments, rows.referrals
        answer_point(session, second.uid, second.version, "out.resolved", None, "ar")
        change_status(
            session, promise.uid, promise.version, CommitmentStatus.DROPPED, "غياب الموارد"
        )
        answered = date(2026, 10, 24)
        record_answer(session, referral.uid, referral.version, answered, "تم الإصلاح", "ar")
        refer_point(session, second.uid, second.version, "rf.caidat", date(2026, 10, 25))
        draft = CommitmentDraft("جولة ثانية", "ar", "office")
        promise_for_point(session, first.uid, first.version, draft)
    with on(date(2026, 11, 2)), database.write(Actor.CHIEF) as session:
        first, _second = get_record(session, Meeting, meeting).points
        give_reply(session, first.uid, first.version, date(2026, 11, 1), "الجمعية", "هاتفيا")
    after = plan(database, meeting)
    assert body(after) == body(before)
    assert [(line.news, line.point or line.commitment, line.on) for line in after.situation] == [
        (News.STATE, 1, date(2026, 10, 26)),
        (News.PROMISED, 1, date(2026, 10, 26)),
        (News.ANSWERED, 1, date(2026, 10, 24)),
        (News.TOLD, 1, date(2026, 11, 1)),
        (News.SENT, 2, date(2026, 10, 25)),
        (News.REACTED, 2, date(2026, 10, 26)),
    ]
    assert facts_fingerprint(after) != facts_fingerprint(before)
    assert facts_fingerprint(after) == facts_fingerprint(
        plan(database, meeting, date(2026, 12, 24))
    )


def test_commitment_that_is_put_off_keeps_the_day_it_was_promised_for(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 10, 18)), database.write(Actor.CHIEF) as session:
        (promise,) = get_record(session, Meeting, meeting).commitments
        postpone_commitment(session, promise.uid, promise.version, date(2026, 12, 1))
    told = plan(database, meeting)
    assert told.commitments[0].due_on == date(2026, 10, 19)
    line, referral = told.situation
    assert (referral.news, referral.point, referral.on) == (News.UNDATED, 1, HELD_ON)
    put_off = (News.DUE, date(2026, 10, 18), date(2026, 12, 1))
    assert (line.news, line.on, line.due_on) == put_off
    with on(date(2026, 11, 3)), database.write(Actor.CHIEF) as session:
        (promise,) = get_record(session, Meeting, meeting).commitments
        change_status(session, promise.uid, promise.version, CommitmentStatus.DONE)
    line, done, _referral = plan(database, meeting).situation
    assert (line.news, line.on, line.due_on) == put_off
    assert done.code == CommitmentStatus.DONE
    earlier = plan(database, hold(database, date(2026, 10, 28), partner)).earlier
    assert earlier
    (state,) = earlier.states
    assert state.promises[0].put_off_from == date(2026, 10, 19)


def test_what_is_still_open_is_told_from_the_next_day_on(database: Database, partner: UUID) -> None:
    promise = CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 19))
    meeting = hold(database, HELD_ON, partner, commitments=(promise,))
    assert plan(database, meeting, HELD_ON).situation == ()
    told = plan(database, meeting, date(2026, 10, 15))
    assert [(line.news, line.code, line.on) for line in told.situation] == [
        (News.STATE, "cst.open", HELD_ON),
        (News.UNDATED, "rf.commune", HELD_ON),
    ]
    texts = (to_plain_text(realise(told, each, TODAY)) for each in Language)
    arabic, french = (ISOLATES.sub("", each) for each in texts)
    assert "في انتظار التنفيذ، والأجل محدد في 19/12/2026\n  التاريخ: —\n" in arabic
    undated = "تقررت إحالة النقطة على الجماعة، ولم يُسجل تاريخ الإرسال"
    assert undated in arabic
    assert "En attente d’exécution, échéance fixée au 19/12/2026" in french
    assert "Saisine de la commune décidée, date d’envoi non relevée" in french


def test_a_point_handed_on_to_be_looked_into_waits_for_what_was_found(
    database: Database, partner: UUID
) -> None:
    first, *others = makers.meeting_draft().points
    sought = replace(first, reaction=_LOOKED_INTO, reply=None)
    meeting = hold(database, HELD_ON, partner, points=(sought, *others), referrals=())
    told = plan(database, meeting, date(2026, 12, 1))
    waiting = (News.LOOKED_INTO, 1, HELD_ON)
    assert waiting in [(line.news, line.point, line.on) for line in told.situation]
    assert "أُحيلت على المصلحة المختصة (لم يُدون اسمها)، ولم تُسجل أي نتيجة" in prose(
        told, Language.ARABIC
    )
    french = prose(told, Language.FRENCH)
    assert "Transmis au service compétent (nom non relevé), aucun résultat enregistré" in french
    with on(date(2026, 11, 2)), database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, meeting).points[0]
        answer_point(session, point.uid, point.version, _LOOKED_INTO, "لا صحة لما يُروج", "ar")
    told = plan(database, meeting, date(2026, 12, 1))
    assert [line.news for line in told.situation if line.point == 1] == [News.REPLIED]


def test_an_office_leaves_sections_out(database: Database, partner: UUID) -> None:
    hold(database, date(2026, 9, 12), partner)
    meeting = hold(database, HELD_ON, partner, assessment="مفيد", assessment_language="ar")
    with on(HELD_ON), database.write(Actor.CHIEF) as session:
        follows = makers.meeting_draft(status="planned", held_on=date(2026, 11, 2), follows=meeting)
        following = log_meeting(session, replace(follows, points=(), commitments=(), referrals=()))
        following.status = MeetingStatus.CANCELLED
    whole = plan(database, meeting)
    assert whole.earlier
    assert whole.next_meeting
    assert News.CANCELLED in [line.news for line in whole.situation]
    with database.write(Actor.CHIEF) as session:
        draft = draft_of_own_office(session)
        change_office(session, replace(draft, omitted_sections=tuple(SummarySection)))
    bare = plan(database, meeting)
    assert (bare.earlier, bare.next_meeting, bare.assessment, bare.names_present) == (
        *(None, None, None, ()),
    )
    told = [line for line in whole.situation if line.promise is None][:-1]
    assert [line.number for line in bare.situation] == list(range(1, len(told) + 1))
    assert bare.points == whole.points
    assert bare.commitments == whole.commitments


def test_commitment_is_late_from_the_day_after_it_was_due(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, HELD_ON, partner)
    # A document of the due day says that it is open.
    line, _referral = plan(database, meeting, date(2026, 10, 19)).situation
    assert (line.code, line.due_on) == ("cst.open", date(2026, 10, 19))
    line, _referral = plan(database, meeting, date(2026, 10, 20)).situation
    assert (line.code, line.on) == ("cst.overdue", date(2026, 10, 20))


def test_earlier_commitments_stand_as_they_did_that_day(database: Database, partner: UUID) -> None:
    promises = tuple(
        CommitmentDraft(text, "ar", "office", due_on=due_on)
        for text, due_on in (
            ("أول", date(2026, 9, 30)),
            ("ثان", date(2026, 12, 1)),
            ("ثالث", None),
            ("رابع", None),
        )
    )
    before = hold(database, date(2026, 9, 12), partner, commitments=promises)
    with on(date(2026, 10, 1)), database.write(Actor.CHIEF) as session:
        third = get_record(session, Meeting, before).commitments[2]
        change_status(session, third.uid, third.version, CommitmentStatus.DROPPED, "غياب الموارد")
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 11, 3)), database.write(Actor.CHIEF) as session:
        rows = get_record(session, Meeting, before).commitments
        for row in (rows[0], rows[1], rows[2]):
            change_status(session, row.uid, row.version, CommitmentStatus.DONE)
        draft = CommitmentDraft("بعد", "ar", "office")
        point = get_record(session, Meeting, before).points[0]
        promise_for_point(session, point.uid, point.version, draft)
    earlier = plan(database, meeting).earlier
    assert earlier is not None
    assert [made.made_on for made in earlier.made] == [date(2026, 9, 12)]
    states = {state.code: len(state.promises) for state in earlier.states}
    assert states == {"cst.open": 2, "cst.overdue": 1, "cst.dropped": 1}
    named = {each.words.text for state in earlier.states for each in state.promises}
    assert named == {"أول", "ثان", "ثالث", "رابع"}


def test_what_was_answered_and_done_is_said_in_both_languages_where_it_was_translated(
    database: Database, partner: UUID
) -> None:
    meeting = hold(
        database,
        HELD_ON,
        partner,
        points=(
            PointDraft(
                *("request", "tp.6.1"),
                reply="سيُجاب عنه",
                reply_language="ar",
                reply_translation="Il y sera répondu",
            ),
        ),
        commitments=(
            CommitmentDraft(
                *("دورية", "ar", "office", "Patrouille"),
                status=CommitmentStatus.DONE,
                status_reason="دورية كل يوم",
                status_reason_translation="Patrouille chaque jour",
                status_on=HELD_ON,
            ),
        ),
        referrals=(
            ReferralDraft(
                *("rf.commune", "tp.6.1"),
                answered_on=HELD_ON,
                answer="برمج الإصلاح",
                answer_language="ar",
                answer_translation="Réparation programmée",
            ),
        ),
    )
    page = to_plain_text(realise(plan(database, meeting), Language.FRENCH, TODAY))
    for said in ("Il y sera répondu", "Patrouille chaque jour", "Réparation programmée"):
        assert f"«\u00a0{said}\u00a0»" in page


def test_translation_goes_with_the_words_it_translates(database: Database, partner: UUID) -> None:
    point = PointDraft("request", "tp.6.1", reply="نعم", reply_language="ar")
    point = replace(point, reaction="out.answered", reply_translation="Oui")
    meeting = hold(database, HELD_ON, partner, points=(point,), referrals=())
    for reply, translation in (("نعم", "Oui"), ("لا", None)):
        with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
            (row,) = get_record(session, Meeting, meeting).points
            answer_point(session, row.uid, row.version, "out.answered", reply, "ar")
            assert row.reply_translation == translation


def test_day_typed_for_a_state_wins_over_the_day_it_was_written_down(
    database: Database, partner: UUID
) -> None:
    before = hold(database, date(2026, 9, 12), partner)
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 11, 3)), database.write(Actor.CHIEF) as session:
        (promise,) = get_record(session, Meeting, before).commitments
        day = date(2026, 10, 1)
        change_status(session, promise.uid, promise.version, CommitmentStatus.DONE, status_on=day)
    earlier = plan(database, meeting).earlier
    assert earlier is not None
    assert [state.code for state in earlier.states] == ["cst.done"]
    (line,) = (line for line in plan(database, before).situation if line.news is News.STATE)
    assert line.on == date(2026, 10, 1)


def test_point_closed_after_the_meeting_is_told_apart(database: Database, partner: UUID) -> None:
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 11, 5)), database.write(Actor.CHIEF) as session:
        point = get_record(session, Meeting, meeting).points[1]
        close_point(session, point.uid, point.version, date(2026, 11, 4))
    lines = [line for line in plan(database, meeting).situation if line.point == 2]
    assert [(line.news, line.on) for line in lines] == [(News.CLOSED, date(2026, 11, 4))]


def test_bodies_present_are_named_and_people_are_not(database: Database, partner: UUID) -> None:
    lawyer = makers.partner_draft(
        name_ar="مكتب المحامي", name_fr=None, category="pt.liberal", type="pr.lawyer"
    )
    with database.write(Actor.CHIEF) as session:
        practice = register_partner(session, lawyer).uid
    meeting = hold(database, HELD_ON, partner, attendances=((partner, True), (practice, True)))
    told = plan(database, meeting)
    assert [name.ar for name in told.names_present] == [makers.partner_draft().name_ar]
    assert told.expects_raisers
