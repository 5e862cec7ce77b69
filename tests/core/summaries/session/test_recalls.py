"""Earlier commitments are listed for the partners concerned; participants are named or not."""

from dataclasses import replace
from datetime import date
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


def test_what_concerns_nobody_present_is_not_recalled(database: Database, partner: UUID) -> None:
    other = makers.partner_draft(name_ar="جمعية الأمل", name_fr=None)
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        absent = register_partner(session, other).uid
    promises = (
        CommitmentDraft("حملة نظافة", "ar", "partner", partner=absent),
        CommitmentDraft("دورية راجلة", "ar", "office", point=0),
        CommitmentDraft("إصلاح المصابيح", "ar", "office", point=1),
    )
    points = (
        PointDraft("request", "tp.8.4", "دوريات", "ar", raised_by=partner),
        PointDraft("concern", "tp.6.1", "ظلام", "ar", raised_by=absent),
    )
    both = ((partner, True), (absent, True))
    told = {"attendances": both, "points": points, "commitments": promises, "referrals": ()}
    hold(database, date(2026, 9, 12), partner, **told)
    earlier = plan(database, hold(database, HELD_ON, partner)).earlier
    assert earlier is not None
    named = [each.words.text for state in earlier.states for each in state.promises]
    assert (named, earlier.concerned, earlier.open_on) == (["دورية راجلة"], 1, None)
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        third = register_partner(session, makers.partner_draft(name_ar="جمعية الفجر")).uid
    with_third = ((partner, True), (third, True))
    beside = plan(database, hold(database, date(2026, 9, 19), partner, attendances=with_third))
    assert "الالتزام الذي يهم أحد الشريكين الحاضرين (جمعية" in said(beside, Language.ARABIC)
    assert "de l’engagement concernant l’un des deux partenaires présents (" in said(
        beside, Language.FRENCH
    )
    counted = {"attendances": with_third, "bodies": 3}
    among_more = plan(database, hold(database, date(2026, 9, 19), partner, **counted))
    assert "الذي يهم أحد الشركاء الحاضرين (جمعية" in said(among_more, Language.ARABIC)
    assert "concernant l’un des partenaires présents (" in said(among_more, Language.FRENCH)
    again = hold(database, date(2026, 9, 20), partner, attendances=both)
    with_both = plan(database, again).earlier
    assert with_both is not None
    assert not with_both.are_some


def test_what_nobody_noted_is_not_told_to_concern_one(database: Database, partner: UUID) -> None:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        absent, third = (
            register_partner(session, makers.partner_draft(name_ar=name)).uid
            for name in ("جمعية الأمل", "جمعية الفجر")
        )
    promises = (
        CommitmentDraft("حملة نظافة", "ar", "partner", partner=absent),
        CommitmentDraft("لقاء ثان", "ar", "office"),
    )
    bare = {"points": (), "referrals": ()}
    both, with_third = ((partner, True), (absent, True)), ((partner, True), (third, True))
    hold(database, date(2026, 9, 12), partner, attendances=both, commitments=promises, **bare)
    told = hold(database, HELD_ON, partner, attendances=with_third, commitments=(), **bare)
    page = said(plan(database, told), Language.ARABIC)
    assert "وكانت وضعية الالتزام الذي لا يهم شريكا بعينه، من بين الالتزامين المسجلين يوم" in page
    page = said(plan(database, told), Language.FRENCH)
    assert "la situation de l’engagement ne désignant aucun partenaire, parmi" in page


def test_no_rule_is_told_that_another_commitment_would_fit(
    database: Database, partner: UUID
) -> None:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        absent = register_partner(session, makers.partner_draft(name_ar="جمعية الأمل")).uid
    points = (PointDraft("concern", "tp.6.1", "ظلام", "ar", raised_by=absent),)
    promises = (
        CommitmentDraft("دورية راجلة", "ar", "office", point=0),
        CommitmentDraft("لقاء ثان", "ar", "office"),
    )
    both = ((partner, True), (absent, True))
    made = {"points": points, "commitments": promises, "attendances": both, "referrals": ()}
    before = hold(database, date(2026, 9, 12), partner, **made)
    bare = {"points": (), "commitments": (), "referrals": ()}
    told = plan(database, hold(database, HELD_ON, partner, **bare))
    assert "وكانت وضعية التزام واحد، من بين الالتزامين المسجلين" in said(told, Language.ARABIC)
    assert "la situation de l’un des engagements pris" in said(told, Language.FRENCH)
    # A meeting that follows another recalls all of it.
    again = plan(database, hold(database, HELD_ON, partner, follows=before, **bare))
    assert again.earlier is not None
    assert (again.earlier.number, again.earlier.are_some) == (2, False)


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


def test_no_promise_is_recalled_to_the_public(database: Database, partner: UUID) -> None:
    hold(database, date(2026, 9, 12), partner)
    campaign = hold(database, HELD_ON, partner, kind="mt.awareness")
    assert plan(database, campaign).earlier is None


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
    assert "اسم المؤسسة المهنية: صيدلية الساحة." in page
    assert "هوية المهني الآخر مدونة حصرا بسجل الدائرة الأمنية." in page
    alone = (KindPresent("pr.lawyer", 1),)
    one = replace(told, practices_present=(), headcount=1, women=1, kinds_present=alone)
    for language, said in (
        (Language.ARABIC, "هوية المعنية بالأمر مدونة حصرا بسجل الدائرة الأمنية."),
        (
            Language.FRENCH,
            "L’identité de l’intéressée n’est portée que sur le registre du service.",
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


def test_each_meeting_of_a_day_and_old_promises_still_open_are_recalled(
    database: Database, partner: UUID
) -> None:
    bare = {"points": (), "referrals": ()}
    open_one = CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1))
    for words in ("أول", "ثان"):
        promises = (replace(open_one, text=words),)
        hold(database, date(2026, 9, 1), partner, commitments=promises, **bare)
    for day in range(2, 9):
        hold(database, date(2026, 9, day), partner, commitments=(), **bare)
    earlier = plan(database, hold(database, HELD_ON, partner, commitments=(), **bare)).earlier
    assert earlier is not None
    assert [made.summary for made in earlier.made] == ["01/2026", "02/2026"]
    assert (earlier.number, earlier.is_each_of_its_day) == (2, False)


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


def test_what_was_promised_at_the_last_meeting_is_not_said_to_have_been_left_from_it(
    database: Database, partner: UUID
) -> None:
    kept, left = (
        CommitmentDraft(words, "ar", "office", due_on=date(2026, 12, 1)) for words in ("أول", "ثان")
    )
    bare = {"points": (), "referrals": ()}
    first = hold(database, date(2026, 9, 12), partner, commitments=(kept, left), **bare)
    with on(date(2026, 9, 15)), database.write(Actor.CHIEF) as session:
        row, _left = get_record(session, Meeting, first).commitments
        change_status(session, row.uid, row.version, CommitmentStatus.DONE, "أنجز كله")
    last = date(2026, 9, 19)
    hold(database, last, partner, commitments=(replace(left, text="ثالث"),), **bare)
    told = plan(database, hold(database, HELD_ON, partner, commitments=(), **bare))
    assert told.earlier is not None
    assert (told.earlier.number, told.earlier.open_on) == (2, last)
    french, arabic = (
        said(told, each).replace("\u00a0", " ") for each in (Language.FRENCH, Language.ARABIC)
    )
    assert "restant à exécuter au 19 septembre 2026, parmi" in french
    assert "كانا قائمين يوم 19 شتنبر 2026، من بين" in arabic
