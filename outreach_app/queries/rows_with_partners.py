"""Rows of lists that name the partners of a meeting, or of what came of it."""

from dataclasses import replace
from typing import TypeVar

from outreach_app.queries.attendances import PartnerName
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.remarks import RemarkRow

RowT = TypeVar("RowT")

_WITH_PARTNERS = MeetingRow | PointRow | CommitmentRow | ReferralRow | RemarkRow


def names_people(row: object) -> bool:
    """Return whether a row names a practice that is named after a person."""
    return isinstance(row, _WITH_PARTNERS) and any(each.is_persons for each in row.partners)


def without_people(row: RowT) -> RowT:
    """Return a row with the professions alone of practices that are named after a person."""
    if not isinstance(row, _WITH_PARTNERS) or not names_people(row):
        return row
    return replace(row, partners=tuple(map(_nameless, row.partners)))


def _nameless(partner: PartnerName) -> PartnerName:
    if not partner.is_persons:
        return partner
    return PartnerName(None, None, partner.kind, None, is_persons=False)
