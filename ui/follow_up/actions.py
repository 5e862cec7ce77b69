"""What can be done with a point, a commitment or a referral; each is declared once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from outreach_app import clock, i18n
from outreach_app.database import StoreSession
from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.statuses import PointState
from outreach_app.services.commitments import change_status, keep_commitment, postpone_commitment
from outreach_app.services.points import answer_point, close_point, give_reply
from outreach_app.services.referrals import record_answer
from outreach_app.services.replies import ReplyDraft, reply_to_point
from ui.widgets.translated import Text

RowT = TypeVar("RowT")

# What a reply or an answer in words is: the rest of the reactions follow from other acts.
ANSWERED = "out.answered"


@dataclass(frozen=True, slots=True)
class Given:
    """What the person gave an action that asks: a day and words, as far as it asks for them."""

    words: str = ""
    more: str = ""
    day: date | None = None

    def the_day(self) -> date:
        """The day. Raises NotAllowed where none was typed."""
        if self.day is None:
            raise NotAllowed(_("A date is needed. Type it as 05/01/2026."), code="no_date")
        return self.day


# No slots: Python 3.11 cannot make a generic frozen dataclass that has them.
@dataclass(frozen=True)
class Action(Generic[RowT]):
    """`words`, `more` and `day` label what the action asks for; None where it does not.

    `is_possible` is asked of every chosen row; `do` writes one of them.
    """

    title: Text
    icon: str
    said: Text
    is_possible: Callable[[RowT], bool]
    do: Callable[[StoreSession, RowT, Given], object]
    words: Text | None = None
    more: Text | None = None
    day: Text | None = None

    @property
    def asks(self) -> bool:
        return any((self.words, self.more, self.day))


def _language() -> str:
    return i18n.current().value


def _today() -> date:
    return clock.local(clock.now()).date()


POINT_ACTIONS: tuple[Action[PointRow], ...] = (
    Action(
        lambda: _("Answer"),
        "chat-circle-text",
        lambda: _("The answer was recorded."),
        lambda row: row.state != PointState.CLOSED,
        lambda session, row, given: answer_point(
            session, row.uid, row.version, ANSWERED, given.words or None, _language()
        ),
        words=lambda: _("The reply"),
    ),
    Action(
        lambda: _("Reply given"),
        "checks",
        lambda: _("The reply is recorded as given."),
        lambda row: row.state not in (PointState.RECEIVED, PointState.CLOSED),
        lambda session, row, given: give_reply(
            session, row.uid, row.version, given.the_day(), given.words, given.more
        ),
        words=lambda: _("To whom"),
        more=lambda: _("How"),
        day=lambda: _("On"),
    ),
    Action(
        lambda: _("Close the point"),
        "check-circle",
        lambda: _("Closed."),
        lambda row: row.state not in (PointState.RECEIVED, PointState.CLOSED),
        lambda session, row, _given: close_point(session, row.uid, row.version, _today()),
    ),
    Action(
        lambda: _("Reopen"),
        "arrow-counter-clockwise",
        lambda: _("Reopened."),
        lambda row: row.closed_on is not None,
        lambda session, row, _given: close_point(session, row.uid, row.version, None),
    ),
)

# All that headquarters does with a precinct's point.
REPLY: Action[PointRow] = Action(
    lambda: _("Reply to it"),
    "chat-circle-text",
    lambda: _("The reply was recorded: the precinct gets it with the next answers."),
    lambda _row: True,
    lambda session, row, given: reply_to_point(
        session, row.uid, ReplyDraft(given.words, _language(), _today())
    ),
    words=lambda: _("The reply"),
)

_SETTLED = ("cst.done", "cst.dropped", "cst.blocked", "cst.referred")

COMMITMENT_ACTIONS: tuple[Action[CommitmentRow], ...] = (
    Action(
        lambda: _("Kept"),
        "check-circle",
        lambda: _("Recorded as kept."),
        lambda row: row.status != "cst.done",
        lambda session, row, given: keep_commitment(
            session, row.uid, row.version, given.words or None
        ),
        words=lambda: _("What was done"),
    ),
    Action(
        lambda: _("In progress"),
        "circle-half",
        lambda: _("In progress."),
        lambda row: row.status not in ("cst.in_progress", *_SETTLED),
        lambda session, row, _given: change_status(
            session, row.uid, row.version, "cst.in_progress"
        ),
    ),
    Action(
        lambda: _("New date"),
        "calendar-blank",
        lambda: _("The new date was recorded."),
        lambda row: row.status not in _SETTLED,
        lambda session, row, given: postpone_commitment(
            session, row.uid, row.version, given.the_day()
        ),
        day=lambda: _("Due"),
    ),
    Action(
        lambda: _("Set aside"),
        "minus-circle",
        lambda: _("Set aside, with its reason."),
        lambda row: row.status not in _SETTLED,
        lambda session, row, given: change_status(
            session, row.uid, row.version, "cst.dropped", given.words or None
        ),
        words=lambda: _("Reason"),
    ),
    Action(
        lambda: _("Reopen"),
        "arrow-counter-clockwise",
        lambda: _("Reopened."),
        lambda row: row.status in _SETTLED,
        lambda session, row, _given: change_status(session, row.uid, row.version, "cst.open"),
    ),
)

REFERRAL_ACTIONS: tuple[Action[ReferralRow], ...] = (
    Action(
        lambda: _("Answer received"),
        "chat-circle-text",
        lambda: _("The answer was recorded."),
        lambda row: row.answered_on is None,
        lambda session, row, given: record_answer(
            session, row.uid, row.version, given.the_day(), given.words, _language()
        ),
        words=lambda: _("What was answered"),
        day=lambda: _("On"),
    ),
)
