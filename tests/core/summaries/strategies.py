"""Random sessions: anything that could be recorded."""

from dataclasses import replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from outreach_app.rules.awareness import AWARENESS_KINDS
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.bodies import is_practice
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.nouns import POINT_KINDS
from outreach_app.summaries.session.audience import ReachedFacts
from outreach_app.summaries.session.plan import (
    KindPresent,
    News,
    PointFacts,
    ReferralFacts,
    SessionPlan,
    SituationFacts,
)
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    MeetingMet,
    OthersClosed,
)
from outreach_app.summaries.session.writer import STATES
from tests.core.summaries.any_values import (
    ABSENT,
    AGAIN,
    ARABIC_TEXTS,
    COUNTS,
    DATES,
    DEBTORS,
    FRENCH_TEXTS,
    KINDS,
    MINUTES,
    NEXT_MEETINGS,
    PLACES,
    RENEWED,
    SUBJECTS,
    codes,
    words,
)
from tests.core.summaries.plans import BARE, arabic, french

# A session is a large draw, which Hypothesis would report as slow.
ANY_SESSION = settings(
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

_MAYBE = st.sampled_from([None, True])


@st.composite
def points(draw: st.DrawFn, number: int, commitments: int) -> PointFacts:
    """Return a point; an offence is stored without words."""
    numbers = st.sets(st.integers(1, commitments), max_size=3) if commitments else st.just(set())
    return PointFacts(
        number,
        draw(st.sampled_from(sorted(POINT_KINDS))),
        draw(codes("tp")),
        draw(st.none() | words()),
        draw(st.none() | codes("out")),
        draw(st.none() | words()),
        tuple(sorted(draw(numbers))),
        tuple(sorted(draw(st.sets(codes("rf"), max_size=2)))),
        draw(st.none() | DEBTORS),
        draw(st.none() | codes("pr")),
    )


@st.composite
def commitments(draw: st.DrawFn, number: int) -> CommitmentFacts:
    """Return a commitment; its debtor may be known by name, or by profession only."""
    owner = draw(st.sampled_from(["office", "partner", "authority"]))
    return CommitmentFacts(
        number,
        draw(words()),
        owner,
        draw(st.none() | DATES),
        draw(st.none() | DEBTORS) if owner == "partner" else None,
        draw(st.none() | codes("rf")) if owner == "authority" else None,
        draw(st.none() | codes("pr")) if owner == "partner" else None,
    )


@st.composite
def referrals(draw: st.DrawFn, number: int, points: int) -> ReferralFacts:
    point = draw(st.none() | st.integers(1, points)) if points else None
    return ReferralFacts(number, draw(codes("rf")), draw(codes("tp")), point)


@st.composite
def kinds_present(draw: st.DrawFn) -> tuple[KindPresent, ...]:
    """Return the participants: counted if listed, else only kinds."""
    chosen = draw(st.lists(st.sampled_from(KINDS), max_size=5, unique=True))
    is_listed = draw(st.booleans())
    return tuple(KindPresent(code, draw(COUNTS) if is_listed else None) for code in chosen)


@st.composite
def earlier(draw: st.DrawFn) -> EarlierFacts:
    """Return commitments of earlier meetings, in any states."""
    chosen = draw(st.lists(st.sampled_from(STATES), min_size=1, max_size=4, unique=True))
    counts = st.one_of(st.just(1), st.integers(1, 12))
    ordered = [state for state in STATES if state in chosen]
    numbers = [draw(counts) for _state in ordered]
    states = []
    for place, (state, number) in enumerate(zip(ordered, numbers, strict=True)):
        named = [draw(promises(13 * place + each)) for each in range(1, number + 1)]
        if state in ("dropped", "blocked"):
            named = [replace(each, why=draw(st.none() | words())) for each in named]
        states.append(EarlierState(f"cst.{state}", tuple(named)))
    numbers_met = st.sampled_from(["", "03/2026", "07-B/2026"])
    met = st.builds(MeetingMet, st.just("mt.field"), st.just("ch.office"), DATES, numbers_met)
    of_any = st.builds(MadeFacts, DATES, met) | st.builds(MadeFacts, DATES, st.none(), DATES)
    made = draw(st.lists(of_any, min_size=1, max_size=3, unique=True))
    closing = st.sampled_from(("cst.done", "cst.dropped", "cst.blocked", "cst.referred"))
    codes = draw(st.lists(closing, max_size=3, unique=True))
    others = tuple(
        OthersClosed(code, draw(st.integers(1, 9)), draw(st.none() | DATES)) for code in codes
    )
    among = sum(numbers) + sum(each.count for each in others)
    present = draw(st.none() | st.integers(1, 3))
    return EarlierFacts(tuple(made), tuple(states), among, present, others)


@st.composite
def promises(draw: st.DrawFn, number: int) -> CommitmentFacts:
    """Return a commitment of the previous meeting, in its original words."""
    said = st.builds(arabic, ARABIC_TEXTS) | st.builds(french, FRENCH_TEXTS, ARABIC_TEXTS)
    return replace(
        draw(commitments(number)),
        words=draw(said),
        since=draw(st.none() | DATES),
        put_off_from=draw(st.none() | DATES),
        renewed=draw(st.none() | RENEWED),
    )


@st.composite
def lines(draw: st.DrawFn, number: int, points: int, commitments: int) -> SituationFacts:
    """Return one event after the meeting, with the fields of its kind."""
    of_points = (
        *(News.REACTED, News.REPLIED, News.TOLD, News.CLOSED, News.REFERRED, News.LOOKED_INTO),
        *(News.HEADQUARTERS, News.RUMOUR, News.RAISED_AGAIN),
    )
    of_commitments = (News.STATE, News.DUE, News.FIRST_DUE, News.PROMISED)
    possible = [
        *(News.SENT, News.UNDATED, News.ANSWERED),
        *(of_points if points else ()),
        *(of_commitments if commitments else ()),
    ]
    news = draw(st.sampled_from(possible))
    line = SituationFacts(number, news, draw(DATES))
    if news in of_points:
        line = replace(line, point=draw(st.integers(1, points)))
    if news in of_commitments:
        line = replace(line, commitment=draw(st.integers(1, commitments)))
    if news in (News.SENT, News.UNDATED, News.ANSWERED, News.PROMISED) and points:
        line = replace(line, point=draw(st.none() | st.integers(1, points)))
    if news in (News.SENT, News.UNDATED, News.ANSWERED, News.REFERRED):
        line = replace(line, code=draw(codes("rf")), is_over=draw(_MAYBE))
    if news is News.STATE:
        line = replace(line, code=draw(codes("cst")), words=draw(st.none() | words()))
        line = replace(line, renewed=draw(st.none() | RENEWED))
    if news is News.REACTED:
        line = replace(line, code=draw(codes("out")))
    if news in (News.REPLIED, News.HEADQUARTERS, News.PROMISED):
        line = replace(line, words=draw(words()))
    if news in (News.ANSWERED, News.TOLD):
        line = replace(line, words=draw(st.none() | words()))
    if news in (News.DUE, News.FIRST_DUE, News.PROMISED):
        line = replace(line, due_on=draw(DATES))
    line = draw(with_result(line))
    return draw(st.just(line) | words().map(lambda said: of_earlier(line, said)))


@st.composite
def with_result(draw: st.DrawFn, line: SituationFacts) -> SituationFacts:
    """Return the line of a rumour, or of a point raised again, with what came of it."""
    if line.news is News.RAISED_AGAIN:
        return replace(line, again=draw(AGAIN))
    if line.news is not News.RUMOUR:
        return line
    found = draw(st.none() | codes("vr"))
    return replace(line, code=found, rectified_on=draw(st.none() | DATES) if found else None)


@st.composite
def of_next(draw: st.DrawFn, number: int) -> SituationFacts:
    """Return one thing that came of the next meeting."""
    moved = (News.MOVED, News.POSTPONED, News.CANCELLED)
    news = draw(st.sampled_from([*moved, News.HELD, News.UNKNOWN]))
    return SituationFacts(
        number,
        news,
        draw(DATES),
        missed_on=draw(st.none() | DATES) if news in moved else None,
        to=draw(NEXT_MEETINGS) if news is News.MOVED else None,
    )


def of_earlier(line: SituationFacts, promise: Words) -> SituationFacts:
    """Return the state of a commitment of the previous meeting, instead of one of this meeting."""
    is_state = line.news is News.STATE
    return replace(line, commitment=None, promise=promise) if is_state else line


def bodies_of(kinds: tuple[KindPresent, ...]) -> st.SearchStrategy[int | None]:
    """Return the number of organisations: those listed or more; any if only kinds are known."""
    listed = sum(kind.count or 0 for kind in kinds if not is_practice(kind.code))
    return (
        COUNTS.map(lambda more: listed + more) | st.just(listed) if listed else (st.none() | COUNTS)
    )


def names_of(kinds: tuple[KindPresent, ...]) -> st.SearchStrategy[tuple[Bilingual, ...]]:
    """Return the names of some of the listed organisations."""
    listed = sum(kind.count or 0 for kind in kinds if not is_practice(kind.code))
    return st.lists(DEBTORS, max_size=min(listed, 8)).map(tuple)


@st.composite
def with_practices(draw: st.DrawFn, plan: SessionPlan) -> SessionPlan:
    """Return a session with practices too, some of them named."""
    named = draw(st.lists(DEBTORS, max_size=3).map(tuple))
    return replace(
        plan,
        practices_present=named,
        identities_kept=draw(st.none() | st.integers(1, 4)),
        bodies_kept=draw(st.none() | st.integers(1, 3)),
        expects_raisers=draw(st.sampled_from([None, True])),
        expects_names=draw(st.sampled_from([None, True])),
        absent=draw(st.none() | ABSENT),
    )


@st.composite
def with_audience(draw: st.DrawFn, plan: SessionPlan) -> SessionPlan:
    """Return a plan, of an awareness action with whom it reached and its last day, if noted."""
    if plan.kind not in AWARENESS_KINDS:
        return plan
    counts = st.none() | st.just(0) | COUNTS
    reached = draw(st.none() | st.builds(ReachedFacts, counts, counts, counts, counts))
    last_on = draw(st.none() | DATES.filter(lambda day: day.year > plan.held_on.year))
    return replace(plan, reached=reached, last_on=last_on)


@st.composite
def plans(draw: st.DrawFn) -> SessionPlan:
    """Return any session that could be recorded."""
    headcount = draw(st.none() | st.just(0) | COUNTS)
    number_of_commitments, number_of_points = draw(st.tuples(*[st.integers(0, 13)] * 2))
    kinds = () if headcount == 0 else draw(kinds_present())
    women = None if headcount is None else draw(st.none() | st.integers(0, headcount))
    plan = replace(
        BARE,
        number=f"{draw(st.integers(1, 999)):02d}/2026",
        kind=draw(codes("mt")),
        channel=draw(codes("ch")),
        held_on=draw(DATES),
        starts_at=draw(st.none() | MINUTES),
        ends_at=draw(st.none() | MINUTES),
        place=draw(PLACES),
        subject=draw(SUBJECTS),
        headcount=headcount,
        women=women,
        bodies=None if headcount == 0 else draw(bodies_of(kinds)),
        kinds_present=kinds,
        earlier=draw(st.none() | earlier()),
        points=tuple(
            draw(points(number, number_of_commitments)) for number in range(1, number_of_points + 1)
        ),
        commitments=tuple(
            draw(commitments(number)) for number in range(1, number_of_commitments + 1)
        ),
        referrals=tuple(
            draw(referrals(number, number_of_points))
            for number in range(1, draw(st.integers(0, 4)) + 1)
        ),
        situation=tuple(
            draw(lines(number, number_of_points, number_of_commitments) | of_next(number))
            for number in range(1, draw(st.integers(0, 6)) + 1)
        ),
        next_meeting=draw(st.none() | NEXT_MEETINGS),
        names_present=() if headcount == 0 else draw(names_of(kinds)),
        assessment=draw(st.none() | words()),
    )
    return draw(with_practices(draw(with_audience(plan))))
