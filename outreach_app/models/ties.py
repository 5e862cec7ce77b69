"""The effect of destroying a record on each kind of link to it."""

from sqlalchemy.orm import InstrumentedAttribute

from outreach_app.models.attendances import Attendance
from outreach_app.models.claims import Claim
from outreach_app.models.clarifications import Clarification
from outreach_app.models.commitments import Commitment
from outreach_app.models.findings import Finding
from outreach_app.models.identities import Identity
from outreach_app.models.issues import Issue
from outreach_app.models.meetings import Meeting
from outreach_app.models.partners import Partner
from outreach_app.models.people import Person
from outreach_app.models.points import Point
from outreach_app.models.readings import Reading
from outreach_app.models.referrals import Referral
from outreach_app.models.replies import Reply
from outreach_app.models.reviews import Review

Tie = InstrumentedAttribute[object]

# The record is a part of the other, or meaningless without it: destroyed as well.
GOES_WITH: tuple[Tie, ...] = (
    Identity.person,
    Identity.partner,
    Person.merged_into,
    Person.partner,
    Partner.merged_into,
    Attendance.meeting,
    Clarification.meeting,
    Review.meeting,
    Reply.point,
    Commitment.point,
    Commitment.meeting,
    Referral.point,
    Referral.meeting,
    Point.meeting,
    Finding.rumour,
    Reading.publication,
)
# The record would lose meaning: the other stays as long as it does.
HOLDS: tuple[Tie, ...] = (
    Attendance.partner,
    Attendance.person,
    Point.raised_by,
    Commitment.partner,
    Issue.partner,
    Claim.person,
    Claim.partner,
)
# The record stays, without the link.
LETS_GO: tuple[Tie, ...] = (
    Meeting.follows,
    Point.rumour,
    Point.publication,
    Finding.publication,
    Issue.meeting,
)
