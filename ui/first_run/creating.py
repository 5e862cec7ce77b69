"""The long work of the first run: make a store, make the sample."""

import shutil
from functools import partial
from pathlib import Path

from outreach_app import recovery_codes, server_connections, startup, vault
from outreach_app.database.address import ServerAddress
from outreach_app.demo import DemoPlan, write_demo
from outreach_app.errors import Cancelled
from outreach_app.i18n import gettext as _
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.services.offices import OfficeDraft
from outreach_app.startup import NewStore, OpenOffice

_SAMPLE_MEETINGS = 12


def create(
    folder: Path,
    passphrase: str,
    draft: OfficeDraft,
    progress: Progress,
    server: ServerAddress | None = None,
) -> NewStore:
    """Make the store of an office; cancelled, it leaves no store.

    One on a server is made once it is begun. Raises what startup.create_store raises.
    """
    report = partial(progress.step, total=1, what=_("Creating the register"))
    report(0)
    store = startup.create_store(folder, passphrase, draft, server=server)
    if server is not None:
        return store
    try:
        report(1)
    except Cancelled:
        for name in (STORE_FILE, vault.KEY_FILE, vault.KEY_FILE_COPY):
            (folder / name).unlink(missing_ok=True)
        raise
    return store


def ask_server(folder: Path, server: ServerAddress, is_there: bool, _progress: Progress) -> None:
    """Have the folder reach a register that is there, or see that one may be made.

    Raises what `connecting.connect` and `connecting.require_free` raise.
    """
    if is_there:
        server_connections.connect(folder, server)
    else:
        server_connections.require_free(server)


def open_confirmed(folder: Path, passphrase: str) -> OpenOffice:
    """Open a new store whose recovery code is on paper. Raises what startup.open_office raises."""
    office = startup.open_office(folder, passphrase)
    recovery_codes.confirm_recovery_code(office.database, folder)
    return office


def open_sample(folder: Path, progress: Progress) -> OpenOffice:
    """Open the sample under a data folder, and make it first where there is none."""
    whole = folder / "sample"
    store = whole / "precinct-1"
    if not (store / STORE_FILE).exists():
        try:
            plan = DemoPlan(_SAMPLE_MEETINGS, precincts=1)
            write_demo(whole, vault.SAMPLE_PASSPHRASE, plan, progress)
        except BaseException:
            # It holds invented data only, and half a sample would pass for a whole one.
            shutil.rmtree(whole, ignore_errors=True)
            raise
    return startup.open_office(store, vault.SAMPLE_PASSPHRASE)
