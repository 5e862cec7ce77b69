"""The search indexes of a store in a file, in SQLite's FTS5."""

import json
from collections.abc import Collection, Iterator

from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.search.terms import Syntax

LONGEST_BEGINNING = 3  # letters of the beginnings that the index of meetings holds

# Words are folded, so every non-ASCII character is a letter; `=` marks sounds and filters.
# Without positions (detail=none) the index of meetings is half the size and as fast. The index
# of names has them: otherwise bm25 is 0 for every row of a contentless table.
CREATE_MEETINGS = (
    "CREATE VIRTUAL TABLE search_meetings USING fts5(words, content='', contentless_delete=1,"
    " detail=none, prefix='2 3', tokenize=\"ascii tokenchars '='\")"
)
CREATE_NAMES = (
    "CREATE VIRTUAL TABLE search_names USING fts5(words, names, content='', contentless_delete=1,"
    " detail=full, prefix='2 3 4 5', tokenize=\"ascii tokenchars '='\")"
)

_PUT_MEETING = sql("INSERT INTO search_meetings (rowid, words) VALUES (:row, :words)")
_PUT_NAME = sql("INSERT INTO search_names (rowid, words, names) VALUES (:row, :words, :names)")
_MEETINGS = sql(
    "SELECT rowid FROM search_meetings WHERE search_meetings MATCH :match"
    " AND rowid BETWEEN :first AND :last ORDER BY rowid DESC LIMIT :limit"
)
_COUNT_MEETINGS = sql(
    "SELECT count(*) FROM"
    " (SELECT 1 FROM search_meetings WHERE search_meetings MATCH :match LIMIT :limit)"
)
_MATCHING_NAMES = (
    "FROM search_names WHERE search_names MATCH :match AND rowid % :kinds IN"
    " (SELECT value FROM json_each(:places))"
)
_COUNT_NAMES = sql(f"SELECT count(*) FROM (SELECT 1 {_MATCHING_NAMES} LIMIT :limit)")  # noqa: S608
_NEWEST_NAMES = sql(f"SELECT rowid {_MATCHING_NAMES} ORDER BY rowid DESC LIMIT :limit")
_BEST_NAMES = sql(  # a hit in a name counts as three words
    f"SELECT rowid {_MATCHING_NAMES} ORDER BY bm25(search_names, 1.0, 3.0), rowid DESC LIMIT :limit"
)


class Fts5:
    """The search engine on tables of FTS5; see `engine.Engine`."""

    syntax = Syntax(both=" AND ", either=" OR ", without=" NOT ", quote='"', begins=" *")

    def kept(self, words: str) -> list[str]:
        """Return what the index stores of a column: every occurrence of a word."""
        return words.split()

    def put_meetings(self, session: Session, rows: list[dict[str, object]]) -> None:
        """Index meetings under `row` by their `words`."""
        session.connection().execute(_PUT_MEETING, rows)

    def put_names(self, session: Session, rows: list[dict[str, object]]) -> None:
        """Index other records under `row` by their `words` and `names`."""
        session.connection().execute(_PUT_NAME, rows)

    def drop(self, session: Session, table: str, rows: Collection[int]) -> None:
        """Remove rows from an index."""
        delete = sql(f"DELETE FROM {table} WHERE rowid = :row")  # noqa: S608  a table of ours
        session.connection().execute(delete, [{"row": row} for row in rows])

    def empty(self, session: Session) -> None:
        """Remove everything from the indexes."""
        for table in ("search_meetings", "search_names"):
            session.execute(sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')"))  # noqa: S608

    def find_meetings(
        self, session: Session, match: str, first: int, last: int, limit: int
    ) -> list[int]:
        """Return the highest rows, from `first` to `last`, that match."""
        asked = {"match": match, "first": first, "last": last, "limit": limit}
        return list(session.scalars(_MEETINGS, asked))

    def count_meetings(self, session: Session, match: str, limit: int) -> int:
        """Count the meetings that match, up to a limit."""
        return session.scalar(_COUNT_MEETINGS, {"match": match, "limit": limit}) or 0

    def count_names(
        self, session: Session, match: str, places: Collection[int], kinds: int, limit: int
    ) -> int:
        """Count the matching rows with one of these remainders, up to a limit."""
        return session.scalar(_COUNT_NAMES, _parameters(match, places, kinds, limit)) or 0

    def find_names(
        self,
        session: Session,
        match: str,
        places: Collection[int],
        kinds: int,
        limit: int,
        *,
        is_best_first: bool,
    ) -> list[int]:
        """Return the matching rows with one of these remainders, best or highest first."""
        statement = _BEST_NAMES if is_best_first else _NEWEST_NAMES
        return list(session.scalars(statement, _parameters(match, places, kinds, limit)))

    def list_rows(self, session: Session, table: str) -> Iterator[int]:
        """Yield the rows of an index."""
        yield from session.scalars(sql(f"SELECT id FROM {table}_docsize"))  # noqa: S608

    def list_words(self, session: Session, table: str) -> Iterator[tuple[int, str, str]]:
        """Yield the contents of an index: row, column and word."""
        session.execute(
            sql(
                f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_words"
                f" USING fts5vocab(main, {table}, instance)"
            )
        )
        terms = sql(f"SELECT doc, col, term FROM temp.{table}_words")  # noqa: S608  a table of ours
        for row, column, word in session.execute(terms):
            yield row, column or "words", word  # without positions there is no column

    def merge(self, session: Session) -> None:
        """Merge each index into one segment: removed words are deleted permanently."""
        for table in ("search_meetings", "search_names"):
            session.execute(sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')"))  # noqa: S608

    def noted_erasure(self, session: Session) -> int:
        """Return `user_version`, the number in the file's header for applications."""
        return int(session.connection().exec_driver_sql("PRAGMA user_version").scalar_one())

    def note_erasure(self, session: Session, number: int) -> None:
        """Set that number, as part of the transaction."""
        session.connection().exec_driver_sql(f"PRAGMA user_version = {number}")


def _parameters(match: str, places: Collection[int], kinds: int, limit: int) -> dict[str, object]:
    return {"match": match, "places": json.dumps([*places]), "kinds": kinds, "limit": limit}
