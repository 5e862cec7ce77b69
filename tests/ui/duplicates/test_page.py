"""The page of duplicates: a pair is compared, merged, marked as different, and separated."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.i18n import Language
from outreach_app.models import Partner
from outreach_app.queries.details import get_partner_details
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.queries.records import get_record
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui import languages
from ui.duplicates.comparison_pane import LOSER, WINNER
from ui.duplicates.page import MERGED, DuplicatesPage

TODAY = date(2026, 11, 1)


@pytest.fixture
def pair(office: OpenOffice) -> tuple[UUID, UUID]:
    """An organisation recorded twice: one has the meeting, the other an e-mail."""
    loser = makers.write_partner(office.database, name_ar=None, email="a@example.org", place="حي")
    winner = makers.write_partner(office.database, name_fr=None, phone=None, place="حي النخيل")
    makers.write_meeting(office.database, attendances=((winner, True),))
    return winner, loser


@pytest.fixture
def page(qtbot: QtBot, recorded: Recorded, pair: tuple[UUID, UUID]) -> DuplicatesPage:
    page = DuplicatesPage(recorded.context)
    qtbot.addWidget(page)
    page.resize(1182, 736)
    page.show()
    qtbot.waitUntil(lambda: page.row is not None)
    return page


def test_a_reader_is_not_offered_to_tell_a_pair_apart(
    qtbot: QtBot, recorded: Recorded, pair: tuple[UUID, UUID]
) -> None:
    recorded.context.office.database.actor = Actor.READER
    page = DuplicatesPage(recorded.context)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: page.row is not None)
    assert not [button for button in (page.merge, page.apart, page.part) if button.isVisible()]
    assert not page.apart.isEnabled()  # nor by its keys


def _words(page: DuplicatesPage) -> list[str]:
    found = page.beside.findChildren(QLabel)
    return [label.text().strip("\u2066\u2068\u2069") for label in found if label.isVisible()]


def _press(page: DuplicatesPage, keys: str) -> None:
    key, modifiers = {
        "Ctrl+Enter": (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
        "Ctrl+D": (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier),
        "Ctrl+Tab": (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier),
        "Esc": (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
    }[keys]
    page.window().activateWindow()
    page.list.setFocus()
    QTest.keyClick(page.list, key, modifiers)


def test_two_records_stand_side_by_side_and_what_only_one_says_is_chosen(
    page: DuplicatesPage,
) -> None:
    chosen = {name: group.checkedId() for name, group in page.comparison.choices.items()}
    assert chosen == {
        "name_ar": WINNER,
        "name_fr": LOSER,
        "place": WINNER,
        "phone": LOSER,
        "email": LOSER,
    }
    assert {"حي النخيل", "حي", "a@example.org", "لا شيء"} <= set(_words(page))


def test_what_is_chosen_is_kept_and_undo_brings_both_back(
    qtbot: QtBot, page: DuplicatesPage, recorded: Recorded, pair: tuple[UUID, UUID]
) -> None:
    winner, loser = pair
    page.comparison.choices["place"].button(LOSER).click()
    _press(page, "Ctrl+Enter")
    qtbot.waitUntil(lambda: page.row is None)
    details = recorded.context.read(lambda store: get_partner_details(store, loser, TODAY))
    row = details.row
    assert (row.uid, row.place, row.email) == (winner, "حي", "a@example.org")
    assert (row.name.ar, row.name.fr) == ("جمعية النخيل", "Association Annakhil")
    assert page.nothing.isVisible()
    recorded.undo()
    qtbot.waitUntil(lambda: page.row is not None)
    assert len(recorded.context.read(list_partners)) == 2


def test_a_pair_that_is_not_the_same_leaves_the_list_until_undo(
    qtbot: QtBot, page: DuplicatesPage, recorded: Recorded
) -> None:
    _press(page, "Ctrl+D")
    qtbot.waitUntil(lambda: page.row is None)
    assert len(recorded.context.read(list_partners)) == 2
    recorded.undo()
    qtbot.waitUntil(lambda: page.row is not None)


def test_what_was_merged_is_listed_and_parted_again(
    qtbot: QtBot, page: DuplicatesPage, recorded: Recorded
) -> None:
    page.merge.click()
    qtbot.waitUntil(lambda: page.row is None)
    _press(page, "Ctrl+Tab")
    assert page.tabs.currentIndex() == MERGED
    assert "Association Annakhil" in page.merged.title.text()
    assert not page.merge.isEnabled()
    page.part.click()
    qtbot.waitUntil(lambda: page.row is None)
    assert len(recorded.context.read(list_partners)) == 2


def test_a_pair_that_changed_meanwhile_is_not_merged_but_shown_anew(
    qtbot: QtBot, page: DuplicatesPage, recorded: Recorded, pair: tuple[UUID, UUID]
) -> None:
    with recorded.context.office.database.write(Actor.CHIEF) as session:
        get_record(session, Partner, pair[1]).place = "Rue 17"
    page.merge.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert len(recorded.context.read(list_partners)) == 2
    qtbot.waitUntil(lambda: "Rue 17" in _words(page))


def test_people_of_a_partner_are_compared_and_merged(
    qtbot: QtBot, page: DuplicatesPage, recorded: Recorded, pair: tuple[UUID, UUID]
) -> None:
    database = recorded.context.office.database
    for name in ("Khalid Idrissi", "Khalid El Idrissi"):
        makers.write_person(database, pair[0], name_ar=None, name_fr=name, phone=None)
    page.refresh()
    qtbot.waitUntil(lambda: page.list.count() == 2)
    page.list.setCurrentRow(1)
    page.merge.click()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    assert [row.name.fr for row in recorded.context.read(list_people)] == ["Khalid Idrissi"]


def test_a_switch_of_language_keeps_what_was_chosen_and_mirrors_the_page(
    qtbot: QtBot, page: DuplicatesPage
) -> None:
    page.comparison.choices["place"].button(LOSER).click()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "Choisir ce qui est conservé" in _words(page))
    assert page.comparison.choices["place"].checkedId() == LOSER
    places = [
        page.comparison.choices["place"].button(side).mapTo(page, page.rect().topLeft()).x()
        for side in (WINNER, LOSER)
    ]
    assert places[0] < places[1]


def test_every_choice_says_its_field_and_its_value_to_a_screen_reader(
    page: DuplicatesPage,
) -> None:
    names = [button.accessibleName() for button in page.comparison.findChildren(QRadioButton)]
    assert "العنوان أو الحي: حي النخيل" in names
    assert len(set(names)) == len(names)


def test_escape_goes_back(qtbot: QtBot, page: DuplicatesPage) -> None:
    with qtbot.waitSignal(page.closed):
        _press(page, "Esc")
