"""The opening agrees with who met, how, where and how many."""

from dataclasses import replace
from datetime import time

import pytest

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.session.plan import KindPresent, ReferralFacts
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.closed_world import all_text, prose
from tests.core.summaries.plans import (
    BARE,
    MODEL,
    NOTHING,
    point,
)

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("kind", "ar", "fr"),
    [
        ("mt.periodic", "، لقاء دوريا، حضره 3 مشاركين.", "une rencontre périodique. Elle a réuni"),
        ("mt.thematic", "، لقاء موضوعاتيا، حضره", "une rencontre thématique. Elle a réuni"),
        ("mt.listening", "، جلسة إنصات، حضرها", "une séance d’écoute. Elle a réuni"),
        ("mt.awareness", "على حملة تحسيسية، حضرها", "campagne de sensibilisation. Elle a réuni"),
        (
            "mt.school",
            (
                "أشرف رئيس الدائرة الأمنية النخيل، يوم الخميس فاتح أكتوبر 2026، على حصة تحسيسية "
                "بالوسط المدرسي، حضرها"
            ),
            "a animé, le jeudi 1er octobre 2026, une séance de sensibilisation en milieu scolaire",
        ),
        (
            "mt.openday",
            "على أيام الأبواب المفتوحة، حضرها",
            (
                "a organisé, le jeudi 1er octobre 2026, des journées portes ouvertes. "
                "Elles ont réuni 3 participants."
            ),
        ),
        ("mt.field", "بزيارة ميدانية، حضرها", "a effectué, le jeudi 1er octobre 2026, une visite"),
        ("mt.coordination", "اجتماعا تنسيقيا، حضره 3", "une réunion de coordination. Elle a"),
        ("mt.reception", "خصص رئيس", "a accordé, le jeudi 1er octobre 2026, une audience. Elle"),
        ("mt.study", "يوما دراسيا، حضره", "une journée d’étude. Elle a réuni"),
    ],
)
def test_each_kind_of_meeting_agrees(kind: str, ar: str, fr: str) -> None:
    plan = replace(BARE, kind=kind, headcount=3)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_every_kind_channel_service_and_present_kind_can_be_said() -> None:
    for kind in vocabulary.catalogue("mt"):
        for channel in vocabulary.catalogue("ch"):
            plan = replace(BARE, kind=kind, channel=channel)
            assert "النخيل" in prose(plan, AR)
            assert "Annakhil" in prose(plan, FR)
    for prefix in ("as", "pr", "pt"):
        for code in vocabulary.catalogue(prefix):
            plan = replace(BARE, headcount=9, kinds_present=(KindPresent(code, 4),))
            assert "4 " in prose(plan, AR)
    for service in vocabulary.catalogue("rf"):
        plan = replace(BARE, referrals=(ReferralFacts(1, service, "tp.1", None, None, None),))
        assert vocabulary.label(service, FR).replace("'", "’") in prose(plan, FR)


@pytest.mark.parametrize(
    ("channel", "ar", "fr"),
    [
        ("ch.phone", "2026، هاتفيا، لقاء", "2026, par téléphone, une"),
        ("ch.email", "2026، عبر البريد الإلكتروني، لقاء", "2026, par courriel, une"),
        ("ch.social", "عبر مواقع التواصل الاجتماعي", "2026, sur les réseaux sociaux, une"),
        ("ch.office", "2026، بقاعة المركز، لقاء", "2026, à la salle du centre, une"),
    ],
)
def test_place_is_said_only_where_people_met(channel: str, ar: str, fr: str) -> None:
    plan = replace(BARE, channel=channel, place=Bilingual("قاعة المركز", "Salle du centre"))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_office_is_the_place_where_none_was_written() -> None:
    plan = replace(BARE, channel="ch.office")
    assert "2026، بمقر الدائرة الأمنية، لقاء دوريا" in prose(plan, AR)
    assert "2026, au siège de l’arrondissement de police, une" in prose(plan, FR)


def test_subject_of_the_other_language_is_quoted_not_translated() -> None:
    opening = all_text(realise(replace(BARE, subject=Bilingual(None, "Sécurité scolaire")), AR))
    assert "تحت عنوان \u2066«\u00a0Sécurité scolaire\u00a0»\u2069" in opening
    opening = all_text(realise(replace(BARE, subject=Bilingual("الأمن المدرسي", None)), FR))
    assert "ayant pour objet \u2067«الأمن المدرسي»\u2069" in opening


