"""Opening a store whose search index is behind: its cost, and the window's latency meanwhile.

Run: python -m benchmarks.opening
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from sqlalchemy import insert
from sqlalchemy.orm import Session

from benchmarks.window import a_meeting, a_point, new_shell
from outreach_app import startup
from outreach_app.models import Meeting, Point
from outreach_app.search import index
from outreach_app.search.index import Found, FoundKind
from outreach_app.startup import OpenOffice
from tests import makers
from ui import style
from ui.style import Scheme

MEETINGS = 10_000
TURNS = 5
TICK = 20  # milliseconds between two checks of the window's latency


def main() -> None:
    """Print the cost of opening with a full and with an empty index queue."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    style.apply(Scheme.LIGHT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        startup.create_store(folder / "store", makers.PASSPHRASE, makers.office_draft())
        with startup.opened(folder / "store", makers.PASSPHRASE) as office:
            fill(office)
        behind = [opening(folder / "store") for _turn in range(TURNS)]
        with startup.opened(folder / "store", makers.PASSPHRASE) as office:
            lags = lags_while_completing(application, office, folder)
        complete = [opening(folder / "store") for _turn in range(TURNS)]
    ratio = statistics.median(behind) / statistics.median(complete)
    print(f"opening with {MEETINGS} meetings waiting / with none: {ratio:.2f} of the CPU")
    p95 = statistics.quantiles(lags, n=20)[-1]
    lag = f"within {p95:.0f} ms (p95 of {len(lags)}), at most {max(lags):.0f} ms"
    print(f"while they are indexed the window answers {lag}")


def fill(office: OpenOffice) -> None:
    """Write meetings as rows, queued for the index."""
    with Session(office.database.engine) as session:
        numbers = range(1, MEETINGS + 1)
        session.execute(insert(Meeting), list(map(a_meeting, numbers)))
        session.execute(insert(Point), list(map(a_point, numbers)))
        index.postpone(session, [Found(FoundKind.MEETING, number) for number in numbers])
        session.commit()


def opening(folder: Path) -> float:
    """Return the CPU seconds that opening takes."""
    start = time.process_time()
    office = startup.open_office(folder, makers.PASSPHRASE)
    spent = time.process_time() - start
    office.close()
    return spent


def lags_while_completing(
    application: QApplication, office: OpenOffice, folder: Path
) -> list[float]:
    """Return by how many milliseconds the window's timer was late until the index was complete."""
    lags: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        lags.append(max(0.0, (now - last) * 1000 - TICK))
        last = now

    with new_shell(office, folder) as shell:
        shell.show()
        clock = QTimer(shell, interval=TICK)
        clock.timeout.connect(tick)
        clock.start()
        is_complete = False
        while not is_complete:
            application.processEvents()
            time.sleep(0.001)
            is_complete = len(lags) % 20 == 0 and shell.context.read(index.is_complete)
    return lags


if __name__ == "__main__":
    main()
