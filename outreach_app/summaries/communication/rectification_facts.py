"""Computes the plan of a rectification sheet from the store."""

from sqlalchemy.orm import Session

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.models import Office
from outreach_app.queries.publications import PublicationRow
from outreach_app.queries.records import get_own_office
from outreach_app.queries.rumours import RumourRow
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.kinds import OfficeRole, VerificationSource
from outreach_app.rules.names import Bilingual
from outreach_app.rules.rumours import PAGE_FORM, TO_RECTIFY
from outreach_app.summaries.communication.rectification_plan import (
    PublishedFacts,
    RectificationPlan,
)
from outreach_app.summaries.prose.store_words import office_facts, words_of, written
from outreach_app.summaries.prose.translated_alike import translated_alike


def plan_rectification(session: Session, rumour: RumourRow) -> RectificationPlan:
    """Collect the facts of this office's rumour once its result is known.

    The number of the sheet comes with its edition. Raises NotAllowed (`not_own`,
    `nothing_to_tell`).
    """
    office = get_own_office(session)
    if rumour.office != office.id:
        message = _(
            "This rumour is another office's: only the office that heard it can inform others "
            "about it."
        )
        raise NotAllowed(message, code="not_own")
    if rumour.result is None or not rumour.has_result_to_tell:
        raise NotAllowed(_nothing_to_tell(rumour), code="nothing_to_tell")
    finding, rectification = rumour.finding, rumour.rectification
    plan = RectificationPlan(
        office=office_facts(office),
        number="",
        words=written(rumour.text, rumour.language, rumour.translation),
        heard_by=_services(session, rumour.office),
        heard_on=rumour.heard_on,
        heard_at=rumour.heard_at,
        page_name=rumour.page_name,
        page_network=rumour.page_network,
        result=rumour.result,
        found_on=finding.found_on if finding else None,
        found_with=finding.source if finding else None,
        fact=words_of(finding.text, finding.language, finding.translation) if finding else None,
        published=_published(session, rumour, rectification) if rectification else None,
        page_address=rumour.page_address,
        is_page=rumour.form == PAGE_FORM,
    )
    return translated_alike(session, plan)


def _nothing_to_tell(rumour: RumourRow) -> str:
    """Return what a sheet waits for."""
    if rumour.result is None:
        return _("There is nothing to report yet: record the result of the verification first.")
    if rumour.result in TO_RECTIFY:
        return _(
            "The news is false or misleading: publish its rectification before informing those "
            "concerned."
        )
    return _("The page is an unofficial one: there is nothing to report to anybody.")


def _published(session: Session, rumour: RumourRow, row: PublicationRow) -> PublishedFacts:
    return PublishedFacts(
        text=Bilingual(row.text.ar, row.text.fr),
        title=Bilingual(row.title.ar, row.title.fr),
        source=_services(session, row.office),
        published_on=row.published_on,
        published_at=row.published_at,
        hours=rumour.hours if rumour.heard_at and row.published_at else None,
        was_out_before=rumour.hours is None,
        days=(row.published_on - rumour.heard_on).days,
        took_whole_hours=_took_whole_hours(rumour, row),
    )


def _took_whole_hours(rumour: RumourRow, row: PublicationRow) -> bool:
    """Return whether a rectification took exactly a whole number of hours."""
    heard_at, published_at = rumour.heard_at, row.published_at
    if heard_at is None or published_at is None or heard_at.minute != published_at.minute:
        return False
    return (rumour.heard_on, heard_at) != (row.published_on, published_at)


def _services(session: Session, office: OfficeId) -> str:
    """Return the code of the services that an office is."""
    role = session.get_one(Office, office).role
    return (
        VerificationSource.HEADQUARTERS
        if role == OfficeRole.HEADQUARTERS
        else VerificationSource.OWN
    )
