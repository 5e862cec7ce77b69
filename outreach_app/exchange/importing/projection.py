"""The projection of imported events: their records folded into rows; incomplete ones wait."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from outreach_app.database.statements import defer_references, go_on_after, rows_in
from outreach_app.events import MAX_INTEGER, State, fold
from outreach_app.exchange.importing.bulk_sql import events_by_record, headquarters_in, write_rows
from outreach_app.exchange.importing.checking import Folded
from outreach_app.exchange.importing.columns import Layout, Stored, layout_of
from outreach_app.exchange.importing.odd_values import odd_values, row_of
from outreach_app.exchange.importing.point_states import first_states
from outreach_app.exchange.importing.removal import Removal
from outreach_app.models import JOURNALED, Commitment, Meeting, Office, Point, Record, Referral
from outreach_app.models.replies import Reply
from outreach_app.review_states import first_review

_RANK = {model.contract.entity: rank for rank, model in enumerate(JOURNALED)}
StoredRow = tuple[Stored, ...]
_IS_DELETED = 3  # its index in a row
RecordPlace = tuple[int, int | None]  # the local id of a record, and that of its office


@dataclass(slots=True)
class Projected:
    """What became of the imported records.

    - `rows`: the rows written, by entity and local id; from `first_new` on they are new.
    - `former`: the rows that were removed or lost a link, as they were before, in the same form.
      `gone`: the local ids of the removed ones, by entity. `orphans`: records whose row went with
      that of a purged one, with their noun.
    - `concurrent`: records with events that did not see each other, with the owning office.
    - `folded`: the state of each record. `odd`: those of them with invalid values, with their noun
      and columns.
    - `waiting`: records that are incomplete or link to nothing yet, with their noun and what they
      wait for; those also in `shown` have a row all the same.
    """

    concurrent: dict[bytes, tuple[State, bytes]]
    rows: dict[str, dict[int, dict[str, Stored]]]
    former: dict[str, dict[int, dict[str, Stored]]]
    gone: dict[str, set[int]]
    orphans: dict[bytes, str]
    first_new: dict[str, int]
    folded: Mapping[bytes, Folded]
    odd: dict[bytes, tuple[str, frozenset[str]]]
    waiting: Mapping[bytes, tuple[str, bytes | None]]
    shown: Collection[bytes]

    def concerned(self, entity: str) -> list[dict[str, Stored]]:
        """Return the rows written of an entity, and the former ones: all that others depend on."""
        return [*self.rows[entity].values(), *self.former.get(entity, {}).values()]


@dataclass(slots=True)
class _Table:
    """One table: the ids of records that have a row in it, and the rows to write."""

    layout: Layout
    places: dict[bytes, RecordPlace] = field(default_factory=dict)
    rows: dict[int, StoredRow] = field(default_factory=dict)
    values: dict[int, dict[str, Stored]] = field(default_factory=dict)
    first_new: int = MAX_INTEGER
    next_id: int = MAX_INTEGER


class Projection:
    """Writes the records of one import into their tables.

    A record gets a row once its columns are complete and its office and required links are here; an
    optional link stays empty until its target arrives. Both are remembered, and tried again when
    the missing record gets its row. Only headquarters' records link to another office's.
    """

    def __init__(self, connection: Connection, offices: Mapping[str, bytes]) -> None:
        """Take the office that each device belongs to."""
        self._connection = connection
        self._offices = offices
        self._tables = {model: _Table(layout_of(model.contract.entity)) for model in JOURNALED}
        self._folded: dict[bytes, Folded] = {}
        self._removal = Removal(connection)
        self._waiting: dict[bytes, tuple[str, bytes | None]] = {}
        self._are_stored_waiting = False
        self._new: set[bytes] = set()
        self._odd: dict[bytes, tuple[str, frozenset[str]]] = {}
        self._headquarters = headquarters_in(connection)

    def project(self, records: Collection[bytes], folded: Mapping[bytes, Folded]) -> Projected:
        """Write the rows of these records, and of those that waited for them.

        `folded` are further records with all their events: they had none here before.
        """
        # Rows may refer to each other both ways while they are written; COMMIT checks them all.
        defer_references(self._connection)
        is_any = self._connection.exec_driver_sql("SELECT 1 FROM waiting_records LIMIT 1").first()
        self._are_stored_waiting = is_any is not None
        new: Collection[bytes] = folded
        folded = {**folded, **self._fold_all(records)}
        while folded:
            self._new = set()
            self._project_once(folded, new)
            new = ()
            folded = self._fold_all(self._waiting_for(self._new))
        self._write_rows()
        self._write_waiting()
        tables = {table.layout.entity: table for table in self._tables.values()}
        return Projected(
            concurrent={
                uid: (state, self._offices[device])
                for uid, (state, _values, device) in self._folded.items()
                if state.concurrent
            },
            rows={entity: table.values for entity, table in tables.items()},
            former=self._removal.former,
            gone=self._removal.gone,
            orphans=self._removal.orphans_but(self._folded),
            first_new={entity: table.first_new for entity, table in tables.items()},
            folded=self._folded,
            odd=self._odd,
            waiting=self._waiting,
            shown={uid for uid, owner in self._waiting.items() if uid in tables[owner[0]].places},
        )

    def _fold_all(self, records: Collection[bytes]) -> dict[bytes, Folded]:
        folded = {}
        for uid, events in events_by_record(self._connection, records).items():
            state = fold(events)
            folded[uid] = (state, row_of(state), events[0].device)
        return folded

    def _project_once(self, folded: Mapping[bytes, Folded], new: Collection[bytes]) -> None:
        self._folded.update(folded)
        by_entity: dict[str, list[bytes]] = {}
        for uid, (state, values, _device) in folded.items():
            by_entity.setdefault(state.entity, []).append(uid)
            odd = odd_values(state.entity, state.fields, values)
            if odd:
                self._odd[uid] = (state.entity, frozenset(odd))
        self._find_places(by_entity, new)
        self._remove_purged(by_entity)
        for entity in sorted(by_entity, key=_RANK.__getitem__):
            self._bring_all(self._tables[layout_of(entity).model], sorted(by_entity[entity]))

    def _bring_all(self, table: _Table, uids: Iterable[bytes]) -> None:
        layout, entity, places = table.layout, table.layout.entity, table.places
        owners = self._tables[Office].places if layout.has_office else {}
        folded, waiting = self._folded, self._waiting
        for uid in uids:
            state, row, device = folded[uid]
            if waiting:
                waiting.pop(uid, None)
            if state.is_purged or state.is_withheld:
                continue  # complete: there is nothing to wait for
            office = self._offices[device]
            owner = owners.get(office)
            if not layout.is_whole(row):
                waiting[uid] = (entity, None)
            elif layout.has_office and owner is None:
                waiting[uid] = (entity, office)
            elif self._resolve(layout, uid, row, owner, may_cross=office in self._headquarters):
                place = places.get(uid)
                if place is None:
                    place = places[uid] = (self._take_id(table), owner[0] if owner else None)
                    self._new.add(uid)
                id_, head = place[0], (uid, state.version, state.is_deleted)
                table.rows[id_] = (id_, *head, *(owner[:1] if owner else ()), *row.values())
                table.values[id_] = row

    def _resolve(
        self,
        layout: Layout,
        uid: bytes,
        values: dict[str, Stored],
        owner: RecordPlace | None,
        *,
        may_cross: bool,
    ) -> bool:
        """Turn the uids of links into local ids; return False if a required target is missing."""
        for reference in layout.references:
            target = values[reference.column]
            if not isinstance(target, bytes):
                continue
            places = self._tables[reference.target].places
            place = places.get(target) if target != uid else None  # no record links to itself
            is_ours = place is not None and owner is not None and place[1] == owner[0]
            if place is not None and (is_ours or (may_cross and reference.may_cross)):
                values[reference.column] = place[0]
                continue
            values[reference.column] = None
            self._waiting[uid] = (layout.entity, target if place is None else None)
            if reference.is_required:
                return False
        return layout.has_either(values)

    def _remove_purged(self, by_entity: Mapping[str, list[bytes]]) -> None:
        """Remove the rows of purged records before anything refers to them."""
        for entity in sorted(by_entity, key=_RANK.__getitem__, reverse=True):
            table = self._tables[layout_of(entity).model]
            for uid in sorted(by_entity[entity]):
                place = table.places.get(uid)
                if place is not None and self._folded[uid][0].is_purged:
                    self._removal.remove(entity, uid, place[0])
        for entity, uid in self._removal.taken():
            self._tables[layout_of(entity).model].places.pop(uid, None)

    def _find_places(self, by_entity: Mapping[str, list[bytes]], new: Collection[bytes]) -> None:
        """Look up which of these records, and of those they refer to, have a row.

        `new` ones have no earlier event here, and so no row.
        """
        wanted: dict[type[Record], set[bytes]] = {Office: set(self._offices.values())}
        for entity, uids in by_entity.items():
            layout = layout_of(entity)
            wanted.setdefault(layout.model, set()).update(set(uids).difference(new))
            values = [self._folded[uid][1] for uid in uids]
            for reference in layout.references:
                targets = {row[reference.column] for row in values}.difference(new)
                wanted.setdefault(reference.target, set()).update(
                    uid for uid in targets if isinstance(uid, bytes)
                )
        for model, every in wanted.items():
            places = self._tables[model].places
            sought = [uid for uid in every if uid not in places]
            office = "NULL" if model is Office else "office_id"
            query = f"SELECT uid, id, {office} FROM {model.__tablename__} WHERE uid IN"  # noqa: S608
            for uid, id_, office_id in rows_in(self._connection, query, sought):
                places[uid] = (id_, office_id)

    def _take_id(self, table: _Table) -> int:
        if table.next_id == MAX_INTEGER:
            last = self._connection.exec_driver_sql(
                f"SELECT coalesce(max(id), 0) FROM {table.layout.table}"  # noqa: S608
            ).scalar_one()
            table.first_new = table.next_id = last + 1
        table.next_id += 1
        return table.next_id - 1

    def _waiting_for(self, parents: set[bytes]) -> set[bytes]:
        """Return the records that waited for one of these."""
        here = {uid for uid, (_entity, parent) in self._waiting.items() if parent in parents}
        if not self._are_stored_waiting:
            return here
        query = "SELECT record FROM waiting_records WHERE parent IN"
        stored = {uid for (uid,) in rows_in(self._connection, query, parents)}
        return here | (stored - self._folded.keys())

    def _write_rows(self) -> None:
        self._add_states()
        for table in self._tables.values():
            layout, ids = table.layout, sorted(table.rows)
            rows = [table.rows[id_] for id_ in ids]
            new = bisect_left(ids, table.first_new)
            write_rows(self._connection, layout.insert, rows[:new], layout.replacing)
            write_rows(self._connection, layout.insert, rows[new:])
            if rows[new:]:
                go_on_after(self._connection, layout.table, "id", ids[-1])

    def _add_states(self) -> None:
        """Append the computed state column to new points and meetings.

        The state of a new point is final; a new meeting has that of one without reviews.
        """
        points = self._tables[Point]
        acts = self._followed(Commitment), self._followed(Referral)
        replied = {point for point, _meeting in self._followed(Reply)}
        states = first_states(points.values, *acts, replied)
        points.rows = {id_: (*row, states[id_]) for id_, row in points.rows.items()}
        meetings = self._tables[Meeting]
        meetings.rows = {
            id_: (*row, first_review(meetings.values[id_]["status"]))
            for id_, row in meetings.rows.items()
        }

    def _followed(self, model: type[Record]) -> set[tuple[Stored, Stored]]:
        """Return the points that rows of this table follow, each with its meeting."""
        rows, values = self._tables[model].rows, self._tables[model].values
        return {
            (row["point_id"], row.get("meeting_id"))
            for id_, row in values.items()
            if not rows[id_][_IS_DELETED]
        }

    def _write_waiting(self) -> None:
        if self._are_stored_waiting and self._folded:
            delete = "DELETE FROM waiting_records WHERE record = ?"
            self._connection.exec_driver_sql(delete, [(uid,) for uid in self._folded])
        let_go = self._removal.let_go.items()
        waiting = {uid: owner for uid, owner in let_go if uid not in self._folded} | self._waiting
        rows = [(uid, entity, parent) for uid, (entity, parent) in waiting.items()]
        if rows:
            insert = (
                "INSERT INTO waiting_records VALUES (?, ?, ?) ON CONFLICT (record)"
                " DO UPDATE SET entity = excluded.entity, parent = excluded.parent"
            )
            self._connection.exec_driver_sql(insert, rows)
