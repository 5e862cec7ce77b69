"""Conditions on an elimination list before it is archived or carried out."""

from collections.abc import Sequence
from hashlib import sha256

import msgspec
from sqlalchemy.orm import Session

from outreach_app.errors import Conflict, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Elimination
from outreach_app.queries.listed_records import ListedItem, listed_items
from outreach_app.queries.records_past_term import DueRow
from outreach_app.queries.retention import due_row, find_issue, places_not_due

_MAX_LISTED = 5


def require_open(elimination: Elimination) -> None:
    """Raise NotAllowed for a list that was carried out."""
    if elimination.destroyed_at is not None:
        message = _("What was on this list was destroyed: the list can no longer be changed.")
        raise NotAllowed(message, code="destroyed")


def require_issued(session: Session, elimination: Elimination) -> None:
    """Raise NotAllowed unless the document of an open list was issued."""
    require_open(elimination)
    if find_issue(session, elimination) is None:
        message = _("Issue the list first: nothing is destroyed that is not on an issued list.")
        raise NotAllowed(message, code="not_issued")


def take_listed(session: Session, elimination: Elimination) -> list[ListedItem]:
    """Return the items of a list with their records, unchanged since and still due.

    Raises Conflict (`list_altered`, `list_changed`, `not_due`).
    """
    if elimination.digest != digest_of_items(elimination):
        message = _(
            "This list is not the one that was issued: it was altered by something other than the"
            " program. Nothing was destroyed. Withdraw it, make another, and tell headquarters."
        )
        raise Conflict(message, code="list_altered")
    due = [due_row(item) for item in elimination.items]
    found = {(item.row.entity, item.row.key): item for item in listed_items(session, due)}
    changed = []
    items = []
    for place, item in enumerate(elimination.items, start=1):
        now = found.get((item.entity, item.key))
        if now is None or now.state != item.state:
            changed.append(str(place))
        else:
            items.append(now)
    if changed:
        message = _(
            "Since the list was made, something on it was changed, added to or erased (no. {places}"
            " on the list). Nothing was destroyed. Withdraw the list and make another."
        )
        raise Conflict(message.format(places=_place_words(changed)), code="list_changed")
    _require_due(session, due)
    return items


def _require_due(session: Session, rows: Sequence[DueRow]) -> None:
    """Raise Conflict unless every row is past its term by this computer's date."""
    places = [str(place) for place in places_not_due(session, rows)]
    if places:
        message = _(
            "By the date of this computer and the retention periods of today, something on the list"
            " is not due yet (no. {places} on the list). Nothing was destroyed. Withdraw the list"
            " and make another."
        )
        raise Conflict(message.format(places=_place_words(places)), code="not_due")


def _place_words(places: Sequence[str]) -> str:
    return isolate(", ".join(places[:_MAX_LISTED]) + "…" * (len(places) > _MAX_LISTED))


def digest_of_items(elimination: Elimination) -> str:
    """Return the digest of a list: its document has it, so that nothing of it changes unseen."""
    items = [
        [
            *(item.kind, item.entity, item.key, item.number, item.code),
            *(item.day, item.due_on, item.count, item.state),
            *([item.first_on] if item.first_on else []),
            *([item.days] if item.days > 1 else []),
        ]
        for item in elimination.items
    ]
    return sha256(msgspec.json.encode([str(elimination.uid), items])).hexdigest()
