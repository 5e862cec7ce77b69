"""What a row of a table of meetings has that is not taken as it is: to be completed by a person."""

from collections.abc import Mapping, Sequence
from typing import cast

from outreach_app.errors import Problem
from outreach_app.i18n import current
from outreach_app.i18n import gettext as _
from outreach_app.notes.topics import SURE, rank_topics
from outreach_app.transfer.partner_entries import to_complete
from outreach_app.vocabulary import label

# A meeting is one without these; the keys of the format.
_OPTIONAL = ("start", "end", "headcount", "women", "bodies", "uid")
_KEYS = {"starts_at": "start", "ends_at": "end", "reference": "uid"}


def without_unplaced(values: Mapping[str, object]) -> tuple[dict[str, object], list[Problem]]:
    """Return a row without the points that are of no topic, with those, and with the ones whose
    topic was guessed from their words."""
    placed, left = [], []
    for point in cast("list[dict[str, str]]", values.get("points", [])):
        topic, words = point["topic"], point["text"]
        if not topic:
            message = _("No topic of the list is in these words: the point is left out.")
            left.append(to_complete("points", "no_topic", message, words))
            continue
        placed.append(point)
        if rank_topics(words)[0][1] < SURE:
            message = _("The topic of the point was guessed: {topic}.")
            message = message.format(topic=label(topic, current()))
            left.append(to_complete("points", "guessed_topic", message, words))
    return {**values, **({"points": placed} if "points" in values else {})}, left


def without_wrong(
    values: Mapping[str, object], problems: Sequence[Problem], usual: Mapping[str, str]
) -> tuple[dict[str, object], list[Problem]] | None:
    """Return a row without its wrong values, or with usual ones, and those that were wrong.

    None if nothing is wrong, or if it is no meeting without them.
    """
    wrong = {_KEYS.get(problem.field, problem.field): problem for problem in problems}
    replaced = {key: usual[key] for key in wrong.keys() & usual if values.get(key) != usual[key]}
    if not wrong or not set(wrong) <= values.keys() & {*_OPTIONAL, *replaced}:
        return None
    kept = {key: value for key, value in values.items() if key not in wrong} | replaced
    left = [
        to_complete(key, problem.code, problem.message, str(values.get(key, "")))
        for key, problem in wrong.items()
    ]
    return kept, left
