"""Backups restored, stations revoked, files lost: in the end all stores converge.

A program of steps is a function of its seed, including uids and clocks. The
invariants are 13 to 16 of the exchange.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from unittest.mock import patch
from uuid import UUID

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.exchange.exporting import unsent_ranges
from outreach_app.exchange.exporting.unsent_ranges import RangeCounts
from outreach_app.exchange.format.foreign_reader import read
from outreach_app.exchange.format.reading import CHILD
from outreach_app.exchange.importing import folders
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
    EVERY,
    HEADQUARTERS,
    PAIRS,
    PRECINCTS,
    Offices,
    exchange_all,
    make_offices,
    require_taken,
)
from tests.core.exchange.test_convergence import clock_at

TODAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
# The maximum clock difference: events more than a week ahead wait (E_CLOCK).
APART = (-4, -2, 0, 2)
EDITABLE: tuple[type[Record], ...] = (Partner, Person, Meeting, Point, Commitment)


@contextmanager
def read_here() -> Iterator[None]:
    """Read exchange files in this process: they are the model's own.

    Nothing needs to survive a power cut either, and nobody reads what a plan counts of its records,
    nor searches before a store is checked.
    """
    with (
        patch.object(CHILD, "ask", lambda request, _seconds: read(request)),
        patch.object(unsent_ranges, "_count", lambda *_asked: RangeCounts(0, {}, {}, 0)),
        patch.object(folders, "complete_index", lambda *_asked: None),
        patch("os.fsync"),
    ):
        yield


@contextmanager
def drawn_from(seed: str) -> Iterator[None]:
    """Replace randomness and the clock by values drawn from a seed.

    Keys and salts stay random: nothing is ordered by them.
    """
    draw = Random(seed)  # noqa: S311  repeatable
    with (
        patch("uuid_utils.compat.uuid7", lambda: UUID(int=draw.getrandbits(128), version=4)),
        clock_at(TODAY),
    ):
        yield


def make_template(folder: Path, seed: int) -> Path:
    """Make the folder of four new stores; copied, never opened in place."""
    folder.mkdir()
    with drawn_from(f"stores {seed}"):
        make_offices(folder)
    return folder


class Program:
    """A random program of steps on four computers."""

    def __init__(self, offices: Offices, seed: int) -> None:
        self._offices = offices
        self._draw = Random(seed)  # noqa: S311  repeatable
        self._seed = seed
        self._checks = 0

    def run(self, steps: int) -> None:
        """Take `count` steps, then exchange without loss."""
        weights: dict[Callable[[], None], int] = {
            self.meet: 3,
            self.change: 3,
            self.erase: 1,
            self.reply: 1,
            self.back_up: 3,
            self.restore: 1,
            self.send: 8,
            self.die: 2,
            self.renew: 1,
            self.revoke: 1,
            self.undo_revocations: 1,
        }
        chosen = self._draw.choices(list(weights), list(weights.values()), k=steps)
        with read_here(), drawn_from(f"uids {self._seed}"):
            for name in PRECINCTS:  # something to lose from the start
                self._meet(name)
            for number, step in enumerate((*chosen, self.settle), start=1):
                try:
                    step()
                except Exception as error:
                    error.add_note(f"seed {self._seed}, step {number} of {steps}: {step.__name__}")
                    raise

    def meet(self) -> None:
        self._meet(self._draw.choice(PRECINCTS))

    def change(self) -> None:
        name, kind = self._draw.choice(PRECINCTS), self._draw.choice(EDITABLE)
        which, value = self._number(), self._number()
        with self._clock(), self._offices.stores[name].write(Actor.CHIEF) as session:
            found = session.scalars(select(kind).order_by(kind.uid)).all()
            if found:
                record = found[which % len(found)]
                if value % 5:
                    change_field(record, value)
                else:
                    record.is_deleted = not record.is_deleted
                    refresh(record)
        self._check(name)

    def erase(self) -> None:
        name, which = self._draw.choice(PRECINCTS), self._number()
        with self._clock(), self._offices.stores[name].write(Actor.CHIEF) as session:
            found = session.scalars(select(Identity).order_by(Identity.uid)).all()
            if found:
                person = found[which % len(found)].person
                assert person is not None
                erase_identity(session, person.uid)
        self._check(name)

    def reply(self) -> None:
        """Write a reply of headquarters to one precinct."""
        store, which = self._offices.stores[HEADQUARTERS], self._number()
        with self._clock(), store.write(Actor.HEADQUARTERS) as session:
            points = session.scalars(select(Point).order_by(Point.uid)).all()
            if points:
                draft = ReplyDraft("ستُصلح الإنارة", "ar", date(2026, 10, 20))
                reply_to_point(session, points[which % len(points)].uid, draft)
        self._check(HEADQUARTERS)

    def back_up(self) -> None:
        self._offices.back_up(self._draw.choice(EVERY))

    def restore(self) -> None:
        self._restore(self._draw.choice(EVERY))

    def send(self) -> None:
        self._send(self._draw.choice(PAIRS), is_lost=self._draw.random() < 0.3)

    def die(self) -> None:
        """Lose a computer after a last file; a backup replaces it."""
        pair = self._draw.choice(PAIRS)
        if pair[0] in PRECINCTS:
            self._meet(pair[0])
        self._send(pair, is_lost=False)
        self._restore(pair[0])

    def renew(self) -> None:
        """Renew a store's number, and send again what others may lack."""
        name = self._draw.choice(PRECINCTS)
        with self._clock(), self._offices.stores[name].write(Actor.CHIEF) as session:
            renew_station(session)
        self._check(name)

    def revoke(self) -> None:
        """Revoke a station at a store from here on."""
        (name, other), seq = self._draw.choice(PAIRS), self._draw.randrange(1, 30)
        with self._offices.stores[other].read() as session:
            device = own_station(session).device
        with self._offices.stores[name].write(Actor.CHIEF) as session:
            if session.get(Station, device) is not None:
                revoke(session, device, seq)

    def undo_revocations(self) -> None:
        self._undo_revocations(self._draw.choice(EVERY))

    def settle(self) -> None:
        """Send everything to every store that may have it."""
        for name in EVERY:
            self._undo_revocations(name)
        exchange_all(self._offices, is_whole=self._seed % 40 == 0)
        turn, rest = divmod(self._seed, 3)
        if rest == 0:  # the slowest check: each store in every twelfth seed
            assert unsound(self._offices.indexed(EVERY[turn % len(EVERY)])) == []

    def _meet(self, name: str) -> None:
        store = self._offices.stores[name]
        with self._clock():
            partner = makers.write_partner(store)
            makers.write_person(store, partner, phone=None)
            makers.write_meeting(store, held_on=date(1970, 1, 1), attendances=((partner, True),))
        self._check(name)

    def _restore(self, name: str) -> None:
        with self._clock():
            self._offices.restore(name, self._number())
        self._check(name)

    def _send(self, pair: tuple[str, str], *, is_lost: bool) -> None:
        with self._clock():
            require_taken(self._offices.send(*pair, is_lost=is_lost))
        self._check(pair[1])

    def _undo_revocations(self, name: str) -> None:
        with self._offices.stores[name].write(Actor.CHIEF) as session:
            revoked = Station.status == StationStatus.REVOKED
            for station in session.scalars(select(Station).where(revoked)).all():
                undo_revocation(session, station.device)

    def _number(self) -> int:
        return self._draw.randrange(1000)

    def _clock(self) -> AbstractContextManager[None]:
        """Set the clock of one computer, for one step."""
        return clock_at(TODAY + timedelta(days=self._draw.choice(APART)))

    def _check(self, name: str) -> None:
        self._checks += 1
        if self._checks % 25 == 0:  # the slowest checks: the errors they find are persistent
            require_sound(self._offices.indexed(name))


