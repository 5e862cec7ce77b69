"""The window under load: long lists, Ctrl+K, a switch of language, the preview of a summary.

Run: python -m benchmarks.window
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QModelIndex
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from outreach_app import i18n, startup
from outreach_app.i18n import Language
from outreach_app.models import Meeting, Point
from outreach_app.progress import Progress
from outreach_app.queries.meetings import list_meetings
from outreach_app.search import index, upkeep
from outreach_app.search.index import Found, FoundKind
from outreach_app.startup import OpenOffice
from outreach_app.vocabulary import catalogue
from tests import makers
from ui import languages, style
from ui.find.overlay import FindOverlay
from ui.meetings.page import MeetingsPage
from ui.pages import PRECINCT_PAGES
from ui.requests import ShowSummary
from ui.settings import Settings
from ui.shell import Shell
from ui.style import Scheme
from ui.summaries.page import SummariesPage
from ui.tables.rows_model import PAGE
from ui.tasks import Tasks

MEETINGS = 200_000
FOUND_MEETINGS = 100_000  # half of them are in the search index
PAGES_READ = 100
ROUNDS = 7
QUERIES = ("الإنارة", "eclairage", "حي 777", "السوق", "circulation", "stup", "مخدر", "ecole")
SUBJECTS = ("لقاء حي {n} حول السوق", "Abords de l'école du quartier {n}", "تأمين محيط المدرسة {n}")


def main() -> None:
    """Print each figure and its limit."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    style.apply(Scheme.LIGHT)
    languages.switch(Language.ARABIC)
    with tempfile.TemporaryDirectory() as folder:
        with new_office(Path(folder) / "small") as office:
            for _meeting in range(ROUNDS):
                makers.write_meeting(office.database)
            measure_switch(application, office, Path(folder))
            measure_preview(application, office, Path(folder))
        with new_office(Path(folder) / "large") as office:
            fill(office)
            measure_lists(office, Path(folder))
            measure_search(office, Path(folder))


@contextmanager
def new_office(folder: Path) -> Iterator[OpenOffice]:
    startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        yield office


@contextmanager
def new_shell(office: OpenOffice, folder: Path) -> Iterator[Shell]:
    tasks = Tasks()
    shell = Shell(office, Settings(folder / "window.json"), tasks)
    shell.resize(1366, 768)
    yield shell
    tasks.stop()
    shell.close()
    shell.deleteLater()
    # Outside the event loop nothing else deletes it: the next switch would affect two windows.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def fill(office: OpenOffice) -> None:
    """Write the rows of several years without events: only reading is timed."""
    meetings = list(map(a_meeting, range(1, MEETINGS + 1)))
    points = list(map(a_point, range(1, FOUND_MEETINGS + 1)))
    with Session(office.database.engine) as session:
        session.execute(insert(Meeting), meetings[:FOUND_MEETINGS])
        session.execute(insert(Point), points)
        numbers = range(1, FOUND_MEETINGS + 1)
        index.postpone(session, [Found(FoundKind.MEETING, number) for number in numbers])
        session.commit()
    upkeep.complete_index(office.database, Progress())
    with Session(office.database.engine) as session:
        session.execute(insert(Meeting), meetings[FOUND_MEETINGS:])
        session.commit()
    office.database.checkpoint()


def a_meeting(number: int) -> dict[str, object]:
    return {
        "id": number,
        "uid": uuid7(),
        "version": "0@0",
        "is_deleted": False,
        "office_id": 1,
        "status": "held",
        "held_on": date(2006, 1, 1) + timedelta(days=number % 7300),
        "kind": "mt.periodic",
        "channel": "ch.inperson",
        "kinds_present": (),
        "subject_ar": SUBJECTS[number % len(SUBJECTS)].format(n=number),
        "headcount": number % 40,
    }


def a_point(number: int) -> dict[str, object]:
    """Return the point of the meeting of that number."""
    topics = list(catalogue("tp"))
    return {
        "uid": uuid7(),
        "version": "0@0",
        "is_deleted": False,
        "office_id": 1,
        "meeting_id": number,
        "position": 1,
        "kind": "concern",
        "topic": topics[number % len(topics)],
        "text": f"نقطة {number} حول حركة السير قرب المدرسة",
        "language": "ar",
    }


def measure_lists(office: OpenOffice, folder: Path) -> None:
    with new_shell(office, folder) as shell:
        shell.show_page("meetings")
        page = shell.page
        assert isinstance(page, MeetingsPage)
        model = page.list.table.model
        steps = []
        while model.canFetchMore(QModelIndex()):
            steps.append(cpu(partial(model.fetchMore, QModelIndex())))
        report(
            f"a step towards the last of {MEETINGS} meetings",
            steps,
            "ms CPU",
            max(steps),
            "most",
            500,
        )
        numbers = random.Random(7).sample(range(model.rowCount() // PAGE), PAGES_READ)  # noqa: S311
        times = [cpu(partial(model.row, number * PAGE)) for number in numbers]
        name = f"a page of {PAGE} of {model.rowCount()} meetings"
        report(name, times, "ms CPU", p95(times), "p95", 10)


def measure_search(office: OpenOffice, folder: Path) -> None:
    with new_shell(office, folder) as shell:
        overlay = FindOverlay(shell.context, shell)
        overlay.appear()
        times = []
        for query in QUERIES * ROUNDS:
            overlay.line.setText(query)
            times.append(cpu(overlay._search))
            assert overlay.results.count()
        name = f"Ctrl+K among {FOUND_MEETINGS} meetings"
        report(name, times, "ms CPU", p95(times), "p95", 50)


def measure_switch(application: QApplication, office: OpenOffice, folder: Path) -> None:
    """Compare switching the language of every page with building it."""
    built, switched = [], []
    for _round in range(ROUNDS):
        with ExitStack() as stack:

            def build(stack: ExitStack = stack) -> None:
                shell = stack.enter_context(new_shell(office, folder))
                for entry in PRECINCT_PAGES:
                    shell.show_page(entry.key)
                shell.show()
                application.processEvents()

            def switch() -> None:
                languages.switch(i18n.current().other)
                application.processEvents()

            built.append(cpu(build))
            switched.append(cpu(switch))
    ratio = statistics.median(switched) / statistics.median(built)
    report("a switch of language / building the window", switched, "ms CPU", ratio, "ratio", 1)


def measure_preview(application: QApplication, office: OpenOffice, folder: Path) -> None:
    """Measure from the click on a session to its pages, in wall time: a process renders them."""
    with office.database.read() as session:
        meetings = [row.uid for row in list_meetings(session)]
    with new_shell(office, folder) as shell:
        shell.show_page("summaries")
        page = shell.page
        assert isinstance(page, SummariesPage)

        def show(uid: UUID) -> float:
            start = time.perf_counter()
            page.preview.show_documents({})
            page.take(ShowSummary(uid))
            while not page.preview.document.pageCount():
                application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)
            return (time.perf_counter() - start) * 1000

        show(meetings[0])
        times = [show(uid) for uid in meetings * ROUNDS]
        page.close_worker()
    report("from click to preview, warm", times, "ms", statistics.median(times), "median", 300)


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of some work in this process."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def report(name: str, times: list[float], unit: str, figure: float, what: str, most: float) -> None:
    median = statistics.median(times)
    print(f"{name}: median {median:.1f} {unit}, {what} {figure:.2f} (at most {most})", flush=True)


if __name__ == "__main__":
    main()
