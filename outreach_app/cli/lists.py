"""Commands that show rows: list, search."""

from collections.abc import Callable, Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from outreach_app import clock, i18n
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.output import plain, say
from outreach_app.consultations import note_names_listed, note_search
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, on_one_line
from outreach_app.queries.access_rows import LoggedRow, list_access
from outreach_app.queries.awareness import AwarenessRow, list_awareness
from outreach_app.queries.claims import ClaimRow, list_claims
from outreach_app.queries.commitments import CommitmentRow, list_commitments
from outreach_app.queries.findings import FindingRow, list_findings
from outreach_app.queries.issues import IssueRow, list_issues
from outreach_app.queries.meetings import MeetingRow, list_meetings
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.queries.people import PersonRow, list_people
from outreach_app.queries.points import PointRow, list_points
from outreach_app.queries.proposals import ProposalRow, list_proposals
from outreach_app.queries.publications import PublicationRow, list_publications
from outreach_app.queries.readings import ReadingRow, list_readings
from outreach_app.queries.referrals import ReferralRow, list_referrals
from outreach_app.queries.remarks import RemarkRow, list_remarks
from outreach_app.queries.reviews import (
    ClarificationRow,
    ReviewRow,
    list_clarifications,
    list_reviews,
)
from outreach_app.queries.rows_with_partners import names_people
from outreach_app.queries.rumours import RumourRow, list_rumours
from outreach_app.queries.search_results import search_everything
from outreach_app.rights import Right, require
from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.rules.names import Bilingual
from outreach_app.search.index import count_waiting

ListedRow = (
    PartnerRow
    | PersonRow
    | MeetingRow
    | PointRow
    | CommitmentRow
    | ReferralRow
    | IssueRow
    | RumourRow
    | FindingRow
    | PublicationRow
    | RemarkRow
    | LoggedRow
    | AwarenessRow
    | ClaimRow
    | ReadingRow
    | ReviewRow
    | ClarificationRow
    | ProposalRow
)


class Listed(StrEnum):
    """The nouns that can be listed."""

    PARTNERS = "partners"
    PEOPLE = "people"
    MEETINGS = "meetings"
    POINTS = "points"
    COMMITMENTS = "commitments"
    REFERRALS = "referrals"
    ISSUES = "issues"
    RUMOURS = "rumours"
    FINDINGS = "findings"
    PUBLICATIONS = "publications"
    REMARKS = "remarks"
    ACCESS = "access"
    CLAIMS = "claims"
    AWARENESS = "awareness"
    READINGS = "readings"
    REVIEWS = "reviews"
    CLARIFICATIONS = "clarifications"
    PROPOSALS = "proposals"


def _commitments_today(session: Session) -> list[CommitmentRow]:
    return list_commitments(session, clock.today())


_LISTS: dict[Listed, tuple[type[ListedRow], Callable[[Session], Sequence[ListedRow]]]] = {
    Listed.PARTNERS: (PartnerRow, list_partners),
    Listed.PEOPLE: (PersonRow, list_people),
    Listed.MEETINGS: (MeetingRow, list_meetings),
    Listed.POINTS: (PointRow, list_points),
    Listed.COMMITMENTS: (CommitmentRow, _commitments_today),
    Listed.REFERRALS: (ReferralRow, list_referrals),
    Listed.ISSUES: (IssueRow, list_issues),
    Listed.ACCESS: (LoggedRow, list_access),
    Listed.CLAIMS: (ClaimRow, list_claims),
    Listed.RUMOURS: (RumourRow, list_rumours),
    Listed.FINDINGS: (FindingRow, list_findings),
    Listed.PUBLICATIONS: (PublicationRow, list_publications),
    Listed.REMARKS: (RemarkRow, list_remarks),
    Listed.AWARENESS: (AwarenessRow, list_awareness),
    Listed.READINGS: (ReadingRow, list_readings),
    Listed.REVIEWS: (ReviewRow, list_reviews),
    Listed.CLARIFICATIONS: (ClarificationRow, list_clarifications),
    Listed.PROPOSALS: (ProposalRow, list_proposals),
}


