"""Exports and imports between stores of the network, through files."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from outreach_app.database import Database, StoreSession
from outreach_app.exchange.exporting.bundles import WrittenBundle, write_bundles
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver, plan_answers, plan_export
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ImportSummary
from outreach_app.exchange.stations.registry import own_station
from outreach_app.models import Station
from outreach_app.progress import Progress


def export(
    store: Database,
    folder: Path,
    to: Receiver = Receiver.HEADQUARTERS,
    *,
    is_full: bool = False,
    includes_names: bool = False,
) -> list[WrittenBundle]:
    """Return the files that a store exports."""
    with store.read() as session:
        plan = plan_export(session, to, is_full=is_full)
    return write_bundles(store, [plan], folder, Progress(), includes_names=includes_names)


def answer(store: Database, folder: Path) -> list[WrittenBundle]:
    """Return the files of headquarters' answer."""
    with store.read() as session:
        plans = plan_answers(session)
    return write_bundles(store, plans, folder, Progress())


@contextmanager
def written_for(store: Database, receiver: Database) -> Iterator[list[WrittenBundle]]:
    """Yield the temporary files that a store exports for another."""
    with receiver.read() as session:
        to = own_station(session)
    with store.read() as session:
        plan = _plan_for(session, to)
    with TemporaryDirectory() as folder:
        yield write_bundles(store, [plan], Path(folder), Progress())


def post(store: Database, bundles: list[WrittenBundle]) -> ImportSummary:
    """Import files into a store."""
    return import_paths(store, [bundle.path for bundle in bundles], Progress())


def statuses(summary: ImportSummary) -> list[tuple[str, str | None]]:
    """Return the status and code of each file."""
    return [(file.status, file.code) for file in summary.files]


def _plan_for(session: StoreSession, to: Station) -> ExportPlan:
    own = own_station(session)
    if own.role == "headquarters":
        return next(plan for plan in plan_answers(session) if to.device in plan.stations)
    is_sibling = own.office == to.office
    return plan_export(session, Receiver.SIBLING if is_sibling else Receiver.HEADQUARTERS)
