"""Domains that the fields of several nouns share; `domains` has the table of all fields."""

from collections.abc import Mapping

from outreach_app.i18n import Language
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR, UNKNOWN_DAY
from outreach_app.rules.domain_kinds import (
    Code,
    Count,
    Day,
    Domain,
    Letters,
    Listed,
    Whatever,
    Words,
)
from outreach_app.rules.screens import BODY, CAPACITY, FREE, NOTHING, NUMBERS, PRINTED, SHARED
from outreach_app.rules.text import MAX_LINE, MAX_TEXT

PEOPLE = Count(0, 100_000, odd_over=2_000)
BODIES = Count(0, 100_000, odd_over=300)
ITEMS = Count(1, 1_000_000, otherwise=1)
REACHED = Count(0, 1_000_000_000)  # the largest audience of anything
PLACE = Count(0, 100_000, otherwise=0)
DAY = Day()
DAY_NEEDED = Day(otherwise=UNKNOWN_DAY.isoformat())
LINE, TEXT = Words(MAX_LINE, FREE), Words(MAX_TEXT, FREE)
CAPACITY_LINE = Words(MAX_LINE, CAPACITY)
SHARED_LINE = Words(MAX_LINE, SHARED)
# Of an office, as its pages print it: a title of one line, and the lines above it.
PRINTED_LINE = Words(MAX_LINE, PRINTED, lines=1)
LETTERHEAD = Words(MAX_TEXT, NUMBERS, lines=12)
NUMBERED = Words(MAX_LINE, NUMBERS)
# An address, a telephone, a code, a uid or a hash: no words, and no longer than its column.
PLAIN = Words(MAX_LINE, NOTHING)
SHORT, UID, RECIPIENT, DIGEST = (Words(length, NOTHING) for length in (20, 36, 62, 64))
LANGUAGE = Code(frozenset(Language))
TOPIC, SERVICE = Listed(("tp",)), Listed(("rf",))
OUTLET = Listed(("pc",))
ANYTHING = Whatever()  # a flag, an hour, a moment
SAID: Mapping[str, Domain] = {
    "text": Words(MAX_TEXT, FREE, is_needed=True),
    "language": LANGUAGE,
    "translation": TEXT,
}
NUMBER: Mapping[str, Domain] = {
    "number_year": Count(FIRST_YEAR, LAST_YEAR),
    "number_sequence": Count(1, 1_000_000),
    "number_station": Letters(),
}
BODY_NAMES = dict.fromkeys(("name_ar", "name_fr"), Words(MAX_LINE, BODY))
# Names are screened for numbers only: the name of a person or an office is what it is, but a card
# number beside it is not part of it.
NAMES = dict.fromkeys(("name_ar", "name_fr"), NUMBERED)
# Letterheads and further contacts say how somebody is reached; a reason may repeat a sensitive
# word.
NUMBERED_TEXT = Words(MAX_TEXT, NUMBERS)
