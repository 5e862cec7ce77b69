"""Backups are put back, stations revoked, files lost: in the end all hold what anybody held."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations.registry import own_station
from outreach_app.exchange.stations.renewal import renew_station
from outreach_app.exchange.stations.revocation import revoke, undo_revocation
from outreach_app.models import (
    Commitment,
    Identity,
    Meeting,
    Partner,
    Person,
    Point,
    Record,
    Station,
)
from outreach_app.rules.statuses import StationStatus
from outreach_app.services.erasure import erase_identity
from outreach_app.services.replies import ReplyDraft, reply_to_point
from tests import makers
from tests.core.exchange.invariants import change_field, refresh, require_sound
from tests.core.exchange.network import state, unsound
from tests.core.exchange.restored import (
    CHIEF,
    DEPUTY,
    EVERY,
    HEADQUARTERS,
    PAIRS,
    PRECINCTS,
    Offices,
    exchange_all,
)
from tests.core.exchange.test_convergence import clock_at

PRECINCT = st.sampled_from(PRECINCTS)
ANY = st.sampled_from(EVERY)
# As far apart as clocks may be: what is stamped more than a week ahead waits (E_CLOCK).
TODAY = datetime.now(UTC).replace(microsecond=0)
NOW = st.sampled_from([TODAY + timedelta(days=days) for days in (-4, -2, 0, 2)])
NUMBER = st.integers(0, 1000)
EDITABLE: tuple[type[Record], ...] = (Partner, Person, Meeting, Point, Commitment)
TAKEN = {"imported", "duplicate"}


def require_taken(files: list[ReceivedFile]) -> None:
    """Nothing that is valid is refused, but of those that were revoked, and what they carry.

    A store that went back to a backup may not know a device either, until it has spoken itself.
    """
    codes = {file.code for file in files if file.status not in TAKEN and not file.is_sealed}
    assert codes <= {"E_SENDER_REVOKED", "E_SENDER_UNKNOWN"}


def require_agreement(offices: Offices) -> None:
    """Whoever holds the log of a device holds the same; the computers of an office are equal."""
    for office, names in offices.offices().items():
        logged = [offices.logged(name, office) for name in {*names, HEADQUARTERS}]
        assert all(each == logged[0] for each in logged)
    chief, deputy = (state(offices.stores[name]) for name in (CHIEF, DEPUTY))
    for each in (chief, deputy):
        del each["waiting"]  # of headquarters' replies, one may have a line and the other a stub
    assert chief == deputy


class Restoring(RuleBasedStateMachine):
    """The invariants 13 to 16 of the exchange."""

    template: ClassVar[Path]
    folder: ClassVar[Path]

    def __init__(self) -> None:
        super().__init__()
        self.offices = Offices(self.template, self.folder)
        self.steps = 0

    @initialize(now=NOW)
    def begin(self, now: datetime) -> None:
        """Something to lose from the start."""
        for name in PRECINCTS:
            self.meet(name, now)

    @rule(name=PRECINCT, now=NOW)
    def meet(self, name: str, now: datetime) -> None:
        store = self.offices.stores[name]
        with clock_at(now):
            partner = makers.write_partner(store)
            makers.write_person(store, partner, phone=None)
            makers.write_meeting(store, held_on=date(1970, 1, 1), attendances=((partner, True),))
        self._check(name)

    @rule(name=PRECINCT, kind=st.sampled_from(EDITABLE), which=NUMBER, value=NUMBER, now=NOW)
    def change(self, name: str, kind: type[Record], which: int, value: int, now: datetime) -> None:
        with clock_at(now), self.offices.stores[name].write(Actor.CHIEF) as session:
            found = session.scalars(select(kind).order_by(kind.uid)).all()
            if found:
                record = found[which % len(found)]
                if value % 5:
                    change_field(record, value)
                else:
                    record.is_deleted = not record.is_deleted
                    refresh(record)
        self._check(name)

    @rule(name=PRECINCT, which=NUMBER, now=NOW)
    def erase(self, name: str, which: int, now: datetime) -> None:
        with clock_at(now), self.offices.stores[name].write(Actor.CHIEF) as session:
            found = session.scalars(select(Identity).order_by(Identity.uid)).all()
            if found:
                person = found[which % len(found)].person
                assert person is not None
                erase_identity(session, person.uid)
        self._check(name)

    @rule(which=NUMBER, now=NOW)
    def reply(self, which: int, now: datetime) -> None:
        """Headquarters writes what only one precinct is to read."""
        with clock_at(now), self.offices.stores[HEADQUARTERS].write(Actor.HEADQUARTERS) as session:
            points = session.scalars(select(Point).order_by(Point.uid)).all()
            if points:
                draft = ReplyDraft("ستُصلح الإنارة", "ar", date(2026, 10, 20))
                reply_to_point(session, points[which % len(points)].uid, draft)
        self._check(HEADQUARTERS)

    @rule(name=ANY)
    def back_up(self, name: str) -> None:
        self.offices.back_up(name)

    @rule(name=ANY, which=NUMBER, now=NOW)
    def restore(self, name: str, which: int, now: datetime) -> None:
        with clock_at(now):
            self.offices.restore(name, which)
        self._check(name)

    @rule(pair=st.sampled_from(PAIRS), is_lost=st.booleans(), now=NOW)
    def send(self, pair: tuple[str, str], now: datetime, *, is_lost: bool) -> None:
        with clock_at(now):
            require_taken(self.offices.send(*pair, is_lost=is_lost))
        self._check(pair[1])

    @rule(pair=st.sampled_from(PAIRS), which=NUMBER, now=NOW)
    def die(self, pair: tuple[str, str], which: int, now: datetime) -> None:
        """A computer sends a last file and is lost; a backup takes its place."""
        if pair[0] in PRECINCTS:
            self.meet(pair[0], now)
        self.send(pair, now, is_lost=False)
        self.restore(pair[0], which, now)

    @rule(name=PRECINCT, now=NOW)
    def renew(self, name: str, now: datetime) -> None:
        """A store goes on under a new number, and says again what not all others have."""
        with clock_at(now), self.offices.stores[name].write(Actor.CHIEF) as session:
            renew_station(session)
        self._check(name)

    @rule(pair=st.sampled_from(PAIRS), seq=st.integers(1, 30))
    def revoke(self, pair: tuple[str, str], seq: int) -> None:
        """A store takes nothing more of what another numbers from here on."""
        with self.offices.stores[pair[1]].read() as session:
            device = own_station(session).device
        with self.offices.stores[pair[0]].write(Actor.CHIEF) as session:
            if session.get(Station, device) is not None:
                revoke(session, device, seq)

    @rule(name=ANY)
    def undo_revocations(self, name: str) -> None:
        with self.offices.stores[name].write(Actor.CHIEF) as session:
            revoked = Station.status == StationStatus.REVOKED
            for station in session.scalars(select(Station).where(revoked)).all():
                undo_revocation(session, station.device)

    def teardown(self) -> None:
        for name in EVERY:
            self.undo_revocations(name)
        require_taken(exchange_all(self.offices))
        require_agreement(self.offices)
        for store in self.offices.stores.values():
            assert unsound(store) == []
        self.offices.close()

    def _check(self, name: str) -> None:
        self.steps += 1
        require_sound(self.offices.stores[name], is_whole=self.steps % 4 == 0)


def _run(template: Path, folder: Path, programs: int, steps: int) -> None:
    Restoring.template, Restoring.folder = template, folder
    run_state_machine_as_test(
        Restoring,
        settings=settings(
            max_examples=programs,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes minutes
        ),
    )


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_restored_stores_agree_in_the_end(
    offices_template: Path, tmp_path: Path, part: int
) -> None:
    """10,000 programs, in parts that several processors may share."""
    _run(offices_template, tmp_path, programs=500, steps=50)
