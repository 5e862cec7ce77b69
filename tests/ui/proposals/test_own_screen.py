"""A precinct sees its frequent points and what would be sent, proposes one, and withdraws it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app.database import Database
from outreach_app.queries.proposals import ProposalRow, list_proposals
from tests.proposals import OFTEN, PROPOSAL, write_often
from tests.ui.recorded import Recorded
from ui.forms.field_box import FieldBox
from ui.proposals.own_screen import OwnProposalsScreen

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: QtBot, recorded: Recorded) -> OwnProposalsScreen:
    write_often(recorded.context.office.database)
    screen = OwnProposalsScreen(recorded.context)
    qtbot.addWidget(screen)
    screen.resize(1182, 704)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.begin()
    return screen


def proposals(database: Database) -> list[ProposalRow]:
    with database.read() as session:
        return list_proposals(session)


def type_over(screen: OwnProposalsScreen, name: str, words: str) -> None:
    line = screen.strip.form.field(name).findChildren(QLineEdit)[0]
    line.setFocus()
    line.selectAll()
    line.insert(words)
    line.textEdited.emit(words)


def test_what_leaves_is_read_before_it_is_proposed_and_one_undo_takes_it_back(
    qtbot: QtBot, screen: OwnProposalsScreen, recorded: Recorded
) -> None:
    database = recorded.context.office.database
    QTest.keyClick(screen.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(screen.strip.form.field("text").findChildren(QLineEdit)[0].hasFocus)
    type_over(screen, "text", PROPOSAL.text)
    type_over(screen, "translation", "Plainte de M. Benali")
    assert PROPOSAL.text in screen.strip.leaves.text()
    assert "Benali" in screen.strip.leaves.text()
    QTest.keyClick(screen, Qt.Key.Key_S, CTRL)
    problems = [box.problem for box in screen.strip.form.findChildren(FieldBox) if box.problem]
    assert len(problems) == 1
    assert proposals(database) == []
    type_over(screen, "translation", PROPOSAL.translation or "")
    QTest.keyClick(screen, Qt.Key.Key_S, CTRL)
    (row,) = proposals(database)
    assert (row.text, row.language, row.translation) == (
        PROPOSAL.text, "ar", PROPOSAL.translation,
    )  # fmt: skip
    assert (row.kind, row.topic, row.count) == (OFTEN.kind, OFTEN.topic, 3)
    recorded.undo()
    assert proposals(database) == []


def test_a_proposal_is_taken_back_while_nobody_answered(
    screen: OwnProposalsScreen, recorded: Recorded
) -> None:
    database = recorded.context.office.database
    screen.strip.propose.click()
    assert len(proposals(database)) == 1
    assert screen.strip.form.isHidden()
    screen.strip.withdraw.click()
    assert proposals(database) == []
    assert not screen.strip.form.isHidden()  # it may be proposed again
