"""The facts of a partner sheet: its own words, no names, no other partner's commitments."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.hand_outs import get_partner
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.summaries.partner_sheets.facts import plan_partner_sheet
from outreach_app.summaries.partner_sheets.plan import PartnerSheetPlan
from outreach_app.summaries.partner_sheets.prose import realise_partner_sheet
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers

TODAY = date(2026, 11, 12)
AR, FR = Language.ARABIC, Language.FRENCH


@pytest.fixture
def partner(database: Database) -> UUID:
    return makers.write_partner(database)


def planned(database: Database, partner: UUID) -> PartnerSheetPlan:
    with database.read() as session:
        return plan_partner_sheet(session, get_partner(session, str(partner)), TODAY)


def met(
    database: Database,
    *partners: UUID,
    day: date = date(2026, 10, 14),
    came: bool = True,
    thanks: tuple[str, ...] = (),
) -> None:
    makers.write_meeting(
        database,
        held_on=day,
        attendances=tuple((each, came) for each in partners),
        points=(
            PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar"),
            *(PointDraft("thanks", "tp.7.1", words, "ar") for words in thanks),
        ),
        commitments=(CommitmentDraft("نشر الرقم", "ar", "partner"),),
        referrals=(),
        headcount=None,
        women=None,
    )


def test_alone_its_words_are_its_own_and_so_is_its_promise(
    database: Database, partner: UUID
) -> None:
    met(database, partner)
    plan = planned(database, partner)

    assert [point.remark.words.text for point in plan.points if point.remark.words] == [
        "الزقاق مظلم"
    ]
    assert (plan.topics, len(plan.pledges)) == ((), 1)
    words = {page: to_plain_text(realise_partner_sheet(plan, page, TODAY)) for page in Language}
    assert "Y figurent aussi les points enregistrés sans mention de leur auteur" in words[FR]
    assert "ما سُجل دون ذكر صاحبه في لقاءات لم يحضرها أي شريك آخر." in words[AR]
    assert (
        "Points soulevés par le partenaire lui-même au cours des 12\u00a0derniers mois" in words[FR]
    )
    assert "ما أثاره الشريك خلال الأشهر الاثني عشر الأخيرة" in words[AR]
    named = replace(plan, has_inferred=None)
    assert "sans mention" not in to_plain_text(realise_partner_sheet(named, FR, TODAY))


def test_with_others_only_topics_are_told_and_no_promise_of_a_partner(
    database: Database, partner: UUID
) -> None:
    other = makers.write_partner(database, name_fr="Une autre")
    # As on its hand-out, thanks that nothing follows are no point to count.
    met(database, partner, other, thanks=("شكرا",))
    plan = planned(database, partner)

    assert (plan.points, plan.pledges) == ((), ())
    assert [(topic.code, topic.count) for topic in plan.topics] == [("tp.6.1", 1)]
    words = {page: to_plain_text(realise_partner_sheet(plan, page, TODAY)) for page in Language}
    assert (
        "Les remerciements n’appelant pas de suite ne sont pas comptés ici."
        in words[Language.FRENCH]
    )
    assert "ولا تُحتسب هنا عبارات الشكر التي لا تستدعي أي تتبع." in words[Language.ARABIC]


def test_a_meeting_it_did_not_come_to_is_told_but_not_what_was_said_there(
    database: Database, partner: UUID
) -> None:
    met(database, partner, came=False)
    plan = planned(database, partner)

    assert [meeting.is_present for meeting in plan.meetings] == [False]
    assert (plan.points, plan.topics, plan.pledges) == ((), (), ())


def test_only_the_last_twelve_months_are_told(database: Database, partner: UUID) -> None:
    met(database, partner, day=date(2025, 11, 11))

    assert planned(database, partner).meetings == ()


def test_people_are_told_by_capacity_never_by_name(database: Database, partner: UUID) -> None:
    makers.write_person(
        database, partner, name_fr="Prénom Repère", capacity_fr="trésorière", phone="0661234501"
    )
    plan = planned(database, partner)

    assert [each.capacity.fr for each in plan.capacities] == ["trésorière"]
    words = to_plain_text(realise_partner_sheet(plan, Language.FRENCH, TODAY))
    assert not [each for each in ("Repère", "34 50 1", "345") if each in words]


def test_who_may_not_see_names_is_not_told_that_none_is_kept(
    database: Database, partner: UUID
) -> None:
    makers.write_person(database, partner, name_fr="Prénom Repère", capacity_fr="trésorière")
    database.actor = Actor.READER
    plan = planned(database, partner)

    words = {page: to_plain_text(realise_partner_sheet(plan, page, TODAY)) for page in Language}
    assert "Non indiquée, les noms n’étant pas consultables" in words[FR]
    assert "غير مبين، لتعذر الاطلاع على الأسماء" in words[AR]
    assert "conservé" not in words[FR]


def test_a_practice_named_after_a_person_is_told_by_its_kind(database: Database) -> None:
    practice = makers.write_partner(
        database, category="pt.liberal", type="pr.lawyer", is_named_after_person=True
    )
    plan = planned(database, practice)

    assert (plan.partner.kind, plan.partner.name.fr, plan.phone) == ("pr.lawyer", None, None)
    words = to_plain_text(realise_partner_sheet(plan, Language.FRENCH, TODAY))
    assert "Profession\u00a0: Avocat" in words


def test_a_school_has_a_type_and_no_profession(database: Database) -> None:
    school = makers.write_partner(database, category="pt.liberal", type="pr.school_private")
    words = to_plain_text(realise_partner_sheet(planned(database, school), Language.FRENCH, TODAY))

    assert "Type\u00a0: Établissement d’enseignement privé" in words
    assert "Profession\u00a0:" not in words


def test_of_a_practice_the_quarter_is_told_and_of_a_body_the_address(database: Database) -> None:
    address = "12, rue Ibn Batouta, Hay Salam, Agadir"
    practice = makers.write_partner(
        database,
        name_fr="Pharmacie Atlas",
        category="pt.liberal",
        type="pr.pharmacist",
        place=address,
    )
    body = makers.write_partner(database, name_fr="Association Nour", place=address)
    assert planned(database, practice).place == "Hay Salam, Agadir"
    assert planned(database, body).place == address


def test_a_call_that_it_was_not_on_is_none_with_it(database: Database, partner: UUID) -> None:
    for came in (True, False):
        makers.write_meeting(
            database,
            channel="ch.phone",
            attendances=((partner, came),),
        )
    assert [each.is_present for each in planned(database, partner).meetings] == [True]


def test_a_promise_kept_after_its_day_is_told_as_kept_late(
    database: Database, partner: UUID
) -> None:
    kept = CommitmentDraft(
        *("نشر الرقم", "ar", "partner"),
        point=0,
        status="cst.done",
        due_on=date(2026, 10, 20),
        status_on=date(2026, 11, 2),
    )
    point = PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar")
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(point,),
        commitments=(kept, replace(kept, due_on=date(2026, 11, 2))),
        referrals=(),
        headcount=1,
        women=None,
    )
    for language, late in (
        (Language.FRENCH, ", hors délai"),
        (Language.ARABIC, "، بعد انصرام الأجل"),
    ):
        words = to_plain_text(realise_partner_sheet(planned(database, partner), language, TODAY))
        assert words.count(late) == 2  # beside the point, and in the list of promises


def test_only_what_is_printed_is_explained_as_a_translation(
    database: Database, partner: UUID
) -> None:
    kept = CommitmentDraft(
        *("Afficher", "fr", "office"),
        point=0,
        status="cst.done",
        status_reason="Affiché",
        status_reason_translation="عُلق الرقم",
    )
    point = PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar")
    makers.write_meeting(
        database,
        attendances=((partner, True),),
        points=(point,),
        commitments=(kept,),
        referrals=(),
    )
    sheet = realise_partner_sheet(planned(database, partner), Language.ARABIC, TODAY)
    assert "ترجمة" not in to_plain_text(sheet)


def test_what_is_not_answered_and_what_another_promised_is_told(
    database: Database, partner: UUID
) -> None:
    other = makers.write_partner(database, name_fr="Autre association")
    point = PointDraft("concern", "tp.6.1", "الزقاق مظلم", "ar", raised_by=partner)
    promise = CommitmentDraft(
        *("إصلاح المصباح", "ar", "partner"), point=0, partner=other, status="cst.done"
    )
    makers.write_meeting(
        database,
        attendances=((partner, True), (other, True)),
        points=(point,),
        commitments=(promise,),
        referrals=(ReferralDraft("rf.commune", "tp.6.1", date(2026, 10, 15), point=0),),
    )
    plan = planned(database, partner)
    french, arabic = (
        to_plain_text(realise_partner_sheet(plan, language, TODAY)).replace("\xa0", " ")
        for language in (Language.FRENCH, Language.ARABIC)
    )
    assert "Saisine de la commune le 15/10/2026 ; sans réponse à ce jour" in french
    assert "Engagement de l’un des partenaires à ce sujet : réalisé" in french
    assert "، ولم يرد الجواب بعد" in arabic
    assert "التزم أحد الشركاء بشأن هذه النقطة: منجز" in arabic


def test_what_it_raised_outside_meetings_is_its_own_with_what_was_promised(
    database: Database, partner: UUID
) -> None:
    with database.write(Actor.CHIEF) as session:
        draft = RemarkDraft("tp.6.1", "Lampe", "fr", date(2026, 8, 3), raised_by=partner)
        remark = record_remark(session, draft)
        session.flush()
        promise_for_point(
            session, remark.uid, remark.version, CommitmentDraft("Réparer", "fr", "office")
        )
    plan = planned(database, partner)

    assert [(row.held_on, row.reference) for row in plan.points] == [(date(2026, 8, 3), "01/2026")]
    assert [row.words.text for row in plan.pledges] == ["Réparer"]
    assert "remarque n° 01/2026" in to_plain_text(
        realise_partner_sheet(plan, Language.FRENCH, TODAY)
    ).replace("\u00a0", " ")