@pytest.mark.parametrize(
    ("headcount", "women", "ar", "fr"),
    [
        (1, 1, "حضره مشارك واحد يمثل هيئتين.", "1 participant représentant 2 organismes."),
        (2, 1, "مشاركان اثنان يمثلان هيئتين.", "2 participants représentant 2 organismes."),
        (9, 2, "9 مشاركين، من بينهم امرأتان، يمثلون هيئتين.", "9 participants, dont 2 femmes, rep"),
        (11, 1, "11 مشاركا، من بينهم امرأة واحدة، يمثلون", "11 participants, dont 1 femme, repré"),
        (100, 0, "حضره 100 مشارك يمثلون هيئتين", "a réuni 100 participants représentant 2 organi"),
        (103, 103, "حضره 103 مشاركين يمثلون", "a réuni 103 participants représentant"),
        (75, 20, "75 مشاركا، من بينهم 20 امرأة، يمثلون", "75 participants, dont 20 femmes, repré"),
    ],
)
def test_attendance_agrees(headcount: int, women: int, ar: str, fr: str) -> None:
    plan = replace(BARE, headcount=headcount, women=women, bodies=2)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_nobody_came() -> None:
    plan = replace(BARE, headcount=0, women=0)
    assert "لقاء دوريا، لم يحضره أي مشارك." in prose(plan, AR)
    assert "ولم تُثر أي نقطة." in prose(plan, AR)
    assert "Elle n’a réuni aucun participant." in prose(plan, FR)
    assert "Aucun point n’a été soulevé." in prose(plan, FR)


def test_press_report_names_only_kinds() -> None:
    kinds = (KindPresent("as.parents", None), KindPresent("as.residents", None))
    plan = replace(BARE, kinds_present=kinds)
    assert "، بمشاركة جمعيات أمهات وآباء وأولياء التلميذات والتلاميذ وجمعيات الأحياء." in prose(
        plan, AR
    )
    assert (
        ", avec la participation d’associations de parents d’élèves et d’associations de quartier."
        in prose(plan, FR)
    )


def test_kinds_of_unknown_number_stand_in_brackets_after_the_bodies() -> None:
    kinds = (KindPresent("as.residents", None),)
    plan = replace(BARE, headcount=75, women=20, bodies=46, kinds_present=kinds)
    assert "من بينهم 20 امرأة، يمثلون 46 هيئة (جمعيات الأحياء)." in prose(plan, AR)
    assert "représentant 46 organismes (associations de quartier)." in prose(plan, FR)


def test_only_liberal_professions_are_called_liberal() -> None:
    lawyers = replace(BARE, headcount=3, kinds_present=(KindPresent("pr.lawyer", 2),))
    bank = replace(BARE, headcount=3, kinds_present=(KindPresent("pr.bank", 2),))
    assert "وضم الحضور محاميين اثنين من أصحاب المهن الحرة." in prose(lawyers, AR)
    assert "2 avocats, au titre des professions libérales." in prose(lawyers, FR)
    assert "وضم الحضور مديري وكالتين بنكيتين." in prose(bank, AR)
    assert "comprenait 2 directeurs d’agence bancaire." in prose(bank, FR)


@pytest.mark.parametrize(
    ("done", "open_count", "ar", "fr"),
    [
        (0, 0, "\nولم يثر المشاركون أي نقطة.", "\nLes participants n’ont soulevé aucun point."),
        (2, 1, "أُنجز منها التزامان ولا يزال التزام واحد قيد", "2 ont été réalisés et 1 est en"),
        (
            0,
            3,
            "السابقة، التي لا تزال منها 3 التزامات قيد",
            "antérieurs, dont 3 sont en cours, les",
        ),
        (1, 0, "التي أُنجز منها التزام واحد، لم يثر", "dont 1 a été réalisé, les participants n’"),
        (3, 12, "أُنجز منها 3 التزامات ولا يزال 12 التزاما قيد", "3 ont été réalisés et 12 sont"),
    ],
)
def test_earlier_commitments_agree(done: int, open_count: int, ar: str, fr: str) -> None:
    plan = replace(BARE, earlier_done=done, earlier_open=open_count)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_welcome_is_said_of_a_presided_meeting_only() -> None:
    meeting = replace(BARE, earlier_done=1)
    call = replace(meeting, channel="ch.phone")
    visit = replace(meeting, kind="mt.field")
    assert "كلمة الترحيب" in prose(meeting, AR)
    assert "mot d’accueil" in prose(meeting, FR)
    for plan in (call, visit):
        assert "وبعد التذكير بمآل" in prose(plan, AR)
        assert "Après le rappel" in prose(plan, FR)


