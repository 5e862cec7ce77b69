"""Input in a form survives a crash, a cancellation and an error."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.errors import Conflict, NotAllowed
from outreach_app.i18n import gettext as _
from outreach_app.queries.drafts import list_drafts
from outreach_app.services.drafts import save_draft
from outreach_app.services.partners import PartnerDraft, check_partner
from tests.ui.conftest import Heard
from tests.ui.drafts.chips import chips_of
from tests.ui.recorded import type_words
from ui.context import AppContext
from ui.drafts import keeper
from ui.drafts.differences_dialog import DifferencesDialog
from ui.drafts.kept_form import KeptForm
from ui.forms.editors import LineEditor
from ui.forms.form import Field
from ui.widgets.line_button import LineButton

EMPTY = PartnerDraft(None, None, "pt.association")


class Sheet(KeptForm[PartnerDraft]):
    """A form of one field, which remembers what it wrote."""

    def __init__(self, context: AppContext) -> None:
        self.written: list[PartnerDraft] = []
        self.refusal = ""
        self.stored: PartnerDraft | None = None
        fields = ((Field("name_fr", lambda: "name_fr", LineEditor),),)
        super().__init__(context, fields, EMPTY, check_partner)

    def title_text(self) -> str:
        return "title"

    def name_of(self, draft: PartnerDraft) -> str:
        return draft.name_fr or ""

    def recorded(self) -> PartnerDraft | None:
        return self.stored

    def write(self, draft: PartnerDraft) -> UUID:
        if self.refusal:
            raise NotAllowed(self.refusal)
        if self.stored is not None and draft.version != self.stored.version:
            raise Conflict("It moved on.")
        self.written.append(draft)
        return uuid4()


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Save drafts after a moment instead of three seconds."""
    monkeypatch.setattr(keeper, "INTERVAL", 20)


def _open(qtbot: QtBot, context: AppContext) -> Sheet:
    """Open the form as the window does, the first time and after a crash."""
    sheet = Sheet(context)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.open_draft("sheet", EMPTY)
    return sheet


def _is_kept(context: AppContext) -> bool:
    return context.read(lambda store: list_drafts(store, "sheet", PartnerDraft)) != []


def _type(sheet: Sheet, words: str) -> None:
    editor = sheet.form.field("name_fr").editor
    assert isinstance(editor, QLineEdit)
    type_words(editor, words)


def test_what_was_typed_is_offered_after_a_crash_and_can_be_continued(
    qtbot: QtBot, context: AppContext
) -> None:
    crashed = _open(qtbot, context)
    assert not crashed.left_drafts.isVisible()
    _type(crashed, "Amicale")
    qtbot.waitUntil(lambda: _is_kept(context))
    sheet = _open(qtbot, context)
    assert sheet.left_drafts.isVisible()
    assert sheet.form.typed().name_fr is None
    chips_of(sheet.left_drafts)[0].click()
    assert sheet.form.typed().name_fr == "Amicale"
    assert sheet.form.isAncestorOf(sheet.focusWidget())
    sheet.save.click()
    assert [draft.name_fr for draft in sheet.written] == ["Amicale"]
    assert not _open(qtbot, context).left_drafts.isVisible()


def test_leaving_tells_of_the_draft_and_a_narrow_strip_cuts_nothing(
    qtbot: QtBot, context: AppContext, heard: Heard
) -> None:
    for words in ("Amicale", "Coopérative"):
        sheet = _open(qtbot, context)
        _type(sheet, words)
        sheet.give_up.click()
        assert heard.said == [_("The draft is kept.")]
        heard.said.clear()
    strip = _open(qtbot, context).left_drafts
    strip.resize(336, strip.height())
    (chip,) = (chip for chip in chips_of(strip) if chip.isVisible())
    for part in (chip, strip.all):
        assert part.width() >= part.minimumSizeHint().width()
        assert strip.rect().contains(part.rect().translated(part.mapTo(strip, QPoint(0, 0))))
    strip.resize(900, strip.height())
    assert len([chip for chip in chips_of(strip) if chip.isVisible()]) == 2


