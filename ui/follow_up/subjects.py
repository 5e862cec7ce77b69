"""The three lists of the page, each declared once: how it is asked, narrowed and acted on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
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
from outreach_app.queries.point_lists import PointFilter, list_point_ids, list_points_by_id
from outreach_app.queries.points import PointRow
from outreach_app.queries.referral_lists import (
    ReferralFilter,
    list_referral_ids,
    list_referrals_by_id,
)
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.statuses import PointState
from outreach_app.services.commitments import OWNERS
from outreach_app.services.points import POINT_KINDS
from outreach_app.vocabulary import catalogue
from ui.follow_up.actions import (
    COMMITMENT_ACTIONS,
    POINT_ACTIONS,
    REFERRAL_ACTIONS,
    Action,
)
from ui.follow_up.columns import (
    COMMITMENT_COLUMNS,
    POINT_COLUMNS,
    REFERRAL_COLUMNS,
    commitment_words,
    point_words,
    referral_words,
    replies_words,
)
from ui.forms.choice_editor import Choice, Choices
from ui.tables.columns import Column
from ui.widgets.translated import Text
from ui.words import code_words, owner_words, point_kind_words, point_state_words


class Followed(Protocol):
    """What the rows of the three lists share."""

    @property
    def uid(self) -> UUID: ...

    @property
    def meeting(self) -> UUID: ...

    @property
    def meeting_number(self) -> str: ...

    @property
    def held_on(self) -> date: ...


RowT = TypeVar("RowT", bound=Followed)
Chosen = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A choice above a list; the first of `choices` narrows nothing."""

    key: str
    name: Text
    choices: Choices


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Subject(Generic[RowT]):
    """One list. `ids` gives the order, `rows` the rows of some ids, `words` what a row is about.

    `ids` is told what is chosen above the list, and the filter given by another page or None.
    `more` is what else is to be known of a row.
    """

    key: str
    title: Text
    icon: str
    advice: Text
    columns: Sequence[Column[RowT]]
    actions: Sequence[Action[RowT]]
    narrowings: Sequence[Narrowing]
    ids: Callable[[StoreSession, Chosen, object], list[int]]
    rows: Callable[[StoreSession, Sequence[int]], Mapping[int, RowT]]
    words: Callable[[RowT], str]
    more: Callable[[StoreSession, RowT], str] = lambda _session, _row: ""


def _today() -> date:
    return clock.local(clock.now()).date()


def _point_ids(session: StoreSession, chosen: Chosen, given: object) -> list[int]:
    wanted = given if isinstance(given, PointFilter) else PointFilter()
    narrowed = replace(
        wanted,
        state=chosen["state"] or wanted.state,
        kind=chosen["kind"] or wanted.kind,
        topic=chosen["topic"] or wanted.topic,
    )
    return list_point_ids(session, narrowed)


def _commitment_ids(session: StoreSession, chosen: Chosen, given: object) -> list[int]:
    wanted = given if isinstance(given, CommitmentFilter) else CommitmentFilter()
    status, owner = chosen["status"] or wanted.status, chosen["owner"] or wanted.owner
    return list_commitment_ids(session, replace(wanted, status=status, owner=owner), _today())


def _referral_ids(session: StoreSession, chosen: Chosen, given: object) -> list[int]:
    wanted = given if isinstance(given, ReferralFilter) else ReferralFilter()
    answers = {"answered": True, "awaiting": False, None: wanted.is_answered}
    narrowed = replace(
        wanted,
        is_answered=answers[chosen["answer"]],
        destination=chosen["destination"] or wanted.destination,
    )
    return list_referral_ids(session, narrowed)


def _point_states() -> list[Choice]:
    named = [Choice(state, point_state_words(state)) for state in PointState]
    return [Choice(None, _("State: all")), *named]


def _point_kinds() -> list[Choice]:
    named = [Choice(kind, point_kind_words(kind)) for kind in POINT_KINDS]
    return [Choice(None, _("Kind: all")), *named]


def _topics() -> list[Choice]:
    axes = [code for code in catalogue("tp") if code.count(".") == 1]
    return [Choice(None, _("Topic: all")), *(Choice(code, code_words(code)) for code in axes)]


def _commitment_statuses() -> list[Choice]:
    codes = ("cst.overdue", *(code for code in catalogue("cst") if code != "cst.overdue"))
    named = [Choice(code, code_words(code)) for code in codes]
    return [Choice("open", _("Still to be kept")), *named, Choice(None, _("State: all"))]


def _owners() -> list[Choice]:
    return [
        Choice(None, _("Owner: all")),
        *(Choice(owner, owner_words(owner)) for owner in OWNERS),
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


COMMITMENTS: Subject[CommitmentRow] = Subject(
    "commitments",
    lambda: _("Commitments"),
    "handshake",
    lambda: _("What is promised in a session stands here until it is kept."),
    COMMITMENT_COLUMNS,
    COMMITMENT_ACTIONS,
    (
        Narrowing("status", lambda: _("State"), _commitment_statuses),
        Narrowing("owner", lambda: _("Owner"), _owners),
    ),
    _commitment_ids,
    lambda session, ids: list_commitments_by_id(session, ids, _today()),
    commitment_words,
)

POINTS: Subject[PointRow] = Subject(
    "points",
    lambda: _("Points raised"),
    "chat-centered-text",
    lambda: _("What is raised in a session stands here until it is answered and closed."),
    POINT_COLUMNS,
    POINT_ACTIONS,
    (
        Narrowing("state", lambda: _("State"), _point_states),
        Narrowing("kind", lambda: _("Kind"), _point_kinds),
        Narrowing("topic", lambda: _("Topic"), _topics),
    ),
    _point_ids,
    list_points_by_id,
    point_words,
    replies_words,
)

REFERRALS: Subject[ReferralRow] = Subject(
    "referrals",
    lambda: _("Referrals"),
    "arrow-bend-up-right",
    lambda: _("What is passed on to another authority stands here until it answers."),
    REFERRAL_COLUMNS,
    REFERRAL_ACTIONS,
    (
        Narrowing("answer", lambda: _("State"), _answers),
        Narrowing("destination", lambda: _("Passed on to"), _destinations),
    ),
    _referral_ids,
    list_referrals_by_id,
    referral_words,
)
