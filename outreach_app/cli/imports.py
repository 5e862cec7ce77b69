"""Commands that import files: meetings, partners, communication; revert-import."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated
from uuid import UUID

import typer
from sqlalchemy.orm import Session

from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.cli.rumours import day_of
from outreach_app.errors import NotFound, WriteFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.services import imports
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
from outreach_app.transfer.refused_rows import write_refused
from outreach_app.transfer.reports import FailedRow, ImportReport
from outreach_app.transfer.value_words import Values, find_values, read_values, save_values

File = Annotated[Path, typer.Argument(help=_("The file to import."))]
RefusedFile = Annotated[
    Path | None,
    typer.Option(help=_("Where to write the refused rows, to correct and import again.")),
]
Sheet = Annotated[
    str | None,
    typer.Option(help=_("The sheet of a workbook; else the first one that it shows.")),
]
_MAX_TOLD = 300  # sentences: a whole file may be invalid
DryRun = Annotated[bool, typer.Option("--dry-run", help=_("Say what would be done, do nothing."))]


def import_meetings(
    common: Common, file: File, refused: RefusedFile = None, dry_run: DryRun = False
) -> Answer:
    entries = read_meetings(file)
    progress = console_progress()
    with common.opened() as office:
        report = _import(
            office,
            lambda session: write_meetings(session, entries, file.name, progress),
            dry_run=dry_run,
        )
    return _answer(report, _write_failed(refused, report, dry_run=dry_run))


def import_partners(  # noqa: PLR0913, PLR0917  each is an option of the command
    common: Common,
    file: File,
    mapping: Annotated[
        Path | None, typer.Option(help=_("A JSON file: a field for each column heading."))
    ] = None,
    sheet: Sheet = None,
    values: Annotated[
        Path | None,
        typer.Option(
            help=_("A JSON file: a code for each word that says what a partner is; it is kept.")
        ),
    ] = None,
    match: Annotated[
        MatchKey, typer.Option(help=_("What known partners are found by."))
    ] = MatchKey.NAME,
    category: Annotated[
        str, typer.Option(help=_("The category of a vCard without an organisation."))
    ] = PartnerCategory.LIBERAL,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    fields = read_mapping(mapping) if mapping else None
    chosen = read_values(values) if values else None
    headings = () if has_cards(file) else headings_of(read_rows(file, sheet))
    _say_sheets_left(file, sheet)
    progress = console_progress()
    with common.opened() as office:
        kept = _kept_values(office, headings, chosen, dry_run=dry_run)
        entries = read_partners(file, fields, sheet=sheet, category=category, values=kept)
        report = _import(
            office,
            lambda session: write_partners(session, entries, file.name, progress, match),
            dry_run=dry_run,
        )
    return _answer(report, _write_failed(refused, report, dry_run=dry_run))


def import_publications(
    common: Common,
    file: File,
    mapping: Annotated[
        Path | None, typer.Option(help=_("A JSON file: a field for each column heading."))
    ] = None,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    entries = read_publications(file, read_mapping(mapping, HEADINGS) if mapping else None)
    _say_sheets_left(file)
    progress = console_progress()
    with common.opened() as office:
        report = _import(
            office,
            lambda session: write_publications(session, entries, file.name, progress),
            dry_run=dry_run,
        )
    return _answer(report, _write_failed(refused, report, dry_run=dry_run))


def import_readings(
    common: Common,
    file: File,
    mapping: Annotated[
        Path | None, typer.Option(help=_("A JSON file: a field for each column heading."))
    ] = None,
    on: Annotated[
        str | None, typer.Option(help=_("The day a platform's table was downloaded; today."))
    ] = None,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    fields = read_mapping(mapping, READING_HEADINGS) if mapping else None
    entries = read_readings(file, day_of(on), fields)
    _say_sheets_left(file)
    progress = console_progress()
    with common.opened() as office:
        report = _import(
            office,
            lambda session: write_readings(session, entries, file.name, progress),
            dry_run=dry_run,
        )
    return _answer(report, _write_failed(refused, report, dry_run=dry_run))


def import_communication(
    common: Common,
    file: File,
    on: Annotated[
        str | None, typer.Option(help=_("The day a platform's table was downloaded; today."))
    ] = None,
    refused: RefusedFile = None,
    dry_run: DryRun = False,
) -> Answer:
    table, write = read_communication(file, day_of(on))
    _say_sheets_left(file)
    progress = console_progress()
    with common.opened() as office:
        report = _import(
            office, lambda session: write(session, file.name, progress), dry_run=dry_run
        )
    answer = _answer(report, _write_failed(refused, report, dry_run=dry_run))
    return replace(answer, result={"table": table} | dict(answer.result))


def revert_import(
    common: Common, batch: Annotated[str, typer.Argument(help=_("The batch to undo."))]
) -> Answer:
    try:
        uid = UUID(batch)
    except ValueError as error:
        raise NotFound(_("There is no import {uid} to undo.").format(uid=batch)) from error
    progress = console_progress()
    with common.opened() as office:
        office.back_up_first()
        with office.database.write() as session:
            reverted = imports.revert_import(session, uid, progress)
    counts = {"removed": reverted.removed, "restored": reverted.restored, "kept": reverted.kept}
    line = _("Removed: {removed}. Put back as before: {restored}. Kept: {kept}.")
    return Answer(counts, [line.format(**counts)])


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


def _answer(report: ImportReport, failed_rows: Path | None) -> Answer:
    problems, left = _problem_fields(report.failed), _problem_fields(report.incomplete)
    _say_problems((*problems, *left))
    if report.ignored:
        names = ", ".join(map(isolate, sorted(report.ignored)))
        say(_("Not taken, because the register has no place for it: {fields}").format(fields=names))
    counts = {
        "created": report.created,
        "updated": report.updated,
        "skipped": report.skipped,
        "failed": len(report.failed),
        "to_complete": len(report.incomplete),
    }
    files = {"failed_rows": failed_rows, "batch": report.batch, "uids": report.uids}
    not_taken = {"not_taken": sorted(report.ignored)}
    line = _("New: {created}. Updated: {updated}. Unchanged: {skipped}. Refused: {failed}.")
    lines = [line.format(**counts)]
    if report.incomplete:
        lines.append(_("To complete: {to_complete}.").format(**counts))
    if report.guessed:
        words = _("What they are was guessed from their name: {count}. Look at them on the page.")
        lines.append(words.format(count=report.guessed))
    if report.not_whole and failed_rows is None:
        unkept = _(
            "The rows that were refused or not taken whole were not kept. To have them in a file,"
            " add {option} and a name."
        )
        say(unkept.format(option=isolate("--refused")))
    if failed_rows:
        kept = _("The rows that were refused or not taken whole, to correct and import: {file}")
        lines.append(kept.format(file=isolate(str(failed_rows))))
    told = {"problems": problems, "left": left, "guessed": report.guessed}
    return Answer(counts | files | not_taken | told, lines, not report.failed)


def _say_problems(problems: Sequence[Mapping[str, object]]) -> None:
    """Print what is wrong, row by row."""
    for problem in problems[:_MAX_TOLD]:
        line, place = _("Line {line}, {field}: {reason}"), str(problem["line"])
        names = [str(problem["record"]), isolate(str(problem["uid"])) if problem["uid"] else ""]
        if any(names):
            place += f" ({' · '.join(filter(None, names))})"
        say(line.format(line=place, field=problem["field"], reason=problem["message"]))
    if len(problems) > _MAX_TOLD:
        more = _("More of the kind: {count}. The file of refused rows tells all of them.")
        say(more.format(count=len(problems) - _MAX_TOLD))


def _problem_fields(rows: Iterable[FailedRow]) -> list[dict[str, object]]:
    return [
        {
            "line": row.line,
            "record": row.record,
            "uid": row.called,
            "field": problem.field,
            "code": problem.code,
            "message": problem.message,
        }
        for row in rows
        for problem in row.problems
    ]


def _write_failed(target: Path | None, report: ImportReport, *, dry_run: bool) -> Path | None:
    """Write the refused rows to the chosen file: they leave the encrypted store.

    The import is done by then: if they cannot be written, print that and go on.
    """
    if target is None or dry_run or not report.not_whole:
        return None
    try:
        write_refused(target, report.not_whole)
    except WriteFailed as error:
        say(error.message)
        return None
    return target
