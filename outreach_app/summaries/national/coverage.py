"""The facts of coverage: which categories of partners were met, and by which channels."""

from outreach_app import vocabulary
from outreach_app.queries.national import CategoryCount, ChannelCount, NationalFigures
from outreach_app.rules.kinds import Channel
from outreach_app.rules.masking import Count, Hidden
from outreach_app.summaries.national.areas import share
from outreach_app.summaries.national.plan import CategoryFacts, ChannelFacts


def category_counts(figures: NationalFigures) -> list[CategoryCount]:
    """Yield every category that has a partner, in the order of the catalogue."""
    counts = [row for row in figures.categories if row.known or row.met or row.met_before]
    return sorted(counts, key=lambda count: vocabulary.rank(count.category))


def category_facts(code: str, known: Count, met: Count, before: Count) -> CategoryFacts:
    """Return a category with the share of its partners that was met."""
    return CategoryFacts(code, known, met, share(met, known), before)


def channel_counts(figures: NationalFigures) -> list[ChannelCount]:
    """Yield every channel used, in the order of the catalogue; unknown ones come last."""

    def place(count: ChannelCount) -> tuple[tuple[bool, bool, int, str], bool]:
        is_elsewhere = count.channel == Channel.IN_PERSON
        return vocabulary.rank(Channel.PERMANENCE if is_elsewhere else count.channel), is_elsewhere

    return sorted(figures.channels, key=place)


def channel_facts(code: str, now: Count, before: Count) -> ChannelFacts:
    """Return a channel with how its count moved."""
    return ChannelFacts(code, now, before, difference(now, before))


def difference(now: Count, before: Count) -> int | None:
    """Return the change of a count; None if either value is hidden."""
    if isinstance(now, Hidden) or isinstance(before, Hidden):
        return None
    return now - before
