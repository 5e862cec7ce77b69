"""Four computers import into one register on a server while three analysts work in it.

Run: python -m benchmarks.several [MINUTES]

A server is started for it. Precincts keep writing files to a folder, every importer imports
every file, in its own order; the analysts list, search, count, accept meetings, and all
change one partner, so that they conflict. Prints the results, and how long an analyst waited;
fails if anything was lost, duplicated or dead-locked.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import msgspec
from sqlalchemy import func, select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.database.address import read_address
from outreach_app.errors import OutreachError
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.migrations.run import finish
from outreach_app.models import JournalEvent, Meeting, Partner
from outreach_app.progress import Progress
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.portions import first_portion
from outreach_app.queries.search_results import search_everything
from outreach_app.search import upkeep
from outreach_app.services.partners import change_partner
from outreach_app.services.reviews import accept_meeting
from tests import makers
from tests.core.exchange.network import KEY, enrol, new_store, unsound
from tests.core.exchange.posts import export
from tests.servers import Server, find_programs, running_server

IMPORTERS, ANALYSTS, PRECINCTS = 4, 3, 4
_TODAY = date(2026, 11, 24)

upkeep.keep_current()


class Told(msgspec.Struct):
    """The results of one program: counts and durations of its actions."""

    counts: dict[str, int]
    p95: dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("minutes", nargs="?", type=float, default=10)
    parser.add_argument("as_program", nargs="*")
    given = parser.parse_args()
    if given.as_program:
        kind, address, folder, seed = given.as_program
        work = _import if kind == "importer" else _analyse
        told = work(address, Path(folder), int(seed), given.minutes * 60)
        print(msgspec.json.encode(told).decode())
        return
    programs = find_programs()
    if programs is None:
        raise SystemExit("PostgreSQL is not installed here")
    with running_server(Path(tempfile.mkdtemp(prefix="outreach-")), programs) as server:
        _run(server, given.minutes)


def _run(server: Server, minutes: float) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "files"
        folder.mkdir()
        place = server.address(server.new_database())
        with closing(new_store(place, "headquarters")) as headquarters:
            finish(headquarters)
            precincts = _precincts(Path(name), headquarters)
            makers.write_partner(headquarters)
            started = [
                _start(minutes, kind, str(place), folder, seed)
                for kind, number in (("importer", IMPORTERS), ("analyst", ANALYSTS))
                for seed in range(number)
            ]
            written = _write_files(precincts, folder, time.monotonic() + minutes * 60 * 0.8)
            told = [_told(program) for program in started]
            log = (server.socket / "log").read_text("utf-8")
            wrong = _wrong(headquarters, told, len(list(folder.iterdir())), written)
    for each in told:
        print(each.counts, {name: f"{ms:.0f} ms" for name, ms in each.p95.items()})
    wrong += [line for line in log.splitlines() if "deadlock" in line]
    print(f"{written} meetings in {minutes:g} minutes; wrong: {wrong or 'nothing'}")
    raise SystemExit(bool(wrong))


def _precincts(folder: Path, headquarters: Database) -> list[Database]:
    stores = []
    for number in range(PRECINCTS):
        names = {"name_ar": f"دائرة {number}", "name_fr": f"Quartier {number}"}
        store = new_store(folder / f"{number}.db", "precinct", number=str(number + 1), **names)
        enrol(store, headquarters)
        enrol(headquarters, store)
        stores.append(store)
    return stores


def _write_files(precincts: list[Database], folder: Path, until: float) -> int:
    """Make the precincts send a file with one meeting each in turn; return how many meetings."""
    written = 0
    while time.monotonic() < until:
        for number, store in enumerate(precincts):
            place = folder.parent / f"of-{number}-{written}"
            place.mkdir()
            makers.write_meeting(store, subject_fr=f"Séance {written}")
            (bundle,) = export(store, place)
            bundle.path.rename(folder / f"{number}-{written:06}.outreach")
            written += 1
    for store in precincts:
        store.close()
    return written


def _start(
    minutes: float, kind: str, address: str, folder: Path, seed: int
) -> "subprocess.Popen[str]":
    command = (sys.executable, "-m", "benchmarks.several", str(minutes), kind, address)
    return subprocess.Popen([*command, str(folder), str(seed)], stdout=subprocess.PIPE, text=True)


def _told(program: "subprocess.Popen[str]") -> Told:
    said, _errors = program.communicate()
    if program.returncode:
        raise SystemExit("a program ended with an error")
    return msgspec.json.decode(said, type=Told)


def _wrong(headquarters: Database, told: list[Told], files: int, written: int) -> list[str]:
    """Return the inconsistencies."""
    counts = sum((Counter(each.counts) for each in told), Counter[str]())
    with headquarters.read() as session:
        meetings = session.scalar(select(func.count()).select_from(Meeting)) or 0
        partner = session.scalars(select(Partner.uid)).one()
        events = select(func.count()).select_from(JournalEvent)
        changes = session.scalar(events.where(JournalEvent.record == partner)) or 0
    found = {
        "meetings": (meetings, written),
        "files imported": (counts["imported"], files),
        "files seen again": (counts["duplicate"], files * (IMPORTERS - 1)),
        "changes of the partner": (changes - 1, counts["changed"]),
    }
    wrong = [f"{name}: {has} of {of}" for name, (has, of) in found.items() if has != of]
    return wrong + unsound(headquarters)


def _import(address: str, folder: Path, seed: int, seconds: float) -> Told:
    """Import every file of the folder as it arrives, in this program's own order."""
    chance, counts, spent = random.Random(seed), Counter[str](), _Spent()  # noqa: S311
    done: set[Path] = set()
    until = time.monotonic() + seconds
    with closing(Database(read_address(address), KEY)) as store:
        while True:
            is_last = time.monotonic() >= until
            files = sorted(set(folder.iterdir()) - done)
            chance.shuffle(files)
            for file in files:
                with spent.on("file"):
                    summary = import_paths(store, [file], Progress())
                counts.update(str(each.status) for each in summary.files)
            done.update(files)
            if is_last:
                return Told(dict(counts), spent.p95())
            time.sleep(0.05)