@contextmanager
def offices_after(template: Path, folder: Path, seed: int, steps: int) -> Iterator[Offices]:
    """Run a program in its own folder; yield the open stores."""
    folder.mkdir()
    offices = Offices(template, folder)
    try:
        Program(offices, seed).run(steps)
        yield offices
    finally:
        offices.close()
        shutil.rmtree(folder)


def run_program(template: Path, folder: Path, seed: int, steps: int) -> None:
    with offices_after(template, folder, seed, steps):
        pass


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four new stores, the same in each run."""
    return make_template(tmp_path_factory.mktemp("offices") / "stores", seed=0)


@pytest.mark.long
def test_a_program_is_its_seed(template: Path, tmp_path: Path) -> None:
    def states(folder: Path) -> list[dict[str, object]]:
        with offices_after(template, folder, 33, steps=8) as offices:
            return [state(store) for store in offices.stores.values()]

    assert states(tmp_path / "1") == states(tmp_path / "2")


@pytest.mark.parametrize("seed", [6, 21, 33, *range(100, 147)])
def test_restored_stores_agree_in_the_end(template: Path, tmp_path: Path, seed: int) -> None:
    run_program(template, tmp_path / "stores", seed, steps=30)


@pytest.mark.long
@pytest.mark.parametrize("part", range(20))
def test_restored_stores_agree_in_the_end_after_many_programs(tmp_path: Path, part: int) -> None:
    """10,000 programs, in parts that several processors may share."""
    stores = make_template(tmp_path / "stores", seed=1 + part)
    for number in range(500):
        run_program(stores, tmp_path / "program", 1000 * (1 + part) + number, steps=50)
