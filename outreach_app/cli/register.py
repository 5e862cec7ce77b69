"""Commands that exchange the register with other programs: export-*, import-data."""

from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from outreach_app import clock, i18n, startup
from outreach_app.access_log import Act
from outreach_app.cli.documents import month_of
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import console_progress, say
from outreach_app.cli.stores import created
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.agenda import list_meetings_in
from outreach_app.rights import Right, require
from outreach_app.taken_out import taken_out
from outreach_app.transfer.calendar_file import write_calendar
from outreach_app.transfer.communication_out import write_communication
from outreach_app.transfer.register.filling import fill_register, office_of
from outreach_app.transfer.register.reading import read_register
from outreach_app.transfer.register.writing import write_register

_MAX_MINUTES = 4 * 7 * 24 * 60  # calendars offer reminders up to four weeks before


def export_data(
    common: Common, out: Annotated[Path, typer.Option(help=_("The folder to write into."))]
) -> Answer:
    with common.opened() as office, office.database.read() as session:
        written = write_register(session, out.absolute(), console_progress())
    say(
        _(
            "These files are not encrypted and name people. Keep them where nobody else can read "
            "them."
        )
    )
    line = _("Written to {folder}. Records: {records}.")
    records = sum(written.rows.values())
    return Answer(
        {"folder": out, "records": records, "rows": written.rows, "files": written.files},
        [line.format(folder=isolate(str(out.absolute())), records=records)],
    )


def export_communication(
    common: Common,
    out: Annotated[Path, typer.Option(help=_("The file to write, such as news.json."))],
) -> Answer:
    with common.opened() as office, office.database.read() as session:
        write_communication(session, out.absolute())
    say(
        _(
            "These files are not encrypted and name people. Keep them where nobody else can read "
            "them."
        )
    )
    line = _("Written: {file}.").format(file=isolate(str(out.absolute())))
    return Answer({"path": out}, [line])


def import_data(
    common: Common,
    data: Annotated[
        Path, typer.Argument(help=_("The folder that export-data wrote, or its workbook."))
    ],
) -> Answer:
    register = read_register(data)
    progress = console_progress()
    draft, passphrase = office_of(register), common.new_passphrase()
    new = startup.create_store(
        common.folder, passphrase, draft, lambda session: fill_register(session, register, progress)
    )
    records = sum(map(len, register.records.values()))
    answer = created(common, passphrase, draft, new)
    counts = {
        "records": records,
        "left_out": register.left_out,
        "cut_links": register.cut_links,
    }
    lines = [*answer.lines, _("Records: {records}.").format(records=records)]
    if register.left_out:
        words = _("Not imported, because other offices send them by exchange: {number}.")
        lines.append(words.format(number=register.left_out))
    return Answer({**answer.result, **counts}, lines)


def export_calendar(
    common: Common,
    month: Annotated[str, typer.Argument(metavar="MONTH", help=_("A month, YYYY-MM."))],
    out: Annotated[Path, typer.Option(help=_("The calendar to write, such as meetings.ics."))],
    remind: Annotated[
        int,
        typer.Option(
            min=0,
            max=_MAX_MINUTES,
            help=_("Minutes before a meeting to show a reminder; 0 for none."),
        ),
    ] = 30,
) -> Answer:
    period = month_of(month)
    with common.opened() as office:
        require(office.database, Right.ISSUE)
        with office.database.read() as session:
            meetings = list_meetings_in(session, period.first, period.last)
        reminder = timedelta(minutes=remind)
        out = out.absolute()
        with taken_out(office.database, Act.TABLE, verb="write_calendar", to=out):
            write_calendar(out, meetings, i18n.current(), clock.now(), reminder)
    count = len(meetings)
    line = _("Exported: {count} meetings.").format(count=isolate(str(count)))
    return Answer({"path": out, "meetings": count}, [line])
