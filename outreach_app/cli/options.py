"""Options, answers and refusals that every command shares."""

import contextlib
import inspect
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Annotated, Any
from uuid import UUID

import typer

from outreach_app import accounts, startup, vault
from outreach_app.actors import account_code
from outreach_app.cli.output import say, show, show_error
from outreach_app.cli.secret_files import asked, first_line
from outreach_app.cli.typed_paths import with_typed_paths
from outreach_app.clock_leaps import CLOCK_LEAP
from outreach_app.errors import (
    BackupFailed,
    Cancelled,
    NotAllowed,
    OutreachError,
    StoreFailed,
    WriteFailed,
    refusal_of,
)
from outreach_app.i18n import ScreenLanguage, isolate
from outreach_app.i18n import gettext as _
from outreach_app.paths import default_store
from outreach_app.progress import Progress
from outreach_app.queries.accounts import no_account_called
from outreach_app.rights import Right, require
from outreach_app.search import upkeep
from outreach_app.startup import OpenOffice
from outreach_app.store_folder import require_store
from outreach_app.unlocking import OLDER_STORE

# By which command a person answers what an opening asks about.
_CONFIRMING = {CLOCK_LEAP: "confirm-date", OLDER_STORE: "confirm-older"}
VARIABLE = "OUTREACH_PASSPHRASE"
# Index at most this many pending records in each command (about one second).
_INDEXED_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Common:
    """The options of every command; `typed` is a passphrase that was entered once.

    `asks` is the right the command requires; None if every role may use it.
    """

    store: Path | None
    passphrase_file: Path | None
    as_json: bool
    account: str | None = None
    typed: str | None = None
    asks: Right | None = None

    @property
    def folder(self) -> Path:
        return (self.store or default_store()).absolute()

    def given_passphrase(self) -> str | None:
        """Return the passphrase from the file or the variable; None if neither is given."""
        if self.typed is not None:
            return self.typed
        if self.passphrase_file is None:
            return os.environ.get(VARIABLE)
        return first_line(self.passphrase_file)

    def passphrase(self, *, confirm: bool = False) -> str:
        """Return the given passphrase, or prompt for it. It is never an argument."""
        given = self.given_passphrase()
        if given is not None:
            return given
        return asked(_("Passphrase"), "--passphrase-file", confirm=confirm)

    def with_passphrase(self) -> "Common":
        """Return these options with the passphrase, for a command that opens the store twice."""
        return replace(self, typed=self.passphrase())

    def new_passphrase(self) -> str:
        """Return the passphrase of a new store; if prompted for, it is typed twice.

        Raises what `vault.check_passphrase` raises for a weak one.
        """
        passphrase = self.passphrase(confirm=True)
        vault.check_passphrase(passphrase)
        return passphrase

    def account_uid(self) -> UUID | None:
        """Return the chosen account; None if all are tried. Raises NotFound."""
        return self.uid_of(self.account) if self.account is not None else None

    def uid_of(self, name: str) -> UUID:
        """Return the account that is called so, of a store that is not open. Raises NotFound."""
        require_store(self.folder)
        labels = vault.list_accounts(self.folder)
        uids = {account_code(label.role, label.number): label.uid for label in labels}
        if name not in uids:
            raise no_account_called(name, sorted(uids))
        return uids[name]

    @contextlib.contextmanager
    def opened(self, *, takes_first_passphrase: bool = False) -> Iterator[OpenOffice]:
        """Open the store for a block, after printing its notice, if it has one.

        A first passphrase, chosen by another person, may only be used to set a new one.
        """
        opening = startup.opened(self.folder, self.passphrase(), self.account_uid())
        with _reporting_failed_backup(opening) as office:
            if office.notice:
                say(office.notice)
            self._require_chosen(office)
            if not takes_first_passphrase:
                accounts.require_settled(office.account)
            self.admit(office)
            upkeep.complete_index(office.database, Progress(), _INDEXED_AT_ONCE)
            yield office

    def _require_chosen(self, office: OpenOffice) -> None:
        """Refuse an account that was named, if the recovery code opened another one."""
        if self.account is not None and office.account.uid != self.account_uid():
            message = _(
                "The recovery code opens the account {account}, not {named}. Leave out {option}, "
                "or give the passphrase of {named}."
            )
            own = account_code(office.account.role, office.account.number)
            words = {"account": own, "named": self.account, "option": "--account"}
            message = message.format(**{name: isolate(word) for name, word in words.items()})
            raise NotAllowed(message, code="other_account")

    def admit(self, office: OpenOffice) -> None:
        """Refuse a role that lacks the right, before any record is read."""
        if self.asks is not None:
            require(office.database, self.asks)


