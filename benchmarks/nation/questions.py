"""Measure headquarters' queries on a country's store, compared with a look-up by primary key.

Run: python -m benchmarks.nation.questions FOLDER [WORD]

FOLDER is a store of `benchmarks.nation.building`; WORD selects queries by prefix. Printed
are CPU milliseconds at the median and the 95th percentile, of this process and of the server's on
this computer, if the store was moved to one. Each turn uses its own values, so that it
does not find the pages of the previous turn in the cache.
"""

import argparse
import gc
import os
import random
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from benchmarks.nation.spent import backend_of, cpu
from benchmarks.nation.weekly_bundle import WeeklyBundle
from outreach_app import clock, startup
from outreach_app.database import Database
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.models import Meeting
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    count_urgencies,
    list_commitment_ids,
)
from outreach_app.queries.concerns import list_rising_concerns, list_shared_concerns
from outreach_app.queries.coverage import list_coverage
from outreach_app.queries.figures import get_figures
from outreach_app.queries.meeting_lists import MeetingFilter, MeetingOrder, list_meeting_ids
from outreach_app.queries.meetings import list_meetings_by_id
from outreach_app.queries.national import national_figures
from outreach_app.queries.offices import (
    last_weeks,
    list_office_places,
    list_offices,
    list_reports,
)
from outreach_app.queries.point_lists import PointFilter, list_point_ids
from outreach_app.queries.portions import Portion, first_portion
from outreach_app.queries.referral_lists import ReferralFilter, list_referral_ids
from outreach_app.queries.retention import count_held_back, list_due
from outreach_app.queries.search_results import search_headquarters
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.rules.statuses import PointState
from outreach_app.rules.territory import REGIONS
from outreach_app.vocabulary import catalogue
from tests import makers

TURNS, LOOK_UPS = 15, 400
PAGE = 200
MAX_SECONDS = 3.0  # of one query, without its first three turns
NAMES = ("Mohammed Alaoui", "فاطمة الإدريسي", "Rachid", "بناني")
FIRST = first_portion()
Ask = Callable[[Session], object]
Concerns = Callable[[Session, Period, frozenset[OfficeId]], object]


class Draw:
    """Draws the values of one turn, the same in each run."""

    def __init__(self, session: Session, words: dict[str, list[str]]) -> None:
        self._chance = random.Random(7)  # noqa: S311
        self._words = list(words.values())
        places = list_office_places(session)
        self._offices = [place.id for place in places]
        regions = (
            frozenset(place.id for place in places if place.region == region) for region in REGIONS
        )
        self._regions = list(filter(None, regions))
        self.meetings = session.scalar(select(func.max(Meeting.id))) or 0
        self.today = clock.today()

    def number(self) -> int:
        return self._chance.randint(1, self.meetings)

    def code(self, prefix: str) -> str:
        return self._chance.choice(list(catalogue(prefix))[:6])

    def office(self) -> frozenset[OfficeId]:
        return frozenset({self._chance.choice(self._offices)})

    def region(self) -> frozenset[OfficeId]:
        return self._chance.choice(self._regions)

    def frequent(self) -> str:
        return self._word(0, 30)

    def usual(self) -> str:
        return self._word(30, 500)

    def rare(self) -> str:
        return self._word(500, 5_000)

    def name(self) -> str:
        return self._chance.choice(NAMES)

    def month(self) -> Period:
        """Return one of the last 48 months, whole."""
        back = timedelta(days=30 * self._chance.randint(1, 48))
        first = (self.today.replace(day=1) - back).replace(day=1)
        last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        return Period(first, last)

    def _word(self, first: int, last: int) -> str:
        """Return a word by its rank among the most frequent ones of a language."""
        return self._chance.choice(self._chance.choice(self._words)[first:last])


EVERY = MeetingFilter()


def meetings(
    wanted: MeetingFilter = EVERY, order: MeetingOrder | None = None, portion: Portion = FIRST
) -> Ask:
    return lambda session: list_meeting_ids(session, wanted, order, portion=portion)


