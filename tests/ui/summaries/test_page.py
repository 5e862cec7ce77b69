"""The page of summaries: a session is chosen, its document previewed, saved, printed."""

from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

import docx
import pytest
from pypdf import PdfReader
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.issuing.hand_outs import months_back
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.issues import list_issues
from outreach_app.rules.dates import add_months
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.recorded import Recorded
from ui import languages
from ui.requests import ShowHandOut, ShowProgramme, ShowSummary
from ui.summaries.page import SummariesPage
from ui.translations.dialog import TranslationsDialog
from ui.widgets.labels import Label


@pytest.fixture
def meeting(office: OpenOffice) -> UUID:
    makers.write_meeting(office.database, status="planned", subject_ar="لقاء مبرمج")
    return makers.write_meeting(office.database)


def test_without_a_held_session_it_says_what_to_do(page: SummariesPage) -> None:
    assert page.choices.session.advice.isVisible()
    assert not page.save.isEnabled()
    assert not page.print.isEnabled()


def test_a_held_session_is_shown_in_both_languages_and_nothing_is_given_out(
    qtbot: QtBot, meeting: UUID, page: SummariesPage, recorded: Recorded
) -> None:
    assert page.choices.session.sessions.count() == 1  # the planned one has no summary
    languages.switch(Language.FRENCH)
    page.choices.languages[2].click()
    page.choices.session.sessions.setCurrentRow(0)
    _wait(qtbot, page)
    tabs = page.preview.tabs
    assert [tabs.tabData(place) for place in range(tabs.count())] == ["ar", "fr"]
    assert tabs.tabData(tabs.currentIndex()) == "fr"  # that of the screen
    told = page.progress.findChildren(Label)
    assert _("The document is being made") in [label.text() for label in told]
    assert not recorded.context.read(list_issues)


def test_the_session_that_the_focus_brings_is_marked(meeting: UUID, page: SummariesPage) -> None:
    sessions = page.choices.session.sessions
    sessions.setCurrentRow(0, QItemSelectionModel.SelectionFlag.NoUpdate)  # as the focus does
    assert page.choices.session.meeting == meeting
    assert [sessions.row(item) for item in sessions.selectedItems()] == [0]


def test_it_is_saved_in_the_folder_chosen_and_listed_as_given_out(
    qtbot: QtBot,
    meeting: UUID,
    page: SummariesPage,
    recorded: Recorded,
    tmp_path: Path,
    opened: list[Path],
) -> None:
    page.choices.languages[2].click()
    page.take(ShowSummary(meeting))
    _wait(qtbot, page)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".pdf", ".pdf"]
    assert [row.meeting for row in recorded.context.read(list_issues)] == [meeting]
    assert page.choices.session.issues.count() == 1
    page.open_folder.click()
    assert opened == [tmp_path / "out"]
    assert recorded.go_on is not None
    recorded.go_on()  # of both languages
    assert opened[1:] == [tmp_path / "out"]


