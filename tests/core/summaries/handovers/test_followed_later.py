"""A matter that was settled when it was raised again is not handed over as without outcome."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.handovers.plan import Nature
from outreach_app.summaries.handovers.prose import realise_handover
from outreach_app.summaries.prose.facts import facts
from tests import makers
from tests.core.summaries.closed_world import said
from tests.core.summaries.handovers.test_handover import COUNTED, planned, written

FIRST, LATER = date(2026, 3, 18), date(2026, 6, 24)
WORDS = "Une place d’arrêt réservée aux clients de la pharmacie"
ASKED = PointDraft("request", "tp.4.1", WORDS, "fr")
AGAIN = replace(ASKED, text=f"Rappel du point du 18/03 : {WORDS}")


def meet(database: Database, day: date, point: PointDraft, **changes: object) -> None:
    values = {"commitments": (), "referrals": (), **changes}
    makers.write_meeting(database, held_on=day, points=(point,), **values)


def test_a_first_mention_that_was_answered_when_recalled_is_only_to_close(
    database: Database,
) -> None:
    """« Décider de la suite à donner » of what was declined since had it examined twice."""
    meet(database, FIRST, ASKED)
    meet(database, LATER, replace(AGAIN, reaction="out.out_of_scope"))
    plan = planned(database)
    assert (plan.points, [duty.nature for duty in plan.duties]) == ((), [Nature.CLOSE])
    assert (
        f"Clore le point : « {WORDS} » (soulevé à nouveau le 24/06/2026 : hors de la compétence de "
        "l’arrondissement de police)\n  Référence : Rencontre n° 01/2026 du 18/03/2026"
    ) in written(plan)
    arabic = "(أُعيدت إثارتها يوم 24/06/2026: خارج اختصاص الدائرة الأمنية)"
    assert arabic in written(plan, Language.ARABIC)
    for language in Language:
        document = realise_handover(plan, language, plan.as_of)
        assert said(document) <= facts(plan).keys() | COUNTED


def test_a_service_that_answered_on_the_matter_is_not_reminded(database: Database) -> None:
    """The new chief would write again to a service that had acted."""
    sent = ReferralDraft("rf.traffic", "tp.4.1", FIRST, point=0)
    meet(database, FIRST, ASKED, referrals=(sent,))
    answered = replace(sent, sent_on=LATER, answered_on=date(2026, 6, 30), answer="Fait")
    meet(database, LATER, AGAIN, referrals=(replace(answered, answer_language="fr"),))
    plan = planned(database)
    assert (plan.duties, len(plan.referrals)) == ((), 1)
    assert "(même objet : réponse reçue le 30/06/2026)" in written(plan)
    assert "(ورد جواب في الموضوع نفسه يوم 30/06/2026)" in written(plan, Language.ARABIC)


@pytest.mark.parametrize("is_first_silent", [True, False])
def test_a_matter_whose_later_commitment_is_open_is_told_by_that(
    database: Database, *, is_first_silent: bool
) -> None:
    promise = CommitmentDraft("Voir la commune", "fr", "office", due_on=date(2027, 3, 1), point=0)
    meet(database, FIRST, ASKED if is_first_silent else replace(ASKED, reaction="out.resolved"))
    meet(database, LATER, AGAIN, commitments=(promise,))
    plan = planned(database)
    assert (plan.points, plan.duties, len(plan.commitments)) == ((), (), 1)


def test_a_reminder_that_nobody_answered_waits_as_the_first_mention_does(
    database: Database,
) -> None:
    meet(database, FIRST, ASKED)
    meet(database, LATER, AGAIN)
    plan = planned(database)
    assert [duty.nature for duty in plan.duties] == [Nature.REACT, Nature.REACT]
