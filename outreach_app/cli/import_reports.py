"""The answer to an import, and the messages about its rows."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from outreach_app.cli.options import Answer
from outreach_app.cli.output import say
from outreach_app.errors import WriteFailed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.transfer.refused_rows import write_refused
from outreach_app.transfer.reports import FailedRow, ImportReport

_NAMED = 20  # columns that are named before only their number is told
_MAX_PRINTED = 300  # sentences: a whole file may be invalid


def answer_of(report: ImportReport, failed_rows: Path | None) -> Answer:
    """Return the answer to an import, after printing what is wrong with each row."""
    problems, left = _problem_fields(report.failed), _problem_fields(report.incomplete)
    _say_problems((*problems, *left))
    _say_not_saved(report, failed_rows)
    counts = {
        "created": report.created,
        "updated": report.updated,
        "skipped": report.skipped,
        "failed": len(report.failed),
        "to_complete": len(report.incomplete),
    }
    files = {"failed_rows": failed_rows, "batch": report.batch, "uids": report.uids}
    not_taken = {"not_taken": report.not_taken}
    lines = _summary_lines(report, counts, failed_rows)
    remarks = {"problems": problems, "left": left, "guessed": report.guessed}
    return Answer(counts | files | not_taken | remarks, lines, not report.failed)


def _say_not_saved(report: ImportReport, failed_rows: Path | None) -> None:
    """Print which columns and rows of the file the register does not have."""
    if report.ignored:
        ignored = report.not_taken
        names = ", ".join(map(isolate, ignored[:_NAMED]))
        if len(ignored) > _NAMED:
            names += f" … ({isolate(str(len(ignored)))})"
        say(
            _("Not imported, because no field of the register was chosen for it: {fields}").format(
                fields=names
            )
        )
    if report.not_whole and failed_rows is None:
        unkept = _(
            "Rows that were refused or only partly imported were not saved. To save them to a "
            "file, add {option} and a file name."
        )
        say(unkept.format(option=isolate("--refused")))


def _summary_lines(
    report: ImportReport, counts: Mapping[str, int], failed_rows: Path | None
) -> list[str]:
    line = _("New: {created}. Updated: {updated}. Unchanged: {skipped}. Refused: {failed}.")
    lines = [line.format(**counts)]
    if report.incomplete:
        lines.append(_("To complete: {to_complete}.").format(**counts))
    if report.guessed:
        words = _(
            "Partners whose kind was guessed from the name: {count}. Check them on the page "
            "“Partners”."
        )
        lines.append(words.format(count=report.guessed))
    if failed_rows:
        kept = _(
            "Rows that were refused or only partly imported, to correct and import again: {file}"
        )
        lines.append(kept.format(file=isolate(str(failed_rows))))
    return lines


def _say_problems(problems: Sequence[Mapping[str, object]]) -> None:
    """Print what is wrong, row by row."""
    for problem in problems[:_MAX_PRINTED]:
        line, place = _("Line {line}, {field}: {reason}"), str(problem["line"])
        names = [str(problem["record"]), isolate(str(problem["uid"])) if problem["uid"] else ""]
        if any(names):
            place += f" ({' · '.join(filter(None, names))})"
        say(line.format(line=place, field=problem["field"], reason=problem["message"]))
    if len(problems) > _MAX_PRINTED:
        more = _("More of this kind: {count}. The file of refused rows lists them all.")
        say(more.format(count=len(problems) - _MAX_PRINTED))


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


def write_failed(target: Path | None, report: ImportReport, *, dry_run: bool) -> Path | None:
    """Write the refused rows to the chosen file, outside the encrypted store.

    A failed write is only printed: the import is done by then.
    """
    if target is None or dry_run or not report.not_whole:
        return None
    try:
        write_refused(target, report.not_whole)
    except WriteFailed as error:
        say(error.message)
        return None
    return target
