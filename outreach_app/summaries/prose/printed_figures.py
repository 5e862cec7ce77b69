"""The numbers that a paper for the public prints, as its issue keeps them for the next version."""

from collections.abc import Collection, Mapping

from outreach_app.rules.masking import MIN_SHOWN
from outreach_app.summaries.prose.facts import facts

Figures = Mapping[str, int]

# Counts of records; shares follow from them, and how many precincts there are is no count of any.
_NATIONAL = frozenset(
    f"total.{name}"
    for name in (
        *("reported", "sessions", "participants", "women", "associations"),
        *("points", "unanswered", "commitments", "kept"),
    )
)
# What is left of a whole follows from it and its part.
_PARTS = {
    "total.women": "total.participants",
    "total.unanswered": "total.points",
    "total.kept": "total.commitments",
    "figures.women.now": "figures.participants.now",
    "figures.without_outcome.now": "figures.points.now",
    "figures.kept.now": "figures.commitments.now",
    "figures.answered.now": "figures.referrals.now",
}
# By the first word of a figure of the period before, what the paper of that period calls it.
_BEFORE = {
    **dict.fromkeys(("figures", "topics", "channels", "main"), "now"),
    "categories": "met",
}


def printed_figures(plan: object) -> dict[str, int]:
    """Return every number of a plan by the id of its fact."""
    return {
        name: value
        for name, value in facts(plan).items()
        if isinstance(value, int) and not isinstance(value, bool) and name.split(".")[0] != "office"
    }


def as_kept(figures: Figures) -> tuple[str, ...]:
    """Return figures as an issue keeps them."""
    return tuple(f"{name}={number}" for name, number in sorted(figures.items()))


def from_kept(kept: Collection[str]) -> dict[str, int]:
    """Return the figures that an issue keeps."""
    pairs = (each.rpartition("=") for each in kept)
    return {name: int(number) for name, _sign, number in pairs}


def totals_of(figures: Figures) -> dict[str, int]:
    """Return the totals among figures."""
    return {
        name: number
        for name, number in figures.items()
        if name in _NATIONAL or (name.startswith("figures.") and name.endswith(".now"))
    }


def before_of(figures: Figures) -> dict[str, int]:
    """Return the figures of the period before, as the paper of that period calls them."""
    found = {
        f"{name.removesuffix('before')}{_BEFORE[name.split('.')[0]]}": number
        for name, number in figures.items()
        if name.endswith(".before") and name.split(".")[0] in _BEFORE
    }
    told = figures.get("sessions_before")
    return found if told is None else found | {"total.sessions": told}


def tell_few(then: Figures, now: Figures) -> bool:
    """Return whether a figure that two papers print tells by subtraction of one to four.

    So may what is left of a whole without its part.
    """
    before, after = _with_rests(then), _with_rests(now)
    both = before.keys() & after.keys()
    return any(0 < abs(after[name] - before[name]) < MIN_SHOWN for name in both)


def tell_few_hidden(then: Figures, now: Figures) -> bool:
    """Return the same, also of a figure that one of them hides: it may be any number under five."""
    most = MIN_SHOWN - 1
    lone = (now.get(name, then.get(name, 0)) for name in then.keys() ^ now.keys())
    return tell_few(then, now) or any(number - most < MIN_SHOWN for number in lone)


def _with_rests(figures: Figures) -> dict[str, int]:
    rests = {
        f"{whole} - {part}": figures[whole] - figures[part]
        for part, whole in _PARTS.items()
        if part in figures and whole in figures
    }
    return {**figures, **rests}
