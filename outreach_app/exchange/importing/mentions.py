"""Find what this store knew of names that an import erases, and its texts that still have them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.database.statements import rows_in
from outreach_app.events import Operation
from outreach_app.exchange.format import cautions
from outreach_app.exchange.format.cautions import BundleWarning
from outreach_app.exchange.format.payload import BundleEntry
from outreach_app.services.mentions import note_mentions

_NAMES = "SELECT uid, name_ar, name_fr FROM identities WHERE uid IN"


@dataclass(slots=True)
class ErasedNames:
    """The names that one act erased; a claim knows them by the `last` erased record."""

    last: tuple[int, bytes] = (0, b"")
    names: list[str] = field(default_factory=list)


def names_to_erase(session: Session, entries: Iterable[BundleEntry]) -> list[ErasedNames]:
    """Return the names here that these events erase, by the act; call it before they are gone."""
    purges = [
        entry
        for entry in entries
        if entry.sent.ent == "identity" and entry.sent.op == Operation.PURGE
    ]
    rows = rows_in(session.connection(), _NAMES, [entry.record for entry in purges])
    known = {uid: [name for name in names if name] for uid, *names in rows}
    acts: dict[int, ErasedNames] = {}
    for entry in purges:
        act = acts.setdefault(entry.sent.t, ErasedNames())
        act.last = max(act.last, (entry.sent.seq, entry.record))
        act.names += known.get(entry.record, ())
    return list(acts.values())


def mention_warnings(session: Session, erased: Iterable[ErasedNames]) -> tuple[BundleWarning, ...]:
    """Record the texts here that have erased names, and warn of them."""
    found = sum(
        note_mentions(session, UUID(bytes=act.last[1]), act.names) for act in erased if act.names
    )
    return (cautions.named_here(),) if found else ()
