"""A new passphrase: what the keyboard would type is said while it is chosen."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app.i18n import gettext as _
from ui.vault.passphrase_fields import PassphraseFields
from ui.widgets.secret_line import SecretLine


def test_caps_lock_is_said_where_a_passphrase_is_chosen(qtbot: QtBot) -> None:
    fields = PassphraseFields(lambda: "first", lambda: "again")
    qtbot.addWidget(fields)
    fields.show()
    line = fields.first.line
    assert isinstance(line, SecretLine)
    QTest.keyClicks(line, "palmier")
    said = line.keyboard
    assert said.isVisible()
    assert _("Caps Lock is on") not in said.text()
    QTest.keyClicks(line, "P")  # without Shift
    assert _("Caps Lock is on") in said.text()
