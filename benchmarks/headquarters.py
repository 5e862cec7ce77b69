"""Headquarters over 600 precincts and 20,000 of their meetings: its pages, answers and summary.

Run: python -m benchmarks.headquarters
"""

import os
import random
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication
from sqlalchemy import insert, select

from benchmarks.pages import (
    MEETINGS,
    REPLY,
    Row,
    meeting,
    point,
    print_line,
    record,
    report_window,
    timed,
)
from outreach_app import clock, month_totals, startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.planning import plan_answers
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.models import Attendance, Commitment, Meeting, Office, Partner, Point, Record
from outreach_app.rules.periods import Period
from outreach_app.vocabulary import catalogue
from tests import makers
from tests.registry import add_precinct, precinct_draft
from ui.pages import HEADQUARTERS_PAGES

PRECINCTS = 600
WEEKS = ("rrrrrrrr", "rrlrrrlr", "rrrgrrr.", "rrrrr...", "........", "rrrrrrr.")
DAYS = 240  # over which the meetings spread


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        startup.create_store(folder, makers.PASSPHRASE, makers.headquarters_draft())
        with startup.opened(folder, makers.PASSPHRASE) as office:
            fill(office.database, random.Random(2026))  # noqa: S311  the same store each run
            report_queries(office.database)
            report_window(office, application, HEADQUARTERS_PAGES)


def fill(database: Database, chance: random.Random) -> None:
    """Make the registry with the program and the records with the driver: pages read no journal."""
    with database.write(Actor.PROGRAM) as session:
        for number in range(1, PRECINCTS + 1):
            district = f"منطقة أمن {number // 12}", f"District de police {number // 12}"
            name = f"الحي {number}", f"Quartier {number}"
            weeks = WEEKS[number % len(WEEKS)]
            add_precinct(session, precinct_draft(name, str(number), district), weeks)
    with database.read() as session:
        offices = session.scalars(select(Office.id).where(Office.role == "precinct")).all()
        for model, rows in tables(list(offices), chance):
            session.connection().execute(insert(model), rows)
        session.connection().commit()
    month_totals.renew(database)


def tables(offices: list[int], chance: random.Random) -> Iterator[tuple[type[Record], list[Row]]]:
    """Yield rows: two partners per precinct; four points, a partner and a promise per meeting."""
    ids = range(1, MEETINGS + 1)
    today = clock.today()
    of = {number: offices[number % len(offices)] for number in ids}
    held = {number: today - timedelta(days=1 + number * DAYS // MEETINGS) for number in ids}
    topics = [code for code in catalogue("tp") if code.count(".") == 2]
    categories = list(catalogue("pt"))
    partners = range(1, 2 * len(offices) + 1)
    yield Partner, [
        record(offices[n % len(offices)], id=n, name_fr=f"Association {n}", is_active=True,
               category=categories[n % len(categories)], merged_into_id=None) for n in partners
    ]  # fmt: skip
    yield Meeting, [meeting(of[n], n, held[n], chance) for n in ids]
    yield Attendance, [
        record(of[n], meeting_id=n, partner_id=partners[n % len(offices)], is_present=True)
        for n in ids
    ]  # fmt: skip
    yield Point, [
        point(of[n], n, place, chance.choice(topics), held[n], chance)
        for n in ids for place in range(4)
    ]  # fmt: skip
    yield Commitment, [
        record(of[n], meeting_id=n, position=0, text=REPLY, language="ar", owner="office",
               due_on=held[n] + timedelta(days=30),
               status="cst.done" if chance.random() < 0.9 else "cst.open") for n in ids
    ]  # fmt: skip


def report_queries(database: Database) -> None:
    """Print the time of planning an answer to every precinct, and of a month's facts."""
    first = (clock.today().replace(day=1) - timedelta(days=1)).replace(day=1)
    month = Period(first, date(first.year, first.month, 28))

    def answer() -> None:
        with database.read() as session:
            assert len(plan_answers(session)) == PRECINCTS

    def summarise() -> None:
        assert prepare_national_summary_now(database, month).plan.first == month.first

    for words, work in (("answers to all", answer), ("summary of a month", summarise)):
        work()
        print_line(words, timed(work))


if __name__ == "__main__":
    main()
