"""The keys of other programs: lists open, and a page is worked in as soon as it is shown."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outreach_app.i18n import Language
from tests.journeys.desk import CONTROL, Desk, Key
from tests.ui.drafts.chips import chips_of
from ui.widgets.search_box import SearchBox

ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier


def test_the_keys_of_lists_open_them_and_esc_closes_the_list_alone(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("partners")
    desk.press(Key.Key_N, CONTROL)
    form = desk.partners.form
    desk.reach(form.category)
    for key, held in ((Key.Key_Down, ALT), (Key.Key_F4, PLAIN)):
        desk.press(key, held)
        desk.wait(lambda: QApplication.activePopupWidget() is not None)
        assert form.category.view().isVisible()
        desk.press(Key.Key_Escape)
        desk.wait(lambda: QApplication.activePopupWidget() is None)
        assert form.isVisible()
        assert form.category.hasFocus()


def test_a_page_is_worked_in_as_soon_as_its_number_is_pressed(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("partners")
    page = desk.partners
    (search,) = page.findChildren(SearchBox)
    search.setFocus()
    desk.go("meetings")
    desk.go("partners")
    assert page.list.table.view.hasFocus()
    search.setFocus()
    desk.go("partners")
    assert page.list.table.view.hasFocus()


def test_a_draft_is_resumed_at_what_was_typed_last(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("partners")
    desk.press(Key.Key_N, CONTROL)
    form = desk.partners.form
    for name in ("name_ar", "place"):
        desk.reach(form.form.field(name))
        desk.type("حي النخيل")
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_N, CONTROL)
    desk.mouse.click(chips_of(form.left_drafts)[0])
    assert form.form.field("place").is_entered
