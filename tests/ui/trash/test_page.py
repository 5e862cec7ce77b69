"""The trash: every kind of deleted record is listed and comes back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.i18n import isolate
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.people import list_people
from outreach_app.queries.publications import list_publications
from outreach_app.queries.rumours import list_rumours
from outreach_app.rules.dates import date_words
from outreach_app.services.forgetting import forget_uninformed
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.partners import delete_partner
from outreach_app.services.people import PersonDraft, delete_person, register_person
from outreach_app.services.publications import delete_publication
from outreach_app.services.rumours import delete_rumour
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.recorded import Recorded
from ui.history.dialog import HistoryDialog
from ui.trash.page import TrashPage
from ui.widgets.painted_row import list_cut


def test_an_empty_trash_says_what_waits_there(qtbot: QtBot, recorded: Recorded) -> None:
    page = _show(qtbot, recorded)
    assert page.empty.isVisible()
    assert not page.restore.isVisible()


def test_meetings_partners_and_people_are_restored_one_by_one(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    _delete_one_of_each(office.database)
    page = _show(qtbot, recorded)
    told = {page.list.item(place).text() for place in range(page.list.count())}
    for name in ("تأمين محيط المؤسسات التعليمية", "جمعية النخيل", "سعيد الإدريسي"):
        assert sum(line.startswith(name) for line in told) == 1
    for left in (2, 1, 0):
        page.restore.click()
        assert page.list.count() == left
    assert page.empty.isVisible()
    assert len(recorded.context.read(list_meetings)) == 1
    assert len(recorded.context.read(list_partners)) == 1
    assert len(recorded.context.read(list_people)) == 1
    assert len(recorded.said) == 3
    recorded.undo()
    assert page.list.count() == 1


def test_a_deleted_record_is_looked_at_before_it_is_restored(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    _delete_one_of_each(office.database)
    page = _show(qtbot, recorded)
    for place in range(page.list.count()):
        page.list.setCurrentRow(place)
        page.look.click()
        (shown,) = page.findChildren(HistoryDialog)
        assert page.list.item(place).text().startswith(shown.title.text())
        words = [label.text() for label in shown.list.findChildren(QLabel)]
        assert shown.title.text() in words  # its name is among what it held
        shown.reject()
        qtbot.waitUntil(lambda: not page.findChildren(HistoryDialog))


def test_several_are_restored_at_once_and_one_undo_takes_all_back(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    _delete_one_of_each(office.database)
    page = _show(qtbot, recorded)
    page.list.selectAll()
    page.restore.click()
    assert page.empty.isVisible()
    assert len(recorded.context.read(list_people)) == 1
    assert isolate("3") in recorded.said[-1]
    recorded.undo()
    assert page.list.count() == 3


def test_meetings_of_one_title_are_told_apart_by_day_and_partners(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    partner = makers.write_partner(office.database)
    for day in (date(2026, 9, 1), date(2026, 9, 2)):
        makers.write_meeting(office.database, held_on=day, attendances=((partner, True),))
    with office.database.write(Actor.CHIEF) as session:
        for row in list_meetings(session):
            delete_meeting(session, row.uid, row.version)
    page = _show(qtbot, recorded)
    told = [page.list.item(place).text() for place in range(page.list.count())]
    today = date_words(clock.today())
    for line, held_on in zip(told, ("01/09/2026", "02/09/2026"), strict=True):
        assert held_on in line
        assert "جمعية النخيل" in line
        assert today in line


def test_every_kind_of_record_is_painted(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    makers.write_rumour(office.database)
    makers.write_publication(office.database)
    with office.database.write(Actor.CHIEF) as session:
        for rumour in list_rumours(session):
            delete_rumour(session, rumour.uid, rumour.version)
        for publication in list_publications(session):
            delete_publication(session, publication.uid, publication.version)
    page = _show(qtbot, recorded)
    assert page.list.count() == 2
    assert not cut_in(page, 0) + cut_in(page, 1)


def cut_in(page: TrashPage, place: int) -> list[str]:
    """Paint a row, and return the words of it that are cut."""
    index, option = page.list.model().index(place, 0), QStyleOptionViewItem()
    option.rect = QRect(0, 0, 900, 36)
    delegate = page.list.itemDelegate()
    return list_cut(lambda painter: delegate.paint(painter, option, index))


def test_what_is_deleted_elsewhere_appears(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded
) -> None:
    page = _show(qtbot, recorded)
    _delete_one_of_each(office.database)
    recorded.context.changes.happened.emit(frozenset({"partner"}))
    assert page.list.count() == 3


def _show(qtbot: QtBot, recorded: Recorded) -> TrashPage:
    page = TrashPage(recorded.context)
    qtbot.addWidget(page)
    page.show()
    return page


def _delete_one_of_each(database: Database) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database)
    with database.write(Actor.CHIEF) as session:
        register_person(session, PersonDraft(partner, "سعيد الإدريسي", None))
    with database.write(Actor.CHIEF) as session:
        for delete, rows in (
            (delete_person, list_people(session)),
            (delete_meeting, list_meetings(session)),
            (delete_partner, list_partners(session)),
        ):
            delete(session, rows[0].uid, rows[0].version)


def test_the_name_of_somebody_who_was_not_informed_comes_back(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = makers.write_partner(office.database)
    makers.write_person(office.database, partner, inform_by=date(2020, 1, 1))
    later = clock.now() + timedelta(days=8)
    monkeypatch.setattr(clock, "now", lambda: later)
    with office.database.write(Actor.PROGRAM) as session:
        assert forget_uninformed(session) == 1
    page = _show(qtbot, recorded)
    assert page.list.item(0).text().startswith("خالد الإدريسي, اسم شخص لم يتم إخباره")
    page.restore.click()
    assert page.list.count() == 0
    assert recorded.context.read(list_people)[0].name.ar == "خالد الإدريسي"
