"""The opening agrees with participants, channel, place and number, in edge cases of the forty."""

from dataclasses import replace

import pytest

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Title
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import KindPresent, ReferralFacts
from outreach_app.summaries.session.prose import realise
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE, ISSUED_ON, MODEL

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("kind", "channel", "ar", "fr"),
    [
        ("mt.periodic", "ch.office", "خلاصة لقاء دوري", "Synthèse d’une rencontre périodique"),
        ("mt.listening", "ch.phone", "خلاصة اتصال هاتفي", "Synthèse d’un échange téléphonique"),
        ("mt.school", "ch.email", "خلاصة حصة تحسيسية بالوسط", "Synthèse d’une séance de sens"),
        ("mt.openday", "ch.inperson", "خلاصة يوم للأبواب", "Synthèse d’une journée portes"),
        ("mt.field", "ch.video", "خلاصة زيارة ميدانية", "Synthèse d’une visite de terrain"),
        ("mt.study", "ch.mail", "خلاصة تواصل بالمراسلة", "Synthèse d’un échange par courrier"),
    ],
)
def test_title_names_the_meeting(kind: str, channel: str, ar: str, fr: str) -> None:
    for language, words in ((AR, ar), (FR, fr)):
        document = realise(replace(BARE, kind=kind, channel=channel), language, ISSUED_ON)
        (title,) = (block for block in document.blocks if isinstance(block, Title))
        assert title.title.startswith(words)


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
        plan = replace(BARE, referrals=(ReferralFacts(1, service, "tp.1", None),))
        assert vocabulary.label(service, FR).replace("'", "’") in prose(plan, FR)


@pytest.mark.parametrize(
    ("kind", "headcount", "women", "ar", "fr"),
    [
        (
            "mt.periodic",
            0,
            0,
            (
                "عقد رئيس الدائرة الأمنية النخيل، يوم الخميس فاتح أكتوبر 2026، لقاء دوريا لم "
                "يحضره أي مشارك."
            ),
            (
                "Le chef de l’arrondissement de police Annakhil a tenu, le jeudi 1er octobre 2026, "
                "une rencontre périodique, à laquelle aucun participant ne s’est présenté."
            ),
        ),
        (
            "mt.awareness",
            0,
            None,
            (
                "نظمت الدائرة الأمنية النخيل، يوم الخميس فاتح أكتوبر 2026، حملة تحسيسية لم "
                "يشارك فيها أي شخص."
            ),
            (
                "L’arrondissement de police Annakhil a organisé, le jeudi 1er octobre 2026, une "
                "campagne de sensibilisation, à laquelle aucune personne ne s’est présentée."
            ),
        ),
        ("mt.periodic", 1, 1, "حضرته مشاركة واحدة، ومُثلت فيه هيئتان", "part une femme. Y étaient"),
        ("mt.periodic", 2, 2, "حضرته مشاركتان، ومُثلت فيه هيئتان", "réuni deux participantes. Y"),
        (
            "mt.periodic",
            2,
            1,
            "مشاركان اثنان، رجل وامرأة، ومُثلت",
            "deux participants, d",
        ),
        (
            "mt.field",
            2,
            0,
            "شارك فيها شخصان اثنان، ومُثلت",
            "Y ont pris part deux personnes. Y étaient",
        ),
        ("mt.listening", 1, 1, "امرأة واحدة، ومُثلت فيها هيئتان", "part une femme. Y"),
        (
            "mt.field",
            1,
            0,
            "شارك فيها شخص واحد، ومُثلت فيها هيئتان",
            "Y a pris part une personne. Y",
        ),
        (
            "mt.reception",
            2,
            1,
            "شخصين اثنين، رجلا وامرأة، يوم الخميس فاتح أكتوبر 2026، ومُثلت خلال الاستقبال هيئتان.",
            "deux personnes, dont une femme. Y étaient représentés deux organismes",
        ),
        (
            "mt.field",
            3,
            3,
            "شاركت فيها 3 نساء، ومُثلت",
            "trois femmes. Y étaient représentés deux organismes.",
        ),
        (
            "mt.openday",
            11,
            1,
            "شارك فيه 11 شخصا، من بينهم امرأة واحدة، ومُثلت فيه هيئتان.",
            "onze personnes, dont une femme. Y étaient représentés deux organismes.",
        ),
        ("mt.reception", 1, 0, "استقبل رئيس", "a reçu en audience, le jeudi 1er octobre 2026, un"),
        ("mt.reception", 2, 2, "النخيل امرأتين، يوم الخميس", "deux femmes. Y étaient représentés"),
        (
            "mt.reception",
            9,
            2,
            "9 أشخاص، من بينهم امرأتان، يوم الخميس فاتح أكتوبر 2026، ومُثلت خلال",
            "neuf personnes, dont deux femmes. Y étaient représentés deux organismes",
        ),
        ("mt.reception", 0, 0, "خصص رئيس", "a accordé, le jeudi 1er octobre 2026, une audience, à"),
    ],
)
def test_attendance_agrees(kind: str, headcount: int, women: int | None, ar: str, fr: str) -> None:
    bodies = 2 if headcount else None
    plan = replace(BARE, kind=kind, headcount=headcount, women=women, bodies=bodies)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_professionals_are_whom_an_exchange_was_with() -> None:
    kinds = (KindPresent("pr.lawyer", 1), KindPresent("pr.adoul", 2))
    plan = replace(BARE, channel="ch.phone", headcount=3, women=0, kinds_present=kinds)
    assert "اتصالا هاتفيا مع محام واحد وعدلين اثنين." in prose(plan, AR)
    assert "un échange téléphonique avec un avocat et deux adouls." in prose(plan, FR)


