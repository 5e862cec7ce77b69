"""Settings: larger text, reminders, an emblem, a tested backup."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QListView

from outreach_app import backup
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from tests import makers
from tests.core.documents.reading import pages_of
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui import settings as window_settings
from ui import style
from ui.fonts import font
from ui.help.dialog import HelpDialog
from ui.help.pages import help_title
from ui.preferences.page import PreferencesPage
from ui.summaries.page import SummariesPage
from ui.widgets.buttons import Button

LARGE = 125
TITLES = {Language.ARABIC: "الدائرة الأمنية النخيل", Language.FRENCH: "police Annakhil"}


@pytest.fixture(autouse=True)
def usual_size() -> Iterator[None]:
    yield
    style.set_text_size(100)


def test_one_sits_down_comfortably(
    desk: Desk, filled_store: Path, tmp_path: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    go_to_settings(desk)
    enlarge_the_text(desk)
    be_reminded_earlier(desk)
    choose_an_emblem(desk, tmp_path)
    print_it(desk, language, tmp_path / "summaries")
    rehearse_a_restore(desk, language)


def go_to_settings(desk: Desk) -> PreferencesPage:
    """Click on the tenth page, which has no number key."""
    (rail,) = desk.shell.rail.findChildren(QListView)
    desk.mouse.click_row(rail, list(desk.shell._entries).index("preferences"))
    return page_of(desk, PreferencesPage)


def enlarge_the_text(desk: Desk) -> None:
    page = page_of(desk, PreferencesPage)
    desk.mouse.click(page.look.sizes[LARGE])
    assert font().pixelSize() == 18


def be_reminded_earlier(desk: Desk) -> None:
    page = page_of(desk, PreferencesPage)
    desk.reach(page.reminders.reminder.list)
    desk.press(Key.Key_Down)
    kept = window_settings.load(desk.shell.context.settings.file)
    assert (kept.reminder_minutes, kept.text_size) == (60, LARGE)


def choose_an_emblem(desk: Desk, folder: Path) -> None:
    """Choose a letter, which is refused with a message, then an image, which is accepted."""
    letter, image = folder / "letter.pdf", folder / "emblem.jpg"
    letter.write_bytes(b"%PDF-1.7")
    image.write_bytes(makers.emblem_image(kind="JPEG"))
    desk.push(_("Office and letterhead"))
    desk.answer_file_dialog(letter)
    desk.push(_("Choose the emblem"))
    desk.wait(page_of(desk, PreferencesPage).office.emblem.problem.isVisible)
    desk.answer_file_dialog(image)
    desk.push(_("Choose the emblem"))
    desk.wait(lambda: desk.said == _("The emblem was changed."))
    desk.push(_("Back"))


def print_it(desk: Desk, language: Language, folder: Path) -> None:
    """Save the next summary, with the emblem at its head."""
    folder.mkdir()
    desk.go("summaries")
    page = page_of(desk, SummariesPage)
    desk.mouse.click_row(page.choices.session.sessions, 0)
    desk.wait(lambda: page.preview.page_count > 0)
    desk.answer_file_dialog(folder)
    desk.press(Key.Key_E, CONTROL)
    desk.wait(lambda: len(list(folder.glob("*.pdf"))) == 1)
    (file,) = folder.glob("*.pdf")
    content = file.read_bytes()
    (emblem,) = PdfReader(BytesIO(content)).pages[0].images
    assert emblem.image is not None
    assert emblem.image.size == (267, 320)
    assert TITLES[language] in " ".join(pages_of(content))


def rehearse_a_restore(desk: Desk, language: Language) -> None:
    """Make a backup and open it aside; F1 explains backups."""
    office = desk.shell.context.office
    page = go_to_settings(desk)
    desk.push(_("Backups"))
    desk.push(_("Back up now"))
    desk.wait(lambda: desk.reads(_("The backup was made and opened again: it is intact.")))
    assert len(backup.newest(office.folder)) == 1
    desk.push(_("Test a restore"))
    untouched = _("This backup can be restored. Records: {records}. The register is untouched.")
    desk.wait(lambda: page.backups.result.text().startswith(untouched.partition("{")[0]))
    desk.press(Key.Key_F1)
    dialog = desk.shell.findChild(HelpDialog)
    assert dialog is not None
    assert dialog.topics.currentItem().text() == help_title("backups", language)
    (close,) = dialog.findChildren(Button)
    desk.mouse.click(close)
    desk.wait(lambda: not dialog.isVisible())
