"""Nobody's name goes to the trash before Today has listed the person for a week (L6)."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Person
from outreach_app.queries.people import PersonRow, list_people, list_people_by_id
from outreach_app.queries.records import get_record
from outreach_app.queries.today import people_to_inform
from outreach_app.queries.trash import list_forgotten
from outreach_app.services.forgetting import forget_uninformed
from outreach_app.services.merging import MergeDraft, merge_people, separate
from outreach_app.services.partner_drafts import draft_of_person
from outreach_app.services.people import change_person, delete_person, restore_person
from tests import makers
from tests.dated_uids import follow_clock

DAYS = 90
SEED = 1


@dataclass
class Office:
    """An office whose register is opened on random days, and what Today listed since when."""

    database: Database
    chance: random.Random
    partner: UUID
    listed: dict[UUID, date] = field(default_factory=dict)
    away: set[UUID] = field(default_factory=set)
    merged: set[UUID] = field(default_factory=set)
    gone: dict[UUID, tuple[date | None, date]] = field(default_factory=dict)

    def open(self, today: date) -> None:
        """Let the names go whose time is over, then look at Today."""
        with self.database.write(Actor.PROGRAM) as session:
            forget_uninformed(session)
        with self.database.read() as session:
            for row in list_forgotten(session):
                # A merged person goes with the one that is listed.
                since = date.min if row.uid in self.merged else self.listed.get(row.uid)
                self.gone.setdefault(row.uid, (since, today))
            seen = {
                row.uid
                for row in list_people_by_id(
                    session, session.scalars(people_to_inform()).all()
                ).values()
            }
        self.listed = {uid: self.listed.get(uid, today) for uid in seen}

    def work(self, today: date) -> None:
        chance = self.chance
        by = today + timedelta(days=chance.choice((-400, -30, -9, -8, -1, 0, 5, 20)))
        makers.write_person(
            self.database,
            self.partner,
            name_fr=chance.choice(("Planted Name", None)),
            name_ar=None,
            capacity_fr="Trésorier",
            inform_by=by,
            is_active=chance.random() < 0.7,
        )
        with self.database.write(Actor.CHIEF) as session:
            rows = list_people(session)
        act = chance.choice((self.name, self.delete, self.restore, self.merge, self.separate))
        act(rows)
        self.listed = {uid: day for uid, day in self.listed.items() if uid not in self.away}

    def name(self, rows: Sequence[PersonRow]) -> None:
        row = self.chance.choice(rows)
        if row.name.fr is None and row.uid not in self.gone:
            with self.database.write(Actor.CHIEF) as session:
                draft = draft_of_person(session, row.uid)
                change_person(session, row.uid, replace(draft, name_fr="Planted Name"))
            self.listed.pop(row.uid, None)

    def delete(self, rows: Sequence[PersonRow]) -> None:
        row = self.chance.choice(rows)
        with self.database.write(Actor.CHIEF) as session:
            delete_person(session, row.uid, row.version)
        self.away.add(row.uid)

    def restore(self, rows: Sequence[PersonRow]) -> None:
        if self.away - self.merged:
            uid = self.chance.choice(sorted(self.away - self.merged))
            with self.database.write(Actor.CHIEF) as session:
                restore_person(session, uid)
            self.away.discard(uid)

    def merge(self, rows: Sequence[PersonRow]) -> None:
        if len(rows) > 1:
            winner, loser = self.chance.sample(rows, 2)
            with self.database.write(Actor.CHIEF) as session:
                draft = MergeDraft(winner.uid, winner.version, loser.uid, loser.version)
                merge_people(session, draft)
                is_sooner = get_record(session, Person, winner.uid).inform_by != winner.inform_by
            self.merged.add(loser.uid)
            self.away.add(loser.uid)
            if is_sooner:
                self.listed.pop(winner.uid, None)

    def separate(self, rows: Sequence[PersonRow]) -> None:
        if self.merged:
            uid = self.chance.choice(sorted(self.merged))
            with self.database.write(Actor.CHIEF) as session:
                separate(session, uid)
            self.merged.discard(uid)
            self.away.discard(uid)


def test_nobody_goes_who_was_not_listed_for_a_week(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(SEED)  # noqa: S311  repeatable
    office = Office(database, chance, makers.write_partner(database))
    follow_clock(monkeypatch)
    day = clock.today() + timedelta(days=2)
    last = day + timedelta(days=DAYS)
    while day < last:
        moment = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        office.open(day)
        office.work(day)
        office.open(day)
        day += timedelta(days=chance.choice((1, 1, 2, 3, 6, 9)))
    assert len(office.gone) > 5
    for since, going in office.gone.values():
        assert since is not None
        assert since + timedelta(days=7) < going
