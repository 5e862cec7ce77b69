"""Commands that import files: meetings, partners, communication; revert-import."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.orm import Session

from outreach_app.cli.import_reports import answer_of, write_failed
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.cli.rumours import day_of
from outreach_app.errors import NotFound
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.services import imports
from outreach_app.services.offices import require_precinct
from outreach_app.startup import OpenOffice
from outreach_app.transfer.communication import read_communication
from outreach_app.transfer.foreign_files import sheets_left
from outreach_app.transfer.mappings import read_mapping
from outreach_app.transfer.meetings_file import read_meetings
from outreach_app.transfer.meetings_import import import_meetings as write_meetings
from outreach_app.transfer.named_rows import headings_of
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.partners_file import has_cards, read_partners, read_rows
from outreach_app.transfer.partners_import import import_partners as write_partners
from outreach_app.transfer.publications_file import HEADINGS, read_publications
from outreach_app.transfer.publications_import import import_publications as write_publications
from outreach_app.transfer.readings_file import HEADINGS as READING_HEADINGS
from outreach_app.transfer.readings_file import read_readings
from outreach_app.transfer.readings_import import import_readings as write_readings
from outreach_app.transfer.reports import ImportReport
from outreach_app.transfer.value_words import Values, find_values, read_values, save_values

File = Annotated[Path, typer.Argument(help=_("The file to import."))]
RefusedFile = Annotated[
    Path | None,
    typer.Option(help=_("Where to write the refused rows, to correct and import again.")),
]
Sheet = Annotated[
    str | None,
    typer.Option(help=_("The sheet of a workbook; by default the first visible one.")),
]
MappingFile = Annotated[
    Path | None,
    typer.Option("--mapping", help=_("A JSON file with a field for each column heading.")),
]
DownloadDay = Annotated[
    str | None,
    typer.Option("--on", help=_("The day a platform's table was downloaded; by default today.")),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help=_("Show what would be done, and do nothing."))
]


def import_meetings(
    common: Common, file: File, refused: RefusedFile = None, dry_run: DryRun = False
) -> Answer:
    with _opened_at_precinct(common) as office:
        entries = read_meetings(file)
        return _imported(
            office,
            lambda session: write_meetings(session, entries, file.name, console_progress()),
            refused,
            dry_run=dry_run,
        )


def import_partners(  # noqa: PLR0913, PLR0917  each is an option of the command
    common: Common,
    file: File,
    mapping: MappingFile = None,
    sheet: Sheet = None,
    values: Annotated[
        Path | None,
        typer.Option(
            help=_("A JSON file with a code for each word for a kind of partner; it is saved.")
        ),
    ] = None,
    match: Annotated[
        MatchKey, typer.Option(help=_("How to match known partners."))
    ] = MatchKey.NAME,
    category: Annotated[
        str, typer.Option(help=_("The category of a vCard without an organisation."))
    ] = PartnerCategory.LIBERAL,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    progress = console_progress()
    with _opened_at_precinct(common) as office:
        fields = read_mapping(mapping) if mapping else None
        chosen = read_values(values) if values else None
        headings = () if has_cards(file) else headings_of(read_rows(file, sheet))
        _say_sheets_left(file, sheet)
        kept = _kept_values(office, headings, chosen, dry_run=dry_run)
        entries = read_partners(file, fields, sheet=sheet, category=category, values=kept)
        return _imported(
            office,
            lambda session: write_partners(session, entries, file.name, progress, match),
            refused,
            dry_run=dry_run,
        )


def import_publications(
    common: Common,
    file: File,
    mapping: MappingFile = None,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    with common.opened() as office:
        entries = read_publications(file, read_mapping(mapping, HEADINGS) if mapping else None)
        _say_sheets_left(file)
        return _imported(
            office,
            lambda session: write_publications(session, entries, file.name, console_progress()),
            refused,
            dry_run=dry_run,
        )


def import_readings(
    common: Common,
    file: File,
    mapping: MappingFile = None,
    on: DownloadDay = None,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    day = day_of(on)
    with common.opened() as office:
        fields = read_mapping(mapping, READING_HEADINGS) if mapping else None
        entries = read_readings(file, day, fields)
        _say_sheets_left(file)
        return _imported(
            office,
            lambda session: write_readings(session, entries, file.name, console_progress()),
            refused,
            dry_run=dry_run,
        )


def import_communication(
    common: Common,
    file: File,
    on: DownloadDay = None,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    day = day_of(on)
    with common.opened() as office:
        table, write = read_communication(file, day)
        _say_sheets_left(file)
        answer = _imported(
            office,
            lambda session: write(session, file.name, console_progress()),
            refused,
            dry_run=dry_run,
        )
    return replace(answer, result={"table": table} | dict(answer.result))


def revert_import(
    common: Common, batch: Annotated[str, typer.Argument(help=_("The batch to undo."))]
) -> Answer:
    progress = console_progress()
    with common.opened() as office:
        try:
            uid = UUID(batch)
        except ValueError as error:
            raise NotFound(_("There is no import {uid} to undo.").format(uid=batch)) from error
        office.back_up_first()
        with office.database.write() as session:
            reverted = imports.revert_import(session, uid, progress)
    counts = {"removed": reverted.removed, "restored": reverted.restored, "kept": reverted.kept}
    line = _("Removed: {removed}. Restored: {restored}. Kept: {kept}.")
    return Answer(counts, [line.format(**counts)])


@contextmanager
def _opened_at_precinct(common: Common) -> Iterator[OpenOffice]:
    """Open the store for a block; refuse headquarters before a file is read."""
    with common.opened() as office:
        with office.database.read() as session:
            require_precinct(session)
        yield office


def _imported(
    office: OpenOffice,
    run: Callable[[Session], ImportReport],
    refused: Path | None,
    *,
    dry_run: bool,
) -> Answer:
    """Import into an open store, and write the rows that were refused to a file."""
    report = _import(office, run, dry_run=dry_run)
    return answer_of(report, write_failed(refused, report, dry_run=dry_run))


def _import(
    office: OpenOffice, run: Callable[[Session], ImportReport], *, dry_run: bool
) -> ImportReport:
    if dry_run:
        with office.database.read() as session:
            report = run(session)
            report.batch = None
            return report
    office.back_up_first()
    with office.database.write() as session:
        return run(session)


def _say_sheets_left(file: Path, sheet: str | None = None) -> None:
    """Print which sheets of a workbook were not read: only one is."""
    left = sheets_left(file, sheet)
    if left:
        message = _("One sheet of the file is read. Not read: {sheets}")
        say(message.format(sheets=", ".join(map(isolate, left))))


def _kept_values(
    office: OpenOffice, headings: Sequence[str], chosen: Values | None, *, dry_run: bool
) -> Values:
    """Return the saved value mapping of these headings with new entries, which are saved."""
    with office.database.read() as session:
        known = find_values(session, headings)
    if chosen is None:
        return known
    both = known | dict(chosen)
    if not dry_run:
        with office.database.write() as session:
            save_values(session, headings, both)
    return both
