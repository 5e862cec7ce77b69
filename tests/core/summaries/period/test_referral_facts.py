"""The referrals of a period, by the day of their letter."""

from datetime import date

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Referral
from outreach_app.services.referrals import ReferralDraft
from tests.core.summaries.period.test_facts import hold, plan


def test_a_referral_that_left_before_its_meeting_is_of_its_period(database: Database) -> None:
    """No form takes one, but a file of another computer may."""
    hold(database, date(2026, 10, 14), referrals=(ReferralDraft("rf.commune", "tp.6.1"),))
    with database.write(Actor.CHIEF) as session:
        session.query(Referral).one().sent_on = date(2026, 1, 10)
    told = plan(database)
    assert (told.figure("referrals").now, [row.is_earlier for row in told.referrals]) == (
        1,
        [False],
    )
