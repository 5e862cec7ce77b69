"""What was typed twice, and does not agree, is told once; what is not after is not told as such."""

from dataclasses import replace
from datetime import date, time
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.services.meetings import log_meeting
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.plan import KindPresent, News, NextMeetingFacts, SituationFacts
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE as PLAN
from tests.core.summaries.plans import ISSUED_ON, point
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
DAY = date(2026, 9, 12)
BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}


def keep_first(database: Database, meeting: UUID, *, kept_on: date, entered_on: date) -> None:
    """Write that the first commitment of a meeting was kept."""
    with on(entered_on), database.write(Actor.CHIEF) as session:
        row = get_record(session, Meeting, meeting).commitments[0]
        row.status, row.status_on = CommitmentStatus.DONE, kept_on


def test_a_number_that_the_kinds_exceed_is_not_told(database: Database, partner: UUID) -> None:
    kinds: dict[str, object] = {
        "attendances": (),
        "kinds_present": ("as.women", "as.merchants"),
        "headcount": 9,
    }
    told = plan(database, hold(database, HELD_ON, partner, bodies=1, **kinds, **BARE))
    page = prose(told, FR)
    assert "au moins une association féminine et une association de commerçants." in page
    assert "Un organisme" not in page
    assert "Organisme" not in page
    assert "ومُثلت فيه جمعية نسائية وجمعية للتجار على الأقل." in prose(told, AR)


@pytest.mark.parametrize(
    ("day", "hour", "is_told"),
    [
        (date(2026, 10, 13), None, False),
        (HELD_ON, None, True),
        (HELD_ON, time(9), False),
        (HELD_ON, time(18), True),
    ],
)
def test_a_meeting_is_later_only_if_it_was(
    database: Database, partner: UUID, day: date, hour: time | None, is_told: bool
) -> None:
    hours: dict[str, object] = {"starts_at": time(15), "ends_at": time(16)}
    meeting = hold(database, HELD_ON, partner, **hours, **BARE)
    draft = makers.meeting_draft(held_on=day, starts_at=hour, ends_at=None, follows=meeting)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        log_meeting(session, replace(draft, points=(), commitments=(), referrals=()))
    told = plan(database, meeting)
    assert bool(told.situation) is is_told
    assert ("Rencontre de suivi" in prose(told, FR)) is is_told


def test_who_raised_a_point_is_told_where_nobody_counted_those_who_came(
    database: Database, partner: UUID
) -> None:
    points = (
        PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar", raised_by=partner),
        PointDraft("concern", "tp.1.1", "ضوضاء", "ar"),
    )
    uncounted: dict[str, object] = {
        **BARE,
        "points": points,
        "headcount": None,
        "women": None,
        "bodies": None,
    }
    told = plan(database, hold(database, HELD_ON, partner, **uncounted))
    assert "ملتمس مقدم باسم" in prose(told, AR)
    assert "L’origine du point 2 n’a pas été relevée." in prose(told, FR)
    nobody = {**uncounted, "attendances": (), "points": points[1:]}
    assert plan(database, hold(database, HELD_ON, partner, **nobody)).expects_raisers
    public = plan(database, hold(database, HELD_ON, partner, kind="mt.school", **uncounted))
    assert "L’origine du point 2 n’a pas été relevée." in prose(public, FR)


def test_two_of_one_profession_are_told_apart_by_a_number(database: Database) -> None:
    first, second = (
        makers.write_partner(
            database,
            name_fr=name,
            category="pt.liberal",
            type="pr.vet",
            is_named_after_person=True,
        )
        for name in ("Cabinet Repère", "Cabinet Jalon")
    )
    held: dict[str, object] = {
        **BARE,
        "attendances": ((first, True), (second, True)),
        "points": (
            PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar", raised_by=second),
            PointDraft("concern", "tp.1.1", "ضوضاء", "ar", raised_by=first),
        ),
        "commitments": (CommitmentDraft("Afficher", "fr", "partner", partner=second),),
    }
    meeting = makers.write_meeting(database, held_on=HELD_ON, **held)
    told = plan(database, meeting)
    french, arabic = prose(told, FR), prose(told, AR)
    assert "par un cabinet vétérinaire (2)" in french
    assert "par un cabinet vétérinaire (1)" in french
    assert french.count("étérinaire (2)") == 2
    assert "(2)" in arabic.replace("\u2066", "").replace("\u2069", "")


