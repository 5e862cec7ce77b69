"""What the columns of a record are called where its history is told, and their values."""

from collections.abc import Callable
from datetime import date, datetime, time
from uuid import UUID

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.phones import find_phone, show_phone
from outreach_app.vocabulary import is_known
from ui.widgets.translated import Text
from ui.words import (
    code_words,
    date_words,
    owner_words,
    phrase_words,
    point_kind_words,
    status_words,
    time_text,
    word_of,
)

# In the order in which they are told.
FIELD_WORDS: dict[str, Text] = {
    "name_ar": lambda: _("Name in Arabic"),
    "name_fr": lambda: _("Name in French"),
    # Of a draft only: the store keeps such a name apart.
    "is_named_after_person": lambda: _("The practice bears a person's name"),
    "category": lambda: _("Category"),
    "type": lambda: _("Type"),
    "capacity_ar": lambda: _("Capacity in Arabic"),
    "capacity_fr": lambda: _("Capacity in French"),
    "phone": lambda: _("Phone"),
    "email": lambda: _("E-mail"),
    "place": lambda: _("Address or quarter"),
    "receipt_number": lambda: _("Receipt No."),
    "receipt_on": lambda: _("Receipt date"),
    "is_receipt_final": lambda: _("Receipt"),
    "mandate_from": lambda: _("Mandate from"),
    "mandate_until": lambda: _("Mandate until"),
    "inform_by": lambda: _("To inform by"),
    "informed_on": lambda: _("Informed on"),
    "informed_how": lambda: _("How"),
    "number_sequence": lambda: _("Number"),
    "number_station": lambda: _("Station"),
    "number_year": lambda: _("Year"),
    "status": lambda: _("Status"),
    "status_reason": lambda: _("Reason"),
    "status_reason_translation": lambda: _("Translation of the reason"),
    "status_on": lambda: _("Since"),
    "held_on": lambda: _("Date"),
    "starts_at": lambda: _("Start"),
    "ends_at": lambda: _("End"),
    "kind": lambda: _("Kind"),
    "channel": lambda: _("Channel"),
    "place_ar": lambda: _("Place in Arabic"),
    "place_fr": lambda: _("Place in French"),
    "subject_ar": lambda: _("Subject in Arabic"),
    "subject_fr": lambda: _("Subject in French"),
    "headcount": lambda: _("Headcount"),
    "women": lambda: _("Women"),
    "bodies": lambda: _("Bodies present"),
    "kinds_present": lambda: _("Kinds present"),
    "assessment": lambda: _("Assessment"),
    "assessment_language": lambda: _("Language of the assessment"),
    "assessment_translation": lambda: _("Translation of the assessment"),
    "sensitive_reason": lambda: _("Why it is kept"),
    "source": lambda: _("Source"),
    "reference": lambda: _("Reference of the sender"),
    "topic": lambda: _("Topic"),
    "phrase": lambda: _("Phrase"),
    "text": lambda: _("Words"),
    "language": lambda: _("Language"),
    "translation": lambda: _("Translation"),
    "owner": lambda: _("Who promised"),
    "authority": lambda: _("Service that owes it"),
    "due_on": lambda: _("Due"),
    "made_on": lambda: _("Decided on"),
    "destination": lambda: _("Referred to"),
    "sent_on": lambda: _("Sent on"),
    "answered_on": lambda: _("Answered on"),
    "answer": lambda: _("Words of the answer"),
    "answer_language": lambda: _("Language of the answer"),
    "answer_translation": lambda: _("Translation of the answer"),
    "reaction": lambda: _("Reaction"),
    "reacted_on": lambda: _("Reacted on"),
    "reply": lambda: _("Reply"),
    "reply_language": lambda: _("Language of the reply"),
    "reply_translation": lambda: _("Translation of the reply"),
    "given_on": lambda: _("Reply given on"),
    "given_to": lambda: _("Reply given to"),
    "given_how": lambda: _("Reply given how"),
    "form": lambda: _("Form"),
    "heard_on": lambda: _("Heard on"),
    "heard_at": lambda: _("Hour"),
    "reach": lambda: _("Reach"),
    "is_urgent": lambda: _("Urgency"),
    "page_network": lambda: _("Network"),
    "page_name": lambda: _("Name of the page"),
    "page_address": lambda: _("Address of the page"),
    "result": lambda: _("Result"),
    "found_on": lambda: _("Established on"),
    "found_at": lambda: _("Hour"),
    "back_on": lambda: _("Those concerned informed"),
    "back_channel": lambda: _("How"),
    "back_to": lambda: _("Bodies informed"),
    "title_ar": lambda: _("Title in Arabic"),
    "title_fr": lambda: _("Title in French"),
    "text_ar": lambda: _("Text in Arabic"),
    "text_fr": lambda: _("Text in French"),
    "published_on": lambda: _("Published on"),
    "published_at": lambda: _("Hour"),
    "since_on": lambda: _("Counted since"),
    "channels": lambda: _("Publication channels"),
    "address": lambda: _("Link"),
    "issuer": lambda: _("Issued by"),
    "count": lambda: _("Number of items"),
    "closed_on": lambda: _("Closed on"),
    "closed_reason": lambda: _("Reason"),
    "note": lambda: _("Note"),
    "others": lambda: _("Other contacts"),
    "is_present": lambda: _("Attendance"),
    "is_active": lambda: _("Activity"),
    "partner": lambda: _("Partner"),
    "person": lambda: _("Person"),
    "rumour": lambda: _("Rumour"),
    "publication": lambda: _("Rectification"),
    "merged_into": lambda: _("Merged into"),
}
# The place of a row among others says nothing to a person, nor does what joins rumours.
SILENT = {"position", "cluster"}

