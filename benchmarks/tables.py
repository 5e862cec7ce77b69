"""Tables of partners, read and imported, compared with half the rows and with the driver.

Run: python -m benchmarks.tables [ROWS]
"""

import csv
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from sqlalchemy import Connection

from benchmarks.reading import spent
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.progress import Progress
from outreach_app.search import upkeep
from outreach_app.transfer.foreign_files import CHILD, read_csv
from outreach_app.transfer.partners_file import read_partners
from outreach_app.transfer.partners_import import import_partners
from tests.core.exchange.network import make_network, opened_network

ROWS, READ = 4_000, 60_000
TABLES = ("partners", "people", "identities", "events")
MAX_GROWTH = 2.4  # for twice as many rows
HEADINGS = ("الاسم", "nom", "الهاتف", "email", "adresse", "contact")


def main() -> None:
    """Print the CPU seconds of each kind of table, and their growth."""
    upkeep.keep_current()
    rows = int(sys.argv[1]) if sys.argv[1:] else ROWS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        measure_reading(folder)
        (folder / "network").mkdir()
        make_network(folder / "network")
        measure_floor(folder, rows)
        for kind, table in {"new partners": apart, "people of one partner": of_one}.items():
            once = [imported(folder, table(count)) for count in (rows // 2, rows)]
            for number, words in enumerate(("", ", imported again")):
                half, whole = (seconds[number] for seconds in once)
                growth = whole / half
                print(
                    f"{rows} {kind}{words}: {whole:.1f} s CPU, {growth:.2f} times half as many"
                    f" (at most {MAX_GROWTH})"
                )


def measure_reading(folder: Path) -> None:
    """Print the cost of reading a large table without the child's start, compared with csv."""
    start = spent(partial(read_apart, written(folder, apart(1))))
    file = written(folder, apart(READ))
    reading = spent(partial(read_apart, file)) - start
    floor = cpu(partial(plainly, file))
    print(f"{READ} rows read apart: {reading:.2f} s CPU, {reading / floor:.1f} times csv alone")


def measure_floor(folder: Path, rows: int) -> None:
    """Print the import, compared with the driver's executemany of the same rows and events."""
    file = written(folder, apart(rows))
    with (
        tempfile.TemporaryDirectory() as name,
        opened_network(folder / "network", Path(name)) as network,
    ):
        importing = cpu(partial(take, network.chief, file))
        with network.chief.engine.connect() as chief, network.deputy.engine.connect() as deputy:
            kept = {
                table: [tuple(row) for row in chief.exec_driver_sql(f"SELECT * FROM {table}")]  # noqa: S608
                for table in TABLES
            }
            floor = cpu(partial(write_plainly, deputy, kept))
    print(
        f"{rows} new partners: {importing / rows * 1000:.2f} ms CPU a row,"
        f" {importing / floor:.1f} times executemany of the same rows and events"
    )


def write_plainly(connection: Connection, kept: Mapping[str, Sequence[tuple[object, ...]]]) -> None:
    """Write the rows of tables with executemany; nothing is committed."""
    for table, rows in kept.items():
        marks = ", ".join("?" * len(rows[0]))
        statement = f"INSERT OR IGNORE INTO {table} VALUES ({marks})"  # noqa: S608
        connection.exec_driver_sql(statement, rows)
    connection.rollback()


def read_apart(file: Path) -> None:
    read_csv(file)
    CHILD.close()  # a child's time is known after it has ended


def imported(folder: Path, rows: Iterator[tuple[str, ...]]) -> tuple[float, float]:
    """Return the CPU seconds of importing a table into an empty store, and again."""
    file = written(folder, rows)
    with (
        tempfile.TemporaryDirectory() as name,
        opened_network(folder / "network", Path(name)) as network,
    ):
        work = partial(take, network.chief, file)
        return cpu(work), cpu(work)


def take(store: Database, file: Path) -> None:
    """Import a table in one transaction."""
    entries = read_partners(file)
    with store.write(Actor.CHIEF) as session:
        import_partners(session, entries, file.name, Progress())


def apart(count: int) -> Iterator[tuple[str, ...]]:
    """Yield partners, each with a contact person."""
    for number in range(count):
        phone = f"06{number:08}"
        yield (
            f"جمعية {number}",
            f"Association {number}",
            phone,
            "",
            f"{number} rue",
            f"Ali {number}",
        )


def of_one(count: int) -> Iterator[tuple[str, ...]]:
    """Yield the members of one partner."""
    for number in range(count):
        yield "جمعية الحي", "Association du quartier", "", "", "", f"Ali {number}"


def written(folder: Path, rows: Iterator[tuple[str, ...]]) -> Path:
    path = folder / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([HEADINGS, *rows])
    return path


def plainly(file: Path) -> None:
    """Read a table with the csv module."""
    with file.open(encoding="utf-8", newline="") as lines:
        list(csv.DictReader(lines))


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
