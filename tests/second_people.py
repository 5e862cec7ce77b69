"""A second account of a test store, with its own passphrase."""

from pathlib import Path

from outreach_app import accounts, startup
from outreach_app.actors import Role
from tests import makers

OWN = "the second person's own passphrase"


def add_second(folder: Path, role: Role) -> None:
    """Add an account of a role to a closed store, and set its passphrase to OWN."""
    with startup.opened(folder, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, folder, role)
    with startup.opened(folder, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, folder, OWN)
