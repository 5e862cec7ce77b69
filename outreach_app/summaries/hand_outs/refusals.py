"""Why a partner's sheet is not made: nothing was raised, or nothing of it is this partner's."""

from collections.abc import Sequence

from outreach_app.errors import NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.states import TOLD_TO_OTHER


def require_something_to_tell(remarks: Sequence[RemarkFacts]) -> None:
    """Raise NotAllowed for a sheet without a point, or with what others were answered alone."""
    if not remarks:
        message = _(
            "No point was raised with this partner in this period: there is nothing to answer. "
            "Choose a longer period, or record what was raised in the session itself."
        )
        raise NotAllowed(message, code="nothing_raised")
    if not any(map(_tells, remarks)):
        message = _(
            "The points of this period were raised by other partners, and answered: there is "
            "nothing to report to this one. Choose a longer period."
        )
        raise NotAllowed(message, code="nothing_to_tell")


def _tells(remark: RemarkFacts) -> bool:
    """Return whether a sheet tells more of a point than that others dealt with another's."""
    referrals = [row for row in remark.referrals if row.to or row.answered_on is None]
    shown = remark.is_own or remark.commitments or referrals or remark.reply
    is_withheld = bool(remark.referrals) or remark.has_promise_of_other
    return remark.state != TOLD_TO_OTHER and bool(shown or not is_withheld)
