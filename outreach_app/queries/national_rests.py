"""National figures of the precincts that reported: of all, and of each one."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.queries.awareness import Reached, count_kinds_by_office
from outreach_app.queries.month_totals import Total, Totals, read_totals
from outreach_app.queries.national import Reports
from outreach_app.queries.national_counts import TOTALS, tally
from outreach_app.queries.registered_offices import list_precincts
from outreach_app.queries.remark_figures import count_remarks_by_office
from outreach_app.rules.kinds import MeetingKind
from outreach_app.rules.periods import Period


def count_each(
    session: Session, period: Period, offices: Iterable[int], as_of: date
) -> dict[int, Counter[str]]:
    """Return the figures of a period of each of these precincts, by local id.

    By name; topics, channels and categories, of remarks too, by code.
    """
    groups = {office: office for office in offices}
    totals = read_totals(session, period, *TOTALS, groups=groups)
    remarks = count_remarks_by_office(session, period)
    actions = count_kinds_by_office(session, period)
    return {
        office: _figures(totals, office, as_of) + remarks[office] + _reached(actions[office])
        for office in groups
    }


def _figures(totals: Totals, office: int, as_of: date) -> Counter[str]:
    counted = Counter(asdict(tally(totals, office, as_of, 1, 1)))
    met = totals.by_code(Total.MET, office)
    by_code = (totals.by_code(each, office) for each in (Total.CONCERNS, Total.HELD))
    return sum((met, *by_code), counted | Counter(partners=met.total()))


def _reached(actions: Mapping[str, Reached]) -> Counter[str]:
    """Return what a paper tells of awareness actions, and of the talks in schools among them."""
    reached, talks = Reached.total(actions.values()), actions.get(MeetingKind.SCHOOL, Reached())
    return Counter(
        actions=reached.actions,
        beneficiaries=reached.beneficiaries,
        associations_reached=reached.associations,
        talks=talks.actions,
        establishments=talks.establishments,
        pupils=talks.pupils,
    )


def list_regions(session: Session, period: Period, reports: Reports) -> Mapping[int, str | None]:
    """Return the region of each precinct whose reports cover a period, by its local id."""
    return {
        precinct.id: precinct.region
        for precinct in list_precincts(session)
        if reports.get(precinct.uid, date.min) >= period.last
    }
