"""The plan of a national summary: every fact it says, free of any language."""

from dataclasses import dataclass
from datetime import date

from outreach_app.rules.masking import Count, Hidden
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.communication.plan import CommunicationFacts
from outreach_app.summaries.prose.facts import OfficeFacts

# Instead of a region's code: the offices whose city is in no known region.
OTHER_REGION = "other"
# The minimum number of mentions to call topics the main ones.
MIN_RANKED = 5


@dataclass(frozen=True, slots=True)
class AreaFacts:
    """The figures of the precincts of an area; a share is in percent, None if meaningless.

    `late` is None if it must be hidden, `participants` and `women` if no session counted them;
    `participants_noted` are the sessions that counted, None if all or none did, or for the public.
    `associations` are those recorded by name, `partners_partial` if other partners came.
    """

    offices: Count
    reported: Count
    coverage: Count | None
    sessions: Count
    participants: Count | None
    women: Count | None
    associations: Count
    points: Count
    unanswered: Count
    commitments: Count
    kept: Count
    kept_share: Count | None
    late: Count | None
    participants_noted: int | None
    participants_partial: bool
    women_partial: bool
    partners_partial: bool

    @property
    def is_silent(self) -> bool:
        """Whether none of its precincts reported."""
        return self.reported == 0 and self.offices != 0


@dataclass(frozen=True, slots=True)
class RegionFacts:
    """A region (`REGION_*`) or `OTHER_REGION`; `figures` is None if it has no precinct."""

    code: str
    figures: AreaFacts | None


@dataclass(frozen=True, slots=True)
class PublishedRegion:
    """The publishable figures of a region; all None if none of its precincts reported.

    `participants_partial` also where none of its sessions counted them.
    """

    code: str
    sessions: Count | None
    participants: Count | None
    associations: Count | None
    points: Count | None
    commitments: Count | None
    participants_partial: bool = False
    partners_partial: bool = False


@dataclass(frozen=True, slots=True)
class CommandFacts:
    """A command by its name; of neither language for offices whose letterhead names none."""

    number: int
    name: Bilingual
    figures: AreaFacts


@dataclass(frozen=True, slots=True)
class ConcernFacts:
    """A topic (`tp.*`) and the regions that raised it most; `change` None says no change.

    `before` is None, of channels and categories too, if the register began after the period before.
    """

    code: str
    now: int
    before: Count | None
    change: int | None
    regions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CategoryFacts:
    """A category of partners (`pt.*`): registered, met, the share met, met in the period before."""

    code: str
    known: Count
    met: Count
    share: Count | None
    before: Count | None


@dataclass(frozen=True, slots=True)
class ChannelFacts:
    """Sessions by a channel (`ch.*`)."""

    code: str
    now: Count
    before: Count | None
    change: int | None


@dataclass(frozen=True, slots=True)
class EndingFacts:
    """How many commitments came to one end (`cst.*`): given up, impossible, passed on."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class StateFacts:
    """Commitments by what became of them; the first four are all that were made.

    `ended` are those that nobody here will keep, by their `endings`; these are empty where one is
    in a state that this version does not know.
    """

    kept: int
    running: int
    late: int
    ended: int
    endings: tuple[EndingFacts, ...]

    @property
    def number(self) -> int:
        """The number of all of them."""
        return self.kept + self.running + self.late + self.ended


@dataclass(frozen=True, slots=True)
class LateFacts:
    """An office whose report is awaited; `until` is the last day its reports cover."""

    number: int
    name: Bilingual
    command: Bilingual
    until: date | None
    missing: int | None


@dataclass(frozen=True, slots=True)
class NationalPlan:
    """The contents of a national summary; the publishable one has no office and no small count.

    `as_of` is the day of the situation, `due_on` the day by which reports are due, `awaited` the
    number of missing ones. `published` are the regions of the publishable one. `main` are the
    topics raised most, `rising` those that grew most, in percent; `aside` are the points that have
    no place among topics by their kind, None if the list is cut or for the public; `in_main` are
    those of the topics listed, None if it is not cut or for the public. `others` are the partners
    met that are no associations, None where the public is not shown all; `active` the precincts
    that held anything where some that reported did not, None for the public. `before_from` is the
    day before which the registers of some offices, `begun_late`, have no meeting, if much of the
    period before lacks; `few_from` instead if they are few, and it is compared all the same.
    It `had_actions` if awareness actions were held in the period before; for the public always.
    For the public it `has_totals_alone` if it, or the period before, went out and changed since.
    """

    office: OfficeFacts
    number: str
    is_publishable: bool
    first: date
    last: date
    before_first: date
    before_last: date
    due_on: date
    as_of: date
    total: AreaFacts
    sessions_before: Count
    rumours: Count
    awaited: int | None
    regions: tuple[RegionFacts, ...]
    published: tuple[PublishedRegion, ...]
    commands: tuple[CommandFacts, ...]
    main: tuple[ConcernFacts, ...]
    rising: tuple[ConcernFacts, ...]
    categories: tuple[CategoryFacts, ...]
    channels: tuple[ChannelFacts, ...]
    states: StateFacts | None
    late: tuple[LateFacts, ...]
    late_more: int
    communication: CommunicationFacts
    before_from: date | None = None
    few_from: date | None = None
    begun_late: Count = 0
    aside: int | None = None
    in_main: int | None = None
    others: int | None = None
    has_totals_alone: bool = False
    had_actions: bool = True
    active: int | None = None

    @property
    def have_all_begun_late(self) -> bool:
        """Whether none of the offices recorded the beginning of the period before."""
        return self.begun_late == self.total.reported

    @property
    def is_before_unrecorded(self) -> bool:
        """Whether the whole period before is older than the register."""
        is_after = self.before_from is not None and self.before_from > self.before_last
        return is_after and self.have_all_begun_late

    @property
    def are_all_women(self) -> bool:
        """Return whether all who came are women, in sessions that all counted who came."""
        total = self.total
        return total.women == total.participants and not total.participants_partial

    @property
    def ranks_concerns(self) -> bool:
        """Whether the listed topics are the main ones, not all that were raised."""
        return bool(self.main) and self.main[0].now >= MIN_RANKED

    @property
    def is_provisional(self) -> bool:
        """Whether the period is not over yet: more will come."""
        return self.as_of <= self.last

    @property
    def elapsed_until(self) -> date:
        """The last day of the period that has passed, up to which months are awaited."""
        return min(self.last, self.as_of)

    @property
    def is_due(self) -> bool:
        """Whether the day by which reports are to be in has passed."""
        return self.as_of > self.due_on

    @property
    def begins_with_silent(self) -> bool:
        """Whether the first of the late offices never sent a report."""
        return bool(self.late) and self.late[0].missing is None

    @property
    def is_untold(self) -> bool:
        """Whether too few reports came to publish any figure."""
        return self.total.reported is Hidden.FEW
