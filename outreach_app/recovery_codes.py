"""The recovery code of a store: who can renew it, and whether it is on paper.

Opening the register with it counts as the first administrator, who can change accounts without a
second person: so a new code needs the same approval as a change of accounts.
"""

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app import newest_key_file, vault
from outreach_app.actors import Role
from outreach_app.database import Database
from outreach_app.i18n import gettext as _
from outreach_app.models import Bundle
from outreach_app.rights import Right, use_case
from outreach_app.rules.statuses import BundleStatus
from outreach_app.second_person import SecondPerson, require_where_set, waits_for_two


@use_case(Right.ACCOUNTS)
def renew_recovery_code(
    database: Database, folder: Path, *, confirmed_by: SecondPerson | None = None
) -> str:
    """Make a new recovery code and return it (once); the former one stops working.

    Raises WriteFailed, and NotAllowed (`second_person_needed`) if `waits_for_second`.
    """
    with newest_key_file.changing(database, folder) as change:
        if waits_for_second(change.session):
            require_where_set(change.session, confirmed_by, Right.ACCOUNTS, "renew_recovery_code")
        change.key_file, code = vault.with_new_code(change.key_file, database.key)
    return code


@use_case(Right.ACCOUNTS)
def confirm_recovery_code(database: Database, folder: Path) -> None:
    """Remember that the person has the recovery code on paper. Raises WriteFailed."""
    with newest_key_file.changing(database, folder) as change:
        change.key_file = vault.with_code_confirmed(change.key_file, is_confirmed=True)


def reminder(folder: Path, role: Role) -> str | None:
    """Return the call to have the code on paper, for a role that can make one; None if it is."""
    if not role.administers or vault.has_confirmed_code(folder):
        return None
    return _(
        "Nobody has confirmed that the recovery code is on paper. Without it, a forgotten "
        "passphrase locks the register for good: make a new code in Settings."
    )


def waits_for_second(session: Session) -> bool:
    """Return whether a new code needs a second person.

    If headquarters let the office back in after every other way was lost, headquarters was the
    second.
    """
    return waits_for_two(session, Right.ACCOUNTS) and not _let_in_by_headquarters(session)


def _let_in_by_headquarters(session: Session) -> bool:
    kept = newest_key_file.find_kept(session)
    has_code = kept is None or kept.is_code_confirmed
    recovered = select(Bundle.id).where(Bundle.status == BundleStatus.RECOVERED).limit(1)
    return not has_code and session.scalar(recovered) is not None
