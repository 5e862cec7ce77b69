"""Words filter a list without loss, with any other filter and any number of results."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date, timedelta
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert
from sqlalchemy.orm import Session
from uuid_utils.compat import uuid7

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.models import Attendance, Meeting, Office, Partner
from outreach_app.paths import STORE_FILE
from outreach_app.progress import Progress
from outreach_app.queries.meeting_lists import (
    MAX_FOUND,
    MeetingFilter,
    MeetingOrder,
    list_meeting_ids,
)
from outreach_app.queries.partner_lists import PartnerFilter, PartnerOrder, list_partner_ids
from outreach_app.queries.portions import Portion
from outreach_app.queries.search_results import search_everything, search_headquarters
from outreach_app.rules.ids import OfficeId
from outreach_app.rules.periods import Period
from outreach_app.search import index
from outreach_app.search.index import Document, Found, FoundKind
from outreach_app.search.terms import Facet, facet_term
from outreach_app.search.upkeep import complete_index
from tests import makers
from tests.registry import precinct_draft

WORD = "الإنارة"
MEETINGS, PARTNERS, OFFICES = 1_600, 1_200, 5
FIRST_DAY = date(2023, 1, 1)
STATUSES = ("planned", "confirmed", "held", "postponed", "cancelled")
KINDS = ("mt.periodic", "mt.thematic")
REVIEWS = ("received", "questioned", "accepted")
CHANNELS = ("ch.inperson", "ch.office", "ch.phone")
CATEGORIES = ("pt.association", "pt.liberal", "pt.media")
LAST_YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))

# A value of each filter field; a new field of a list must be added here.
MEETING_VALUES: dict[str, Any] = {
    "status": "held",
    "kind": "mt.thematic",
    "category": "pt.media",
    "channel": "ch.office",
    "review": "questioned",
    "first_day": date(2025, 6, 1),
    "last_day": date(2026, 6, 1),
    "offices": frozenset({2, 3}),
}
PARTNER_VALUES: dict[str, Any] = {
    "category": "pt.liberal",
    "is_active": False,
    "met_in": LAST_YEAR,
    "not_met_since": date(2026, 3, 1),
}


@pytest.fixture(scope="module", params=["precinct", "headquarters"])
def filled(
    request: pytest.FixtureRequest,
    new_store: Path,
    new_store_key: bytes,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Session]:
    """Return a store whose records all contain one word, of a precinct and of headquarters."""
    folder = tmp_path_factory.mktemp("filled")
    database = Database(folder / STORE_FILE, new_store_key)
    source = Database(new_store / STORE_FILE, new_store_key)
    source.copy_to(database.path)
    source.close()
    if request.param == "headquarters":
        precincts = [precinct_draft((f"حي {n}", f"Quartier {n}"), str(n)) for n in range(OFFICES)]
        makers.consolidate(database, *precincts)
    with database.write(Actor.PROGRAM) as session:
        _fill(session)
    complete_index(database, Progress())
    with database.read() as session:
        yield session
    database.close()


def _fill(session: Session) -> None:
    """Write rows as an import does, queued for the index."""
    offices = [office.id for office in session.query(Office)]
    common = {"version": "0@0", "is_deleted": False}
    connection = session.connection()
    for model, rows in (
        (Partner, [_partner(number) for number in range(1, PARTNERS + 1)]),
        (Meeting, [_meeting(number) for number in range(1, MEETINGS + 1)]),
        (Attendance, [_attendance(number) for number in range(1, MEETINGS + 1)]),
    ):
        given = [
            common | {"uid": uuid7(), "office_id": offices[number // 11 % len(offices)]} | row
            for number, row in enumerate(rows)
        ]
        connection.execute(insert(model), given)
    index.postpone(session, [Found(FoundKind.PARTNER, n) for n in range(1, PARTNERS + 1)])
    index.postpone(session, [Found(FoundKind.MEETING, n) for n in range(1, MEETINGS + 1)])


def _partner(number: int) -> dict[str, object]:
    category = CATEGORIES[number % len(CATEGORIES)]
    is_active = number % 4 != 0
    return {
        "id": number,
        "name_ar": f"جمعية {WORD} {number}",
        "category": category,
        "is_active": is_active,
    }


def _meeting(number: int) -> dict[str, object]:
    return {
        "id": number,
        "status": STATUSES[number % len(STATUSES)],
        "held_on": FIRST_DAY + timedelta(days=number * 7 % 1461),
        "kind": KINDS[number // 2 % len(KINDS)],
        "channel": CHANNELS[number // 3 % len(CHANNELS)],
        "review": REVIEWS[number // 7 % len(REVIEWS)],
        "kinds_present": (),
        "subject_ar": f"لقاء حول {WORD}",
    }


def _attendance(number: int) -> dict[str, object]:
    partner = number % PARTNERS + 1
    return {"meeting_id": number, "partner_id": partner, "is_present": True}


def test_every_field_that_narrows_is_tried() -> None:
    assert set(MEETING_VALUES) == {field.name for field in fields(MeetingFilter)} - {"text"}
    assert set(PARTNER_VALUES) == {field.name for field in fields(PartnerFilter)} - {"text"}


def test_a_word_in_every_meeting_lists_what_the_filters_alone_list(filled: Session) -> None:
    assert len(list_meeting_ids(filled, MeetingFilter(WORD))) == MEETINGS
    is_single = filled.query(Office).count() == 1
    for names in [(), *((name,) for name in MEETING_VALUES), *combinations(MEETING_VALUES, 2)]:
        if is_single and "offices" in names:
            continue
        wanted = replace(MeetingFilter(), **{name: MEETING_VALUES[name] for name in names})
        listed = list_meeting_ids(filled, wanted)
        assert listed, names
        assert list_meeting_ids(filled, replace(wanted, text=WORD)) == listed, names


def test_the_index_lists_categories_and_reviews_as_the_tables_do(filled: Session) -> None:
    sorted_ones = partial(list_meeting_ids, filled, order=MeetingOrder.DAY)
    categories = [MeetingFilter(category=category, status="held") for category in CATEGORIES]
    for wanted in (*categories, *(MeetingFilter(review=review) for review in REVIEWS)):
        listed = list_meeting_ids(filled, wanted)
        assert sorted(sorted_ones(wanted)) == sorted(listed) != []
        assert list_meeting_ids(filled, wanted, portion=Portion(20, 10)) == listed[20:30]


def test_meetings_of_a_category_are_all_listed_while_some_wait_for_the_index(
    database: Database,
) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database, attendances=((partner, True),))
    wanted = MeetingFilter(category="pt.association")
    with database.read() as session:
        known = list_meeting_ids(session, wanted)
    with database.write(Actor.PROGRAM) as session:
        index.postpone(session, [Found(FoundKind.MEETING, known[0])])
    with database.read() as session:
        assert list_meeting_ids(session, wanted) == known


def test_a_query_of_signs_finds_nothing_whatever_is_filtered(filled: Session) -> None:
    assert list_meeting_ids(filled, MeetingFilter("?!", category="pt.media")) == []


def test_a_word_in_every_partner_lists_what_the_filters_alone_list(filled: Session) -> None:
    for names in [(), *((name,) for name in PARTNER_VALUES), *combinations(PARTNER_VALUES, 2)]:
        wanted = replace(PartnerFilter(), **{name: PARTNER_VALUES[name] for name in names})
        found = replace(wanted, text=WORD)
        for order in (PartnerOrder.NAME, PartnerOrder.MET):
            listed = list_partner_ids(filled, wanted, order)
            assert listed, names
            assert list_partner_ids(filled, found, order) == listed, names
        assert sorted(list_partner_ids(filled, found)) == sorted(listed), names


def test_a_search_of_everything_says_that_there_is_more(filled: Session) -> None:
    cut = search_everything(filled, WORD, 50)
    assert (len(cut.rows), cut.is_cut) == (50, True)
    assert {row.kind for row in cut.rows} == {"partner", "meeting"}
    one = search_everything(filled, f"{WORD} {PARTNERS}", 50)
    assert {row.kind for row in one.rows} == {"partner", "meeting"}
    assert not one.is_cut


def test_partners_leave_no_meeting_out_of_headquarters_search(filled: Session) -> None:
    found = search_headquarters(filled, WORD, 50)
    assert [row.kind for row in found.rows] == ["meeting"] * 50
    assert found.is_cut


def test_beyond_the_most_that_is_listed_a_filter_still_loses_nothing(database: Database) -> None:
    with database.write(Actor.PROGRAM) as session:
        index.put(session, map(_document, range(1, MAX_FOUND + 31)))
    with database.read() as session:
        newest = list_meeting_ids(session, MeetingFilter(WORD))
        oldest = list_meeting_ids(session, MeetingFilter(WORD, offices=frozenset({OfficeId(7)})))
        days = list_meeting_ids(session, MeetingFilter(WORD, last_day=FIRST_DAY))
    assert newest == list(range(MAX_FOUND + 30, 30, -1))
    assert oldest == days == list(range(30, 0, -1))


def _document(number: int) -> Document:
    """Return a meeting; the first thirty are of a separate office, on an earlier day."""
    is_old = number <= 30
    day = FIRST_DAY if is_old else date(2025, 1, 1)
    filters = (facet_term(Facet.OFFICE, 7 if is_old else 8),)
    return Document(Found(FoundKind.MEETING, number), WORD, "", day, filters)