@pytest.mark.parametrize(
    ("number", "ar", "fr"),
    [
        (1, "نقطة واحدة، كان مآلها كما يلي:", "1 point, dont la suite est indiquée ci-après :"),
        (2, "نقطتين، كان مآلهما كما يلي:", "2 points, dont la suite"),
        (11, "11 نقطة، كان مآلها كما يلي:", "11 points, dont la suite"),
    ],
)
def test_points_agree(number: int, ar: str, fr: str) -> None:
    points = tuple(point(position, "tp.6", None) for position in range(1, number + 1))
    plan = replace(BARE, points=points)
    assert f"وأثار المشاركون {ar}" in prose(plan, AR)
    assert f"Les participants ont soulevé {fr}" in prose(plan, FR)


@pytest.mark.parametrize(
    ("headcount", "ar", "fr"),
    [
        (1, "أثار المشارك نقطة", "Le participant a soulevé 1 point"),
        (2, "أثار المشاركان نقطة", "Les participants ont soulevé 1 point"),
    ],
)
def test_who_spoke_agrees_with_who_came(headcount: int, ar: str, fr: str) -> None:
    plan = replace(BARE, headcount=headcount, points=(point(1, "tp.6", None),))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_woman_chief_takes_feminine_verbs() -> None:
    title = Bilingual("رئيسة الدائرة الأمنية", "La cheffe de l'arrondissement de police")
    plan = replace(MODEL, office=replace(MODEL.office, chief_title=title))
    assert "ترأست رئيسة الدائرة الأمنية" in prose(plan, AR)
    assert "la cheffe de l’arrondissement de police Annakhil a présidé" in prose(plan, FR)
    assert "Appréciation de la cheffe de" in prose(plan, FR)


def test_time_of_an_open_ended_meeting() -> None:
    started = replace(BARE, starts_at=time(9, 0), place=NOTHING)
    assert "على الساعة 09:00، لقاء" in prose(started, AR)
    assert "2026 à 9 h, une rencontre" in prose(started, FR)


def test_number_of_one_kind_is_not_said_twice() -> None:
    plan = replace(BARE, headcount=9, bodies=2, kinds_present=(KindPresent("as.women", 2),))
    assert "9 مشاركين يمثلون جمعيتين نسائيتين." in prose(plan, AR)
    assert "9 participants représentant 2 associations féminines." in prose(plan, FR)


def test_professionals_who_are_everybody_follow_their_number() -> None:
    kinds = (KindPresent("pr.lawyer", 1), KindPresent("pr.adoul", 2))
    plan = replace(BARE, headcount=3, kinds_present=kinds)
    assert "حضره 3 مشاركين: محام واحد وعدلان اثنان من أصحاب المهن الحرة." in prose(plan, AR)
    assert (
        "Elle a réuni 3 participants : 1 avocat et 2 adouls, au titre des professions libérales."
        in prose(plan, FR)
    )


def test_place_without_a_safe_article_stands_in_brackets() -> None:
    plan = replace(BARE, place=Bilingual("مارينا", "Tanja Marina Bay"))
    assert "octobre 2026 (lieu : Tanja Marina Bay), une rencontre" in prose(plan, FR)


def test_professionals_of_unknown_number_are_never_everybody() -> None:
    kinds = (KindPresent("pr.lawyer", 3), KindPresent("pr.adoul", None))
    plan = replace(BARE, headcount=3, kinds_present=kinds)
    assert "وضم الحضور 3 محامين وعدولا من أصحاب المهن الحرة." in prose(plan, AR)
    assert "L’assistance comprenait 3 avocats et des adouls, au titre" in prose(plan, FR)
