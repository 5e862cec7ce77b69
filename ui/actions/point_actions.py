"""The actions on points raised in a meeting, and on remarks."""

from collections.abc import Sequence
from dataclasses import replace

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.queries.points import Reacted
from outreach_app.rights import Right
from outreach_app.rules.kinds import CommitmentOwner
from outreach_app.rules.statuses import PointReaction
from outreach_app.services.commitments import CommitmentDraft, promise_for_point
from outreach_app.services.points import answer_point, close_point, give_reply
from outreach_app.services.referrals import refer_point
from outreach_app.services.remarks import delete_remark
from outreach_app.services.replies import ReplyDraft, reply_to_point
from outreach_app.services.rumours import follow_point
from outreach_app.vocabulary import catalogue
from ui.actions.actions import Action, Given, deletion, written_language
from ui.forms.choice_editor import Choice, from_catalogues
from ui.record_lines import done_words
from ui.words import code_words


def _reactions() -> Sequence[Choice]:
    """List the reactions, an answer first; an offence holds no words, so it is logged as such."""
    codes = [
        code
        for code in catalogue("out")
        if code not in (PointReaction.ANSWERED, PointReaction.ORIENTED)
    ]
    return [Choice(code, code_words(code)) for code in (PointReaction.ANSWERED, *codes)]


ANSWER: Action[Reacted] = Action(
    lambda: _("Answer"),
    "chat-circle-text",
    lambda: _("The answer was recorded."),
    lambda row: not row.is_closed,
    lambda session, row, given: answer_point(
        session,
        row.uid,
        row.version,
        given.choice,
        given.words or None,
        written_language(given.words),
    ),
    choice=lambda: _("What was done"),
    choices=_reactions,
    words=lambda: _("The reply"),
    draft="answer",
    keys="F7",
)

REFER: Action[Reacted] = Action(
    lambda: _("Refer"),
    "arrow-bend-up-right",
    lambda: _("The point was passed on."),
    lambda row: not row.is_closed,
    lambda session, row, given: refer_point(
        session, row.uid, row.version, given.choice, given.the_day()
    ),
    choice=lambda: _("Passed on to"),
    choices=from_catalogues("rf"),
    day=lambda: _("On"),
    usual_day=clock.today,
    draft="refer",
)


def _promise(session: StoreSession, row: Reacted, given: Given) -> None:
    language = written_language(given.words)
    draft = CommitmentDraft(given.words, language, CommitmentOwner.OFFICE, due_on=given.the_day())
    promise_for_point(session, row.uid, row.version, draft)


PROMISE: Action[Reacted] = Action(
    lambda: _("Promise"),
    "handshake",
    lambda: _("The commitment was recorded."),
    lambda row: not row.is_closed,
    _promise,
    words=lambda: _("What was promised"),
    draft="promise",
    day=lambda: _("Due"),
    is_due=True,
    keys="F8",
)

CLOSE: Action[Reacted] = Action(
    lambda: _("Close the point"),
    "check-circle",
    lambda: _("Closed."),
    lambda row: row.can_close,
    lambda session, row, given: close_point(session, row.uid, row.version, given.the_day()),
    draft="close",
    day=lambda: _("Closed on"),
    usual_day=clock.today,
)

POINT_ACTIONS: tuple[Action[Reacted], ...] = (
    ANSWER,
    REFER,
    PROMISE,
    Action(
        lambda: _("Reply given"),
        "checks",
        lambda: _("The reply is recorded as passed on."),
        lambda row: row.can_close,
        lambda session, row, given: give_reply(
            session, row.uid, row.version, given.the_day(), given.words, given.more
        ),
        words=lambda: _("To whom"),
        draft="reply-given",
        more=lambda: _("How"),
        day=lambda: _("On"),
    ),
    CLOSE,
    Action(
        lambda: _("Reopen"),
        "arrow-counter-clockwise",
        lambda: _("Reopened."),
        lambda row: row.can_reopen,
        lambda session, row, _given: close_point(session, row.uid, row.version, None),
    ),
    Action(
        lambda: _("Follow as a rumour"),
        "megaphone-simple",
        lambda: _("It is followed up on the Communication page."),
        lambda row: row.can_follow,
        lambda session, row, _given: follow_point(session, row.uid, row.version),
    ),
)


def _on_remark(action: Action[Reacted]) -> Action[Reacted]:
    """Return an action in the words of a remark: it is no point, and had no participants."""
    if action is ANSWER:
        return replace(action, choices=_reactions_to_remarks)
    if action is CLOSE:
        return replace(action, title=lambda: _("Close the remark"))
    return action


def _reactions_to_remarks() -> Sequence[Choice]:
    codes = (choice.code for choice in _reactions() if choice.code)
    return [Choice(code, done_words(code)) for code in codes]


REMARK_ACTIONS = tuple(map(_on_remark, POINT_ACTIONS))

DELETE_REMARK: Action[Reacted] = deletion(lambda: _("The remark was deleted."), delete_remark)

# Whatever headquarters does with what a precinct was told.
REPLY: Action[Reacted] = Action(
    lambda: _("Reply to it"),
    "chat-circle-text",
    lambda: _("The reply was recorded: the precinct receives it with the next answers."),
    lambda _row: True,
    lambda session, row, given: reply_to_point(
        session, row.uid, ReplyDraft(given.words, written_language(given.words), clock.today())
    ),
    words=lambda: _("The reply"),
    draft="reply",
    keys="F7",
    right=Right.ANSWER,
)
