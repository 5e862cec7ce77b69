"""The history dialog of a record."""

import threading
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import text
from sqlalchemy.orm import Session

from outreach_app import backup
from outreach_app.actors import Actor
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.search import leftovers
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.erasure import has_name
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from tests import makers
from tests.ui.conftest import Heard
from ui import languages
from ui.context import AppContext
from ui.history.dialog import HistoryDialog


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_a_change_says_who_and_which_field_from_what_to_what(
    qtbot: QtBot, context: AppContext, window: QWidget
) -> None:
    database = context.office.database
    promise = CommitmentDraft("تخصيص دورية", "ar", "office", translation="Une patrouille")
    uid = makers.write_meeting(database, kind="mt.thematic", commitments=(promise,))
    with database.write(Actor.HEADQUARTERS) as session:
        draft = replace(draft_of_meeting(session, uid), kind="mt.coordination", women=7)
        change_meeting(session, uid, draft)
    languages.switch(Language.FRENCH)
    dialog = HistoryDialog(context, uid, "Sécurité aux abords des écoles", window)
    dialog.open()
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert words[0] == "Sécurité aux abords des écoles"
    assert words[1].endswith("Services centraux")
    changed = words[2 : words.index("Enregistrement") - 1]
    assert changed == [
        "Modification",
        "Nature",
        "Rencontre thématique",
        "Réunion de coordination",
        "Dont femmes",
        "\u20666\u2069",
        "\u20667\u2069",
    ]
    assert "Enregistrement · Point · \u2068Plus de patrouilles le soir\u2069" in words
    assert "Enregistrement · Engagement · \u2068Une patrouille\u2069" in words
    (other,) = [text for text in words if "دون ترجمة" in text or "sans traduction" in text]
    assert other.endswith("(sans traduction)\u2069")
    assert not [text for text in words if "tp." in text or "mt." in text or "{" in text]
    languages.switch(Language.ARABIC)
    qtbot.waitUntil(lambda: "تعديل" in [label.text() for label in dialog.findChildren(QLabel)])
    dialog.reject()


def test_a_record_that_is_gone_says_so(context: AppContext, window: QWidget) -> None:
    with pytest.raises(NotFound):
        HistoryDialog(context, UUID(int=1), "", window)


def test_a_name_is_erased_with_the_backups_that_hold_it(
    qtbot: QtBot, context: AppContext, window: QWidget
) -> None:
    office = context.office
    person = makers.write_person(office.database, makers.write_partner(office.database))
    former = [office.back_up(), office.back_up()]
    dialog = HistoryDialog(context, person, "خالد الإدريسي", window)
    dialog.open()
    strip = dialog.erasure
    dialog.erase.click()
    assert strip.isVisible()
    assert "\u20662\u2069" in strip.backups.text()
    assert not strip.aside.isVisible()
    strip.give_up.click()
    (office.folder / "set-aside-20200101-000000").mkdir()
    assert context.read(lambda session: has_name(session, person))
    dialog.erase.click()
    assert "set-aside-20200101-000000" in strip.aside.text()
    assert strip.aside.isVisible()
    strip.replace.click()
    with qtbot.waitSignal(dialog.accepted):
        strip.erase.click()
        assert dialog.title.text() == ""
    assert not context.read(lambda session: has_name(session, person))
    (kept,) = backup.newest(office.folder)
    assert kept not in former


def begin_erasing(context: AppContext, window: QWidget) -> HistoryDialog:
    """Return a person with a name, a backup with it, and the window to erase both."""
    office = context.office
    person = makers.write_person(office.database, makers.write_partner(office.database))
    office.back_up()
    dialog = HistoryDialog(context, person, "خالد الإدريسي", window)
    dialog.open()
    dialog.erase.click()
    dialog.erasure.replace.click()
    return dialog


def test_a_stick_that_is_not_plugged_in_keeps_no_backup_here_and_is_tried_again(
    qtbot: QtBot, context: AppContext, window: QWidget, tmp_path: Path
) -> None:
    office, stick, away = context.office, tmp_path / "stick", tmp_path / "away"
    (stick / backup.FOLDER).mkdir(parents=True)
    of_another = stick / backup.FOLDER / f"20200101-000000-000000{backup.SUFFIX}"
    of_another.touch()
    office.second_place = stick
    dialog = begin_erasing(context, window)
    strip = dialog.erasure
    assert "\u20662\u2069" in strip.backups.text()  # not the one of another computer
    (former,) = backup.newest(office.folder)
    stick.rename(away)
    strip.erase.click()
    qtbot.waitUntil(strip.failure.isVisible)
    assert former not in backup.newest(office.folder)
    assert len(backup.newest(office.folder)) == 1
    assert not strip.erase.isVisible()
    away.rename(stick)
    with qtbot.waitSignal(dialog.accepted):
        strip.retry.click()
    left = [file.name for file in backup.newest(stick)]
    assert former.name not in left
    assert of_another.name in left


def test_what_fails_after_the_window_is_closed_is_said_in_the_status_line(
    qtbot: QtBot, context: AppContext, window: QWidget, heard: Heard, tmp_path: Path
) -> None:
    context.office.second_place = tmp_path / "no stick"
    person = makers.write_person(
        context.office.database, makers.write_partner(context.office.database)
    )
    (context.office.folder / backup.FOLDER).mkdir()
    (context.office.folder / backup.FOLDER / f"20200101-000000-000000{backup.SUFFIX}").touch()
    dialog = HistoryDialog(context, person, "خالد الإدريسي", window)
    dialog.open()
    dialog.erase.click()
    dialog.erasure.replace.click()
    dialog.erasure.erase.click()
    dialog.reject()
    qtbot.waitUntil(lambda: len(heard.said) == 2)
    assert "no stick" in heard.said[-1]
    assert len(backup.newest(context.office.folder)) == 1


def test_the_words_of_the_name_leave_the_index_while_the_window_goes_on(
    qtbot: QtBot, context: AppContext, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[threading.Thread] = []
    optimize = leftovers.optimize

    def optimize_somewhere(session: Session) -> None:
        threads.append(threading.current_thread())
        optimize(session)

    monkeypatch.setattr(leftovers, "optimize", optimize_somewhere)
    dialog = begin_erasing(context, window)
    with qtbot.waitSignal(dialog.accepted):
        dialog.erasure.erase.click()
    assert threads
    assert threading.main_thread() not in threads
    with context.office.database.write(Actor.PROGRAM) as session:
        vocabulary = "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search_names, row)"
        session.execute(text(vocabulary))
        words = session.scalars(text("SELECT term FROM temp.words")).all()
        session.execute(text("DROP TABLE temp.words"))
    assert words
    assert not [word for word in words if "خالد" in word]


def test_the_name_that_was_erased_is_said_to_the_lists(
    qtbot: QtBot, context: AppContext, window: QWidget
) -> None:
    dialog = begin_erasing(context, window)
    with qtbot.waitSignal(context.changes.erased) as erased:
        dialog.erasure.erase.click()
    assert "خالد الإدريسي" in erased.args[0]
    qtbot.waitUntil(lambda: len(backup.newest(context.office.folder)) == 1)


def test_where_no_name_is_kept_there_is_none_to_erase(context: AppContext, window: QWidget) -> None:
    partner = makers.write_partner(context.office.database)
    dialog = HistoryDialog(context, partner, "جمعية", window)
    dialog.open()
    assert not dialog.erase.isVisible()
    dialog.reject()
