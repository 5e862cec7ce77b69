"""The steps of an opening before anybody works: confirm, upgrade, admit the account."""

from dataclasses import dataclass
from pathlib import Path

from outreach_app import (
    accounts,
    backup,
    clock_leaps,
    high_water_marks,
    month_totals,
    older_stores,
    opening_notices,
    restoring,
    server_connections,
    vault,
)
from outreach_app.access_log import Act, note, reaches
from outreach_app.database import Database
from outreach_app.exchange.importing.folders import take_up_entries
from outreach_app.exchange.stations import recovery
from outreach_app.migrations.run import needs_migration
from outreach_app.older_stores import GoingOn
from outreach_app.queries.accounts import AccountRow
from outreach_app.search import upkeep
from outreach_app.services import forgetting
from outreach_app.services.partners import withhold_addresses


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The person's confirmations of a clock leap or an older store; empty at the first try."""

    is_date: bool = False
    older: GoingOn | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """An admitted account, the notice to read, and the data version at that moment.

    Later log rows, such as help from headquarters, count as changes to back up.
    """

    account: AccountRow
    notice: str | None
    version: int


def make_ready(
    database: Database, folder: Path, unlocked: vault.Opened, confirmed: Confirmed
) -> Ready:
    """Complete what an earlier version or an interruption left, and admit the account.

    Call with the folder locked. Raises Locked (`older_store`, `clock_leap`, `upgrade_waits`) before
    anything is written, and NotAllowed (`second_person_needed`).
    """
    backwards = clock_leaps.backwards_notice(database)
    later = older_stores.require_newest(database, folder, unlocked, confirmed.older)
    leapt = clock_leaps.require_likely(database, unlocked, is_confirmed=confirmed.is_date)
    if needs_migration(database):
        if database.is_on_server:
            server_connections.require_upgrader(database, folder, unlocked)
        else:
            backup.make_in_rotation(database, folder)
        restoring.bring_schema(database)
    upkeep.renew_outdated(database)
    month_totals.complete(database)
    take_up_entries(database)
    withhold_addresses(database)
    row = accounts.attend(database, folder, unlocked)
    _note_lost_rows(database, folder)
    notice = opening_notices.put_right(unlocked)
    if later is not None and confirmed.older is not None:
        notice = older_stores.go_on(database, folder, later, confirmed.older)
    if leapt is not None:
        clock_leaps.note_confirmed(database, leapt)
    forgetting.keep_deadlines(database)
    version = database.data_version()
    recovery.settle(database, folder)
    return Ready(row, notice or backwards, version)


def _note_lost_rows(database: Database, folder: Path) -> None:
    """Log that the access log lacks its end of the last closing, once: this closing is marked."""
    closing = high_water_marks.log_at_closing(folder, database)
    with database.read() as session:
        is_whole = reaches(session, closing)
    if not is_whole:
        with database.write() as session:
            note(session, Act.LOST, count=closing.last)
