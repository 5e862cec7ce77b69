"""No question of a page reads a whole table of records, on a file or on a server.

What is asked is heard on the store's connection while the work is done: the questions that the
benchmark of the country measures, every list by every field of its filter, and whatever the pages
of headquarters' window ask when they are opened. Times are measured there, and not here.
"""

from collections.abc import Callable, Iterator
from dataclasses import Field, fields
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, get_args
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from benchmarks.nation.questions import QUESTIONS, Draw
from outreach_app.database import Database
from outreach_app.queries.awareness import AwarenessFilter, list_awareness_ids
from outreach_app.queries.commitment_lists import CommitmentFilter, list_commitment_ids
from outreach_app.queries.figures import FigureFilter
from outreach_app.queries.meeting_lists import MeetingFilter, list_meeting_ids
from outreach_app.queries.partner_lists import PartnerFilter, list_partner_ids
from outreach_app.queries.point_lists import HeadquartersReply, PointFilter, list_point_ids
from outreach_app.queries.portions import Portion
from outreach_app.queries.publications import PublicationFilter, list_publication_ids
from outreach_app.queries.readings import ReadingFilter, list_reading_ids
from outreach_app.queries.referral_lists import ReferralFilter, list_referral_ids
from outreach_app.queries.remarks import RemarkFilter, list_remark_ids
from outreach_app.queries.rumours import RumourFilter, list_rumour_ids
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.startup import OpenOffice
from tests import makers
from tests.plans import asked, expect_the_country, tables_read_whole
from tests.ui.rest import settle
from ui.pages import HEADQUARTERS_PAGES
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

TODAY = date(2026, 11, 24)
MONTH = Period(date(2026, 11, 1), date(2026, 11, 30))
PAGE = Portion(0, 200)
Ask = Callable[[Session], object]
Lists = Callable[[Session, Any], object]
LISTS: dict[type, Lists] = {
    MeetingFilter: lambda session, wanted: list_meeting_ids(session, wanted, portion=PAGE),
    PointFilter: lambda session, wanted: list_point_ids(session, wanted, PAGE),
    CommitmentFilter: lambda session, wanted: list_commitment_ids(session, wanted, TODAY, PAGE),
    ReferralFilter: lambda session, wanted: list_referral_ids(session, wanted, PAGE),
    PartnerFilter: list_partner_ids,
    RumourFilter: list_rumour_ids,
    PublicationFilter: list_publication_ids,
    RemarkFilter: list_remark_ids,
    AwarenessFilter: list_awareness_ids,
    ReadingFilter: list_reading_ids,
}
# What filters are set to, by the type or else the name of the field.
OF_TYPE: dict[Any, tuple[object, ...]] = {
    bool: (True, False),
    bool | None: (True, False),
    date | None: (TODAY,),
    Period | None: (MONTH,),
    UUID | None: (UUID(int=1),),
    HeadquartersReply | None: tuple(HeadquartersReply),
    frozenset[OfficeId] | None: (
        frozenset({OfficeId(2)}),
        frozenset(map(OfficeId, range(2, 60))),
    ),
}
OF_NAME: dict[str, tuple[object, ...]] = {
    "text": ("دورية",),
    "status": ("held", "postponed", "cst.done", "cst.open", "cst.overdue", "open"),
    "state": ("received", "answered"),
    "kind": ("mt.periodic", "concern"),
    "category": ("pt.association",),
    "channel": ("ch.office",),
    "review": ("received", "questioned"),
    "topic": ("tp.6", "tp.6.1"),
    "owner": ("office", "partner"),
    "destination": ("rf.commune",),
    "result": ("false",),
    "account": ("page",),
}
# Questions that read a whole table of records, or index of one, and why they may.
WHOLE = {
    ("promises: their urgencies", "commitments"): "ends at the thousandth of what is settled",
    ("records past their term", "bundles"): "the files of the exchange: one of an office and week",
}
# On a server that knows no more of the country than its size.
WHOLE_ON_SERVER = {
    ("CommitmentFilter.held_in", "meetings"): "guesses that half of all meetings are deleted",
    ("ReferralFilter.held_in", "meetings"): "likewise",
}
# By a part of what pages ask.
OF_PAGES = {
    "FROM bundles": "the files of the exchange: one of an office and week",
}
# A precinct's desk, which is always a file.
OF_PRECINCTS = ("partners: ", "dashboard: ", "today", "PartnerFilter")


def lists() -> Iterator[tuple[str, Ask]]:
    """Yield each list whole, and by each value of each field of its filter."""
    for wanted, list_ids in LISTS.items():
        yield wanted.__name__, partial(_listed, list_ids, wanted())
        for field in fields(wanted):
            for value in values_of(field):
                chosen = wanted(**{field.name: value})
                yield f"{wanted.__name__}.{field.name}", partial(_listed, list_ids, chosen)


def _listed(list_ids: Lists, wanted: object, session: Session) -> object:
    return list_ids(session, wanted)


def values_of(field: Field[Any]) -> tuple[object, ...]:
    return OF_TYPE[field.type] if field.type in OF_TYPE else OF_NAME[field.name]


def some_meetings(database: Database) -> None:
    """Let three precincts have held a meeting each."""
    for office in makers.consolidate(database, *map(invent_office, (0, 1, 9))):
        partner = makers.write_partner_of(database, office)
        makers.write_meeting_of(database, office, attendances=((partner, True),))
    expect_the_country(database)


def test_every_list_that_a_figure_opens_is_asked_for() -> None:
    assert LISTS.keys() == set(get_args(FigureFilter))


@pytest.mark.both_engines
def test_a_question_reads_no_whole_table(database: Database) -> None:
    some_meetings(database)
    with database.read() as session:
        draw = Draw(session, {"ar": ["دورية"] * 5_000, "fr": ["patrouille"] * 5_000})
    found = set()
    for name, ask in [*((name, make(draw)) for name, make in QUESTIONS.items()), *lists()]:
        if database.is_on_server and name.startswith(OF_PRECINCTS):
            continue

        def read(ask: Ask = ask) -> None:
            with database.read() as session:
                ask(session)

        tables = tables_read_whole(database, asked(database, read))
        found |= {(name, table) for table in tables}
    if database.is_on_server:
        assert found - WHOLE.keys() == WHOLE_ON_SERVER.keys()
    else:
        assert found == WHOLE.keys()


@pytest.mark.both_engines
def test_an_open_page_reads_no_whole_table(
    headquarters: OpenOffice, tmp_path: Path, qtbot: QtBot
) -> None:
    some_meetings(headquarters.database)
    tasks = Tasks()
    shell = Shell(headquarters, Settings(tmp_path / "window.json"), tasks)
    qtbot.addWidget(shell)
    shell.show()

    def open_pages() -> None:
        for entry in HEADQUARTERS_PAGES:
            shell.show_page(entry.key)
            settle(shell, lambda: bool(tasks._running))

    statements = asked(headquarters.database, open_pages)
    tasks.stop()
    for part in OF_PAGES:
        assert any(part in statement for statement in statements), part
        statements = {each: values for each, values in statements.items() if part not in each}
    assert tables_read_whole(headquarters.database, statements) == set()
