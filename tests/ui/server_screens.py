"""The screens of a register on a server, for golden images."""

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QWidget

from outreach_app.database.address_parts import AddressParts
from outreach_app.errors import StoreFailed
from outreach_app.paths import SERVER_FILE
from outreach_app.store_problems import StoreProblem
from ui.files import Files
from ui.first_run.page import FirstRunPage
from ui.settings import Settings
from ui.tasks import Tasks
from ui.unlock.moving import MovingPage
from ui.unlock.reaching import ReachingPage

_PARTS = AddressParts(
    "registre.exemple", "registre", "registre_travail", "", Path("cle-usb/serveur.crt")
)
_ADDRESS = f"postgresql+psycopg://{_PARTS.user}@{_PARTS.server}/{_PARTS.database}"


def setting_up(settings: Settings, tasks: Tasks) -> QWidget:
    """Return the step that asks for the server of a new register."""
    page = FirstRunPage(settings, tasks)
    page.start.headquarters.setChecked(True)
    page.start.makes_on_server.setChecked(True)
    page._show(1)
    return page


def connecting(settings: Settings, tasks: Tasks) -> QWidget:
    """Return it for an existing register, with an unknown server name."""
    page = FirstRunPage(settings, tasks)
    page.start.on_server.setChecked(True)
    page.server.is_there = True
    page._show(1)
    page.server.form.fill(_PARTS)
    page._fail(StoreFailed(StoreProblem.NO_HOST))
    return page


def moving(folder: Path, tasks: Tasks) -> QWidget:
    """Return the form that moves a file to a server, with a missing field."""
    page = MovingPage(folder, tasks, Files())
    page.form.server.line.setText("registre.exemple")
    page.form.address()
    return page


def moving_back(tasks: Tasks) -> QWidget:
    """Return the form that moves a register back from a server."""
    return MovingPage(_on_server("postgresql+psycopg:///registre?host=/nowhere"), tasks, Files())


def reaching(tasks: Tasks) -> QWidget:
    """Return the form that takes another password, after the server refused one."""
    page = ReachingPage(_on_server(_ADDRESS), tasks, Files())
    page._fail(StoreFailed(StoreProblem.LOGIN))
    return page


def _on_server(address: str) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="outreach-"))
    (folder / SERVER_FILE).write_text(address)
    return folder
