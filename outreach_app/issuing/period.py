"""Issuing of period reports."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from sqlalchemy.orm import Session

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
    prepare_beside_published,
    require_apart_from_others,
    require_over,
)
from outreach_app.queries.issues import list_newest_published, list_published_periods
from outreach_app.queries.meetings import between_meetings, count_held
from outreach_app.rules.dates import date_words
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.rules.periods import Period, deducible_periods
from outreach_app.services.issues import IssueDraft
from outreach_app.summaries.period.author_words import AuthorWords, require_sayable
from outreach_app.summaries.period.facts import plan_period
from outreach_app.summaries.period.plan import PeriodPlan
from outreach_app.summaries.period.prose import realise_period, running_title
from outreach_app.summaries.prose.editions import replacing, section_parts
from outreach_app.summaries.prose.facts import facts_fingerprint
from outreach_app.summaries.published.facts import publish, totals_alone
from outreach_app.summaries.published.plan import PublishedPlan
from outreach_app.summaries.published.prose import published_title, realise_published

_DAY = timedelta(days=1)


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

    Raises NotAllowed (`period_runs`: two issues of a running period would reveal the difference;
    `few_meetings`: all figures would be suppressed; `deducible`: with the reports published before,
    figures of fewer than five meetings would follow by subtraction; `few_changed`: so they would
    from figures of the same days, published before few of these meetings were added or changed).
    """
    require_over(period)
    today = clock.today()
    with database.read() as session:
        kind = DocumentKind.PERIOD_PUBLISHABLE
        issues = list_newest_published(session, kind)
        periods = list_published_periods(session, kind)
        published = [shown for each in periods for shown in _shown(session, each)]
        counted, before = plan_period(session, period, today), period.previous()
        is_apart = not any(each != before and each.overlaps(before) for each in published)
        plan = publish(counted, may_compare=is_apart and is_told_apart(session, issues, before))
        if plan.is_untold:
            message = _("Too few meetings were held to publish a figure. Choose a longer period.")
            raise NotAllowed(message, code="few_meetings")
        _require_nothing_deduced(session, period, published)
        require_apart_from_others(session, issues, period)
        plan = prepare_beside_published(session, plan, published, today)
        plan = prepare_beside_earlier(session, plan, issues, partial(totals_alone, hidden=()))
        draft = IssueDraft(
            kind,
            facts_fingerprint(plan),
            first_on=period.first,
            last_on=period.last,
        )
        name = f"{period.first}-{period.last}"
        return replace(prepare(session, draft, plan, name, _public_request), has_figures=True)


def list_unpublishable(database: Database, periods: Iterable[Period]) -> dict[Period, str]:
    """Return those that cannot be published yet, each with the reason in a few words."""
    today = clock.today()
    reasons: dict[Period, str] = {}
    with database.read() as session:
        published = [
            shown
            for each in list_published_periods(session, DocumentKind.PERIOD_PUBLISHABLE)
            for shown in _shown(session, each)
        ]
        for period in periods:
            if period.last >= today:
                reasons[period] = _("not over yet")
            elif count_held(session, period) < MIN_SHOWN:
                words = _("fewer than {number} meetings")
                reasons[period] = words.format(number=isolate(str(MIN_SHOWN)))
            elif _find_deduced(session, period, published):
                reasons[period] = _("would reveal hidden counts")
    return reasons


def _require_nothing_deduced(session: Session, period: Period, published: list[Period]) -> None:
    """Raise NotAllowed if too few meetings are between the ends of published periods."""
    if (left := _find_deduced(session, period, published)) is None:
        return
    message = _(
        "With the reports published before, each of which counts with the period before its own, "
        "the figures of {first} to {last} would follow by subtraction, and too few meetings were "
        "held then. Choose a period that ends later, or one that overlaps no published report."
    )
    first, last = date_words(left.first), date_words(left.last)
    raise NotAllowed(message.format(first=first, last=last), code="deducible")


def _find_deduced(session: Session, period: Period, published: list[Period]) -> Period | None:
    """Return a time of which too few meetings would follow by subtraction; None if there is none.

    It lies between the ends of periods as they are published, this one's and that before it too.
    """
    ends: dict[date, date] = {}
    wanted = [_told_apart(session, each, ends) for each in _shown(session, period)]
    shown = [_told_apart(session, each, ends) for each in published]
    for new in wanted:
        for left in deducible_periods(shown, new):
            if 0 < count_held(session, left) < MIN_SHOWN:
                return Period(ends[left.first], ends[left.last + _DAY] - _DAY)
        shown.append(new)
    return None


def _told_apart(session: Session, period: Period, ends: dict[date, date]) -> Period:
    """Return a period without the days at its ends on which nothing was held.

    `ends` gets the ends as they are published by those that differ by meetings: what is told of a
    time between two of them is told in the days that a reader sees.
    """
    apart = between_meetings(session, period)
    ends.setdefault(apart.first, period.first)
    ends.setdefault(apart.last + _DAY, period.last + _DAY)
    return apart


def _shown(session: Session, period: Period) -> list[Period]:
    """Return the periods that a published report shows: its own, and the one before if compared."""
    both = (period.previous(), period)
    return [each for each in both if count_held(session, each) >= MIN_SHOWN]


def _public_request(plan: PublishedPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_published(plan, language, issue.issued_at.date())
    return RenderRequest((document,), issue, published_title(plan, language))


def _request(plan: PeriodPlan, issue: Issue, language: Language) -> RenderRequest:
    document = realise_period(plan, language, issue.issued_at.date())
    document = replacing(document, issue.former)
    return RenderRequest((document,), issue, running_title(plan, language))
