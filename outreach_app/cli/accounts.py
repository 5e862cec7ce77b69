"""Commands on the accounts of a store; no passphrase is ever an argument."""

from pathlib import Path
from typing import Annotated

import typer

from outreach_app import accounts
from outreach_app.accounts import FirstPassphrase
from outreach_app.actors import Role, role_words
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.second_person import Second, SecondFile, confirmed
from outreach_app.cli.secret_files import chosen_passphrase
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.accounts import AccountRow, find_account
from outreach_app.rights import Right, allows

Name = Annotated[str, typer.Argument(help=_("The account, such as deputy-1."))]
NewRole = Annotated[Role, typer.Option("--role", help=_("The role of the account."))]


def list_rows(common: Common) -> Answer:
    with common.opened() as office, office.database.read() as session:
        rows = accounts.list_with_blocks(session, office.folder)
        tells_when = allows(session, Right.ACCOUNTS)
    lines = list(map(_line, rows))
    waiting = " ".join(row.code for row in rows if row.must_change)
    if waiting:
        said = _(
            "First passphrases that nobody has used yet: {accounts}. If one was lost, for instance "
            "because the program ended before it was shown, `account passphrase` with the name of "
            "the account gives a new one."
        )
        lines.append(said.format(accounts=isolate(waiting)))
    results = list(map(_result, rows))
    if not tells_when:  # as the access log tells it
        results = [{key: it for key, it in row.items() if key != "opened_at"} for row in results]
    return Answer({"accounts": results}, lines)


def add(
    common: Common, role: NewRole, second: Second = None, second_file: SecondFile = None
) -> Answer:
    with common.opened() as office:
        by = confirmed(office, second, second_file, Right.ACCOUNTS)
        first = accounts.add_account(office.database, office.folder, role, confirmed_by=by)
    return _first_passphrase(first)


def remove(
    common: Common,
    name: Name,
    delete_backups: Annotated[
        bool,
        typer.Option(help=_("Also delete the backups beside the store that it opens.")),
    ] = False,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            uid = find_account(session, name).uid
        by = confirmed(office, second, second_file, Right.ACCOUNTS)
        places = [office.folder] if delete_backups else []
        left = accounts.remove_account(
            office.database, office.folder, uid, delete_from=places, confirmed_by=by
        )
    line = _("The account was removed, and the register has a new key.")
    lines = [line]
    if left:
        line = _("Earlier backups that its passphrase still opens: {count}.")
        lines.append(line.format(count=isolate(str(left))))
    return Answer({"account": name, "backups_left": left}, lines)


def unblock(common: Common, name: Name) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            uid = find_account(session, name).uid
        row = accounts.unblock_account(office.database, office.folder, uid)
    return Answer(_result(row), [_line(row)])


def change_role(
    common: Common,
    name: Name,
    role: NewRole,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        with office.database.read() as session:
            uid = find_account(session, name).uid
        by = confirmed(office, second, second_file, Right.ACCOUNTS)
        row = accounts.change_role(office.database, office.folder, uid, role, confirmed_by=by)
    return Answer(_result(row), [_line(row)])


def change_passphrase(
    common: Common,
    name: Annotated[str, typer.Argument(help=_("Another account; by default the open one."))] = "",
    new_passphrase_file: Annotated[
        Path | None,
        typer.Option(help=_("A file whose first line is the new passphrase.")),
    ] = None,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    if name and new_passphrase_file is not None:
        message = _("A first passphrase is displayed for another account: omit the file.")
        raise typer.BadParameter(message, param_hint="--new-passphrase-file")
    with common.opened(takes_first_passphrase=not name) as office:
        if name:
            with office.database.read() as session:
                uid = find_account(session, name).uid
            by = confirmed(office, second, second_file, Right.ACCOUNTS)
            first = accounts.reset_passphrase(office.database, office.folder, uid, confirmed_by=by)
            return _first_passphrase(first)
        chosen = chosen_passphrase(new_passphrase_file)
        accounts.change_own_passphrase(office.database, office.folder, chosen)
    return Answer({"account": office.account.code}, [_("The passphrase was changed.")])


def _first_passphrase(first: FirstPassphrase) -> Answer:
    line = _(
        "First passphrase, shown only now; it must be changed when the register is first opened: "
        "{passphrase}"
    )
    return Answer(
        {**_result(first.account), "passphrase": first.passphrase},
        [_line(first.account), line.format(passphrase=isolate(first.passphrase))],
    )


def _result(row: AccountRow) -> dict[str, object]:
    return {
        "account": row.code,
        "role": row.role,
        "must_change": row.must_change,
        "is_blocked": row.is_blocked,
        "is_shut": row.is_shut,
        "opened_at": row.opened_at,
    }


def _line(row: AccountRow) -> str:
    state = _("must change its passphrase") if row.must_change else _("active")
    if row.is_shut:
        state = _("needs a new passphrase from you")
    if row.is_blocked:
        state = _("blocked after wrong passphrases")
    return f"{isolate(row.code)} · {role_words(row.role)} · {state}"
