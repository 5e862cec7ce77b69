"""The domain of each field of a record: one table for forms and for imported files.

A value of the wrong type is refused with its file. One of the right type that is invalid, e.g. a
status that no version knows or minus five thousand people, stays in the journal and becomes unknown
in the tables: `UNKNOWN` for a code, None for an optional field. A rule depends on nothing but the
value, so that every station with the same events shows the same records.
"""

from collections.abc import Mapping

from outreach_app.i18n import Language
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR, UNKNOWN_DAY
from outreach_app.rules.delays import DAYS_TO_ANSWER, DAYS_TO_INFORM, MAX_DAYS
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.domain_kinds import (
    Code,
    Codes,
    Count,
    Day,
    Digests,
    Domain,
    Letters,
    Listed,
    Terms,
    Whatever,
    Words,
)
from outreach_app.rules.kinds import CommitmentOwner, OfficeRole, PointKind, SummarySection
from outreach_app.rules.screens import BODY, CAPACITY, FREE, NOTHING, NUMBERS, SHARED
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus, Verdict
from outreach_app.rules.text import MAX_LINE, MAX_TEXT

PEOPLE = Count(0, 100_000, odd_over=2_000)
BODIES = Count(0, 100_000, odd_over=300)
ITEMS = Count(1, 1_000_000, otherwise=1)
REACHED = Count(0, 1_000_000_000)  # the largest audience of anything
_PLACE = Count(0, 100_000, otherwise=0)
_DAY = Day()
_DAY_NEEDED = Day(otherwise=UNKNOWN_DAY.isoformat())
_LINE, _TEXT = Words(MAX_LINE, FREE), Words(MAX_TEXT, FREE)
_CAPACITY = Words(MAX_LINE, CAPACITY)
_SHARED = Words(MAX_LINE, SHARED)
_NUMBERED = Words(MAX_LINE, NUMBERS)
# An address, a telephone, a code, a uid or a hash: no words, and no longer than its column.
_PLAIN = Words(MAX_LINE, NOTHING)
_SHORT, _UID, _RECIPIENT, _DIGEST = (Words(length, NOTHING) for length in (20, 36, 62, 64))
_LANGUAGE = Code(frozenset(Language))
_TOPIC, _SERVICE = Listed(("tp",)), Listed(("rf",))
_OUTLET = Listed(("pc",))
_FLAG = _TIME = _MOMENT = Whatever()
_SAID: Mapping[str, Domain] = {
    "text": Words(MAX_TEXT, FREE, is_needed=True),
    "language": _LANGUAGE,
    "translation": _TEXT,
}
_NUMBER: Mapping[str, Domain] = {
    "number_year": Count(FIRST_YEAR, LAST_YEAR),
    "number_sequence": Count(1, 1_000_000),
    "number_station": Letters(),
}
_BODY_NAMES = dict.fromkeys(("name_ar", "name_fr"), Words(MAX_LINE, BODY))
# Names are screened for numbers only: the name of a person or an office is what it is, but a card
# number beside it is not part of it.
_NAMES = dict.fromkeys(("name_ar", "name_fr"), _NUMBERED)
# Letterheads and further contacts say how somebody is reached; a reason may repeat a sensitive
# word.
_PRINTED = _REASON = Words(MAX_TEXT, NUMBERS)

