"""What was promised or raised again in the other language, which nobody translated."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.partners import register_partner
from outreach_app.services.points import PointDraft
from tests import makers
from tests.core.summaries.session.recorded import HELD_ON, hold, on, plan
from tests.core.summaries.session.test_promised_again import end, parts, promised

AR, FR = Language.ARABIC, Language.FRENCH
BARE: dict[str, object] = {"points": (), "commitments": (), "referrals": ()}
FIRST, LATER = date(2026, 6, 4), date(2026, 7, 2)
CAMERAS = CommitmentDraft("Installer 3 caméras au marché", "fr", "office", due_on=date(2026, 6, 20))
AGAIN = CommitmentDraft("تركيب 3 كاميرات بالسوق", "ar", "office")
LAMPS = PointDraft("concern", "tp.6.1", "Lampadaires en panne dans la ruelle de l’école", "fr")
LAMPS_AGAIN = PointDraft("concern", "tp.6.1", "مصابيح زنقة المدرسة ما زالت معطلة", "ar")


def test_a_promise_that_may_be_made_again_in_the_other_language_is_to_be_compared(
    database: Database, partner: UUID
) -> None:
    """« Aucune exécution enregistrée » stood alone beside the same in Arabic, which was kept."""
    first = promised(database, FIRST, partner, CAMERAS)
    kept = promised(database, LATER, partner, AGAIN)
    end(database, kept, CommitmentStatus.DONE, date(2026, 7, 9), "")
    then, _since = parts(plan(database, hold(database, HELD_ON, partner, **BARE)), FR)
    like = "à rapprocher d’un engagement semblable pris le 02/07/2026, réalisé le 09/07/2026"
    assert f"Échéance dépassée, aucune exécution enregistrée ; {like}" in then
    assert like in parts(plan(database, first), FR)[1]
    arabic = "؛ يُقارن بالتزام مماثل سُجل يوم 02/07/2026 وأُنجز يوم 09/07/2026"
    assert arabic in parts(plan(database, first), AR)[1]
    of_this = "semblable pris lors de cette rencontre (engagement 1)"
    assert of_this in parts(plan(database, kept), FR)[0]


def test_promises_of_which_something_differs_are_not_compared(
    database: Database, partner: UUID
) -> None:
    first = promised(database, FIRST, partner, CAMERAS)
    promised(
        database,
        LATER,
        partner,
        replace(AGAIN, text="تركيب 5 كاميرات بالسوق"),
        replace(AGAIN, owner="partner"),
        replace(AGAIN, translation="Poser les caméras du souk"),
    )
    assert "rapprocher" not in parts(plan(database, first), FR)[1]


def test_of_two_promises_that_may_be_the_one_none_is_told(
    database: Database, partner: UUID
) -> None:
    first = promised(database, FIRST, partner, CAMERAS)
    promised(database, LATER, partner, AGAIN, replace(AGAIN, text="نصب 3 كاميرات أمام السوق"))
    assert "rapprocher" not in parts(plan(database, first), FR)[1]


def test_a_translation_links_what_was_promised_in_both(database: Database, partner: UUID) -> None:
    first = promised(database, FIRST, partner, CAMERAS)
    promised(database, LATER, partner, replace(AGAIN, translation=CAMERAS.text))
    since = parts(plan(database, first), FR)[1]
    assert "engagement repris le 02/07/2026" in since
    assert "rapprocher" not in since


def test_a_point_that_may_be_raised_again_in_the_other_language_is_to_be_compared(
    database: Database, partner: UUID
) -> None:
    met = hold(database, FIRST, partner, **{**BARE, "points": (LAMPS,)})
    hold(database, LATER, partner, **{**BARE, "points": (LAMPS_AGAIN,)})
    then, since = parts(plan(database, met), FR)
    assert "Suite donnée : Voir la situation ci-dessous\n" in then
    like = "À rapprocher d’un point semblable soulevé lors de la rencontre n° 02/2026"
    assert f"{like}, sans suite enregistrée" in since
    like = "تُقارن بنقطة مماثلة أُثيرت خلال اللقاء رقم 02/2026، دون تسجيل أي مآل"
    assert like in parts(plan(database, met), AR)[1]


def test_a_point_of_others_is_not_compared(database: Database, partner: UUID) -> None:
    met = hold(database, FIRST, partner, **{**BARE, "points": (LAMPS,)})
    with on(FIRST), database.write(Actor.CHIEF) as session:
        other = register_partner(session, makers.partner_draft(name_ar="جمعية أخرى")).uid
    hold(database, LATER, other, **{**BARE, "points": (LAMPS_AGAIN,)})
    assert not plan(database, met).situation


def test_a_frequent_point_is_the_same_in_both_languages(database: Database, partner: UUID) -> None:
    frequent = PointDraft("concern", "tp.1.1", phrase="ph.1.1.1")
    typed = PointDraft("concern", "tp.1.1", "Bruit provenant des cafés après minuit", "fr")
    met = hold(database, FIRST, partner, **{**BARE, "points": (frequent,)})
    hold(database, LATER, partner, **{**BARE, "points": (typed,)})
    said = "Soulevé à nouveau lors de la rencontre n° 02/2026, sans suite enregistrée"
    assert said in parts(plan(database, met), FR)[1]
