"""The points of a partner that were raised again at later meetings with it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from outreach_app.models import Commitment, Point, Referral
from outreach_app.models.sources import day_of, meeting_of
from outreach_app.rules.folding import fold_words
from outreach_app.rules.raised_again import recalled_day, repeats, wordings
from outreach_app.rules.statuses import ENDED_COMMITMENTS, OPEN_COMMITMENTS

# By the id of a point, the later ones about the same matter, the oldest first.
Later = dict[int, list[Point]]
# The words of each point, by its id.
Said = dict[int, set[str]]


def raised_again(points: Sequence[Point]) -> Later:
    """Find the points of later meetings about the matter of each, given the oldest first."""
    said = _said(points)
    matters: dict[int, list[Point]] = {}
    of_topic = defaultdict[str, list[Point]](list)
    for point in points:
        former = _former(point, of_topic[point.topic], said)
        matter = matters[former.id] if former else []
        matter.append(point)
        matters[point.id] = matter
        of_topic[point.topic].append(point)
    return {
        point.id: [
            each for each in matters[point.id] if each.meeting and day_of(each) > day_of(point)
        ]
        for point in points
    }


def renewal(row: Commitment, later: Iterable[Point]) -> Commitment | None:
    """Return the last commitment that makes one that is still open again, in the same words."""
    if row.status not in OPEN_COMMITMENTS:
        return None
    made = [
        other
        for point in later
        for other in point.commitments
        if not other.is_deleted and row.owner == other.owner and _folded(row) & _folded(other)
    ]
    return made[-1] if made else None


def renewed_on(again: Commitment) -> date:
    """Return the day on which a commitment was made again."""
    return meeting_of(again).held_on


def is_settled_again(row: Commitment, later: Iterable[Point]) -> bool:
    """Return whether one made again has ended since, and no day of the first had passed by then."""
    again = renewal(row, later)
    if again is None or again.status not in ENDED_COMMITMENTS:
        return False
    return row.due_on is None or row.due_on >= renewed_on(again)


def is_asked_again(row: Referral, later: Iterable[Point]) -> bool:
    """Return whether a service that did not answer was asked again later."""
    is_silent = row.answered_on is None and row.answer is None
    return is_silent and any(
        row.destination == other.destination
        for point in later
        for other in point.referrals
        if not other.is_deleted
    )


def _said(points: Iterable[Point]) -> Said:
    """Return the words of each point, also in the other language if one of them was translated."""
    own = {point.id: set(wordings((point.text, point.translation))) for point in points}
    pairs = [words for words in own.values() if len(words) > 1]
    return {
        number: words.union(*(pair for pair in pairs if pair & words))
        for number, words in own.items()
    }


def _former(point: Point, before: Iterable[Point], told: Said) -> Point | None:
    """Return the point of an earlier meeting that a point repeats or recalls by its day."""
    earlier = [row for row in before if day_of(row) < day_of(point)]
    alike = [row for row in earlier if repeats(told[point.id], told[row.id])]
    if alike:
        return alike[-1]
    days = {recalled_day(text, day_of(point)) for text in _texts(point)}
    named = [row for row in earlier if day_of(row) in days]
    return named[0] if len(named) == 1 else None


def _texts(point: Point) -> list[str]:
    return [text for text in (point.text, point.translation) if text]


def _folded(row: Commitment) -> set[str]:
    return {fold_words(text) for text in (row.text, row.translation) if text}
