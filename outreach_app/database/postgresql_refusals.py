"""Errors of PostgreSQL and its driver, as problems of the store."""

import re

from outreach_app.store_problems import StoreProblem

# By the class or the whole of an SQLSTATE; without one, the connection broke.
_BY_STATE = {
    "53100": StoreProblem.SERVER_FULL,
    "25006": StoreProblem.SERVER_READS,
    "55P03": StoreProblem.IN_USE,
    "40P01": StoreProblem.IN_USE,
    "40001": StoreProblem.IN_USE,
    "28": StoreProblem.LOGIN,
    "3D": StoreProblem.NO_DATABASE,
    "42501": StoreProblem.FORBIDDEN,
    "08": StoreProblem.NO_SERVER,
    "53": StoreProblem.NO_SERVER,
    "57P": StoreProblem.NO_SERVER,
    "XX": StoreProblem.DISK,
    "58": StoreProblem.DISK,
}
# The reason for a failed connection is only in its message: the driver's in English, the server's
# in the language of its setup, here English or French. The first match counts.
_BY_WORDS = (
    (r"resolve host|translate host name", StoreProblem.NO_HOST),
    (r"too many|trop de", StoreProblem.NO_SERVER),
    (r"pg_hba|for database|pour la base de données", StoreProblem.REFUSED),
    (r"SSL|certificate|certificat", StoreProblem.CERTIFICATE),
    (r"(database|base de données) .*(does not exist|n'existe pas)", StoreProblem.NO_DATABASE),
    (r"authenti|password|(role|rôle) .*(not|n'e)", StoreProblem.LOGIN),
)


def problem_of(cause: BaseException | None) -> StoreProblem | None:
    """Return the server's problem behind a driver error; None if it is not one."""
    state: str | None = getattr(cause, "sqlstate", None)
    if state is not None:
        return next((_BY_STATE[state[:n]] for n in (5, 3, 2) if state[:n] in _BY_STATE), None)
    if type(cause).__name__ not in ("OperationalError", "ConnectionTimeout"):
        return None
    found = (it for words, it in _BY_WORDS if re.search(words, str(cause), re.IGNORECASE))
    return next(found, StoreProblem.NO_SERVER)
