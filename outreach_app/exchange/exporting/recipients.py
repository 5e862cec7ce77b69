"""The keys that a file is encrypted to."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.exchange.format.limits import MAX_RECIPIENTS
from outreach_app.models import Acknowledgement, Station, StationSecret
from outreach_app.queries.acceptance import accepted_devices


def recipients_of(
    receivers: Sequence[Station], own: Sequence[Station], introduced: Sequence[Station]
) -> tuple[str, ...]:
    """Return the keys that can open a bundle, as many as a file may have.

    They are the receivers', their recovery keys, our office's, and those introduced for theirs. A
    receiver that announced its next key may have changed to it while the file was on its way.
    """
    kept = [key for row in receivers for key in (row.recovery_recipient, row.next_recipient) if key]
    keys = (*(row.recipient for row in (*receivers, *own)), *kept)
    each = dict.fromkeys((*keys, *(row.recipient for row in introduced)))
    return tuple(islice(each, MAX_RECIPIENTS))


def introduced_stations(session: Session) -> defaultdict[UUID, list[Station]]:
    """Return the stations known only from what others carried, by office, newest first.

    Nothing is planned for them until they speak: their stores may since have been put back again.
    But if both this store and theirs were put back, each may know the other only by numbers whose
    keys the other lost; these keys let it read a file, and answer.
    """
    spoken = select(Acknowledgement.holder).where(Acknowledgement.holder == Station.device)
    statement = (
        select(Station)
        .outerjoin(StationSecret)
        .where(~Station.has_card, ~spoken.exists(), StationSecret.device.is_(None))
        .order_by(Station.enrolled_at.desc(), Station.device.desc())
    )
    found: defaultdict[UUID, list[Station]] = defaultdict(list)
    accepted = accepted_devices(session)
    for station in session.scalars(statement):
        if station.device in accepted:
            found[station.office].append(station)
    return found
