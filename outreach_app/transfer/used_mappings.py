"""The mapping with which a table was imported last: proposed for the next one of its headings."""

from collections.abc import Iterable, Mapping

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.queries.drafts import find_draft
from outreach_app.rights import Right, use_case
from outreach_app.services.drafts import save_draft
from outreach_app.transfer.value_words import digest_of

_KEY = "used."


def find_used(session: Session, headings: Iterable[str], key: str) -> dict[str, str]:
    """Return the mapping of the last import by this key from a table of these headings."""
    found = find_draft(session, _key(headings, key), dict[str, str])
    return found.draft if found is not None else {}


@use_case(Right.KEEP_DRAFTS)
def keep_used(
    session: Session, headings: Iterable[str], key: str, mapping: Mapping[str, str]
) -> None:
    """Save the mapping that a table of these headings was imported with."""
    save_draft(session, _key(headings, key), dict(mapping), clock.now())


def _key(headings: Iterable[str], key: str) -> str:
    return f"{_KEY}{key}.{digest_of(headings)}"