def _analyse(address: str, _folder: Path, seed: int, seconds: float) -> Told:
    """List, search, accept and change in turn until the time is over."""
    counts, spent = Counter[str](), _Spent()
    until = time.monotonic() + seconds
    with closing(Database(read_address(address), KEY)) as store:
        store.actor = Actor.HEADQUARTERS
        while time.monotonic() < until:
            with store.read() as session:
                with spent.on("list"):
                    ids = list_meeting_ids(session, MeetingFilter(), portion=first_portion())
                with spent.on("search"):
                    search_everything(session, "دورية")
                waiting = MeetingFilter(review="received")
                received = list_meeting_ids(session, waiting, portion=first_portion())
                partner = session.scalars(select(Partner)).one()
                uid, version = partner.uid, partner.version
                meeting = session.get(Meeting, received[seed % len(received)]) if received else None
                to_accept = meeting.uid if meeting else None
            counts["lists" if ids else "empty lists"] += 1
            draft = makers.partner_draft(version=version, place=f"{seed}-{counts['changed']}")
            with _counted(counts, "changed"), spent.on("change"), store.write() as session:
                change_partner(session, uid, draft)
            if to_accept is not None:
                with _counted(counts, "accepted"), spent.on("accept"), store.write() as session:
                    accept_meeting(session, to_accept, _TODAY)
    return Told(dict(counts), spent.p95())


@contextmanager
def _counted(counts: Counter[str], name: str) -> Iterator[None]:
    """Count successes, and refusals by reason."""
    try:
        yield
    except OutreachError as error:
        name = f"{name}: {error.code}"
    counts[name] += 1


class _Spent:
    """Milliseconds on the clock, by what they were spent on."""

    def __init__(self) -> None:
        self._all: defaultdict[str, list[float]] = defaultdict(list)

    @contextmanager
    def on(self, what: str) -> Iterator[None]:
        start = time.perf_counter()
        yield
        self._all[what].append((time.perf_counter() - start) * 1000)

    def p95(self) -> dict[str, float]:
        return {what: sorted(each)[int(len(each) * 0.95)] for what, each in self._all.items()}


if __name__ == "__main__":
    main()
