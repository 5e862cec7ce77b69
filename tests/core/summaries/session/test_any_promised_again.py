"""Of any history of promises, a page tells each as it tells the later ones of the same."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from uuid import UUID

from hypothesis import strategies as st

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.statuses import CommitmentStatus
from outreach_app.services.commitments import CommitmentDraft, change_status
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SituationFacts
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import hold, on, plan
from tests.few_or_many import check_random, few_or_many

BEGUN, TODAY = date(2026, 1, 5), date(2026, 12, 1)
WORDS = ("Surveiller le café", "Installer un éclairage", "Passer deux fois par nuit")
CODES = st.sampled_from(
    [
        *(None, CommitmentStatus.DONE, CommitmentStatus.DONE, CommitmentStatus.BLOCKED),
        *(CommitmentStatus.PARTLY, CommitmentStatus.IN_PROGRESS),
    ]
)


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise of a day in some words, and what came of it some days later."""

    day: date
    words: str
    code: CommitmentStatus | None
    ended_on: date
    due_on: date | None


@st.composite
def histories(draw: st.DrawFn) -> list[Kept]:
    """Return the promises of meetings with one partner, the oldest first."""
    gaps = draw(st.lists(st.sampled_from([1, 3, 12, 30]), min_size=2, max_size=6))
    days = [BEGUN + timedelta(days=past) for past in accumulate(gaps)]
    return [
        Kept(
            day,
            draw(st.sampled_from(WORDS)),
            draw(CODES),
            day + timedelta(days=draw(st.sampled_from([1, 5, 40]))),
            day + timedelta(days=draw(st.sampled_from([2, 20]))) if draw(st.booleans()) else None,
        )
        # A day that a month ends is none on which `hold` can write the day after.
        for day in days
        if day.day < 28
    ]


def enter(database: Database, history: list[Kept]) -> list[UUID]:
    """Hold the meetings with a partner of their own, and record what came of each promise."""
    partner = makers.write_partner(database)
    meetings = []
    for each in history:
        promise = CommitmentDraft(each.words, "fr", "office", due_on=each.due_on)
        bare: dict[str, object] = {"points": (), "commitments": (promise,), "referrals": ()}
        meetings.append(hold(database, each.day, partner, **bare))
    for meeting, each in zip(meetings, history, strict=True):
        if each.code is not None:
            with on(each.ended_on), database.write(Actor.CHIEF) as session:
                (row,) = get_record(session, Meeting, meeting).commitments
                why, day = "Sans accord", each.ended_on
                change_status(session, row.uid, row.version, each.code, why, status_on=day)
    return meetings


def check(database: Database, history: list[Kept]) -> None:
    """Require that no line tells a promise open, or its renewal, against what came of both."""
    for own, meeting in zip(history, enter(database, history), strict=True):
        told = plan(database, meeting, TODAY)
        page = ISOLATES.sub("", to_plain_text(realise(told, Language.FRENCH, TODAY)))
        _head, _heading, table = page.replace("\u00a0", " ").partition("\nSituation au ")
        rows = table.split("Référence : ")[1:]
        for line, row in zip(told.situation, rows, strict=True):
            check_row(history, own, promise_of(history, own, line), row)
        days = [line.dated[0] for line in told.situation if line.promise and line.dated]
        assert days == sorted(days)


def promise_of(history: list[Kept], own: Kept, line: SituationFacts) -> Kept:
    """Return the promise that a line is about."""
    if line.promise is None:
        return own
    found = [
        each
        for each in history
        if each.words == line.promise.text and each.day < own.day
        if line.made_on in (None, each.day)
    ]
    if len(found) > 1:
        # Those that were told to be closed at an earlier meeting are recalled no more.
        found = [each for each in found if not is_closed(each, own.day)]
    (mine,) = found
    return mine


def is_closed(promise: Kept, day: date) -> bool:
    """Return whether one was kept or given up by a day."""
    return promise.code in (CommitmentStatus.DONE, CommitmentStatus.BLOCKED) and (
        promise.ended_on <= day
    )


def check_row(history: list[Kept], own: Kept, mine: Kept, row: str) -> None:
    """Require that a row tells when the same was promised last, or when it was kept."""
    again = [each for each in history if each.words == mine.words and each.day > mine.day]
    kept = next((each for each in again if each.code == CommitmentStatus.DONE), None)
    if mine.code == CommitmentStatus.DONE or not again:
        assert "epris" not in row
    elif kept is not None:
        assert f" réalisé le {kept.ended_on:%d/%m/%Y}\n" in row, (mine, kept, row)
    else:
        last = "(engagement 1)" if again[-1] is own else f"{again[-1].day:%d/%m/%Y}"
        assert last in row, (mine, row)
        assert "epris" in row


@few_or_many(few=8, many=500)
def test_no_promise_is_told_open_of_which_the_page_tells_that_it_was_kept(
    database: Database, number: int
) -> None:
    def check_one(history: list[Kept]) -> None:
        check(database, history)

    check_random(number, check_one, histories())
