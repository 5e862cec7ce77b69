"""The three lists at headquarters: those of all precincts, narrowed to a territory, to be read."""

from dataclasses import replace
from typing import Protocol, TypeVar

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.points import PointRow
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.referrals import ReferralRow
from ui.follow_up.actions import REPLY
from ui.follow_up.subjects import (
    COMMITMENTS,
    POINTS,
    REFERRALS,
    Chosen,
    Followed,
    Narrowing,
    Subject,
)
from ui.forms.territories import Precincts
from ui.tables.columns import Column


class Owned(Followed, Protocol):
    """A row that tells whose it is, by the local id of the office."""

    @property
    def office(self) -> int: ...


RowT = TypeVar("RowT", bound=Owned)
FilterT = TypeVar("FilterT", PointFilter, CommitmentFilter, ReferralFilter)


def consolidated(
    precincts: Precincts,
) -> tuple[Subject[CommitmentRow], Subject[PointRow], Subject[ReferralRow]]:
    """The lists of all precincts; headquarters only replies to points."""
    return (
        replace(_owned(COMMITMENTS, precincts, CommitmentFilter()), actions=()),
        replace(_owned(POINTS, precincts, PointFilter()), actions=(REPLY,)),
        replace(_owned(REFERRALS, precincts, ReferralFilter()), actions=()),
    )


def _owned(subject: Subject[RowT], precincts: Precincts, every: FilterT) -> Subject[RowT]:
    """The list with the office of each row, and a choice of territory before the others."""
    office: Column[RowT] = Column(
        lambda: _("Its precinct"), lambda row: precincts.name(row.office), width=144
    )
    first, *rest = subject.columns

    def ids(session: StoreSession, chosen: Chosen, given: object) -> list[int]:
        wanted = given if isinstance(given, type(every)) else every
        narrowed = replace(wanted, offices=precincts.within(chosen["territory"]))
        return subject.ids(session, chosen, narrowed)

    territory = Narrowing("territory", lambda: _("Territory"), precincts.choices)
    return replace(
        subject,
        key=f"{subject.key}.consolidated",
        columns=(first, office, *rest),
        narrowings=(territory, *subject.narrowings),
        ids=ids,
    )
