"""Use cases of catalogue entries: headquarters adds, rewords and withdraws; all stores follow."""

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app import vocabulary
from outreach_app.i18n import gettext as _
from outreach_app.models import CatalogueEntry
from outreach_app.queries.catalogue_entries import CatalogueEntryRow, list_entries
from outreach_app.rights import Right, use_case
from outreach_app.rules.domain_kinds import EntryCode
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.proposals import is_declined, topic_of_adopted
from outreach_app.rules.validation import Checks
from outreach_app.services import records
from outreach_app.services.offices import require_headquarters
from outreach_app.vocabulary import LEXICON, PHRASES, Entry, Phrase, phrase, topic_of

_NEW = ("tp", LEXICON, "rf")  # lists that get new entries; others are only reworded
_WORDS = ("ar", "fr")


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """Words for a code: a new one (`tp.6.9`, `rf.harbour`), or one of the lists, reworded.

    Those of `lx.6.1` mark the topic `tp.6.1` in free text. Frequent points (`ph.6.1.1`) are only
    reworded here: new ones are adopted from what precincts propose.
    """

    code: str
    ar: str
    fr: str


@use_case(Right.CATALOGUE)
def add_entry(session: Session, draft: EntryDraft) -> CatalogueEntry:
    """Add an entry. Raises NotAllowed (`headquarters_only`) and InvalidDraft."""
    office = require_headquarters(session)
    checks = Checks()
    _check_code(checks, draft.code, [row.code for row in list_entries(session)])
    _check_words(checks, draft.ar, draft.fr)
    checks.raise_if_any()
    entry = CatalogueEntry(office_id=office.id, code=draft.code)
    records.fill(entry, draft, _WORDS)
    session.add(entry)
    session.flush()
    return entry


@use_case(Right.CATALOGUE)
def reword_entry(
    session: Session, uid: UUID, version: str, arabic: str, french: str
) -> CatalogueEntry:
    """Reword an entry. Raises NotAllowed, NotFound, Conflict and InvalidDraft."""
    require_headquarters(session)
    entry = records.take(session, CatalogueEntry, uid, version)
    checks = Checks()
    _check_words(checks, arabic, french)
    checks.raise_if_any()
    records.fill(entry, EntryDraft(entry.code, arabic, french), _WORDS)
    return entry


@use_case(Right.CATALOGUE)
def withdraw_entry(session: Session, uid: UUID, version: str) -> None:
    """Stop offering an entry; one of the program's lists gets its original words back.

    Raises NotAllowed, NotFound, Conflict.
    """
    require_headquarters(session)
    records.delete(session, CatalogueEntry, uid, version)


def use_entries(session: Session) -> None:
    """Put the entries of this store over the lists: at its opening, and when they change."""
    rows = list_entries(session, with_withdrawn=True)
    rows = [row for row in rows if not is_declined(row.code)]
    last = {row.code: row for row in sorted(rows, key=lambda row: not row.is_withdrawn)}
    gone = {code for code, row in last.items() if row.is_withdrawn}
    withdrawn = {code for code in gone if not vocabulary.is_of_file(code)}
    entries = [
        _entry_of(row) for code, row in last.items() if code not in gone or code in withdrawn
    ]
    # A newer headquarters may know kinds of points that this program does not.
    unknown = {e.code for e in entries if isinstance(e, Phrase) and e.kind not in tuple(PointKind)}
    vocabulary.overlay(entries, withdrawn | unknown)


def _entry_of(row: CatalogueEntryRow) -> Entry:
    """Return the list entry of a row; a frequent point keeps its kind and its topic."""
    if not row.code.startswith(f"{PHRASES}."):
        return Entry(row.code, row.ar, row.fr)
    if vocabulary.is_of_file(row.code):
        known = phrase(row.code)
        return replace(known, ar=row.ar, fr=row.fr)
    topic = topic_of_adopted(row.code)
    return Phrase(row.code, row.ar, row.fr, kind=row.kind or "", topic=topic)


def _check_code(checks: Checks, code: str, used: list[str]) -> None:
    is_new = code.partition(".")[0] in _NEW and EntryCode().is_one(code)
    if not is_new and not _is_frequent_point(code):
        message = _(
            "A code is that of a topic, such as tp.6.9, of its words, such as lx.6.9, or of a "
            "destination, such as rf.harbour."
        )
        checks.add("code", "invalid_code", message)
    elif code.startswith(f"{LEXICON}.") and not vocabulary.is_known(topic_of(code), "tp"):
        message = _("There is no such topic: add it to the list of topics first.")
        checks.add("code", "unknown_topic", message)
    elif code in used:
        message = _("There is already an entry for this code. Change its words.")
        checks.add("code", "entry_exists", message)


def _is_frequent_point(code: str) -> bool:
    return code.startswith(f"{PHRASES}.") and vocabulary.is_of_file(code)


def _check_words(checks: Checks, arabic: str, french: str) -> None:
    for name, words in (("ar", arabic), ("fr", french)):
        checks.required(name, words.strip())
        checks.text("entry", name, words)
