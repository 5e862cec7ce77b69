"""Commands that write documents: summary, demo."""

from contextlib import closing
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from outreach_app import clock
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress
from outreach_app.demo import DemoPlan, write_demo
from outreach_app.documents.failures import lacking
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import FORMATS, WrittenFile
from outreach_app.issuing.hand_outs import (
    note_partner_sheet,
    preview_partner_sheet,
    since_last_sheet,
    write_hand_out,
)
from outreach_app.issuing.national import issue_now, write_national_summary
from outreach_app.issuing.sessions import issue_session_summary, write_session_summaries
from outreach_app.rules.periods import Period
from outreach_app.rules.validation import Checks
from outreach_app.vault import SAMPLE_PASSPHRASE


class Languages(StrEnum):
    """The languages to write a document in."""

    ARABIC = "ar"
    FRENCH = "fr"
    BOTH = "both"

    def chosen(self) -> tuple[Language, ...]:
        return tuple(Language) if self is Languages.BOTH else (Language(self.value),)


class Format(StrEnum):
    """The formats to write a document in."""

    PDF = "pdf"
    TXT = "txt"
    JSON = "json"
    ALL = "all"

    def chosen(self) -> tuple[str, ...]:
        return FORMATS if self is Format.ALL else (self.value,)


Out = Annotated[Path, typer.Option(help=_("The folder to write into."))]
Lang = Annotated[Languages, typer.Option(help=_("The language of the document."))]
Form = Annotated[Format, typer.Option("--format", help=_("The format."))]


def summarise_meeting(
    common: Common,
    name: Annotated[str, typer.Argument(help=_("A uid or a reference."))],
    out: Out,
    lang: Lang = Languages.BOTH,
    format_: Form = Format.PDF,
) -> Answer:
    with common.opened() as office, closing(DocumentWorker()) as worker:
        issued = issue_session_summary(office.database, name)
        written = write_session_summaries(
            [issued], lang.chosen(), format_.chosen(), out, worker, console_progress()
        )
    return _written(written)


def summarise_partner(
    common: Common,
    uid: Annotated[str, typer.Argument(help=_("The uid of a partner."))],
    out: Out,
    lang: Lang = Languages.BOTH,
    format_: Form = Format.PDF,
) -> Answer:
    today = clock.local(clock.now()).date()
    with common.opened() as office, closing(DocumentWorker()) as worker:
        with office.database.read() as session:
            period = since_last_sheet(session, uid, today).period
        issued = preview_partner_sheet(office.database, uid, period)
        written = write_hand_out(
            issued, lang.chosen(), format_.chosen(), out, worker, console_progress()
        )
        # Only a sheet that was written counts as given.
        note_partner_sheet(office.database, uid, period, issued)
    return _written(written)


def summarise_nation(
    common: Common,
    days: Annotated[
        tuple[str, str],
        typer.Argument(metavar="FROM TO", help=_("The first and the last day, YYYY-MM-DD.")),
    ],
    out: Out,
    lang: Lang = Languages.BOTH,
    format_: Form = Format.PDF,
    publishable: Annotated[
        bool, typer.Option("--publishable", help=_("Hide counts under 5 and name no precinct."))
    ] = False,
) -> Answer:
    period = _period(*days)
    with common.opened() as office, closing(DocumentWorker()) as worker:
        issued = issue_now(office.database, period, publishable=publishable)
        written = write_national_summary(
            issued, lang.chosen(), format_.chosen(), out, worker, console_progress()
        )
    return _written(written)


def _written(files: list[WrittenFile]) -> Answer:
    paths = [file.path.absolute() for file in files]
    pages = {str(file.path.absolute()): file.pages for file in files if file.pages is not None}
    characters = "".join(sorted({each for file in files for each in file.lacking}))
    lines = [*map(str, paths), *([lacking(characters)] if characters else [])]
    return Answer({"documents": paths, "pages": pages, "lacking": characters}, lines)


def _period(first_day: str, last_day: str) -> Period:
    """Return the period from the days as typed, or end with exit code 2."""
    try:
        first, last = (date.fromisoformat(day) for day in (first_day, last_day))
    except ValueError as error:
        message = _("Give the first and the last day, as in 2026-10-01 2026-10-31.")
        raise typer.BadParameter(message) from error
    if last < first:
        raise typer.BadParameter(_("The last day is before the first."))
    checks = Checks()
    checks.day("from", first)
    checks.day("to", last)
    if checks.problems:
        raise typer.BadParameter(checks.problems[0].message)
    return Period(first, last)


def demo(
    common: Common,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help=_("The folder to write into."))],
    meetings: Annotated[int, typer.Option(min=1, help=_("Meetings in each store."))] = 40,
    precincts: Annotated[int, typer.Option(min=1, max=12, help=_("How many precincts."))] = 3,
    seed: Annotated[int, typer.Option(help=_("The same seed invents the same sample."))] = 1,
    format_: Form = Format.PDF,
) -> Answer:
    passphrase = common.given_passphrase() or SAMPLE_PASSPHRASE
    plan = DemoPlan(meetings, precincts, seed, format_.chosen())
    written = write_demo(folder.absolute(), passphrase, plan, console_progress())
    result: dict[str, object] = {
        "stores": written.stores,
        "documents": written.documents,
        "bundles": written.bundles,
        "headquarters": written.headquarters,
    }
    paths = (*written.stores, *written.documents, *written.bundles)
    return Answer(result, [str(path) for path in paths])