@contextlib.contextmanager
def _reporting_failed_backup(
    opening: contextlib.AbstractContextManager[OpenOffice],
) -> Iterator[OpenOffice]:
    """Report a failed closing backup without an error: what the command did is saved."""
    is_done = False
    try:
        with opening as office:
            yield office
            is_done = True
    except (BackupFailed, StoreFailed, WriteFailed) as error:
        if not is_done:
            raise
        message = _("Done, but the final backup was not made. {reason}")
        say(message.format(reason=error.message))


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a command, as a JSON object and as lines.

    `is_complete` is False if a part was refused.
    """

    result: Mapping[str, object]
    lines: list[str]
    is_complete: bool = True


def command(function: Callable[..., Answer], asks: Right | None) -> Callable[..., None]:
    """Wrap a command to take the common options and print its answer or refusal.

    A role without the right in `asks` is refused after the store is opened. A parameter that is
    a dataclass stands for the options that its fields declare.
    """
    own = _parameters(function)[1:]
    groups: dict[str, Any] = {
        each.name: each.annotation for each in own if is_dataclass(each.annotation)
    }
    parameters: list[inspect.Parameter] = []
    for each in own:
        parameters += _parameters(groups[each.name]) if each.name in groups else [each]
    parameters += _parameters(_shared)

    def run(**values: object) -> None:
        options = {name: values.pop(name) for name in _shared.__annotations__ if name in values}
        as_json = bool(options["as_json"])
        common = Common(
            options["store"],  # type: ignore[arg-type]
            options["passphrase_file"],  # type: ignore[arg-type]
            as_json,
            options["account"],  # type: ignore[arg-type]
            asks=asks,
        )
        for name, group in groups.items():
            values[name] = group(**{each.name: values.pop(each.name) for each in fields(group)})
        sys.excepthook = sys.__excepthook__ if options["debug"] else _Unexpected(as_json)
        carry_out(common, lambda: function(common, **values))

    run.__name__ = function.__name__
    run.__doc__ = function.__doc__
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return with_typed_paths(run)


def _parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    return list(inspect.signature(function).parameters.values())


def _shared(
    *,
    store: Annotated[Path | None, typer.Option(help=_("The folder of the store."))] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help=_("A file whose first line is the passphrase."))
    ] = None,
    account: Annotated[
        str | None,
        typer.Option(help=_("The account of the passphrase, such as deputy-1.")),
    ] = None,
    ui_lang: Annotated[
        ScreenLanguage | None,
        typer.Option(help=_("The language of the messages; by default that of the system.")),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help=_("Write one JSON object to standard output."))
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help=_("Show the traceback of an error."))
    ] = False,
) -> None:
    """Declare the options of every command; Typer reads the signature."""


def carry_out(common: Common, run: Callable[[], Answer]) -> None:
    """Run a command and print its answer or refusal; exit code 1 unless all was done."""
    try:
        answer = run()
    except OutreachError as error:
        show_error(error, as_json=common.as_json)
        if error.details.get("may_confirm"):
            name = isolate(_CONFIRMING[error.code])
            say(_("Confirm it with the command {name}.").format(name=name))
        raise typer.Exit(1) from error
    except OSError as error:
        show_error(refusal_of(error), as_json=common.as_json)
        raise typer.Exit(1) from error
    except (Cancelled, KeyboardInterrupt, typer.Abort) as error:
        message = _("Cancelled. Unfinished changes were not saved.")
        show_error(NotAllowed(message, code="cancelled"), as_json=common.as_json)
        raise typer.Exit(1) from error
    show(answer.result, answer.lines, as_json=common.as_json)
    if not answer.is_complete:
        raise typer.Exit(1)


class _Unexpected:
    """An excepthook that shows an unexpected error as a sentence and a code, no traceback."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json

    def __call__(
        self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        message = _(
            "Unexpected error: {reason}. If the command {check} finds nothing, run this one again "
            "with {debug}, and send what it writes to those who maintain the program."
        )
        reason = isolate(type(error).__name__)
        message = message.format(reason=reason, check=isolate("check"), debug=isolate("--debug"))
        refusal = OutreachError(message, code="unexpected")
        show_error(refusal, as_json=self._as_json)
