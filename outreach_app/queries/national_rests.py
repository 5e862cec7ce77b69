"""What is left of national figures beside the public papers of precincts and of other periods."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict
from datetime import date

from sqlalchemy.orm import Session

from outreach_app.queries.month_totals import read_totals
from outreach_app.queries.national import Reports
from outreach_app.queries.national_counts import TOTALS, Tally, tally
from outreach_app.queries.registered_offices import list_precincts, list_silent
from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.rules.periods import Period


def count_reported(session: Session, period: Period, reports: Reports, as_of: date) -> Tally:
    """Return the figures of a period over the precincts whose reports cover it."""
    reported = _regions(session, period, reports)
    totals = read_totals(session, period, *TOTALS, groups=dict.fromkeys(reported, 0))
    silent = list_silent(session, min(period.last, as_of))
    return tally(totals, 0, as_of, len(list_precincts(session)) + len(silent), len(reported))


def count_rests(
    session: Session, period: Period, reports: Reports, as_of: date
) -> Mapping[str | None, Tally]:
    """Return, by region, the sum of what its precincts' own public reports leave unprinted.

    Such a report prints the figures of five and more, if at least five meetings were held.
    """
    regions = _regions(session, period, reports)
    totals = read_totals(session, period, *TOTALS, groups={office: office for office in regions})
    rests: defaultdict[str | None, Tally] = defaultdict(Tally)
    for office, region in regions.items():
        counted = tally(totals, office, as_of, 1, 1)
        prints = counted.sessions >= MIN_SHOWN
        few = {
            name: 0 if prints and number >= MIN_SHOWN else number
            for name, number in asdict(counted).items()
        }
        rests[region] = Tally.total((rests[region], Tally(**few)))
    return rests


def _regions(session: Session, period: Period, reports: Reports) -> dict[int, str | None]:
    """Return the region of each precinct whose reports cover a period, by its local id."""
    return {
        precinct.id: precinct.region
        for precinct in list_precincts(session)
        if reports.get(precinct.uid, date.min) >= period.last
    }
