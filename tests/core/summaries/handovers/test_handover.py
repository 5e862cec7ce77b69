"""A handover file lists what is open and what comes first, without names."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.remarks import RemarkDraft, record_remark
from outreach_app.summaries.handovers.facts import plan_handover
from outreach_app.summaries.handovers.plan import HandoverPlan, Nature
from outreach_app.summaries.handovers.prose import realise_handover
from outreach_app.summaries.prose.blocks import Heading, Signatures
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.closed_world import said
from tests.core.summaries.given_handover import HANDOVER
from tests.core.summaries.given_sheets import YASMINE
from tests.core.summaries.reading import ISOLATES
from tests.eliminations import set_today

TODAY = date(2026, 11, 12)
FRENCH = Language.FRENCH
COUNTED = {"issued_on", "commitments", "referrals", "points", "meetings", "rumours", "duties"}


def written(plan: HandoverPlan, language: Language = FRENCH) -> str:
    words = to_plain_text(realise_handover(plan, language, plan.as_of))
    return ISOLATES.sub("", words).replace("\u00a0", " ")


def planned(database: Database) -> HandoverPlan:
    with database.read() as session:
        return plan_handover(session, TODAY)


@pytest.mark.parametrize("language", list(Language))
def test_everything_it_says_is_a_fact(language: Language) -> None:
    document = realise_handover(HANDOVER, language, HANDOVER.as_of)

    assert said(document) <= facts(HANDOVER).keys() | COUNTED


def test_an_empty_list_says_so_under_its_heading() -> None:
    bare = replace(HANDOVER, duties=(), commitments=(), referrals=(), points=(), documents=())
    bare = replace(bare, ended=(), rumours=())
    document = realise_handover(bare, FRENCH, bare.as_of)

    assert [each.number for each in document.blocks if isinstance(each, Heading)] == [*range(1, 13)]
    assert written(bare).count("Néant.") == 7


def test_a_woman_who_hands_over_is_called_so() -> None:
    office = replace(
        HANDOVER.office,
        chief_title=Bilingual("رئيسة الدائرة الأمنية", "La cheffe de l’arrondissement de police"),
    )
    document = realise_handover(replace(HANDOVER, office=office), FRENCH, HANDOVER.as_of)
    (block,) = (each for each in document.blocks if isinstance(each, Signatures))

    assert block.titles == ("La cheffe sortante", "Le chef entrant")


def test_what_was_promised_outside_meetings_has_its_place_among_the_others(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_today(monkeypatch, TODAY)
    promised = CommitmentDraft("bientôt", "fr", "office", due_on=TODAY + timedelta(days=2))
    makers.write_meeting(database, points=(), commitments=(promised,), referrals=())
    with database.write(Actor.CHIEF) as session:
        remark = record_remark(session, RemarkDraft("tp.6.1", "Lampe", "fr", TODAY))
        later = CommitmentDraft("plus tard", "fr", "office", due_on=TODAY + timedelta(days=9))
        promise_for_point(session, remark.uid, remark.version, later)
    plan = planned(database)
    assert [row.words.text for row in plan.commitments] == ["bientôt", "plus tard"]
    assert (plan.year.commitments, plan.year.kept) == (2, 0)
    assert written(plan).count("Référence : Rencontre n° 01/2026 du 14/10/2026") == 1
    day = f"{TODAY:%d/%m/%Y}"
    assert written(plan).count(f"Origine : Remarque n° 01/2026 du {day}") == 1
    assert f"المصدر: الملاحظة عدد 01/2026 بتاريخ {day}" in written(plan, Language.ARABIC)
    assert "—" not in written(plan)


def test_a_promise_of_a_service_is_followed_up_and_names_it(database: Database) -> None:
    promised = CommitmentDraft("Clôturer", "fr", "authority", due_on=TODAY - timedelta(days=3))
    named = replace(promised, text="Curer", authority="rf.annexe")
    makers.write_meeting(database, commitments=(promised, named))
    words = written(planned(database))
    assert "Nature : Engagement en retard" in words
    assert "À faire : Suivre l’engagement du service compétent : « Clôturer »" in words
    assert "Suivre l’engagement de l’annexe administrative : « Curer »" in words
    assert "Responsable : Autorité à préciser" in words
    assert "Responsable : Annexe administrative" in words


@pytest.mark.parametrize("is_noted", [True, False])
def test_a_promise_of_a_partner_names_it_and_is_followed_up(
    database: Database, *, is_noted: bool
) -> None:
    names = ("Association Une", "Association Deux")
    one, two = (makers.write_partner(database, name_fr=name, name_ar=None) for name in names)
    promised = CommitmentDraft("Afficher le numéro", "fr", "partner", due_on=TODAY)
    makers.write_meeting(
        database,
        attendances=((one, True), (two, True)),
        commitments=(replace(promised, partner=one if is_noted else None),),
    )
    words = written(planned(database))
    whom = "du partenaire (Association Une)"
    owner = "Responsable : Association Une (partenaire)"
    if not is_noted:
        whom = "de l’un des partenaires présents (Association Une ; Association Deux)"
        owner = "Responsable : L’un des partenaires présents : Association Une"
    assert f"Suivre l’engagement {whom} : « Afficher le numéro »" in words
    assert owner in words
    with database.write(Actor.CHIEF) as session:
        makers.the_meeting(session).commitments[0].due_on = None
    whom = "le partenaire (Association Une)"
    if not is_noted:
        whom = (
            "celui des partenaires présents qui s’est engagé (Association Une ; Association Deux)"
        )
    wanted = f"Convenir avec {whom} de l’échéance de son engagement : « Afficher le numéro »"
    assert wanted in written(planned(database))


def test_a_promise_of_a_partner_that_nobody_noted_is_followed_up_too(database: Database) -> None:
    promised = CommitmentDraft("Afficher le numéro", "fr", "partner", due_on=TODAY)
    makers.write_meeting(database, commitments=(promised,))
    words = written(planned(database))
    assert "Suivre l’engagement d’un partenaire à préciser : « Afficher le numéro »" in words
    assert "Responsable : Partenaire à préciser" in words


def test_a_promise_kept_in_part_is_listed_as_such(database: Database) -> None:
    begun = CommitmentDraft("Afficher le numéro", "fr", "office", status="cst.partly")
    makers.write_meeting(database, commitments=(begun,))
    plan = planned(database)
    assert "Échéance : Sans échéance (partiellement réalisé)" in written(plan)
    assert "دون أجل محدد (منجز جزئيا)" in written(plan, Language.ARABIC)


def test_papers_stand_under_their_own_title_and_meetings_without_a_summary_are_named(
    database: Database,
) -> None:
    makers.write_meeting(database)
    words = written(planned(database))
    _before, untold = words.split(
        "12. Rencontres, actions et échanges de l’année sans synthèse émise"
    )
    assert "N° : 01/2026\n  Date : 14/10/2026" in untold
    assert "Objet : " in untold
    assert "État des rencontres, actions et échanges – novembre 2026" in written(HANDOVER)
    assert "بيان اللقاءات والأنشطة والاتصالات – نونبر 2026" in written(HANDOVER, Language.ARABIC)
    assert isinstance(realise_handover(HANDOVER, FRENCH, TODAY).blocks[-1], Signatures)


def test_what_ended_without_being_kept_is_counted_apart(database: Database) -> None:
    made = [CommitmentDraft(each, "fr", "office", status=each, status_reason="motif") for each in
            ("cst.done", "cst.dropped", "cst.referred", "cst.open")]  # fmt: skip
    makers.write_meeting(database, commitments=tuple(made))
    plan = planned(database)
    assert (plan.year.commitments, plan.year.kept, plan.year.ended) == (4, 1, 2)
    assert len(plan.commitments) == 1
    assert "Dont clos sans réalisation : 2" in written(plan)
    assert "المنتهية دون تنفيذ: 2" in written(plan, Language.ARABIC)


def test_the_year_is_counted_from_its_first_day(database: Database) -> None:
    makers.write_meeting(database, held_on=date(2025, 12, 31))
    makers.write_meeting(database, held_on=date(2026, 1, 1))

    year = planned(database).year
    assert (year.meetings, year.participants, year.women, year.points) == (1, 14, 6, 2)


def test_who_is_to_be_informed_is_told_apart_by_the_body_it_speaks_for(
    database: Database,
) -> None:
    for name in ("Association Une", "Association Deux"):
        partner = makers.write_partner(database, name_fr=name, name_ar=None)
        makers.write_person(database, partner, capacity_fr="trésorier", inform_by=TODAY)
    words = written(planned(database))

    notice = "Remettre l’avis relatif aux données à caractère personnel"
    task = f"{notice} à la personne concernée : trésorier"
    assert f"{task} de l’association Une" in words
    assert f"{task} de l’association Deux" in words


def test_a_capacity_is_told_in_one_with_its_body() -> None:
    (duty,) = (each for each in HANDOVER.duties if each.nature is Nature.INFORM)
    president = replace(duty, number=2, subject=Bilingual("الرئيس", "Président"))
    both = replace(HANDOVER, duties=(duty, president))

    assert "secrétaire général de l’association Al Yasmine" in written(both)
    assert "الكاتب العام لجمعية الياسمين" in written(both, Language.ARABIC)
    assert "président de l’association Al Yasmine" in written(both)
    assert "رئيس جمعية الياسمين" in written(both, Language.ARABIC)


@pytest.mark.parametrize(
    ("capacity", "name", "ar", "fr"),
    [
        (
            Bilingual("رئيسة الجمعية", "Présidente de l’association"),
            YASMINE.name,
            "رئيسة جمعية الياسمين",
            "concernée : présidente de l’association Al Yasmine",
        ),
        (
            Bilingual("مدير المؤسسة", "directeur de l’établissement"),
            Bilingual("اتحاد ملاك الربيع", "Syndic Er-Rabie"),
            "مدير المؤسسة، اتحاد ملاك الربيع",
            "directeur de l’établissement, Syndic Er-Rabie",
        ),
        (
            Bilingual("رئيسة الجمعية", None),
            Bilingual(None, "Association Khotwa"),
            "رئيسة الجمعية، Association Khotwa",
            "Association Khotwa, «رئيسة الجمعية» (texte original en arabe)",
        ),
        (
            Bilingual(None, "Surveillant général"),
            YASMINE.name,
            "« Surveillant général » (النص الأصلي بالفرنسية)، جمعية الياسمين",
            "surveillant général de l’association Al Yasmine",
        ),
    ],
)
def test_a_capacity_names_its_body_once_and_marks_its_language(
    capacity: Bilingual, name: Bilingual, ar: str, fr: str
) -> None:
    (duty,) = (each for each in HANDOVER.duties if each.nature is Nature.INFORM)
    held = replace(duty, subject=capacity, partners=(replace(YASMINE, name=name),))
    plan = replace(HANDOVER, duties=(held,))

    assert ar in written(plan, Language.ARABIC)
    assert fr in written(plan)


def test_a_public_service_is_told_by_what_one_is(database: Database) -> None:
    makers.write_partner(database, category="pt.institution", type=None)
    plan = planned(database)

    assert "Type : Organisme public" in written(plan)
    assert "النوع: هيئة عمومية" in written(plan, Language.ARABIC)


def test_news_are_not_filed_as_false_before_they_were_found_so() -> None:
    (row,) = HANDOVER.rumours
    false = replace(HANDOVER, rumours=(replace(row, is_to_rectify=True),))
    heading = "7. Informations encore à vérifier ou à rectifier"

    listed = written(HANDOVER).split(heading)[1].split("\n8. ")[0]
    assert "Thématique" not in listed
    assert "الأخبار الزائفة" not in written(HANDOVER, Language.ARABIC)
    listed = written(false).split(heading)[1].split("\n8. ")[0]
    assert "Publier une mise au point (information n° 03/2026)" in listed


def test_a_meeting_to_come_is_told_with_whom_it_is(database: Database) -> None:
    partner = makers.write_partner(database, name_fr="Association Une")
    makers.write_meeting(
        database,
        status="planned",
        held_on=TODAY + timedelta(days=1),
        attendances=((partner, True),),
        points=(),
        commitments=(),
        referrals=(),
        subject_ar=None,
        subject_fr=None,
    )
    words = written(planned(database))

    assert "(Association Une)" in words
    assert "Partenaire : Association Une" in words


def test_partners_and_people_are_told_without_anybody_s_name(database: Database) -> None:
    practice = makers.write_partner(
        database,
        category="pt.liberal",
        type="pr.lawyer",
        is_named_after_person=True,
        name_fr="Maître Repère",
        name_ar="الأستاذ المعلم",
    )
    makers.write_person(database, practice, name_fr="Prénom Repère", inform_by=TODAY)
    plan = planned(database)

    assert (plan.to_inform, [duty.nature for duty in plan.duties]) == (1, [Nature.INFORM])
    assert "Repère" not in written(plan)
    assert "Avocat" in written(plan)
