"""Pages over 20,000 meetings and 5,000 partners: reloading each, and counting a year.

Run: python -m benchmarks.pages
"""

import os
import random
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

import uuid_utils.compat
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert

from outreach_app import clock, startup
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import (
    Attendance,
    Commitment,
    Identity,
    Meeting,
    Partner,
    Person,
    Point,
    Record,
    Referral,
)
from outreach_app.queries.figures import get_figures
from outreach_app.queries.records import get_own_office
from outreach_app.rules.statuses import PointState
from outreach_app.startup import OpenOffice
from outreach_app.vocabulary import catalogue
from tests import makers
from ui import languages, style
from ui.changes import EVERYTHING
from ui.forms.periods import period_of
from ui.pages import PRECINCT_PAGES, PageEntry
from ui.settings import Settings
from ui.shell import Shell
from ui.style import Scheme
from ui.tasks import Tasks

MEETINGS, PARTNERS, YEARS = 20_000, 5_000, 5
TARGET = 100.0  # milliseconds, of the median
TURNS = 7
SUBJECT = "تأمين محيط المؤسسات التعليمية بالحي"
TEXT = "الإنارة العمومية منعدمة قرب المدرسة والسكان يطلبون دوريات في المساء"
REPLY = "برمجت دوريات راجلة كل مساء وأشعرت الجماعة بأعطاب الإنارة العمومية"
Row = dict[str, object]


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
        with startup.opened(folder, makers.PASSPHRASE) as office:
            fill(office.database, random.Random(2026))  # noqa: S311  the same store each run
            report_figures(office.database)
            report_window(office, application, PRECINCT_PAGES)


def fill(database: Database, chance: random.Random) -> None:
    """Write the records with the driver, without a journal, which pages do not read."""
    with database.read() as session:
        office = get_own_office(session).id
        for model, rows in tables(office, chance):
            session.connection().execute(insert(model), rows)
        session.connection().commit()


