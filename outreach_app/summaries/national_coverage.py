"""The facts of coverage: which categories of partners were met, and by which channels."""

from outreach_app import vocabulary
from outreach_app.queries.national import CategoryCount, ChannelCount, NationalFigures
from outreach_app.queries.national_counts import ASSOCIATION
from outreach_app.rules.masking import Count, Hidden, hide_few, hide_in_sum
from outreach_app.summaries.national_areas import share
from outreach_app.summaries.national_plan import AreaFacts, CategoryFacts, ChannelFacts


def categories(
    figures: NationalFigures, total: AreaFacts, *, publishable: bool
) -> tuple[CategoryFacts, ...]:
    """Every category that has a partner, in the order of the catalogue."""
    found = {count.category: count for count in figures.categories}
    facts = []
    for code in vocabulary.catalogue("pt"):
        count = found.get(code, CategoryCount(code, 0, 0, 0))
        known, met, before = count.known, count.met, count.met_before
        if known or met or before:
            facts.append(_category(code, (known, met, before), total, publishable=publishable))
    return tuple(facts)


def _category(
    code: str, counts: tuple[int, int, int], total: AreaFacts, *, publishable: bool
) -> CategoryFacts:
    known, met, before = (hide_few(count) if publishable else count for count in counts)
    # The regions' table says the same number: hidden there, it is hidden here.
    if code == ASSOCIATION and isinstance(total.associations, Hidden):
        met = total.associations
    return CategoryFacts(code, known, met, share(met, known), before)


def channels(figures: NationalFigures, *, publishable: bool) -> tuple[ChannelFacts, ...]:
    """Every channel used, in the order of the catalogue.

    None at all where publishing them would give a small count back.
    """
    found = {count.channel: count for count in figures.channels}
    used = [found[code] for code in vocabulary.catalogue("ch") if code in found]
    now: list[Count] = [count.now for count in used]
    before: list[Count] = [count.before for count in used]
    if publishable:
        now, all_now = hide_in_sum([count.now for count in used], figures.total.sessions)
        before, all_before = hide_in_sum([count.before for count in used], figures.before.sessions)
        if Hidden.WITHHELD in {all_now, all_before}:
            return ()
    return tuple(
        _channel(count, *counts)
        for count, counts in zip(used, zip(now, before, strict=True), strict=True)
    )


def _channel(count: ChannelCount, now: Count, before: Count) -> ChannelFacts:
    return ChannelFacts(count.channel, now, before, difference(now, before))


def difference(now: Count, before: Count) -> int | None:
    """How a count moved; None where either is hidden."""
    if isinstance(now, Hidden) or isinstance(before, Hidden):
        return None
    return now - before
