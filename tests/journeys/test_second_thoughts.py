"""A slip is corrected, a deletion undone, and the history shows both, by keyboard."""

from pathlib import Path

from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting
from outreach_app.queries.partners import list_partners
from outreach_app.startup import OpenOffice
from tests.journeys.desk import CONTROL, Desk, Key
from tests.ui.rest import settle

FORMER = "تأمين محيط المدرسة"
SUBJECT = {Language.ARABIC: "تأمين محيط السوق", Language.FRENCH: "Abords du marché"}


def meetings_of(office: OpenOffice) -> list[tuple[str | None, int, bool]]:
    """Return each meeting's subject, number of points, and whether it was deleted."""
    with office.database.read() as session:
        return [
            (meeting.subject_ar or meeting.subject_fr, len(meeting.points), meeting.is_deleted)
            for meeting in session.query(Meeting)
        ]


def test_a_wrong_subject_is_put_right_and_a_deletion_undone_and_both_are_told(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("meetings")
    office = desk.shell.context.office
    page = desk.meetings
    desk.reach(page.list.table.view)
    desk.press(Key.Key_Return)
    desk.reach(page.editor.head.subject)
    desk.press(Key.Key_A, CONTROL)
    desk.type(SUBJECT[language])
    desk.press(Key.Key_S, CONTROL)
    assert meetings_of(office) == [(SUBJECT[language], 2, False)]
    desk.press(Key.Key_Z, CONTROL)
    assert meetings_of(office) == [(FORMER, 2, False)]
    desk.press(Key.Key_Y, CONTROL)
    assert meetings_of(office) == [(SUBJECT[language], 2, False)]
    desk.reach(page.list.table.view)
    desk.press(Key.Key_Delete)
    assert meetings_of(office) == [(SUBJECT[language], 2, True)]
    desk.press(Key.Key_Z, CONTROL)
    assert meetings_of(office) == [(SUBJECT[language], 2, False)]
    desk.reach(page.list.table.view)
    desk.press(Key.Key_F4)
    desk.wait(lambda: desk.reads(FORMER))
    for words in (_("Deletion"), _("Restoration"), _("The head of the precinct")):
        assert desk.reads(words)


def test_a_deletion_is_undone_from_the_empty_filter(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("partners")
    context, page = desk.shell.context, desk.partners
    desk.reach(page.list.table.view)
    desk.press(Key.Key_Delete)
    assert context.read(list_partners) == []
    desk.mouse.click(page.list.words)
    desk.press(Key.Key_Z, CONTROL)
    assert len(context.read(list_partners)) == 1


def test_what_was_done_before_a_session_is_not_undone_in_it(
    desk: Desk, filled_store: Path, language: Language
) -> None:
    desk.start(filled_store)
    desk.unlock()
    desk.go("meetings")
    office, page = desk.shell.context.office, desk.meetings
    desk.reach(page.list.table.view)
    desk.press(Key.Key_Delete)
    deleted = [(FORMER, 2, True)]
    assert meetings_of(office) == deleted
    settle(desk.window)
    desk.press(Key.Key_N, CONTROL)
    desk.wait(page.editor.isVisible)
    assert desk.said == ""
    desk.press(Key.Key_Z, CONTROL)
    assert meetings_of(office) == deleted
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Z, CONTROL)
    assert meetings_of(office) == [(FORMER, 2, False)]
