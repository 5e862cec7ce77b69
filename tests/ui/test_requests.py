"""Each request is handled by one page, and each page handles what its entry declares."""

from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest
from pytestqt.qtbot import QtBot

from outreach_app.startup import OpenOffice
from ui.page import Page
from ui.page_keys import PageKey
from ui.pages import HEADQUARTERS_PAGES, PRECINCT_PAGES, PageEntry
from ui.program_requests import ProgramRequest, SearchEverything
from ui.requests import Request, ShowPage
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks

ROLES = {"office": PRECINCT_PAGES, "headquarters": HEADQUARTERS_PAGES}


def _taken(entry: PageEntry) -> Iterator[type]:
    takes = entry.takes
    if takes != ():
        yield from get_args(takes) or (takes,)


@pytest.mark.parametrize("role", ROLES)
def test_a_page_takes_what_it_declares(
    role: str, request: pytest.FixtureRequest, settings: Settings, tasks: Tasks, qtbot: QtBot
) -> None:
    office: OpenOffice = request.getfixturevalue(role)
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    for entry in ROLES[role]:
        shell.show_page(entry.key)
        take = type(shell.page).take
        declared = () if take is Page.take else get_type_hints(take)["request"]
        assert declared == entry.takes, entry.key


@pytest.mark.parametrize("role", ROLES)
def test_no_two_pages_take_the_same(role: str) -> None:
    taken = [kind for entry in ROLES[role] for kind in _taken(entry)]
    assert len(taken) == len(set(taken))


def test_every_request_is_taken() -> None:
    entries = (*PRECINCT_PAGES, *HEADQUARTERS_PAGES)
    taken = {kind for entry in entries for kind in _taken(entry)}
    assert {*taken, ShowPage, *get_args(ProgramRequest), SearchEverything} == set(get_args(Request))
    assert {entry.key for entry in entries} == set(PageKey)
