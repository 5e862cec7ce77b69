"""Folds the events that came into the rows of the tables; what is not whole yet waits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from outreach_app.events import MOST_INTEGER, Placed, State, fold
from outreach_app.exchange.columns import MODELS, Reference, Stored, layout_of
from outreach_app.exchange.held import events_of, rows_in
from outreach_app.models import JOURNALED, Office, Record

_RANK = {model.contract.entity: rank for rank, model in enumerate(JOURNALED)}
Row = tuple[Stored, ...]
Place = tuple[int, int | None]  # the local id of a record, and that of its office


@dataclass(slots=True)
class Projected:
    """What became of the records: their states, the rows written by local id, those removed."""

    states: dict[bytes, State] = field(default_factory=dict)
    rows: dict[str, dict[int, dict[str, Stored]]] = field(default_factory=dict)
    removed: list[dict[str, Stored]] = field(default_factory=list)


class Projection:
    """One import's worth of records, brought into their tables.

    A record has a row once its columns are whole, its office is here and so is every record that
    it cannot be without; a link it can be without stays empty until its target comes. Either is
    noted, and looked at again when the missing record gets its row.
    """

    def __init__(self, connection: Connection, offices: Mapping[str, bytes]) -> None:
        """`offices`: the office that each device belongs to."""
        self._connection = connection
        self._offices = offices
        self._places: dict[type[Record], dict[bytes, Place]] = {model: {} for model in JOURNALED}
        self._rows: dict[type[Record], dict[int, Row]] = {model: {} for model in JOURNALED}
        self._first_id: dict[type[Record], int] = {}
        self._next_id: dict[type[Record], int] = {}
        self._waiting: dict[bytes, tuple[str, bytes | None]] = {}
        self._new: set[bytes] = set()
        self._done = Projected()

    def project(
        self, records: dict[bytes, list[Placed]], read: dict[bytes, dict[str, Stored]]
    ) -> Projected:
        """Write the rows of these records, and of those that waited for them.

        `read` holds the columns of those that were read already: it is used up.
        """
        # Rows refer to each other both ways while they are written; COMMIT looks at the whole.
        self._connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        while records:
            self._new = set()
            self._project_once(records, read)
            records = self._waiting_for(self._new, records)
        self._write_rows()
        self._write_waiting()
        return self._done

    def _project_once(
        self, records: dict[bytes, list[Placed]], read: dict[bytes, dict[str, Stored]]
    ) -> None:
        states = {uid: fold(events) for uid, events in records.items()}
        self._done.states.update(states)
        ordered = sorted(states, key=lambda uid: (_RANK[states[uid].entity], uid))
        values = {
            uid: read.pop(uid)
            if uid in read
            else layout_of(states[uid].entity).values(states[uid].fields)
            for uid in ordered
        }
        self._find_places(states, values)
        for uid in ordered:
            events = records[uid]
            if states[uid].is_purged:
                self._remove(uid, states[uid])
            elif all(event.line is None for event in events):
                self._waiting.pop(uid, None)  # withheld whole: there is nothing to wait for
            else:
                office = self._offices[events[0].device]
                self._place(uid, states[uid], values[uid], office)

    def _place(self, uid: bytes, state: State, values: dict[str, Stored], office: bytes) -> None:
        layout = layout_of(state.entity)
        self._waiting.pop(uid, None)
        owner = self._places[Office].get(office) if layout.has_office else None
        if not layout.is_whole(values):
            self._waiting[uid] = (state.entity, None)
        elif layout.has_office and owner is None:
            self._waiting[uid] = (state.entity, office)
        elif self._resolve(uid, state.entity, values, owner):
            self._put(uid, state, values, owner)

    def _resolve(
        self, uid: bytes, entity: str, values: dict[str, Stored], owner: Place | None
    ) -> bool:
        """Turn the uids of links into local ids; False where one is missing that must be there."""
        for reference in layout_of(entity).references:
            target = values[reference.column]
            if not isinstance(target, bytes):
                continue
            place = self._places[reference.target].get(target)
            is_ours = place is not None and self._may_refer(reference, place, owner)
            values[reference.column] = place[0] if place is not None and is_ours else None
            if not is_ours:
                self._waiting[uid] = (entity, target if place is None else None)
                if reference.is_required:
                    return False
        return True

    @staticmethod
    def _may_refer(reference: Reference, place: Place, owner: Place | None) -> bool:
        return reference.may_cross or (owner is not None and place[1] == owner[0])

    def _put(
        self, uid: bytes, state: State, values: dict[str, Stored], owner: Place | None
    ) -> None:
        model = MODELS[state.entity]
        known = self._places[model].get(uid)
        if known is None:
            office_id = owner[0] if owner else None
            self._places[model][uid] = known = (self._take_id(model), office_id)
            self._new.add(uid)
        head = (known[0], uid, state.version, int(state.is_deleted))
        office = (owner[0],) if owner is not None else ()
        self._rows[model][known[0]] = (*head, *office, *values.values())
        self._done.rows.setdefault(state.entity, {})[known[0]] = values

    def _remove(self, uid: bytes, state: State) -> None:
        """Only identities are purged, and no record refers to one."""
        model = MODELS[state.entity]
        self._waiting.pop(uid, None)
        known = self._places[model].pop(uid, None)
        if known is not None:
            names = layout_of(state.entity).columns
            row = self._connection.exec_driver_sql(
                f"DELETE FROM {model.__tablename__} WHERE id = ? RETURNING {', '.join(names)}",  # noqa: S608
                (known[0],),
            ).one()
            self._done.removed.append(dict(zip(names, row, strict=True)))

    def _find_places(
        self, states: Mapping[bytes, State], values: Mapping[bytes, dict[str, Stored]]
    ) -> None:
        """Look up which of these records, and of those they refer to, have a row."""
        wanted: dict[type[Record], set[bytes]] = {Office: set(self._offices.values())}
        for uid, state in states.items():
            wanted.setdefault(MODELS[state.entity], set()).add(uid)
            for reference in layout_of(state.entity).references:
                target = values[uid][reference.column]
                if isinstance(target, bytes):
                    wanted.setdefault(reference.target, set()).add(target)
        for model, uids in wanted.items():
            office = "NULL" if model is Office else "office_id"
            query = f"SELECT uid, id, {office} FROM {model.__tablename__} WHERE uid IN"  # noqa: S608
            found = rows_in(self._connection, query, uids - self._places[model].keys())
            self._places[model].update({uid: (id_, office_id) for uid, id_, office_id in found})

    def _take_id(self, model: type[Record]) -> int:
        if model not in self._next_id:
            last = self._connection.exec_driver_sql(
                f"SELECT coalesce(max(id), 0) FROM {model.__tablename__}"  # noqa: S608
            ).scalar_one()
            self._first_id[model] = self._next_id[model] = last + 1
        self._next_id[model] += 1
        return self._next_id[model] - 1

    def _waiting_for(
        self, parents: set[bytes], at_hand: Mapping[bytes, list[Placed]]
    ) -> dict[bytes, list[Placed]]:
        """The events of the records that waited for one of these."""
        if not parents:
            return {}
        here = {uid for uid, (_entity, parent) in self._waiting.items() if parent in parents}
        query = "SELECT record FROM waiting_records WHERE parent IN"
        stored = {uid for (uid,) in rows_in(self._connection, query, parents)}
        stored -= self._waiting.keys() | self._done.states.keys()
        waiting = {uid: at_hand[uid] for uid in here if uid in at_hand}
        return waiting | events_of(self._connection, (here - waiting.keys()) | stored)

    def _write_rows(self) -> None:
        for model in JOURNALED:
            rows = self._rows[model]
            layout = layout_of(model.contract.entity)
            first_new = self._first_id.get(model, MOST_INTEGER)
            for statement, ids in (
                (layout.replace, [id_ for id_ in rows if id_ < first_new]),
                (layout.insert, [id_ for id_ in rows if id_ >= first_new]),
            ):
                if ids:
                    ordered = [rows[id_] for id_ in sorted(ids)]
                    self._connection.exec_driver_sql(statement, ordered)

    def _write_waiting(self) -> None:
        is_any = self._connection.exec_driver_sql("SELECT 1 FROM waiting_records LIMIT 1").first()
        if is_any and self._done.states:
            delete = "DELETE FROM waiting_records WHERE record = ?"
            self._connection.exec_driver_sql(delete, [(uid,) for uid in self._done.states])
        rows = [(uid, entity, parent) for uid, (entity, parent) in self._waiting.items()]
        if rows:
            self._connection.exec_driver_sql("INSERT INTO waiting_records VALUES (?, ?, ?)", rows)
