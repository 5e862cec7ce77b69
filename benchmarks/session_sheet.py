"""Read the sheet of a session among few and among many partners.

Run: python -m benchmarks.session_sheet
"""

import statistics
import tempfile
import time
from pathlib import Path

from sqlalchemy import insert
from uuid_utils.compat import uuid7

from outreach_app import startup
from outreach_app.models import Meeting, Partner
from outreach_app.queries.details import list_open_commitments_with
from outreach_app.queries.records import get_own_office
from outreach_app.startup import OpenOffice
from tests import makers
from ui.meetings import session_sheets

FEW, MANY = 300, 5_000
PRESENT = 3
TURNS = 21
TARGET = 10.0  # milliseconds of CPU, of the median among many


def main() -> None:
    """Print the times with many and with few partners."""
    with tempfile.TemporaryDirectory() as folder:
        few, many = (measured(Path(folder) / str(count), count) for count in (FEW, MANY))
    print(f"a session's sheet: {few:.1f} ms CPU among {FEW} partners, {many:.1f} among {MANY}")
    print(f"ratio {many / few:.2f}; target: at most {TARGET:.0f} ms among {MANY}")


def measured(folder: Path, count: int) -> float:
    """Return the median CPU milliseconds in a new store of `count` partners."""
    startup.create_store(folder, makers.PASSPHRASE, makers.office_draft())
    with startup.opened(folder, makers.PASSPHRASE) as office:
        fill(office, count)
        present = [makers.write_partner(office.database) for _number in range(PRESENT)]
        attendances = tuple((partner, True) for partner in present)
        meeting = makers.write_meeting(office.database, attendances=attendances)
        spent = []
        for _turn in range(TURNS):
            start = time.process_time()
            with office.database.read() as session:
                session_sheets.read_sheet(session, meeting)
                list_open_commitments_with(session, present, makers.meeting_draft().held_on)
            spent.append((time.process_time() - start) * 1000)
    return statistics.median(spent)


def fill(office: OpenOffice, count: int) -> None:
    """Write partners, each with a meeting, as rows: the journal is not measured here."""
    with office.database.engine.begin() as connection:
        with office.database.read() as session:
            owner = get_own_office(session).id
        common = {"version": "0@0", "is_deleted": False, "office_id": owner}
        connection.execute(
            insert(Partner),
            [
                common | {"uid": uuid7(), "name_ar": f"جمعية {number}", "category": "pt.media"}
                for number in range(count)
            ],
        )
        connection.execute(
            insert(Meeting),
            [
                common
                | {
                    "uid": uuid7(),
                    "held_on": makers.meeting_draft().held_on,
                    "kind": "mt.periodic",
                    "channel": "ch.inperson",
                    "status": "held",
                    "kinds_present": (),
                }
                for _number in range(count)
            ],
        )


if __name__ == "__main__":
    main()
