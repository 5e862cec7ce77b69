"""The services that points were passed on to, and their answers, counted and agreeing in Arabic."""

from collections.abc import Sequence

from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.summaries.hand_outs.plan import RemarkFacts
from outreach_app.summaries.hand_outs.services import (
    Answers,
    answered,
    answers_beside,
    awaiting,
    count_referrals,
    count_services,
)
from outreach_app.summaries.hand_outs.states import shown_state


def of_services(remarks: Sequence[RemarkFacts]) -> str:
    """Return «الجهة المختصة», «الجهتين المختصتين», «الجهات المختصة», after a preposition."""
    named = {1: "الجهة المختصة", 2: "الجهتين المختصتين"}
    return named.get(count_services(remarks), "الجهات المختصة")


def received(remarks: Sequence[RemarkFacts]) -> str:
    """Return «ورد جواب الجهة المختصة», «وردت أجوبة الجهتين المختصتين»."""
    noun, is_plural = _answers(remarks)
    return f"{'وردت' if is_plural else 'ورد'} {noun}"


def beside(remark: RemarkFacts) -> str:
    """Return the answers that the state of a point does not tell: «، ولم يرد بعد جواب …»."""
    match answers_beside(remark):
        case Answers.PARTLY:
            return "، وورد بعض الأجوبة دون بعضها"
        case Answers.RECEIVED:
            return f"، و{_received_of(remark)}"
        case Answers.AWAITED:
            noun, is_plural = _answers((awaiting(remark),))
            return f"، {'ولم ترد' if is_plural else 'ولم يرد'} بعد {noun}"
        case None:
            return ""


def _received_of(remark: RemarkFacts) -> str:
    """Return «ورد جوابها» where the state has the one service, else «ورد جواب الجهة المختصة»."""
    if shown_state(remark) == CommitmentStatus.REFERRED and count_services((remark,)) == 1:
        return "ورد جوابها"
    return received((answered(remark),))


def _answers(remarks: Sequence[RemarkFacts]) -> tuple[str, bool]:
    """Return the answers of the services, and whether they are more than two."""
    number = count_referrals(remarks)
    noun = {1: "جواب", 2: "جوابا"}.get(number, "أجوبة")
    return f"{noun} {of_services(remarks)}", noun == "أجوبة"
