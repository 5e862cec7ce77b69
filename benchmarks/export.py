"""Export of 100,000 events including planning, compared with compressing their lines.

Run: python -m benchmarks.export
"""

import tempfile
from pathlib import Path
from statistics import median

from benchmarks.exchange import (
    EVENTS,
    ROUNDS,
    copies,
    cpu,
    lines,
    read_rows,
    take,
    write_all,
    written,
)
from outreach_app import journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.exporting.bundles import write_bundles
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver, plan_export
from outreach_app.exchange.format.payload import compress
from outreach_app.models import JournalEvent
from outreach_app.progress import Progress
from tests.core.exchange.network import Network, make_network

MAX = 2.5  # CPU seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_network(folder)
        with copies(folder) as network:
            new = list(lines(network.chief))
            bundles = list(written(network.chief, new))
            take(network.headquarters, bundles)
            events = read_rows(network.headquarters, "events")
        floor = cpu(lambda: compress(new))
        with copies(folder) as network:
            continue_log(network, events)
            rounds = [measure(network.chief, folder / str(turn)) for turn in range(ROUNDS)]
    planning, writing = (median(each) for each in zip(*rounds, strict=True))
    exporting = planning + writing
    print(f"export of {EVENTS} events: {exporting:.2f} s CPU (at most {MAX})")
    print(f"of that, planning takes {planning:.2f} s")
    print(f"{exporting / floor:.1f} times what compressing the lines takes")


def continue_log(network: Network, events: list[tuple[object, ...]]) -> None:
    """Write these events to the store of their own device."""
    write_all(network.chief, [{"events": events}])
    with network.chief.write(Actor.PROGRAM) as session:
        device = journal.current_device(session)
        device.upto += EVENTS
        device.head = session.get_one(JournalEvent, (device.uid, device.upto)).head


def measure(store: Database, folder: Path) -> tuple[float, float]:
    """Return the CPU seconds of planning and of writing a full export."""
    plans: list[ExportPlan] = []
    planning = cpu(lambda: plans.append(plan(store)))
    return planning, cpu(lambda: write_bundles(store, plans, folder, Progress()))


def plan(store: Database) -> ExportPlan:
    with store.read() as session:
        return plan_export(session, Receiver.HEADQUARTERS)


if __name__ == "__main__":
    main()
