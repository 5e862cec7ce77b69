"""The material of the samples as `resources/sample` keeps it, in both languages."""

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

# A count to draw, least and most: all within 3 to 10 or all within 11 to 99, as Arabic agrees.
_COUNT = re.compile(r"\{(\d+)-(\d+)\}")


class Words(msgspec.Struct, forbid_unknown_fields=True):
    """The same words in both languages.

    They may have slots that are filled in: `{neighbourhood}`, `{family_name}`, `{event}`.
    """

    ar: str
    fr: str

    def label(self, language: Language) -> str:
        """Return the words in one language."""
        return self.ar if language is Language.ARABIC else self.fr

    def filled(self, **names: "Words") -> "Words":
        """Return the words with names in their slots."""
        in_arabic, in_french = self.ar, self.fr
        for slot, name in names.items():
            in_arabic = in_arabic.replace(f"{{{slot}}}", name.ar)
            in_french = in_french.replace(f"{{{slot}}}", name.fr)
        return Words(in_arabic, in_french)

    def counted(self, random: Random) -> "Words":
        """Return the words with counts drawn for their slots `{3-9}`, the same in both."""
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
    """A partner: its type (`as.*`, `pr.*`, `pt.*`), and the authority (`rf.*`) it speaks for."""

    type: str
    to: str | None = None


class GivenName(Words, forbid_unknown_fields=True):
    """A given name, `gender` m or f."""

    gender: str


class Precinct(msgspec.Struct, forbid_unknown_fields=True):
    """A precinct with what its two letterheads need."""

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
    """Who there is to meet, and who meets them."""

    given_names: list[GivenName]
    family_names: list[Words]
    neighbourhoods: list[Words]
    associations: list[Body]
    practices: list[Body]
    other_partners: list[Body]
    authorities: list[Body]
    precincts: list[Precinct]


class Promise(Words, forbid_unknown_fields=True):
    """A promise, what is said of it once it is kept, and why it may have been given up.

    `owner` is office, partner or authority: of the partners those of a type in `by`, of the
    authorities `to` (`rf.*`). It is due `within` so many days, least and most, where that is not
    what its owner usually takes.
    """

    owner: str
    done: Words
    dropped: Words | None = None
    by: list[str] = []
    to: str | None = None
    within: tuple[int, int] | None = None


class Passing(msgspec.Struct, forbid_unknown_fields=True):
    """The authority (`rf.*`) a point is passed to, and what it answers to that very point."""

    to: str
    answer: Words


class Course(msgspec.Struct, forbid_unknown_fields=True):
    """One way that a point is dealt with."""

    reaction: str | None = None
    reply: Words | None = None
    commitment: Promise | None = None
    referral: Passing | None = None


class Matter(msgspec.Struct, forbid_unknown_fields=True):
    """One thing that partners of some types raise, and its possible courses.

    `view` is what the chief makes of it: it asserts no fact, and questions and thanks have none. A
    matter is worded by its `words` or by an entry of the bank (`ph.*`), by neither where only its
    topic may be stored; it has no courses where it is thanks. `by` is empty where anybody may
    raise it. One `in_term` is of pupils: it is raised while school is on, and dealt with before it
    ends.
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
    """A meeting whose kind, channel, subject, places, partners and matters go together.

    `partners` are beginnings of codes, `matters` the names of those that its subject covers; a
    `host` receives it at its own seat, `needs` is a kind of partner that must be there. `bodies`,
    `heads`, `points` and `minutes` are least and most, no minutes where the hour is not noted. One
    `in_term` is of pupils, as matters are; to one of `women_only` nobody else came.
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
    """What is said, where it goes round, and what its verification established.

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
    """The title of a publication, its `kind` (`pb.*`) and where it came out (`pc.*`)."""

    kind: str
    topic: str
    channels: tuple[str, ...]


class SampleRemark(Words, forbid_unknown_fields=True):
    """What was said outside a meeting, by a channel (`rv.*`), and what became of it.

    `by` holds types of partners on whose behalf it may be said, and is empty for anybody.
    """

    topic: str
    kind: str
    through: str
    by: list[str] = []
    course: Course | None = None
    is_closed: bool = False


class SampleAwareness(msgspec.Struct, forbid_unknown_fields=True):
    """What an awareness action of a `kind` (`mt.*`) is about, and where it takes place."""

    subject: Words
    place: Words
    kind: str


class Communication(msgspec.Struct, forbid_unknown_fields=True):
    """What goes round, is published, explained, and said to an office outside its meetings.

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
    """Return what may go round, be published and be said."""
    return _decoded("communication", Communication)


@cache
def names() -> Names:
    """Return who there is."""
    return _decoded("names", Names)


@cache
def matters() -> dict[str, Matter]:
    """Return what may be raised, by name."""
    return _decoded("matters", dict[str, Matter])


@cache
def scenes() -> tuple[Scene, ...]:
    """Return how meetings may be held."""
    return _decoded("scenes", tuple[Scene, ...])


def _decoded(name: str, type_: type[MaterialT]) -> MaterialT:
    content = (RESOURCES / "sample" / f"{name}.json").read_bytes()
    return msgspec.json.decode(content, type=type_)
