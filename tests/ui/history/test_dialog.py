"""The history of a record as a person reads it."""

from dataclasses import replace
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.errors import NotFound
from outreach_app.i18n import Language
from outreach_app.services.meeting_drafts import draft_of_meeting
from outreach_app.services.meetings import change_meeting
from tests import makers
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
    uid = makers.write_meeting(database, kind="mt.thematic")
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
    assert not [text for text in words if "tp." in text or "mt." in text or "{" in text]
    languages.switch(Language.ARABIC)
    qtbot.waitUntil(lambda: "تعديل" in [label.text() for label in dialog.findChildren(QLabel)])
    dialog.reject()


def test_a_record_that_is_gone_says_so(context: AppContext, window: QWidget) -> None:
    with pytest.raises(NotFound):
        HistoryDialog(context, UUID(int=1), "", window)
