"""Reading of typed fields from one row of a file, collecting the problems of each."""

import re
from collections.abc import Mapping
from datetime import date, time, timedelta

from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.rules.dates import date_text, parse_time
from outreach_app.rules.folding import fold_words
from outreach_app.rules.quick_dates import read_dated
from outreach_app.rules.quoting import quoted
from outreach_app.rules.text import clean_line, clean_text, language_of
from outreach_app.rules.validation import Checks

# Spreadsheets count days from the end of 1899; these are of 1954 to 2064.
_SERIAL_ZERO = date(1899, 12, 30)
# Integers as spreadsheets and platforms write them: grouped by a space, a comma, a point or
# nothing, some with a zero after the point.
_GROUPED = re.compile(r"[-\u2212]?(?:\d+|\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+)(?:\.0)?")
# One group after a point or a comma may be decimals: 1.234.
_DOUBTFUL = re.compile(r"[-\u2212]?\d{1,3}[,.]\d{3}")
_LONGEST_COUNT = 20
# Many times the points of any session, and few enough to be read and shown at once.
_MAX_ITEMS = 500
# «نعم» and « oui »; lists also use a cross for yes.
YES = frozenset(map(fold_words, ("yes", "oui", "نعم", "1", "true", "x")))
NO = frozenset(map(fold_words, ("no", "non", "لا", "0", "false")))
_EXAMPLE = date(2026, 1, 31)  # its day is no month
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000


class RowReader:
    """One row, or one object inside it. Absent, null and "" all mean not given (None)."""

    def __init__(self, values: object, checks: Checks, path: str = "") -> None:
        self._values = values if isinstance(values, Mapping) else {}
        self._checks = checks
        self._path = path
        self._read: set[str] = set()
        if not isinstance(values, Mapping):
            checks.add(
                path.rstrip("."),
                "not_an_object",
                _("An object with named fields is expected here."),
            )

    def line(self, key: str) -> str | None:
        """Return text on one line, without control characters or direction marks."""
        text = self._text(key)
        return clean_line(text) or None if text is not None else None

    def words(self, key: str) -> str | None:
        """Return free text with its line breaks."""
        text = self._text(key)
        return clean_text(text) or None if text is not None else None

    def required(self, key: str) -> str:
        """Return required text on one line; "" if it is missing, which is a problem."""
        text = self.line(key)
        if text is None:
            self._checks.required(self._path + key, None)
        return text or ""

    def integer(self, key: str) -> int | None:
        value = self._value(key)
        if isinstance(value, str) and value.strip().isdecimal() and len(value) < 10:
            return int(value)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        self._refuse(key, "not_a_number", _("A whole number is expected here."))
        return None

    def count(self, key: str, grouped_by: str = "") -> int | None:
        """Read an integer, grouped or not, negative included; a rounded one (8.8K) is refused.

        `grouped_by` is the separator of thousands, if the writer is known.
        """
        words = self.line(key)
        if words is None:
            return None
        found = _GROUPED.fullmatch(words)
        if found and len(words) < _LONGEST_COUNT:
            whole = words.removesuffix(".0").replace("\u2212", "-")
            digits = re.sub(r"[^\d-]", "", whole)
            if not _DOUBTFUL.fullmatch(words) or (grouped_by and grouped_by in words):
                return int(digits)
            message = _(
                "{number} may mean {whole}, or a number with decimals. Write it in digits only."
            )
            message = message.format(number=quoted(words), whole=isolate(digits))
            self._refuse(key, "doubtful_number", message)
            return None
        if words.isdecimal():
            self._refuse(key, "too_many", _("The number is too large."))
            return None
        message = _("Write the number in full, in digits only: {example}.")
        self._refuse(key, "rounded_number", message.format(example=isolate("8800")))
        return None

    def day(self, key: str) -> date | None:
        text = self.line(key)
        day = (read_dated(text) or _serial_day(text)) if text is not None else None
        if text is not None and day is None:
            message = _(
                "The date {text} does not exist or cannot be read. Write it like {example}."
            )
            told = {"text": quoted(text), "example": isolate(date_text(_EXAMPLE))}
            self._refuse(key, "invalid_date", message.format(**told))
        return day

    def hour(self, key: str) -> time | None:
        text = self.line(key)
        hour = parse_time(text) if text is not None else None
        if text is not None and hour is None:
            message = _("The time {text} does not exist. Write hours:minutes.")
            self._refuse(key, "invalid_time", message.format(text=quoted(text)))
        return hour

    def flag(self, key: str, default: bool) -> bool:
        value = self._value(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self._refuse(key, "not_a_flag", _("true or false is expected here."))
        return default

    def yes_or_no(self, key: str) -> bool | None:
        """Read a word for yes or no in the three languages of files; None without one."""
        words = self.line(key)
        if words is None:
            return None
        folded = fold_words(words)
        if folded in YES or folded in NO:
            return folded in YES
        self._refuse(key, "not_a_flag", _("Write yes or no here."))
        return None

    def codes(self, key: str) -> tuple[str, ...]:
        """Read a list of codes, or words separated by spaces."""
        value = self._value(key)
        items = value.split() if isinstance(value, str) else value
        if items is None:
            return ()
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            return tuple(items)
        self._refuse(key, "not_a_list", _("A list is expected here."))
        return ()

    def objects(self, key: str) -> list["RowReader"]:
        """Read the objects of a list, in order."""
        value = self._value(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self._refuse(key, "not_a_list", _("A list is expected here."))
            return []
        if len(value) > _MAX_ITEMS:
            message = _("This list has {count} entries: at most {most} are imported with a record.")
            told = {"count": isolate(str(len(value))), "most": isolate(str(_MAX_ITEMS))}
            self._refuse(key, "too_many", message.format(**told))
            return []
        return [
            RowReader(item, self._checks, f"{self._path}{key}.{place}.")
            for place, item in enumerate(value, start=1)
        ]

    def given(self) -> set[str]:
        """Return the names that were read and have a value."""
        return {key for key in self._read if self._values.get(key) not in (None, "")}

    def unread(self) -> list[str]:
        """Return the names in the row that were not read."""
        return [f"{self._path}{key}" for key in self._values if key not in self._read]

    def _value(self, key: str) -> object:
        self._read.add(key)
        value: object = self._values.get(key)
        return None if value == "" else value

    def _text(self, key: str) -> str | None:
        value = self._value(key)
        if value is None or isinstance(value, str):
            return value
        self._refuse(key, "not_text", _("Text is expected here."))
        return None

    def _refuse(self, key: str, code: str, message: str) -> None:
        self._checks.add(f"{self._path}{key}", code, message)


def _serial_day(text: str) -> date | None:
    """Return the date that a spreadsheet shows as a number in a cell without date format."""
    is_recent = text.isdecimal() and _FIRST_SERIAL <= int(text) <= _LAST_SERIAL
    return _SERIAL_ZERO + timedelta(days=int(text)) if is_recent else None


def typed_language(words: str | None) -> str | None:
    """Return the language that words are written in; that of the program where letters say none."""
    return (language_of(words) or current()).value if words else None
