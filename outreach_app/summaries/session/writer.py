"""What a language must be able to say of a session, and the plan's parts both languages need."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, Protocol

from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.nouns import KINDS
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    KindPresent,
    PointFacts,
    ReferralFacts,
    SessionPlan,
)

EMERGENCY_NUMBER = "19"
REMOTE_CHANNELS = frozenset({"ch.phone", "ch.video", "ch.mail", "ch.email", "ch.social"})
_CHAIRED_KINDS = frozenset(
    {"mt.periodic", "mt.thematic", "mt.listening", "mt.coordination", "mt.study"}
)

# Professions met here that are employed or in trade (see the glossary), so never called liberal.
_NOT_LIBERAL = frozenset({"pr.bank", "pr.jeweller", "pr.school_private"})


@dataclass(frozen=True, slots=True)
class Labels:
    """The fixed words of the document in one language."""

    title: str
    kind: str
    level: str
    no_detail: str
    no_reaction: str
    point_headings: tuple[str, str, str]
    commitment_headings: tuple[str, str, str, str]
    opinion: str


class SessionWriter(Protocol):
    """The sentences and cells of a session summary in one language; empty where nothing is said."""

    labels: ClassVar[Labels]

    def place_and_date(self) -> Text: ...

    def number(self) -> Text: ...

    def facts(self) -> Sequence[tuple[str, Text]]: ...

    def opening(self) -> Text: ...

    def points_sentence(self) -> Text: ...

    def topic(self, point: PointFacts) -> Text: ...

    def outcome(self, point: PointFacts) -> Text: ...

    def more_points(self, number: int) -> Text: ...

    def commitments_sentence(self) -> Text: ...

    def owner(self, commitment: CommitmentFacts) -> Text: ...

    def due(self, commitment: CommitmentFacts) -> Text: ...

    def more_commitments(self, number: int) -> Text: ...

    def follow_up(self) -> Text: ...

    def assessment_heading(self) -> Text: ...

    def signature_title(self) -> str: ...


def bodies_present(plan: SessionPlan) -> list[KindPresent]:
    """The kinds of bodies that attended."""
    return [kind for kind in plan.kinds_present if kind.count != 0 and not KINDS[kind.code].human]


def people_present(plan: SessionPlan) -> list[KindPresent]:
    """The kinds of professionals that attended."""
    return [kind for kind in plan.kinds_present if kind.count != 0 and KINDS[kind.code].human]


def bodies_to_say(plan: SessionPlan) -> int:
    """The number of bodies for the sentence; 0 where it is unknown or is that of their one kind."""
    kinds = bodies_present(plan)
    is_repeated = len(kinds) == 1 and kinds[0].count == plan.bodies
    return 0 if is_repeated else plan.bodies or 0


def is_all_people(plan: SessionPlan) -> bool:
    """Whether the professionals named are everybody who attended."""
    counts = [kind.count for kind in people_present(plan)]
    if plan.bodies or bodies_present(plan) or None in counts:
        return False
    return sum(filter(None, counts)) == plan.headcount


def are_liberal(kinds: Sequence[KindPresent]) -> bool:
    """Whether all of them are professions that are called liberal."""
    return all(kind.code.startswith("pr.") and kind.code not in _NOT_LIBERAL for kind in kinds)


def women_to_say(plan: SessionPlan) -> int:
    """The number of women for the sentence: part of at least three participants, else 0."""
    if plan.headcount is None or plan.women is None or plan.headcount < 3:
        return 0
    return plan.women if plan.women < plan.headcount else 0


def referrals_by_body(plan: SessionPlan) -> dict[str, list[ReferralFacts]]:
    """The referrals under the service they went to, in their order, each said once."""
    grouped: dict[str, list[ReferralFacts]] = {}
    said: set[ReferralFacts] = set()
    for referral in plan.referrals:
        same = replace(referral, number=0)
        if same not in said:
            said.add(same)
            grouped.setdefault(referral.to, []).append(referral)
    return grouped


def opens_with_welcome(plan: SessionPlan) -> bool:
    """Whether it was a meeting in presence, which its chair opens with a word of welcome."""
    return plan.kind in _CHAIRED_KINDS and plan.channel not in REMOTE_CHANNELS


def services(point: PointFacts) -> dict[str, str]:
    """The services a point was passed to, each once, with the fact that names it."""
    named: dict[str, str] = {}
    for position, code in enumerate(point.referrals, start=1):
        named.setdefault(code, f"points.{point.number}.referrals.{position}")
    return named


def emergency_number(reaction: Span, page: Language) -> Text:
    """The reaction with the number to call told apart: a constant, not a fact of the meeting."""
    before, number, after = reaction.text.partition(EMERGENCY_NUMBER)
    if not number:
        return (reaction,)
    call = Span(digits(int(number), page), "fixed.emergency_number")
    return text(
        Span(before.removesuffix(" ") + "\u00a0", reaction.fact), call, Span(after, reaction.fact)
    )


def kind_fact(kind: KindPresent) -> str:
    """The id of the fact that a mention of this kind says."""
    return f"kinds_present.{kind.code}.{'code' if kind.count is None else 'count'}"
