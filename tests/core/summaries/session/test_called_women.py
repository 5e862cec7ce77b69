"""A professional is told in the feminine or not as the name entered says, then as counts do."""

from dataclasses import replace
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
from outreach_app.summaries.session.genders import genders_at_odds
from outreach_app.summaries.session.plan import KindPresent, SessionPlan
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.closed_world import prose
from tests.core.summaries.plans import BARE as PLAN
from tests.core.summaries.plans import arabic, commitment
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, on, plan

AR, FR = Language.ARABIC, Language.FRENCH
HE = ("يوسف بوعزة، ممرض", "Youssef Bouazza, infirmier")
SHE = ("نادية العمراني، ممرضة", "Nadia El Amrani, infirmière")


def _nurse(database: Database, names: tuple[str, str]) -> UUID:
    draft = makers.partner_draft(
        name_ar=names[0],
        name_fr=names[1],
        category="pt.liberal",
        type="pr.nurse",
        is_named_after_person=True,
    )
    with on(date(2026, 9, 1)), database.write(Actor.CHIEF) as session:
        return register_partner(session, draft).uid


def _met(database: Database, partner: UUID, names: tuple[str, str], women: int) -> SessionPlan:
    """Return a session of ten with a nurse who raised a point and owes a promise."""
    nurse = _nurse(database, names)
    points = (PointDraft("question", "tp.8.1", "ما هو رقم المداومة؟", "ar", raised_by=nurse),)
    both = ((partner, True), (nurse, True))
    owed = (CommitmentDraft("تعيين مخاطب", "ar", "partner", partner=nurse),)
    told = {"attendances": both, "points": points, "headcount": 10, "women": women}
    told |= {"commitments": owed, "referrals": ()}
    return plan(database, hold(database, HELD_ON, partner, **told))


@pytest.mark.parametrize(
    ("names", "women", "told"),
    [(HE, 10, "Participantes\u00a0: 10"), (SHE, 0, "Dont femmes\u00a0: Aucune")],
)
def test_where_a_name_contradicts_the_number_of_women_a_person_practises(
    database: Database, partner: UUID, names: tuple[str, str], women: int, told: str
) -> None:
    """« Dont femmes : Aucune » stood above « Parmi les participants figurait une infirmière »."""
    met = _met(database, partner, names, women)
    assert f"{told}\n" in to_plain_text(realise(met, FR, TODAY))
    french, arabic = prose(met, FR), prose(met, AR)
    assert "L’assistance comprenait une personne exerçant la profession d’infirmier." in french
    assert "question posée par la personne exerçant la profession d’infirmier\n" in french
    assert "وضم الحضور شخصا يزاول مهنة التمريض" in arabic
    assert "استفسار مطروح من طرف شخص يزاول مهنة التمريض\n" in arabic
    counted = "participantes" if women else "participants"
    assert f"Elle a réuni dix {counted}." in french
    assert ("10 مشاركات" in arabic) is bool(women)


def test_one_received_whom_the_number_contradicts_is_a_person(
    database: Database, partner: UUID
) -> None:
    """« Participant : 1, dont femmes : 1 » stood above « a reçu en audience un infirmier »."""
    nurse = _nurse(database, HE)
    told: dict[str, object] = {"kind": "mt.reception", "headcount": 1, "women": 1, "points": ()}
    told |= {"attendances": ((nurse, True),), "commitments": (), "referrals": ()}
    met = plan(database, hold(database, HELD_ON, partner, **told))
    page = to_plain_text(realise(met, FR, TODAY))
    assert "Participante\u00a0: 1\n" in page
    assert "Dont femmes" not in page
    assert "une personne exerçant la profession d’infirmier" in prose(met, FR)
    assert "شخصا يزاول مهنة التمريض" in prose(met, AR)


@pytest.mark.parametrize(
    ("called", "headcount", "women", "odd"),
    [
        ([True], 10, 0, {True}),
        ([False], 10, 10, {False}),
        ([True, True], 10, 1, {True}),
        ([False, False, True], 10, 9, {False}),
        ([True, False, None], 2, 1, set()),
        ([False], 10, 0, set()),
        ([True, False], None, None, set()),
        ([True], None, 0, {True}),
        ([False], 0, 0, set()),
    ],
)
def test_counts_contradict_names_that_they_leave_no_room_for(
    called: list[bool | None], headcount: int | None, women: int | None, odd: set[bool]
) -> None:
    assert genders_at_odds(called, headcount, women) == odd


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
    assert f"question posée par l’{fr.split()[1]}\n" in french
    assert f"استفسار مطروح من طرف {ar}\n" in arabic
    assert ("Elle a réuni dix participantes." in french) is (women == 10)
    head = to_plain_text(realise(met, FR, TODAY))
    assert ("Dont femmes" in head) is (women == 2)
    owes = fr.split()[1].capitalize()
    assert f"Responsable de l’exécution\u00a0: {owes}\n" in head


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


def test_who_owes_a_promise_is_called_as_the_opening_calls_her() -> None:
    """« Une pharmacienne » had come of women alone; « Pharmacien » owed what she had promised."""
    owed = commitment(1, arabic("تعيين مخاطب"), owner="partner", debtor_kind="pr.pharmacist")
    kinds = (KindPresent("pr.pharmacist", 1),)
    met = replace(PLAN, kinds_present=kinds, headcount=4, women=4, commitments=(owed,))
    assert "\nPharmacienne\n" in prose(met, FR)
    assert "\nصيدلانية\n" in prose(met, AR)
