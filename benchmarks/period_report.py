"""The report of a quarter of 1,000 meetings with its annex, from the store to its PDF.

Run: python -m benchmarks.period_report
The floor reads the same rows with the driver only. Target: at most 3 seconds per language.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from sqlalchemy import text

from outreach_app import startup
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.render import render
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument
from outreach_app.issuing.period import prepare_period_report
from outreach_app.rules.periods import Period
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.meetings import MeetingDraft, log_meeting
from outreach_app.services.points import PointDraft
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.prose import realise_period
from tests import makers

T = TypeVar("T")
MEETINGS = 1_000
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
TOPICS = ("tp.1.1", "tp.3.1", "tp.4.4", "tp.6.1", "tp.7.1", "tp.8.4")
KINDS = ("mt.periodic", "mt.thematic", "mt.field", "mt.coordination")


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        makers.create_store(folder, makers.office_draft())
        with startup.opened(folder, makers.PASSPHRASE) as office:
            fill(office.database, random.Random(2026))  # noqa: S311  the same store each run
            report(office.database)


def fill(database: Database, chance: random.Random) -> None:
    """Log the meetings with the program, half of them in the previous quarter."""
    partners = [makers.write_partner(database, name_ar=f"جمعية {each}") for each in range(60)]
    for half in range(2):
        with database.write(Actor.CHIEF) as session:
            for _number in range(MEETINGS if half else MEETINGS // 2):
                first = QUARTER.first if half else QUARTER.previous().first
                day = first + timedelta(chance.randrange(91))
                log_meeting(session, _draft(day, chance, partners))


def _draft(day: date, chance: random.Random, partners: list[UUID]) -> MeetingDraft:
    present = chance.sample(partners, 2)
    return makers.meeting_draft(
        held_on=day,
        kind=chance.choice(KINDS),
        headcount=chance.randrange(3, 30),
        women=2,
        attendances=tuple((partner, True) for partner in present),
        points=tuple(
            PointDraft("request", chance.choice(TOPICS), "إصلاح الإنارة", "ar")
            for _each in range(3)
        ),
        commitments=tuple(
            CommitmentDraft("مراسلة الجماعة", "ar", "office", due_on=day + timedelta(20))
            for _each in range(2)
        ),
        referrals=(),
    )


def report(database: Database) -> None:
    """Print each step and the floor, in seconds of this process."""
    prepare_period_report(database, QUARTER)  # warm
    floor, _rows = spent(lambda: read_rows(database))
    facts, prepared = spent(lambda: prepare_period_report(database, QUARTER))
    print(f"rows by the driver            {floor:6.2f} s")
    print(f"facts of the report           {facts:6.2f} s  {facts / floor:5.1f} floors")
    for language in Language:
        draw(prepared, language, facts)


def draw(prepared: PreparedDocument[PeriodPlan], language: Language, facts: float) -> None:
    """Print the time of the prose and of the pages of one language, and the total."""
    issued_on = prepared.issue.issued_at.date()
    words, document = spent(lambda: realise_period(prepared.plan, language, issued_on))
    pages, drawn = spent(lambda: render(document, prepared.issue, "report"))
    print(f"words in {language:20} {words:6.2f} s")
    print(f"pages in {language:20} {pages:6.2f} s  {drawn.pages} pages")
    print(f"whole in {language:20} {facts + words + pages:6.2f} s  (wanted: 3)")


def read_rows(database: Database) -> int:
    """Read the meetings of the quarter and all that they hold."""
    with database.read() as session:
        days = {"first": str(QUARTER.first), "last": str(QUARTER.last)}
        inside = "SELECT id FROM meetings WHERE held_on BETWEEN :first AND :last"
        return sum(
            len(session.execute(text(query), days).all())
            for query in (
                "SELECT * FROM meetings WHERE held_on BETWEEN :first AND :last",
                *(
                    f"SELECT * FROM {table} WHERE meeting_id IN ({inside})"  # noqa: S608  fixed names
                    for table in ("points", "commitments", "referrals", "attendances")
                ),
            )
        )


def spent(work: Callable[[], T]) -> tuple[float, T]:
    """Return the CPU seconds and the result of some work."""
    before = time.process_time()
    given = work()
    return time.process_time() - before, given


if __name__ == "__main__":
    main()
