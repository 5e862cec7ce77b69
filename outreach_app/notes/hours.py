"""Times of day in a folded note, with their places."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time

from outreach_app.notes.cues import any_of, values
from outreach_app.notes.days import SCANNED
from outreach_app.notes.text import Span


@dataclass(frozen=True, slots=True)
class WrittenHour:
    """A time of day, and where it is written."""

    span: Span
    time: time


_SIGNED = re.compile(
    r"(?<![\d/.,])(?P<hour>\d{1,2}|[1]o|o\d)\s?(?:(?::|h(?![a-z])|س(?!\w)|heures?(?!\w))\s?"
    r"(?P<minute>[\do]{2}(?!\d))?|(?P<part>صباحا|زوالا|مساء|ليلا))"
    r"(?: ?(?P<later>صباحا|زوالا|مساء|ليلا|du matin|du soir|de l'apres))?"
)
_NAMED = re.compile(
    r"(?:(?<=ساعه )|(?<=من )|(?<=الي )|(?<=مع ))"
    rf"(?P<hour>{any_of('ordinal')}|الحاديه عشره|الثانيه عشره)(?![^\W_])(?! عشر(?:ه|ين)? )"
    r"(?P<part>\s?و\s?(?:ال)?نصف| والربع)?(?P<later>.{0,12}?(?:صباحا|زوالا|مساء|عصرا|ليلا))?"
)
# As it is spoken: «مع الخمسة»; «مع الخمسة أعضاء» is no hour.
_SPOKEN = re.compile(
    rf"(?<=مع )(?P<hour>{any_of('hour')})(?=\s*(?:$|[.,;\n]|و ?نص|ديال|د |صباح|مساء|العشيه|تقريبا))"
    r"(?P<part>\s?و ?نص)?(?P<later>\s(?:ديال |د )?(?:العشيه|مساء))?",
    re.MULTILINE,
)
_BARE = re.compile(r"(?:الساعه|بدا في|مع ال|a)\s?(?P<hour>\d{1,2})(?![\d/.:]|\s?(?:h|ju|pe|fe|au))")
_WORDED = re.compile(rf"(?<![^\W_])(?:a|de|vers) (?P<hour>{any_of('number')}) heures?")
_AFTERNOON = re.compile(r"زوال|مساء|عصر|عشيه|soir|apres")
_NOON = 12
_LABEL = "الساعه"
_LATEST_UNSAID = 7  # «de 3 à 5»: nobody meets at three in the night


def written_hours(folded: str) -> list[WrittenHour]:
    """Return every time of day, in the order of the text."""
    found: list[WrittenHour] = []
    for pattern in (_SIGNED, _NAMED, _WORDED, _SPOKEN):
        for match in pattern.finditer(folded):
            hour = _hour(match)
            if hour is not None and not any(hour.span.meets(other.span) for other in found):
                found.append(hour)
    return sorted(found, key=lambda hour: hour.span)


def bare_hours(folded: str) -> Iterator[WrittenHour]:
    """Yield hours that no sign marks: «الساعة 10»."""
    for match in _BARE.finditer(folded):
        hour = int(match["hour"])
        if _LATEST_UNSAID <= hour < 24:
            yield WrittenHour(Span(*match.span("hour")), time(hour))


def labelled_hours(folded: str) -> list[WrittenHour]:
    """Return the times in a label's value, which need no further word: «الرابعة مساء», «10»."""
    if found := written_hours(folded):
        return found
    led = f"{_LABEL} {folded.strip()}"
    found = list(bare_hours(led)) if folded.strip().isdecimal() else written_hours(led)
    moved = len(folded) - len(folded.lstrip()) - len(_LABEL) - 1
    return [WrittenHour(hour.span.moved(moved), hour.time) for hour in found]


def _hour(match: re.Match[str]) -> WrittenHour | None:
    parts = match.groupdict()
    said = parts["hour"]
    if (numbered := said.translate(SCANNED)).isdecimal():
        hour = int(numbered)
    else:
        hour = (values("ordinal") | values("number") | values("hour")).get(said, 0)
    minute = int((parts.get("minute") or "0").translate(SCANNED))
    if parts.get("part") and ("صف" in parts["part"] or "نص" in parts["part"]):
        minute = 30
    elif parts.get("part") and "ربع" in parts["part"]:
        minute = 15
    is_late = _AFTERNOON.search(f"{parts.get('part') or ''}{parts.get('later') or ''}") is not None
    if hour < _NOON and (is_late or (not said.isdecimal() and 0 < hour < _LATEST_UNSAID)):
        hour += _NOON
    if not 6 <= hour < 24 or minute >= 60:  # nobody meets at night
        return None
    return WrittenHour(Span(*match.span()), time(hour, minute))
