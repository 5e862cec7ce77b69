"""Translation of what an altered store makes the program raise, for opening and checking one.

Another program that has the data key, or damage, can put anything into any row: what the program
then raises, and where, has no end.
"""

from collections.abc import Iterator
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
    try:
        yield
    except _MET as error:
        error_log.note_error(error, error.__traceback__)
        raise StoreFailed(StoreProblem.ALTERED) from error
