"""The labels beside codes and records, and the names of tables and columns in the dictionary."""

from collections.abc import Mapping

from outreach_app import field_words
from outreach_app.field_words import (
    CLAIM_KIND_WORDS,
    DECISION_WORDS,
    IDENTITY_CHECK_WORDS,
    LANGUAGE_WORDS,
    OWNER_WORDS,
    POINT_KIND_WORDS,
    Words,
)
from outreach_app.i18n import Language, said_in
from outreach_app.i18n import gettext as _
from outreach_app.models import (
    Identity,
    Meeting,
    Partner,
    Person,
    Point,
    Publication,
    Record,
    Rumour,
)
from outreach_app.rules.dates import UNKNOWN_DAY
from outreach_app.summaries.prose.document_names import NAMES
from outreach_app.transfer.register.columns import IS_DELETED, IS_OWN, OFFICE, UID, Kind
from outreach_app.vocabulary import Entry, Phrase, entry, is_known, phrase

TABLE_WORDS: Mapping[str, Words] = {
    "offices": lambda: _("Offices"),
    "catalogue_entries": lambda: _("Entries of the lists"),
    "partners": lambda: _("Partners"),
    "people": lambda: _("People"),
    "identities": lambda: _("Names and contacts"),
    "distinctions": lambda: _("Records that are not the same"),
    "meetings": lambda: _("Meetings"),
    "publications": lambda: _("Publications"),
    "rumours": lambda: _("Rumours"),
    "attendances": lambda: _("Attendance"),
    "points": lambda: _("Points"),
    "commitments": lambda: _("Commitments"),
    "referrals": lambda: _("Referrals"),
    "issues": lambda: _("Issued documents"),
    "replies": lambda: _("Replies of headquarters"),
    "reviews": lambda: _("Reviews of headquarters"),
    "clarifications": lambda: _("Clarifications"),
    "proposals": lambda: _("Proposed frequent points"),
    "findings": lambda: _("Findings on rumours"),
    "claims": lambda: _("Requests from people"),
    "mentions": lambda: _("Texts that still name somebody"),
    "readings": lambda: _("Readings"),
}
COLUMN_WORDS: Mapping[str, Words] = {
    **field_words.COLUMN_WORDS,
    UID: lambda: _("Identifier of the record"),
    OFFICE: lambda: _("Office"),
    IS_OWN: lambda: _("The office of this register"),
    IS_DELETED: lambda: _("Deleted, and can be restored"),
}
KIND_WORDS: Mapping[Kind, Words] = {
    Kind.TEXT: lambda: _("text"),
    Kind.NUMBER: lambda: _("whole number"),
    Kind.TRUTH: lambda: _("1 for yes, 0 for no"),
    Kind.DAY: lambda: _("day, as 31/12/2026"),
    Kind.TIME: lambda: _("time of day, as 23:59"),
    Kind.MOMENT: lambda: _("moment in UTC, as 2026-12-31T23:59:59Z"),
    Kind.CODE: lambda: _("code"),
    Kind.CODES: lambda: _("codes with a space between them"),
    Kind.DIGESTS: lambda: _("SHA-256 digests with a space between them"),
    Kind.RECORD: lambda: _("identifier of another record"),
}
_ROLE_WORDS: Mapping[str, Words] = {
    "precinct": lambda: _("Precinct"),
    "headquarters": lambda: _("Headquarters"),
}
# By column: the codes that are in no list of the vocabulary.
_SETS: Mapping[str, Mapping[str, Words]] = {
    "language": LANGUAGE_WORDS,
    "owner": OWNER_WORDS,
    "kind": {**POINT_KIND_WORDS, **CLAIM_KIND_WORDS},
    "identity_check": IDENTITY_CHECK_WORDS,
    "decision": DECISION_WORDS,
    "role": _ROLE_WORDS,
}
_DOCUMENTS: Mapping[str, tuple[str, str]] = {kind.value: names for kind, names in NAMES.items()}


def both(words: Words) -> tuple[str, str]:
    """Return a text in Arabic and in French."""
    return said_in(Language.ARABIC, words), said_in(Language.FRENCH, words)


def code_words(column: str, code: str) -> tuple[str, str]:
    """Return the label of a code in a column, in Arabic and in French."""
    if column == "phrase":
        return _labels(phrase(code))
    of_set = _SETS.get("language" if column.endswith("_language") else column, {}).get(code)
    if of_set is not None:
        return both(of_set)
    if code in _DOCUMENTS:
        return _DOCUMENTS[code]
    # A meeting's status is stored without its list's prefix.
    return _labels(entry(f"st.{code}" if is_known(f"st.{code}", "st") else code))


def record_words(record: Record) -> tuple[str, str]:
    """Return the name of a record, in Arabic and in French; "" if it has none."""
    words: tuple[str | None, str | None] = (None, None)
    match record:
        case Partner():
            words = record.bearer.name_ar, record.bearer.name_fr
        case Person(identity=Identity() as identity):
            words = identity.name_ar, identity.name_fr
        case Meeting():
            day = f"{record.held_on:%d/%m/%Y}" if record.held_on != UNKNOWN_DAY else ""
            words = f"{day} {record.subject_ar or ''}", f"{day} {record.subject_fr or ''}"
        case Publication():
            words = record.title_ar, record.title_fr
        case Point() | Rumour():
            texts = record.text, record.translation
            words = texts if record.language == Language.ARABIC else texts[::-1]
        case _:
            pass
    arabic, french = words
    return arabic or "", french or ""


def _labels(words: Entry | Phrase) -> tuple[str, str]:
    return words.label(Language.ARABIC), words.label(Language.FRENCH)
