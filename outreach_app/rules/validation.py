"""The checks that drafts share; a form runs them while typing, a service before writing."""

from collections.abc import Iterable
from datetime import date, time

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR
from outreach_app.rules.domains import PEOPLE
from outreach_app.rules.phones import find_phone
from outreach_app.rules.sensitive import find_cin, sensitive_words
from outreach_app.rules.text import MOST_LINE, MOST_TEXT
from outreach_app.vocabulary import is_known


class Checks:
    """Collects the problems of one draft; `path` stands before each field (`points.2.`)."""

    def __init__(self, path: str = "") -> None:
        self._path = path
        self.problems: list[Problem] = []

    def add(self, field: str, code: str, message: str) -> None:
        self.problems.append(Problem(f"{self._path}{field}", code, message))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def code(self, field: str, value: str | None, *prefixes: str) -> None:
        """Require None or an entry of one of these lists."""
        if value is not None and not is_known(value, *prefixes):
            self.unknown(field, value)

    def one_of(self, field: str, value: str, allowed: Iterable[str]) -> None:
        """Require one of these texts, or of the members of an enum."""
        if value not in tuple(allowed):  # Python 3.11 raises where an enum is asked for a text
            self.unknown(field, value)

    def unknown(self, field: str, value: str) -> None:
        message = _("The code {code} is not in the list.")
        self.add(field, "unknown_code", message.format(code=value))

    def either(self, field: str, arabic: str | None, french: str | None) -> None:
        """Require a name in one language at least."""
        if not arabic and not french:
            self.add(field, "required", _("A name is required, in Arabic or in French."))

    def required(self, field: str, value: object) -> None:
        if value is None or value == "":
            self.add(field, "required", _("This field is required."))

    def reason(self, field: str, *, is_needed: bool, reason: str | None) -> None:
        if is_needed and not reason:
            self.add(field, "reason_required", _("A reason is required for this status."))

    def line(self, field: str, text: str | None) -> None:
        self._length(field, text, MOST_LINE)

    def free_text(self, field: str, text: str | None, sensitive_reason: str | None) -> None:
        """Free text: its length, no identity number, and sensitive words only with a reason.

        Source: law 09-08, sensitive data.
        """
        if not text or not self._length(field, text, MOST_TEXT):
            return
        if find_cin(text):
            message = _("A national identity number may not be recorded. Take it out of the text.")
            self.add(field, "identity_number", message)
        words = sensitive_words(text)
        if words and not sensitive_reason:
            message = _(
                "The text may hold sensitive data ({words})."
                " Reword it, or give a reason for keeping it."
            )
            listed = "، ".join(word.word for word in words)
            self.add(field, "sensitive", message.format(words=listed))

    def phone(self, field: str, text: str | None) -> None:
        if text and find_phone(text) is None:
            message = _("The phone number {phone} is not valid. Write it as 06 12 34 56 78.")
            self.add(field, "invalid_phone", message.format(phone=isolate(text)))

    def period(self, field: str, start: date | time | None, end: date | time | None) -> None:
        if start is not None and end is not None and str(end) < str(start):
            self.add(field, "ends_before_start", _("The end cannot be before the start."))

    def day(self, field: str, day: date | None) -> None:
        """Require a day of the years that can be typed: no office means another."""
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            message = _("The date {day} cannot be right: its year must be from {first} to {last}.")
            written = isolate(f"{day.day:02}/{day.month:02}/{day.year:04}")
            years = {"first": isolate(str(FIRST_YEAR)), "last": isolate(str(LAST_YEAR))}
            self.add(field, "out_of_range", message.format(day=written, **years))

    def count(self, field: str, number: int | None) -> None:
        if number is not None and number < PEOPLE.lo:
            self.add(field, "negative", _("A number of people cannot be below zero."))
        if number is not None and number > PEOPLE.hi:
            self.add(field, "too_many", _("The number is too large to be a meeting's."))

    def raise_if_any(self) -> None:
        """Raise InvalidDraft with every problem; its message is the sentences in a row."""
        if self.problems:
            sentences = dict.fromkeys(problem.message for problem in self.problems)
            raise InvalidDraft(" ".join(sentences), self.problems)

    def _length(self, field: str, text: str | None, most: int) -> bool:
        if text is None or len(text) <= most:
            return True
        message = _("The text is too long: at most {most} characters.")
        self.add(field, "too_long", message.format(most=most))
        return False
