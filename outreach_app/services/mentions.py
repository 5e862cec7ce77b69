"""Texts that name somebody whose name is erased: those kept, and those found on another computer.

A text that was typed on one computer before the erasure on another can name the person. That
computer still knows the name when the erasure arrives; afterwards no register does.
"""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.access_log import Act, note
from outreach_app.models import Claim, Mention
from outreach_app.queries.mentions import list_settled
from outreach_app.queries.naming_texts import NamingText, finder_of, texts_naming
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_naming_people import list_told_records
from outreach_app.rules.naming import NameFinder

_MOST_PLACES = 5  # of eleven characters and a space


def keep_texts(session: Session, claim: Claim, texts: Collection[NamingText]) -> None:
    """Record that texts name another person: they stay, and no other computer asks about them."""
    for text in texts:
        note(session, Act.RIGHTS, verb="keep_text_of_another", record=text.uid)
        session.add(
            Mention(
                office_id=claim.office_id,
                erased_record=claim.erased_record,
                text_record=str(text.uid),
                field=text.column,
                seen=text.version,
                is_deleted=True,
            )
        )


def note_mentions(session: Session, erased_record: UUID, names: Sequence[str]) -> int:
    """Record which texts name the person of a claim whose erasure arrived; return their number.

    The other computers of the office learn of them, under the claim, by the next files.
    """
    asked = select(Claim.id).where(Claim.erased_record == str(erased_record))
    if not names or session.scalar(asked.limit(1)) is None:
        return 0
    office, settled = get_own_office(session), list_settled(session, erased_record)
    finder = finder_of(session, names)
    found = [
        ((str(record.uid), column, record.version), _places_in(text, finder))
        for told in list_told_records(session)
        for record, column, text in texts_naming(told, finder)
    ]
    left = [row for row in found if row[0] not in settled]
    for (record, column, seen), places in left:
        session.add(
            Mention(
                office_id=office.id,
                erased_record=str(erased_record),
                text_record=record,
                field=column,
                seen=seen,
                places=places,
            )
        )
    session.flush()
    return len(left)


def _places_in(text: str, finder: NameFinder) -> str:
    """Return where a text names somebody, as a mention has it."""
    found: list[str] = []
    while len(found) < _MOST_PLACES and (span := finder.find_span(text)) is not None:
        found.append(f"{span.start}-{span.stop}")
        text = f"{text[: span.start]}{' ' * len(span)}{text[span.stop :]}"
    return " ".join(found)
