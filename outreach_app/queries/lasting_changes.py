"""The events of a record without what was undone: it was never so, and is told nowhere."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

import msgspec

from outreach_app import clock
from outreach_app.events import Event, Json
from outreach_app.models import JOURNALED
from outreach_app.models.base import Link

_LINKS = {
    model.contract.entity: frozenset(
        field.name for field in model.contract.fields if isinstance(field, Link)
    )
    for model in JOURNALED
}


class _Set(NamedTuple):
    """A value that a field was given, and the number of the event that gave it."""

    number: int
    value: Json


def without_undone(events: Iterable[Event]) -> list[Event]:
    """Return the events of a record, oldest first, without values put back on the same day.

    Only Undo or a person who saw a mistake does that; a later change is one that was made. Links
    stay: one may be gone because its record was destroyed.
    """
    kept = list(events)
    given: dict[str, list[_Set]] = {}
    for number, event in enumerate(kept):
        links = _LINKS.get(event.ent, frozenset())
        for name, value in event.d.items():
            if name in links:
                continue
            values = given.setdefault(name, [_Set(-1, None)])
            if len(values) > 1 and values[-2].value == value:
                undone = values[-1].number
                if _day(kept[undone]) == _day(event):
                    values.pop()
                    kept[undone], kept[number] = (
                        _without(kept[each], name) for each in (undone, number)
                    )
                    continue
            values.append(_Set(number, value))
    return kept


def _day(event: Event) -> date:
    return clock.local(datetime.fromisoformat(event.at)).date()


def _without(event: Event, name: str) -> Event:
    return msgspec.structs.replace(
        event, d={key: value for key, value in event.d.items() if key != name}
    )
