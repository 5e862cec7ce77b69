"""Every reaction, commitment and referral is said, in words that agree."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.summaries.session.plan import (
    ReferralFacts,
)
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import (
    BARE,
    MODEL,
    arabic,
    commitment,
    french,
    point,
)

AR, FR = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize(
    ("kind", "ar", "fr"),
    [
        ("mt.periodic", "وخلص اللقاء إلى تسجيل التزام واحد:", "La rencontre a donné lieu à 1 eng"),
        ("mt.awareness", "وخلصت الحملة إلى تسجيل", "La campagne a donné lieu à 1 engagement :"),
        ("mt.openday", "وخلصت أيام الأبواب المفتوحة", "Les journées portes ouvertes ont donné li"),
        ("mt.study", "وخلص اليوم الدراسي", "La journée d’étude a donné lieu à"),
        ("mt.reception", "وخلص الاستقبال", "L’audience a donné lieu à"),
    ],
)
def test_commitments_come_out_of_that_kind_of_meeting(kind: str, ar: str, fr: str) -> None:
    plan = replace(BARE, kind=kind, commitments=(commitment(1, arabic("إصلاح الإنارة")),))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


def test_outcome_names_every_reaction() -> None:
    everything = point(
        1,
        "tp.6.1",
        None,
        referrals=("rf.commune", "rf.caidat", "rf.commune"),
        commitments=(1, 3),
        reply=french("Travaux prévus en mai"),
        reaction="out.under_study",
    )
    plan = replace(BARE, points=(everything, point(2, "tp.3.1", None, reaction="out.oriented")))
    assert (
        "إحالة على الجماعة والقيادة؛ التزام (1 و3)؛ الجواب: « Travaux prévus en mai » "
        "(نص أصلي بالفرنسية)؛ قيد الدراسة" in prose(plan, AR)
    )
    assert (
        "Saisine de la commune et du caïdat ; engagement (1 et 3) ; "
        "réponse : « Travaux prévus en mai » ; à l’étude" in prose(plan, FR)
    )
    assert "سُجل الموضوع دون تفاصيل\nتوجيه نحو المسطرة القضائية أو الرقم 19" in prose(plan, AR)
    assert "Orientation vers la voie judiciaire ou le 19" in prose(plan, FR)


def test_point_without_reaction_says_so() -> None:
    plan = replace(BARE, points=(point(1, "tp.6.1", None),))
    assert "دون تفاعل بعد" in prose(plan, AR)
    assert "Sans réaction à ce stade" in prose(plan, FR)


def test_commitment_shows_its_owner_due_date_and_state() -> None:
    plan = replace(
        BARE,
        commitments=(
            commitment(1, arabic("إصلاح الإنارة"), date(2026, 3, 5)),
            commitment(2, arabic("تنظيم حملة"), owner="partner", status="cst.in_progress"),
            commitment(
                3,
                arabic("نقل السوق"),
                owner="authority",
                status="cst.dropped",
                reason="Budget refusé",
            ),
        ),
    )
    assert "رئيس الدائرة الأمنية\n05/03/2026\n" in prose(plan, AR)
    assert "الشريك\nغير محدد؛ الحالة: قيد الإنجاز\n" in prose(plan, AR)
    assert "الجهة المختصة\nغير محدد؛ الحالة: متخلى عنه (السبب: « Budget refusé »)" in prose(
        plan, AR
    )
    assert "Chef de l’arrondissement de police\n05/03/2026\n" in prose(plan, FR)
    assert "Le partenaire\nnon fixée ; état : en cours\n" in prose(plan, FR)
    assert "non fixée ; état : abandonné (motif : « Budget refusé »)" in prose(plan, FR)


def test_referrals_to_one_service_are_said_together() -> None:
    answer = arabic("الأشغال مبرمجة")
    plan = replace(
        BARE,
        referrals=(
            ReferralFacts(1, "rf.commune", "tp.6.1", None, None, None),
            ReferralFacts(2, "rf.auxforces", "tp.6.3", None, None, None),
            ReferralFacts(3, "rf.commune", "tp.6.5", date(2026, 10, 1), date(2026, 10, 9), answer),
        ),
    )
    assert (
        "وتقررت الإحالة على الجماعة في موضوع «الإنارة العمومية» وموضوع «النظافة والمساحات "
        "الخضراء» (وُجهت بتاريخ فاتح أكتوبر 2026؛ ورد الجواب بتاريخ 9 أكتوبر 2026: «الأشغال "
        "مبرمجة»)، وعلى القوات المساعدة في موضوع «الباعة الجائلون»." in prose(plan, AR)
    )
    assert (
        "Il a été décidé de saisir la commune au sujet de la thématique « éclairage public » et "
        "de la thématique « propreté et espaces verts » (saisine du 1er octobre 2026 ; réponse "
        "du 9 octobre 2026 : «الأشغال مبرمجة» (texte original en arabe)) et de saisir les Forces "
        "auxiliaires au sujet de la thématique « marchands ambulants »." in prose(plan, FR)
    )


def test_next_meeting_says_when_and_where() -> None:
    assert (
        "وتقرر عقد اللقاء المقبل يوم الأربعاء 11 نونبر 2026 على الساعة 10:30، بمقر الدائرة "
        "الأمنية." in prose(MODEL, AR)
    )
    assert (
        "La prochaine rencontre est fixée au mercredi 11 novembre 2026 à 10 h 30, au siège de "
        "l’arrondissement de police." in prose(MODEL, FR)
    )


def test_same_referral_is_said_once() -> None:
    referrals = tuple(
        ReferralFacts(number, "rf.commune", "tp.6.1", None, None, None) for number in (1, 2)
    )
    plan = replace(BARE, referrals=referrals)
    assert prose(plan, AR).count("الإنارة العمومية") == 1
    assert prose(plan, FR).count("éclairage public") == 1