# Nouns whose rows name people: some partners are practices named after one.
_NAMING = {Listed.PEOPLE, Listed.PARTNERS}
# Nouns that the window shows only to roles with a right.
_RIGHTS = {Listed.CLAIMS: Right.NOTE_CLAIMS}


def list_rows(
    common: Common,
    noun: Annotated[Listed, typer.Argument(help=_("What to list."))],
    where: Annotated[
        list[str] | None, typer.Option(help=_("Only rows whose field K is V, as K=V."))
    ] = None,
    limit: Annotated[int | None, typer.Option(min=0, help=_("The maximum number of rows."))] = None,
) -> Answer:
    row_type, query = _LISTS[noun]
    conditions = [_condition(text, row_type) for text in where or []]
    with common.opened() as office:
        require(office.database, _RIGHTS.get(noun, Right.READ))
        with office.database.read() as session:
            found = query(session)
        if noun in _NAMING or any(map(names_people, found)):
            note_names_listed(office.database)
    rows = list(map(shown_row, found))
    for name, value in conditions:
        rows = [row for row in rows if _as_text(row[name]) == value]
    shown = rows if limit is None else rows[:limit]
    lines = [on_one_line("  ".join(filter(None, map(_as_text, row.values())))) for row in shown]
    return Answer({"rows": shown, "count": len(rows)}, lines)


def search(
    common: Common,
    query: Annotated[list[str], typer.Argument(help=_("Each argument is one query."))],
    limit: Annotated[int, typer.Option(min=1, help=_("The maximum number of rows."))] = 50,
) -> Answer:
    results = []
    lines: list[str] = []
    with common.opened() as office, office.database.read() as session:
        waiting = count_waiting(session)
        for words in query:
            found = search_everything(session, words, limit)
            if any(row.kind == "person" for row in found.rows):
                note_search(office.database, words)
            results.append({"query": words, "rows": found.rows, "is_cut": found.is_cut})
            lines += [on_one_line(f"{row.kind}  {row.title}  {row.snippet}") for row in found.rows]
            if found.is_cut:
                lines.append(_("There are more. Add a word, or give a higher --limit."))
    if waiting:
        message = _("The search index is not complete yet. Records missing from it: {number}.")
        say(message.format(number=isolate(str(waiting))))
    return Answer({"results": results, "waiting": waiting}, lines)


def shown_row(row: ListedRow) -> dict[str, object]:
    """Return a row by its columns: a bilingual name has two, an unknown day is None."""
    shown: dict[str, object] = {}
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Bilingual):
            shown |= {f"{field.name}_ar": value.ar, f"{field.name}_fr": value.fr}
        else:
            shown[field.name] = plain(value) if value != UNKNOWN_DAY else None
    return shown


def _columns(row_type: type[ListedRow]) -> list[str]:
    known: list[str] = []
    for field in fields(row_type):
        name = field.name
        known += [f"{name}_ar", f"{name}_fr"] if field.type is Bilingual else [name]
    return known


def _condition(text: str, row_type: type[ListedRow]) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    known = _columns(row_type)
    if not equals or name not in known:
        message = _(
            "{condition} is not a valid condition. Write field=value; the fields are: {fields}"
        )
        message = message.format(condition=text, fields=", ".join(known))
        raise NotAllowed(message, code="unknown_field")
    return name, value


def _as_text(value: object) -> str:
    """Return a value as text: lists with commas, a name in the language of messages."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case {"ar": ar, "fr": fr}:
            preferred = Bilingual(ar, fr).prefer(i18n.current())
            return preferred[0] if preferred else ""
        case list() | tuple():
            return ", ".join(map(_as_text, value))
        case _:
            return str(value)
