"""A point of which something came when it was raised again no longer waits in a report."""

from dataclasses import replace
from datetime import date

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.summaries.handovers.facts import plan_handover
from tests import makers
from tests.core.summaries.period.test_facts import ISSUED_ON, OCTOBER, hold, plan
from tests.core.summaries.period.test_prose import prose

WORDS = "Un tas de gravats reste sur le trottoir"
ASKED = PointDraft("request", "tp.6.1", WORDS, "fr")
FIRST, AGAIN = date(2026, 10, 5), date(2026, 10, 12)
REMINDER = replace(ASKED, text=f"Rappel du point du 05/10 : {WORDS}")
ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.mark.parametrize("came", ["referred", "promised", "answered"])
def test_what_came_of_a_reminder_came_of_its_first_mention(database: Database, came: str) -> None:
    """The report and the handover file of one minute gave two numbers."""
    sent = ReferralDraft("rf.commune", "tp.6.1", AGAIN, point=0)
    promise = CommitmentDraft("Voir la commune", "fr", "office", point=0)
    hold(database, FIRST, points=(ASKED,))
    hold(
        database,
        AGAIN,
        points=(replace(REMINDER, reaction="out.resolved") if came == "answered" else REMINDER,),
        referrals=(sent,) if came == "referred" else (),
        commitments=(promise,) if came == "promised" else (),
    )
    hold(database, date(2026, 10, 20), points=(replace(ASKED, topic="tp.4.1"),))
    told = plan(database)
    assert (told.figure("without_outcome").now, told.signals.without_outcome) == (1, 1)
    november = Period(date(2026, 11, 1), date(2026, 11, 30))
    (left,) = plan(database, november).left_open
    assert (left.count, left.since) == (1, date(2026, 10, 20))
    with database.read() as session:
        assert len(plan_handover(session, ISSUED_ON).points) == 1


def test_a_point_waits_on_a_day_before_it_was_raised_again(database: Database) -> None:
    """The report of a past month does not move by what came later."""
    hold(database, FIRST, points=(ASKED,))
    november = date(2026, 11, 3)
    hold(database, november, points=(replace(REMINDER, reaction="out.resolved"),))
    assert plan(database).signals.without_outcome == 1
    assert plan(database, Period(november, date(2026, 11, 30))).left_open == ()


def test_a_reminder_of_which_nothing_came_waits_as_its_first_mention(database: Database) -> None:
    hold(database, FIRST, points=(ASKED,))
    hold(database, AGAIN, points=(REMINDER,))
    assert plan(database).signals.without_outcome == 2


def test_a_referral_whose_matter_was_answered_later_is_told_so(database: Database) -> None:
    """« sans réponse depuis 343 jours », though the service had acted since."""
    sent = ReferralDraft("rf.commune", "tp.6.1", FIRST, point=0)
    makers.write_meeting(
        database, held_on=FIRST, points=(ASKED,), referrals=(sent,), commitments=()
    )
    answered = replace(sent, sent_on=AGAIN, answered_on=date(2026, 10, 25), answer="Enlevé")
    answered = replace(answered, answer_language="fr")
    hold(database, AGAIN, points=(REMINDER,), referrals=(answered,))
    told = plan(database)
    assert told.referrals[0].matter_answered_on == date(2026, 10, 25)
    french, arabic = prose(told, FRENCH), prose(told, ARABIC)
    assert "le 5 octobre 2026 (même objet : réponse reçue le 25 octobre 2026)." in french
    assert "En attente depuis 26 jours (même objet : réponse reçue le 25/10/2026)" in french
    assert "(ورد جواب في الموضوع نفسه يوم 25 أكتوبر 2026)، دون جواب." in arabic
    assert "(ورد جواب في الموضوع نفسه يوم 25/10/2026)" in arabic
    assert plan(database, OCTOBER, AGAIN).referrals[0].matter_answered_on is None
