"""A partner's sheet on what was promised twice, and on a point treated with a promise open."""

from dataclasses import replace
from datetime import date

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from tests import makers
from tests.core.summaries.hand_outs.test_facts import plan as plan_of
from tests.core.summaries.hand_outs.test_prose import told
from tests.core.summaries.hand_outs.test_raised_again import (
    NOISE,
    NOW,
    ONCE,
    REMINDER,
    TWICE,
    earlier,
    meet,
)

AR, FR = Language.ARABIC, Language.FRENCH


def test_a_promise_made_again_and_given_up_is_no_longer_awaited(database: Database) -> None:
    partner = makers.write_partner(database)
    awaited = CommitmentDraft("Affecter un espace aux vendeurs", "fr", "office", point=0)
    given_up = CommitmentDraft(
        *("Affecter un espace aux vendeurs", "fr", "office"),
        point=0,
        status="cst.dropped",
        status_reason="Terrain introuvable",
        status_on=date(2026, 8, 20),
    )
    meet(database, partner, ONCE, NOISE, commitments=(awaited,))
    meet(database, partner, TWICE, REMINDER, commitments=(given_up,))
    makers.write_meeting(database, held_on=NOW, attendances=((partner, True),))
    french = told(plan_of(database, partner), FR)
    assert french.count("Affecter un espace") == 1
    assert "\nAbandonné\n" in french
    assert "En attente d’exécution" not in french


def test_both_rounds_of_a_promise_and_of_a_referral_are_told_and_the_worst_state(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    visit = ("Visiter le bâtiment", "fr", "office")
    first = (CommitmentDraft(*visit, point=0, due_on=date(2026, 8, 14)),)
    asked = (ReferralDraft("rf.local_authority", "tp.1.1", point=0, sent_on=ONCE),)
    meet(database, partner, ONCE, NOISE, commitments=first, referrals=asked)
    again = (ReferralDraft("rf.local_authority", "tp.1.1", point=0, sent_on=TWICE),)
    made = (CommitmentDraft(*visit, point=0),)
    meet(database, partner, TWICE, REMINDER, commitments=made, referrals=again)
    makers.write_meeting(database, held_on=NOW, attendances=((partner, True),))
    french = told(plan_of(database, partner), FR)
    silent = "le 12 août 2026, sans réponse enregistrée à cette saisine."
    missed = "Réalisation prévue au plus tard le 14 août 2026, aucune exécution enregistrée"
    rounds = (silent, missed, "Engagement repris le 15 août 2026.", "Point repris le 15 août 2026.")
    last = "le 15 août 2026. Aucune réponse n’a encore été reçue."
    assert sorted((*rounds, last), key=french.index) == [*rounds, last]
    assert "\nEn retard ; réponse de l’autorité locale attendue\n" in french
    arabic = told(plan_of(database, partner), AR)
    assert "ولم يُسجل إنجازه بعد. جُدد الالتزام يوم 15 غشت 2026." in arabic
    assert "يوم 12 غشت 2026، ولم يُسجل جواب عن هذه الإحالة" in arabic


def test_a_point_treated_since_is_not_told_as_late_for_a_promise_left_open(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    late = CommitmentDraft("Surveiller", "fr", "office", point=0, due_on=date(2026, 8, 14))
    meet(database, partner, ONCE, NOISE, commitments=(late,))
    treated = PointDraft("concern", "tp.1.1", REMINDER, "fr", raised_by=partner)
    treated = replace(treated, reaction="out.resolved", reply="Vu", reply_language="fr")
    meet(database, partner, NOW, REMINDER, points=(treated,))
    (row,) = earlier(database, partner)
    assert row.state == "out.resolved"
    french = told(plan_of(database, partner), FR)
    assert "\nTraité ; l’engagement reste ouvert au registre\n" in french
    assert "En retard" not in french
    arabic = told(plan_of(database, partner), AR)
    assert "\nتمت المعالجة، ولا يزال الالتزام مفتوحا في السجل\n" in arabic


def test_the_same_promise_in_two_states_refers_from_each_to_the_other(database: Database) -> None:
    partner = makers.write_partner(database)
    visit = CommitmentDraft("Contrôler le jardin", "fr", "office", point=0)
    begun = replace(visit, status="cst.in_progress")
    meet(database, partner, date(2026, 9, 29), NOISE, commitments=(visit,))
    meet(database, partner, NOW, "Des armes au jardin", commitments=(begun,))
    french = told(plan_of(database, partner), FR)
    lead = "pris aussi sur un autre point, où il est suivi : Bruit et nuisances nocturnes"
    for day in ("29 septembre", "14 octobre"):
        assert f"{lead} (rencontre thématique du {day} 2026)" in french
    lead = "التزام بالمضمون نفسه بشأن نقطة أخرى، يُتتبع في خانتها: "
    assert lead in told(plan_of(database, partner), AR)


def test_a_point_treated_with_a_promise_left_open_says_both(database: Database) -> None:
    partner = makers.write_partner(database)
    late = CommitmentDraft("Surveiller", "fr", "office", point=0, due_on=date(2026, 10, 20))
    treated = PointDraft("concern", "tp.1.1", NOISE, "fr", raised_by=partner)
    points = (replace(treated, reaction="out.resolved"),)
    meet(database, partner, NOW, NOISE, points=points, commitments=(late,))
    french = told(plan_of(database, partner), FR)
    assert "\nTraité ; l’engagement reste ouvert au registre\n" in french
    assert "20 octobre 2026, aucune exécution enregistrée à ce jour." in french


def test_a_day_that_had_passed_before_a_promise_was_made_again_and_kept_is_told(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    visit = ("Visiter le bâtiment", "fr", "partner")
    first = CommitmentDraft(*visit, partner=partner, point=0, due_on=date(2026, 8, 14))
    kept = replace(first, due_on=None, status="cst.done", status_on=date(2026, 8, 20))
    meet(database, partner, ONCE, NOISE, commitments=(first,))
    meet(database, partner, TWICE, REMINDER, commitments=(kept,))
    makers.write_meeting(database, held_on=NOW, attendances=((partner, True),))
    french = told(plan_of(database, partner), FR).partition("Suivi d’un point")[2]
    assert "Échéance (14 août 2026) dépassée ; engagement repris le 15 août 2026." in french
    assert "En retard" not in french
    assert "\nVotre engagement est réalisé\n" in french
