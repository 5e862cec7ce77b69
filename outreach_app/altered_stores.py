"""Translation of what an altered store makes the program raise.

Another program that has the data key, or damage, can put anything into any row: what the program
then raises, and where, has no end.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy.exc import SQLAlchemyError

from outreach_app import error_log
from outreach_app.errors import StoreFailed
from outreach_app.store_problems import StoreProblem

# A row that is missing, a value of another type or out of its bounds, a table of another shape.
_MET = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError),
    *(RuntimeError, TypeError, ValueError, SQLAlchemyError),
)


@contextmanager
def translated() -> Iterator[None]:
    """Raise StoreFailed (`altered_store`) instead of an error that rows make the block raise.

    Where it occurred goes to the error log, as it may also be an error of the program.
    """
    with told_apart(lambda: True):
        yield


@contextmanager
def told_apart(is_altered: Callable[[], bool]) -> Iterator[None]:
    """Raise StoreFailed (`altered_store`) instead of an error of the block if the store is altered.

    For work on an open store, where such an error is as a rule one of the program: only then is the
    store checked.
    """
    try:
        yield
    except _MET as error:
        if not is_altered():
            raise
        error_log.note_error(error, error.__traceback__)
        raise StoreFailed(StoreProblem.ALTERED) from error
