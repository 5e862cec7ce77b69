"""Response times of the worst cases: hostile files, largest files, a cancelled document.

Run: python -m benchmarks.hostile
"""

import contextlib
import json
import random
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median

from outreach_app.documents.requests import RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import BundleError, Cancelled
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from tests.core.documents.sample_parts import row
from tests.core.documents.samples import ISSUE, session
from tests.core.exchange.bundles import opened
from tests.core.exchange.format.test_worst_files import (
    apart,
    imported,
    of_one_record,
    of_short_fields,
    written,
)
from tests.core.exchange.insider import hostile_archive
from tests.core.exchange.network import make_network, opened_network

HOSTILE, SEED = 400, 1
MAX_SECONDS, MAX_SHARE = 2, 0.1
WORST = {"many records": apart, "one record": of_one_record, "short fields": of_short_fields}


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU seconds of some work."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_hostile_archives() -> None:
    """Print the ratio of the slowest to the median."""
    archives = [hostile_archive(random.Random(f"{SEED} {each}")) for each in range(HOSTILE)]  # noqa: S311  repeatable
    spent = [cpu(partial(answer, archive)) for archive in archives]
    slowest, usual = max(spent), median(spent)
    print(
        f"slowest of {HOSTILE} hostile archives: {slowest:.2f} s CPU (at most {MAX_SECONDS}),"
        f" {slowest / usual:.0f} times the usual {usual * 1000:.1f} ms"
    )


def answer(archive: bytes) -> None:
    """Open an archive, or reject it."""
    with contextlib.suppress(BundleError):
        opened(archive)


def read(lines: list[bytes]) -> None:
    """Read lines as JSON without checks."""
    for line in lines:
        json.loads(line)


def measure_worst_files(folder: Path) -> None:
    """Print the import time of each, compared with a plain JSON reader."""
    make_network(folder)
    for name, lines in WORST.items():
        with tempfile.TemporaryDirectory() as copy, opened_network(folder, Path(copy)) as network:
            whole = written(network, lines)
            _code, seconds, megabytes = imported(network, whole, Path(copy))
            floor = cpu(partial(read, whole))
            print(
                f"{name}: {seconds:.2f} s CPU (at most {MAX_SECONDS}),"
                f" {seconds / floor:.1f} times a JSON reader; {megabytes} MB"
            )


def measure_giving_up() -> None:
    """Print how long cancelling a long document takes, compared with its rendering."""
    long = session(Language.FRENCH, points=(row("sujet", "mot " * 60_000, "rien"),))
    request = RenderRequest((long,), ISSUE, "")
    with closing(DocumentWorker()) as worker:
        begun = time.perf_counter()
        worker.render([request], Progress())
        whole = time.perf_counter() - begun
        progress = Progress(lambda _done, _total, _what: progress.cancel())
        begun = time.perf_counter()
        with contextlib.suppress(Cancelled):
            worker.render([request], progress)
        waited = time.perf_counter() - begun
    print(f"given up after {waited:.2f} s, {waited / whole:.2f} of {whole:.1f} s ({MAX_SHARE})")


def main() -> None:
    """Print a line for each."""
    measure_hostile_archives()
    with tempfile.TemporaryDirectory() as name:
        measure_worst_files(Path(name))
    measure_giving_up()


if __name__ == "__main__":
    main()
