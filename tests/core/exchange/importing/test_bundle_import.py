"""Importing one bundle: what is imported, what is refused, and what waits."""

from datetime import timedelta

import pytest
from sqlalchemy import select, text

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError
from outreach_app.events import Operation, Stub, encode
from outreach_app.exchange.stations import registry
from outreach_app.models import (
    Acknowledgement,
    Bundle,
    Identity,
    JournalEvent,
    Meeting,
    Partner,
    Person,
    Point,
    Reply,
    Station,
)
from outreach_app.services import points
from tests import makers
from tests.core.exchange.forging import edited, forge, packed
from tests.core.exchange.network import (
    Network,
    events,
    export,
    state,
    take,
    unsound,
    upto,
)


def met(store: Database) -> None:
    """Write a partner with its president, and a meeting with it."""
    partner = makers.write_partner(store)
    makers.write_person(store, partner)
    makers.write_meeting(store, attendances=((partner, True),))


def refused(store: Database, data: bytes) -> str:
    """Return the code of the refusal, after which the store is unchanged."""
    before = state(store), events(store)
    with pytest.raises(BundleError) as caught:
        take(store, data)
    assert (state(store), events(store)) == before
    return caught.value.code


def test_a_precinct_arrives_whole_at_headquarters(network: Network) -> None:
    met(network.chief)
    imported = take(network.headquarters, export(network.chief))
    assert (imported.status, imported.new, imported.gaps) == ("imported", upto(network.chief), ())
    assert unsound(network.headquarters) == []
    theirs, ours = state(network.chief), state(network.headquarters)
    assert {uid: ours[uid] for uid in theirs} == theirs
    with network.headquarters.read() as session:
        meeting = makers.the_meeting(session)
        assert [point.state for point in meeting.points] == ["referred", "committed"]
        assert meeting.attendances[0].partner.name_fr == "Association Annakhil"


def test_importing_again_changes_nothing(network: Network) -> None:
    met(network.chief)
    data = export(network.chief)
    take(network.deputy, data)
    before = state(network.deputy), events(network.deputy)
    assert take(network.deputy, data).status == "duplicate"
    again = take(network.deputy, export(network.chief))  # the same events in another file
    assert (again.status, again.new) == ("imported", 0)
    assert (state(network.deputy), events(network.deputy)) == before
    with network.deputy.read() as session:
        assert session.query(Bundle).count() == 2


def test_an_edit_sorts_after_what_its_author_saw(network: Network) -> None:
    with clock.at(clock.now() + timedelta(days=6)):
        partner = makers.write_partner(network.chief)
        data = export(network.chief)
    imported = take(network.deputy, data)
    assert imported.code == "W_CLOCK"
    with network.deputy.write(Actor.CHIEF) as session:
        found = session.scalars(select(Partner).where(Partner.uid == partner)).one()
        found.place = "حي الأمل"
    take(network.chief, export(network.deputy))
    with network.chief.read() as session:
        assert makers.the_partner(session).place == "حي الأمل"
    assert state(network.chief) == state(network.deputy)


def test_a_part_that_comes_early_waits_for_the_one_before_it(network: Network) -> None:
    met(network.chief)
    last = upto(network.chief)
    first_part, later_part = export(network.chief, 1, 3), export(network.chief, 5, last)
    middle = export(network.chief, 4, 4)
    imported = take(network.headquarters, later_part)
    assert imported.gaps == ((1, 4),)
    assert imported.code == "W_GAP"
    assert "\u20661–4\u2069" in imported.sentence
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert session.query(Meeting).count() == 0  # its office has not arrived
    assert take(network.headquarters, first_part).gaps == ((4, 4),)
    assert take(network.headquarters, middle).gaps == ()
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert len(makers.the_meeting(session).points) == 2
        assert session.execute(text("SELECT count(*) FROM waiting_records")).scalar() == 0
        assert session.execute(text("SELECT count(*) FROM seams")).scalar() == 0


