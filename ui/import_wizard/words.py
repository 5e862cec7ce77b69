"""Texts of the wizard: fields of its nouns, match keys, rows of its tables."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from outreach_app.clock import moment_words
from outreach_app.errors import Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, isolate_file
from outreach_app.noun_words import counts_words
from outreach_app.queries.imports import ImportRow
from outreach_app.transfer.partner_finder import MatchKey
from outreach_app.transfer.reports import FailedRow, ImportReport
from ui.forms.choice_editor import Choice
from ui.import_wizard.noun import Entry
from ui.tables.columns import Column, Icon
from ui.words import apart

_FIELD_WORDS: dict[str, Callable[[], str]] = {
    "name_ar": lambda: _("Name in Arabic"),
    "name_fr": lambda: _("Name in French"),
    "category": lambda: _("Category"),
    "type": lambda: _("Type"),
    "place": lambda: _("Address or quarter"),
    "quarter": lambda: _("Quarter of the town"),
    "phone": lambda: _("Phone"),
    "email": lambda: _("E-mail"),
    "note": lambda: _("Note"),
    "receipt_number": lambda: _("Receipt No."),
    "receipt_on": lambda: _("Receipt date"),
    "person_ar": lambda: _("Person: name in Arabic"),
    "person_fr": lambda: _("Person: name in French"),
    "capacity_ar": lambda: _("Person: capacity in Arabic"),
    "capacity_fr": lambda: _("Person: capacity in French"),
    "person_phone": lambda: _("Person: phone"),
    "person_email": lambda: _("Person: e-mail"),
    "is_named_after_person": lambda: _("It bears a person's name, as a lawyer's office does"),
    "held_on": lambda: _("Date"),
    "start": lambda: _("Start"),
    "end": lambda: _("End"),
    "kind": lambda: _("Kind"),
    "channel": lambda: _("How it was held"),
    "subject_ar": lambda: _("Subject in Arabic"),
    "subject_fr": lambda: _("Subject in French"),
    "partners": lambda: _("Partners"),
    "points": lambda: _("Points"),
    "place_ar": lambda: _("Place in Arabic"),
    "place_fr": lambda: _("Place in French"),
    "headcount": lambda: _("Headcount"),
    "women": lambda: _("Women"),
    "bodies": lambda: _("Organisations present"),
    "assessment": lambda: _("Assessment"),
    "status": lambda: _("Status"),
    "reason": lambda: _("Reason"),
    "uid": lambda: _("Reference of the sender"),
}
_MATCH_WORDS: dict[MatchKey, Callable[[], str]] = {
    MatchKey.NAME: lambda: _("Their name"),
    MatchKey.PHONE: lambda: _("Their phone"),
    MatchKey.RECEIPT: lambda: _("Their receipt No."),
}
_MAX_CELLS = 3  # of a refused row: enough to recognise it


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A refused or incomplete row, as a table shows it."""

    line: int
    says: str
    reason: str
    is_out: bool


def field_choices(fields_of: Iterable[str]) -> list[Choice]:
    """Return the possible fields of a column, after "not imported"."""
    fields = [Choice(field, _FIELD_WORDS[field]()) for field in fields_of]
    return [Choice(None, _("Not imported")), *fields]


def match_choices() -> list[Choice]:
    """Return the possible match keys."""
    return [Choice(key.value, _MATCH_WORDS[key]()) for key in MatchKey]


def column_words(heading: str) -> str:
    """Return the heading of a column of the file, or its number."""
    if heading.startswith("#") and heading[1:].isdecimal():
        return _("Column {number}").format(number=isolate(heading[1:]))
    return apart(heading)


def reason_words(entry: Entry) -> str:
    """Return why a row is left out or incomplete; "" if it can be imported."""
    return " ".join(map(_problem_words, (*entry.problems, *entry.to_complete)))


def refused_rows(report: ImportReport) -> list[RefusedRow]:
    """Return the refused rows, then the incomplete ones."""
    out = [_refused(row, is_out=True) for row in report.failed]
    return out + [_refused(row, is_out=False) for row in report.incomplete]


def _refused(row: FailedRow, *, is_out: bool) -> RefusedRow:
    """Return a row with the cells that identify it."""
    says = ""
    if isinstance(row.raw, dict):
        cells = [str(value) for value in row.raw.values() if str(value).strip()]
        says = " · ".join(map(apart, cells[:_MAX_CELLS]))
    elif isinstance(row.raw, bytes):
        named = (line for line in row.raw.split(b"\r\n") if line.upper().startswith(b"FN"))
        says = apart(next(named, b"").partition(b":")[2].decode("utf-8", "replace"))
    reasons = dict.fromkeys(map(_problem_words, row.problems))
    known_by = " · ".join(filter(None, (row.record, says)))
    return RefusedRow(row.line, known_by, " ".join(reasons), is_out)


def _problem_words(problem: Problem) -> str:
    """Return a problem, with the column of an unknown word or of a value that is lacking."""
    is_bare = problem.message == _("This field is required.")
    is_named = is_bare or problem.code == "unknown_code"
    field = _FIELD_WORDS.get(problem.field) if is_named else None
    if field is None:
        return problem.message
    return _("{name}: {value}").format(name=field(), value=problem.message)


def _outcome_words(row: RefusedRow) -> str:
    return _("Left out") if row.is_out else _("To complete")


def _outcome_icon(row: RefusedRow) -> Icon:
    return Icon("warning-circle", "late") if row.is_out else Icon("pencil-simple", "warn")


def state_column() -> Column[Any]:
    """Return the column of a preview with what becomes of each row."""
    return Column(lambda: _("State"), _state, icon=_state_icon, width=188, firm=136)


def _state(entry: Entry) -> str:
    if entry.problems:
        return _("Left out")
    return _("To complete") if entry.to_complete else _("Can be imported")


def _state_icon(entry: Entry) -> Icon:
    if entry.problems:
        return Icon("warning-circle", "late")
    return Icon("pencil-simple", "warn") if entry.to_complete else Icon("check-circle", "ok")


REFUSED_COLUMNS: tuple[Column[RefusedRow], ...] = (
    Column(lambda: _("The row"), lambda row: row.says or "—", width=216, firm=152, sort_key="row"),
    Column(
        lambda: _("Line"),
        lambda row: isolate(str(row.line)),
        width=80,
        sort_key="line",
        by=lambda row: row.line,
    ),
    Column(lambda: _("State"), _outcome_words, icon=_outcome_icon, width=152, sort_key="state"),
    Column(lambda: _("Reason"), lambda row: row.reason, sort_key="reason", least=320),
)
PAST_COLUMNS: tuple[Column[ImportRow], ...] = (
    Column(
        lambda: _("File"),
        lambda row: isolate_file(row.file_name),
        is_file=True,
        sort_key="file",
        least=200,
    ),
    Column(
        lambda: _("Imported on"),
        lambda row: moment_words(row.imported_at),
        width=168,
        sort_key="when",
        usual="falling",
        by=lambda row: row.imported_at,
    ),
    Column(
        lambda: _("What it brought"),
        lambda row: counts_words(row.counts),
        width=272,
        firm=184,
        sort_key="brought",
        by=lambda row: sum(row.counts.values()),
    ),
    Column(
        lambda: _("State"),
        lambda row: _("Undone") if row.is_reverted else _("In the register"),
        icon=lambda row: (
            Icon("arrow-counter-clockwise") if row.is_reverted else Icon("check-circle", "ok")
        ),
        width=152,
        sort_key="state",
    ),
)
