"""Earlier commitments are listed for the partners concerned; participants are named or not."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan


def said(told: SessionPlan, language: Language) -> str:
    return ISOLATES.sub("", to_plain_text(realise(told, language, TODAY)))


def register(database: Database, *names: str) -> list[UUID]:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        drafts = [makers.partner_draft(name_ar=name, name_fr=None) for name in names]
        return [register_partner(session, draft).uid for draft in drafts]


def recalled(told: SessionPlan) -> list[str]:
    states = told.earlier.states if told.earlier else ()
    return [each.words.text for state in states for each in state.promises]


BARE = {"points": (), "commitments": (), "referrals": ()}


def test_all_of_a_meeting_of_one_who_is_present_is_recalled(
    database: Database, partner: UUID
) -> None:
    (absent,) = register(database, "جمعية الأمل")
    promises = (
        CommitmentDraft("حملة نظافة", "ar", "partner", partner=absent),
        CommitmentDraft("دورية راجلة", "ar", "office", point=0),
        CommitmentDraft("إصلاح المصابيح", "ar", "authority"),
    )
    points = (PointDraft("concern", "tp.6.1", "ظلام", "ar", raised_by=absent),)
    both = ((partner, True), (absent, True))
    told = {**BARE, "attendances": both, "points": points, "commitments": promises}
    hold(database, date(2026, 9, 12), partner, **told)
    later = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert recalled(later) == ["حملة نظافة", "دورية راجلة", "إصلاح المصابيح"]
    assert later.earlier is not None
    assert (later.earlier.among, later.earlier.present) == (3, 1)


def test_what_was_closed_by_the_last_meeting_with_one_present_is_counted_alone(
    database: Database, partner: UUID
) -> None:
    (other,) = register(database, "جمعية الأمل")
    promises = tuple(CommitmentDraft(words, "ar", "office") for words in ("أول", "ثان"))
    first = hold(database, date(2026, 9, 10), partner, **{**BARE, "commitments": promises})
    with on(date(2026, 9, 14)), database.write(Actor.CHIEF) as session:
        row, _second = get_record(session, Meeting, first).commitments
        change_status(session, row.uid, row.version, CommitmentStatus.DONE, "أنجز")
    hold(database, date(2026, 9, 16), partner, **{**BARE, "attendances": ((other, True),)})
    both = {**BARE, "attendances": ((partner, True), (other, True))}
    alone = plan(database, hold(database, date(2026, 9, 18), partner, **BARE))
    assert recalled(alone) == ["أول", "ثان"]
    told = plan(database, hold(database, HELD_ON, partner, **both))
    assert recalled(told) == ["ثان"]
    assert told.earlier is not None
    assert told.earlier.among == 2


def test_the_meeting_followed_is_recalled_without_a_common_partner(
    database: Database, partner: UUID
) -> None:
    (other,) = register(database, "جمعية الأمل")
    promises = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    before = hold(database, date(2026, 9, 12), partner, **{**BARE, "commitments": promises})
    alone = {**BARE, "attendances": ((other, True),), "follows": before}
    told = plan(database, hold(database, HELD_ON, partner, **alone))
    assert recalled(told) == ["دورية راجلة"]
    assert told.earlier is not None
    assert told.earlier.present is None


def test_the_meeting_followed_came_before_though_no_hour_says_so(
    database: Database, partner: UUID
) -> None:
    promises = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    hours = {"starts_at": None, "ends_at": None}
    before = hold(database, HELD_ON, partner, **{**BARE, "commitments": promises}, **hours)
    told = plan(database, hold(database, HELD_ON, partner, **BARE, **hours, follows=before))
    assert recalled(told) == ["دورية راجلة"]


def test_an_old_promise_that_is_open_is_recalled_past_many_meetings(
    database: Database, partner: UUID
) -> None:
    promises = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    hold(database, date(2026, 9, 1), partner, **{**BARE, "commitments": promises})
    for day in range(2, 16):
        hold(database, date(2026, 9, day), partner, **BARE)
    assert recalled(plan(database, hold(database, HELD_ON, partner, **BARE))) == ["دورية راجلة"]


def test_a_recall_of_two_meetings_says_which_promise_is_of_which(
    database: Database, partner: UUID
) -> None:
    first = (CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1)),)
    second = (CommitmentDraft("حملة نظافة", "ar", "office", due_on=date(2026, 12, 2)),)
    bare = {"points": (), "referrals": ()}
    hold(database, date(2026, 9, 12), partner, commitments=first, **bare)
    one = plan(database, hold(database, date(2026, 9, 19), partner, commitments=second, **bare))
    both = plan(database, hold(database, HELD_ON, partner, commitments=(), **bare))
    assert "تاريخ التسجيل" not in said(one, Language.ARABIC)
    page = said(both, Language.ARABIC)
    assert "«دورية راجلة»\n  تاريخ التسجيل: 12/09/2026\n" in page
    assert "«حملة نظافة»\n  تاريخ التسجيل: 19/09/2026\n" in page
    assert said(both, Language.FRENCH).replace("\xa0", " ").count("  Pris le : ") == 2
    days = [each.made_on for each in both.situation if each.promise]
    assert days == [date(2026, 9, 12), date(2026, 9, 19)]


def test_a_promise_is_recalled_whatever_the_kind_of_meeting(
    database: Database, partner: UUID
) -> None:
    hold(database, date(2026, 9, 12), partner)
    campaign = hold(database, HELD_ON, partner, kind="mt.awareness")
    assert plan(database, campaign).earlier is not None


def test_a_late_summary_tells_what_became_of_earlier_promises(
    database: Database, partner: UUID
) -> None:
    promises = tuple(
        CommitmentDraft(text, "ar", "office", due_on=date(2026, 12, 1)) for text in ("أول", "ثان")
    )
    before = hold(database, date(2026, 9, 12), partner, commitments=promises)
    meeting = hold(database, HELD_ON, partner, points=(), commitments=(), referrals=())
    with on(date(2026, 11, 3)), database.write(Actor.CHIEF) as session:
        first, _second = get_record(session, Meeting, before).commitments
        change_status(session, first.uid, first.version, CommitmentStatus.DONE, "أنجز كله")
    told = plan(database, meeting)
    assert told.earlier is not None
    assert [state.code for state in told.earlier.states] == ["cst.open"]
    line, other = told.situation
    assert line.promise
    assert other.promise
    assert (line.promise.text, line.code, line.on) == ("أول", "cst.done", date(2026, 11, 3))
    # What is still open is listed beside it.
    assert (other.promise.text, other.code) == ("ثان", "cst.open")
    page = said(told, Language.ARABIC)
    assert (
        "- المرجع: التزام سابق\n  الوضعية: «أول» – منجز (سُجل يوم 03/11/2026): «أنجز كله»\n" in page
    )


def test_a_promise_begun_whose_day_passes_before_the_paper_is_told(
    database: Database, partner: UUID
) -> None:
    due = date(2026, 10, 15)
    begun = (CommitmentDraft("دورية", "ar", "office", due_on=due, status="cst.in_progress"),)
    hold(database, date(2026, 9, 12), partner, **{**BARE, "commitments": begun})
    meeting = hold(database, HELD_ON, partner, **BARE)
    assert not plan(database, meeting, due - timedelta(days=1)).situation
    (line,) = plan(database, meeting, date(2026, 10, 17)).situation
    assert (line.code, line.is_late, line.due_on) == ("cst.in_progress", True, due)


def test_who_raised_a_point_is_told_where_several_could_have(
    database: Database, partner: UUID
) -> None:
    other = makers.partner_draft(name_ar="جمعية الأمل", name_fr=None)
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        beside = register_partner(session, other).uid
    points = (PointDraft("request", "tp.8.4", "دوريات", "ar", raised_by=beside),)
    for present, name in (((partner, beside), "جمعية الأمل"), ((beside,), None)):
        attendances = tuple((uid, True) for uid in present)
        told: dict[str, object] = {"points": points, "attendances": attendances}
        told |= {"commitments": (), "referrals": (), "headcount": len(present), "women": 0}
        (point,) = plan(database, hold(database, HELD_ON, partner, **told)).points
        assert (point.raised_by.ar if point.raised_by else None) == name


def test_a_practice_is_named_unless_it_bears_a_name(database: Database, partner: UUID) -> None:
    pharmacy = makers.partner_draft(
        name_ar="صيدلية الساحة", name_fr=None, category="pt.liberal", type="pr.pharmacist"
    )
    lawyer = makers.partner_draft(
        name_ar="مكتب محاماة الإدريسي",
        name_fr=None,
        category="pt.liberal",
        type="pr.lawyer",
        is_named_after_person=True,
    )
    with database.write(Actor.CHIEF) as session:
        practices = [register_partner(session, each).uid for each in (pharmacy, lawyer)]
    present = tuple((uid, True) for uid in practices)
    told = plan(database, hold(database, HELD_ON, partner, attendances=present))
    page = to_plain_text(realise(told, Language.ARABIC, TODAY))
    assert "اسم الشريك المهني: صيدلية الساحة." in page
    assert "اسم الشريك المهني الآخر مدون بسجل الدائرة الأمنية." in page
    alone = (KindPresent("pr.lawyer", 1),)
    one = replace(told, practices_present=(), headcount=1, women=1, kinds_present=alone)
    for language, said in (
        (Language.ARABIC, "اسم الشريك المهني مدون بسجل الدائرة الأمنية."),
        (
            Language.FRENCH,
            "Le nom du partenaire professionnel est porté au registre du service.",
        ),
    ):
        page = to_plain_text(realise(one, language, TODAY))
        assert said in page
    assert "الإدريسي" not in page


def test_a_promise_still_open_is_recalled_past_a_meeting_without_any(
    database: Database, partner: UUID
) -> None:
    promise = CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1))
    first = hold(database, date(2026, 9, 12), partner, commitments=(promise,))
    nothing = {"points": (), "commitments": (), "referrals": ()}
    hold(database, date(2026, 9, 20), partner, **nothing)
    meeting = hold(database, HELD_ON, partner, **nothing)
    earlier = plan(database, meeting).earlier
    assert earlier is not None
    assert [made.made_on for made in earlier.made] == [date(2026, 9, 12)]
    with on(HELD_ON), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, first).commitments
        change_status(session, row.uid, row.version, CommitmentStatus.DONE)
    kept = plan(database, meeting).earlier
    assert kept is not None
    assert [state.code for state in kept.states] == ["cst.done"]
    later = hold(database, date(2026, 10, 20), partner, **nothing)
    # It was already reported as kept.
    assert plan(database, later).earlier is None


def test_no_promise_drops_out_of_view_because_of_a_later_one(
    database: Database, partner: UUID
) -> None:
    promise = CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1))
    hold(database, date(2026, 9, 12), partner, commitments=(promise,))
    hold(database, date(2026, 9, 20), partner)
    campaign = {"kind": "mt.awareness", "commitments": ()}
    hold(database, date(2026, 9, 25), partner, **campaign)
    earlier = plan(database, hold(database, HELD_ON, partner)).earlier
    assert earlier is not None
    days = [made.made_on for made in earlier.made]
    assert days == [date(2026, 9, 12), date(2026, 9, 20)]
    assert (earlier.number, earlier.among) == (2, 2)


def test_each_meeting_of_a_day_is_recalled(database: Database, partner: UUID) -> None:
    for words in ("أول", "ثان"):
        promises = (CommitmentDraft(words, "ar", "office", due_on=date(2026, 12, 1)),)
        hold(database, date(2026, 9, 1), partner, **{**BARE, "commitments": promises})
    earlier = plan(database, hold(database, HELD_ON, partner, **BARE)).earlier
    assert earlier is not None
    assert [made.met.number for made in earlier.made if made.met] == ["01/2026", "02/2026"]
    assert (earlier.number, earlier.among) == (2, 2)


def test_what_was_done_is_told_with_the_day_typed_later(database: Database, partner: UUID) -> None:
    before = hold(database, date(2026, 9, 12), partner)
    again = hold(database, HELD_ON, partner, points=(), commitments=(), referrals=())
    with on(date(2026, 11, 2)), database.write(Actor.CHIEF) as session:
        (promise,) = get_record(session, Meeting, before).commitments
        done = CommitmentStatus.DONE
        day = date(2026, 9, 20)
        change_status(session, promise.uid, promise.version, done, "نفذ مرتين", status_on=day)
    page = said(plan(database, again), Language.ARABIC)
    assert "منجز يوم 20/09/2026: «نفذ مرتين»" in page


def test_what_was_given_up_says_when_and_why(database: Database, partner: UUID) -> None:
    before = hold(database, date(2026, 9, 12), partner)
    with on(date(2026, 9, 15)), database.write(Actor.CHIEF) as session:
        (promise,) = get_record(session, Meeting, before).commitments
        reason = "لم يكتمل النصاب"
        change_status(session, promise.uid, promise.version, CommitmentStatus.DROPPED, reason)
    told = plan(database, hold(database, HELD_ON, partner))
    assert "تم التخلي عنه (سُجل يوم 15/09/2026): «لم يكتمل النصاب»" in said(told, Language.ARABIC)
    assert "Abandonné (enregistré le 15/09/2026) : «" in said(told, Language.FRENCH).replace(
        "\u00a0", " "
    )
