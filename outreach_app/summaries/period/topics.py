"""The topics of a period report: how often each was raised."""

from outreach_app import vocabulary
from outreach_app.summaries.period.counting import Counted
from outreach_app.summaries.period.plan import TopicFacts


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


def topics_gone(now: Counted, before: Counted | None) -> TopicFacts | None:
    """Sum the topics raised in the period before and not in this one; None where there is none."""
    raised = before.topics.items() if before else ()
    gone = sum(number for code, number in raised if code not in now.topics)
    return TopicFacts(code="", now=0, before=gone, change=-gone, meetings=0) if gone else None
