"""Signed values that mean nothing are kept in the journal and unknown in the tables."""

from datetime import date
from pathlib import Path

import msgspec
from sqlalchemy import func, select

from outreach_app.events import MOST_INTEGER, Event, Fields
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.models import JOURNALED, Commitment, JournalEvent, Meeting, Office, Point
from outreach_app.models.base import Link
from outreach_app.progress import Progress
from outreach_app.queries.meetings import list_meetings
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.periods import Period
from outreach_app.vocabulary import UNKNOWN
from tests import makers
from tests.core.exchange.forging import forge
from tests.core.exchange.network import Network, unsound

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
MEANINGLESS: dict[str, Fields] = {
    "office": {"role": "emperor"},
    "meeting": {
        "kind": "mt.<b>",
        "channel": "smoke",
        "people": {"headcount": -5000, "women": MOST_INTEGER},
        "bodies": MOST_INTEGER,
        "kinds_present": ["as.women", "nobody"],
    },
    "point": {"kind": "spell", "reaction": "ignored", "closed_on": "9999-12-31"},
    "commitment": {"owner": "nobody", "status": {"status": "cst.sold"}},
}


def import_changed(network: Network, tmp_path: Path, changes: dict[str, Fields]) -> None:
    """Let headquarters take in all that the chief wrote, signed with other values."""

    def changed(event: Event) -> Event:
        fields = {
            name: value for name, value in changes.get(event.ent, {}).items() if name in event.d
        }
        return msgspec.structs.replace(event, d={**event.d, **fields})

    with network.chief.read() as session:
        last = session.scalars(select(func.max(JournalEvent.seq))).one()
    file = tmp_path / "changed.outreach"
    file.write_bytes(forge(network.chief, 1, last, dict.fromkeys(range(1, last + 1), changed)))
    import_paths(network.headquarters, [file], Progress())


def test_what_means_nothing_comes_in_as_unknown(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief, kinds_present=("as.women",), bodies=3)
    import_changed(network, tmp_path, MEANINGLESS)
    with network.headquarters.read() as session:
        meeting = session.scalars(select(Meeting)).one()
        assert (meeting.kind, meeting.channel) == (UNKNOWN, UNKNOWN)
        assert (meeting.headcount, meeting.women, meeting.bodies) == (None, None, None)
        assert meeting.kinds_present == ("as.women",)
        points = session.scalars(select(Point)).all()
        assert {(point.kind, point.closed_on) for point in points} == {(UNKNOWN, None)}
        promises = session.scalars(select(Commitment)).all()
        assert {(row.owner, row.status) for row in promises} == {(UNKNOWN, UNKNOWN)}
        assert UNKNOWN in session.scalars(select(Office.role)).all()
    assert unsound(network.headquarters) == []


def test_no_total_and_no_list_sees_it(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    changes = {**MEANINGLESS, "office": {}}
    import_changed(network, tmp_path, changes)
    total = prepare_national_summary_now(network.headquarters, YEAR).plan.total
    assert (total.participants, total.women) == (0, 0)


def test_an_unknown_status_offers_no_action(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    import_changed(network, tmp_path, {"meeting": {"status": {"status": "exploded"}}})
    with network.headquarters.read() as session:
        (row,) = list_meetings(session)
    assert (row.status, row.next_statuses) == (UNKNOWN, ())
    assert unsound(network.headquarters) == []


def test_every_field_has_a_domain() -> None:
    columns = {
        model.contract.entity: {
            name
            for field in model.contract.fields
            if not isinstance(field, Link)
            for name in field.columns
        }
        for model in JOURNALED
    }
    assert {entity: set(domains) for entity, domains in DOMAINS.items()} == columns
