"""The facts of a sheet, from a real store: the points of the partner's meetings."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed, NotFound
from outreach_app.i18n import Language
from outreach_app.models import Commitment
from outreach_app.queries.hand_outs import get_partner
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import (
    CommitmentDraft,
    keep_commitment,
    postpone_commitment,
)
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.hand_outs.facts import plan_hand_out
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers

AUTUMN = Period(date(2026, 9, 1), date(2026, 11, 10))


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def plan(database: Database, partner: UUID, period: Period = AUTUMN) -> HandOutPlan:
    with database.read() as session:
        return plan_hand_out(session, get_partner(session, str(partner)), period)


def states(database: Database, partner: UUID) -> list[str]:
    return [remark.state for remark in plan(database, partner).remarks]


def test_only_meetings_where_the_partner_was_present_count(
    database: Database, partner: UUID
) -> None:
    other = makers.write_partner(database, name_ar="جمعية أخرى")
    at = {"points": (PointDraft("concern", "tp.6.1", "نقطة", "ar"),), "commitments": ()}
    for attendances in (((partner, True),), ((partner, False),), ((other, True),)):
        makers.write_meeting(database, attendances=attendances, referrals=(), **at)
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        status="planned",
        held_on=date(2026, 11, 9),
        referrals=(),
        **at,
    )
    found = plan(database, partner)
    assert (found.sessions, found.points) == (1, 1)


@pytest.mark.parametrize("language", Language)
def test_only_what_the_partner_raised_itself_is_told_in_words(
    database: Database, partner: UUID, language: Language
) -> None:
    other = makers.write_partner(database, name_ar="جمعية أخرى", name_fr="Autre association")
    makers.write_meeting(
        database,
        attendances=((partner, True), (other, True)),
        points=(
            PointDraft("request", "tp.6.1", "كلامنا", "ar", raised_by=partner),
            PointDraft(
                *("request", "tp.8.4", "كلامهم", "ar"),
                reply="جوابهم",
                reply_language="ar",
                raised_by=other,
            ),
            PointDraft(
                *("request", "tp.1.1", "كلام أحد", "ar"), reply="جواب الجميع", reply_language="ar"
            ),
        ),
        commitments=(
            CommitmentDraft("وعدنا", "ar", "partner", partner=partner, point=0),
            CommitmentDraft("وعدهم", "ar", "partner", partner=other, point=1),
            CommitmentDraft("وعد أحد", "ar", "partner", point=2),
            CommitmentDraft("وعد الدائرة", "ar", "office", point=2),
        ),
        referrals=(),
    )
    told = to_plain_text(realise_hand_out(plan(database, partner), language, AUTUMN.last))
    for words in ("كلامنا", "وعدنا", "وعد الدائرة"):
        assert words in told
    for words in ("كلامهم", "جوابهم", "كلام أحد", "جواب الجميع", "وعدهم", "وعد أحد"):
        assert words not in told
    is_arabic = language is Language.ARABIC
    assert (
        told.count("التزم أحد الشركاء" if is_arabic else "L’un des partenaires s’est engagé") == 2
    )
    assert sorted(states(database, partner)) == ["promised", "promised", "told_to_other"]
    assert told.count("أثاره المشاركون" if is_arabic else "par les participants") == 1
    assert told.count("أثاره شريك آخر" if is_arabic else "par un autre partenaire") == 1


def test_thanks_call_for_no_reply_unless_something_was_promised(
    database: Database, partner: UUID
) -> None:
    points = (
        PointDraft("thanks", "tp.6.1", "شكرا", "ar"),
        PointDraft("request", "tp.8.4", "دورية", "ar"),
        PointDraft("thanks", "tp.8.1", "شكرا مرة أخرى", "ar"),
    )
    # A thanks that something was promised about is a point: it is not what is left out.
    made = (CommitmentDraft("إصلاح", "ar", "office", point=2),)
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=points,
        commitments=made,
        referrals=(),
    )
    assert states(database, partner) == ["promised", "cst.open"]
    found = plan(database, partner)
    for language, said in (
        (Language.ARABIC, "نقطتان، دون احتساب عبارات الشكر التي لا تستدعي أي تتبع"),
        (
            Language.FRENCH,
            "deux points ont été soulevés, hors remerciements n’appelant pas de suite",
        ),
    ):
        words = to_plain_text(realise_hand_out(found, language, AUTUMN.last))
        assert said in words.replace("\u00a0", " ")


def test_a_sheet_with_nothing_to_answer_is_refused_and_says_what_to_do(
    database: Database, partner: UUID
) -> None:
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(PointDraft("thanks", "tp.6.1", "شكرا", "ar"),),
        commitments=(),
        referrals=(),
    )
    with pytest.raises(NotAllowed, match="اختاروا فترة أطول") as refused:
        plan(database, partner)
    assert refused.value.code == "nothing_raised"


def test_what_others_alone_raised_and_heard_makes_no_sheet(
    database: Database, partner: UUID
) -> None:
    other = makers.write_partner(database, name_ar="جمعية أخرى", name_fr="Autre association")
    point = PointDraft("question", "tp.6.1", "سؤالهم", "ar", reaction="out.answered")
    parts = {"commitments": (), "referrals": (), "attendances": ((partner, True), (other, True))}
    theirs = replace(point, raised_by=other)
    makers.write_meeting(database, points=(theirs,), **parts)
    promise = CommitmentDraft("وعدهم", "ar", "partner", partner=other, point=0)
    promised = {**parts, "commitments": (promise,)}
    makers.write_meeting(database, points=(replace(theirs, reaction=None),), **promised)
    withheld = ReferralDraft("rf.pj", "tp.6.1", answered_on=AUTUMN.last, point=0)
    passed_on = {**parts, "referrals": (withheld,)}
    makers.write_meeting(database, points=(replace(theirs, reaction=None),), **passed_on)
    with pytest.raises(NotAllowed) as refused:
        plan(database, partner)
    assert refused.value.code == "nothing_to_tell"
    makers.write_meeting(database, points=(point,), **parts)
    assert plan(database, partner).points == 4


def test_a_point_whose_service_answered_no_longer_waits_for_it(
    database: Database, partner: UUID
) -> None:
    points = tuple(
        PointDraft("concern", "tp.6.1", words, "ar", reaction=reaction)
        for words, reaction in (("مصابيح", None), ("بحث", "out.looked_into"), ("ممر", None))
    )
    referrals = tuple(
        ReferralDraft("rf.commune", "tp.6.1", answered_on=answered, point=place)
        for place, answered in ((0, AUTUMN.last), (1, AUTUMN.last), (2, None))
    )
    kept = CommitmentDraft("وعد", "ar", "office", point=0, status="cst.done")
    parts = {"attendances": ((partner, True),), "points": points, "referrals": referrals}
    makers.write_meeting(database, commitments=(), **parts)
    assert sorted(states(database, partner)) == ["answered", "answered", "cst.referred"]
    assert plan(database, partner).states.answered == 2

    makers.write_meeting(database, commitments=(kept,), **parts)
    told = to_plain_text(realise_hand_out(plan(database, partner), Language.FRENCH, AUTUMN.last))
    assert "Réalisé\u00a0; réponse de la commune reçue" in told


def test_what_became_of_each_point_is_the_least_finished_of_what_followed(
    database: Database, partner: UUID
) -> None:
    points = tuple(
        PointDraft("concern", "tp.6.1", words, "ar", reaction=reaction)
        for words, reaction in (
            ("وعد منجز", None),
            ("وعد قائم", None),
            ("وعد متأخر", None),
            ("إحالة", None),
            ("خارج الاختصاص", "out.out_of_scope"),
            ("دون جواب", None),
        )
    )
    commitments = (
        CommitmentDraft("أ", "ar", "office", point=0, status="cst.done"),
        CommitmentDraft("ب", "ar", "office", point=1, status="cst.done"),
        CommitmentDraft("ج", "ar", "office", point=1, due_on=date(2026, 12, 1)),
        CommitmentDraft("د", "ar", "office", point=2, due_on=date(2026, 11, 9)),
    )
    referrals = (ReferralDraft("rf.commune", "tp.6.1", point=3),)
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=points,
        commitments=commitments,
        referrals=referrals,
    )
    assert states(database, partner) == [
        "cst.done",
        "promised",
        "cst.referred",
        "cst.overdue",
        "out.out_of_scope",
        "cst.open",
    ]


def test_a_promise_put_off_after_its_day_is_late_and_tells_both_days(
    database: Database, partner: UUID
) -> None:
    today = clock.today()
    yesterday, tomorrow, new = (today + timedelta(days=days) for days in (-1, 1, 7))
    makers.write_meeting(
        database,
        held_on=yesterday,
        attendances=((partner, True),),
        referrals=(),
        commitments=(
            CommitmentDraft("حصة تحسيسية", "ar", "office", due_on=yesterday, point=0),
            CommitmentDraft("دورية", "ar", "office", due_on=tomorrow, point=1),
        ),
    )
    mistake_and_undo = (yesterday, tomorrow)
    for day in (*mistake_and_undo, new):
        with database.write(Actor.CHIEF) as session:
            for row in session.query(Commitment):
                if day == new or row.text == "دورية":
                    postpone_commitment(session, row.uid, row.version, day)
    moved_in_time, late = plan(database, partner, Period(yesterday, today)).remarks
    assert late.state == "cst.overdue"
    assert late.commitments[0].missed_on == yesterday
    assert late.commitments[0].due_on == new
    assert moved_in_time.state == "promised"
    assert moved_in_time.commitments[0].missed_on is None


def test_what_was_done_is_told_where_it_was_noted(database: Database, partner: UUID) -> None:
    makers.write_meeting(database, attendances=((partner, True),), referrals=())
    with database.write(Actor.CHIEF) as session:
        row = session.query(Commitment).one()
        keep_commitment(session, row.uid, row.version, "دورية كل مساء منذ الاثنين")
    text = to_plain_text(realise_hand_out(plan(database, partner), Language.FRENCH, AUTUMN.last))
    assert "«دورية كل مساء منذ الاثنين»" in text
    assert "Motif" not in text


def test_a_practice_named_after_a_person_is_not_named(database: Database) -> None:
    practice = makers.write_partner(
        database,
        name_ar="المحامية فاطمة الزهراء",
        name_fr="Me Fatima Zahra",
        category="pt.liberal",
        type="pr.lawyer",
        place="حي النخيل",
        is_named_after_person=True,
    )
    makers.write_meeting(database, attendances=((practice, True),))
    found = plan(database, practice)
    assert (found.partner.kind, found.partner.place) == ("pr.lawyer", "حي النخيل")
    for language in Language:
        text = to_plain_text(realise_hand_out(found, language, AUTUMN.last))
        assert "Fatima" not in text
        assert "فاطمة" not in text


def test_a_partner_that_was_not_met_has_no_sheet(database: Database, partner: UUID) -> None:
    with pytest.raises(NotAllowed) as refused:
        plan(database, partner)
    assert refused.value.code == "no_session"
    for name in ("nobody", str(UUID(int=1))):
        with database.read() as session, pytest.raises(NotFound):
            get_partner(session, name)
