"""Other rows of a partner's sheet with the same promise on a topic, standing otherwise."""

from collections.abc import Iterator

from outreach_app.rules.folding import fold_words
from outreach_app.summaries.hand_outs.plan import HandOutPlan, PromiseFacts, RemarkFacts
from outreach_app.summaries.hand_outs.writer import ours


def promised_alike(plan: HandOutPlan, remark: RemarkFacts) -> Iterator[RemarkFacts]:
    """Yield the other rows that tell the same promise in another state, where each has a day.

    Without it the two states would contradict each other. What was made again when the point was
    raised again is told in the row itself.
    """
    rows = plan.remarks[: plan.points + (plan.received or 0) + (plan.earlier or 0)]
    told = {remark.number, *(each.row for each in remark.again)}
    for other in rows:
        has_day = other.raised_at or other.received_on
        is_again = remark.number in {each.row for each in other.again}
        if other.number in told or is_again or other.topic != remark.topic or not has_day:
            continue
        if any(_contradicts(made, row) for made in ours(remark) for row in ours(other)):
            yield other


def _contradicts(promise: PromiseFacts, other: PromiseFacts) -> bool:
    is_same = promise.owner == other.owner and bool(_said(promise) & _said(other))
    return is_same and _state(promise) != _state(other)


def _state(promise: PromiseFacts) -> tuple[str, str | None]:
    return promise.status, promise.stands


def _said(promise: PromiseFacts) -> set[str]:
    words = promise.words
    return {fold_words(each) for each in (words.text, words.translation) if each}
