"""The topics of a period report: how often each was raised, and which are listed."""

from collections.abc import Sequence

from outreach_app import vocabulary
from outreach_app.summaries.period.counting import Counted
from outreach_app.summaries.period.plan import TopicFacts
from outreach_app.summaries.period.rows import cut

TOPICS = 5
MOST_TOPICS = 20


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


def count_shown(topics: Sequence[TopicFacts]) -> int:
    """Return how many topics are listed: none without those that were raised as often.

    Those of equal rank are added, else left out where they are too many; where nothing would be
    listed then, the order of the catalogue decides.
    """
    least = len(cut(topics, TOPICS))
    if least == len(topics):
        return least
    of_rank = [place for place, row in enumerate(topics) if row.now == topics[least - 1].now]
    if of_rank[-1] < MOST_TOPICS:
        return of_rank[-1] + 1
    return of_rank[0] or MOST_TOPICS
