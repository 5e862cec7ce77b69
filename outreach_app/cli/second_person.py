"""The options that name a second person, and the prompt for that person's passphrase."""

from pathlib import Path
from typing import Annotated

import typer

from outreach_app import second_person
from outreach_app.cli.secret_files import asked, first_line
from outreach_app.i18n import gettext as _
from outreach_app.queries.accounts import find_account
from outreach_app.rights import Right
from outreach_app.second_person import SecondPerson
from outreach_app.startup import OpenOffice

_FILE_OPTION = "--second-passphrase-file"
Second = Annotated[
    str | None,
    typer.Option("--second", help=_("The other account that confirms, such as deputy-1.")),
]
SecondFile = Annotated[
    Path | None,
    typer.Option(
        _FILE_OPTION,
        help=_("A file whose first line is that account's passphrase; by default it is asked for."),
    ),
]


def confirmed(
    office: OpenOffice, name: str | None, file: Path | None, right: Right
) -> SecondPerson | None:
    """Return the account that confirms; None if none was named. Raises what `confirm` raises."""
    if name is None:
        return None
    with office.database.read() as session:
        account = find_account(session, name).uid
    passphrase = passphrase_of_second(file)
    return second_person.confirm(office.database, office.folder, account, passphrase, right)


def passphrase_of_second(file: Path | None) -> str:
    """Return the passphrase in a file, else ask for it. Raises UnreadableFile."""
    if file is not None:
        return first_line(file)
    return asked(_("Passphrase of the second person"), _FILE_OPTION)
