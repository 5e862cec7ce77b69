"""Input while the register's disk is full is held, and saved once there is space."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import startup
from outreach_app.queries.drafts import list_drafts
from outreach_app.services.partners import PartnerDraft
from outreach_app.startup import OpenOffice
from tests import disks, makers
from tests.ui.conftest import Heard
from tests.ui.drafts.chips import chips_of
from tests.ui.recorded import type_words
from ui import held_drafts
from ui.changes import Changes
from ui.context import AppContext
from ui.drafts import keeper
from ui.meetings.session_editor import SessionEditor
from ui.partners.form import PartnerForm
from ui.settings import Settings
from ui.tasks import Tasks

NAME = "Amicale du quartier " * 20  # a draft that does not fit on a full disk


@pytest.fixture(autouse=True)
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeper, "INTERVAL", 20)
    monkeypatch.setattr(held_drafts, "INTERVAL", 50)


@pytest.fixture
def full(tmp_path: Path) -> Iterator[tuple[OpenOffice, Path]]:
    """Return an office on a full disk, and the file to delete for space."""
    with disks.small_disk(tmp_path / "disk", 8) as disk:
        makers.create_store(disk / "store", makers.office_draft())
        office = startup.open_office(disk / "store", makers.PASSPHRASE)
        # An emptied write-ahead log needs space for the next write.
        assert office.database.checkpoint()
        ballast = disks.fill(disk)
        yield office, ballast
        ballast.unlink(missing_ok=True)
        office.close()


@pytest.fixture
def context(
    full: tuple[OpenOffice, Path], settings: Settings, tasks: Tasks, heard: Heard
) -> AppContext:
    return AppContext(full[0], Changes(), tasks, settings, heard.open_page, heard.say)


def test_a_form_says_so_and_its_draft_is_kept_when_there_is_room(
    qtbot: QtBot, context: AppContext, full: tuple[OpenOffice, Path]
) -> None:
    form = opened_form(qtbot, context)
    type_name(form)
    qtbot.waitUntil(lambda: not form.banner.isHidden())
    assert "لم تبق مساحة على قرص السجل" in form.banner.words
    assert kept(context) is None

    again = opened_form(qtbot, context)
    chips_of(again.left_drafts)[0].click()
    assert again.form.typed().name_fr == NAME.strip()

    full[1].unlink()
    qtbot.waitUntil(lambda: kept(context) is not None)
    qtbot.waitUntil(form.banner.isHidden)
    assert kept(context) == NAME.strip()


def test_saving_on_a_full_disk_keeps_the_form_as_it_is(
    qtbot: QtBot, context: AppContext, full: tuple[OpenOffice, Path]
) -> None:
    form = opened_form(qtbot, context)
    type_name(form)
    with qtbot.assertNotEmitted(form.finished):
        form.save.click()
    assert form.form.typed().name_fr == NAME.strip()
    assert not form.banner.isHidden()
    full[1].unlink()
    with qtbot.waitSignal(form.finished):
        form.save.click()


def test_a_session_is_held_too(
    qtbot: QtBot, context: AppContext, full: tuple[OpenOffice, Path]
) -> None:
    editor = SessionEditor(context)
    qtbot.addWidget(editor)
    editor.show()
    editor.begin()
    type_words(editor.head.subject, "Lien avec le quartier")
    qtbot.waitUntil(lambda: not editor.failure.isHidden())
    full[1].unlink()
    qtbot.waitUntil(editor.failure.isHidden)
    editor.begin()
    assert not editor.left_drafts.isHidden()
    chips_of(editor.left_drafts)[0].click()
    assert editor.head.subject.text() == "Lien avec le quartier"


def opened_form(qtbot: QtBot, context: AppContext) -> PartnerForm:
    form = PartnerForm(context)
    qtbot.addWidget(form)
    form.show()
    form.start(None)
    return form


def type_name(form: PartnerForm) -> None:
    editor = form.form.field("name_fr").editor
    assert isinstance(editor, QLineEdit)
    type_words(editor, NAME)


def kept(context: AppContext) -> str | None:
    rows = context.read(lambda session: list_drafts(session, "partner", PartnerDraft))
    return rows[0].draft.name_fr if rows else None
