"""The search indexes of a store on a server, in PostgreSQL's tsvector.

A word is at position 1, a word of a name at position 2 with weight A.

The index of words has no order: of a rare word it gives all rows, to be sorted, while the newest of
a frequent one are sooner found by reading the rows backward. PostgreSQL knows how frequent only the
most frequent words are, and takes a word to be read with each row for free: left alone it reads
all rows for a rare one. It is therefore told which way to go, by a sample of the rows.
"""

from collections.abc import Collection, Iterator
from math import isqrt

from sqlalchemy import Integer, bindparam
from sqlalchemy import text as sql
from sqlalchemy.orm import Session

from outreach_app.search.terms import Syntax

# PostgreSQL takes words of 2,046 bytes, a million bytes in total: longer words are cut, words
# beyond the total are left out.
_MAX_LETTERS = 500
_MAX_BYTES = 900_000

_PLACES = {"words": ":1", "names": ":2A"}
_PUT = "INSERT INTO {} (row, words) VALUES (:row, CAST(:vector AS tsvector))"
_MEETINGS = sql(
    "SELECT row FROM search_meetings WHERE words @@ CAST(:match AS tsquery)"
    " AND row BETWEEN :first AND :last ORDER BY row DESC LIMIT :limit"
)
_SIZE = sql("SELECT reltuples FROM pg_class WHERE oid = CAST('search_meetings' AS regclass)")
_SAMPLE = sql(
    "SELECT count(*), count(*) FILTER (WHERE words @@ CAST(:match AS tsquery))"
    " FROM search_meetings TABLESAMPLE SYSTEM (:percent) REPEATABLE (1)"
)
_SAMPLED = 300  # rows, of pages from all over the table
# A row read backward, with its words, costs some nine times a row of the index.
_WORDS_OF_ROW = 9
_GO = (
    "SELECT set_config('enable_seqscan', :others, true),"
    " set_config('enable_indexscan', :backward, true),"
    " set_config('enable_bitmapscan', :by_words, true)"
)
_BY_WORDS = sql(_GO).bindparams(others="off", backward="off", by_words="on")
_BACKWARD = sql(_GO).bindparams(others="off", backward="on", by_words="off")
_ANY_WAY = sql(_GO).bindparams(others="on", backward="on", by_words="on")
_COUNT_MEETINGS = sql(
    "SELECT count(*) FROM (SELECT 1 FROM search_meetings"
    " WHERE words @@ CAST(:match AS tsquery) LIMIT :limit) AS few"
)
_MATCHING_NAMES = (
    "FROM search_names WHERE words @@ CAST(:match AS tsquery) AND row % :kinds IN :places"
)
_RANK = "ts_rank('{0.33, 0.33, 0.33, 1}', words, CAST(:match AS tsquery), 1)"
_OF_PLACES = bindparam("places", type_=Integer(), expanding=True)
_COUNT_NAMES = sql(f"SELECT count(*) FROM (SELECT 1 {_MATCHING_NAMES} LIMIT :limit) AS few")  # noqa: S608
_NEWEST_NAMES = sql(f"SELECT row {_MATCHING_NAMES} ORDER BY row DESC LIMIT :limit")
_BEST_NAMES = sql(f"SELECT row {_MATCHING_NAMES} ORDER BY {_RANK} DESC, row DESC LIMIT :limit")


