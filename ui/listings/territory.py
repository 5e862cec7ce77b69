"""Lists at headquarters: a precinct's list with an office column and a territory filter."""

from dataclasses import replace
from typing import Protocol, TypeVar

from outreach_app.i18n import gettext as _
from outreach_app.queries.awareness import AwarenessFilter
from outreach_app.queries.commitment_lists import CommitmentFilter
from outreach_app.queries.point_lists import PointFilter
from outreach_app.queries.publications import PublicationFilter
from outreach_app.queries.readings import ReadingFilter
from outreach_app.queries.referral_lists import ReferralFilter
from outreach_app.queries.remarks import RemarkFilter
from outreach_app.queries.rumours import RumourFilter
from outreach_app.rules.ids import OfficeId
from ui.forms.territories import Precincts
from ui.forms.territory_choice import TerritoryChoice
from ui.listings.subject import FilterPart, Listed, Subject
from ui.tables.columns import Column


class Owned(Listed, Protocol):
    """A row with the local id of its office."""

    @property
    def office(self) -> OfficeId: ...


RowT = TypeVar("RowT", bound=Owned)
FilterT = TypeVar(
    "FilterT",
    PointFilter,
    CommitmentFilter,
    ReferralFilter,
    RumourFilter,
    PublicationFilter,
    RemarkFilter,
    AwarenessFilter,
    ReadingFilter,
)


def of_precincts(subject: Subject[RowT, FilterT], precincts: Precincts) -> Subject[RowT, FilterT]:
    """Return the list with an office column and a territory filter as the first one."""
    office: Column[RowT] = Column(
        lambda: _("Its precinct"),
        lambda row: precincts.name(row.office),
        width=168,
        sort_key="office",
    )
    first, *rest = subject.columns

    def within(wanted: FilterT, territory: str) -> FilterT:
        return replace(wanted, offices=precincts.within(territory))

    return replace(
        subject,
        key=f"{subject.key}.consolidated",
        columns=(first, office, *rest),
        narrowings=(
            FilterPart(
                "territory", lambda: _("Territory"), precincts.choices, editor=TerritoryChoice
            ),
            *subject.narrowings,
        ),
        relative={"territory": within},
    )
