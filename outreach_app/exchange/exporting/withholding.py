"""The events that are sent as stubs: names, and headquarters' records for other offices."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.events import Operation, Stub, decode, encode
from outreach_app.exchange.exporting.addressing import ADDRESSED, select_addressed
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver
from outreach_app.exchange.importing.bulk_sql import uid_text
from outreach_app.models import Partner
from outreach_app.rules.claims import OFFICE_ONLY
from outreach_app.services.erasure import NAMING


class Logged(NamedTuple):
    """One event of the journal, without what its bundle states for all."""

    seq: int
    t: int
    entity: str
    record: bytes
    operation: str
    line: bytes | None
    line_hash: bytes


@dataclass(frozen=True, slots=True)
class Withheld:
    """Which events are sent as stubs.

    `unnamed` are the partners without a name of their own: they may have had one before it was
    recorded as a person's. Of the nouns that are addressed to one precinct only the `addressed`
    records are sent; None sends all. Claims stay on the computers of their office.
    """

    are_names: bool = False
    are_claims: bool = False
    unnamed: frozenset[bytes] = frozenset()
    addressed: frozenset[bytes] | None = None

    def line(self, row: Logged) -> bytes:
        """Return the line to send for an event."""
        if row.line is not None and not self._has(row):
            return row.line
        said = {
            "seq": row.seq,
            "t": row.t,
            "ent": row.entity,
            "id": uid_text(row.record),
            "op": row.operation,
            "h": row.line_hash.hex(),
        }
        return encode(msgspec.convert(said, Stub))

    def let_names_out(self, rows: Iterable[Logged]) -> bool:
        """Return whether these events include a name that will be sent."""
        return not self.are_names and any(self._is_name(row) for row in rows)

    def _has(self, row: Logged) -> bool:
        if self.are_claims and row.entity in OFFICE_ONLY:
            return True
        return (self.are_names and self._is_name(row)) or self._is_elsewhere(row)

    def _is_elsewhere(self, row: Logged) -> bool:
        if self.addressed is None or row.entity not in ADDRESSED:
            return False
        return row.record not in self.addressed

    def _is_name(self, row: Logged) -> bool:
        """Return whether a row names somebody.

        A purge names nobody, and must reach everyone who was ever given the name.
        """
        if row.line is None or row.operation == Operation.PURGE:
            return False
        if row.entity == "identity":
            return True
        if row.record not in self.unnamed:
            return False
        fields = decode(row.line).d
        return any(fields.get(name) for name in NAMING)


def withheld_from(session: Session, plan: ExportPlan, *, includes_names: bool) -> Withheld:
    """Return what is withheld from a plan's receivers."""
    if plan.receiver is Receiver.SIBLING:
        return Withheld()
    addressed = None
    if plan.receiver is Receiver.PRECINCT:
        statements = select_addressed(plan.office)
        addressed = frozenset(uid.bytes for each in statements for uid in session.scalars(each))
    unnamed = session.scalars(
        select(Partner.uid).where(Partner.name_ar.is_(None), Partner.name_fr.is_(None))
    )
    return Withheld(
        not includes_names,
        True,
        frozenset(uid.bytes for uid in unnamed),
        addressed,
    )
