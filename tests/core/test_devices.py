"""Device ids: each continues from the previous one, and marks its numbers with letters."""

from uuid import uuid4

import pytest
from sqlalchemy import inspect, select, text

from outreach_app import devices, journal
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.devices import enrol_device
from outreach_app.events import GENESIS
from outreach_app.models import JournalEvent, Station
from tests import makers


def test_a_new_device_goes_on_from_the_former_ones_time(database: Database) -> None:
    with database.write(Actor.CHIEF) as session:
        session.execute(text("UPDATE devices SET highest_t = 9000000000000"))
    with database.write(Actor.PROGRAM) as session:
        former = journal.current_device(session).uid
        device = enrol_device(session)
        assert journal.current_device(session).uid == device.uid != former
        assert (device.upto, device.head, device.highest_t) == (0, GENESIS, 9_000_000_000_000)
        new = device.uid
    makers.write_partner(database)
    (written,) = [row for row in events(database) if row.device == new]
    assert (written.seq, written.t) == (1, 9_000_000_000_001)


def test_a_devices_letter_counts_those_of_its_own_office_alone(database: Database) -> None:
    with database.write(Actor.PROGRAM) as session:
        assert journal.current_device(session).letter == ""
        own = session.scalars(select(Station)).one()
        values = {column.key: getattr(own, column.key) for column in inspect(Station).columns}
        others = {"device": uuid4(), "office": uuid4(), "key_id": bytes(8)}
        session.add(Station(**values | others))
        assert enrol_device(session).letter == "B"


@pytest.mark.parametrize(
    ("place", "letters"),
    [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")],
)
def test_devices_have_letters_like_columns_of_a_spreadsheet(place: int, letters: str) -> None:
    assert devices._letters(place) == letters


def events(database: Database) -> list[JournalEvent]:
    with database.read() as session:
        return list(session.scalars(select(JournalEvent)))
