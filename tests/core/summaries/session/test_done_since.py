"""What was promised, replied or begun after a session is told of its own day, to whom it was."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import (
    CommitmentDraft,
    LatePromiseDraft,
    change_status,
    keep_commitment,
    promise_after,
)
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft, answer_point, give_reply
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.plan import KindPresent, News, SessionPlan, SituationFacts
from outreach_app.summaries.session.promises import MadeFacts, MeetingMet
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, ISSUED_ON, arabic, commitment, point
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
BEFORE = date(2026, 9, 12)


def _labels(told: SessionPlan) -> str:
    return to_plain_text(realise(told, AR, ISSUED_ON))


def test_a_commitment_made_after_its_session_is_recalled_of_its_own_day(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, BEFORE, partner)
    with on(date(2026, 9, 16)), database.write(Actor.CHIEF) as session:
        promise_after(session, LatePromiseDraft(str(meeting), "حملة نظافة"))
    told = plan(database, hold(database, HELD_ON, partner))
    assert told.earlier is not None
    met = MeetingMet("mt.thematic", "ch.inperson", BEFORE, "01/2026")
    assert told.earlier.made == (MadeFacts(BEFORE, met), MadeFacts(date(2026, 9, 16), met))
    said = "رقم 01/2026 بتاريخ 12 شتنبر 2026 ثم يوم 16 شتنبر 2026 تبعا لهذا اللقاء، إلى غاية"
    assert said in prose(told, AR)
    said = "du 12 septembre 2026, puis le 16 septembre 2026 à la suite de cette rencontre était"
    assert said in prose(told, FR)


def test_what_was_added_on_the_day_of_a_meeting_is_recalled_there(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, BEFORE, partner, commitments=())
    with on(date(2026, 9, 16)), database.write(Actor.CHIEF) as session:
        promise_after(session, LatePromiseDraft(str(meeting), "حملة نظافة"))
    that_day = hold(database, date(2026, 9, 16), partner, commitments=())
    assert plan(database, that_day).earlier is not None
    assert plan(database, hold(database, HELD_ON, partner, commitments=())).earlier is not None


def test_a_reply_given_back_is_told_to_whom_beside_a_referral_that_waits(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, HELD_ON, partner)
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        handed_on = get_record(session, Meeting, meeting).points[0]
        day = date(2026, 10, 20)
        give_reply(session, handed_on.uid, handed_on.version, day, "ساكنة الحي", None)
    told = plan(database, meeting)
    assert "تم تبليغ المآل إلى: «ساكنة الحي»\n20/10/2026" in prose(told, AR)
    assert "Suite communiquée à : «ساكنة الحي»" in prose(told, FR)
    assert "المشاركون" not in prose(told, AR)


def test_what_was_begun_is_not_told_undone_when_its_day_has_passed(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, BEFORE, partner, points=(), referrals=())
    with on(date(2026, 9, 18)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).commitments
        change_status(session, row.uid, row.version, CommitmentStatus.PARTLY)
    told = plan(database, meeting)
    # The day of the entry is not that of the execution.
    said = "منجز جزئيا (سُجل يوم 18/09/2026)، وقد انقضى الأجل (19/10/2026)\n—"
    assert said in prose(told, AR)
    said = "Partiellement réalisé (enregistré le 18/09/2026), échéance dépassée (19/10/2026)\n—"
    assert said in prose(told, FR)
    later = plan(database, hold(database, date(2026, 10, 28), partner, commitments=()))
    assert "منجز جزئيا (سُجل يوم 18/09/2026)" in prose(later, AR)
    assert "دون إنجاز" not in prose(later, AR)


def test_a_day_that_passed_after_what_was_done_in_part_is_told_after_it(
    database: Database, partner: UUID
) -> None:
    """« Partiellement réalisé, échéance dépassée (19/10) » stood beside the 18/09."""
    meeting = hold(database, BEFORE, partner, points=(), referrals=())
    with on(date(2026, 9, 19)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).commitments
        partly, day = CommitmentStatus.PARTLY, date(2026, 9, 18)
        change_status(session, row.uid, row.version, partly, status_on=day)
    told = plan(database, meeting)
    said = "منجز جزئيا إلى غاية 18/09/2026، ثم انقضى الأجل (19/10/2026)\n18/09/2026"
    assert said in prose(told, AR)
    said = "Partiellement réalisé au 18/09/2026 ; échéance dépassée (19/10/2026)\n18/09"
    assert said in prose(told, FR)


def test_what_is_in_progress_is_told_so_after_its_day(database: Database, partner: UUID) -> None:
    meeting = hold(database, BEFORE, partner, points=(), referrals=())
    with on(date(2026, 9, 18)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).commitments
        change_status(session, row.uid, row.version, CommitmentStatus.IN_PROGRESS)
    told = plan(database, meeting)
    said = "قيد التنفيذ (سُجل يوم 18/09/2026)، وقد انقضى الأجل (19/10/2026)\n—"
    assert said in prose(told, AR)
    said = "En cours d’exécution (enregistré le 18/09/2026), échéance dépassée (19/10/2026)\n—"
    assert said in prose(told, FR)
    later = plan(database, hold(database, date(2026, 10, 28), partner, commitments=()))
    assert "قيد التنفيذ (سُجل يوم 18/09/2026)، وقد انقضى الأجل\n" in prose(later, AR)
    said = "En cours d’exécution (enregistré le 18/09/2026), échéance dépassée\n"
    assert said in prose(later, FR)


def test_what_was_first_recorded_has_the_day_of_its_entry(
    database: Database, partner: UUID
) -> None:
    begun = CommitmentDraft("دورية راجلة", "ar", "office", status="cst.in_progress")
    meeting = hold(database, BEFORE, partner, points=(), referrals=(), commitments=(begun,))
    since = plan(database, meeting)
    assert "الالتزام 1\nقيد التنفيذ (سُجل يوم 13/09/2026)\n—" in prose(since, AR)
    assert "Engagement 1\nEn cours d’exécution (enregistré le 13/09/2026)\n—" in prose(since, FR)
    later = plan(database, hold(database, date(2026, 10, 28), partner, commitments=()))
    assert "قيد التنفيذ (سُجل يوم 13/09/2026)" in prose(later, AR)
    assert "En cours d’exécution (enregistré le 13/09/2026)" in prose(later, FR)


def test_only_a_day_that_was_typed_tells_that_it_was_kept_late(
    database: Database, partner: UUID
) -> None:
    meeting = hold(database, BEFORE, partner, points=(), referrals=())
    with on(date(2026, 10, 25)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).commitments
        keep_commitment(session, row.uid, row.version, "أنجز منذ أسبوع")
    later = hold(database, date(2026, 10, 28), partner, commitments=())
    for told in (plan(database, meeting), plan(database, later)):
        assert "منجز" in prose(told, AR)
        assert "بعد انصرام الأجل" not in prose(told, AR)
        assert "hors délai" not in prose(told, FR)


def test_a_later_promise_is_told_with_who_owes_it(database: Database, partner: UUID) -> None:
    meeting = hold(database, BEFORE, partner)
    with on(date(2026, 9, 16)), database.write(Actor.CHIEF) as session:
        promise_after(session, LatePromiseDraft(str(meeting), "حملة نظافة"))
    told = plan(database, meeting)
    assert "«حملة نظافة»، المكلف بالتنفيذ: رئيس الدائرة الأمنية\n" in prose(told, AR)
    said = "«حملة نظافة» (texte original en arabe), responsable : chef de l’arrondissement"
    assert said in prose(told, FR)


def test_the_same_reply_in_the_other_language_is_told_once(
    database: Database, partner: UUID
) -> None:
    first = PointDraft("request", "tp.6.1", reply="سيتم الإصلاح", reply_language="ar")
    first = replace(first, reply_translation="La réparation est prévue")
    meeting = hold(database, HELD_ON, partner, points=(first,), referrals=())
    with on(date(2026, 10, 20)), database.write(Actor.CHIEF) as session:
        (row,) = get_record(session, Meeting, meeting).points
        words = "La  réparation est prévue."
        answer_point(session, row.uid, row.version, "out.resolved", words, "fr")
    told = plan(database, meeting)
    assert [line.news for line in told.situation if line.point == 1] == [News.REACTED]


def test_what_was_promised_where_nobody_present_was_is_not_recalled(
    database: Database, partner: UUID
) -> None:
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        other = register_partner(session, makers.partner_draft(name_ar="جمعية الأمل")).uid
    hold(database, BEFORE, partner)
    asked = ((other, True), (partner, False))
    assert plan(database, hold(database, HELD_ON, partner, attendances=asked)).earlier is None


def test_of_several_bodies_the_named_one_owes_nothing_that_nobody_noted(
    database: Database, partner: UUID
) -> None:
    promise = (CommitmentDraft("حملة نظافة", "ar", "partner"),)
    meeting = hold(database, HELD_ON, partner, bodies=3, commitments=promise)
    assert plan(database, meeting).commitments[0].debtor is None


def test_no_further_action_is_told_as_no_other_beside_what_was_done() -> None:
    promised = point(1, "tp.1", None, reaction="out.no_followup", commitments=(1,))
    left = point(2, "tp.1", None, reaction="out.no_followup")
    line = SituationFacts(1, News.CLOSED, date(2026, 11, 2), point=2)
    promises = (commitment(1, arabic("وعد")),)
    told = replace(BARE, points=(promised, left), commitments=promises, situation=(line,))
    assert "الالتزام 1\nلم يُتخذ بشأنها أي إجراء إضافي\n" in prose(told, AR)
    assert "Engagement 1\nAucune mesure supplémentaire retenue\n" in prose(told, FR)
    assert "لم يُتخذ بشأنها أي إجراء إضافي\nانظر الوضعية أدناه" in prose(told, AR)
    assert "Aucune mesure supplémentaire retenue\nVoir la situation ci-dessous" in prose(told, FR)


def test_pupils_are_among_those_counted_only_if_these_are_more() -> None:
    told = replace(BARE, kind="mt.school", headcount=37, reached=ReachedFacts(None, 310, 2, None))
    assert "من بينهم تلاميذ" not in _labels(told)
    assert "عدد التلاميذ المستفيدين" in _labels(told)
    more = replace(told, reached=ReachedFacts(320, 310, 2, None))
    assert "من بينهم تلاميذ" in _labels(more)


def test_one_who_came_is_not_told_as_two() -> None:
    kinds = (KindPresent("as.sport", 1), KindPresent("pr.pharmacist", 1))
    told = replace(BARE, channel="ch.phone", headcount=1, women=1, bodies=1, kinds_present=kinds)
    listed = "امرأة واحدة. وسُجلت مشاركة من يزاول مهنة الصيدلة، مع تمثيل جمعية رياضية."
    assert listed in prose(told, AR)
    listed = "y était représentée. La profession de pharmacien était également représentée."
    assert listed in prose(told, FR)


def test_one_woman_is_not_told_to_speak_for_five_bodies() -> None:
    kinds = (KindPresent("as.sport", 5), KindPresent("pr.pharmacist", 1))
    told = replace(BARE, headcount=2, women=2, bodies=5, kinds_present=kinds, identities_kept=1)
    assert "من بينهما صيدلانية، ومُثلت فيه 5 جمعيات رياضية." in prose(told, AR)
    assert "اسم الشريك المهني مدون" in prose(told, AR)
