"""Two computers of one office, and what each writes separately."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

from outreach_app.actors import Actor
from outreach_app.database import StoreSession
from outreach_app.exchange.stations.renewal import renew_station
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from outreach_app.startup import OpenOffice
from tests.ui.exchange.desk import Desk, Stick

Copy = Callable[[OpenOffice], OpenOffice]


def renew(office: OpenOffice) -> None:
    with office.database.write(Actor.CHIEF) as session:
        renew_station(session)


def change(desk: Desk, uid: UUID, **changes: Any) -> None:
    def use_case(session: StoreSession) -> UUID:
        draft = draft_of_meeting(session, uid)
        return change_meeting(session, uid, replace(draft, **changes)).uid

    desk.context.write(use_case, "")


def exchange(sender: Desk, other: Desk, stick: Stick) -> None:
    """Send a file from one computer of the office to the other."""
    stick.empty()
    sender.page.send.receiver.set_value("sibling")
    sender.send()
    other.receive()
