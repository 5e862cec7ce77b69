"""The lines here of events that a receiver reported to hold only as stubs."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.exchange.exporting.addressing import EVERY_PRECINCT, list_addressed
from outreach_app.exchange.format.ranges import Span, within
from outreach_app.models import JournalEvent


class AwaitedLines:
    """Finds the lines that a receiver lacks and may have.

    Of its own office's logs it may have every line; of this office's, only those of records that
    are addressed to it: headquarters may have learnt to whom after it sent the stub.
    """

    def __init__(self, session: Session, own: UUID, devices: Collection[UUID]) -> None:
        self._session = session
        self._own = own
        self._devices = devices
        self._addressed: defaultdict[UUID | None, list[tuple[UUID, int]]] | None = None

    def of(self, device: UUID, stubs: Sequence[Span], receiver: UUID) -> list[Span]:
        """Return those of these stubs of a log whose lines go to an office."""
        if not stubs:
            return []
        if device in self._devices and receiver != self._own:
            return within(self._sent_to(device, receiver), stubs)
        statement = select(JournalEvent.seq).where(
            JournalEvent.device == device,
            JournalEvent.seq.between(stubs[0][0], stubs[-1][1]),
            JournalEvent.line.is_not(None),
        )
        return within(self._session.scalars(statement.order_by(JournalEvent.seq)), stubs)

    def _sent_to(self, device: UUID, office: UUID) -> list[int]:
        """Return the numbers in a log of what is addressed to an office.

        Read once for all: headquarters plans for hundreds.
        """
        if self._addressed is None:
            self._addressed = list_addressed(self._session, self._devices)
        each = (*self._addressed[office], *self._addressed[EVERY_PRECINCT])
        return sorted(seq for log, seq in each if log == device)