_TRUTHS: dict[str, tuple[Text, Text]] = {
    "is_receipt_final": (lambda: _("Final receipt"), lambda: _("Provisional receipt")),
    "is_present": (lambda: _("Present"), lambda: _("Invited")),
    "is_active": (lambda: _("Active"), lambda: _("Inactive")),
    "is_named_after_person": (lambda: _("Yes"), lambda: _("No")),
    "is_urgent": (lambda: _("Yes"), lambda: _("No")),
}
_LANGUAGES: dict[str, Text] = {"ar": lambda: _("Arabic"), "fr": lambda: _("French")}
_LISTS = (
    *("tp", "as", "pr", "mt", "ch", "rf", "cst", "out", "pt", "st"),
    *("vr", "vs", "rk", "rh", "rc", "pb", "pc"),
)
# Codes that stand in no list of the vocabulary.
_CODES: dict[str, Callable[[str], str]] = {
    "language": lambda code: word_of(_LANGUAGES, code),
    "owner": owner_words,
    "phrase": phrase_words,
    "phone": lambda phone: isolate(_phone_words(phone)),
    "email": isolate,
    "address": isolate,
    "page_address": isolate,
}


def value_words(field: str, value: object) -> str:
    """Return a value of a column as a person reads it; "" for none."""
    match value:
        case None | "" | UUID():  # who is meant is told by its name elsewhere
            words = ""
        case bool():
            is_so, is_not = _TRUTHS[field]
            words = is_so() if value else is_not()
        case int():
            words = isolate(str(value))
        case datetime():
            words = isolate(f"{clock.local(value):%d/%m/%Y %H:%M}")
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
    if is_known(text, *_LISTS):
        return code_words(text)
    if field == "status":
        return status_words(text)
    if field == "kind":
        return point_kind_words(text)
    words = _CODES.get("language" if field.endswith("_language") else field)
    return words(text) if words else text


def _phone_words(phone: str) -> str:
    """Return a number as people say it; one that is only typed yet may be none."""
    number = find_phone(phone)
    return show_phone(number) if number else phone
