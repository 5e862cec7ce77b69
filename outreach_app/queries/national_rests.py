"""National figures of the precincts that reported: of all, and of each one."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.queries.month_totals import read_totals
from outreach_app.queries.national import Reports
from outreach_app.queries.national_counts import TOTALS, Tally, tally
from outreach_app.queries.registered_offices import list_precincts, list_silent
from outreach_app.rules.periods import Period


def count_reported(session: Session, period: Period, reports: Reports, as_of: date) -> Tally:
    """Return the figures of a period over the precincts whose reports cover it."""
    reported = list_regions(session, period, reports)
    totals = read_totals(session, period, *TOTALS, groups=dict.fromkeys(reported, 0))
    silent = list_silent(session, min(period.last, as_of))
    return tally(totals, 0, as_of, len(list_precincts(session)) + len(silent), len(reported))


def count_each(
    session: Session, period: Period, offices: Iterable[int], as_of: date
) -> dict[int, Tally]:
    """Return the figures of a period of each of these precincts, by local id."""
    groups = {office: office for office in offices}
    totals = read_totals(session, period, *TOTALS, groups=groups)
    return {office: tally(totals, office, as_of, 1, 1) for office in groups}


def list_regions(session: Session, period: Period, reports: Reports) -> Mapping[int, str | None]:
    """Return the region of each precinct whose reports cover a period, by its local id."""
    return {
        precinct.id: precinct.region
        for precinct in list_precincts(session)
        if reports.get(precinct.uid, date.min) >= period.last
    }
