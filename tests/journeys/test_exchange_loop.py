"""Two precincts and headquarters: cards, files on a stick, the national summary, an answer."""

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from outreach_app import clock
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.paths import STORE_FILE
from outreach_app.queries.bundles import get_exchange_state
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.replies import list_replies
from outreach_app.vault import unlock
from tests import makers
from tests.journeys.conftest import MakeDesk, last_month
from tests.journeys.desk import CONTROL, Desk, Key
from ui.exchange.page import RECEIVE, SEND, STATIONS, ExchangePage
from ui.follow_up.page import FollowUpPage
from ui.summaries.national_page import NationalPage
from ui.widgets.buttons import Button

REPLY = {Language.ARABIC: "ستُصلح الإنارة هذا الشهر", Language.FRENCH: "L’éclairage sera réparé"}


@dataclass(frozen=True)
class Office:
    """A store, its card, and its fingerprint."""

    store: Path
    card: Path
    digits: str = ""


@pytest.fixture
def precincts(store: Path, tmp_path: Path) -> list[Office]:
    """Return two precincts, each with a meeting to send."""
    second = tmp_path / "second"
    draft = replace(makers.office_draft(), number="14", name_ar="السلام", name_fr="Assalam")
    makers.create_store(second, draft)
    for folder in (store, second):
        database = Database(folder / STORE_FILE, unlock(folder, makers.PASSPHRASE))
        makers.write_meeting(database, held_on=last_month(clock.today()))
        database.close()
    return [Office(folder, tmp_path / f"{folder.name}.outreach-card") for folder in (store, second)]


@pytest.fixture
def central(new_headquarters: Path, tmp_path: Path) -> Office:
    """Return headquarters with an empty store."""
    folder = Path(shutil.copytree(new_headquarters, tmp_path / "central"))
    return Office(folder, tmp_path / "central.outreach-card")


def test_what_a_precinct_sends_is_acknowledged_and_answered(
    make_desk: MakeDesk,
    precincts: list[Office],
    central: Office,
    tmp_path: Path,
    language: Language,
) -> None:
    sent, answers = tmp_path / "sent", tmp_path / "answers"
    for folder in (sent, answers):
        folder.mkdir()
    desk = begin(make_desk, central)
    central = replace(central, digits=save_card(desk, central))
    desk.close()
    for place, precinct in enumerate(precincts):
        desk = begin(make_desk, precinct)
        precincts[place] = replace(precinct, digits=save_card(desk, precinct))
        enrol(desk, central)
        write(desk, sent)
        desk.close()
    desk = begin(make_desk, central)
    for precinct in precincts:
        enrol(desk, precinct)
    take_in(desk, sent)
    assert len(desk.shell.context.read(list_meetings)) == len(precincts)
    read_of_the_nation(desk, tmp_path / "national")
    reply(desk, REPLY[language])
    write(desk, answers)
    desk.close()
    heard = [hear(make_desk, precinct, answers) for precinct in precincts]
    assert sorted(heard) == [[], [REPLY[language]]]


def begin(make_desk: MakeDesk, office: Office) -> Desk:
    """Start the program on a store."""
    desk = make_desk()
    desk.start(office.store)
    desk.unlock()
    return desk


def exchange(desk: Desk, place: int) -> ExchangePage:
    """Go to a tab of the exchange page by keyboard."""
    desk.go("exchange")
    page = desk.shell.page
    assert isinstance(page, ExchangePage)
    steps = (place - page.tabs.currentIndex()) % page.tabs.count()
    for _time in range(steps):
        desk.press(Key.Key_Tab, CONTROL)
    assert page.tabs.currentIndex() == place
    return page


def press(desk: Desk, button: Button) -> None:
    desk.reach(button)
    desk.press(Key.Key_Space)


def save_card(desk: Desk, office: Office) -> str:
    """Save the card; return the fingerprint on the screen."""
    pane = exchange(desk, STATIONS).stations
    desk.answer_file_dialog(office.card)
    press(desk, pane.save)
    desk.wait(office.card.exists)
    return pane.fingerprint.text()


def enrol(desk: Desk, office: Office) -> None:
    """Choose a card, and type the fingerprint."""
    pane = exchange(desk, STATIONS).stations
    before = pane.table.model.rowCount()
    desk.answer_file_dialog(office.card)
    press(desk, pane.choose)
    desk.wait(pane.form.typed.isVisible)
    desk.type("".join(sign for sign in office.digits if sign.isdigit()))
    desk.press(Key.Key_Return)
    assert pane.table.model.rowCount() == before + 1, pane.form.problem.text()


def write(desk: Desk, folder: Path) -> None:
    """Preview the export, and write it to a folder."""
    pane = exchange(desk, SEND).send
    assert pane.records.text()
    desk.answer_file_dialog(folder)
    press(desk, pane.buttons.write)
    desk.wait(pane.written.isVisible)


def take_in(desk: Desk, folder: Path) -> None:
    """Check the files of a folder, then import them."""
    pane = exchange(desk, RECEIVE).receive
    desk.answer_file_dialog(folder)
    press(desk, pane.choose_folder)
    desk.wait(pane.bring.isEnabled)
    before = desk.said
    press(desk, pane.bring)
    desk.wait(lambda: desk.said != before)


def read_of_the_nation(desk: Desk, folder: Path) -> None:
    """Save last month's summary, in which both precincts are counted."""
    folder.mkdir()
    desk.go("summaries")
    page = desk.shell.page
    assert isinstance(page, NationalPage)
    desk.wait(lambda: page.preview.tabs.count() == 2)
    desk.answer_file_dialog(folder)
    desk.press(Key.Key_E, CONTROL)
    desk.wait(lambda: "وطنية" in desk.said and "synthese-nationale-" in desk.said)
    (french,) = folder.glob("synthese-nationale-*.pdf")
    pages = [sheet.extract_text() for sheet in PdfReader(french).pages]
    text = " ".join(" ".join(pages).split())
    assert "2/2" in text  # reports received
    assert "Ceux-ci ont organisé 2 " in text


def reply(desk: Desk, words: str) -> None:
    """Reply to the first point that has no reaction."""
    desk.go("follow_up")
    page = desk.shell.page
    assert isinstance(page, FollowUpPage)
    desk.press(Key.Key_Tab, CONTROL)
    listing = page.points
    desk.reach(listing.table.view)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_F7)
    desk.type(words)
    desk.press(Key.Key_Return)
    assert [row.text for row in desk.shell.context.read(list_replies)] == [words]


def hear(make_desk: MakeDesk, office: Office, answers: Path) -> list[str]:
    """Import the answers, see the acknowledgement; return the replies on the screen."""
    desk = begin(make_desk, office)
    take_in(desk, answers)
    statuses = {file.status for file in exchange(desk, RECEIVE).receive._summary.files}
    assert statuses == {"imported", "elsewhere"}  # the other's answer cannot be opened here
    pane = exchange(desk, SEND).send
    state = desk.shell.context.read(get_exchange_state)
    assert state.acknowledged_upto is not None
    assert pane.state.text().startswith(
        _("Headquarters acknowledged your changes on {moment}.").partition(" {")[0]
    )
    assert not pane.records.text()  # nothing changed since
    replies = desk.shell.context.read(list_replies)
    desk.go("follow_up")
    page = desk.shell.page
    assert isinstance(page, FollowUpPage)
    for row in replies:
        page.show_record(row.point)
        assert page.points.beside is not None
        assert page.points.beside.isVisible()
        assert row.text in page.points.beside.words
    desk.close()
    return [row.text for row in replies]
