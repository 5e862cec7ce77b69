"""The material of the samples in `resources/sample`, in both languages."""

import re
from functools import cache
from random import Random
from typing import TypeVar

import msgspec

from outreach_app.i18n import Language
from outreach_app.vocabulary import RESOURCES

# Small counts, as French prose writes them.
_LETTERS = dict(
    zip("3456789", ("trois", "quatre", "cinq", "six", "sept", "huit", "neuf"), strict=True)
)
MaterialT = TypeVar("MaterialT")

# A range to draw a count from: all within 3 to 10 or all within 11 to 99, as Arabic agrees.
_COUNT = re.compile(r"\{(\d+)-(\d+)\}")


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """The same words in both languages.

    They may have slots to fill in: `{neighbourhood}`, `{family_name}`, `{event}`.
    """

    ar: str
    fr: str

    def label(self, language: Language) -> str:
        """Return the words in one language."""
        return self.ar if language is Language.ARABIC else self.fr

    def filled(self, **names: "Words") -> "Words":
        """Return the words with their slots filled."""
        in_arabic, in_french = self.ar, self.fr
        for slot, name in names.items():
            in_arabic = in_arabic.replace(f"{{{slot}}}", name.ar)
            in_french = in_french.replace(f"{{{slot}}}", name.fr)
        return Words(in_arabic, in_french)

    def counted(self, random: Random) -> "Words":
        """Return the words with a count drawn for each slot `{3-9}`, the same in both."""
        drawn = {
            found.group(): str(random.randint(int(found[1]), int(found[2])))
            for found in _COUNT.finditer(self.ar)
        }
        in_arabic, in_french = self.ar, self.fr
        for slot, count in drawn.items():
            in_arabic = in_arabic.replace(slot, count)
            in_french = in_french.replace(slot, _LETTERS.get(count, count))
        return Words(in_arabic, in_french)


class Body(Words, forbid_unknown_fields=True):
    """A partner: its type (`as.*`, `pr.*`, `pt.*`), and the authority (`rf.*`) it represents."""

    type: str
    to: str | None = None


class GivenName(Words, forbid_unknown_fields=True):
    """A given name, `gender` m or f."""

    gender: str


class Precinct(msgspec.Struct, forbid_unknown_fields=True):
    """A precinct with the data of its two letterheads."""

    number: str
    name_ar: str
    name_fr: str
    city_ar: str
    city_fr: str
    region: str
    command_ar: str
    command_fr: str
    district_ar: str
    district_fr: str
    recipient_ar: str
    recipient_fr: str


class Names(msgspec.Struct, forbid_unknown_fields=True):
    """The names of partners, people and precincts."""

    given_names: list[GivenName]
    family_names: list[Words]
    neighbourhoods: list[Words]
    associations: list[Body]
    practices: list[Body]
    other_partners: list[Body]
    authorities: list[Body]
    precincts: list[Precinct]


class Promise(Words, forbid_unknown_fields=True):
    """A promise, the sentence once it is kept, and the reason if it was given up.

    `owner` is office, partner or authority: partners of a type in `by`, or the authority `to`
    (`rf.*`). It is due `within` a number of days, least and most, if that differs from the
    usual time of its owner.
    """

    owner: str
    done: Words
    dropped: Words | None = None
    by: list[str] = []
    to: str | None = None
    within: tuple[int, int] | None = None


class Passing(msgspec.Struct, forbid_unknown_fields=True):
    """The authority (`rf.*`) a point is referred to, and its answer to that point."""

    to: str
    answer: Words


class Course(msgspec.Struct, forbid_unknown_fields=True):
    """One way to handle a point."""

    reaction: str | None = None
    reply: Words | None = None
    commitment: Promise | None = None
    referral: Passing | None = None


class Matter(msgspec.Struct, forbid_unknown_fields=True):
    """A matter that partners of some types raise, and its possible courses.

    `view` is the chief's opinion: it asserts no fact, and questions and thanks have none. A matter
    has its own `words` or an entry of the bank (`ph.*`), neither if only its topic may be stored;
    thanks have no courses. `by` is empty if anybody may raise it. `in_term` concerns pupils: raised
    during term, and handled before its end.
    """

    topic: str
    kind: str
    by: list[str]
    view: Words | None = None
    words: Words | None = None
    phrase: str | None = None
    courses: list[Course] = []
    in_term: bool = False


class Scene(msgspec.Struct, forbid_unknown_fields=True):
    """A meeting with matching kind, channel, subject, places, partners and matters.

    `partners` are prefixes of codes, `matters` the names of those that fit its subject; a `host`
    receives it at its own seat, `needs` is a kind of partner that must be present. `bodies`,
    `heads`, `points` and `minutes` are least and most, no minutes if the time is not recorded.
    `in_term` is as of matters; only women come to one of `women_only`.
    """

    kind: str
    channel: str
    places: list[Words]
    matters: list[str]
    partners: list[str]
    bodies: tuple[int, int]
    heads: tuple[int, int]
    points: tuple[int, int]
    minutes: tuple[int, int]
    subject: Words | None = None
    host: bool = False
    needs: str | None = None
    in_term: bool = False
    women_only: bool = False


class SampleRumour(msgspec.Struct, forbid_unknown_fields=True):
    """A rumour, its channel, and the result of its verification.

    Codes: `form` `rk.*`, `channel` `rc.*`, `reach` `rh.*`, `result` `vr.*`, `source` `vs.*`. The
    last two and the `fact` are None while it is verified; `title` is that of its rectification.
    """

    text: Words
    channel: str
    reach: str
    form: str = "rk.news"
    result: str | None = None
    source: str | None = None
    fact: Words | None = None
    title: Words | None = None


class SamplePublication(Words, forbid_unknown_fields=True):
    """The title of a publication, its `kind` (`pb.*`) and its channels (`pc.*`)."""

    kind: str
    topic: str
    channels: tuple[str, ...]


class SampleRemark(Words, forbid_unknown_fields=True):
    """A remark outside a meeting, its channel (`rv.*`), and its outcome.

    `by` has the types of partners that may make it, and is empty for anybody.
    """

    topic: str
    kind: str
    through: str
    by: list[str] = []
    course: Course | None = None
    is_closed: bool = False


class SampleAwareness(msgspec.Struct, forbid_unknown_fields=True):
    """The subject and place of an awareness action of a `kind` (`mt.*`)."""

    subject: Words
    place: Words
    kind: str


class Communication(msgspec.Struct, forbid_unknown_fields=True):
    """Rumours, publications, awareness actions, and remarks outside meetings.

    An office hears one each of the rumours that are `rectified`, `true` and still `verifying`.
    """

    rectified: list[SampleRumour]
    true: list[SampleRumour]
    verifying: list[SampleRumour]
    publications: list[SamplePublication]
    remarks: list[SampleRemark]
    unanswered: list[SampleRemark]
    awareness: list[SampleAwareness]


@cache
def communication() -> Communication:
    """Return the material of communication."""
    return _decoded("communication", Communication)


@cache
def names() -> Names:
    """Return the names."""
    return _decoded("names", Names)


@cache
def matters() -> dict[str, Matter]:
    """Return the matters, by name."""
    return _decoded("matters", dict[str, Matter])


@cache
def scenes() -> tuple[Scene, ...]:
    """Return the scenes."""
    return _decoded("scenes", tuple[Scene, ...])


def _decoded(name: str, type_: type[MaterialT]) -> MaterialT:
    content = (RESOURCES / "sample" / f"{name}.json").read_bytes()
    return msgspec.json.decode(content, type=type_)
