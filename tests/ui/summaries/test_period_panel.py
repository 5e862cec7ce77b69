"""The report of a period: chosen, with its author's words, previewed and saved."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.issues import list_issues
from outreach_app.rules.dates import add_months
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.startup import OpenOffice
from tests import makers
from tests.ui.answers import Answers
from tests.ui.recorded import Recorded
from ui.summaries.author_words import period_words
from ui.summaries.choices import Choices
from ui.summaries.page import SummariesPage
from ui.summaries.period_panel import PeriodPanel
from ui.translations.dialog import TranslationsDialog


@pytest.fixture
def page(
    qtbot: QtBot, office: OpenOffice, recorded: Recorded, tmp_path: Path
) -> Iterator[SummariesPage]:
    makers.write_meeting(office.database)
    page = SummariesPage(replace(recorded.context, files=Answers(tmp_path / "out")))
    qtbot.addWidget(page)
    page.show()
    page.choices.kinds.setCurrentIndex(page.choices.kinds.findText("تقرير فترة"))
    yield page
    page.close_worker()


@pytest.fixture
def panel(page: SummariesPage) -> PeriodPanel:
    return page.choices.period


def choose(panel: PeriodPanel, code: str) -> None:
    panel.period.setCurrentIndex(panel.period.findData(code))
    panel.period.activated.emit(panel.period.currentIndex())


def test_a_report_is_seen_saved_and_recorded(
    qtbot: QtBot, page: SummariesPage, recorded: Recorded, tmp_path: Path
) -> None:
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    (row,) = recorded.context.read(list_issues)
    assert row.kind == DocumentKind.PERIOD
    assert len(list((tmp_path / "out").iterdir())) == len(row.hashes) == 1


def test_what_is_not_translated_in_a_report_is_translated_from_it(
    qtbot: QtBot, page: SummariesPage, office: OpenOffice, panel: PeriodPanel
) -> None:
    today = clock.today()
    held_on = today.replace(day=1)
    makers.write_meeting(office.database, held_on=held_on)
    page.choices.languages[1].click()
    choose(panel, f"{held_on} {add_months(held_on, 1) - timedelta(days=1)}")
    typed = panel.words.difficulties
    place = typed.mapTo(page, QPoint())
    qtbot.waitUntil(page.untranslated.translate.isVisible)
    QApplication.processEvents()
    assert typed.mapTo(page, QPoint()) == place  # nobody clicks beside it
    page.untranslated.translate.click()
    (dialog,) = page.findChildren(TranslationsDialog)
    assert "تخصيص دورية راجلة" in {line.row.words for line in dialog.lines}
    dialog.reject()


def test_periods_are_newest_first_and_the_last_whole_month_is_chosen(panel: PeriodPanel) -> None:
    codes = [str(panel.period.itemData(place)) for place in range(panel.period.count())]
    for start, end in ((0, 13), (13, 21), (21, 25), (25, 28)):
        assert codes[start:end] == sorted(codes[start:end], reverse=True)
    assert panel.period.value() == codes[1]


def test_why_a_period_cannot_be_published_is_beside_it_before_it_is_chosen(
    office: OpenOffice, panel: PeriodPanel
) -> None:
    today = clock.today()
    hold = add_months(today.replace(day=1, month=(today.month - 1) // 3 * 3 + 1), -6)
    for _meeting in range(5):
        makers.write_meeting(office.database, held_on=hold)
    choose(panel, "other")
    panel.publishable.check.click()
    assert not panel.days.isVisible()
    running, last, before = (panel.period.itemText(place) for place in range(3))
    assert running.endswith(_("not over yet"))
    assert isolate("5") in last == panel.period.currentText()
    assert before == period_words(Period(hold, add_months(hold, 3) - timedelta(days=1)))
    panel.publishable.check.click()
    assert " · " not in panel.period.itemText(0)
    assert panel.period.currentText() == period_words(
        Period(add_months(hold, 3), add_months(hold, 6) - timedelta(days=1))
    )


def test_other_days_are_typed(panel: PeriodPanel) -> None:
    choose(panel, "other")
    assert panel.days.isVisible()
    assert panel.wanted_period() is None
    panel.first.setText("01/10/2026")
    panel.last.setText("15/10/2026")
    assert panel.wanted_period() == Period(date(2026, 10, 1), date(2026, 10, 15))
    panel.last.setText("15/09/2026")
    assert panel.wanted_period() is None


def test_what_the_author_types_is_wanted_a_moment_later(qtbot: QtBot, panel: PeriodPanel) -> None:
    with qtbot.waitSignal(panel.changed):
        panel.words.difficulties.setPlainText("قاعة أوسع\nحاسوب")
        panel.words.assessment.setPlainText("الحوار منتظم.")
    wanted = panel.wanted(())
    assert wanted is not None
    report = wanted.prepare()
    assert [words.text for words in report.plan.difficulties] == ["قاعة أوسع", "حاسوب"]
    assert report.plan.assessment.text == "الحوار منتظم."


def test_the_version_for_the_public_is_saved_without_the_authors_words(
    qtbot: QtBot, office: OpenOffice, page: SummariesPage, recorded: Recorded, panel: PeriodPanel
) -> None:
    for _meeting in range(5):  # fewer than five are not published
        makers.write_meeting(office.database, held_on=date(2026, 8, 3))
    panel.words.difficulties.setPlainText("قاعة أوسع")
    panel.publishable.check.click()
    assert not panel.words.isVisible()
    choose(panel, "2026-07-01 2026-09-30")
    qtbot.waitUntil(lambda: page.preview.page_count > 0)
    page.save.click()
    qtbot.waitUntil(lambda: bool(recorded.said))
    (row,) = recorded.context.read(list_issues)
    assert row.kind == DocumentKind.PERIOD_PUBLISHABLE


def test_the_former_document_is_not_shown_under_another_choice(
    qtbot: QtBot, page: SummariesPage, panel: PeriodPanel
) -> None:
    qtbot.waitUntil(page.preview.view.isVisible)
    QApplication.processEvents()
    top = page.choices.mapTo(page, QPoint())
    panel.publishable.check.click()
    assert not page.preview.view.isVisible()
    QApplication.processEvents()  # the progress is shown without moving what is being chosen
    assert page.choices.mapTo(page, QPoint()) == top
    page.progress.stopped.emit()
    assert not page.preview.page_count
    panel.publishable.check.click()
    qtbot.waitUntil(page.preview.view.isVisible)


def test_who_may_not_publish_is_not_offered_it(recorded: Recorded, qtbot: QtBot) -> None:
    recorded.context.office.database.actor = Actor.DEPUTY
    panel = PeriodPanel(recorded.context)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.publishable.isVisible()
    assert panel.words.isVisible()


def test_the_authors_words_survive_a_lock_under_their_period(
    qtbot: QtBot, recorded: Recorded, panel: PeriodPanel
) -> None:
    codes = [str(panel.period.itemData(place)) for place in range(3)]
    panel.words.difficulties.setPlainText("قاعة أوسع")
    choose(panel, codes[2])
    assert panel.words.difficulties.toPlainText() == ""
    panel.words.assessment.setPlainText("الحوار منتظم.")
    recorded.context.changes.closing.emit()
    again = PeriodPanel(recorded.context)
    qtbot.addWidget(again)
    assert again.words.difficulties.toPlainText() == "قاعة أوسع"
    (left,) = again.words.left_drafts.rows
    again.words.left_drafts.chosen.emit(left)
    assert again.period.value() == codes[2]
    assert again.words.words().assessment == "الحوار منتظم."


def test_the_page_opens_on_the_kind_of_document_it_was_left_on(
    qtbot: QtBot, page: SummariesPage, recorded: Recorded
) -> None:
    again = Choices(recorded.context)
    qtbot.addWidget(again)
    assert again.panel is again.period
