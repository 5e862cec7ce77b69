"""Issuing of hand-outs for others: a partner's sheet, the programme of a period."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from outreach_app import clock
from outreach_app.database import Database, StoreSession
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.i18n import Language
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.models import Partner
from outreach_app.queries.hand_outs import (
    find_hand_out_before,
    find_last_session_day,
    find_untold_day,
    get_partner,
)
from outreach_app.rules.dates import add_months
from outreach_app.rules.document_numbers import DocumentKind, DocumentNumber
from outreach_app.rules.periods import Period
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.hand_outs.facts import plan_hand_out
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from outreach_app.summaries.hand_outs.programme_facts import plan_programme
from outreach_app.summaries.hand_outs.programme_plan import ProgrammePlan
from outreach_app.summaries.hand_outs.programme_prose import programme_title, realise_programme
from outreach_app.summaries.hand_outs.prose import hand_out_title, realise_hand_out
from outreach_app.summaries.hand_outs.remarks import partner_facts
from outreach_app.summaries.prose.editions import replacing
from outreach_app.summaries.prose.facts import facts_fingerprint

# The default period of a partner's sheet.
USUAL_MONTHS = 3


@dataclass(frozen=True, slots=True)
class SheetPeriod:
    """The period of a partner's next sheet; `given_on` is the day of the previous sheet.

    `reaches_back` if it starts earlier: at a session that was logged too late for that sheet.
    """

    period: Period
    given_on: date | None
    reaches_back: bool = False


def months_back(today: date, months: int = USUAL_MONTHS) -> Period:
    """Return the months up to a day that a partner's sheet covers."""
    return Period(add_months(today, -months), today)


def since_last_sheet(session: StoreSession, partner: str, today: date) -> SheetPeriod:
    """Return the period since the last sheet; it always includes the last session.

    If no sheet was given before, use the default period, extended to the last session.
    Raises NotFound.
    """
    found = get_partner(session, partner)
    met_on = find_last_session_day(session, found, today)
    usual = months_back(today)
    if met_on is None:
        return SheetPeriod(usual, None)
    before = find_hand_out_before(session, found, met_on)
    if before is None:
        return SheetPeriod(Period(min(usual.first, met_on), today), None)
    given_on = clock.local(before.issued_at).date()
    untold = find_untold_day(session, found, before)
    if untold is not None:
        return SheetPeriod(Period(untold, today), given_on, reaches_back=True)
    told_until = before.last_session_on or met_on
    return SheetPeriod(Period(told_until + timedelta(days=1), today), given_on)


def sheet_period(session: StoreSession, partner: str, today: date, months: int = 0) -> SheetPeriod:
    """Return the period of a sheet: some months back, or if 0 since the last one of the partner.

    Raises NotFound.
    """
    if months:
        return SheetPeriod(months_back(today, months), None)
    return since_last_sheet(session, partner, today)


def prepare_partner_sheet(
    database: Database, partner: str, period: Period
) -> PreparedDocument[HandOutPlan]:
    """Prepare a partner's sheet and its edition.

    Raises NotFound, and NotAllowed as `plan_hand_out` does.
    """
    with database.read() as session:
        return prepare_sheet(session, get_partner(session, partner), period)


def prepare_sheet(
    session: StoreSession,
    partner: Partner,
    period: Period,
    taken: tuple[DocumentNumber, ...] = (),
) -> PreparedDocument[HandOutPlan]:
    """Prepare a partner's sheet, which is written after those with the numbers `taken`.

    Raises NotAllowed as `plan_hand_out` does.
    """
    plan = plan_hand_out(session, partner, period)
    draft = IssueDraft(
        DocumentKind.HAND_OUT,
        facts_fingerprint(plan),
        partner=partner.uid,
        first_on=period.first,
        last_on=period.last,
        last_session_on=find_last_session_day(session, partner, period.last) or period.last,
        taken=taken,
    )
    document = prepare(session, draft, plan, str(period.last), _sheet)
    return replace(document, whom=partner_facts(partner))


def prepare_programme(database: Database, period: Period) -> PreparedDocument[ProgrammePlan]:
    """Prepare the programme of a period and its edition."""
    with database.read() as session:
        plan = plan_programme(session, period, clock.today())
        draft = IssueDraft(
            DocumentKind.PROGRAMME,
            facts_fingerprint(plan),
            first_on=period.first,
            last_on=period.last,
        )
        return prepare(session, draft, plan, f"{period.first}-{period.last}", _programme)


def _sheet(plan: HandOutPlan, issue: Issue, language: Language) -> RenderRequest:
    """Try one page first: room for notes alone does not start a second one."""
    issued_on = issue.issued_at.date()
    whole = realise_hand_out(plan, language, issued_on)
    without_notes = realise_hand_out(plan, language, issued_on, has_notes=False)
    former = issue.former
    whole, without_notes = replacing(whole, former), replacing(without_notes, former)
    return RenderRequest((whole, without_notes, whole), issue, hand_out_title(plan, language))


def _programme(plan: ProgrammePlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_programme(plan, language, issue.issued_at.date())
    document = replacing(document, issue.former)
    return RenderRequest((document,), issue, programme_title(plan, language))
