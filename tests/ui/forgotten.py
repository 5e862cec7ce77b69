"""The screens of a forgotten passphrase: request, waiting, answer."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from outreach_app.exchange.stations import recovery
from tests.ui.answers import Answers
from ui.exchange.page import STATIONS, ExchangePage
from ui.shell import Shell
from ui.tasks import Tasks
from ui.unlock.asking import AskingPage

ASKING = ("request", "wait", "answer")
_RECIPIENT = "age1p7yesv27fyuj2afdg6329vnm3r3skc9jmlm4zs6l7eytlnesj9qqlfv7qy"
_REQUEST = recovery.HelpRequest(
    "0198f000-0000-7000-8000-000000000001", _RECIPIENT, {_RECIPIENT: b"sealed"}
)
# Instead of a station's fingerprint, which would differ in each run.
DIGITS = recovery.request_fingerprint(_REQUEST)


def asking(step: int, tasks: Tasks) -> QWidget:
    """Show one of ASKING, with the same digits each time."""
    folder = Path(f"forgotten-{step}")
    folder.mkdir(exist_ok=True)
    if step > 0:
        recovery._keep_pending(folder, recovery._Pending("", _REQUEST))
    page = AskingPage(folder, tasks, Answers())
    if step == 2:
        page._answer = folder
        page._show_step()
    return page


def answering(shell: Shell) -> Shell:
    """Show headquarters with a request chosen."""
    shell.show_page("exchange")
    assert isinstance(shell.page, ExchangePage)
    shell.page.tabs.setCurrentIndex(STATIONS)
    file = Path("forgotten.outreach-request")
    recovery.write_request(_REQUEST, file)
    shell.page.stations.refresh()
    shell.page.stations.fingerprint.setText(DIGITS)
    strip = shell.page.stations.answering
    strip._context = replace(strip._context, files=Answers(file))
    strip.begin()
    return shell
