"""A filter is saved, applied, replaced, renamed and deleted, each with Undo."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from outreach_app import vocabulary
from outreach_app.actors import Actor
from outreach_app.i18n import Language
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.saved_filters import KeptFilter, find_left_filter, list_saved_filters
from outreach_app.services.erasure import erase_identity
from outreach_app.services.saved_filters import restore_filter
from tests import makers
from tests.ui.conftest import Heard
from tests.ui.saved_filters.hands import choose, entry, named, names, save, shown
from ui import languages
from ui.context import AppContext
from ui.meetings.page import MeetingsPage
from ui.requests import ShowMeetings


@pytest.fixture
def withdrawn() -> Iterator[None]:
    """Return a function that withdraws the kind of periodic meetings."""
    yield
    vocabulary.overlay([], [])


def stored(context: AppContext) -> dict[str, KeptFilter[MeetingFilter] | None]:
    return context.read(lambda session: list_saved_filters(session, "meetings", MeetingFilter))


def rows(page: MeetingsPage) -> int:
    return page.list.table.model.rowCount()


def test_a_filter_is_named_in_place_and_taken_again(page: MeetingsPage, heard: Heard) -> None:
    saved, filters = page.list.filters.saved, page.list.filters
    assert names(saved) == []
    assert not entry(saved, "لا تصفية محفوظة بعد").isEnabled()
    assert not entry(saved, "حفظ هذه التصفية").isEnabled()
    choose(filters.status, "held")
    choose(filters.kind, "mt.periodic")
    assert rows(page) == 1
    save(saved, "لقاءات دورية")
    assert not saved.naming.isVisible()
    assert "لقاءات دورية" in heard.said[-1]
    filters.clear.click()
    assert rows(page) == 3
    taken = named(saved, "لقاءات دورية")
    assert not taken.isChecked()
    taken.trigger()
    assert rows(page) == 1
    assert (filters.status.value(), filters.kind.value()) == ("held", "mt.periodic")
    assert named(saved, "لقاءات دورية").isChecked()
    heard.undo()
    assert names(saved) == []


def test_a_name_that_cannot_be_is_told_where_it_is_typed(page: MeetingsPage) -> None:
    saved = page.list.filters.saved
    choose(page.list.filters.status, "held")
    save(saved, "  ")
    assert saved.naming.isVisible()
    assert saved.naming.problem.isVisible()
    QTest.keyClick(saved.naming.name, Qt.Key.Key_Escape)
    assert not saved.naming.isVisible()
    assert names(saved) == []


def test_one_is_replaced_renamed_and_deleted_and_each_is_undone(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    saved, filters = page.list.filters.saved, page.list.filters
    choose(filters.status, "held")
    save(saved, "الأولى")
    choose(filters.status, "planned")
    entry(saved, "تعويض").trigger()
    assert stored(context)["الأولى"] == KeptFilter(MeetingFilter(status="planned"))
    heard.undo()
    assert stored(context)["الأولى"] == KeptFilter(MeetingFilter(status="held"))
    entry(saved, "إعادة تسمية").trigger()
    assert saved.naming.name.text() == "الأولى"
    saved.naming.name.setText("الثانية")
    QTest.keyClick(saved.naming.name, Qt.Key.Key_Return)
    assert names(saved) == ["الثانية"]
    heard.undo()
    assert names(saved) == ["الأولى"]
    entry(saved, "حذف").trigger()
    assert names(saved) == []
    heard.undo()
    assert names(saved) == ["الأولى"]


def test_undo_of_a_rename_leaves_the_filter_alone_that_was_taken_since(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    saved, filters = page.list.filters.saved, page.list.filters
    choose(filters.status, "held")
    save(saved, "الأولى")
    choose(filters.status, "planned")
    save(saved, "الأخرى")
    named(saved, "الأولى").trigger()
    entry(saved, "إعادة تسمية").trigger()
    saved.naming.name.setText("الثانية")
    saved.naming.save.click()
    undo = heard.undo
    saved.take("الأخرى")
    undo()
    assert stored(context) == {
        "الأولى": KeptFilter(MeetingFilter(status="held")),
        "الأخرى": KeptFilter(MeetingFilter(status="planned")),
    }
    assert named(saved, "الأخرى").isChecked()


def test_an_erased_name_leaves_the_search_line(page: MeetingsPage, context: AppContext) -> None:
    database, filters = context.office.database, page.list.filters
    partner = makers.write_partner(database)
    person = makers.write_person(database, partner, name_fr="Zephyrin Plantedname", name_ar=None)
    choose(filters.status, "held")
    filters.text.setText("Plantedname")
    filters.changed.emit()
    names_erased = context.write(lambda session: erase_identity(session, person), "")
    context.changes.erased.emit(names_erased)
    assert filters.text.text() == ""
    assert filters.wanted() == MeetingFilter(status="held")
    assert rows(page) == 2


def test_another_erased_name_leaves_what_is_sought(page: MeetingsPage, context: AppContext) -> None:
    database, filters = context.office.database, page.list.filters
    partner = makers.write_partner(database)
    person = makers.write_person(database, partner, name_fr="Zephyrin Plantedname", name_ar=None)
    filters.text.setText("المدرسة")
    filters.changed.emit()
    erased = context.write(lambda session: erase_identity(session, person), "")
    context.changes.erased.emit(erased)
    assert filters.text.text() == "المدرسة"


def test_days_counted_from_today_are_kept_as_such(page: MeetingsPage, context: AppContext) -> None:
    choose(page.list.filters.period, "month")
    save(page.list.filters.saved, "الشهر")
    assert stored(context) == {"الشهر": KeptFilter(MeetingFilter(), {"period": "month"})}
    wanted = page.list.filters.wanted()
    assert wanted.first_day is not None
    assert wanted.last_day is not None
    assert (wanted.last_day - wanted.first_day).days == 30


def test_a_list_is_shown_as_it_was_left_without_the_words_typed(
    page: MeetingsPage, context: AppContext, qtbot: QtBot
) -> None:
    choose(page.list.filters.status, "held")
    page.list.filters.text.setText("المدرسة")
    page.list.filters.changed.emit()
    context.changes.closing.emit()
    again = shown(MeetingsPage(context), qtbot)
    assert again.list.filters.wanted() == MeetingFilter(status="held")
    assert again.list.filters.text.text() == ""
    # A filter from another page is temporary.
    again.take(ShowMeetings(MeetingFilter(channel="ch.phone"), lambda: "بالهاتف"))
    context.changes.closing.emit()
    left = context.read(lambda session: find_left_filter(session, "meetings", MeetingFilter))
    assert left == KeptFilter(MeetingFilter(status="held"))


def test_what_another_page_wanted_is_saved_with_words_in_either_language(
    page: MeetingsPage, qtbot: QtBot
) -> None:
    filters, given = page.list.filters, MeetingFilter(
        channel="ch.phone", first_day=date(2026, 10, 1), last_day=date(2026, 10, 31)
    )  # fmt: skip
    page.take(ShowMeetings(given, lambda: "…"))
    choose(filters.kind, "mt.periodic")
    save(filters.saved, "بالهاتف")
    filters.empty()
    named(filters.saved, "بالهاتف").trigger()
    assert filters.kind.value() == "mt.periodic"
    assert filters.wanted().channel == "ch.phone"
    assert filters.narrowing.isVisible()
    assert "01/10/2026" in filters.narrowing.words.text()
    languages.switch(Language.FRENCH)
    qtbot.waitUntil(lambda: "Jusqu’au" in filters.narrowing.words.text())
    filters.narrowing.lift.click()
    assert filters.wanted() == MeetingFilter(kind="mt.periodic")


def test_a_kind_that_is_offered_no_more_is_told_and_still_narrows(
    page: MeetingsPage, context: AppContext, withdrawn: None
) -> None:
    filters = page.list.filters
    choose(filters.kind, "mt.periodic")
    save(filters.saved, "دورية")
    filters.empty()
    vocabulary.overlay([], ["mt.periodic"])
    filters.kind.retranslate()
    named(filters.saved, "دورية").trigger()
    assert rows(page) == 1
    assert filters.narrowing.isVisible()
    assert "لقاء دوري" in filters.narrowing.words.text()
    assert stored(context)["دورية"] == KeptFilter(MeetingFilter(kind="mt.periodic"))
    choose(filters.kind, "mt.thematic")
    assert not filters.narrowing.isVisible()
    assert filters.wanted() == MeetingFilter(kind="mt.thematic")


def test_a_filter_that_finds_nothing_now_says_so_and_is_kept(
    page: MeetingsPage, heard: Heard
) -> None:
    filters = page.list.filters
    filters.text.setText("جمعية زالت")
    filters.changed.emit()
    save(filters.saved, "جمعية")
    filters.empty()
    named(filters.saved, "جمعية").trigger()
    assert filters.text.text() == "جمعية زالت"
    assert rows(page) == 0
    assert "لا شيء يطابق" in heard.said[-1]
    assert names(filters.saved) == ["جمعية"]


def test_one_of_another_version_is_told_and_changes_nothing(
    page: MeetingsPage, context: AppContext, heard: Heard
) -> None:
    with context.office.database.write(Actor.CHIEF) as session:
        restore_filter(session, "meetings", "قديم", b"[]")
    choose(page.list.filters.status, "held")
    named(page.list.filters.saved, "قديم").trigger()
    assert "إصدار آخر" in heard.said[-1]
    assert page.list.filters.status.value() == "held"
    assert names(page.list.filters.saved) == ["قديم"]
