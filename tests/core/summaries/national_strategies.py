"""Random months of the nation, for Hypothesis."""

from hypothesis import strategies as st

from outreach_app.queries.awareness import Reached
from outreach_app.queries.communication import Delays, RumoursTold
from outreach_app.queries.national import CategoryCount, ChannelCount
from outreach_app.queries.national_counts import Tally
from outreach_app.queries.reactions import ReactionTime
from outreach_app.queries.remark_figures import RemarksTold
from outreach_app.rules.names import Bilingual
from outreach_app.rules.territory import REGIONS
from outreach_app.summaries.national.plan import NationalPlan
from tests.core.summaries import nations

SMALL = st.integers(0, 12)
COUNTS = SMALL | st.integers(0, 2000)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    """Return a region's month, with parts no larger than their wholes.

    Each association met is represented by a participant.
    """
    offices, commitments, points = draw(SMALL) + 1, draw(COUNTS), draw(COUNTS)
    kept = draw(st.integers(0, commitments))
    late = draw(st.integers(0, commitments - kept))
    dropped = draw(st.integers(0, commitments - kept - late))
    blocked = draw(st.integers(0, commitments - kept - late - dropped))
    referred = draw(st.integers(0, commitments - kept - late - dropped - blocked))
    participants, sessions = draw(COUNTS), draw(COUNTS)
    return Tally(
        offices=offices,
        reported=draw(st.integers(0, offices)),
        sessions=sessions,
        participants=participants,
        women=draw(st.integers(0, participants)),
        associations=draw(st.integers(0, participants)),
        points=points,
        unanswered=draw(st.integers(0, points)),
        rumours=draw(st.integers(0, points)),
        commitments=commitments,
        kept=kept,
        running=commitments - kept - late - dropped - blocked - referred,
        late=late,
        dropped=dropped,
        blocked=blocked,
        referred=referred,
        people_blank=draw(st.integers(0, sessions)) if participants else sessions,
        women_blank=draw(st.integers(0, sessions)),
    )


CHANNELS = ("rv.phone", "rv.desk", "rv.comment")
KINDS = ("pb.communique", "pb.rectification", "pb.reportage", "pb.material", "pb.post")
PUBLISHED = st.dictionaries(st.sampled_from(KINDS), COUNTS.filter(bool), max_size=5)


@st.composite
def told(draw: st.DrawFn) -> RumoursTold:
    """Return rumours, some rectified, some of these with a known delay."""
    heard = draw(COUNTS)
    rectified = draw(st.integers(0, heard) | st.sampled_from([0, heard]))
    true = draw(st.integers(0, heard - rectified))
    unclear = draw(st.integers(0, heard - rectified - true))
    counts = {"vr.true": true, "vr.unverifiable": unclear}
    no_need = {code: number for code, number in counts.items() if number}
    median = draw(st.none() | st.integers(1, 400)) if rectified else None
    worst = None if median is None else median + draw(st.integers(0, 100))
    offices = draw(st.integers(1, heard)) if heard else 0
    carried = draw(st.integers(0, rectified))
    to_rectify = draw(st.integers(0, heard - rectified - true - unclear))
    waiting = heard - rectified - true - unclear - to_rectify
    return RumoursTold(
        *(heard, offices, rectified, Delays(median, worst), no_need, carried, to_rectify),
        from_meetings=draw(st.integers(0, waiting)),
        days=Delays(median and median // 24, worst and worst // 24),
    )


@st.composite
def remarks(draw: st.DrawFn) -> RemarksTold:
    """Return remarks by channel, some waiting, some with a known day of reaction."""
    channels = draw(st.dictionaries(st.sampled_from(CHANNELS), COUNTS.filter(bool), max_size=3))
    received = sum(channels.values())
    unanswered = draw(st.integers(0, received))
    median = draw(st.none() | st.integers(0, 40))
    known = draw(st.integers(1, received)) if median is not None and received else 0
    worst = None if median is None else median + draw(st.integers(0, 60))
    return RemarksTold(channels, unanswered, ReactionTime(known, median, worst))


@st.composite
def reached(draw: st.DrawFn) -> tuple[Reached, Reached]:
    """Return awareness actions, and the school talks among them."""
    actions = draw(COUNTS)
    talks = draw(st.integers(0, actions))
    pupils = draw(COUNTS) if talks else 0
    beneficiaries = pupils + (draw(COUNTS) if actions else 0)
    schools = draw(st.integers(0, talks))
    bodies = draw(SMALL) if actions else 0
    return (
        Reached(actions, schools, pupils, beneficiaries, bodies),
        Reached(talks, schools, pupils, pupils, 0),
    )


@st.composite
def plans(draw: st.DrawFn, publishable: bool | None = None) -> NationalPlan:
    """Return a month of some regions, small and large, internal or public."""
    codes = draw(st.lists(st.sampled_from([*REGIONS, None]), unique=True, max_size=6))
    regions = {code: draw(tallies()) for code in codes}
    total = Tally.total(regions.values())
    by_phone = draw(st.integers(0, total.sessions))
    by_video = draw(st.integers(0, total.sessions - by_phone))
    met = total.associations
    awareness, talks = draw(reached())
    return nations.plan(
        regions,
        publishable=draw(st.booleans()) if publishable is None else publishable,
        commands={Bilingual(code, code): tally for code, tally in regions.items()},
        channels=(
            ChannelCount("ch.inperson", total.sessions - by_phone - by_video, 1990),
            ChannelCount("ch.phone", by_phone, 103),
            ChannelCount("ch.video", by_video, 10),
        ),
        categories=(
            CategoryCount("pt.association", met + draw(SMALL), met, draw(COUNTS)),
            CategoryCount("pt.liberal", draw(COUNTS) + 12, draw(SMALL), draw(COUNTS)),
        ),
        told=draw(told()),
        remarks=draw(remarks()),
        awareness=awareness,
        talks=talks,
        actions={"mt.school": talks.actions, "mt.openday": awareness.actions - talks.actions},
        published=draw(PUBLISHED),
        published_before=draw(PUBLISHED),
    )
