"""The worst that an enrolled station can sign is read, or refused, in the memory of an office PC.

How quickly, benchmarks/hostile.py measures.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from secrets import token_hex

import pytest
import uuid_utils.compat

from outreach_app.events import Fields
from outreach_app.exchange.format.limits import MAX_EVENTS, MAX_LINE, MAX_RAW
from tests import makers
from tests.core.exchange.bundles import line
from tests.core.exchange.forging import taken_apart
from tests.core.exchange.network import Network, events
from tests.servers import ON_A_FILE

MAX_MEGABYTES = 300

# A separate process: the peak of this one includes earlier tests.
IMPORT_ONE = """
import sys, time
from pathlib import Path
from outreach_app.database import Database
from outreach_app.exchange.importing import folders
from outreach_app.progress import Progress
from outreach_app.search import upkeep
from tests.core.exchange.network import KEY
upkeep.keep_current()
folders.catch_up = lambda database, progress: None  # the index follows by itself, step by step
store = Database(Path(sys.argv[1]), KEY)
begun = time.process_time()
[file] = folders.import_paths(store, [Path(sys.argv[2])], Progress()).files
spent = time.process_time() - begun
store.close()
status = Path("/proc/self/status").read_text()
peak = next(row for row in status.splitlines() if row.startswith("VmHWM"))
print(file.code, spent, int(peak.split()[1]) // 1024)
"""

EARLY = 1_700_000_000_000
PARTNER: Fields = {"name_fr": "Association du quartier", "category": "pt.association"}
# Digits among letters would be taken for numbers of identity cards.
LETTERS = str.maketrans("0123456789", "ghijklmnop")


def apart(first: int) -> list[bytes]:
    """Return the maximum number of records of a file."""
    return filled(first)


def of_one_record(first: int) -> list[bytes]:
    """Return as many concurrent changes of one record."""
    uid, other = (str(uuid_utils.compat.uuid7()) for _record in range(2))
    return filled(first, id=uid, base=f"{EARLY}@{other}")


def filled(first: int, **changes: object) -> list[bytes]:
    """Return partners with incompressible places, up to the maximum size of a file."""
    rest = MAX_RAW // MAX_EVENTS - len(made(MAX_EVENTS, d=PARTNER | {"place": ""}, **changes))
    return [
        made(seq, d=PARTNER | {"place": token_hex(rest // 2 - 1).translate(LETTERS)}, **changes)
        for seq in range(first, MAX_EVENTS + 1)
    ]


def of_short_fields(first: int) -> list[bytes]:
    """Return few lines, with fields that take fifteen times the space in memory."""
    count = MAX_RAW // MAX_LINE
    fields: Fields = {f"{number:x}": "a" for number in range(MAX_LINE // 11)}
    return [made(seq, d=fields) for seq in range(first, first + count)]


def made(seq: int, **changes: object) -> bytes:
    uid = str(uuid_utils.compat.uuid7())
    return line(
        seq,
        **{"s": token_hex(16), "ent": "partner", "id": uid, "base": None, "t": EARLY + seq}
        | changes,
    )


@ON_A_FILE
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak is read from there")
@pytest.mark.parametrize(
    ("lines", "code"),
    [
        pytest.param(apart, "None", marks=pytest.mark.long),
        (of_one_record, "None"),
        (of_short_fields, "E_RECORD"),
    ],
)
def test_the_worst_file_is_answered_in_little_memory(
    network: Network, tmp_path: Path, lines: Callable[[int], list[bytes]], code: str
) -> None:
    answer, _seconds, megabytes = imported(network, written(network, lines), tmp_path)
    assert answer == code
    assert megabytes <= MAX_MEGABYTES


def written(network: Network, lines: Callable[[int], list[bytes]]) -> list[bytes]:
    """Return a whole log whose last lines are the worst of one kind."""
    makers.write_partner(network.chief)
    log = [sent for *_place, sent, _hash, _head in events(network.chief)]
    return [*log, *lines(len(log) + 1)]


def imported(network: Network, whole: list[bytes], folder: Path) -> tuple[str, float, int]:
    """Import these lines at headquarters: the code, the seconds of CPU time, the peak in MB."""
    path = folder / "worst.outreach"
    path.write_bytes(taken_apart(network).with_lines(whole))
    arguments = (sys.executable, "-c", IMPORT_ONE, network.headquarters.path, path)
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    answer, seconds, megabytes = done.stdout.split()
    return answer, float(seconds), int(megabytes)
