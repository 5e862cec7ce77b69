"""Removal of the rows of purged records, with those that cannot exist without them."""

from collections.abc import Container, Iterator

from sqlalchemy import Connection

from outreach_app.exchange.importing.columns import (
    MODELS,
    Layout,
    Reference,
    Stored,
    layout_of,
)


class Removal:
    """The removals of one import.

    A file may lack what was purged before a record, and another computer may have added to it
    since: dependants are removed, optional links set to NULL. `former` are the removed rows, and
    those that lost a link, as they were before, by entity and local id; `gone` the local ids of
    the removed ones by entity; `let_go` the records that lost a link and now wait for it: their
    noun, and the record that is gone.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._taken: dict[bytes, str] = {}
        self.former: dict[str, dict[int, dict[str, Stored]]] = {}
        self.gone: dict[str, set[int]] = {}
        self.let_go: dict[bytes, tuple[str, bytes | None]] = {}

    def taken(self) -> Iterator[tuple[str, bytes]]:
        """Yield the noun and the uid of each removed record."""
        return ((entity, uid) for uid, entity in self._taken.items())

    def orphans_but(self, known: Container[bytes]) -> dict[bytes, str]:
        """Return the records that went with another one and were not handled on their own."""
        return {uid: entity for uid, entity in self._taken.items() if uid not in known}

    def remove(self, entity: str, uid: bytes, id_: int) -> None:
        """Remove a record's row, if it is still there, after those that refer to it."""
        if uid in self._taken:
            return
        self._taken[uid] = entity
        for model in MODELS.values():
            layout = layout_of(model.contract.entity)
            for reference in layout.references:
                if reference.target is MODELS[entity]:
                    self._remove_references(layout, reference, uid, id_)
        layout = layout_of(entity)
        self._keep(layout, id_)
        self._connection.exec_driver_sql(f"DELETE FROM {layout.table} WHERE id = ?", (id_,))  # noqa: S608
        self.gone.setdefault(entity, set()).add(id_)
        self.let_go.pop(uid, None)

    def _keep(self, layout: Layout, id_: int) -> None:
        """Remember a row before its first change here."""
        former = self.former.setdefault(layout.entity, {})
        if id_ not in former:
            query = f"SELECT {', '.join(layout.columns)} FROM {layout.table} WHERE id = ?"  # noqa: S608
            row = self._connection.exec_driver_sql(query, (id_,)).one()
            former[id_] = dict(zip(layout.columns, row, strict=True))

    def _remove_references(
        self, layout: Layout, reference: Reference, uid: bytes, id_: int
    ) -> None:
        """Remove the rows that refer to a record by one column, or empty that column."""
        column, other = reference.column, _other(layout, reference.column)
        rows = self._connection.exec_driver_sql(
            f"SELECT uid, id, {other} IS NULL FROM {layout.table} WHERE {column} = ?",  # noqa: S608
            (id_,),
        ).all()
        for child, child_id, is_alone in rows:
            if reference.is_required or is_alone:
                self.remove(layout.entity, child, child_id)
            else:
                self._keep(layout, child_id)
                empty = f"UPDATE {layout.table} SET {column} = NULL WHERE id = ?"  # noqa: S608
                self._connection.exec_driver_sql(empty, (child_id,))
                self.let_go[child] = (layout.entity, uid)


def _other(layout: Layout, column: str) -> str:
    """Return the column that a row needs if this one is empty; the id if it needs none."""
    if column not in layout.either:
        return "id"
    return next(name for name in layout.either if name != column)
