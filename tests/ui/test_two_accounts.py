"""Two accounts work in one register on a server, each on its own computer.

Each has its own drafts, neither overwrites the other, and a lost role loses no input.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from outreach_app import accounts, startup
from outreach_app.actors import Actor, Role
from outreach_app.models import Meeting
from outreach_app.startup import OpenOffice
from tests import makers
from tests.servers import Server
from tests.ui.recorded import Recorded
from ui.communication.awareness_form import AwarenessForm
from ui.drafts.differences_dialog import DifferencesDialog
from ui.drafts.kept_form import KeptForm
from ui.partners.form import PartnerForm
from ui.server_watch import OthersWatch

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
def there(administrator: OpenOffice, tmp_path: Path) -> Iterator[Recorded]:
    """Return the first computer's window, in which the administrator works."""
    there = Recorded(administrator, tmp_path)
    yield there
    there.close()


@pytest.fixture
def form(qtbot: QtBot, recorded: Recorded) -> AwarenessForm:
    """Return a form in which the analyst has typed."""
    form = AwarenessForm(recorded.context)
    qtbot.addWidget(form)
    form.show()
    form.start(None)
    type_in(form, "beneficiaries", "250")
    return form


def type_in(form: KeptForm[Any], field: str, keys: str) -> None:
    form.form.field(field).focus()
    line = form.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClicks(line, keys)


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


def test_each_goes_on_with_what_it_typed_itself(
    qtbot: QtBot, there: Recorded, form: AwarenessForm
) -> None:
    form.keep_typed()
    other = AwarenessForm(there.context)
    qtbot.addWidget(other)
    other.start(None)
    assert other.left_drafts.rows == []
    type_in(other, "beneficiaries", "40")
    other.keep_typed()
    for each, number in ((form, 250), (other, 40)):
        each.start(None)
        (left,) = each.left_drafts.rows
        assert left.draft.beneficiaries == number


def test_what_both_change_is_told_to_the_second_with_both_sides(
    qtbot: QtBot, administrator: OpenOffice, there: Recorded, recorded: Recorded
) -> None:
    uid = makers.write_partner(administrator.database)
    own = recorded.context.office.account.uid
    accounts.change_role(administrator.database, administrator.folder, own, Role.ADMINISTRATOR)
    first, second = PartnerForm(there.context), PartnerForm(recorded.context)
    for each, place in ((first, "Salam"), (second, "Nakhil")):
        qtbot.addWidget(each)
        each.show()
        each.start(uid)
        type_in(each, "place", place)
    first.save.click()
    second.save.click()
    (asked,) = second.findChildren(DifferencesDialog)
    shown = {label.text() for label in asked.findChildren(QLabel)}
    assert {"Salam", "Nakhil"} <= shown
    with recorded.context.office.database.read() as session:
        assert makers.the_partner(session).place == "Salam"


def test_what_is_only_being_typed_has_no_page_of_the_other_read_again(
    qtbot: QtBot, there: Recorded, form: AwarenessForm
) -> None:
    database = there.context.office.database
    seen = database.changes_by_others()
    form.keep_typed()
    assert database.changes_by_others() == seen
    form.save.click()
    assert database.changes_by_others() > seen


def meetings(office: OpenOffice) -> int:
    with office.database.read() as session:
        return session.query(Meeting).count()