DOMAINS: Mapping[str, Mapping[str, Domain]] = {
    "office": {
        "role": Code(frozenset(OfficeRole)),
        "number": _NUMBERED,
        **_NAMES,
        **dict.fromkeys(("city_ar", "city_fr", "cndp_number"), _NUMBERED),
        **dict.fromkeys(("chief_title_ar", "chief_title_fr"), _NUMBERED),
        "letterhead_ar": _PRINTED,
        "letterhead_fr": _PRINTED,
        **dict.fromkeys(("recipient_ar", "recipient_fr"), _NUMBERED),
        **dict.fromkeys(("opening_ar", "opening_fr", "closing_ar", "closing_fr"), _LINE),
        "omitted_sections": Codes(Code(frozenset(SummarySection))),
        "phone": _PLAIN,
        "archivist": _RECIPIENT,
        "is_sample": _FLAG,
        "inform_days": Count(1, MAX_DAYS, otherwise=DAYS_TO_INFORM),
        "answer_days": Count(1, MAX_DAYS, otherwise=DAYS_TO_ANSWER),
        "terms": Terms(),
        "asks_two_persons": _FLAG,
        **dict.fromkeys(("purpose_ar", "purpose_fr", "purpose_reason"), _TEXT),
    },
    "entry": {
        "code": _SHORT,
        "ar": _NUMBERED,
        "fr": _NUMBERED,
        "kind": Code(frozenset(PointKind)),
    },
    "partner": {
        **_BODY_NAMES,
        "category": Listed(("pt",)),
        "type": Listed(("as", "pr")),
        "place": _LINE,
        "phone": _SHORT,
        "receipt_number": _NUMBERED,
        "receipt_on": _DAY,
        "is_receipt_final": _FLAG,
        "is_active": _FLAG,
        "sensitive_reason": _REASON,
    },
    "person": {
        "capacity_ar": _CAPACITY,
        "capacity_fr": _CAPACITY,
        "language": _LANGUAGE,
        "mandate_from": _DAY,
        "mandate_until": _DAY,
        "informed_on": _DAY,
        "informed_how": _LINE,
        "inform_by": _DAY,
        "is_active": _FLAG,
    },
    "identity": {**_NAMES, "phone": _SHORT, "email": _PLAIN, "others": _PRINTED, "note": _TEXT},
    "distinction": {"first": _UID, "second": _UID},
    "claim": {
        **_NUMBER,
        "kind": Code(frozenset(ClaimKind)),
        "received_on": _DAY_NEEDED,
        "channel": Listed(("rv",)),
        "identity_check": Code(frozenset(IdentityCheck)),
        "due_on": _DAY_NEEDED,
        "decision": Code(frozenset(Decision)),
        "answered_on": _DAY,
        "erased_record": _UID,
        "erased_on": _DAY,
    },
    "meeting": {
        "reference": _NUMBERED,
        **_NUMBER,
        "status": Code(frozenset(MeetingStatus)),
        "status_reason": _TEXT,
        "held_on": _DAY_NEEDED,
        "starts_at": _TIME,
        "ends_at": _TIME,
        "kind": Listed(("mt",)),
        "channel": Listed(("ch",)),
        "place_ar": _LINE,
        "place_fr": _LINE,
        "subject_ar": _LINE,
        "subject_fr": _LINE,
        "headcount": PEOPLE,
        "women": PEOPLE,
        "establishments": BODIES,
        "pupils": PEOPLE,
        "beneficiaries": PEOPLE,
        "associations": BODIES,
        "last_on": _DAY,
        "bodies": BODIES,
        "kinds_present": Codes(Listed(("as", "pr"))),
        "assessment": _TEXT,
        "assessment_language": _LANGUAGE,
        "assessment_translation": _TEXT,
        "source": _LINE,
        "sensitive_reason": _REASON,
    },
    "publication": {
        "reference": _NUMBERED,
        "kind": Listed(("pb",)),
        "published_on": _DAY_NEEDED,
        "published_at": _TIME,
        "since_on": _DAY,
        "title_ar": _LINE,
        "title_fr": _LINE,
        "text_ar": _TEXT,
        "text_fr": _TEXT,
        "topic": _TOPIC,
        "channels": Codes(_OUTLET),
        "address": _PLAIN,
        "issuer": _LINE,
        "count": ITEMS,
        "sensitive_reason": _REASON,
    },
    "rumour": {
        **_NUMBER,
        **_SAID,
        "form": Listed(("rk",)),
        "topic": _TOPIC,
        "heard_on": _DAY_NEEDED,
        "heard_at": _TIME,
        "channel": Listed(("rc",)),
        "reach": Listed(("rh",)),
        "is_urgent": _FLAG,
        "page_network": _OUTLET,
        "page_name": _LINE,
        "page_address": _PLAIN,
        "back_on": _DAY,
        "back_channel": _OUTLET,
        "back_to": _LINE,
        "closed_on": _DAY,
        "closed_reason": _LINE,
        "sensitive_reason": _REASON,
    },
    "attendance": {"is_present": _FLAG},
    "point": {
        "received_on": _DAY_NEEDED,
        "received_at": _TIME,
        "received_through": Listed(("rv",)),
        **_NUMBER,
        "position": _PLACE,
        "kind": Code(frozenset(PointKind)),
        "topic": _TOPIC,
        **_SAID,
        "phrase": _SHORT,
        "reaction": Listed(("out",)),
        "reply": _TEXT,
        "reply_language": _LANGUAGE,
        "reply_translation": _TEXT,
        "given_on": _DAY,
        "given_to": _LINE,
        "given_how": _LINE,
        "reacted_on": _DAY,
        "closed_on": _DAY,
        "sensitive_reason": _REASON,
    },
    "commitment": {
        "position": _PLACE,
        **_SAID,
        "owner": Code(frozenset(CommitmentOwner)),
        "authority": _SERVICE,
        "due_on": _DAY,
        "made_on": _DAY,
        "status": Code(frozenset(CommitmentStatus) - {CommitmentStatus.OVERDUE}),
        "status_reason": _TEXT,
        "status_reason_translation": _TEXT,
        "status_on": _DAY,
    },
    "referral": {
        "position": _PLACE,
        "destination": _SERVICE,
        "topic": _TOPIC,
        "made_on": _DAY,
        "sent_on": _DAY,
        "answered_on": _DAY,
        "answer": _TEXT,
        "answer_language": _LANGUAGE,
        "answer_translation": _TEXT,
    },
    "issue": {
        "kind": Code(frozenset(DocumentKind)),
        "number_year": Count(FIRST_YEAR, LAST_YEAR, otherwise=FIRST_YEAR),
        "number_sequence": Count(1, 1_000_000, otherwise=1),
        "number_station": Letters(),
        "edition": Count(1, 1_000_000, otherwise=1),
        "first_on": _DAY,
        "last_on": _DAY,
        "last_session_on": _DAY,
        "fingerprint": _DIGEST,
        "code": _SHORT,
        "hashes": Digests(),
        "issued_at": _MOMENT,
    },
    "reply": {
        **_SAID,
        "replied_on": _DAY_NEEDED,
    },
    "review": {
        "verdict": Code(frozenset(Verdict)),
        **_SAID,
        "reviewed_on": _DAY_NEEDED,
    },
    "clarification": {
        "question": _UID,
        **_SAID,
        "clarified_on": _DAY_NEEDED,
    },
    "proposal": {
        "kind": Code(frozenset(PointKind)),
        "topic": _TOPIC,
        "text": _SHARED,
        "language": _LANGUAGE,
        "translation": _SHARED,
        "count": ITEMS,
        "proposed_on": _DAY_NEEDED,
    },
    "reading": {
        "account": _OUTLET,
        "read_on": _DAY_NEEDED,
        "read_at": _TIME,
        "source": Listed(("rs",)),
        **dict.fromkeys(
            ("views", "reactions", "comments", "shares", "interactions", "followers"), REACHED
        ),
        "is_at_least": _FLAG,
    },
    "finding": {
        "cluster": _UID,
        "result": Listed(("vr",)),
        "found_on": _DAY,
        "found_at": _TIME,
        "source": Listed(("vs",)),
        **_SAID,
    },
}
