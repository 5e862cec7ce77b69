"""A month is planned and its programme printed; a partner gets its second sheet."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.queries.meetings import MeetingRow, list_meetings
from outreach_app.services.meetings import log_meeting
from outreach_app.services.points import PointDraft
from tests import makers
from tests.core.documents.reading import pages_of
from tests.journeys.desk import CONTROL, Desk, Key, page_of
from ui.agenda.page import AgendaPage
from ui.summaries.page import SummariesPage
from ui.trash.page import TrashPage

SUBJECT = {Language.ARABIC: "الإنصات للتجار", Language.FRENCH: "Écoute des commerçants"}
REASON = {Language.ARABIC: "اعتذار الشريك", Language.FRENCH: "Le partenaire s'est excusé"}
EARLIER = {Language.ARABIC: "تتبع نقط", Language.FRENCH: "Suivi d"}


def test_a_series_is_planned_changed_undone_and_printed(
    desk: Desk, filled_store: Path, language: Language, tmp_path: Path
) -> None:
    first = first_wednesday_of_march()
    desk.start(filled_store)
    desk.unlock()
    plan(desk, language, first)
    repeat(desk, times=2)
    assert len(to_come(desk)) == 3
    desk.press(Key.Key_Z, CONTROL)
    assert [row.held_on for row in to_come(desk)] == [first]
    repeat(desk, times=1)
    moved = first + timedelta(days=1)
    desk.press(Key.Key_M, CONTROL)
    desk.type(f"{moved:%d%m%Y}")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_F9)
    desk.type(REASON[language])
    desk.press(Key.Key_Return)
    assert [row.status for row in to_come(desk)] == ["cancelled", "planned"]
    desk.press(Key.Key_Z, CONTROL)
    first_of_all = to_come(desk)[0]
    assert (first_of_all.held_on, first_of_all.status) == (moved, "planned")
    for text in print_programme(desk, tmp_path).values():
        assert SUBJECT[language] in text
        assert f"{moved:%d/%m/%Y}" in text
        assert f"{first:%d/%m/%Y}" not in text


def test_a_meeting_taken_back_returns_from_the_trash_with_its_partner(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    day = first_wednesday_of_march()
    desk.start(filled_store)
    desk.unlock()
    plan(desk, language, day)
    (planned,) = to_come(desk)
    assert planned.partners
    desk.press(Key.Key_Z, CONTROL)
    assert to_come(desk) == []
    open_trash(desk)
    page = page_of(desk, TrashPage)
    desk.reach(page.list)
    desk.press(Key.Key_Return)
    (restored,) = to_come(desk)
    assert restored.partners == planned.partners


def test_the_second_sheet_tells_what_came_after_the_first(
    desk: Desk, filled_store: Path, language: Language, tmp_path: Path
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("summaries")
    page = page_of(desk, SummariesPage)
    desk.reach(page.choices.kinds)
    desk.press(Key.Key_Down)
    desk.reach(page.choices.partner.partners)
    desk.press(Key.Key_Down)
    desk.mouse.click(page.choices.languages[2])
    for text in save(desk, page, tmp_path / "first").values():
        assert "الزقاق مظلم ليلا" in text
        assert EARLIER[language] not in text
    log_another(desk, page.choices.partner.partner)
    texts = save(desk, page, tmp_path / "second")
    for spoken, text in texts.items():
        assert "إنارة الساحة" in text
        assert EARLIER[spoken] in text
        assert "تخصيص دورية راجلة" in text
        assert "الزقاق مظلم ليلا" in text  # passed on, and not answered yet


def first_wednesday_of_march() -> date:
    """Return that of next year, which is always in the future."""
    day = date(clock.local(clock.now()).year + 1, 3, 1)
    return day + timedelta(days=(2 - day.weekday()) % 7)


def to_come(desk: Desk) -> list[MeetingRow]:
    """Return the planned meetings, by day."""
    rows = desk.shell.context.read(list_meetings)
    return sorted((row for row in rows if row.status != "held"), key=lambda row: row.held_on)


def plan(desk: Desk, language: Language, day: date) -> None:
    """Plan a meeting beside the week, and select it."""
    desk.go("agenda")
    desk.press(Key.Key_N, CONTROL)
    form = page_of(desk, AgendaPage).schedule
    desk.type("الن")
    desk.press(Key.Key_Return)
    desk.reach(form.form.field("subject"))
    desk.type(SUBJECT[language])
    desk.reach(form.form.field("held_on"))
    desk.press(Key.Key_A, CONTROL)
    desk.type(f"{day:%d%m%Y}")
    desk.press(Key.Key_Return, CONTROL)
    assert [row.held_on for row in to_come(desk)] == [day]
    desk.go("meetings")
    desk.reach(desk.meetings.list.table.view)
    desk.press(Key.Key_Home)


def open_trash(desk: Desk) -> None:
    """Open the trash, the last page of the rail but one."""
    for key in (Key.Key_End, Key.Key_Up):
        desk.press(Key.Key_0, CONTROL)
        desk.press(key)


def repeat(desk: Desk, *, times: int) -> None:
    """Repeat the meeting every month, as the form proposes."""
    desk.press(Key.Key_R, CONTROL)
    desk.reach(desk.meetings.details.forms.repeat_row.times)
    desk.press(Key.Key_A, CONTROL)
    desk.type(str(times))
    desk.press(Key.Key_Return)


def print_programme(desk: Desk, folder: Path) -> dict[Language, str]:
    """Print the current month of the calendar as a programme, and read it back."""
    desk.go("agenda")
    desk.press(Key.Key_P, CONTROL)
    page = page_of(desk, SummariesPage)
    desk.mouse.click(page.choices.languages[2])
    return save(desk, page, folder / "programme")


def save(desk: Desk, page: SummariesPage, folder: Path) -> dict[Language, str]:
    """Press Ctrl+E once both documents are shown; return their words by language."""
    folder.mkdir()
    desk.wait(lambda: page.preview.tabs.count() == 2 and not page.progress.isVisible())
    desk.answer_file_dialog(folder)
    desk.press(Key.Key_E, CONTROL)
    desk.wait(lambda: len(list(folder.glob("*.pdf"))) == 2)
    desk.wait(lambda: not page.progress.isVisible())
    found = {}
    first, second = sorted(folder.glob("*.pdf"))  # Latin letters before Arabic ones
    for spoken, file in ((Language.FRENCH, first), (Language.ARABIC, second)):
        found[spoken] = " ".join(" ".join(pages_of(file.read_bytes())).split())
    return found


def log_another(desk: Desk, partner: UUID | None) -> None:
    """Log a session of today with the same partner."""
    assert partner is not None
    draft = makers.meeting_draft(
        held_on=clock.today(),
        attendances=((partner, True),),
        points=(PointDraft("request", "tp.6.1", "إنارة الساحة", "ar"),),
        commitments=(),
        referrals=(),
    )
    desk.shell.context.write(lambda session: log_meeting(session, draft).uid, "")
