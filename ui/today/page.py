"""The Today page, which opens first: meetings, due items, waiting records."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Never
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outreach_app import backup, clock
from outreach_app.clock import moment_words
from outreach_app.exchange.importing.oddities import count_oddities
from outreach_app.exchange.importing.restorations import find_restored
from outreach_app.i18n import gettext as _
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.point_lists import HeadquartersReply, PointFilter
from outreach_app.queries.remarks import RemarkFilter
from outreach_app.queries.rumours import RumourFilter
from outreach_app.queries.today import Today, get_today
from outreach_app.rights import Right
from outreach_app.rules.dates import full_day
from outreach_app.rules.statuses import PointState, ReviewState
from ui.changes import EVERYTHING
from ui.claims.words import claim_line
from ui.context import AppContext
from ui.page import Page
from ui.page_keys import PageKey
from ui.record_lines import coming_line, meeting_line, partner_line, remark_line, rumour_line
from ui.requests import (
    LogSession,
    OpenFollowed,
    OpenMeeting,
    OpenPartner,
    OpenRemark,
    OpenRumour,
    PlanMeeting,
    Request,
    ReviewConflicts,
    SendChanges,
    ShowClaims,
    ShowFollowed,
    ShowMeetings,
    ShowPage,
    ShowRemarks,
    ShowRumours,
)
from ui.today import cards
from ui.today.acting_section import ActingSection
from ui.today.columns import TodayColumns
from ui.today.exchange_lines import (
    conflicts_line,
    exchange_lines,
    oddities_line,
    read_exchange,
    replies_line,
    replies_to_pass_on,
    restored_line,
)
from ui.today.section import Section
from ui.today.unfinished import entry_lines, session_lines
from ui.widgets.buttons import Button, primary_button
from ui.widgets.fitting import Fitting
from ui.widgets.keys import on_keys
from ui.widgets.labels import note
from ui.widgets.line_button import ActingLine, LineButton, LineWords
from ui.widgets.scroll_area import ScrollArea
from ui.widgets.shortcuts import Shortcut
from ui.widgets.surfaces import Surface

_MINUTE = 60_000
Leading = tuple[LineWords, Request]  # a line, and what it opens


class TodayPage(Fitting, Page[Never]):
    """The day at a glance: each line opens what it names. Refreshed on a new day too."""

    topics = EVERYTHING

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._day: date | None = None
        self.date = note()
        self.beginning = cards.beginning()
        self.drafts, self.entries = cards.drafts(), cards.entries()
        self.meetings = cards.meetings(context)
        self.coming = cards.coming()
        self.commitments = cards.commitments(context)
        self.questions = cards.questions(context)
        self.exchange = cards.exchange()
        self.points = cards.points(context)
        self.rumours = cards.rumours()
        self.remarks = cards.remarks()
        self.claims = cards.claims()
        self.referrals = cards.referrals(context)
        self.partners = cards.partners(lambda: context.settings.rhythm_months)
        self.people = cards.people(context)
        self.forgotten = cards.forgotten(context)
        self.safety = cards.safety()
        self.log = primary_button(lambda: _("New session"), "plus")
        self.plan = Button(lambda: _("Plan a meeting"), "calendar-plus")
        for button in (self.log, self.plan):
            button.offer(is_allowed=context.may(Right.RECORD))
        unfinished = (self.drafts, self.entries)
        first = (self.beginning, self.forgotten, *unfinished)
        acting = (*first, self.meetings, self.questions, self.commitments)
        told = (self.claims, self.rumours, self.remarks, self.points, self.referrals)
        waiting = (*told, self.partners, self.people, self.safety)
        self._columns = TodayColumns((*acting, self.coming, self.exchange), waiting)
        self._area = ScrollArea()
        self._clock = QTimer(self)
        self._build()
        self._connect()
        self.retranslate()

    def refresh(self) -> None:
        self._day = clock.today()
        months = self._context.settings.rhythm_months
        today = self._context.read(lambda session: get_today(session, clock.today(), months))
        self._show_beginning(today)
        self._show_drafts()
        self._show_meetings(today)
        self._show_waiting(today)
        self.partners.retranslate()
        self._show_backup()
        self._show_exchange()
        self._columns.balance()

    def retranslate(self) -> None:
        self.date.setText(full_day(clock.today()))
        self.refresh()

    def shortcuts(self) -> Sequence[Shortcut]:
        return (Shortcut("Ctrl+N", lambda: _("Log a session"), Right.RECORD),)

    def fit(self) -> None:
        self._columns.fit(self.width())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn_the_day()

    def main_part(self) -> QWidget:
        """Return the first of the first steps while they are offered: Enter begins with it."""
        steps = self.beginning.findChildren(LineButton)
        return steps[0] if steps and self.beginning.isVisibleTo(self) else super().main_part()

    def _show_beginning(self, today: Today) -> None:
        """Show how to begin while nothing is recorded, and praise nothing that does not exist."""
        begun = today.begun
        is_offered = not begun.register and self._context.may(Right.RECORD)
        self.beginning.setVisible(is_offered)
        self.beginning.show_each(cards.first_steps() if is_offered else (), self._leading, 0)
        for card, is_shown in (
            (self.points, begun.points),
            (self.referrals, begun.referrals),
            (self.partners, begun.meetings or today.partners),
            (self.people, (begun.informed and not today.forgotten) or today.people),
            (self.forgotten, today.forgotten),
        ):
            card.setVisible(bool(is_shown))

    def _show_drafts(self) -> None:
        """Show the unsaved sessions and other entries, if there are any."""
        for card, list_lines in ((self.drafts, session_lines), (self.entries, entry_lines)):
            lines = list_lines(self._context)
            card.show_lines(lines, len(lines))
            card.setVisible(bool(lines))

    def _show_meetings(self, today: Today) -> None:
        for card, rows, words in (
            (self.meetings, today.meetings, meeting_line),
            (self.coming, today.coming, coming_line),
        ):
            lines = [(words(row), OpenMeeting(row.uid)) for row in rows]
            card.show_each(lines, self._leading, len(rows))

    def _show_waiting(self, today: Today) -> None:
        self.commitments.show_rows(today.commitments, today.commitment_count)
        self.questions.setVisible(bool(today.questions))
        self.questions.show_rows(today.questions, today.question_count)
        self.points.show_rows(today.points, today.point_count)
        self.points.count.set_tone("late" if today.point_count else "ok")
        self.referrals.show_rows(today.referrals, today.referral_count)
        unseen = [(partner_line(row), row.uid) for row in today.partners]
        self.partners.show_each(unseen, self._planning, today.partner_count)
        self.people.show_rows(today.people, today.people_count)
        self.forgotten.show_rows(today.forgotten, len(today.forgotten))
        may_answer = self._context.may(Right.NOTE_CLAIMS)
        claims = [(claim_line(row), ShowClaims(row.uid)) for row in today.claims if may_answer]
        rumours = [(rumour_line(row), OpenRumour(row.uid)) for row in today.rumours]
        remarks = [(remark_line(row), OpenRemark(row.uid)) for row in today.remarks]
        self._show_if_any(self.claims, claims, today.claim_count)
        self._show_if_any(self.rumours, rumours, today.rumour_count)
        self._show_if_any(self.remarks, remarks, today.remark_count)

    def _show_if_any(self, card: Section, lines: Sequence[Leading], count: int) -> None:
        card.setVisible(bool(lines))
        card.show_each(lines, self._leading, count)

    def _show_backup(self) -> None:
        files = backup.newest(self._context.office.folder)
        lines = [LineWords(_("Last backup"), end=moment_words(backup.moment_of(file)))
                 for file in files[:1]]  # fmt: skip
        self.safety.show_each(lines, LineButton, 0)

    def _show_exchange(self) -> None:
        """Show the exchange if there is a receiver, or something received to act on."""
        state, conflicts, replies = self._context.read(read_exchange)
        restored, oddities = self._context.read(find_restored), self._context.read(count_oddities)
        is_shown = state.is_enrolled or bool(conflicts or replies)
        self.exchange.setVisible(is_shown and self._context.may(Right.EXCHANGE))
        lines: list[Leading] = [(words, SendChanges()) for words in exchange_lines(state)]
        if restored:
            lines.insert(0, (restored_line(restored), SendChanges()))
        if replies:
            wanted = PointFilter(headquarters_reply=HeadquartersReply.TO_TELL)
            lines.append((replies_line(replies), ShowFollowed(wanted, replies_to_pass_on)))
        for count, words in ((conflicts, conflicts_line), (oddities, oddities_line)):
            if count:
                lines.append((words(count), ReviewConflicts()))
        self.exchange.show_each(lines, self._leading, 0)

    def _planning(self, unseen: tuple[LineWords, UUID]) -> ActingLine:
        words, uid = unseen
        line = ActingLine(words, lambda: _("Plan a meeting"), "calendar-plus")
        line.button.setAccessibleDescription(line.line.accessibleName())
        line.clicked.connect(self._opening(OpenPartner(uid)))
        line.acted.connect(self._opening(PlanMeeting(partners=(uid,))))
        line.button.setVisible(self._context.may(Right.RECORD))
        return line

    def _leading(self, leading: Leading) -> LineButton:
        words, request = leading
        line = LineButton(words)
        line.menu = line.only_opening
        line.clicked.connect(self._opening(request))
        return line

    def _opening(self, request: Request) -> Callable[[], None]:
        return partial(self._context.open_page, request)

    def _opened(self, leads_to: Callable[[UUID], Request]) -> Callable[[UUID], None]:
        return lambda uid: self._context.open_page(leads_to(uid))

    def _turn_the_day(self) -> None:
        if self._day != clock.today():
            self.retranslate()

    def _build(self) -> None:
        header = self.make_header(lambda: _("Today"))
        header.add_action(self.log, "Ctrl+N")
        header.add_action(self.plan)
        header.add_subtitle(self.date)
        self.date.setWordWrap(False)
        inside = Surface()
        inside.setLayout(self._columns)
        area = self._area
        area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (header, area):
            column.addWidget(widget)

    def _connect(self) -> None:
        on_keys(self, "Ctrl+N", self.log.click)
        self.log.clicked.connect(self._opening(LogSession()))
        self.plan.clicked.connect(self._opening(PlanMeeting()))
        self.questions.opened.connect(lambda uid: self._context.open_page(OpenMeeting(uid)))
        questioned = MeetingFilter(review=ReviewState.QUESTIONED)
        asked = ShowMeetings(questioned, self.questions.title.text)
        self.questions.more.clicked.connect(self._opening(asked))
        followed = (self.commitments, self.points, self.referrals)
        for section in (*followed, self.partners, self.people, self.forgotten):
            key = PageKey.FOLLOW_UP if section in followed else PageKey.PARTNERS
            section.more.clicked.connect(self._opening(ShowPage(key)))
            leads_to = OpenFollowed if section in followed else OpenPartner
            if isinstance(section, ActingSection):
                section.opened.connect(self._opened(leads_to))
        for section in (*followed, self.people, self.questions):
            # Queued: the form has its position only once the lines are laid out.
            section.asking.connect(
                partial(self._area.ensureWidgetVisible, section.form),
                Qt.ConnectionType.QueuedConnection,
            )
        waiting = ShowRumours(RumourFilter(is_open=True), self.rumours.title.text)
        self.rumours.more.clicked.connect(self._opening(waiting))
        unanswered = ShowRemarks(RemarkFilter(state=PointState.RECEIVED), self.remarks.title.text)
        self.remarks.more.clicked.connect(self._opening(unanswered))
        self.claims.more.clicked.connect(self._opening(ShowClaims()))
        self._clock.timeout.connect(self._turn_the_day)
        self._clock.start(_MINUTE)
