"""The three lists at headquarters: those of all precincts, read-only except replies."""

from dataclasses import replace

from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.points import PointRow
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.referrals import ReferralRow
from ui.actions.point_actions import REPLY
from ui.follow_up.subjects import COMMITMENTS, POINTS, REFERRALS
from ui.forms.territories import Precincts
from ui.listings.subject import Subject
from ui.listings.territory import of_precincts


def consolidated(
    precincts: Precincts,
) -> tuple[
    Subject[CommitmentRow, CommitmentFilter],
    Subject[PointRow, PointFilter],
    Subject[ReferralRow, ReferralFilter],
]:
    """Return the lists of all precincts; headquarters only replies to points."""
    return (
        replace(of_precincts(COMMITMENTS, precincts), actions=()),
        replace(of_precincts(POINTS, precincts), actions=(REPLY,)),
        replace(of_precincts(REFERRALS, precincts), actions=()),
    )
