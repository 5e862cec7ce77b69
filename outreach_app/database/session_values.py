"""Values that a module keeps in a session, each under a typed key of its own."""

from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

T = TypeVar("T")


class SessionValue(Generic[T]):
    """The key of a value that ends with its session: a cache, or what a write has touched so far.

    The module that makes the key is the only one that reads or writes the value.
    """

    def find(self, session: Session) -> T | None:
        """Return the value; None if the session has none."""
        value: T | None = session.info.get(self)
        return value

    def get_or_make(self, session: Session, make: Callable[[], T]) -> T:
        """Return the value; made and kept if the session has none."""
        if self not in session.info:
            session.info[self] = make()
        value: T = session.info[self]
        return value

    def keep(self, session: Session, value: T) -> None:
        """Keep a value in place of the former one."""
        session.info[self] = value

    def take(self, session: Session) -> T | None:
        """Remove the value and return it; None if the session has none."""
        value: T | None = session.info.pop(self, None)
        return value
