"""The values of a record's columns, as text for its history."""

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

from outreach_app.clock import moment_words
from outreach_app.field_words import (
    CLAIM_KIND_WORDS,
    DECISION_WORDS,
    IDENTITY_CHECK_WORDS,
    LANGUAGE_WORDS,
    POINT_KIND_WORDS,
    VERDICT_WORDS,
    term_code_words,
)
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import date_words
from outreach_app.rules.phones import show_contact
from outreach_app.vocabulary import LISTS, is_known
from ui.widgets.translated import Text
from ui.words import code_words, owner_words, phrase_words, status_words, time_text, word_of

# Positions mean nothing to a person, nor do the uids by which rumours are
# joined and a question is answered.
SILENT = {"position", "cluster", "question"}

_TRUTHS: dict[str, tuple[Text, Text]] = {
    "is_receipt_final": (lambda: _("Final receipt"), lambda: _("Provisional receipt")),
    "is_present": (lambda: _("Taking part"), lambda: _("Invited")),
    "is_active": (lambda: _("Active"), lambda: _("Inactive")),
    "is_named_after_person": (lambda: _("Yes"), lambda: _("No")),
    "is_urgent": (lambda: _("Yes"), lambda: _("No")),
    "is_at_least": (lambda: _("Yes"), lambda: _("No")),
}
# Codes outside the vocabulary.
_CODES: dict[str, Callable[[str], str]] = {
    "language": lambda code: word_of(LANGUAGE_WORDS, code),
    "owner": owner_words,
    "phrase": phrase_words,
    "identity_check": lambda code: word_of(IDENTITY_CHECK_WORDS, code),
    "decision": lambda code: word_of(DECISION_WORDS, code),
    "verdict": lambda code: word_of(VERDICT_WORDS, code),
    "terms": term_code_words,
    "phone": lambda phone: isolate(show_contact(phone)),  # a draft's may be invalid
    "others": lambda lines: "\n".join(isolate(show_contact(it)) for it in lines.splitlines()),
    "email": isolate,
    "archivist": isolate,
    "cndp_number": isolate,
    "address": isolate,
    "page_address": isolate,
}


def value_words(field: str, value: object) -> str:
    """Return a value of a column as text; "" for none."""
    match value:
        case None | "" | UUID():  # the record is named elsewhere
            words = ""
        case bool():
            is_so, is_not = _TRUTHS[field]
            words = is_so() if value else is_not()
        case int():
            words = isolate(str(value))
        case datetime():
            words = moment_words(value)
        case date():
            words = date_words(value)
        case time():
            words = isolate(time_text(value))
        case tuple():
            words = " · ".join(value_words(field, item) for item in value)
        case _:
            words = _text_words(field, str(value))
    return words


def _text_words(field: str, text: str) -> str:
    if is_known(text, *LISTS):
        return code_words(text)
    if field == "status":
        return status_words(text)
    if field == "kind":
        return word_of({**POINT_KIND_WORDS, **CLAIM_KIND_WORDS}, text)
    words = _CODES.get("language" if field.endswith("_language") else field)
    return words(text) if words else text
