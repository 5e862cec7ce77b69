"""Files and conflicts have a menu of the buttons that are shown for them."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.exchange.importing.oddities import OddityRow
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting
from outreach_app.models.base import new_uid
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.records import get_record
from outreach_app.rules.names import Bilingual
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.points import PointDraft
from tests import makers
from tests.ui.exchange.desk import Desk, Stick
from tests.ui.widgets.test_menus import BY_KEYS, opened_menu, words_of
from ui.exchange.oddity_card import OddityCard
from ui.page_keys import PageKey
from ui.requests import SendChanges, ShowPage


def trigger(menu: QMenu, words: str) -> None:
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_checked_files_are_imported_from_their_menu(
    enrolled: tuple[Desk, Desk], stick: Stick, qtbot: QtBot
) -> None:
    precinct, headquarters = enrolled
    makers.write_meeting(precinct.context.office.database)
    precinct.send()
    headquarters.try_files()
    pane = headquarters.page.receive
    pane.table.menu_asked.emit(QPoint(9, 9))
    menu = opened_menu(qtbot)
    shown = (pane.bring, pane.choose, pane.choose_folder)
    assert words_of(menu) == [button.accessibleName() for button in shown]
    trigger(menu, pane.bring.accessibleName())
    headquarters.wait_until(lambda: len(headquarters.context.read(list_meetings)) == 1)


@BY_KEYS
def test_what_is_reviewed_has_a_menu_wherever_the_cursor_is_in_its_card(
    qtbot: QtBot, ask: Callable[[QWidget], None]
) -> None:
    office = Bilingual("النخيل", "Annakhil")
    row = OddityRow("meeting", new_uid(), office, new_uid(), {}, unusual={"headcount": 99_999})
    card = OddityCard(row, "Réunion")
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
    card.opening.setFocus()
    ask(card.opening)
    menu = opened_menu(qtbot)
    assert words_of(menu) == [card.note.accessibleName(), card.opening.accessibleName()]
    with qtbot.waitSignal(card.noted):
        trigger(menu, card.note.accessibleName())


def test_a_record_that_names_somebody_is_opened_from_its_menu(
    enrolled_precinct: Desk, qtbot: QtBot
) -> None:
    precinct = enrolled_precinct
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    point = PointDraft("concern", "tp.6.1", "اشتكى خالد الإدريسي من الظلام", "ar")
    makers.write_meeting(database, points=(point,), commitments=(), referrals=())
    precinct.page.take(SendChanges())
    named = precinct.page.send.named
    named.table.enter()
    named.table.menu_asked.emit(QPoint(9, 9))
    with qtbot.waitSignal(named.asked):
        trigger(opened_menu(qtbot), _("Open"))


def test_a_record_in_the_trash_that_names_somebody_is_opened_there(
    enrolled_precinct: Desk,
) -> None:
    precinct = enrolled_precinct
    database = precinct.context.office.database
    makers.write_person(database, makers.write_partner(database))
    point = PointDraft("concern", "tp.6.1", "اشتكى خالد الإدريسي من الظلام", "ar")
    uid = makers.write_meeting(database, points=(point,), commitments=(), referrals=())
    with database.write(Actor.CHIEF) as session:
        delete_meeting(session, uid, get_record(session, Meeting, uid).version)
    precinct.page.take(SendChanges())
    named = precinct.page.send.named
    named.table.enter()
    assert _("in the trash") in named.table.model.index(0, 0).data()
    named.asked.emit(named.table.model.row(0))
    assert precinct.heard.requests[-1] == ShowPage(PageKey.TRASH)
