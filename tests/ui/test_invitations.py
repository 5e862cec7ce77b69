"""No sentence of a page invites an account to what it may not do."""

from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.startup import OpenOffice
from tests import makers
from ui.page_keys import PageKey
from ui.requests import OpenPartner
from ui.settings import Settings
from ui.shell import Shell
from ui.tasks import Tasks
from ui.widgets.labels import KeyCap, Label

_KEYS = ("Ctrl+N", "F11", "F12")


def invitations(shell: Shell) -> set[str]:
    """Return the sentences in sight that name a key that records something, or editing."""
    QApplication.processEvents()
    labels = [label for label in shell.findChildren(Label) if not isinstance(label, KeyCap)]
    words = {label.text() for label in labels if label.isVisibleTo(shell)}
    edit = _("No phone or address yet. Add them with Edit.")
    add = _("Nobody yet. Add who speaks for this partner.")
    return {it for it in words if it in (edit, add) or any(key in it for key in _KEYS)}


@pytest.mark.parametrize(("actor", "number"), [(Actor.CHIEF, 5), (Actor.READER, 0)])
def test_only_who_may_record_is_told_how(
    qtbot: QtBot, office: OpenOffice, settings: Settings, tasks: Tasks, actor: Actor, number: int
) -> None:
    office.database.actor = actor
    shell = Shell(office, settings, tasks)
    qtbot.addWidget(shell)
    shell.resize(1366, 768)
    shell.show()
    found: set[str] = set()
    for key in (PageKey.TODAY, PageKey.PARTNERS, PageKey.COMMUNICATION):
        shell.show_page(key)
        found |= invitations(shell)
    shell.open_page(OpenPartner(partner_without_contacts(office)))
    assert len(found | invitations(shell)) == number


def partner_without_contacts(office: OpenOffice) -> UUID:
    actor, office.database.actor = office.database.actor, Actor.CHIEF
    partner = makers.write_partner(office.database, phone=None)
    office.database.actor = actor
    return partner
