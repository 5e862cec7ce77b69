"""Commands for a forgotten passphrase: recover-request, recover-answer, recover."""

from pathlib import Path
from typing import Annotated

import typer

from outreach_app import startup
from outreach_app.atomic_files import make_folder
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import say
from outreach_app.cli.second_person import Second, SecondFile, confirmed
from outreach_app.cli.secret_files import first_line
from outreach_app.exchange.exporting import answering
from outreach_app.exchange.stations import recovery
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rights import Right
from outreach_app.rules.names import shown_name

Out = Annotated[Path, typer.Option(help=_("The folder to write into."))]


def request(common: Common, out: Out) -> Answer:
    asked = recovery.ask_headquarters(common.folder)
    digits = recovery.request_fingerprint(asked)
    path = _path(out, digits, recovery.REQUEST_SUFFIX)
    recovery.write_request(asked, path)
    line = _("Read the fingerprint of the request aloud by telephone: {fingerprint}")
    lines = [str(path), line.format(fingerprint=isolate(digits))]
    return Answer({"path": path, "fingerprint": digits}, lines)


def answer(  # noqa: PLR0913, PLR0917  each is an option of the command
    common: Common,
    file: Annotated[Path, typer.Argument(help=_("The request of a precinct."))],
    digits: Annotated[
        str,
        typer.Option(
            "--fingerprint", help=_("The fingerprint of the request, as it was read to you.")
        ),
    ],
    recovery_key_file: Annotated[
        Path, typer.Option(help=_("A file whose first line is headquarters' recovery key."))
    ],
    out: Out,
    second: Second = None,
    second_file: SecondFile = None,
) -> Answer:
    with common.opened() as office:
        asked, key = answering.read_request(file), first_line(recovery_key_file)
        with office.database.read() as session:
            escrow = answering.open_request(session, asked, digits, key)
        path = _path(out, recovery.request_fingerprint(asked), recovery.ANSWER_SUFFIX)
        by = confirmed(office, second, second_file, Right.ANSWER_RECOVERY)
        answering.write_answer(office.database, asked, escrow, path, by)
    card = escrow.card
    line = _("The answer opens the register of {office}. Give it to nobody else.")
    lines = [str(path), line.format(office=isolate(shown_name(card)))]
    return Answer({"path": path, "office": card.office, "device": card.device}, lines)


def recover(
    common: Common,
    file: Annotated[Path, typer.Argument(help=_("The answer of headquarters."))],
) -> Answer:
    passphrase = common.passphrase(confirm=True)
    recovery.recover(common.folder, file, passphrase)
    with startup.opened(common.folder, passphrase) as office:
        if office.notice:
            say(office.notice)
    line = _("The register opens with the new passphrase. Make a new recovery code in Settings.")
    return Answer({"store": common.folder}, [line])


def _path(out: Path, digits: str, suffix: str) -> Path:
    """Return a path named by the first digits, which identify the request."""
    make_folder(out)
    return out.absolute() / f"{digits[:5]}{suffix}"
