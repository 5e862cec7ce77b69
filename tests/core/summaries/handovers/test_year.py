"""What a handover file tells of the year: what ended, what came in, papers by their true kind."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.findings import record_finding
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.handovers.plan import IssuedDocument, Nature, PartnerLine
from tests import makers
from tests.core.summaries.given_handover import HANDOVER
from tests.core.summaries.handovers.test_handover import TODAY, planned, written
from tests.core.summaries.plans import NOTHING
from tests.remarks import write_remark

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("counts", "ar", "fr"),
    [
        (
            ((14, 6), (20, 9)),
            "المشاركون: 34\nمن بينهم إناث: 15",
            "Participants : 34\nDont de sexe féminin : 15",
        ),
        (
            ((14, 6), (20, None), (None, None)),
            "من بينهم إناث: 6 على الأقل (سُجل العدد في لقاء واحد من أصل 3)",
            "au moins 34 (nombre relevé pour 2 des 3 rencontres)",
        ),
        (
            ((30, 0), (5, None)),
            "من بينهم إناث: 0 (سُجل العدد في لقاء واحد من أصل لقاءين)",
            "féminin : 0 (nombre relevé pour 1 des 2 rencontres)",
        ),
        (
            ((59, None),),
            "المشاركون: 59\nمن بينهم إناث: غير مسجل",
            "Participants : 59\nDont de sexe féminin : non relevé",
        ),
    ],
)
def test_who_took_part_is_told_as_far_as_it_was_counted(
    database: Database, counts: tuple[tuple[int | None, int | None], ...], ar: str, fr: str
) -> None:
    for headcount, women in counts:
        makers.write_meeting(database, headcount=headcount, women=women)
    plan = planned(database)

    assert ar in written(plan, ARABIC)
    assert fr in written(plan, FRENCH)


def test_the_public_of_actions_is_told_apart_from_other_participants(database: Database) -> None:
    makers.write_meeting(database, headcount=12, women=None)
    reached = {"kind": "mt.school", "headcount": None, "women": None}
    makers.write_meeting(database, held_on=date(2026, 10, 2), beneficiaries=900, **reached)
    makers.write_meeting(database, held_on=date(2026, 10, 3), **reached)
    plan = planned(database)
    assert (
        "Participants : au moins 912, dont 900 au titre du public d’actions de sensibilisation"
        " (nombre relevé pour 2 des 3 rencontres, actions et échanges)"
    ) in written(plan)
    told = "المشاركون: 912 على الأقل، من بينهم 900 من جمهور العمليات التحسيسية (سُجل العدد في"
    assert told in written(plan, ARABIC)


def test_participants_who_all_were_a_public_are_counted_once(database: Database) -> None:
    makers.write_meeting(database, kind="mt.school", headcount=None, women=None, beneficiaries=12)
    plan = planned(database)
    assert "Participants : 12, au titre du public d’actions de sensibilisation\n" in written(plan)
    assert "المشاركون: 12، من جمهور العمليات التحسيسية\n" in written(plan, ARABIC)


def test_what_cannot_be_verified_is_counted_apart(database: Database) -> None:
    for result in ("vr.true", "vr.unverifiable"):
        rumour = makers.write_rumour(database, heard_on=date(2026, 10, 14))
        with database.write(Actor.CHIEF) as session:
            record_finding(session, rumour, replace(makers.finding_draft(), result=result))
    plan = planned(database)
    assert (plan.year.no_need, plan.year.unverifiable, plan.year.closed) == (1, 1, 0)
    assert "Dont impossibles à vérifier : 1\n" in written(plan)
    assert "التي تعذر التحقق منها: 1\n" in written(plan, ARABIC)


def test_referrals_of_no_known_day_follow_those_in_order_of_age(database: Database) -> None:
    makers.write_meeting(database, referrals=(ReferralDraft("rf.srm", "tp.6.1"),))
    sent = tuple(
        ReferralDraft("rf.commune", "tp.6.1", sent_on=date(2026, 10, day)) for day in (16, 9)
    )
    makers.write_meeting(database, held_on=date(2026, 10, 8), referrals=sent)
    days = [row.sent_on for row in planned(database).referrals]
    assert days == [date(2026, 10, 9), date(2026, 10, 16), None]


def test_the_day_to_inform_a_person_is_told_as_the_office_s_own() -> None:
    (duty,) = (each for each in HANDOVER.duties if each.nature is Nature.INFORM)
    plan = replace(HANDOVER, duties=(duty,))

    assert "- Échéance : 20/12/2026 (délai interne)\n" in written(plan)
    assert "Référence : Loi n° 09-08\n" in written(plan)
    assert "- الأجل: 20/12/2026 (أجل داخلي)\n" in written(plan, ARABIC)
    assert "المرجع: القانون رقم 09-08\n" in written(plan, ARABIC)


def test_everybody_to_inform_is_a_duty_however_far_the_day(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_person(database, partner, inform_by=date(2026, 12, 30))
    plan = planned(database)

    assert (plan.to_inform, [duty.nature for duty in plan.duties]) == (1, [Nature.INFORM])
    # In more than the thirty days that the heading names.
    assert "faire dans les 30 jours, et personnes à informer\n" in written(plan)
    assert "خلال 30 يوما، والأشخاص الذين يتعين إخبارهم\n" in written(plan, ARABIC)


def test_a_remark_is_counted_in_the_year_and_listed_while_it_waits(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        record_remark(session, RemarkDraft("tp.6.1", "Lampe", "fr", TODAY))
    words = written(planned(database))

    assert "Remarques reçues hors rencontre : 1" in words
    assert "Point ou remarque sans suite : 1" in words
    _before, waiting = words.split("6. Points et remarques sans aucune suite")
    assert "Point : « Lampe »\n  Origine : Remarque n° 01/2026" in waiting


def test_what_was_heard_is_listed_until_it_is_verified_and_rectified(database: Database) -> None:
    makers.write_rumour(database, heard_on=TODAY)
    plan = planned(database)
    words = written(plan)

    assert [row.is_to_rectify for row in plan.rumours] == [False]
    assert (
        "Informations relevées pour vérification : 1\nDont rectifiées par une mise au point : 0\n"
        in words
    )
    assert "Dont encore à vérifier ou à rectifier : 1\n" in words
    _before, waiting = words.split("7. Informations encore à vérifier ou à rectifier")
    assert "À faire : Vérifier (information n° 01/2026)" in waiting
    assert "ما يتعين القيام به: التحقق (الخبر عدد 03/2026)" in written(HANDOVER, ARABIC)


def test_what_a_meeting_told_waits_like_what_was_recorded(database: Database) -> None:
    told = PointDraft(PointKind.RUMOUR, "tp.7.1", "Enfant disparu", "fr")
    last_year = date(TODAY.year - 1, 12, 1)
    makers.write_meeting(database, held_on=last_year, points=(told,), commitments=())
    makers.write_meeting(database, held_on=TODAY, points=(told,), commitments=())
    plan = planned(database)
    words = written(plan)

    assert [row.heard_on for row in plan.rumours] == [last_year, TODAY]
    # The year counts its own, the list has those of before too.
    assert (plan.year.rumours, plan.year.wait, plan.year.closed) == (1, 1, 0)
    assert words.count("À faire : Vérifier l’information : « Enfant disparu »") == 2
    listed = words.split("7. Informations encore à vérifier ou à rectifier")[1].split("\n8. ")[0]
    assert f"Vérifier (rencontre n° 01/2026 du {TODAY:%d/%m/%Y})" in listed


def test_a_summary_is_listed_by_the_kind_of_its_meeting() -> None:
    issued = IssuedDocument(
        *(1, "session", "13/2026", 1, date(2026, 10, 27)),
        subject=Bilingual("السلامة الطرقية", "Sécurité routière"),
        meeting_kind="mt.awareness",
        channel="ch.inperson",
        held_on=date(2026, 10, 20),
    )
    call = replace(issued, number=2, meeting_kind="mt.periodic", channel="ch.phone")
    sheet = replace(issued, number=3, kind="attendance", subject=Bilingual(None, None))
    gone = IssuedDocument(4, "session", "14/2026", 1, date(2026, 10, 27))
    plan = replace(HANDOVER, documents=(issued, call, sheet, gone))

    assert "Synthèse d’une campagne de sensibilisation – Sécurité routière (20/10/2026)" in written(
        plan
    )
    assert "Synthèse d’un échange téléphonique – Sécurité routière" in written(plan)
    assert "خلاصة حملة تحسيسية – السلامة الطرقية" in written(plan, ARABIC)
    assert "خلاصة اتصال هاتفي – السلامة الطرقية" in written(plan, ARABIC)
    # Sheets without a subject are told apart by the day, and what was destroyed is said.
    assert "Feuille de présence – 20/10/2026\n" in written(plan)
    assert "ورقة حضور – 20/10/2026\n" in written(plan, ARABIC)
    destroyed = "Synthèse d’une rencontre ou d’un échange dont les données ont été détruites\n"
    assert destroyed in written(plan)
    assert "خلاصة لقاء أو اتصال أُتلفت معطياته\n" in written(plan, ARABIC)


def test_a_subject_of_the_other_language_is_marked() -> None:
    issued = IssuedDocument(
        *(1, "session", "13/2026", 1, date(2026, 10, 27)),
        subject=Bilingual(None, "Sécurité numérique"),
        meeting_kind="mt.thematic",
        channel="ch.inperson",
    )
    plan = replace(HANDOVER, documents=(issued,))

    assert "خلاصة لقاء موضوعاتي – « Sécurité numérique » (النص الأصلي بالفرنسية)" in written(
        plan, ARABIC
    )
    assert "thématique – Sécurité numérique\n" in written(plan)


def test_a_practice_is_told_by_its_quarter_in_the_language_of_the_page() -> None:
    practice = PartnerFacts(NOTHING, "pr.lawyer", "حي الواحة / quartier Al Waha")
    plan = replace(HANDOVER, partners=(PartnerLine(1, practice, "pr.lawyer", None),))

    assert "Partenaire : Cabinet d’avocat, quartier Al Waha\n" in written(plan)
    assert "الشريك: مكتب محام بحي الواحة\n" in written(plan, ARABIC)


def test_a_capacity_of_two_nouns_is_put_in_the_construct_state() -> None:
    (duty,) = (each for each in HANDOVER.duties if each.nature is Nature.INFORM)
    treasurer = replace(duty, subject=Bilingual("أمين المال", "Trésorier"))
    words = written(replace(HANDOVER, duties=(treasurer,)), ARABIC)

    assert "أمين مال جمعية الياسمين" in words


def test_whom_somebody_speaks_for_may_not_be_the_partner_s() -> None:
    (duty,) = (each for each in HANDOVER.duties if each.nature is Nature.INFORM)
    speaker = replace(duty, subject=Bilingual("ممثل التجار", "Représentant des commerçants"))
    told = replace(HANDOVER, duties=(speaker,))

    assert "ممثل التجار، جمعية الياسمين" in written(told, ARABIC)
    assert "représentant des commerçants, " in written(told)


def test_a_register_that_began_in_the_year_says_since_when(database: Database) -> None:
    empty = planned(database)
    assert empty.year.begun_on is None
    assert "2026 (aucune rencontre, remarque, information ni publication" in written(empty)
    assert "2026 (لم يُسجل أي لقاء أو ملاحظة أو خبر أو مادة منشورة بعد)" in written(empty, ARABIC)
    makers.write_meeting(database, held_on=date(2026, 3, 2))
    plan = planned(database)

    began = "depuis le 1er janvier 2026 (premier enregistrement le 2 mars 2026)"
    assert f"2. L’année en chiffres, {began}" in written(plan)
    assert "منذ فاتح يناير 2026 (أول تسجيل بتاريخ 2 مارس 2026)" in written(plan, ARABIC)
    makers.write_meeting(database, held_on=date(2025, 12, 1))
    assert planned(database).year.begun_on is None


def test_a_promise_of_last_year_that_ended_in_this_one_is_told(database: Database) -> None:
    ended = CommitmentDraft("", "fr", "office", status="cst.blocked", status_reason="Budget")
    days = {"Avant": date(2025, 12, 30), "Depuis": date(2026, 1, 6)}
    made = tuple(replace(ended, text=text, status_on=day) for text, day in days.items())
    makers.write_meeting(database, held_on=date(2025, 12, 22), commitments=made)
    plan = planned(database)
    assert [row.words.text for row in plan.ended] == ["Depuis"]
    assert plan.year.ended == 0


def test_the_last_contact_of_a_partner_may_be_a_remark(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, held_on=date(2026, 10, 1), attendances=((partner, True),))
    assert [row.last_met_on for row in planned(database).partners] == [date(2026, 10, 1)]
    write_remark(database, received_on=date(2026, 10, 8), raised_by=partner)
    assert [row.last_met_on for row in planned(database).partners] == [date(2026, 10, 8)]


def test_who_has_no_capacity_is_given_none(database: Database) -> None:
    partner = makers.write_partner(database, name_ar="جمعية النور", name_fr="Association Nour")
    makers.write_person(database, partner, capacity_ar=None, capacity_fr=None, inform_by=TODAY)
    plan = planned(database)
    assert "concernée : Association Nour (qualité de la personne non renseignée)" in written(plan)
    assert "إلى الشخص المعني: جمعية النور (صفة الشخص غير مدونة)" in written(plan, ARABIC)
    # One is told as one; in Arabic a plain name stands under any number.
    assert "Personne à informer : 1" in written(plan)
    assert "الأشخاص الواجب إخبارهم: 1" in written(plan, ARABIC)


def test_an_action_of_several_days_is_told_by_its_first_and_its_last() -> None:
    (first, *_others) = HANDOVER.untold
    plan = replace(HANDOVER, untold=(replace(first, last_on=date(2026, 12, 24)),))
    day = f"{first.held_on:%d/%m/%Y}"
    assert f"Du {day[:5]} au 24/12/2026" in written(plan)


def test_open_days_that_lasted_are_days_in_every_list() -> None:
    (untold, *_others), (planned_one, *_more) = HANDOVER.untold, HANDOVER.meetings
    for later, ar, fr in (
        (timedelta(0), "يوم للأبواب المفتوحة", "Journée portes ouvertes"),
        (timedelta(1), "يومان للأبواب المفتوحة", "Journées portes ouvertes"),
        (timedelta(4), "أيام للأبواب المفتوحة", "Journées portes ouvertes"),
    ):
        held = replace(untold, kind="mt.openday", last_on=untold.held_on + later)
        to_come = replace(planned_one, kind="mt.openday", last_on=planned_one.held_on + later)
        plan = replace(HANDOVER, untold=(held,), meetings=(to_come,), duties=())
        assert written(plan, ARABIC).count(ar) == 2
        assert written(plan).count(fr) == 2
