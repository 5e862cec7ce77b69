"""Minutes from elsewhere become a session and its summaries, in few keys."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from outreach_app import clock
from outreach_app.i18n import Language
from tests.core.documents.reading import pages_of
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from tests.journeys.test_first_day import save_summaries
from ui.meetings.note_entry import NOTE_KEYS
from ui.meetings.page import MeetingsPage
from ui.notes.dialog import NoteDialog
from ui.notes.rows import Group

NOTES = {
    Language.ARABIC: (
        "محضر اجتماع\nالتاريخ: {day} على الساعة 10:30\nالمكان: مقر الدائرة الأمنية\n"
        "الحضور: 14 فردا منهم 6 نساء (جمعية النخيل)\nالنقط المثارة:\n"
        "- ضعف الإنارة العمومية بزنقة 12\n- طلب تكثيف الدوريات ليلا\n- سيارات مهملة بالشارع\n"
        "الالتزامات:\n- تلتزم الدائرة بدوريات ليلية قبل {due}\n"
        "الإحالات: إحالة مشكل الإنارة على الجماعة\n"
    ),
    Language.FRENCH: (
        "Compte rendu\nDate : {day} à 10h30\nLieu : siège de l'arrondissement\n"
        "Présents : 14 personnes dont 6 femmes (Association Annakhil)\nPoints abordés :\n"
        "- éclairage public en panne rue 12\n- demande de patrouilles le soir\n"
        "- voitures abandonnées\nEngagements :\n"
        "- l'arrondissement renforcera les patrouilles avant le {due}\n"
        "Saisines : éclairage transmis à la commune\n"
    ),
}
WORDS = {Language.ARABIC: "ضعف الإنارة العمومية", Language.FRENCH: "éclairage public en panne"}
MAX_KEYS = 6  # beyond the text; typing it in the editor takes a hundred


def test_minutes_become_a_session_and_its_summaries(
    desk: Desk, filled_store: Path, tmp_path: Path, language: Language
) -> None:
    today = clock.today()
    desk.start(filled_store)
    desk.unlock()
    desk.press(Key.Key_N, CONTROL)
    before = desk.keyboard.pressed
    paste(desk, NOTES[language].format(day=written(today), due=written(today + timedelta(days=9))))
    dialog = look_through(desk)
    desk.press(Key.Key_Return, CONTROL)
    desk.wait(lambda: not dialog_is_open(dialog))
    sheet = page_of(desk, MeetingsPage).editor.typed()
    assert (sheet.headcount, sheet.women, len(sheet.partners), len(sheet.lines)) == (
        "14",
        "6",
        1,
        3,
    )
    assert sum(len(line.commitments) for line in sheet.lines) == 1
    assert sum(len(line.referrals) for line in sheet.lines) == 1
    desk.press(Key.Key_Return, CONTROL)
    assert desk.keyboard.pressed - before <= MAX_KEYS
    files = save_summaries(desk, language, tmp_path / "summaries")
    texts = {spoken: " ".join(pages_of(file.read_bytes())) for spoken, file in files.items()}
    assert all(WORDS[language] in text for text in texts.values())


def paste(desk: Desk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    assert NOTE_KEYS == "Ctrl+Shift+V"
    desk.press(Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)


def look_through(desk: Desk) -> NoteDialog:
    """Go to each point without a topic, and accept the first suggestion."""
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), NoteDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NoteDialog)
    desk.wait(dialog.list.hasFocus)
    for place, row in enumerate(dialog.review.rows):
        if row.group is Group.POINT and not row.topic:
            dialog.list.show_place(place)
            desk.press(Key.Key_1)
    return dialog


def dialog_is_open(dialog: NoteDialog) -> bool:
    return QApplication.activeModalWidget() is dialog


def written(day: date) -> str:
    return f"{day:%d/%m/%Y}"
