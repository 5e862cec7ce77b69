"""Three stores under random events of files and clocks: they converge, without loss."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, ClassVar
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import BundleError
from outreach_app.exchange.importing.bundle_import import import_bundle
from outreach_app.models import (
    CatalogueEntry,
    Commitment,
    Identity,
    Meeting,
    Office,
    Partner,
    Person,
    Point,
    Record,
)
from outreach_app.search import upkeep
from outreach_app.services.erasure import erase_identity
from tests import makers
from tests.core.exchange.breaking_off import broken_off
from tests.core.exchange.forging import forge
from tests.core.exchange.invariants import (
    chained_rows,
    change_field,
    everything,
    later,
    own_device,
    refresh,
    require_held,
    require_sound,
)
from tests.core.exchange.network import (
    Network,
    events,
    export,
    open_at,
    state,
    take,
    unsound,
    upto,
)
from tests.core.exchange.posts import post, statuses, written_for

PRECINCT = st.sampled_from(["chief", "deputy"])
ANY = st.sampled_from(["chief", "deputy", "headquarters"])
# The maximum clock difference: events more than a week ahead wait (E_CLOCK).
TODAY = datetime.now(UTC).replace(microsecond=0)
NOW = st.sampled_from([TODAY + timedelta(days=days) for days in (-4, -2, 0, 2)])
NUMBER = st.integers(0, 1000)
ARRIVED = {"imported", "duplicate"}
EDITABLE: tuple[type[Record], ...] = (Partner, Person, Meeting, Point, Commitment)


@contextmanager
def clock_at(now: datetime) -> Iterator[None]:
    """Set the clock of a computer."""
    with patch("outreach_app.clock.now", lambda: now):
        yield


class Exchange(RuleBasedStateMachine):
    """The state machine of the exchange: each rule checks the store it changed."""

    template: ClassVar[Path]
    network: ClassVar[Network]

    def __init__(self) -> None:
        super().__init__()
        self.network.begin_anew(self.template)
        self.pool: list[bytes] = []
        self.seen: dict[str, set[tuple[Any, ...]]] = {}
        self.people = self.steps = 0
        self.erased: list[str] = []

    @initialize(now=NOW)
    def begin(self, now: datetime) -> None:
        """Write something to change from the start, on one side only."""
        self.meet("chief", now)

    @rule(name=PRECINCT, now=NOW)
    def meet(self, name: str, now: datetime) -> None:
        store = self.network.stores[name]
        self.people += 1
        with clock_at(now), later(self.network.stores[name]):
            partner = makers.write_partner(store)
            makers.write_person(
                store, partner, name_ar=None, name_fr=f"Planted{self.people}x", phone=None
            )
            attendances = ((partner, True),)
            makers.write_meeting(store, held_on=date(1970, 1, 1), attendances=attendances)
        self._check(name)

    @rule(name=PRECINCT, kind=st.sampled_from(EDITABLE), which=NUMBER, value=NUMBER, now=NOW)
    def change(self, name: str, kind: type[Record], which: int, value: int, now: datetime) -> None:
        store = self.network.stores[name]
        with clock_at(now), later(self.network.stores[name]), store.write(Actor.CHIEF) as session:
            found = session.scalars(select(kind).order_by(kind.uid)).all()
            if found:
                change_field(found[which % len(found)], value)
        self._check(name)

    @rule(name=PRECINCT, kind=st.sampled_from(EDITABLE), which=NUMBER, now=NOW)
    def delete_or_restore(self, name: str, kind: type[Record], which: int, now: datetime) -> None:
        store = self.network.stores[name]
        with clock_at(now), later(self.network.stores[name]), store.write(Actor.CHIEF) as session:
            found = session.scalars(select(kind).order_by(kind.uid)).all()
            if found:
                record = found[which % len(found)]
                record.is_deleted = not record.is_deleted
                refresh(record)
        self._check(name)

    @rule(name=PRECINCT, which=NUMBER, now=NOW)
    def erase(self, name: str, which: int, now: datetime) -> None:
        store = self.network.stores[name]
        with clock_at(now), later(self.network.stores[name]), store.write(Actor.CHIEF) as session:
            found = session.scalars(select(Identity).order_by(Identity.uid)).all()
            if found:
                identity = found[which % len(found)]
                self.erased.append(identity.name_fr or "")
                assert identity.person is not None
                erase_identity(session, identity.person.uid)
        self._check(name)

    @rule(code=st.sampled_from(["tp.90", "tp.91"]), value=NUMBER, now=NOW)
    def word_anew(self, code: str, value: int, now: datetime) -> None:
        """Write what only headquarters may write."""
        store = self.network.headquarters
        with (
            clock_at(now),
            later(self.network.headquarters),
            store.write(Actor.HEADQUARTERS) as session,
        ):
            office = session.scalars(select(Office).where(Office.role == "headquarters")).one()
            entry = session.scalars(
                select(CatalogueEntry).where(CatalogueEntry.code == code)
            ).first()
            entry = entry or CatalogueEntry(office_id=office.id, code=code)
            entry.ar = entry.fr = str(value)
            session.add(entry)
        self._check("headquarters")

    @rule(name=ANY, first=NUMBER, count=NUMBER, has_names=st.booleans())
    def export(self, name: str, first: int, count: int, *, has_names: bool) -> None:
        """Export any part of the own log; a repeated export has the same hashes."""
        store = self.network.stores[name]
        length = upto(store)
        if not length:
            return
        start = 1 + first % length
        end = start + count % (length - start + 1)
        withheld = () if has_names else ("identity",)
        data, again = (export(store, start, end, withheld=withheld) for _turn in range(2))
        ranges = [open_at(self.network.chief, each).manifest for each in (data, again)]
        assert ranges[0].range == ranges[1].range
        assert ranges[0].payload == ranges[1].payload
        self.pool.append(data)

    @rule(name=ANY, which=NUMBER, times=st.integers(1, 2), now=NOW)
    def import_(self, name: str, which: int, times: int, now: datetime) -> None:
        """Import files in any order, again, or never."""
        if self.pool:
            store = self.network.stores[name]
            with clock_at(now):
                for _turn in range(times):
                    take(store, self.pool[which % len(self.pool)])
            self._check(name)

    @rule(name=ANY, to=ANY, is_lost=st.booleans(), now=NOW)
    def send(self, name: str, to: str, now: datetime, *, is_lost: bool) -> None:
        """Export since the last acknowledgement, without a gap, whatever was lost before."""
        if name == to:
            return
        store, receiver = self.network.stores[name], self.network.stores[to]
        with clock_at(now), written_for(store, receiver) as bundles:
            if not is_lost:
                assert {status for status, _code in statuses(post(receiver, bundles))} <= ARRIVED
                assert upto(receiver, own_device(store)) == upto(store)
                self._check(to)

    @rule(name=ANY, which=NUMBER, at=st.integers(1, 300))
    def interrupt(self, name: str, which: int, at: int) -> None:
        """Interrupt an import, which leaves no trace."""
        if not self.pool:
            return
        store, data = self.network.stores[name], self.pool[which % len(self.pool)]
        before = everything(store)
        opened = open_at(store, data)
        try:
            with store.write(Actor.PROGRAM) as session, broken_off(session.connection(), at):
                import_bundle(session, opened, TODAY)
                session.flush()
        except OperationalError:
            assert everything(store) == before
        with store.write(Actor.PROGRAM) as session:
            upkeep.index_waiting(session, 1000)
        self._check(name)

    @rule(name=ANY, of=ANY, which=NUMBER)
    def fork(self, name: str, of: str, which: int) -> None:
        """Reject what another computer wrote under a used number."""
        other, store = self.network.stores[of], self.network.stores[name]
        if not upto(other):
            return
        seq = 1 + which % upto(other)
        before = everything(store)
        place = (own_device(other), seq)
        holds = any(row[:2] == place for row in before[0])
        has_line = any(row[:2] == place and row[6] is not None for row in events(other))
        if holds and has_line:
            with pytest.raises(BundleError):
                take(store, forge(other, seq, seq))
            assert everything(store) == before

    def teardown(self) -> None:
        """Require that after a full exchange the computers of an office are equal, all sound."""
        self._exchange_all()
        ours = state(self.network.chief)
        assert ours["waiting"] == []
        assert ours == state(self.network.deputy) == state(self.network.headquarters)
        stores = self.network.stores.values()
        hashes = [{(row[:6], row[7], row[8]) for row in events(store)} for store in stores]
        assert hashes[0] == hashes[1] == hashes[2]
        for store in stores:
            assert unsound(store) == []
            self._require_erased(store)

    def _exchange_all(self) -> None:
        for store in self.network.stores.values():
            data = export(store)
            for other in self.network.stores.values():
                if other is not store:
                    take(other, data)

    def _require_erased(self, store: Database) -> None:
        lines = b"".join(row[6] for row in events(store) if isinstance(row[6], bytes))
        with store.read() as session:
            names = set(session.scalars(select(Identity.name_fr)))
        for name in self.erased:
            assert name.encode() not in lines
            assert name not in names

    def _check(self, name: str) -> None:
        store = self.network.stores[name]
        rows = chained_rows(store)
        assert self.seen.get(name, set()) <= rows
        self.seen[name] = rows
        self.steps += 1
        if self.steps % 4 == 0:  # the slowest checks: the errors they find are persistent
            require_sound(store)
        require_held(self.network, store)


def _run(network: Network, template: Path, programs: int, steps: int) -> None:
    Exchange.network = network
    Exchange.template = template
    run_state_machine_as_test(
        Exchange,
        settings=settings(
            max_examples=programs,
            stateful_step_count=steps,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.explicit, Phase.reuse, Phase.generate],  # to shrink takes minutes
        ),
    )


@pytest.mark.early
def test_stores_agree_whatever_happens(network: Network, network_template: Path) -> None:
    _run(network, network_template, programs=3, steps=30)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_stores_agree_whatever_happens_for_long(
    network: Network, network_template: Path, part: int
) -> None:
    """10,000 programs, in parts that several processors may share."""
    _run(network, network_template, programs=500, steps=50)
