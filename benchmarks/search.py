"""Search among 100,000 meetings in an encrypted store: times beside a primary-key look-up."""

import random
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.search import CREATE_INDEX, FoundKind, find, put
from outreach_app.vocabulary import catalogue

DOCUMENTS = 100_000
WORDS = 25  # about, of each document
ROUNDS = 20
TARGET = 50.0  # milliseconds, of the 95th percentile

GIVEN_NAMES = ("محمد", "Fatima", "حسين", "Khadija", "يوسف", "Rachid", "نعيمة", "Abderrahim", "سعيد")
FAMILY_NAMES = ("العلوي", "Bennani", "التازي", "Cherkaoui", "بنعلي", "Idrissi", "الفاسي", "Berrada")
QUERIES = {
    "rare": ("حي 77777", "quartier 4242", "لقاء 31337"),
    "common": ("الإنارة العمومية", "circulation", "المؤسسات التعليمية", "vol"),
    "prefix": ("الدور", "stup", "مخ", "eclai"),
    "names": ("Mohamed Alaoui", "فاطمة بناني", "Houcine", "شرقاوي", "abder"),
    "mixed": ("الإنارة Mohamed", "stationnement irrégulier حي 99", "المخدرات Benali"),
}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = Database(Path(folder) / "store.db", secrets.token_bytes(32))
        fill(store.engine, random.Random(2026))  # noqa: S311  the same documents each run
        store.checkpoint()
        print(f"{DOCUMENTS} documents, {store.path.stat().st_size / 1e6:.0f} MB with their text")
        with Session(store.engine) as session:
            report(session)
        store.close()


def fill(engine: Engine, chance: random.Random) -> None:
    """Write the documents, and a table of them for the floor."""
    topics = list(catalogue("tp").values())
    labels = {language: [topic.label(language) for topic in topics] for language in Language}
    with Session(engine) as session:
        session.execute(text(CREATE_INDEX))
        session.execute(text("CREATE TABLE documents (id INTEGER PRIMARY KEY, words TEXT)"))
        for number in range(1, DOCUMENTS + 1):
            words = document(number, labels[chance.choice(list(Language))], chance)
            name = f"{chance.choice(GIVEN_NAMES)} {chance.choice(FAMILY_NAMES)}"
            put(session, FoundKind.MEETING, number, words, name)
            session.execute(
                text("INSERT INTO documents VALUES (:id, :words)"), {"id": number, "words": words}
            )
        session.commit()


def document(number: int, labels: list[str], chance: random.Random) -> str:
    """One meeting's words: its number and topics of one language."""
    words = ["لقاء", "حي", "quartier", str(number)]
    while len(words) < WORDS:
        words += chance.choice(labels).split()
    return " ".join(words)


def report(session: Session) -> None:
    """Print the median and the 95th percentile of each kind of query beside the floor."""
    floor = statistics.median(timed(partial(look_up, session, row)) for row in range(1, 500))
    print(f"floor: a look-up by primary key, {floor:.3f} ms")
    every: list[float] = []
    for kind, queries in QUERIES.items():
        times = [
            timed(partial(find, session, query, 50)) for _ in range(ROUNDS) for query in queries
        ]
        print_line(kind, times, floor)
        every += times
    print_line("all", every, floor)
    print(f"target: p95 at most {TARGET:.0f} ms")


def look_up(session: Session, number: int) -> object:
    return session.execute(text("SELECT words FROM documents WHERE id = :id"), {"id": number}).one()


def print_line(kind: str, times: list[float], floor: float) -> None:
    median, p95 = statistics.median(times), statistics.quantiles(times, n=20)[-1]
    print(
        f"{kind:8} p50 {median:7.2f} ms  p95 {p95:7.2f} ms  {median / floor:7.1f} times the floor"
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds the work takes."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


if __name__ == "__main__":
    main()
