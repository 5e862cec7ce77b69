"""The topics of a period report: how often each was raised."""

from collections.abc import Iterator

from outreach_app import vocabulary
from outreach_app.rules.kinds import PointKind
from outreach_app.summaries.period.counting import Counted
from outreach_app.summaries.period.plan import GONE, TopicFacts


def topic_rows(now: Counted, before: Counted | None) -> list[TopicFacts]:
    """Return the topics raised, the most raised first, ties in the order of the catalogue."""
    meetings, numbers = now.meetings_by_topic(), now.topics
    then = before.topics if before else None
    order = sorted(numbers, key=lambda code: (-numbers[code], vocabulary.rank(code)))
    return [
        TopicFacts(
            code=code,
            now=numbers[code],
            before=None if then is None else then[code],
            change=None if then is None else numbers[code] - then[code],
            meetings=meetings[code],
        )
        for code in order
    ]


def topics_apart(now: Counted, before: Counted | None) -> Iterator[TopicFacts]:
    """Yield what the topics lack to add up to the points: those not raised again, and thanks."""
    raised = before.topics.items() if before else ()
    gone = sum(number for code, number in raised if code not in now.topics)
    if gone:
        yield TopicFacts(code=GONE, now=0, before=gone, change=-gone, meetings=0)
    thanks = now.point_kinds[PointKind.THANKS]
    then = before.point_kinds[PointKind.THANKS] if before else None
    if thanks or then:
        change = None if then is None else thanks - then
        yield TopicFacts(PointKind.THANKS, thanks, then, change, len(now.thanked_at))