def test_what_is_not_wanted_is_not_offered_again(qtbot: QtBot, context: AppContext) -> None:
    sheet = _open(qtbot, context)
    _type(sheet, "Amicale")
    sheet.give_up.click()
    offered = _open(qtbot, context)
    assert offered.left_drafts.isVisible()
    _menu_of(chips_of(offered.left_drafts)[0])[_("Discard it")].trigger()
    assert not offered.left_drafts.isVisible()
    assert not _open(qtbot, context).left_drafts.isVisible()


def test_giving_up_an_untouched_form_keeps_nothing(qtbot: QtBot, context: AppContext) -> None:
    _open(qtbot, context).give_up.click()
    assert not _open(qtbot, context).left_drafts.isVisible()


def test_a_refusal_is_told_in_the_form_which_keeps_what_was_typed(
    qtbot: QtBot, context: AppContext
) -> None:
    sheet = _open(qtbot, context)
    sheet.refusal = "Not now."
    _type(sheet, "Amicale")
    with qtbot.assertNotEmitted(sheet.finished):
        sheet.save.click()
    assert sheet.banner.words == "Not now."
    assert sheet.form.typed().name_fr == "Amicale"


def test_a_record_that_changed_meanwhile_is_compared_and_either_side_is_kept(
    qtbot: QtBot, context: AppContext
) -> None:
    left = replace(EMPTY, name_fr="Amicale", phone="0612345678", version="1@a")
    with context.office.database.write(Actor.CHIEF) as session:
        save_draft(session, "sheet/left", left, clock.now())
    sheet = _open(qtbot, context)
    sheet.stored = replace(EMPTY, name_fr="Ligue", phone="+212612345678", version="2@a")
    chips_of(sheet.left_drafts)[0].click()
    told = [label.text() for label in _dialog(sheet).findChildren(QLabel)]
    assert told[-3:] == [_("Name in French"), "Amicale", "Ligue"]
    _dialog(sheet).take_recorded.click()
    assert sheet.form.typed() == sheet.stored
    assert not _is_kept(context)
    sheet.form.show_draft(left)
    sheet.save.click()
    _dialog(sheet).save_typed.click()
    assert sheet.written == [replace(left, version="2@a")]


def test_what_is_typed_over_a_form_never_takes_the_place_of_another_draft(
    qtbot: QtBot, context: AppContext
) -> None:
    first = _open(qtbot, context)
    _type(first, "Amicale")
    first.give_up.click()
    sheet = _open(qtbot, context)
    _type(sheet, "Ligue")
    chips_of(sheet.left_drafts)[0].click()
    assert sheet.form.typed().name_fr == "Amicale"
    assert [row.draft.name_fr for row in sheet.left_drafts.rows] == ["Ligue"]
    sheet.save.click()
    assert [row.draft.name_fr for row in _open(qtbot, context).left_drafts.rows] == ["Ligue"]


def test_a_draft_thrown_away_comes_back_with_undo(
    qtbot: QtBot, context: AppContext, heard: Heard
) -> None:
    sheet = _open(qtbot, context)
    _type(sheet, "Amicale")
    sheet.give_up.click()
    offered = _open(qtbot, context)
    _menu_of(chips_of(offered.left_drafts)[0])[_("Discard it")].trigger()
    heard.undo()
    assert chips_of(_open(qtbot, context).left_drafts)


def _menu_of(chip: LineButton) -> dict[str, QAction]:
    """Return the menu that a right click on a draft opens."""
    return {action.text(): action for action in chip.actions()}


def _dialog(sheet: Sheet) -> DifferencesDialog:
    (dialog,) = (it for it in sheet.findChildren(DifferencesDialog) if it.isVisible())
    return dialog
