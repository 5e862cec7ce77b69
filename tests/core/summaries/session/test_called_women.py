"""A professional is told in the feminine or not as the name entered says, then as counts do."""

from datetime import date
from uuid import UUID

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from outreach_app.summaries.prose.bodies import is_woman
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
HE = ("يوسف بوعزة، ممرض", "Youssef Bouazza, infirmier")
SHE = ("نادية العمراني، ممرضة", "Nadia El Amrani, infirmière")


def _met(database: Database, partner: UUID, names: tuple[str, str], women: int) -> SessionPlan:
    """Return a session of ten with a nurse who raised a point and owes a promise."""
    draft = makers.partner_draft(
        name_ar=names[0],
        name_fr=names[1],
        category="pt.liberal",
        type="pr.nurse",
        is_named_after_person=True,
    )
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        nurse = register_partner(session, draft).uid
    points = (PointDraft("question", "tp.8.1", "ما هو رقم المداومة؟", "ar", raised_by=nurse),)
    both = ((partner, True), (nurse, True))
    owed = (CommitmentDraft("تعيين مخاطب", "ar", "partner", partner=nurse),)
    told = {"attendances": both, "points": points, "headcount": 10, "women": women}
    told |= {"commitments": owed, "referrals": ()}
    return plan(database, hold(database, HELD_ON, partner, **told))


@pytest.mark.parametrize(("names", "women", "told"), [(HE, 10, "10"), (SHE, 0, "Aucune")])
def test_a_number_of_women_at_odds_with_a_name_leaves_the_gender_of_the_profession_out(
    database: Database, partner: UUID, names: tuple[str, str], women: int, told: str
) -> None:
    """« Dont femmes : aucune » above « une infirmière » was refused: the page denied itself."""
    met = _met(database, partner, names, women)
    assert f"Dont femmes\u00a0: {told}\n" in to_plain_text(realise(met, FR, TODAY))
    french, arabic = prose(met, FR), prose(met, AR)
    nurse, noun = "une personne exerçant la profession d’infirmier", "شخص يزاول مهنة التمريض"
    assert f"L’assistance comprenait {nurse}." in french
    assert f"question posée par {nurse}\n" in french
    assert f"استفسار مطروح من طرف {noun}\n" in arabic
    assert "شخصا يزاول مهنة التمريض" in arabic
    counted = "participantes" if women else "participants"
    assert f"Elle a réuni dix {counted}." in french
    assert ("10 مشاركات" in arabic) is bool(women)


@pytest.mark.parametrize(
    ("names", "women", "fr", "ar"),
    [
        (SHE, 10, "une infirmière", "ممرضة"),
        (SHE, 2, "une infirmière", "ممرضة"),
        (("مركز الشفاء", "Soins Chifa"), 10, "une infirmière", "ممرضة"),
        (("مركز الشفاء", "Soins Chifa"), 2, "un infirmier", "ممرض"),
    ],
)
def test_the_name_entered_says_whether_a_woman_came(
    database: Database, partner: UUID, names: tuple[str, str], women: int, fr: str, ar: str
) -> None:
    met = _met(database, partner, names, women)
    french, arabic = prose(met, FR), prose(met, AR)
    assert f"L’assistance comprenait {fr}." in french
    assert f"question posée par {fr}\n" in french
    assert f"استفسار مطروح من طرف {ar}\n" in arabic
    assert ("Elle a réuni dix participantes." in french) is (women == 10)
    head = to_plain_text(realise(met, FR, TODAY))
    assert ("Dont femmes" in head) is (women == 2)
    owes = fr.split()[1] if names in (HE, SHE) else "infirmier"
    assert f"Responsable de l’exécution\u00a0: {owes.capitalize()}\n" in head


@pytest.mark.parametrize(
    ("code", "names", "woman"),
    [
        (
            "pr.vet",
            ("الدكتورة زينب الشرقاوي، طبيبة بيطرية", "Dr Zineb Cherkaoui, vétérinaire"),
            True,
        ),
        ("pr.lawyer", ("مكتب محاماة الإدريسي", "Cabinet d’avocat El Idrissi"), None),
        ("pr.lawyer", (None, "M. El Idrissi"), False),
        ("pr.pharmacist", ("صيدلية الساحة", "Pharmacie Essaha"), None),
        ("pr.adoul", ("العدل رشيد الإدريسي", None), False),
        ("pr.nurse", (HE[0], SHE[1]), None),
    ],
)
def test_a_noun_or_a_title_beside_a_name_calls_a_man_or_a_woman(
    code: str, names: tuple[str | None, str | None], *, woman: bool | None
) -> None:
    assert is_woman(code, *names) is woman