@pytest.mark.parametrize(
    ("headcount", "women", "kinds", "ar", "fr"),
    [
        (
            *(23, 9, (("pt.media", 1), ("pr.lawyer", 1))),
            "حضره 23 مشاركا، من بينهم 9 نساء. وضم الحضور محاميا، مع تمثيل منبر إعلامي محلي.",
            (
                "23 participants, dont 9 femmes. Un média local y était représenté. L’assistance "
                "comprenait un avocat."
            ),
        ),
        (
            *(2, 2, (("as.women", 1), ("pr.notary", 1))),
            "مشاركتان، من بينهما موثقة، ومُثلت فيه جمعية نسائية.",
            "y était représentée. L’assistance comprenait une notaire.",
        ),
        (
            # One man cannot be both the professional and one of two representatives.
            *(3, 2, (("as.women", 1), ("pr.notary", 1))),
            "وضم الحضور موثقا، مع تمثيل جمعية نسائية.",
            "Une association féminine y était représentée. L’assistance comprenait un n",
        ),
        (
            *(9, None, (("as.coop", 3), ("pr.notary", 2))),
            "وضم الحضور موثقين اثنين، مع تمثيل 3 تعاونيات",
            "Y étaient représentées trois coopératives. L’assistance comprenait deux ",
        ),
    ],
)
def test_not_all_who_came_represent_the_bodies_where_professionals_were_among_them(
    headcount: int, women: int | None, kinds: tuple[tuple[str, int], ...], ar: str, fr: str
) -> None:
    present = tuple(KindPresent(code, number) for code, number in kinds)
    plan = replace(BARE, headcount=headcount, women=women, kinds_present=present)
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_professionals_join_bodies_in_an_exchange() -> None:
    kinds = (KindPresent("as.coop", 1), KindPresent("pr.lawyer", 1))
    plan = replace(BARE, channel="ch.phone", headcount=2, women=0, kinds_present=kinds)
    assert "مع شخصين اثنين، من بينهما محام، ومُثلت خلال " in prose(plan, AR)
    assert (
        "avec deux personnes. Une coopérative y était représentée. Parmi ces personnes figurait un "
        in prose(plan, FR)
    )


def test_a_man_and_a_woman_are_not_called_by_two_masculine_professions() -> None:
    kinds = (KindPresent("pr.accountant", 1), KindPresent("pr.realestate", 1))
    plan = replace(BARE, kind="mt.reception", headcount=2, women=1, kinds_present=kinds)
    assert (
        "شخصين اثنين، رجلا وامرأة، يزاول أحدهما مهنة الخبرة المحاسبية والآخر مهنة الوساطة العقارية"
        in prose(plan, AR)
    )
    assert (
        "deux personnes, dont une femme, exerçant, l’une, la profession d’expert-comptable et,"
        " l’autre, celle d’agent "
        "immobilier." in prose(plan, FR)
    )
    chaired = replace(plan, kind="mt.periodic")
    assert "مشاركان اثنان، رجل وامرأة، يزاول أحدهما مهنة الخبرة المحاسبية والآخر" in prose(
        chaired, AR
    )
    assert "dont une femme, exerçant, l’une, la profession d’expert-comptable" in prose(chaired, FR)


