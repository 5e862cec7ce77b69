"""The fixed texts of a partner's sheet, in whichever language."""

from dataclasses import dataclass
from enum import StrEnum


class Raised(StrEnum):
    """How the partner raised a point: it said, requested, asked, proposed."""

    SAID = "said"
    REQUESTED = "requested"
    ASKED = "asked"
    PROPOSED = "proposed"


class Again(StrEnum):
    """Where it is told what came of a point when it was raised again: nothing came of it, next,
    in a row that has the day of the meeting, or in one above.
    """

    NOWHERE = "nowhere"
    NEXT = "next"
    BY_DAY = "by_day"
    ABOVE = "above"


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed texts of the sheet in one language.

    `title` is the title if we did something, `title_together` if the partner kept a promise too,
    `title_open` if we did nothing: answers, what was passed on, what is awaited; `title_of_some`
    the same where others raised a part, `title_of_others` if the partner itself neither raised nor
    promised anything; these three are of one point, and of several. The headings are those of
    points of the partner, points of all, points of one other partner or several, and its own
    promises, which stand under `promised` (one, two, more) and to which `no_own` points.
    `by_other` tells of a promise of another partner, `ended_by_other` how it ended; `told`,
    `told_to_other`, `settled` and, by state, `unquoted` are used if no text of a reply, or of what
    was done, was recorded or is shown,
    and `transmitted` is the state of what was passed on. `settled_before` tells that earlier points
    of which nothing is open are left out, the second below others. `kept` are the states of
    promises of the partner that were kept and that the row does not quote: one, two, more. `again`
    leads to the day on which a point was raised again, `then` to the next, `again_ends` follows.
    `given` stands round the day on which our reply was given, `passed_back` round that on which
    a service's answer was.
    `yours` leads to the state of what the partner promised: of all of it, or of some, one or more.
    `open_on_treated` follows a point that was treated while one, two or more promises are open.
    `alike` leads to another row with the same promise, which stands otherwise.
    `apart` leads to promises about no point: one, two, more, `of_meeting` are the headings over
    them.
    """

    title: str
    title_together: str
    title_open: tuple[str, str]
    title_of_some: tuple[str, str]
    title_of_others: tuple[str, str]
    kind: str
    own: dict[Raised, tuple[str, str]]
    common: tuple[str, str]
    others: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    theirs: tuple[str, str]
    promised: tuple[str, str, str]
    state: str
    no_detail: str
    no_own: tuple[str, str, str]
    by_other: str
    ended_by_other: dict[str, str]
    told: str
    told_to_other: str
    settled: str
    unquoted: dict[str, str]
    transmitted: str
    kept: tuple[str, str, str]
    yours: tuple[tuple[str, str], tuple[str, str]]
    given: tuple[str, str]
    passed_back: tuple[str, str]
    again: str
    then: str
    again_ends: dict[Again, tuple[str, str]]
    settled_before: tuple[str, str]
    notes: str
    open_on_treated: tuple[str, str, str]
    alike: str
    apart: tuple[str, str, str]
    of_meeting: tuple[str, str]
