"""Use cases of hand-outs: give a partner its sheet."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from outreach_app.models import HandOut, Partner
from outreach_app.queries.hand_outs import find_given
from outreach_app.rules.periods import Period


def give_hand_out(
    session: Session,
    partner: Partner,
    period: Period,
    last_session_on: date,
    fingerprint: str,
    now: datetime,
) -> HandOut:
    """Record a sheet of these facts, or return the one that was given, with its time."""
    given = find_given(session, partner, fingerprint)
    if given is None:
        given = HandOut(
            office_id=partner.office_id,
            partner=partner,
            first_on=period.first,
            last_on=period.last,
            last_session_on=last_session_on,
            fingerprint=fingerprint,
            issued_at=now.replace(microsecond=0),
        )
        session.add(given)
    return given
