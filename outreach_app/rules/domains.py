"""What each field of a record may hold: one table, read by forms and by what comes in files.

A value of the wrong type is refused with its file. One of the right type that means nothing, a
status that no version knows or minus five thousand people, is kept in the journal and brought into
the tables as unknown: `UNKNOWN` for a code, None for what a record can be without. A rule depends
on nothing but the value, so that every station that holds the same events shows the same records.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from outreach_app.i18n import Language
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.kinds import CommitmentOwner, OfficeRole, PointKind
from outreach_app.rules.statuses import CommitmentStatus, MeetingStatus
from outreach_app.rules.text import MOST_LINE, MOST_TEXT
from outreach_app.vocabulary import UNKNOWN

# As the driver holds a value: days and times in ISO 8601, several codes with a space between.
Held = str | int | bytes | None
_CODE = re.compile(r"[a-z]+(\.[0-9a-z_]+)+")
_MOST_CODE = 20
_DIGEST = re.compile(r"[0-9a-f]{64}")


class Domain(Protocol):
    """What a column may hold."""

    def kept(self, value: Held) -> Held:
        """Return the value, or what stands for it in the tables where it means nothing."""


@dataclass(frozen=True, slots=True)
class Code:
    """One code of a closed set."""

    codes: frozenset[str]

    def kept(self, value: Held) -> Held:
        return value if value in self.codes else UNKNOWN


@dataclass(frozen=True, slots=True)
class Listed:
    """One code of these catalogues, by its form: headquarters adds entries as it goes."""

    prefixes: tuple[str, ...]

    def kept(self, value: Held) -> Held:
        return value if self.is_one(str(value)) else UNKNOWN

    def is_one(self, code: str) -> bool:
        """Return whether a code has the form of an entry of one of these lists."""
        is_form = len(code) <= _MOST_CODE and _CODE.fullmatch(code) is not None
        return is_form and code.partition(".")[0] in self.prefixes


@dataclass(frozen=True, slots=True)
class Codes:
    """Several codes of catalogues; those that are none are left out."""

    of: Listed

    def kept(self, value: Held) -> Held:
        return " ".join(filter(self.of.is_one, str(value).split()))


@dataclass(frozen=True, slots=True)
class Digests:
    """SHA-256 digests as hex digits; what is none is left out."""

    def kept(self, value: Held) -> Held:
        return " ".join(filter(_DIGEST.fullmatch, str(value).split()))


@dataclass(frozen=True, slots=True)
class Words:
    """Text of at most so many characters."""

    most: int

    def kept(self, value: Held) -> Held:
        return value if len(str(value)) <= self.most else UNKNOWN


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number; `otherwise` stands for any other."""

    lo: int
    hi: int
    otherwise: int | None = None

    def kept(self, value: Held) -> Held:
        return value if isinstance(value, int) and self.lo <= value <= self.hi else self.otherwise


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the years that can be typed; `otherwise` is in no period that anybody counts."""

    otherwise: str | None = None

    def kept(self, value: Held) -> Held:
        return value if FIRST_YEAR <= int(str(value)[:4]) <= LAST_YEAR else self.otherwise


@dataclass(frozen=True, slots=True)
class Whatever:
    """Whatever its type allows: a truth value, a time of day, a moment."""

    def kept(self, value: Held) -> Held:
        return value


PEOPLE = Count(0, 100_000)
_PLACE = Count(0, 100_000, otherwise=0)
_DAY = Day()
_DAY_NEEDED = Day(otherwise=f"{FIRST_YEAR}-01-01")
_LINE, _TEXT = Words(MOST_LINE), Words(MOST_TEXT)
_LANGUAGE = Code(frozenset(Language))
_TOPIC, _SERVICE = Listed(("tp",)), Listed(("rf",))
_FLAG = _TIME = _MOMENT = Whatever()
_NAMES = dict.fromkeys(("name_ar", "name_fr"), _LINE)

DOMAINS: Mapping[str, Mapping[str, Domain]] = {
    "office": {
        "role": Code(frozenset(OfficeRole)),
        "number": _LINE,
        **_NAMES,
        "city_ar": _LINE,
        "city_fr": _LINE,
        "chief_title_ar": _LINE,
        "chief_title_fr": _LINE,
        "letterhead_ar": _TEXT,
        "letterhead_fr": _TEXT,
        "recipient_ar": _LINE,
        "recipient_fr": _LINE,
        "is_sample": _FLAG,
    },
    "entry": {"code": _LINE, "ar": _LINE, "fr": _LINE},
    "partner": {
        **_NAMES,
        "category": Listed(("pt",)),
        "type": Listed(("as", "pr")),
        "place": _LINE,
        "phone": _LINE,
        "email": _LINE,
        "note": _TEXT,
        "receipt_number": _LINE,
        "receipt_on": _DAY,
        "is_receipt_final": _FLAG,
        "is_active": _FLAG,
    },
    "person": {
        "capacity_ar": _LINE,
        "capacity_fr": _LINE,
        "language": _LANGUAGE,
        "mandate_from": _DAY,
        "mandate_until": _DAY,
        "informed_on": _DAY,
        "informed_how": _LINE,
        "inform_by": _DAY,
        "is_active": _FLAG,
    },
    "identity": {**_NAMES, "phone": _LINE, "email": _LINE},
    "distinction": {"first": _LINE, "second": _LINE},
    "meeting": {
        "reference": _LINE,
        "number_year": Count(FIRST_YEAR, LAST_YEAR),
        "number_sequence": Count(1, 1_000_000),
        "number_station": _LINE,
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
        "bodies": PEOPLE,
        "kinds_present": Codes(Listed(("as", "pr"))),
        "assessment": _TEXT,
        "assessment_language": _LANGUAGE,
        "assessment_translation": _TEXT,
        "source": _LINE,
        "sensitive_reason": _TEXT,
    },
    "attendance": {"is_present": _FLAG},
    "point": {
        "position": _PLACE,
        "kind": Code(frozenset(PointKind)),
        "topic": _TOPIC,
        "text": _TEXT,
        "language": _LANGUAGE,
        "translation": _TEXT,
        "phrase": _LINE,
        "reaction": Listed(("out",)),
        "reply": _TEXT,
        "reply_language": _LANGUAGE,
        "given_on": _DAY,
        "given_to": _LINE,
        "given_how": _LINE,
        "reacted_on": _DAY,
        "closed_on": _DAY,
    },
    "commitment": {
        "position": _PLACE,
        "text": _TEXT,
        "language": _LANGUAGE,
        "translation": _TEXT,
        "owner": Code(frozenset(CommitmentOwner)),
        "authority": _SERVICE,
        "due_on": _DAY,
        "made_on": _DAY,
        "status": Code(frozenset(CommitmentStatus) - {CommitmentStatus.OVERDUE}),
        "status_reason": _TEXT,
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
    },
    "issue": {
        "kind": Code(frozenset(DocumentKind)),
        "number_year": Count(FIRST_YEAR, LAST_YEAR, otherwise=FIRST_YEAR),
        "number_sequence": Count(1, 1_000_000, otherwise=1),
        "number_station": _LINE,
        "edition": Count(1, 1_000_000, otherwise=1),
        "first_on": _DAY,
        "last_on": _DAY,
        "last_session_on": _DAY,
        "fingerprint": _LINE,
        "code": _LINE,
        "hashes": Digests(),
        "issued_at": _MOMENT,
    },
    "reply": {
        "text": _TEXT,
        "language": _LANGUAGE,
        "translation": _TEXT,
        "replied_on": _DAY_NEEDED,
    },
}


# Of a meeting: what cannot be more than something else, and which of the two is then unknown.
_AGREEING = (
    ("women", "headcount", "women"),
    ("bodies", "headcount", "bodies"),
    ("starts_at", "ends_at", "ends_at"),
)


def keep_agreeing(entity: str, values: dict[str, Held]) -> None:
    """Empty what contradicts another value: more women than people, an end before the start."""
    if entity != "meeting":
        return
    for less, more, doubted in _AGREEING:
        few, many = values.get(less), values.get(more)
        if few is not None and many is not None and _is_more(few, many):
            values[doubted] = None


def _is_more(one: Held, other: Held) -> bool:
    if isinstance(one, int) and isinstance(other, int):
        return one > other
    return str(one) > str(other)


def known_values(entity: str, values: Mapping[str, Held]) -> dict[str, Held]:
    """Return the columns of a record as the tables hold them; links pass as they are."""
    domains = DOMAINS[entity]
    known = {
        name: domains[name].kept(value) if name in domains and value is not None else value
        for name, value in values.items()
    }
    keep_agreeing(entity, known)
    return known