def test_professionals_are_told_within_those_received() -> None:
    kinds = (KindPresent("pr.lawyer", 1),)
    plan = replace(
        BARE,
        kind="mt.reception",
        headcount=3,
        women=2,
        kinds_present=kinds,
        subject=Bilingual("المهنة", "La profession"),
    )
    assert "3 أشخاص، من بينهم امرأتان، وفيهم محام، يوم الخميس فاتح" in prose(plan, AR)
    assert (
        "trois personnes, dont deux femmes ; parmi ces trois personnes figurait un avocat. "
        "L’audience avait pour objet « La profession »." in prose(plan, FR)
    )
    assert "شخصين اثنين، من بينهما محام" in prose(replace(plan, headcount=2, women=0), AR)
    assert "deux personnes, dont un avocat. L" in prose(replace(plan, headcount=2, women=0), FR)


def test_pupils_are_no_women() -> None:
    plan = replace(BARE, kind="mt.school", headcount=60, women=28)
    assert "شارك فيها 60 شخصا، من بينهم 28 من الإناث." in prose(plan, AR)
    assert "60 personnes, dont 28 de sexe féminin." in prose(plan, FR)
    assert "60 personnes, dont une de sexe féminin." in prose(replace(plan, women=1), FR)
    arabic, french = (to_plain_text(realise(plan, page, ISSUED_ON)) for page in (AR, FR))
    assert "عدد الإناث: \u206628\u2069" in arabic
    assert "De sexe féminin\u00a0: 28" in french


def test_of_those_counted_at_a_school_nobody_is_taken_for_a_pupil() -> None:
    parents = (KindPresent("as.parents", 1),)
    plan = replace(BARE, kind="mt.school", headcount=60, women=28, bodies=1, kinds_present=parents)
    arabic, french = prose(plan, AR), prose(plan, FR)
    assert "شارك فيها 60 شخصا، من بينهم 28 من الإناث، ومُثلت فيها جمعية لأمهات" in arabic
    assert "60 personnes, dont 28 de sexe féminin. Une association" in french


def test_a_meeting_is_held_from_afar_not_chaired_from_there() -> None:
    plan = replace(BARE, channel="ch.video")
    assert "لقاء دوريا عن بعد" in prose(plan, AR)
    assert "une rencontre périodique à distance" in prose(plan, FR)


def test_who_takes_part_from_afar_is_a_person_in_arabic() -> None:
    plan = replace(BARE, channel="ch.video", headcount=12)
    assert "شارك فيه 12 شخصا." in prose(plan, AR)


def test_subject_that_names_the_kind_again_stands_above_the_sentence_alone() -> None:
    subject = Bilingual("الإنصات إلى السكان", "Écoute des habitants")
    plan = replace(BARE, kind="mt.listening", subject=subject)
    assert prose(plan, AR).count("الإنصات إلى السكان") == 1
    assert prose(plan, FR).count("Écoute des habitants") == 1


def test_a_round_of_the_place_visited_is_no_subject() -> None:
    place = Bilingual("زنقة وادي سبو", "rue Oued Sebou")
    subject = Bilingual("جولة بزنقة وادي سبو", "Tournée rue Oued Sebou")
    plan = replace(BARE, kind="mt.field", place=place, subject=subject)
    assert "موضوعها" not in prose(plan, AR)
    assert "ayant pour objet" not in prose(plan, FR)
    told = replace(plan, subject=Bilingual("النقط السوداء بزنقة وادي سبو", None))
    assert "موضوعها «النقط السوداء بزنقة وادي سبو»" in prose(told, AR)


def test_a_round_is_no_subject_in_the_language_that_names_the_place() -> None:
    """« ayant pour objet « Tournée rue X » », in rue X; in Arabic the subject alone names it."""
    subject = Bilingual("جولة بزنقة وادي سبو", "Tournée rue Oued Sebou.")
    plan = replace(BARE, kind="mt.field", place=Bilingual(None, "rue Oued Sebou"), subject=subject)
    assert "ayant pour objet" not in prose(plan, FR)
    assert "موضوعها «جولة بزنقة وادي سبو»" in prose(plan, AR)


def test_woman_chief_is_one_throughout() -> None:
    title = Bilingual("رئيسة الدائرة الأمنية", "La cheffe de l'arrondissement de police")
    plan = replace(MODEL, office=replace(MODEL.office, chief_title=title))
    assert "ترأست رئيسة الدائرة الأمنية" in prose(plan, AR)
    assert "أجرت رئيسة الدائرة الأمنية" in prose(replace(plan, channel="ch.phone"), AR)
    assert "la cheffe de l’arrondissement de police Annakhil a présidé" in prose(plan, FR)
    assert "Appréciation de la cheffe de" in prose(plan, FR)
    assert "Cheffe de l’arrondissement de police\n" in prose(plan, FR)
