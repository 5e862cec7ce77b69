"""An account loses its role, or goes, at another computer while a form of it is open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import accounts, startup
from outreach_app.actors import Actor, Role
from outreach_app.models import Meeting
from outreach_app.startup import OpenOffice
from tests import makers
from tests.servers import Server
from tests.ui.recorded import Recorded
from ui.communication.awareness_form import AwarenessForm
from ui.others import OthersWatch

OWN = "une longue phrase de l'analyste"


@pytest.fixture
def administrator(server: Server, tmp_path: Path) -> Iterator[OpenOffice]:
    """Open headquarters' register on a server, at the first computer."""
    folder, place = tmp_path / "first", server.address(server.new_database())
    makers.create_store(folder, makers.headquarters_draft(), server=place)
    with startup.opened(folder, makers.PASSPHRASE) as office:
        yield office


@pytest.fixture
def office(administrator: OpenOffice, tmp_path: Path) -> Iterator[OpenOffice]:
    """Open it at a second computer, as an analyst."""
    first = accounts.add_account(administrator.database, administrator.folder, Role.ANALYST)
    folder = tmp_path / "second"
    shutil.copytree(administrator.folder, folder, ignore=shutil.ignore_patterns("*.lock"))
    with startup.opened(folder, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, folder, OWN)
        yield office


@pytest.fixture
def form(qtbot: QtBot, recorded: Recorded) -> AwarenessForm:
    """Return a form in which the analyst has typed."""
    form = AwarenessForm(recorded.context)
    qtbot.addWidget(form)
    form.show()
    form.start(None)
    box = form.form.field("beneficiaries")
    box.focus()
    typed_in = form.focusWidget()
    assert typed_in is not None
    QTest.keyClicks(typed_in, "250")
    return form


def test_what_was_typed_stays_in_the_form_and_as_a_draft_where_the_role_was_lost(
    qtbot: QtBot, administrator: OpenOffice, recorded: Recorded, form: AwarenessForm
) -> None:
    office = recorded.context.office
    there = (administrator.database, administrator.folder, office.account.uid)
    accounts.change_role(*there, Role.READER)
    form.save.click()
    assert form.banner.isVisible()
    assert "تغير دور هذا الحساب" in form.banner.words
    assert (form.typed().beneficiaries, meetings(office)) == (250, 0)
    form.keep_typed()
    accounts.change_role(*there, Role.ANALYST)
    form.save.click()
    assert meetings(office) == 1


def test_the_window_says_that_the_role_was_changed_before_anything_is_tried(
    qtbot: QtBot, administrator: OpenOffice, recorded: Recorded
) -> None:
    office, owner = recorded.context.office, QObject()
    watch = OthersWatch(recorded.context, owner, seconds=0.05)
    with qtbot.waitSignal(watch.looked):
        pass
    accounts.change_role(
        administrator.database, administrator.folder, office.account.uid, Role.READER
    )
    qtbot.waitUntil(lambda: office.database.actor is Actor.READER)
    assert any("تغير دور هذا الحساب" in said for said in recorded.said)


def test_an_account_that_was_removed_records_nothing_and_sees_no_names(
    administrator: OpenOffice, recorded: Recorded, form: AwarenessForm
) -> None:
    office = recorded.context.office
    accounts.remove_account(administrator.database, administrator.folder, office.account.uid)
    form.save.click()
    assert "حُذف هذا الحساب" in form.banner.words
    assert (form.typed().beneficiaries, meetings(administrator)) == (250, 0)
    assert office.database.actor is Actor.READER


def meetings(office: OpenOffice) -> int:
    with office.database.read() as session:
        return session.query(Meeting).count()
