"""A click on a heading sorts a list in the store, whichever of its rows have been read."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from outreach_app.i18n import Language
from outreach_app.queries.claims import ClaimRow
from outreach_app.rules.ordering import order_key
from tests.ui.offices import Offices
from tests.ui.stage import Stage
from ui import languages
from ui.claims.screen import ClaimsScreen
from ui.communication.page import CommunicationPage
from ui.follow_up.page import FollowUpPage
from ui.listings.listing import Listing
from ui.style import Scheme
from ui.tables.columns import Column

AnyListing = Listing[Any, Any]
# What a person reads in a column that does not sort by its letters.
VALUES: dict[str, Callable[[Any], Any]] = {
    "day": lambda row: next(
        getattr(row, name)
        for name in ("received_on", "published_on", "read_on", "held_on")
        if hasattr(row, name)
    ),
    "due": lambda row: row.due_on,
    "sent": lambda row: row.sent_on,
    "heard": lambda row: row.heard_on,
    "reply": lambda row: row.replied_on,
    "received": lambda row: row.received_on,
    "delay": lambda row: row.hours,
    "count": lambda row: row.count,
    **{
        name: attrgetter(name)
        for name in (
            *("establishments", "pupils", "beneficiaries", "associations"),
            *("interactions", "views", "followers"),
        )
    },
}
# These sort by the steps of the work and not by letters: equal ones are together.
STEPS = {"state", "owner"}
# Of requests the days that are left are part of the words.
COUNTED = {"state", "kind"}


def shown(listing: AnyListing) -> list[Any]:
    return list(listing.table.model.all_rows())


def sort(listing: AnyListing, number: int, order: Qt.SortOrder) -> None:
    listing.table.view.horizontalHeader().setSortIndicator(number, order)


def values_of(rows: Sequence[Any], column: Column[Any]) -> list[Any]:
    value = VALUES.get(column.sort_key)
    said = [order_key(column.text(row)) if value is None else value(row) for row in rows]
    return [it for it in said if it not in (None, "")]


def listings(offices: Offices, language: Language) -> tuple[Stage, list[AnyListing]]:
    """Return the lists of both offices that the store sorts."""
    stage = Stage(offices, language, Scheme.LIGHT)
    found: list[AnyListing] = []
    for office in (offices.precinct, offices.headquarters):
        shell = stage.shell(office)
        screens = [kind(shell.context) for kind in (FollowUpPage, CommunicationPage, ClaimsScreen)]
        for screen in screens:
            stage.put(partial(_itself, screen))
            found += screen.findChildren(Listing)
    return stage, found


def _itself(screen: QWidget, _stage: Stage) -> QWidget:
    return screen


@pytest.mark.parametrize("language", Language)
def test_each_heading_that_can_sort_sorts(offices: Offices, language: Language) -> None:
    stage, found = listings(offices, language)
    assert len(found) == 18
    for listing in found:
        usual = [row.uid for row in shown(listing)]
        for number, column in enumerate(listing.table.model.columns):
            if not column.sort_key:
                continue
            where = listing.title(), column.title()
            sort(listing, number, Qt.SortOrder.AscendingOrder)
            up = shown(listing)
            sort(listing, number, Qt.SortOrder.DescendingOrder)
            down = shown(listing)
            assert {row.uid for row in up} == {row.uid for row in down} == set(usual), where
            if column.sort_key in COUNTED and all(isinstance(row, ClaimRow) for row in up):
                continue
            values = values_of(up, column)
            if column.sort_key in STEPS:
                runs = [it for it, _same in groupby(values)]
                assert len(runs) == len(set(runs)), where
                continue
            assert values == sorted(values), where
            assert values_of(down, column) == sorted(values, reverse=True), where
        sort(listing, -1, Qt.SortOrder.AscendingOrder)
        assert [row.uid for row in shown(listing)] == usual
    stage.close()
    languages.switch(Language.ARABIC)


def test_a_sorted_list_keeps_its_choice_and_shows_no_groups(stage: Stage) -> None:
    page = FollowUpPage(stage.shell().context)
    stage.put(partial(_itself, page))
    listing = page.commitments
    due = next(n for n, it in enumerate(listing.table.model.columns) if it.sort_key == "due")
    assert listing.table.room.heading(0)
    listing.table.select(1)
    chosen = listing.rows()[0].uid
    sort(listing, due, Qt.SortOrder.DescendingOrder)
    assert listing.table.room.heading(0) is None
    assert listing.rows()[0].uid == chosen
    sort(listing, -1, Qt.SortOrder.AscendingOrder)
    assert listing.table.room.heading(0)
    assert listing.rows()[0].uid == chosen
