"""Accounts are added, changed and removed in the window, and logged."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from outreach_app import accounts, clock, i18n, startup, vault
from outreach_app.actors import Actor, Role, account_words
from outreach_app.errors import Locked
from outreach_app.i18n import gettext as _
from outreach_app.models import SavedDraft
from outreach_app.services.partners import register_partner
from outreach_app.services.people import PersonDraft
from outreach_app.services.purposes import ask_two_persons
from outreach_app.startup import OpenOffice
from tests import makers
from tests.second_people import OWN, add_second
from ui.context import AppContext
from ui.drafts.entry_drafts import list_entry_drafts
from ui.preferences.accounts import AccountsScreen
from ui.preferences.page import PreferencesPage


@pytest.fixture
def page(qtbot: QtBot, context: AppContext) -> PreferencesPage:
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    page.show_accounts.click()
    return page


def test_an_account_is_added_with_its_passphrase_and_removed_with_the_key(
    qtbot: QtBot, page: PreferencesPage, context: AppContext
) -> None:
    office, screen = context.office, page.accounts
    screen.add.click()  # no role was chosen
    assert screen.failure.isVisible()
    screen.role.set_value(Role.SECRETARY)
    screen.add.click()
    qtbot.waitUntil(screen.passphrases.isVisible)
    (first,) = given(screen)
    assert vault.unlock(office.folder, first) == office.database.key
    assert screen.table.model.rowCount() == 2
    chosen = screen.table.row
    assert chosen is not None
    assert chosen.role == Role.SECRETARY  # what is done next is done to it

    assert_only_another_role_is_given(screen)
    assert_second_replaces_nothing(qtbot, screen)
    screen.table.select(1)

    assert_asked_before_removal(screen)
    assert vault.unlock(office.folder, first) == office.database.key
    key = office.database.key
    screen.table.select(1)
    screen.remove.click()
    screen.asking.confirm.click()
    qtbot.waitUntil(lambda: screen.table.model.rowCount() == 2)
    assert first not in given(screen)
    assert office.database.key != key
    with pytest.raises(Locked):
        vault.unlock(office.folder, first)

    screen.back.click()
    page.show_access.click()
    model = page.access.table.model
    rows = [model.row(number) for number in range(model.rowCount())]
    assert {"remove_account", "add_account"} <= {row.verb for row in rows if row}
    page.access.act.set_value("unlock")
    page.access.refresh()
    assert page.access.table.model.rowCount() == 1


def test_a_first_passphrase_that_was_never_shown_is_replaced_in_one_step(
    store: Path, qtbot: QtBot, office: OpenOffice, page: PreferencesPage
) -> None:
    """As after the program was killed between the commit and the page."""
    lost = accounts.add_account(office.database, store, Role.SECRETARY)
    screen = page.accounts
    screen.begin()
    assert not screen.lost.isVisible()
    screen.table.select(1)
    assert screen.lost.isVisible()
    screen.reset.click()
    qtbot.waitUntil(screen.passphrases.isVisible)
    assert not screen.lost.isVisible()
    (first,) = given(screen)
    assert vault.unlock(store, first, lost.account.uid) == office.database.key
    with pytest.raises(Locked):
        vault.unlock(store, lost.passphrase, lost.account.uid)


def test_what_a_removed_account_typed_is_told_before_and_passes_to_who_stays(
    store: Path, qtbot: QtBot, office: OpenOffice, page: PreferencesPage, context: AppContext
) -> None:
    other = accounts.add_account(office.database, store, Role.SECRETARY).account
    with office.database.write() as session:
        session.add(
            SavedDraft(
                key=f"person-of:{other.uid}",
                account=other.uid,
                content=msgspec.json.encode(PersonDraft(other.uid, None, "Fatima")),
                saved_at=clock.now(),
            )
        )
    screen = page.accounts
    screen.begin()
    screen.table.select(1)
    assert not list_entry_drafts(context)
    screen.remove.click()
    said = screen.asking.words.text()
    assert _("New person") in said
    assert account_words(Role.CHIEF, 1) in said
    assert "Fatima" not in said
    screen.asking.confirm.click()
    qtbot.waitUntil(lambda: screen.table.model.rowCount() == 1)
    (left,) = list_entry_drafts(context)
    assert left.draft.name_fr == "Fatima"


def given(screen: AccountsScreen) -> list[str]:
    """Return the first passphrases that are shown."""
    lines = screen.passphrases.lines.text().splitlines()
    return [line.rpartition(" · ")[2].strip(i18n.isolate("")) for line in lines]


def assert_only_another_role_is_given(screen: AccountsScreen) -> None:
    """The list for it is its own; that of the next account to add has no role yet."""
    assert screen.role.value() is None
    for role, is_another in ((Role.SECRETARY, False), (Role.DEPUTY, True)):
        screen.new_role.set_value(role)
        assert screen.change.isVisible() == is_another
        assert screen.new_role.may.isVisible()


def assert_second_replaces_nothing(qtbot: QtBot, screen: AccountsScreen) -> None:
    """The passphrase of a second account does not take the place of one that is not on paper."""
    before = given(screen)
    screen.role.set_value(Role.READER)
    screen.add.click()
    qtbot.waitUntil(lambda: screen.table.model.rowCount() == 3)
    assert given(screen)[:-1] == before
    assert given(screen)[-1] not in before


def assert_asked_before_removal(screen: AccountsScreen) -> None:
    """The open account cannot be changed; the other is removed after confirmation."""
    top = screen.table.mapTo(screen, QPoint())
    screen.remove.click()
    assert screen.asking.isVisible()
    assert screen.table.mapTo(screen, QPoint()) == top  # messages do not move the rows
    screen.asking.give_up.click()
    screen.remove.click()
    screen.table.select(0)  # the account that is open
    assert not screen.asking.isVisible()
    assert screen.own.isVisible()
    ways = (screen.reset, screen.change, screen.remove)
    assert not [way for way in ways if way.isVisible()]


@pytest.fixture
def of_two(store: Path) -> Path:
    """Return a store with a second chief and the two-person rule."""
    add_second(store, Role.CHIEF)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        ask_two_persons(session, is_asked=True)
    return store


def test_where_two_act_an_account_is_added_once_the_second_person_confirmed(
    of_two: Path, qtbot: QtBot, page: PreferencesPage
) -> None:
    screen = page.accounts
    screen.role.set_value(Role.CHIEF)
    screen.add.click()
    assert screen.second.isVisible()
    assert screen.table.model.rowCount() == 2
    screen.second.secret.line.setText(OWN)
    screen.second.confirm.click()
    qtbot.waitUntil(screen.passphrases.isVisible)
    assert screen.table.model.rowCount() == 3
    (first,) = given(screen)
    assert vault.unlock(of_two, first)
    # The recovery code opens all accounts, so one person alone cannot make a new one.
    screen.back.click()
    page.renew_code.click()
    page.new_code.secret.line.setText(makers.PASSPHRASE)
    page.new_code.make.click()
    assert page.new_code.second.isVisible()
    page.new_code.second.secret.line.setText(OWN)
    page.new_code.second.confirm.click()
    qtbot.waitUntil(page.new_code.code.isVisible)


def test_the_access_log_is_narrowed_by_record_and_days(
    page: PreferencesPage, context: AppContext
) -> None:
    with context.office.database.write() as session:
        register_partner(session, makers.partner_draft())
    page.show_access.click()
    model = page.access.table.model
    told = [model.index(0, place).data() for place in range(model.columnCount())]
    assert not [words for words in told if "_" in words]  # no code of a use case
    whole = model.rowCount()
    of_record = next(n for n in range(whole) if (row := model.row(n)) and row.record)
    page.access.table.select(of_record)
    page.access.of_record.click()
    assert 0 < model.rowCount() < whole
    page.access.first.setText("01/01/2030")
    page.access.refresh()
    assert model.rowCount() == 0
    page.access.clear.click()
    assert model.rowCount() >= whole


def test_who_does_not_administer_has_neither(qtbot: QtBot, context: AppContext) -> None:
    context.office.database.actor = Actor.DEPUTY
    page = PreferencesPage(context)
    qtbot.addWidget(page)
    page.show()
    assert not page.show_accounts.isVisible()
    assert not page.show_access.isVisible()
    assert page.change_passphrase.isVisible()


def test_a_log_that_another_program_changed_is_said_where_it_is_read(
    qtbot: QtBot, page: PreferencesPage, context: AppContext
) -> None:
    with context.office.database.write() as session:
        register_partner(session, makers.partner_draft())
    page.show_access.click()
    said = page.access.soundness
    qtbot.waitUntil(lambda: bool(said.text()))
    sound = said.text()
    with context.office.database.write(Actor.PROGRAM) as session:
        session.connection().exec_driver_sql("DROP TRIGGER access_rows_keep_delete")
        session.connection().exec_driver_sql("DELETE FROM access_rows WHERE n = 1")
    page.access.begin()
    qtbot.waitUntil(lambda: bool(said.text()))
    assert said.text() != sound
    assert "\u20662\u2069" in said.text()