def test_a_link_stays_empty_until_its_target_comes(network: Network) -> None:
    earlier = makers.write_meeting(network.chief)
    middle = upto(network.chief)
    makers.write_meeting(network.chief, subject_ar="لقاء ثان", follows=earlier)
    take(network.headquarters, export(network.chief, 1, 1))
    take(network.headquarters, export(network.chief, middle + 1))
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert makers.the_meeting(session).follows is None
    take(network.headquarters, export(network.chief, 2, middle))
    with network.headquarters.read() as session:
        second = session.scalars(select(Meeting).where(Meeting.subject_ar == "لقاء ثان")).one()
        assert second.follows is not None
        assert second.follows.uid == earlier
    assert unsound(network.headquarters) == []


def test_withheld_names_leave_people_without_an_identity(network: Network) -> None:
    met(network.chief)
    take(network.headquarters, export(network.chief, withheld=("identity",)))
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert session.query(Person).count() == 1
        assert session.query(Identity).count() == 0
    # The full lines may arrive later, and replace the stubs.
    take(network.headquarters, export(network.chief))
    assert unsound(network.headquarters) == []
    with network.headquarters.read() as session:
        assert session.query(Identity).one().name_fr == "Khalid Idrissi"
        assert session.query(JournalEvent).filter(JournalEvent.line.is_(None)).count() == 0


def test_a_copied_store_that_went_on_by_itself_is_refused(network: Network) -> None:
    """Two different events under one number, whichever arrived first."""
    met(network.chief)
    take(network.headquarters, export(network.chief))
    count = upto(network.chief)
    with network.chief.write(Actor.CHIEF) as session:
        session.execute(text("UPDATE events SET head = zeroblob(32) WHERE seq = 3"))
    assert refused(network.headquarters, export(network.chief, 4)) == "E_FORK"
    forged = forge(network.chief, 2, count)
    assert refused(network.headquarters, forged) == "E_FORK"
    assert unsound(network.headquarters) == []


def test_a_fork_shows_at_the_seam_of_a_gap(network: Network) -> None:
    met(network.chief)
    take(network.headquarters, export(network.chief, 1, 1))
    take(network.headquarters, export(network.chief, 4))
    assert refused(network.headquarters, forge(network.chief, 2, 3)) == "E_FORK"


def test_this_computers_own_log_is_never_added_to(network: Network) -> None:
    met(network.chief)
    data = forge(network.chief, upto(network.chief) + 1, upto(network.chief) + 1)
    assert refused(network.chief, data) == "E_FORK"


def test_what_the_others_hold_is_kept_and_never_exceeds_what_was_written(network: Network) -> None:
    met(network.chief)
    take(network.headquarters, export(network.chief))
    take(network.chief, export(network.headquarters))
    with network.chief.read() as session:
        own = registry.own_station(session)
        said = session.scalars(
            select(Acknowledgement).where(Acknowledgement.device == own.device)
        ).one()
        assert said.upto == upto(network.chief)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"ent": "unheard"}, "E_RECORD"),
        ({"t": 9_000_000_000_000_000}, "E_CLOCK"),
        ({"ent": "reply", "d": {}}, "E_OWNER"),
        ({"ent": "entry", "d": {}}, "E_OWNER"),
        ({"ent": "office", "d": {}}, "E_OWNER"),
        ({"by": str(Actor.HEADQUARTERS.value)}, "E_OWNER"),
        ({"by": str(Actor.ANALYST.value)}, "E_OWNER"),
        ({"by": "0198f000-0000-7000-8000-00000000ffff"}, "E_RECORD"),
        ({"ent": "claim", "d": {"kind": "erasure"}}, "E_RECORD"),
        ({"ent": "identity", "op": "purge", "d": {"name_ar": "x"}}, "E_RECORD"),
        ({"d": {"unheard": None}}, "E_RECORD"),
        ({"d": {"unheard": 1}}, "E_RECORD"),
        ({"d": {"category": 1}}, "E_RECORD"),
        ({"d": {"is_active": 1}}, "E_RECORD"),
        ({"d": {"receipt": {}}}, "E_RECORD"),
        ({"d": {"receipt": {"receipt_on": None}}}, "E_RECORD"),
        ({"d": {"receipt": {"receipt_on": "20260101"}}}, "E_RECORD"),
        ({"d": {"receipt": {"receipt_on": "2026-02-30"}}}, "E_RECORD"),
        ({"d": {"receipt": "2026-02-28"}}, "E_RECORD"),
        ({"ent": "meeting", "d": {"when": {"starts_at": "24:00"}}}, "E_RECORD"),
        ({"ent": "meeting", "d": {"people": {"women": True}}}, "E_RECORD"),
        ({"ent": "meeting", "d": {"kinds_present": []}}, "E_RECORD"),
        ({"ent": "meeting", "d": {"kinds_present": ["as.1 as.2"]}}, "E_RECORD"),
        ({"ent": "meeting", "d": {"follows": "not a uid"}}, "E_RECORD"),
        ({"ent": "issue", "d": {"issued_at": "2026-13-01T00:00:00Z"}}, "E_RECORD"),
    ],
)
def test_what_an_event_cannot_say_is_refused(
    network: Network, changes: dict[str, object], code: str
) -> None:
    makers.write_partner(network.chief)
    data = forge(network.chief, 1, 2, {2: edited(**changes)})
    assert refused(network.headquarters, data) == code


