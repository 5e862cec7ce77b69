"""The import of past meetings: tables, and files of their format."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.rules.dates import date_words
from outreach_app.rules.names import Bilingual
from outreach_app.transfer.meeting_entries import FileMeeting
from outreach_app.transfer.meetings_file import JSON, SUFFIXES, read_meetings, table_meetings
from outreach_app.transfer.meetings_import import import_meetings
from outreach_app.transfer.meetings_table import MEETINGS as HEADINGS
from outreach_app.transfer.meetings_table import TableReading, unknown_words
from outreach_app.transfer.named_rows import NamedRow
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.reports import ImportReport
from ui.changes import Topic
from ui.files import file_kind
from ui.import_wizard.noun import Chosen, Noun, NounWords, Reading, Usual
from ui.import_wizard.words import state_column
from ui.tables.columns import Column
from ui.words import apart, code_words, either


def _day(entry: FileMeeting) -> str:
    return date_words(entry.draft.held_on) if entry.draft else "—"


def _subject(entry: FileMeeting) -> str:
    draft = entry.draft
    return (either(Bilingual(draft.subject_ar, draft.subject_fr)) if draft else "") or "—"


def _kind(entry: FileMeeting) -> str:
    return code_words(entry.draft.kind) if entry.draft else "—"


def _partners(entry: FileMeeting) -> str:
    names = (either(Bilingual(partner.name_ar, partner.name_fr)) for partner, _ in entry.partners)
    return " · ".join(map(apart, names)) or "—"


def _points(entry: FileMeeting) -> str:
    return str(len(entry.draft.points)) if entry.draft else "—"


_COLUMNS: tuple[Column[FileMeeting], ...] = (
    Column(lambda: _("Subject"), _subject, least=136),
    Column(lambda: _("Date"), _day, width=104, firm=104),
    Column(lambda: _("Kind"), _kind, width=160, firm=104),
    Column(lambda: _("Partners"), _partners, width=176, firm=104),
    Column(lambda: _("Points"), _points, width=64, firm=64),
    state_column(),
)


def _read_whole(path: Path, _usual: Chosen) -> list[FileMeeting]:
    return read_meetings(path)


def _read_rows(rows: Sequence[NamedRow], reading: Reading) -> list[FileMeeting]:
    read = TableReading(reading.mapping, reading.values, reading.usual)
    return list(table_meetings(rows, read))


def _write(
    session: Any, entries: list[FileMeeting], name: str, progress: Progress, _match: MatchKey
) -> ImportReport:
    return import_meetings(session, entries, name, progress)


MEETINGS = Noun(
    key="import_meetings",
    mappings="meeting_mapping.",
    words=NounWords(
        title=lambda: _("Import meetings"),
        advice=lambda: _(
            "The list of past meetings that you keep in CSV, XLSX, XLS or ODS, one meeting a row. "
            "Nothing is written before you have seen the result."
        ),
        kinds=lambda: file_kind(_("Tables, and meetings as JSON"), *SUFFIXES),
        whole=lambda: _("This file names its own fields: no column is to be chosen."),
        tried=lambda: _(
            "Nothing is written yet. A meeting that the register has is not written again; a "
            "partner that it does not have is registered with the meeting."
        ),
        lacking=lambda: _("No column is set as the date yet"),
        lacking_advice=lambda: _(
            "Choose the column that contains the date of the meeting: the rows are then shown here."
        ),
        doing=lambda: _("Importing meetings"),
        done=lambda: _("Imported. New meetings: {created} · completed: {updated}"),
        redo=lambda: _(
            "Save the refused rows, correct them and import that file again; complete the others "
            "in their meetings. The import can be undone as a whole, here or later."
        ),
    ),
    topics=frozenset({Topic.MEETING, Topic.PARTNER}),
    headings=HEADINGS,
    columns=_COLUMNS,
    usual=(
        Usual("kind", lambda: _("Kind, if the file has none"), "mt", "mt.periodic"),
        Usual("channel", lambda: _("How it was held, if the file has none"), "ch", "ch.inperson"),
    ),
    is_usual_of_whole=False,
    is_matched=False,
    is_whole=lambda path: path.suffix.lower() == JSON,
    read_whole=_read_whole,
    contacts=lambda _rows, _usual: None,
    read_rows=_read_rows,
    unknown=unknown_words,
    write=_write,
)
