"""Words typed into an inline action stay with their row until they are recorded."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outreach_app.i18n import gettext as _
from tests.ui.follow_up.conftest import Kept
from tests.ui.rest import settle
from ui.actions.commitment_actions import COMMITMENT_ACTIONS
from ui.context import AppContext
from ui.follow_up.page import FollowUpPage
from ui.tables.rows_model import MARK_ROLE

KEEP, _START, POSTPONE, SET_ASIDE, _REOPEN = COMMITMENT_ACTIONS
WORDS = "La police-secours invitee"


def press(page: FollowUpPage, keys: str) -> None:
    page.commitments.strip.do_by_keys(keys)


def click(page: FollowUpPage, number: int) -> None:
    """Click a row of the list with the mouse."""
    page.resize(1182, 664)
    settle(page)  # the form under the row has its height
    view = page.commitments.table.view
    cell = view.visualRect(page.commitments.table.model.index(number, 0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
    assert page.commitments.table.chosen_numbers() == [number]


def marks(page: FollowUpPage) -> list[str]:
    model = page.commitments.table.model
    return [model.index(number, 0).data(MARK_ROLE) for number in range(model.rowCount())]


def test_words_of_a_row_are_there_again_after_another_was_clicked(page: FollowUpPage) -> None:
    form = page.commitments.strip.form
    page.commitments.table.select(0)
    press(page, "F7")
    QTest.keyClicks(form.words, WORDS)
    click(page, 1)
    assert marks(page) == [_("Draft"), ""]
    press(page, "F7")
    assert not form.words.value()
    click(page, 0)
    assert f"{KEEP.title()} · {_('Draft')}" in [
        command.words() for command in page.commitments.strip.commands()
    ]
    press(page, "F9")  # another action
    assert not form.words.value()
    press(page, "F7")
    assert form.words.value() == WORDS


def test_escape_keeps_what_is_typed_and_recording_it_ends_the_draft(
    page: FollowUpPage, kept: Kept
) -> None:
    form = page.commitments.strip.form
    page.commitments.table.select(0)
    press(page, "F7")
    QTest.keyClicks(form.words, WORDS)
    QTest.keyClick(form.words, Qt.Key.Key_Escape)
    press(page, "F7")
    assert form.words.value() == WORDS
    QTest.keyClick(form.words, Qt.Key.Key_Return)
    assert not page.commitments.failure.words
    assert marks(page) == [""]
    assert kept.undo is not None
    kept.undo()
    assert marks(page) == ["", ""]


def test_a_new_day_that_is_typed_is_kept_too(page: FollowUpPage) -> None:
    form = page.commitments.strip.form
    page.commitments.table.select(1)
    press(page, "F8")
    QTest.keyClicks(form.day, "20/12")
    click(page, 0)
    click(page, 1)
    press(page, "F8")
    assert form.day.text().startswith("20/12")


def test_what_is_typed_is_saved_while_the_form_stays_open(
    page: FollowUpPage, context: AppContext
) -> None:
    page.commitments.table.select(0)
    press(page, "F7")
    QTest.keyClicks(page.commitments.strip.form.words, WORDS)
    context.changes.closing.emit()
    assert marks(page) == [_("Draft"), ""]


def test_an_emptied_field_leaves_no_draft(page: FollowUpPage) -> None:
    form = page.commitments.strip.form
    page.commitments.table.select(0)
    press(page, "F9")
    QTest.keyClicks(form.words, WORDS)
    click(page, 1)
    click(page, 0)
    press(page, "F9")
    form.words.selectAll()
    QTest.keyClick(form.words, Qt.Key.Key_Delete)
    click(page, 1)
    assert marks(page) == ["", ""]
