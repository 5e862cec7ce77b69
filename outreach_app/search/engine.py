"""The interface of search engines, which store words under row ids and find the rows."""

from collections.abc import Collection, Iterator
from typing import Protocol

from sqlalchemy.orm import Session

from outreach_app.search.terms import Syntax


class Engine(Protocol):
    """`Fts5` in a file, `TsVector` on a server; one test suite checks that results are equal."""

    syntax: Syntax

    def kept(self, words: str) -> list[str]: ...

    def put_meetings(self, session: Session, rows: list[dict[str, object]]) -> None: ...

    def put_names(self, session: Session, rows: list[dict[str, object]]) -> None: ...

    def drop(self, session: Session, table: str, rows: Collection[int]) -> None: ...

    def empty(self, session: Session) -> None: ...

    def find_meetings(
        self, session: Session, match: str, first: int, last: int, limit: int
    ) -> list[int]: ...

    def count_meetings(self, session: Session, match: str, limit: int) -> int: ...

    def count_names(
        self, session: Session, match: str, places: Collection[int], kinds: int, limit: int
    ) -> int: ...

    def find_names(
        self,
        session: Session,
        match: str,
        places: Collection[int],
        kinds: int,
        limit: int,
        *,
        is_best_first: bool,
    ) -> list[int]: ...

    def list_rows(self, session: Session, table: str) -> Iterator[int]: ...

    def list_words(self, session: Session, table: str) -> Iterator[tuple[int, str, str]]: ...

    def merge(self, session: Session) -> None: ...

    def noted_erasure(self, session: Session) -> int: ...

    def note_erasure(self, session: Session, number: int) -> None: ...