def test_a_copy_to_edit_is_saved_in_each_language_and_listed_as_given_out(
    qtbot: QtBot, meeting: UUID, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    page.choices.languages[2].click()
    page.take(ShowSummary(meeting))
    _wait(qtbot, page)
    page.save_copy.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    files = sorted((tmp_path / "out").iterdir())
    assert [file.name.partition("-")[0] for file in files] == ["seance", "جلسة"]
    assert docx.Document(str(files[0])).core_properties.title.startswith("synthèse")
    assert len(recorded.context.read(list_issues)) == 1
    assert recorded.context.read(list_access)[0].verb == "write_documents"


def test_every_page_reaches_the_paper(
    qtbot: QtBot, meeting: UUID, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    page.choices.languages[2].click()
    page.take(ShowSummary(meeting))
    _wait(qtbot, page)
    page.print.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 2
    assert len(recorded.context.read(list_issues)) == 1
    assert recorded.context.read(list_access)[0].verb == "give_document"


def test_a_session_that_is_not_held_is_refused_in_words(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage
) -> None:
    page.take(ShowSummary(makers.write_meeting(office.database, status="planned")))
    qtbot.waitUntil(page.banner.isVisible)
    assert page.banner.words
    assert not page.save.isEnabled()


def _wait(qtbot: QtBot, page: SummariesPage) -> None:
    qtbot.waitUntil(lambda: page.preview.page_count > 0)


def test_what_a_partner_said_and_what_was_done_is_shown_and_saved(
    qtbot: QtBot,
    partner: UUID,
    page: SummariesPage,
    recorded: Recorded,
    tmp_path: Path,
) -> None:
    page.choices.languages[2].click()
    page.choices.kinds.setCurrentIndex(1)
    assert page.choices.partner.partners.count() == 1  # the other one was not met
    page.choices.partner.partners.setCurrentRow(0)
    _wait(qtbot, page)
    assert page.preview.tabs.count() == 2
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    end = f"-{clock.today()}-D-01-{clock.today().year}.pdf"
    assert names == [
        f"dit-et-fait-Association-Annakhil{end}",
        f"قلتم-وأنجزنا-جمعية-النخيل{end}",
    ]
    assert [row.partner for row in recorded.context.read(list_issues)] == [partner]
    assert not page.choices.session.issues.count()  # it is the summary of no session


def test_a_partner_opened_from_elsewhere_shows_its_sheet(
    qtbot: QtBot, partner: UUID, page: SummariesPage
) -> None:
    page.take(ShowHandOut((partner,)))
    _wait(qtbot, page)
    assert page.choices.kinds.currentIndex() == 1
    assert page.choices.partner.partners.currentRow() == 0


def test_a_partner_that_was_not_met_is_refused_in_words(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage
) -> None:
    page.take(ShowHandOut((makers.write_partner(office.database),)))
    qtbot.waitUntil(page.banner.isVisible)
    assert page.choices.partner.advice.isVisible()
    assert not page.save.isEnabled()


def test_a_longer_time_finds_who_was_met_before(office: OpenOffice, page: SummariesPage) -> None:
    partner = makers.write_partner(office.database)
    before = add_months(clock.today(), -5)
    makers.write_meeting(office.database, held_on=before, attendances=((partner, True),))
    panel = page.choices.partner
    page.choices.kinds.setCurrentIndex(1)
    for months, found in (("3", 0), ("6", 1)):
        panel.period.setCurrentIndex(panel.period.findData(months))
        panel.period.activated.emit(panel.period.currentIndex())
        assert panel.partners.count() == found


def test_the_programme_of_a_month_is_shown_at_once_and_printed(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    today = clock.today()
    makers.write_meeting(office.database, status="planned", held_on=today)
    page.choices.kinds.setCurrentIndex(2)
    _wait(qtbot, page)
    page.print.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    assert len(PdfReader(tmp_path / "paper.pdf").pages) == 1


def test_the_programme_of_any_month_is_asked_for_from_elsewhere(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage
) -> None:
    page.take(ShowProgramme(date(2026, 3, 15)))
    _wait(qtbot, page)
    assert page.choices.kinds.currentIndex() == 2
    assert page.choices.programme.month.currentText() == "مارس 2026"


def test_what_a_sheet_goes_on_from_is_said(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage
) -> None:
    today = clock.today()
    partner = makers.write_partner(office.database)
    present = ((partner, True),)
    makers.write_meeting(office.database, attendances=present, held_on=today - timedelta(days=9))
    months = months_back(today)
    makers.give_sheet(office.database, str(partner), months)
    makers.write_meeting(office.database, attendances=present, held_on=today)
    page.take(ShowHandOut((partner,)))
    said = page.choices.partner.since.text()
    assert f"{today - timedelta(days=8):%d/%m/%Y}" in said
    assert f"{today:%d/%m/%Y}" in said
    _wait(qtbot, page)


def test_a_session_that_the_last_sheet_left_out_is_said_to_stand_on_none(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = clock.now()
    today = clock.local(now).date()
    partner = makers.write_partner(office.database)
    days = [today - timedelta(days=days) for days in (9, 20, 0)]
    monkeypatch.setattr(clock, "now", lambda: now - timedelta(days=5))
    makers.write_meeting(office.database, attendances=((partner, True),), held_on=days[0])
    makers.give_sheet(office.database, str(partner), months_back(days[0]))
    monkeypatch.setattr(clock, "now", lambda: now)
    for day in days[1:]:
        makers.write_meeting(office.database, attendances=((partner, True),), held_on=day)
    page.take(ShowHandOut((partner,)))
    said = page.choices.partner.since.text()
    assert f"{days[1]:%d/%m/%Y}" in said
    assert "لم ترد" in said
    assert f"{today - timedelta(days=5):%d/%m/%Y}" not in said
    _wait(qtbot, page)


def test_another_kind_takes_the_document_away(
    qtbot: QtBot, meeting: UUID, page: SummariesPage
) -> None:
    page.take(ShowSummary(meeting))
    _wait(qtbot, page)
    page.choices.kinds.setCurrentIndex(1)
    assert page.preview.page_count == 0
    assert not page.save.isEnabled()
    page.choices.kinds.setCurrentIndex(0)
    _wait(qtbot, page)


def test_a_file_that_somebody_brings_is_verified(
    qtbot: QtBot,
    meeting: UUID,
    page: SummariesPage,
    recorded: Recorded,
    tmp_path: Path,
) -> None:
    page.take(ShowSummary(meeting))
    _wait(qtbot, page)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    (path,) = (tmp_path / "out").iterdir()
    files = page._context.files
    assert isinstance(files, Answers)
    files.path = path
    page.verify.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert "مطابق للوثيقة الصادرة" in page.banner.words
    page.banner.hide()
    path.write_bytes(path.read_bytes() + b"%")
    page.verify.click()
    qtbot.waitUntil(page.banner.isVisible)
    assert "تم تغييره" in page.banner.words


def test_what_a_summary_shows_in_the_other_language_is_told_and_translated_from_there(
    qtbot: QtBot, meeting: UUID, page: SummariesPage, recorded: Recorded
) -> None:
    page.take(ShowSummary(meeting))
    qtbot.waitUntil(page.untranslated.isVisible)
    assert "1" in page.untranslated.words.text()  # in the Arabic document, one text in French
    page.untranslated.translate.click()
    dialog = page.findChild(TranslationsDialog)
    assert dialog is not None
    [line] = (line for line in dialog.lines if line.row.language is Language.FRENCH)
    line.editor.setPlainText("دوريات أكثر مساء")
    dialog.save.click()
    qtbot.waitUntil(page.untranslated.isHidden)
    _wait(qtbot, page)
    page.choices.languages[1].click()
    qtbot.waitUntil(page.untranslated.isVisible)
    page.untranslated.issue.click()  # in French, as it is
    qtbot.waitUntil(lambda: len(recorded.context.read(list_issues)) == 1)
