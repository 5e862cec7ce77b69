"""Namesakes: precincts of one city that share a name or number, or bear that of headquarters."""

import re
from collections.abc import Iterator
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.exchange.stations.cards import Card
from outreach_app.models import Office, Station
from outreach_app.queries.acceptance import accepted_devices
from outreach_app.queries.records import get_own_office
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.lookalikes import look_of

_ZEROS = re.compile(r"\b0+(?=\d)")


def find_namesake(session: Session, office: Card | Office, uid: UUID) -> Station | Office | None:
    """Return, at headquarters, another office of the same city with a name or the number of this.

    It compares the names under which offices are registered, and those that they have given
    themselves since. An office whose computers were all revoked is ignored: it may have lost them
    and started again. The names of headquarters are taken in every city.
    """
    own = get_own_office(session)
    if own.uid != uid and _names(office) & _names(own):
        return own
    words = set(_words(office))
    return next((row for row in _offices(session, uid) if words.intersection(_words(row))), None)


def _offices(session: Session, but: UUID) -> Iterator[Station | Office]:
    accepted = accepted_devices(session)
    precincts = select(Station).where(Station.role == OfficeRole.PRECINCT, Station.office != but)
    registered = [row for row in session.scalars(precincts) if row.device in accepted]
    yield from registered
    uids = {row.office for row in registered}
    yield from session.scalars(select(Office).where(Office.uid.in_(uids)))


def _words(office: Card | Office | Station) -> Iterator[tuple[str, str, str]]:
    """Yield the names of an office: its city with each name or number, folded."""
    cities = {look_of(office.city_ar), look_of(office.city_fr)} - {""}
    number = _by_value(fold_words(office.number or ""))
    for city in cities:
        yield from (("name", city, name) for name in _names(office))
        if number:
            yield "number", city, number


def _names(office: Card | Office | Station) -> set[str]:
    return {look_of(office.name_ar), look_of(office.name_fr)} - {""}


def _by_value(number: str) -> str:
    """Return a folded number without leading zeros: «013» is 13."""
    return _ZEROS.sub("", number)