def test_each_of_many_promises_recalled_is_named(database: Database, partner: UUID) -> None:
    promises = (
        *(CommitmentDraft(f"وعد {n}", "ar", "office", status="cst.open") for n in range(8)),
        *(CommitmentDraft(f"عهد {n}", "ar", "office", status="cst.in_progress") for n in range(2)),
    )
    hold(database, date(2026, 9, 12), partner, **{**BARE, "commitments": promises})
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    page = prose(told, Language.ARABIC)
    assert not [each.text for each in promises if f"«{each.text}»" not in page]


def test_the_number_of_bodies_typed_counts_the_practices_listed(
    database: Database, partner: UUID
) -> None:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        agency = makers.partner_draft(
            name_ar="وكالة المفتاح", category="pt.liberal", type="pr.realestate"
        )
        beside = register_partner(session, agency).uid
    both = {**BARE, "attendances": ((partner, True), (beside, True)), "headcount": None}
    all_listed = plan(database, hold(database, HELD_ON, partner, bodies=2, women=None, **both))
    assert all_listed.bodies == 1
    assert "n’a pas été relevé" not in prose(all_listed, FR).partition("engagement")[0]
    assert "يُدون اسم الهيئة الأخرى" not in prose(all_listed, AR)
    told = plan(database, hold(database, HELD_ON, partner, bodies=3, women=None, **both))
    assert "هيئتين، إحداهما " in prose(told, AR)
    assert "ولم يُدون اسم الهيئة الأخرى." in prose(told, AR)
    assert "deux organismes, parmi lesquels une " in prose(told, FR)
    assert "Le nom de l’autre organisme n’a pas été relevé." in prose(told, FR)


def test_the_day_of_an_entry_is_told_as_such(database: Database, partner: UUID) -> None:
    promises = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    before = hold(database, date(2026, 9, 12), partner, **{**BARE, "commitments": promises})
    with on(date(2026, 9, 20)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, before).commitments
        change_status(session, row.uid, row.version, CommitmentStatus.DONE, "أنجز منذ أسبوع")
    with on(date(2026, 9, 22)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, before).commitments
        row.translation, row.status = "Patrouille", row.status
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert "منجز (سُجل يوم 20/09/2026)" in prose(told, AR)
    assert "Réalisé (enregistré le 20/09/2026)" in prose(told, FR)


def test_an_answer_is_missing_whatever_became_of_the_point(
    database: Database, partner: UUID
) -> None:
    points = (
        PointDraft("request", "tp.6.1", "مصابيح معطلة", "ar", reaction="out.answered"),
        PointDraft("request", "tp.6.2", "رصيف", "ar"),
    )
    referrals = tuple(
        ReferralDraft("rf.commune", "tp.6.1", point=n, sent_on=HELD_ON) for n in range(2)
    )
    told = {**BARE, "points": points, "referrals": referrals}
    page = prose(plan(database, hold(database, HELD_ON, partner, **told)), AR)
    assert page.count("ولم يُسجل أي جواب") == 2


def test_promises_of_the_same_words_are_told_apart(database: Database, partner: UUID) -> None:
    promises = (CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 12, 1)),)
    for day in (date(2026, 9, 12), date(2026, 9, 20)):
        hold(database, day, partner, **{**BARE, "commitments": promises})
    told = plan(database, hold(database, HELD_ON, partner, **BARE))
    assert "(المسجل يوم 12/09/2026) – في انتظار التنفيذ" in prose(told, AR)
    assert "(pris le 20/09/2026) – En attente d’exécution" in prose(told, FR)
    same_day = plan(database, hold(database, HELD_ON, partner, **BARE), HELD_ON)
    assert same_day.situation == ()


def test_a_new_due_date_of_an_earlier_promise_is_told(database: Database, partner: UUID) -> None:
    promises = (CommitmentDraft("دورية راجلة", "ar", "office", due_on=date(2026, 10, 16)),)
    before = hold(database, date(2026, 9, 12), partner, **{**BARE, "commitments": promises})
    meeting = hold(database, HELD_ON, partner, **BARE)
    with on(date(2026, 10, 15)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, before).commitments
        row.due_on = date(2026, 12, 1)
    told = plan(database, meeting, date(2026, 10, 18))
    assert "Nouvelle échéance : 01/12/2026" in prose(told, FR)
    assert "«دورية راجلة» – أجل جديد: 01/12/2026" in prose(told, AR)
    assert len(told.situation) == 1


