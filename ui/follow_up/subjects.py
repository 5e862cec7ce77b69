"""The three lists of the page, each with its query, filters and actions."""

from collections.abc import Callable
from datetime import date
from typing import Protocol
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
    Urgency,
    count_urgencies,
    list_commitment_ids,
    list_commitments_by_id,
)
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.point_lists import (
    HeadquartersReply,
    PointFilter,
    list_point_ids,
    list_points_by_id,
)
from outreach_app.queries.points import PointRow
from outreach_app.queries.portions import SHOWN
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referral_ids,
    list_referrals_by_id,
)
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.statuses import CommitmentStatus, PointState
from outreach_app.vocabulary import catalogue
from ui.actions.commitment_actions import COMMITMENT_ACTIONS
from ui.actions.point_actions import POINT_ACTIONS
from ui.actions.referral_actions import REFERRAL_ACTIONS
from ui.follow_up.columns import (
    COMMITMENT_COLUMNS,
    POINT_COLUMNS,
    REFERRAL_COLUMNS,
    commitment_words,
    postponed_words,
    referral_words,
)
from ui.follow_up.stories import commitment_story, point_story, referral_story
from ui.forms.choice_editor import Choice
from ui.listings.subject import FilterPart, Listed, Subject
from ui.record_lines import point_words
from ui.tables.row_room import Heading
from ui.words import code_words, owner_words, point_kind_words, point_state_words, word_of

_URGENT = {Urgency.LATE: "late", Urgency.THIS_WEEK: "warn"}


class Followed(Listed, Protocol):
    """What the rows of the three lists have in common."""

    @property
    def meeting(self) -> UUID | None: ...

    @property
    def meeting_number(self) -> str: ...

    @property
    def held_on(self) -> date: ...


def remark_of(row: Followed) -> UUID | None:
    """Return the remark of a commitment or a referral; None for those of a meeting."""
    return row.remark if isinstance(row, CommitmentRow | ReferralRow) else None


def _point_states() -> list[Choice]:
    named = [Choice(state, point_state_words(state)) for state in PointState]
    return [Choice(None, _("State: all")), *named]


def _point_kinds() -> list[Choice]:
    named = [Choice(kind, point_kind_words(kind)) for kind in PointKind]
    return [Choice(None, _("Kind: all")), *named]


def _headquarters_replies() -> list[Choice]:
    return [
        Choice(None, _("Reply of headquarters: all")),
        Choice(HeadquartersReply.GIVEN.value, _("With a reply of headquarters")),
        Choice(HeadquartersReply.NONE.value, _("Without a reply of headquarters")),
        Choice(HeadquartersReply.TO_TELL.value, _("With a reply to pass on")),
    ]


def _topics() -> list[Choice]:
    axes = [code for code in catalogue("tp") if code.count(".") == 1]
    return [Choice(None, _("Topic: all")), *(Choice(code, code_words(code)) for code in axes)]


def _commitment_statuses() -> list[Choice]:
    codes = (
        CommitmentStatus.OVERDUE,
        *(code for code in catalogue("cst") if code != CommitmentStatus.OVERDUE),
    )
    named = [Choice(code, code_words(code)) for code in codes]
    return [Choice("open", _("Still to be kept")), *named, Choice(None, _("State: all"))]


def _commitment_groups(session: StoreSession, wanted: CommitmentFilter) -> list[Heading]:
    """Return a heading for each urgency present; none if the list has only settled ones."""
    counted = count_urgencies(session, wanted, clock.today())
    if [urgency for urgency, _number in counted] == [Urgency.SETTLED]:
        return []
    return [
        Heading(
            _urgency_words(urgency),
            number,
            _URGENT.get(urgency, "muted"),
            is_counted=urgency is not Urgency.SETTLED or number <= SHOWN,
        )
        for urgency, number in counted
    ]


def _urgency_words(urgency: Urgency) -> str:
    words: dict[str, Callable[[], str]] = {
        Urgency.LATE: lambda: _("Late"),
        Urgency.THIS_WEEK: lambda: _("This week"),
        Urgency.LATER: lambda: _("After this week"),
        Urgency.UNDATED: lambda: _("Without a date"),
        Urgency.OTHERS: lambda: _("Awaited from others"),
        Urgency.SETTLED: lambda: _("Settled"),
    }
    return word_of(words, urgency)


def _owners() -> list[Choice]:
    return [
        Choice(None, _("Owner: all")),
        *(Choice(owner, owner_words(owner)) for owner in CommitmentOwner),
    ]


def _answers() -> list[Choice]:
    return [
        Choice(None, _("State: all")),
        Choice("awaiting", _("Awaiting")),
        Choice("answered", _("Answer received")),
    ]


def _destinations() -> list[Choice]:
    named = [Choice(code, code_words(code)) for code in catalogue("rf")]
    return [Choice(None, _("Passed on to: all")), *named]


COMMITMENTS: Subject[CommitmentRow, CommitmentFilter] = Subject(
    "follow_up.commitments",
    lambda: _("Commitments"),
    "handshake",
    lambda: _(
        "What is promised in a session is listed here until it is kept or given up; “State: all” "
        "lists what ended too."
    ),
    COMMITMENT_COLUMNS,
    COMMITMENT_ACTIONS,
    (
        FilterPart("status", lambda: _("State"), _commitment_statuses),
        FilterPart("owner", lambda: _("Owner"), _owners),
    ),
    CommitmentFilter(),
    lambda session, wanted, portion, sorting: list_commitment_ids(
        session, wanted, clock.today(), portion, sorting
    ),
    lambda session, ids: list_commitments_by_id(session, ids, clock.today()),
    commitment_words,
    story=commitment_story,
    groups=_commitment_groups,
    mark=lambda row: postponed_words(row.postponed),
)

POINTS: Subject[PointRow, PointFilter] = Subject(
    "follow_up.points",
    lambda: _("Points raised"),
    "chat-centered-text",
    lambda: _("What is raised in a session is listed here until it is answered and closed."),
    POINT_COLUMNS,
    POINT_ACTIONS,
    (
        FilterPart("state", lambda: _("State"), _point_states),
        FilterPart("kind", lambda: _("Kind"), _point_kinds),
        FilterPart("topic", lambda: _("Topic"), _topics),
        FilterPart(
            "headquarters_reply",
            lambda: _("Reply of headquarters"),
            _headquarters_replies,
            values={reply.value: reply for reply in HeadquartersReply},
        ),
    ),
    PointFilter(),
    list_point_ids,
    list_points_by_id,
    point_words,
    story=point_story,
)

REFERRALS: Subject[ReferralRow, ReferralFilter] = Subject(
    "follow_up.referrals",
    lambda: _("Referrals"),
    "arrow-bend-up-right",
    lambda: _("What is passed on to another authority is listed here until it answers."),
    REFERRAL_COLUMNS,
    REFERRAL_ACTIONS,
    (
        FilterPart(
            "is_answered",
            lambda: _("State"),
            _answers,
            values={"answered": True, "awaiting": False},
        ),
        FilterPart("destination", lambda: _("Passed on to"), _destinations),
    ),
    ReferralFilter(),
    list_referral_ids,
    list_referrals_by_id,
    referral_words,
    story=referral_story,
)
