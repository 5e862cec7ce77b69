"""The interface of a language for the national summary, and figures common to both."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol

from outreach_app.i18n import Language
from outreach_app.rules.exchanges import EXCHANGE_CHANNELS
from outreach_app.rules.kinds import PartnerCategory
from outreach_app.rules.masking import Count, Hidden
from outreach_app.summaries.communication.plan import AwarenessFacts
from outreach_app.summaries.national.plan import ChannelFacts, NationalPlan, StateFacts
from outreach_app.summaries.prose.blocks import Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.counts import Noun
from outreach_app.summaries.prose.masked import MaskedFigures
from outreach_app.summaries.prose.nouns import (
    DIALOGUE_SESSION,
    MEETING_ACTION_OR_CALL,
    MEETING_OR_ACTION,
    MEETING_OR_CALL,
)

# The dark figures of the tile map: the least percentage of each shade but the lightest.
STEPS = (80, 90, 95)


@dataclass(frozen=True, slots=True)
class Sections:
    """The headings of the sections."""

    regions: str
    map: str
    follow_up: str
    commands: str
    main: str
    recorded: str
    rising: str
    categories: str
    channels: str
    states: str
    late: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the document in one language."""

    title: str
    subtitle: str
    for_public: str
    kind: str
    sections: Sections
    key_figures: tuple[str, str, str, str, str]
    area_headings: tuple[str, ...]
    published_headings: tuple[str, ...]
    command: str
    follow_up_headings: tuple[str, ...]
    concern: str
    trend: str
    no_change: str
    regions_named: str
    region_noted: str
    category_headings: tuple[str, ...]
    channel: str
    in_person: str
    permanence: str
    video: str
    late_headings: tuple[str, str, str, str]
    total: str
    other_region: str
    other_regions: str
    other_command: str
    never: str
    every_month: str
    no_report: str
    partly_noted: str
    registered_alone: str
    not_noted: str
    regions_note: str
    no_report_note: str
    nothing_note: str
    unanswered_note: str
    published_note: str
    unknown_note: str
    counted_note: str
    map_key: str
    map_steps: tuple[str, str, str, str]
    map_empty: str
    map_note: str
    late_note: str
    states: tuple[str, str, str]
    ended: dict[str, str]
    ended_all: str


class NationalWriter(Protocol):
    """The sentences of a national summary in one language; empty where nothing is said."""

    labels: ClassVar[Labels]

    def place_and_date(self, day: date) -> Text: ...

    def number(self) -> Text: ...

    def period(self) -> Text: ...

    def provisional(self) -> Text: ...

    def headings_of_time(self) -> tuple[str, str]: ...

    def heading_of_met_before(self) -> str: ...

    def situation(self) -> str: ...

    def untold_sentence(self) -> Text: ...

    def figures_sentences(self) -> Text: ...

    def points_sentences(self) -> Text: ...

    def states_sentence(self) -> Text: ...

    def late_note(self) -> str: ...

    def late_sentence(self) -> Text: ...

    def concerns_note(self) -> Text: ...

    def more_late(self, number: int) -> Text: ...


@dataclass(frozen=True, slots=True)
class Tables:
    """The data for the tables of a national summary."""

    plan: NationalPlan
    language: Language
    writer: NationalWriter

    @property
    def say(self) -> MaskedFigures:
        return MaskedFigures(self.language)

    def noted(self, value: Count | None, fact: str, *, is_partial: bool) -> Text:
        """Write a sum over sessions: marked if some did not count it, in words if none did."""
        if value is None:
            return text(self.writer.labels.not_noted)
        return self.say.number(value, fact, is_partial=is_partial)


def is_said(value: Count) -> bool:
    """Return whether a clause states a real part: of something, and not a hidden one."""
    return not isinstance(value, Hidden) and value != 0


def shown(value: Count | None) -> int | None:
    """Return a count that is not hidden."""
    return value if isinstance(value, int) else None


def step_of(coverage: Count | None) -> int | None:
    """Return the shade of a tile, 0 the lightest; None where there is no percentage to show."""
    if coverage is None or isinstance(coverage, Hidden):
        return None
    return sum(coverage >= least for least in STEPS)


def nobody_reacted(plan: NationalPlan) -> bool:
    """Return whether no point has a reaction, as far as counts can be shown."""
    points, left = plan.total.points, plan.total.unanswered
    return isinstance(points, int) and 0 < points == left


def awareness_among(plan: NationalPlan) -> AwarenessFacts | None:
    """Return the awareness actions counted as sessions; None in public if some are hidden."""
    made, total = plan.communication.awareness, plan.total
    if plan.is_publishable or made is None or not made.count:
        return None
    is_among = isinstance(total.sessions, int) and made.count <= total.sessions
    return made if is_among else None


