"""Search in 100,000 meetings of 600 offices in an encrypted store, compared with a row look-up.

Run: python -m benchmarks.search
"""

import random
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.meeting_lists import MAX_FOUND
from outreach_app.search.index import (
    CREATE_INDEXES,
    Document,
    Found,
    FoundKind,
    find_meetings,
    find_names,
    put,
)
from outreach_app.search.terms import Facet, facet_term
from outreach_app.vocabulary import catalogue

MEETINGS, PARTNERS, OFFICES = 100_000, 20_000, 600
PORTION = 1_000  # documents per batch
WORDS = 25  # about, of each document
ROUNDS = 20
TARGET = 50.0  # milliseconds of CPU, of the 95th percentile

FIRST_DAY, DAYS = date(2016, 1, 1), 4_000
STATUSES = ("planned", "confirmed", "held", "postponed", "cancelled")
GIVEN_NAMES = ("محمد", "Fatima", "حسين", "Khadija", "يوسف", "Rachid", "نعيمة", "Abderrahim", "سعيد")
FAMILY_NAMES = ("العلوي", "Bennani", "التازي", "Cherkaoui", "بنعلي", "Idrissi", "الفاسي", "Berrada")
EVERYWHERE = "لقاء"  # a word in every meeting
QUERIES = {
    "rare": ("حي 77777", "quartier 4242", "لقاء 31337"),
    "common": ("الإنارة العمومية", "circulation", "المؤسسات التعليمية", "vol"),
    "prefix": ("الدور", "stup", "مخ", "eclai"),
    "names": ("Mohamed Alaoui", "فاطمة بناني", "Houcine", "شرقاوي", "abder"),
    "mixed": ("الإنارة Mohamed", "stationnement irrégulier حي 99", "المخدرات Benali"),
}


def main() -> None:
    """Print the search times of Ctrl+K and of the list of meetings."""
    with tempfile.TemporaryDirectory() as folder:
        store = Database(Path(folder) / "store.db", secrets.token_bytes(32))
        start = time.process_time()
        fill(store.engine, random.Random(2026))  # noqa: S311  the same documents each run
        store.checkpoint()
        print(f"{MEETINGS} meetings, {PARTNERS} partners: {store.path.stat().st_size / 1e6:.0f} MB")
        print(f"written in {time.process_time() - start:.0f} s of CPU")
        with store.read() as session:
            report(session)
        store.close()


def fill(engine: Engine, chance: random.Random) -> None:
    """Write the documents, and a table of rows for the floor."""
    topics = list(catalogue("tp").values())
    labels = {language: [topic.label(language) for topic in topics] for language in Language}
    with Session(engine) as session:
        for statement in CREATE_INDEXES:
            session.execute(text(statement))
        session.execute(text("CREATE TABLE documents (id INTEGER PRIMARY KEY, words TEXT)"))
        waiting: list[Document] = []
        for document in documents(labels, chance):
            waiting.append(document)
            if len(waiting) == PORTION:
                put(session, waiting)
                rows = [{"words": document.words} for document in waiting]
                session.execute(text("INSERT INTO documents (words) VALUES (:words)"), rows)
                waiting.clear()
        session.commit()


def documents(labels: dict[Language, list[str]], chance: random.Random) -> Iterator[Document]:
    """Return meetings with their filters, then partners."""
    for number in range(1, MEETINGS + 1):
        words = some_words(number, labels[chance.choice(list(Language))], chance)
        filters = (
            facet_term(Facet.OFFICE, chance.randrange(OFFICES)),
            facet_term(Facet.STATUS, chance.choice(STATUSES)),
        )
        day = FIRST_DAY + timedelta(days=chance.randrange(DAYS))
        yield Document(Found(FoundKind.MEETING, number), words, a_name(chance), day, filters)
    for number in range(1, PARTNERS + 1):
        yield Document(Found(FoundKind.PARTNER, number), "جمعية association", a_name(chance))


def some_words(number: int, labels: list[str], chance: random.Random) -> str:
    """Return one meeting's words: its number and topics of one language."""
    words = [EVERYWHERE, "حي", "quartier", str(number)]
    while len(words) < WORDS:
        words += chance.choice(labels).split()
    return " ".join(words)


def a_name(chance: random.Random) -> str:
    """Return a name of either script."""
    return f"{chance.choice(GIVEN_NAMES)} {chance.choice(FAMILY_NAMES)}"


def report(session: Session) -> None:
    """Print the median and the 95th percentile of each kind of query, and the floor."""
    floor = statistics.median(timed(partial(look_up, session, row)) for row in range(1, 500))
    print(f"floor: a look-up by primary key, {floor:.3f} ms")
    every: list[float] = []
    for kind, queries in QUERIES.items():
        times = [
            timed(partial(find_all, session, query)) for _ in range(ROUNDS) for query in queries
        ]
        print_line(kind, times, floor)
        every += times
    print_line("all", every, floor)
    print(f"target: p95 at most {TARGET:.0f} ms")
    print(f"the list of meetings that hold {EVERYWHERE}, which is in every one:")
    year = {"first_day": date(2020, 1, 1), "last_day": date(2020, 12, 31)}
    lists = {
        "alone": {},
        "one status": {"filters": {Facet.STATUS: ("held",)}},
        "one office": {"filters": {Facet.OFFICE: (7,)}},
        "50 offices": {"filters": {Facet.OFFICE: range(50)}},
        "300 offices": {"filters": {Facet.OFFICE: range(300)}},
        "office, status": {"filters": {Facet.OFFICE: (7,), Facet.STATUS: ("held",)}},
        "a year": year,
    }
    for name, narrowed in lists.items():
        ask = partial(find_meetings, session, EVERYWHERE, MAX_FOUND, **narrowed)  # type: ignore[arg-type]
        times = [timed(ask) for _ in range(ROUNDS)]
        print_line(f"{name} ({len(ask())})", times, floor)


def find_all(session: Session, query: str) -> object:
    """Search what Ctrl+K searches."""
    return find_names(session, query, 51), find_meetings(session, query, 51)


def look_up(session: Session, number: int) -> object:
    """Read one row by its primary key."""
    return session.execute(text("SELECT words FROM documents WHERE id = :id"), {"id": number}).one()


def print_line(kind: str, times: list[float], floor: float) -> None:
    """Print two times, and the ratio of the first to the floor."""
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(f"{kind:24} p50 {median:7.2f} ms  p95 {p95:7.2f} ms  {median / floor:7.1f} x the floor")


def timed(work: Callable[[], object]) -> float:
    """Return the CPU milliseconds of some work."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


if __name__ == "__main__":
    main()