def test_a_record_keeps_its_noun_and_its_office(network: Network) -> None:
    makers.write_partner(network.chief)
    take(network.headquarters, export(network.chief))
    with network.headquarters.read() as session:
        partner = str(makers.the_partner(session).uid)
    other_noun = forge(
        network.chief, 3, 3, {3: edited(ent="meeting", id=partner, d={})}, previous_of=2
    )
    assert refused(network.headquarters, other_noun) == "E_RECORD"
    stolen = forge(network.headquarters, 2, 2, {2: edited(id=partner, d={})}, previous_of=1)
    assert refused(network.chief, stolen) == "E_OWNER"


def test_only_headquarters_answers_a_point_and_the_point_stays_the_precincts(
    network: Network,
) -> None:
    met(network.chief)
    take(network.headquarters, export(network.chief))
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        own = session.scalars(select(Station).where(Station.role == "headquarters")).one()
        office = session.execute(
            text("SELECT id FROM offices WHERE uid = :uid"), {"uid": own.office.bytes}
        ).scalar_one()
        point = session.scalars(select(Point)).first()
        session.add(
            Reply(
                office_id=office,
                point=point,
                text="برمجت الإنارة",
                language="ar",
                replied_on=clock.now().date(),
            )
        )
    take(network.chief, export(network.headquarters))
    assert unsound(network.chief) == []
    with network.chief.read() as session:
        reply = session.query(Reply).one()
        assert reply.point.office_id != reply.office_id


def test_a_stub_that_contradicts_what_is_here_is_refused(network: Network) -> None:
    met(network.chief)
    take(network.headquarters, export(network.chief))
    with network.chief.read() as session:
        row = session.scalars(select(JournalEvent).where(JournalEvent.seq == 2)).one()
        stub = Stub(
            seq=2,
            t=row.t + 1,
            ent=row.entity,
            id=str(row.record),
            op=Operation.SET,
            h=row.line_hash.hex(),
        )
    data = packed(network.chief, 2, [encode(stub)])
    assert refused(network.headquarters, data) == "E_RECORD"


def test_points_answered_on_the_other_computer_change_their_state_here(network: Network) -> None:
    met(network.chief)
    take(network.deputy, export(network.chief))
    with network.deputy.write(Actor.CHIEF) as session:
        point = makers.the_meeting(session).points[0]
        points.close_point(session, point.uid, point.version, clock.now().date())
    take(network.chief, export(network.deputy))
    assert unsound(network.chief) == []
    with network.chief.read() as session:
        assert makers.the_meeting(session).points[0].state == "closed"
    assert state(network.chief) == state(network.deputy)