def are_all_dialogue(plan: NationalPlan) -> bool:
    """Return whether no session was an awareness action; in public that is not told."""
    made = plan.communication.awareness
    return not plan.is_publishable and made is not None and not made.count


def has_exchanges_now(plan: NationalPlan) -> bool:
    """Return whether calls or letters are counted in the period: they are no meetings.

    In public, where no channel can be shown, they may be.
    """
    return _may_have_exchanges(plan, [row.now for row in _exchanges(plan)])


def _had_exchanges(plan: NationalPlan) -> bool:
    return _may_have_exchanges(plan, [row.before for row in _exchanges(plan)])


def _exchanges(plan: NationalPlan) -> list[ChannelFacts]:
    return [row for row in plan.channels if row.code in EXCHANGE_CHANNELS]


def _may_have_exchanges(plan: NationalPlan, counts: Sequence[Count | None]) -> bool:
    may_be = plan.is_publishable and not plan.channels
    return may_be or any(each not in (0, None) for each in counts)


def held_noun(plan: NationalPlan) -> Noun:
    """Return the noun of what was held, and of what it is compared with: a call is no meeting.

    Of nothing it is that of all that could have been held.
    """
    has_actions, has_exchanges = not are_all_dialogue(plan), has_exchanges_now(plan)
    if is_compared(plan):
        has_actions, has_exchanges = (
            has_actions or plan.had_actions,
            has_exchanges or _had_exchanges(plan),
        )
    if has_actions or plan.total.sessions == 0:
        return MEETING_ACTION_OR_CALL if has_exchanges else MEETING_OR_ACTION
    return MEETING_OR_CALL if has_exchanges else DIALOGUE_SESSION


def are_told_by_kind(plan: NationalPlan) -> bool:
    """Return whether the one or two held are named as what they were, in place of a common noun."""
    made = plan.communication.awareness
    is_known = not plan.is_publishable and made is not None and not has_exchanges_now(plan)
    return is_known and plan.total.sessions in (1, 2)


def is_compared(plan: NationalPlan) -> bool:
    """Return whether a sentence states how many were held in the period before."""
    return plan.sessions_before not in (0, Hidden.WITHHELD) and plan.before_from is None


def dialogue_noun(plan: NationalPlan) -> Noun:
    """Return the noun of what was held beside awareness actions."""
    return MEETING_OR_CALL if has_exchanges_now(plan) else DIALOGUE_SESSION


def are_same_offices(plan: NationalPlan) -> bool:
    """Return whether the period before counts fewer offices than there are: it may differ."""
    return plan.total.coverage != 100


def dialogue_beside(plan: NationalPlan, made: AwarenessFacts) -> int:
    """Return how many of the sessions were none of these actions."""
    sessions = plan.total.sessions
    return sessions - made.count if isinstance(sessions, int) else 0


def are_rumours_among(plan: NationalPlan) -> bool:
    """Return whether the rumours told in meetings can be said to be among all that was heard."""
    heard = plan.communication.rumours
    if plan.is_publishable or heard is None or not isinstance(plan.rumours, int):
        return False
    return 0 < plan.rumours <= heard.count


def are_rumours_aside(plan: NationalPlan) -> bool:
    """Return whether points without a reaction are said not to count rumours.

    The public, who is told of no rumour of a meeting, always reads it.
    """
    return plan.is_publishable or is_said(plan.rumours)


def others_met(plan: NationalPlan) -> int:
    """Return how many partners other than associations were met, as far as can be shown."""
    rest: Sequence[Count] = [
        row.met for row in plan.categories if row.code != PartnerCategory.ASSOCIATION
    ]
    return sum(met for met in rest if isinstance(met, int))


def category_of_others(plan: NationalPlan) -> str | None:
    """Return the category of the partners other than associations, if all of them are of one."""
    met = {row.code for row in plan.categories if row.met} - {PartnerCategory.ASSOCIATION}
    return met.pop() if plan.others and len(met) == 1 else None


def parts_of(states: StateFacts) -> list[tuple[str, str, int]]:
    """Return the fact, the name and the number of each state that holds a commitment.

    Those that ended are told by how they did, where that is known of all.
    """
    counts = {"kept": states.kept, "running": states.running, "late": states.late}
    parts = [(f"states.{name}", name, number) for name, number in counts.items() if number]
    if states.ended and not states.endings:
        parts.append(("states.ended", "ended", states.ended))
    endings = states.endings
    return parts + [(f"states.endings.{row.code}.count", row.code, row.count) for row in endings]