def test_what_was_promised_later_was_not_open_before(database: Database, partner: UUID) -> None:
    first = (CommitmentDraft("دورية راجلة", "ar", "office"),)
    kept = (CommitmentDraft("حملة", "ar", "office", status="cst.done"),)
    told = {**BARE, "commitments": (*first, *kept)}
    before = hold(database, date(2026, 9, 12), partner, **told)
    public = {**BARE, "commitments": first, "kind": "mt.school"}
    hold(database, date(2026, 9, 19), partner, **public)
    hold(database, date(2026, 9, 18), partner, **BARE)
    keep_first(database, before, kept_on=date(2026, 9, 19), entered_on=date(2026, 9, 20))
    earlier = plan(database, hold(database, HELD_ON, partner, **BARE)).earlier
    assert earlier is not None
    assert (earlier.number, earlier.among) == (2, 3)


def test_professionals_are_told_beside_bodies_that_are_counted() -> None:
    kinds = (KindPresent("as.merchants", None), KindPresent("pr.lawyer", None))
    told = replace(PLAN, channel="ch.phone", bodies=2, kinds_present=kinds)
    assert "une association de commerçants. La profession d’avocat" in prose(told, FR)


def test_pupils_alone_are_not_told_as_among_others() -> None:
    reached = ReachedFacts(None, 20, 2, None)
    told = replace(PLAN, kind="mt.school", headcount=34, women=1, reached=reached)
    for language, words in ((FR, "Élèves bénéficiaires"), (AR, "عدد التلاميذ المستفيدين")):
        page = to_plain_text(realise(told, language, ISSUED_ON))
        assert words in page
    assert "من بينهم أنثى واحدة." in prose(told, AR)


def test_how_the_result_on_a_rumour_was_carried_back_is_told() -> None:
    line = SituationFacts(1, News.TOLD, DAY, point=1, code="pc.facebook", is_reply=True)
    told = replace(PLAN, points=(point(1, "tp.7.1", None, kind="rumour"),), situation=(line,))
    assert "Réponse communiquée, moyen : Facebook" in prose(told, FR)
    assert "تم تبليغ الجواب، الوسيلة: فيسبوك" in prose(told, AR)


def test_one_who_came_is_called_a_person() -> None:
    assert "Y a pris part une personne" in prose(replace(PLAN, headcount=1, women=0), FR)


def test_a_rumour_that_could_not_be_verified_is_feminine() -> None:
    line = SituationFacts(1, News.RUMOUR, DAY, point=1, code="vr.unverifiable")
    told = replace(PLAN, points=(point(1, "tp.7.1", None, kind="rumour"),), situation=(line,))
    assert "ونتيجة التحقق: تعذر التحقق منها" in prose(told, AR)


def test_what_was_noted_later_the_same_day_has_that_day(database: Database, partner: UUID) -> None:
    promises = tuple(
        CommitmentDraft(words, "ar", "office", status=status)
        for words, status in (("دورية راجلة", "cst.open"), ("حملة", "cst.done"))
    )
    meeting = hold(database, HELD_ON, partner, **{**BARE, "commitments": promises})
    with on(date(2026, 10, 15)), database.write(Actor.CHIEF) as session:
        row = get_record(session, Meeting, meeting).commitments[0]
        change_status(session, row.uid, row.version, CommitmentStatus.DONE, "أنجز")
    later, first = plan(database, meeting).situation
    for line in (later, first):
        assert (line.on, line.is_entered, line.is_undated) == (date(2026, 10, 15), True, None)


def test_nobody_meets_at_a_place_for_a_call() -> None:
    place = Bilingual("السوق البلدي", None)
    call = NextMeetingFacts(DAY, None, place, "ch.phone")
    assert "السوق" not in prose(replace(PLAN, next_meeting=call), AR)
    meeting = replace(PLAN, next_meeting=replace(call, channel="ch.inperson"))
    assert ", lieu : «السوق البلدي» (texte original en arabe)." in prose(meeting, FR)
