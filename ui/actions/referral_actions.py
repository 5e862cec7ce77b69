"""The actions on referrals."""

from outreach_app import clock
from outreach_app.i18n import gettext as _
from outreach_app.queries.referrals import ReferralRow
from outreach_app.services.referrals import record_answer
from ui.actions.actions import Action, written_language

ANSWER_RECEIVED: Action[ReferralRow] = Action(
    lambda: _("Answer received"),
    "chat-circle-text",
    lambda: _("The answer was recorded."),
    lambda row: not row.is_answered,
    lambda session, row, given: record_answer(
        session,
        row.uid,
        row.version,
        given.the_day(),
        given.words,
        written_language(given.words),
    ),
    words=lambda: _("What was answered"),
    draft="answer-received",
    day=lambda: _("On"),
    usual_day=clock.today,
    keys="F7",
)

REFERRAL_ACTIONS: tuple[Action[ReferralRow], ...] = (ANSWER_RECEIVED,)
