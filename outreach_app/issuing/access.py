"""The access log on paper: filtered rows, and the state of the hash chain."""

from collections.abc import Sequence
from pathlib import Path

from outreach_app import clock
from outreach_app.access_log import Act, end_of_log
from outreach_app.actors import Role
from outreach_app.atomic_files import write_whole
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import (
    AccessFilter,
    LoggedRow,
    act_words,
    deed_words,
    list_access,
)
from outreach_app.queries.emblems import get_emblem
from outreach_app.queries.records import get_own_office
from outreach_app.rights import Right, use_case
from outreach_app.rules.dates import date_text
from outreach_app.summaries.prose.blocks import (
    Block,
    Note,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.heads import head_title, letterhead, signed
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.taken_out import taken_out

MAX_ROWS = 2_000


@use_case(Right.ACCOUNTS, is_logged=False)
def write_access_log(
    database: Database,
    kept: AccessFilter,
    path: Path,
    language: Language,
    worker: DocumentWorker,
    progress: Progress,
) -> int:
    """Write the filtered log as a PDF, newest rows first; return the number of rows.

    Its number is that of the log's last row, its code the start of the chain's hash up to that
    row: a later check of the log shows whether this page matches it. It contains no name.
    Raises DocumentFailed, Cancelled and WriteFailed.
    """
    with database.read() as session:
        rows = list_access(session, MAX_ROWS, kept)
        last, head = end_of_log(session)
        office, emblem = get_own_office(session), get_emblem(session)
        facts, is_sample = office_facts(office), office.is_sample
    issued_at = clock.local(clock.now())
    code = "-".join(head.hex().upper()[start : start + 4] for start in range(0, 16, 4))
    number, title = str(last), _("Access log")
    realised = Realised(
        language,
        _("access log"),
        Circulation.RESTRICTED,
        (
            letterhead(facts, number, issued_at.date(), language),
            Title(title, text(_filter_words(kept))),
            _logged(rows, head_title(facts, language)),
            *_notes(rows),
            signed(facts, language),
        ),
    )
    issue = Issue(number, 1, issued_at, code, is_sample, emblem)
    request = RenderRequest((realised,), issue, f"{title} · {number}")
    [rendered] = worker.render([request], progress)
    with taken_out(database, Act.ACCOUNT, verb="write_access_log", to=path):
        write_whole(path, rendered.pdf)
    return len(rows)


def _headings() -> tuple[str, ...]:
    return (_("No."), _("When"), _("Account"), _("What was done"))


def _logged(rows: Sequence[LoggedRow], head: str) -> Block:
    """Return the rows, or the sentence that there are none: nobody signs an empty page."""
    if not rows:
        return Paragraph(text(_("None: the log has no such operation.")))
    return Table("logged", _headings(), tuple(_cells(row, head) for row in rows))


def _notes(rows: Sequence[LoggedRow]) -> tuple[Block, ...]:
    """Return what the rows leave out; without a row there is nothing to leave out."""
    said = _("This log has acts and accounts alone, no text of the records.")
    return (Note(said),) if rows else ()


def _cells(row: LoggedRow, head: str) -> tuple[Text, ...]:
    """Return the cells of a row; the account of the head of the office has the signer's title."""
    moment = clock.local(row.at).strftime("%d/%m/%Y %H:%M")
    words: Sequence[str] = (
        isolate(str(row.n)),
        isolate(moment),
        _account(row, head),
        deed_words(row.act, row.verb),
    )
    return tuple(text(Span(each, f"rows.{row.n}")) for each in words)


def _account(row: LoggedRow, head: str) -> str:
    if row.holder is None or row.holder[0] is not Role.CHIEF:
        return row.account_words or "—"
    number = row.holder[1]
    return row.with_role(head if number == 1 else f"{head} {number}")


def _filter_words(kept: AccessFilter) -> str:
    """Describe the filter: days and act; accounts and records are visible in the rows."""
    days = [date_text(day) for day in (kept.first_on, kept.last_on) if day is not None]
    words = [act_words(kept.act)] if kept.act else []
    if days:
        words.append(isolate(" – ".join(dict.fromkeys(days))))
    return " · ".join(words)
