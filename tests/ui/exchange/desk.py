"""The exchange page of one office, and the USB stick carried between offices."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import uuid_utils.compat
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from outreach_app.actors import Actor
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.stations.cards import card_fingerprint
from outreach_app.exchange.stations.registry import enrol, own_card
from outreach_app.queries.stations import StationRow, list_stations
from tests.ui.conftest import Heard
from ui.context import AppContext
from ui.exchange.page import STATIONS, ExchangePage
from ui.files import Files
from ui.requests import ChooseFiles, SendChanges


@dataclass
class Stick:
    """A folder, and whether it is plugged in."""

    folder: Path
    drives: list[Path] = field(default_factory=list)

    def plug(self) -> None:
        self.drives.append(self.folder)

    def pull(self) -> None:
        self.drives.clear()

    def bundles(self) -> list[Path]:
        return sorted(self.folder.glob("*.outreach"))

    def empty(self) -> None:
        for path in self.bundles():
            path.unlink()


class StickFiles(Files):
    """Answers dialogs of the system with the stick, or with the requested file."""

    def __init__(self, stick: Stick) -> None:
        super().__init__()
        self._stick = stick
        self.card: Path | None = None
        self.titles: list[str] = []

    def ask_folder(self, parent: QWidget, title: str) -> Path | None:
        return self._stick.folder

    def ask_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.card

    def ask_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        return self._stick.bundles()

    def ask_new_file(self, parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
        self.titles.append(title)
        return self._stick.folder / f"own{Path(name).suffix}"

    def sticks(self) -> list[Path]:
        return list(self._stick.drives)


class Desk:
    """Drives the page as a person does."""

    def __init__(self, context: AppContext, heard: Heard, stick: Stick, qtbot: QtBot) -> None:
        self.heard = heard
        self._stick = stick
        self._qtbot = qtbot
        self.files = StickFiles(stick)
        self.context = replace(context, files=self.files)
        self.page = ExchangePage(self.context)

    def press(self, button: QAbstractButton) -> None:
        """Press a visible button."""
        self.wait_for(button)
        assert button.isEnabled()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def wait_until(self, condition: Callable[[], bool]) -> None:
        """Wait for the result of background work."""
        self._qtbot.waitUntil(condition)

    def wait_for(self, widget: QWidget) -> None:
        """Wait for what background work shows."""
        self._qtbot.waitUntil(widget.isVisible)

    def begin_enrolment(self, other: "Desk") -> str:
        """Save the other's card, and choose it here; return the fingerprint to type."""
        self.page.tabs.setCurrentIndex(STATIONS)
        other.page.tabs.setCurrentIndex(STATIONS)
        other.press(other.page.stations.save)
        self.files.card = self._stick.folder / "own.outreach-card"
        self.press(self.page.stations.choose)
        card = other.context.read(own_card)
        assert card_fingerprint(card) in other.page.stations.fingerprint.text()
        return card_fingerprint(card)

    def enrol(self, other: "Desk") -> None:
        """Type the fingerprint, and confirm."""
        digits = self.begin_enrolment(other)
        QTest.keyClicks(self.page.stations.form.typed, digits)
        self.press(self.page.stations.form.confirm)

    def send(self, *, names: bool = False) -> None:
        """Write the export to the stick."""
        pane = self.page.send
        self.page.take(SendChanges())
        if names:
            pane.names.click()
        pane.written.forget()
        self.press(pane.buttons.write)
        self._qtbot.waitUntil(lambda: pane.written.isVisible() or pane.failure.isVisible())
        assert not pane.failure.isVisible(), pane.failure.words

    def receive(self) -> None:
        """Import the files on the stick: checked first, then imported if something is new."""
        self.try_files()
        pane = self.page.receive
        if pane.bring.isEnabled():
            before = len(self.heard.said)
            self.press(pane.bring)
            self._qtbot.waitUntil(lambda: len(self.heard.said) > before)

    def try_files(self) -> None:
        """Check the files on the stick."""
        pane = self.page.receive
        pane.table.model.show_ids(())
        self.page.take(ChooseFiles())
        self._qtbot.waitUntil(lambda: pane.table.model.rowCount() > 0)

    def statuses(self) -> list[tuple[str, str | None]]:
        """Return the status of each file in the list."""
        table = self.page.receive.table
        rows = [table.model.row(number) for number in range(table.model.rowCount())]
        return [(row.status, row.code) for row in rows if row is not None]

    def stations(self) -> list[StationRow]:
        """Return the other enrolled stations."""
        return [row for row in self.context.read(list_stations) if not row.is_own]


def enrol_others(headquarters: Desk, precinct: Desk, names: Iterable[str]) -> None:
    """Enrol cards like the precinct's under other names, of stations that send nothing."""
    own = precinct.context.read(own_card)
    numbers = map(str, count(6 + len(headquarters.stations())))
    free = (number for number in numbers if number != own.number)
    with headquarters.context.office.database.write(Actor.HEADQUARTERS) as session:
        for number, name in zip(free, names, strict=False):
            card = structs.replace(
                own,
                device=str(uuid_utils.compat.uuid7()),
                office=str(uuid_utils.compat.uuid7()),
                number=number,
                name_ar=name,
                name_fr=name,
                keys=StationKeys.generate().public,
            )
            enrol(session, card, card_fingerprint(card))
    headquarters.context.changes.happened.emit(frozenset({"station"}))