class TsVector:
    """The search engine on tsvector columns; see `engine.Engine`."""

    syntax = Syntax(
        both=" & ", either=" | ", without=" & !", quote="'", begins=":*", longest=_MAX_LETTERS
    )

    def kept(self, words: str) -> list[str]:
        """Return what the index stores of a column: each word once."""
        return _indexed_words(words)

    def put_meetings(self, session: Session, rows: list[dict[str, object]]) -> None:
        """Index meetings under `row` by their `words`."""
        _insert(session, "search_meetings", rows)

    def put_names(self, session: Session, rows: list[dict[str, object]]) -> None:
        """Index other records under `row` by their `words` and `names`."""
        _insert(session, "search_names", rows)

    def drop(self, session: Session, table: str, rows: Collection[int]) -> None:
        """Remove rows from an index."""
        delete = sql(f"DELETE FROM {table} WHERE row IN :rows")  # noqa: S608  a table of ours
        session.execute(delete.bindparams(bindparam("rows", expanding=True)), {"rows": [*rows]})

    def empty(self, session: Session) -> None:
        """Remove everything from the indexes."""
        for table in ("search_meetings", "search_names"):
            session.execute(sql(f"DELETE FROM {table}"))  # noqa: S608  a table of ours

    def find_meetings(
        self, session: Session, match: str, first: int, last: int, limit: int
    ) -> list[int]:
        """Return the highest rows, from `first` to `last`, that match."""
        session.execute(_BACKWARD if _is_frequent(session, match, limit) else _BY_WORDS)
        asked = {"match": match, "first": first, "last": last, "limit": limit}
        found = list(session.scalars(_MEETINGS, asked))
        session.execute(_ANY_WAY)
        return found

    def count_meetings(self, session: Session, match: str, limit: int) -> int:
        """Count the meetings that match, up to a limit."""
        return session.scalar(_COUNT_MEETINGS, {"match": match, "limit": limit}) or 0

    def count_names(
        self, session: Session, match: str, places: Collection[int], kinds: int, limit: int
    ) -> int:
        """Count the matching rows with one of these remainders, up to a limit."""
        asked = _parameters(match, places, kinds, limit)
        return session.scalar(_COUNT_NAMES.bindparams(_OF_PLACES), asked) or 0

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
        asked = _parameters(match, places, kinds, limit)
        return list(session.scalars(statement.bindparams(_OF_PLACES), asked))

    def list_rows(self, session: Session, table: str) -> Iterator[int]:
        """Yield the rows of an index."""
        yield from session.scalars(sql(f"SELECT row FROM {table}"))  # noqa: S608  a table of ours

    def list_words(self, session: Session, table: str) -> Iterator[tuple[int, str, str]]:
        """Yield the contents of an index: row, column and word."""
        terms = sql(f"SELECT row, lexeme, weights FROM {table}, unnest(words)")  # noqa: S608
        for row, word, weights in session.execute(terms):
            for weight in weights:
                yield row, "names" if weight == "A" else "words", word

    def merge(self, session: Session) -> None:
        """Do nothing: the server removes deleted rows, as docs/server.md says."""

    def noted_erasure(self, session: Session) -> int:
        """Return the number in the server's own table."""
        return int(session.scalar(sql("SELECT erasure FROM server_state")) or 0)

    def note_erasure(self, session: Session, number: int) -> None:
        """Set that number, as part of the transaction."""
        session.execute(sql("UPDATE server_state SET erasure = :number"), {"number": number})


def _is_frequent(session: Session, match: str, limit: int) -> bool:
    """Return whether reading backward to the limit costs less than reading all that match."""
    size = int(session.scalar(_SIZE) or 0)
    if size <= _SAMPLED:  # or not counted yet
        return False
    asked = {"match": match, "percent": 100 * _SAMPLED / size}
    sampled, matching = session.execute(_SAMPLE, asked).one()
    return bool(matching * size > isqrt(_WORDS_OF_ROW * limit * size) * sampled)


def _indexed_words(words: str) -> list[str]:
    """Return what the index stores of a column: each word once."""
    kept, size = [], 0
    for word in dict.fromkeys(word[:_MAX_LETTERS] for word in words.split()):
        size += len(word.encode())
        if size > _MAX_BYTES:
            break
        kept.append(word)
    return kept


def _insert(session: Session, table: str, rows: list[dict[str, object]]) -> None:
    vectors = [{"row": row["row"], "vector": _vector(row)} for row in rows]
    session.connection().execute(sql(_PUT.format(table)), vectors)


def _vector(row: dict[str, object]) -> str:
    """Return the words of the columns of a row as PostgreSQL reads a tsvector."""
    return " ".join(
        f"'{word}'{place}"
        for column, place in _PLACES.items()
        for word in _indexed_words(str(row.get(column, "")))
    )


def _parameters(match: str, places: Collection[int], kinds: int, limit: int) -> dict[str, object]:
    return {"match": match, "places": [*places], "kinds": kinds, "limit": limit}