def tables(office: int, chance: random.Random) -> Iterator[tuple[type[Record], list[Row]]]:
    """Yield rows of every table: 4 points, a promise, a referral and 3 partners per meeting.

    One point of twenty, one commitment of ten and one referral of ten are open: more than an office
    would have, so that the lists of open items are as long as they can get.
    """
    yield from bodies(office)
    today = clock.today()
    ids = range(1, MEETINGS + 1)
    held = {n: today - timedelta(days=n * 365 * YEARS // MEETINGS) for n in ids}
    topics = [code for code in catalogue("tp") if code.count(".") == 2]
    yield Meeting, [meeting(office, n, held[n], chance) for n in ids]
    yield Meeting, [
        record(office, status="planned", held_on=today + timedelta(days=n // 2),
               kind="mt.periodic", channel="ch.inperson", kinds_present=(), subject_ar=SUBJECT)
        for n in range(14)
    ]  # fmt: skip
    yield Attendance, [
        record(office, meeting_id=n, partner_id=chance.randint(1, PARTNERS), is_present=True)
        for n in ids for _place in range(3)
    ]  # fmt: skip
    yield (
        Point,
        [
            point(office, n, place, chance.choice(topics), held[n], chance)
            for n in ids
            for place in range(4)
        ],
    )
    yield Commitment, [
        record(office, meeting_id=n, position=0, text=REPLY, language="ar", owner="office",
               due_on=held[n] + timedelta(days=30),
               status="cst.done" if chance.random() < 0.9 else "cst.open") for n in ids
    ]  # fmt: skip
    yield Referral, [
        record(office, meeting_id=n, point_id=n * 4, position=0, destination="rf.commune",
               topic=topics[0], sent_on=held[n],
               answered_on=held[n] + timedelta(days=9) if chance.random() < 0.9 else None)
        for n in ids
    ]  # fmt: skip


def bodies(office: int) -> Iterator[tuple[type[Record], list[Row]]]:
    """Yield partners with a person each; 1 % are merged, one person in forty is not informed."""
    ids = range(1, PARTNERS + 1)
    categories = list(catalogue("pt"))
    today = clock.today()
    yield Partner, [
        record(office, id=n, name_fr=f"Association {n}", is_active=True,
               category=categories[n % len(categories)],
               merged_into_id=n - 1 if n % 100 == 0 else None) for n in ids
    ]  # fmt: skip
    yield Person, [
        record(office, id=n, partner_id=n, capacity_ar="رئيس الجمعية", is_active=True,
               informed_on=None if n % 40 == 0 else today) for n in ids
    ]  # fmt: skip
    yield Identity, [record(office, person_id=n, name_ar=f"السيد {n}") for n in ids]


def meeting(office: int, number: int, day: date, chance: random.Random) -> Row:
    return record(
        office,
        id=number,
        status="held",
        held_on=day,
        kind="mt.periodic",
        kinds_present=(),
        channel=chance.choice(["ch.inperson", "ch.phone"]),
        place_ar="مقر الدائرة الأمنية",
        subject_ar=SUBJECT,
        headcount=20,
        women=8,
        assessment=REPLY,
        assessment_language="ar",
        number_year=day.year,
        number_sequence=number,
    )


def point(
    office: int, meeting: int, place: int, topic: str, day: date, chance: random.Random
) -> Row:
    """Invent a point; nineteen of twenty had a reply after some days."""
    is_given = chance.random() < 0.95
    return record(
        office,
        id=(meeting - 1) * 4 + place + 1,
        meeting_id=meeting,
        position=place,
        kind="concern",
        topic=topic,
        text=TEXT,
        language="ar",
        reply=REPLY if is_given else None,
        given_on=day + timedelta(days=chance.randint(1, 20)) if is_given else None,
        state=PointState.REPLY_GIVEN if is_given else PointState.RECEIVED,
        met_on=day,
    )


def record(office: int, **values: object) -> Row:
    return {
        "uid": uuid_utils.compat.uuid7(),
        "version": f"1@{secrets.token_hex(4)}",
        "is_deleted": False,
        "office_id": office,
        **values,
    }


def report_figures(database: Database) -> None:
    """Print the time of the figures of a whole year."""
    today = clock.today()
    year = period_of("year", date(today.year - 1, 1, 1))

    def count() -> None:
        with database.read() as session:
            figures = get_figures(session, year, today, 6)
        assert figures.meetings.now > 0

    count()
    print_line("dashboard of a year, its queries", timed(count))


def report_window(
    office: OpenOffice, application: QApplication, pages: Iterable[PageEntry]
) -> None:
    """Print the time of the pages of an office's window."""
    tasks = Tasks()
    style.apply(Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    shell = Shell(office, Settings(office.folder.with_name("window.json")), tasks)
    shell.resize(1366, 768)
    shell.show()
    report_pages(shell, application, pages)
    shell.close()
    tasks.stop()


def report_pages(shell: Shell, application: QApplication, pages: Iterable[PageEntry]) -> None:
    """Print the time of reloading and painting each page after a change."""
    for entry in pages:
        shell.show_page(entry.key)
        application.processEvents()
        work = partial(read_again, shell, application)
        work()
        print_line(f"page {entry.key}", timed(work))


def read_again(shell: Shell, application: QApplication) -> None:
    """Notify the window of a change of everything, as after an import, and paint the page."""
    shell.changes.tell(EVERYTHING)
    shell.page.update()
    application.processEvents()


def timed(work: Callable[[], object]) -> float:
    """Return the median CPU milliseconds of some work."""
    spent = []
    for _turn in range(TURNS):
        start = time.process_time()
        work()
        spent.append((time.process_time() - start) * 1000)
    return statistics.median(spent)


def print_line(name: str, spent: float) -> None:
    mark = "" if spent <= TARGET else "  TOO SLOW"
    print(f"{name}: {spent:.0f} ms (target <= {TARGET:.0f}){mark}", flush=True)


if __name__ == "__main__":
    main()
