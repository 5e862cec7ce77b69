"""Headquarters adopts or declines a proposal, from the catalogue."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import vocabulary
from outreach_app.queries.proposals import ProposalRow, list_proposals
from tests import makers
from tests.proposals import PROPOSAL, write_proposal_of
from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.headquarters.catalogue_page import CataloguePage
from ui.meetings.suggestions import suggest_phrases

ARABIC = "وضع مخففات السرعة أمام المؤسسات التعليمية"


@pytest.fixture(autouse=True)
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


@pytest.fixture
def proposal(central: AppContext) -> UUID:
    database = central.office.database
    (precinct,) = makers.consolidate(database, makers.office_draft())
    return write_proposal_of(database, precinct)


@pytest.fixture
def page(central: AppContext, proposal: UUID, qtbot: QtBot) -> CataloguePage:
    page = CataloguePage(central)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.proposed.click()
    return page


def only(central: AppContext) -> ProposalRow:
    (row,) = central.read(list_proposals)
    return row


def test_a_proposal_is_worded_anew_and_stands_among_the_frequent_points(
    page: CataloguePage, central: AppContext, heard: Heard
) -> None:
    strip = page.proposals.strip
    assert strip.form.typed().fr == PROPOSAL.translation
    line = strip.form.field("ar").findChildren(QLineEdit)[0]
    line.clear()
    line.insert(ARABIC)
    QTest.keyClick(page.proposals, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    row = only(central)
    assert row.answer is not None
    assert (row.state, row.answer.ar) == ("adopted", ARABIC)
    assert strip.form.isHidden()
    QTest.keyClick(page.proposals.table.view, Qt.Key.Key_Escape)
    page.list.set_value("ph")
    page.refresh()
    assert ARABIC in [line.ar for line in page._lines]
    assert not page.add.isEnabled()  # what is new comes from precincts
    offered = suggest_phrases("مخففات", PROPOSAL.topic)
    assert [row.code for row in offered] == [f"ph.4.5.{row.uid.hex[-10:]}"]
    heard.undo()
    assert only(central).state == "waiting"
    assert "1" in page.proposed.text()


def test_a_proposal_is_declined_for_a_reason_of_the_list(
    page: CataloguePage, central: AppContext
) -> None:
    strip = page.proposals.strip
    strip.reason.set_value("dr.local")
    strip.decline.click()
    row = only(central)
    assert row.answer is not None
    assert (row.state, row.answer.fr) == ("declined", vocabulary.entry("dr.local").fr)
