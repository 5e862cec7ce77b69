"""The first day: from an empty computer to a session's saved summaries, by keyboard."""

from datetime import date
from pathlib import Path

from outreach_app.i18n import Language
from outreach_app.models import Meeting, Partner
from outreach_app.queries.records import get_own_office
from tests.core.documents.reading import pages_of
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.summaries.page import SummariesPage

PASSPHRASE = "four words on paper"
TOPIC = {Language.ARABIC: "الإن", Language.FRENCH: "eclair"}
WORDS = {Language.ARABIC: "ثلاثة أعمدة معطلة", Language.FRENCH: "Trois lampadaires en panne"}
PROMISE = {Language.ARABIC: "التز", Language.FRENCH: "eng"}
SUBJECT = {Language.ARABIC: "تأمين محيط المدرسة", Language.FRENCH: "Abords des écoles"}
TITLES = {Language.ARABIC: "الدائرة الأمنية النخيل", Language.FRENCH: "police Annakhil"}


def test_from_an_empty_folder_to_both_summaries(
    desk: Desk, tmp_path: Path, language: Language
) -> None:
    desk.start(tmp_path / "data")
    create_office(desk)
    register_partner(desk)
    log_session(desk, language)
    files = save_summaries(desk, language, tmp_path / "summaries")
    for spoken, file in files.items():
        text = " ".join(pages_of(file.read_bytes()))
        assert TITLES[spoken] in text
        assert SUBJECT[language] in text
        assert WORDS[language] in text


def create_office(desk: Desk) -> None:
    desk.wait(lambda: bool(desk.program.gate.currentWidget()))
    page = desk.first_run
    desk.press(Key.Key_Return)
    for name in ("النخيل", "Annakhil", "الدار البيضاء"):
        desk.type(name)
        desk.press(Key.Key_Tab)
    desk.press(Key.Key_Return)
    for field in (page.passphrase.first, page.passphrase.again):
        desk.reach(field.line)
        desk.type(PASSPHRASE)
    desk.press(Key.Key_Return)
    desk.wait(page.recovery.isVisible)
    groups = page.recovery.text.split("-")
    desk.reach(page.recovery.typed.lines[page.recovery.typed.asked[0]])
    for place in page.recovery.typed.asked:  # a complete group moves to the next box
        desk.type(groups[place])
    desk.press(Key.Key_Return)
    desk.wait(lambda: desk.program.shell is not None)
    office = desk.shell.context.read(get_own_office)
    assert (office.name_fr, office.city_fr) == ("Annakhil", "Casablanca")


def register_partner(desk: Desk) -> None:
    desk.go("partners")
    desk.press(Key.Key_N, CONTROL)
    desk.wait(desk.partners.form.isVisible)
    desk.type("جمعية آباء التلاميذ")
    desk.press(Key.Key_Tab)
    desk.type("Association des parents d'élèves")
    desk.press(Key.Key_S, CONTROL)
    desk.wait(lambda: "جمعية آباء التلاميذ" in desk.said)
    with desk.shell.context.office.database.read() as session:
        assert session.query(Partner).one().name_fr == "Association des parents d'élèves"


def log_session(desk: Desk, language: Language) -> None:
    """Log a session in the language of the window."""
    desk.go("meetings")
    desk.press(Key.Key_N, CONTROL)
    editor = desk.meetings.editor
    desk.reach(editor.head.subject)
    desk.type(SUBJECT[language])
    desk.reach(editor.head.attendance)
    desk.type("جمع" if language is Language.ARABIC else "par")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_F6)
    desk.type(TOPIC[language])
    desk.press(Key.Key_Return)
    desk.type(WORDS[language])
    desk.press(Key.Key_Tab)
    desk.type(PROMISE[language])
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    desk.type("10122099")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return, CONTROL)
    assert editor.failure.isHidden(), editor.failure.words
    with desk.shell.context.office.database.read() as session:
        meeting = session.query(Meeting).one()
        assert len(meeting.attendances) == 1
        assert [point.topic for point in meeting.points] == ["tp.6.1"]
        assert [row.due_on for row in meeting.commitments] == [date(2099, 12, 10)]


def save_summaries(desk: Desk, language: Language, folder: Path) -> dict[Language, Path]:
    """Save the summary that Ctrl+Enter opened, in both languages."""
    page = page_of(desk, SummariesPage)
    folder.mkdir()
    desk.reach(page.choices.languages[0])
    forwards = Key.Key_Left if language.is_right_to_left else Key.Key_Right
    desk.press(forwards, times=len(page.choices.languages) - 1)
    desk.wait(lambda: page.preview.tabs.count() == 2)
    desk.answer_file_dialog(folder)
    desk.press(Key.Key_E, CONTROL)
    desk.wait(lambda: len(list(folder.glob("*.pdf"))) == 2)
    desk.wait(lambda: "جلسة" in desk.said and "seance-" in desk.said)
    nouns = {Language.ARABIC: "جلسة", Language.FRENCH: "seance"}
    return {spoken: next(folder.glob(f"{noun}-*.pdf")) for spoken, noun in nouns.items()}
