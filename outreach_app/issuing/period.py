"""Issuing of period reports."""

from collections.abc import Iterable
from dataclasses import replace

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.documents.requests import Issue, RenderRequest
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.issuing.files import PreparedDocument, prepare
from outreach_app.issuing.published_before import (
    is_told_apart,
    prepare_beside_earlier,
    require_apart_from_others,
    require_publishable,
)
from outreach_app.queries.issues import list_published
from outreach_app.queries.meetings import count_held
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.rules.periods import Period
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.period.author_words import AuthorWords, require_sayable
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.prose import realise_period, running_title
from outreach_app.summaries.prose.editions import replacing, section_parts
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.prose.printed_figures import as_kept, printed_figures
from outreach_app.summaries.published.facts import publish, totals_alone
from outreach_app.summaries.published.plan import PublishedPlan
from outreach_app.summaries.published.prose import published_title, realise_published


def prepare_period_report(
    database: Database, period: Period, said: AuthorWords | None = None
) -> PreparedDocument[PeriodPlan]:
    """Prepare a period's report with its author's words, and its edition. Raises InvalidDraft."""
    if said is not None:
        require_sayable(said)
    today = clock.today()
    with database.read() as session:
        plan = plan_period(session, period, today, said)
        draft = IssueDraft(
            DocumentKind.PERIOD,
            facts_fingerprint(plan),
            first_on=period.first,
            last_on=period.last,
            # Not as of the day of issue, by which its tenses go.
            parts=section_parts(realise_period(plan, Language.FRENCH, period.last)),
        )
        name = f"{period.first}-{period.last}"
        return replace(prepare(session, draft, plan, name, _request), has_figures=True)


def prepare_published_report(database: Database, period: Period) -> PreparedDocument[PublishedPlan]:
    """Prepare the publishable report of a period that is over, and its edition.

    Raises NotAllowed (what `require_publishable` raises; `few_meetings`: all figures would be
    suppressed; `few_changed`: what changed since a version that was published would follow by
    subtraction from the totals of both).
    """
    require_publishable(period)
    today = clock.today()
    with database.read() as session:
        kind = DocumentKind.PERIOD_PUBLISHABLE
        issues = list_published(session, kind)
        counted = plan_period(session, period, today)
        plan = publish(counted)
        if not is_told_apart(session, plan, issues):
            plan = publish(counted, may_compare=False)
        if plan.is_untold:
            message = _("Too few meetings were held to publish a figure. Choose another quarter.")
            raise NotAllowed(message, code="few_meetings")
        require_apart_from_others(session, plan, issues)
        plan = prepare_beside_earlier(session, plan, issues, totals_alone)
        draft = IssueDraft(
            kind,
            facts_fingerprint(plan),
            first_on=period.first,
            last_on=period.last,
            figures=as_kept(printed_figures(plan)),
        )
        name = f"{period.first}-{period.last}"
        return replace(prepare(session, draft, plan, name, _public_request), has_figures=True)


def list_unpublishable(database: Database, periods: Iterable[Period]) -> dict[Period, str]:
    """Return the quarters that cannot be published yet, each with the reason in a few words."""
    today = clock.today()
    reasons: dict[Period, str] = {}
    with database.read() as session:
        for period in periods:
            if period.last >= today:
                reasons[period] = _("not over yet")
            elif count_held(session, period) < MIN_SHOWN:
                words = _("under {number} meetings")
                reasons[period] = words.format(number=isolate(str(MIN_SHOWN)))
    return reasons


def _public_request(plan: PublishedPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_published(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, published_title(plan, language))


def _request(plan: PeriodPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_period(plan, language, issue.issued_at.date())
    document = replacing(document, issue.former)
    return RenderRequest((document,), issue, running_title(plan, language))