def rows_of_page(draw: Draw) -> Ask:
    """Query the rows of consecutive meetings."""
    first = draw.number()
    return partial(list_meetings_by_id, ids=range(first, first + PAGE))


def points(wanted: PointFilter) -> Ask:
    return partial(list_point_ids, wanted=wanted, portion=FIRST)


def promises(draw: Draw, wanted: CommitmentFilter) -> Ask:
    return partial(list_commitment_ids, wanted=wanted, today=draw.today, portion=FIRST)


def referrals(wanted: ReferralFilter) -> Ask:
    return partial(list_referral_ids, wanted=wanted, portion=FIRST)


def national(draw: Draw, period: Period) -> Ask:
    """Query the figures beside the precincts on headquarters' first page."""
    return lambda session: national_figures(session, period, list_reports(session), draw.today)


def coverage(period: Period) -> Ask:
    return lambda session: list_coverage(session, period, list_reports(session))


def concerns(ask: Concerns, period: Period) -> Ask:
    return lambda session: ask(
        session, period, frozenset(place.id for place in list_office_places(session))
    )


def last_year(draw: Draw) -> Period:
    return Period(draw.today - timedelta(days=365), draw.today - timedelta(days=1))


QUESTIONS: dict[str, Callable[[Draw], Ask]] = {
    "meetings: all": lambda _draw: meetings(),
    "meetings: on from one anywhere": lambda draw: meetings(
        portion=Portion(PAGE, PAGE, draw.number())
    ),
    "meetings: from a place that nobody scrolled to": lambda draw: meetings(
        portion=Portion(draw.number(), PAGE)
    ),
    "meetings: a frequent word, on from one anywhere": lambda draw: meetings(
        MeetingFilter(text=draw.frequent()), portion=Portion(PAGE, PAGE, draw.number())
    ),
    "meetings: of a region": lambda draw: meetings(MeetingFilter(offices=draw.region())),
    "meetings: of a precinct": lambda draw: meetings(MeetingFilter(offices=draw.office())),
    "meetings: to review": lambda _draw: meetings(MeetingFilter(review="received")),
    "meetings: a frequent word, to review": lambda draw: meetings(
        MeetingFilter(text=draw.frequent(), review="received")
    ),
    "meetings: held, of a kind": lambda draw: meetings(
        MeetingFilter(status="held", kind=draw.code("mt"))
    ),
    "meetings: of a category": lambda draw: meetings(MeetingFilter(category=draw.code("pt"))),
    "meetings: a frequent word": lambda draw: meetings(MeetingFilter(text=draw.frequent())),
    "meetings: a usual word": lambda draw: meetings(MeetingFilter(text=draw.usual())),
    "meetings: a rare word": lambda draw: meetings(MeetingFilter(text=draw.rare())),
    "meetings: a frequent word in a region": lambda draw: meetings(
        MeetingFilter(text=draw.frequent(), offices=draw.region())
    ),
    "meetings: a frequent word, held, in a precinct": lambda draw: meetings(
        MeetingFilter(text=draw.frequent(), status="held", offices=draw.office())
    ),
    "meetings: sorted by subject": lambda _draw: meetings(order=MeetingOrder.SUBJECT),
    "meetings: the rows of a page": rows_of_page,
    "points: all": lambda _draw: points(PointFilter()),
    "points: without a reaction": lambda _draw: points(PointFilter(state=PointState.RECEIVED)),
    "points: without a reaction, of a region": lambda draw: points(
        PointFilter(state=PointState.RECEIVED, offices=draw.region())
    ),
    "points: of a topic": lambda draw: points(PointFilter(topic=draw.code("tp"))),
    "promises: all": lambda draw: promises(draw, CommitmentFilter()),
    "promises: overdue": lambda draw: promises(draw, CommitmentFilter(status="cst.overdue")),
    "promises: overdue, of a region": lambda draw: promises(
        draw, CommitmentFilter(status="cst.overdue", offices=draw.region())
    ),
    "promises: their urgencies": lambda draw: partial(
        count_urgencies, wanted=CommitmentFilter(), today=draw.today
    ),
    "referrals: all": lambda _draw: referrals(ReferralFilter()),
    "referrals: awaiting": lambda _draw: referrals(ReferralFilter(is_answered=False)),
    "precincts and their weeks": lambda draw: partial(
        list_offices, weeks=last_weeks(draw.today, 12), today=draw.today
    ),
    "tile map: a month": lambda draw: coverage(draw.month()),
    "concerns that rise: a month": lambda draw: concerns(list_rising_concerns, draw.month()),
    "concerns that are shared: a month": lambda draw: concerns(list_shared_concerns, draw.month()),
    "national figures: a month": lambda draw: national(draw, draw.month()),
    "national figures: a year": lambda draw: national(draw, last_year(draw)),
    "dashboard: a month": lambda draw: partial(
        get_figures, period=draw.month(), today=draw.today, months=6
    ),
    "records past their term": lambda _draw: list_due,
    "records past their term, held back": lambda _draw: count_held_back,
    "find: a frequent word": lambda draw: partial(search_headquarters, query=draw.frequent()),
    "find: a usual word": lambda draw: partial(search_headquarters, query=draw.usual()),
    "find: a beginning of three letters": lambda draw: partial(
        search_headquarters, query=draw.usual()[:3]
    ),
    "find: two words": lambda draw: partial(
        search_headquarters, query=f"{draw.frequent()} {draw.rare()}"
    ),
    "find: a name": lambda draw: partial(search_headquarters, query=draw.name()),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("word", nargs="?", default="")
    given = parser.parse_args()
    words = msgspec.json.decode(given.folder.with_suffix(".words.json").read_bytes())
    print(f"load of the machine: {os.getloadavg()[0]:.1f}")
    start = time.process_time()
    office = startup.open_office(given.folder, makers.PASSPHRASE)
    print(f"opening: {(time.process_time() - start) * 1000:.0f} ms")
    try:
        ask_all(office.database, words, given.word)
        if not given.word:
            ask_whole(office.database)
    finally:
        office.close()


def ask_all(database: Database, words: dict[str, list[str]], first: str) -> None:
    """Print the cost of each query with this prefix."""
    gc.freeze()  # as the window does
    with database.read() as session:
        draw = Draw(session, words)
        by_key = partial(
            session.connection().exec_driver_sql, "SELECT * FROM meetings WHERE id = ?"
        )
        backend = backend_of(session)
        floor = statistics.median(
            cpu(lambda: by_key((draw.number(),)).all(), backend) for _turn in range(LOOK_UPS)
        )
    print(f"{draw.meetings} meetings; a row by its primary key: {floor:.3f} ms", flush=True)
    for name, make in QUESTIONS.items():
        if name.startswith(first):
            spent = turns(database, draw, make)
            middle, worst = statistics.median(spent), spent[int(len(spent) * 0.95)]
            print(f"{name:50} {middle:9.2f} {worst:9.2f} ms {middle / floor:8.0f} x", flush=True)


def turns(database: Database, draw: Draw, make: Callable[[Draw], Ask]) -> list[float]:
    """Return the milliseconds of each turn of a query, sorted."""
    spent: list[float] = []
    while len(spent) < TURNS and (len(spent) < 3 or sum(spent) < MAX_SECONDS * 1000):
        ask = make(draw)
        with database.read() as session:
            spent.append(cpu(partial(ask, session), backend_of(session)))
    return sorted(spent)


def ask_whole(database: Database) -> None:
    """Print the cost of the national summary, and of a week's file of a precinct."""
    last = clock.today().replace(day=1) - timedelta(days=1)
    month = Period(last.replace(day=1), last)
    spent = cpu(partial(prepare_national_summary_now, database, month))
    print(f"national summary of a month, its facts: {spent:.0f} ms")
    bundle = WeeklyBundle(database)
    spent = statistics.median(cpu(bundle.take) for _turn in range(5))
    print(f"a weekly file of {bundle.events} events: {spent:.0f} ms")


if __name__ == "__main__":
    main()
