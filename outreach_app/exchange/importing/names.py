"""Detection, at headquarters, of a precinct that took the name or number of another."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.container import OpenedBundle
from outreach_app.exchange.importing.checking import Arrival
from outreach_app.exchange.stations.namesakes import find_namesake
from outreach_app.models import Office
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import shown_name


def name_warnings(
    session: Session, opened: OpenedBundle, arrival: Arrival
) -> tuple[BundleWarning, ...]:
    """Warn if a file changed its office's name or number to that of another.

    Enrolment refuses such a card; a station that wants to pass for another renames itself later.
    """
    uid = UUID(opened.sender.office)
    if not any(entry.sent.ent == "office" for entry in (*arrival.new, *arrival.upgraded)):
        return ()
    if get_own_office(session).role != OfficeRole.HEADQUARTERS:
        return ()
    office = session.scalars(select(Office).where(Office.uid == uid)).one_or_none()
    other = find_namesake(session, office, uid) if office else None
    if other is None:
        return ()
    return (cautions.names_taken(shown_name(other)),)
