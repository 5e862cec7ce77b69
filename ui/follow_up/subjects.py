"""The three lists of the page, each declared once: how it is asked, narrowed and acted on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, Protocol, TypeVar
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitment_lists import (
    CommitmentFilter,
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
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referral_ids,
    list_referrals_by_id,
)
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.saved_filters import FilterT
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.statuses import CommitmentStatus, PointState
from outreach_app.vocabulary import catalogue
from ui.actions.actions import Action
from ui.actions.commitment_actions import COMMITMENT_ACTIONS
from ui.actions.point_actions import POINT_ACTIONS
from ui.actions.referral_actions import REFERRAL_ACTIONS
from ui.follow_up.columns import (
    COMMITMENT_COLUMNS,
    POINT_COLUMNS,
    REFERRAL_COLUMNS,
    commitment_words,
    point_words,
    referral_words,
    replies_words,
)
from ui.forms.choice_editor import Choice, ChoiceEditor, Choices
from ui.tables.columns import Column
from ui.widgets.translated import Text
from ui.words import code_words, owner_words, point_kind_words, point_state_words


class Followed(Protocol):
    """What the rows of the three lists have in common."""

    @property
    def uid(self) -> UUID: ...

    @property
    def meeting(self) -> UUID: ...

    @property
    def meeting_number(self) -> str: ...

    @property
    def held_on(self) -> date: ...


RowT = TypeVar("RowT", bound=Followed)


@dataclass(frozen=True, slots=True)
class FilterPart:
    """A choice above a list, of the field of its filter that `key` names.

    `values` tells what a code means where the field does not hold the code itself; `editor` makes
    the choice of them.
    """

    key: str
    name: Text
    choices: Choices
    values: Mapping[str, object] = field(default_factory=dict)
    editor: Callable[[Choices], ChoiceEditor] = ChoiceEditor


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Subject(Generic[RowT, FilterT]):
    """One list. `ids` gives the order, `rows` the rows of some ids, `words` what a row is about.

    `every` is the filter that narrows nothing. `relative` tells by its key what a narrowing means
    that is no field of the filter. `more` is what else is to be known of a row.
    """

    key: str
    title: Text
    icon: str
    advice: Text
    columns: Sequence[Column[RowT]]
    actions: Sequence[Action[RowT]]
    narrowings: Sequence[FilterPart]
    every: FilterT
    ids: Callable[[StoreSession, FilterT], list[int]]
    rows: Callable[[StoreSession, Sequence[int]], Mapping[int, RowT]]
    words: Callable[[RowT], str]
    more: Callable[[StoreSession, RowT], str] = lambda _session, _row: ""
    relative: Mapping[str, Callable[[FilterT, str], FilterT]] = field(default_factory=dict)


def _today() -> date:
    return clock.local(clock.now()).date()


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


def _owners() -> list[Choice]:
    return [
        Choice(None, _("Owner: all")),
        *(Choice(owner, owner_words(owner)) for owner in CommitmentOwner),
    ]


def _answers() -> list[Choice]:
    return [
        Choice(None, _("State: all")),
        Choice("awaiting", _("Awaiting")),
        Choice("answered", _("Answered")),
    ]


def _destinations() -> list[Choice]:
    named = [Choice(code, code_words(code)) for code in catalogue("rf")]
    return [Choice(None, _("Passed on to: all")), *named]


COMMITMENTS: Subject[CommitmentRow, CommitmentFilter] = Subject(
    "commitments",
    lambda: _("Commitments"),
    "handshake",
    lambda: _("What is promised in a session stands here until it is kept."),
    COMMITMENT_COLUMNS,
    COMMITMENT_ACTIONS,
    (
        FilterPart("status", lambda: _("State"), _commitment_statuses),
        FilterPart("owner", lambda: _("Owner"), _owners),
    ),
    CommitmentFilter(),
    lambda session, wanted: list_commitment_ids(session, wanted, _today()),
    lambda session, ids: list_commitments_by_id(session, ids, _today()),
    commitment_words,
)

POINTS: Subject[PointRow, PointFilter] = Subject(
    "points",
    lambda: _("Points raised"),
    "chat-centered-text",
    lambda: _("What is raised in a session stands here until it is answered and closed."),
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
    replies_words,
)

REFERRALS: Subject[ReferralRow, ReferralFilter] = Subject(
    "referrals",
    lambda: _("Referrals"),
    "arrow-bend-up-right",
    lambda: _("What is passed on to another authority stands here until it answers."),
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
)
