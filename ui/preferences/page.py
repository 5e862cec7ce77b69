"""The page of settings: the window, the reminders, the office, its secrets and its backups."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QWidget,
)

from outreach_app import backup, vault
from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.changes import EVERYTHING, Topic
from ui.claims.screen import ClaimsScreen
from ui.context import AppContext
from ui.draft_requests import ContinueClaim
from ui.preferences.about import AboutSection
from ui.preferences.days_off import DaysOffSection
from ui.preferences.everything import EverythingButton
from ui.preferences.habits import CalendarSection, RemindersSection, idle_choice
from ui.preferences.look import LookSection
from ui.preferences.place import PlaceSection
from ui.preferences.screens import Screen, Screens
from ui.preferences.sections import Section, SettingsSections
from ui.requests import SettingsRequest, ShowClaims, ShowProposals, ShowSetting
from ui.retention.screen import RetentionScreen
from ui.vault.printing import ask_for_printer
from ui.vault.recovery_code import AskForPrinter
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.layouts import column_in, row_in


class PreferencesPage(Screens):
    """Each choice takes effect at once; what is more than a choice opens a screen of its own."""

    topics = EVERYTHING - {Topic.DRAFT}  # what is being typed changes none of its lists

    def __init__(self, context: AppContext, ask: AskForPrinter = ask_for_printer) -> None:
        super().__init__(context, ask)
        self.look = LookSection(context)
        self.reminders = RemindersSection(context.settings)
        self.idle = idle_choice(context.settings)
        self.calendar = CalendarSection(context.settings)
        self.days_off = DaysOffSection(context)
        self.change_office = Button(lambda: _("Office and letterhead"), "buildings")
        self.change_phrases = Button(lambda: _("Phrases and sections of summaries"), "quotes")
        self.show_backups = Button(lambda: _("Backups"), "archive")
        self.everything = EverythingButton(context)
        self.place = PlaceSection(context)
        self.change_passphrase = Button(lambda: _("Change the passphrase"), "lock-simple")
        self.renew_code = Button(lambda: _("New recovery code"), "arrow-counter-clockwise")
        self.of_backup = Label(pixels=12, tone="muted")
        self._of_code = Label(pixels=12)
        self.show_accounts = Button(lambda: _("Accounts"), "users-three")
        self.show_access = Button(lambda: _("Access log"), "shield-check")
        self.change_purpose = Button(lambda: _("Purpose and two people"), "shield-check")
        self.show_claims = Button(lambda: _("Requests from people"), "shield-check")
        self.show_retention = Button(lambda: _("Retention"), "hourglass")
        self.show_proposals = Button(lambda: _("Frequently written points"), "quotes")
        self.about = AboutSection(context)
        self._choices = SettingsSections(self._sections())
        self._opened_by: Button | None = None  # it has the focus again once its screen is left
        self._build()
        self._hide_what_is_not_theirs()
        self._connect()
        self.retranslate()

    def take(self, request: SettingsRequest) -> None:
        match request:
            case ShowClaims():
                self._open(self.claims, self.show_claims)
                if request.claim is not None:
                    self.claims.show_record(request.claim)
            case ContinueClaim(key):
                self._open(self.claims, self.show_claims)
                self.claims.go_on(key)
            case ShowProposals():
                self._open(self.proposals, self.show_proposals)
                if request.proposal is not None:
                    self.proposals.show_record(request.proposal)
            case ShowSetting():
                buttons = {
                    "retention": self.show_retention,
                    "backups": self.show_backups,
                    "accounts": self.show_accounts,
                }
                buttons[request.screen].click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a screen by Esc, if nothing in it took the key: it would compete with a form's."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._choices:
            self.show_start()
        else:
            super().keyPressEvent(event)

    def show_start(self) -> None:
        # A new code must be confirmed: its screen cannot be left.
        if (screen := self.open_screen) is not None and screen.back.isVisible():
            screen.back.click()

    def refresh(self) -> None:
        """Read again the records of the screen that is shown: any page can change them."""
        screen = self.open_screen
        if isinstance(screen, ClaimsScreen | RetentionScreen):
            screen.refresh()

    def retranslate(self) -> None:
        self._say_state_of_code()
        self._say_last_backup()

    def _build(self) -> None:
        outer = column_in(self)
        outer.addWidget(self.make_header(lambda: _("Settings")))
        self._stack.addWidget(self._choices)
        outer.addWidget(self._stack, 1)

    def _sections(self) -> tuple[Section, ...]:
        """Return the parts of the page; headquarters meets nobody and has no calendar."""
        may, is_precinct = self._context.may, not self._context.is_headquarters
        secrets = (self.idle, self._of_code, _row(self.change_passphrase, self.renew_code))
        safety = (
            self.of_backup,
            _row(self.show_backups, self.everything),
            self.everything.progress,
        )
        days = (self.calendar, self.days_off)
        letterhead = _row(self.change_office, self.change_phrases)
        people = _row(self.show_accounts, self.show_access)
        personal = _row(self.change_purpose, self.show_claims, self.show_retention)
        sections = (
            (True, Section(lambda: _("Display"), "monitor", (self.look,))),
            (is_precinct, Section(lambda: _("Reminders"), "bell", (self.reminders,))),
            (is_precinct, Section(_calendar_title, "calendar-blank", days)),
            (True, Section(lambda: _("Security"), "lock-simple", secrets)),
            (may(Right.OFFICE), Section(lambda: _("Office"), "buildings", (letterhead,))),
            (
                is_precinct and may(Right.RECORD),
                Section(lambda: _("Frequent points"), "quotes", (_row(self.show_proposals),)),
            ),
            (
                may(Right.BACK_UP) or may(Right.NAMES_OUT),
                Section(lambda: _("Backups"), "archive", safety),
            ),
            (
                not is_precinct,
                Section(_place_title, "hard-drives", (self.place,)),
            ),
            (may(Right.ACCOUNTS), Section(lambda: _("Accounts"), "users-three", (people,))),
            (
                may(Right.NOTE_CLAIMS),
                Section(_personal_title, "shield-check", (personal,)),
            ),
            (True, Section(lambda: _("About the program"), "info", (self.about,))),
        )
        return self._visible_sections(sections)

    def _visible_sections(self, sections: tuple[tuple[bool, Section], ...]) -> tuple[Section, ...]:
        """Hide the parts of those that are not shown; return the others."""
        for is_shown, section in sections:
            for part in section.parts if not is_shown else ():
                part.setParent(self)
                part.hide()
        return tuple(section for is_shown, section in sections if is_shown)

    def _hide_what_is_not_theirs(self) -> None:
        """Hide what the role may not change, and what headquarters has not."""
        for button, right in (
            (self.change_office, Right.OFFICE),
            (self.change_phrases, Right.OFFICE),
            (self.show_backups, Right.BACK_UP),
            (self.everything, Right.NAMES_OUT),
            (self.renew_code, Right.ACCOUNTS),
            (self.show_accounts, Right.ACCOUNTS),
            (self.show_access, Right.ACCOUNTS),
            (self.change_purpose, Right.PURPOSE),
            (self.show_claims, Right.NOTE_CLAIMS),
            (self.show_retention, Right.RETENTION),
        ):
            button.setHidden(not self._context.may(right))
        if self._context.is_headquarters:  # it holds no session
            self.change_phrases.hide()

    def _connect(self) -> None:
        for button, find in self._ways():
            button.clicked.connect(
                lambda _checked, button=button, find=find: self._open(find(), button)
            )
        # The pages that show who was not met, or the days of the office, ask again.
        for part in (self.reminders, self.calendar, self.days_off):
            part.changed.connect(lambda: self._context.changes.tell({Topic.PARTNER}))

    def _ways(self) -> tuple[tuple[Button, Callable[[], Screen]], ...]:
        """Return each button that opens a screen, with what finds or builds it."""
        return (
            (self.change_office, lambda: self.office),
            (self.change_phrases, lambda: self.phrases),
            (self.show_backups, lambda: self.backups),
            (self.change_passphrase, lambda: self.new_passphrase),
            (self.renew_code, lambda: self.new_code),
            (self.show_accounts, lambda: self.accounts),
            (self.show_access, lambda: self.access),
            (self.change_purpose, lambda: self.purpose),
            (self.show_claims, lambda: self.claims),
            (self.show_retention, lambda: self.retention),
            (self.show_proposals, lambda: self.proposals),
        )

    def _open(self, screen: Screen, button: Button) -> None:
        self._opened_by = button
        self._stack.setCurrentWidget(screen)
        screen.begin()

    def leave(self) -> None:
        self.retranslate()
        self._stack.setCurrentWidget(self._choices)
        if self._opened_by is not None:
            self._opened_by.setFocus()

    def _say_last_backup(self) -> None:
        files = backup.newest(self._context.office.folder)
        if files:
            moment = moment_words(backup.moment_of(files[0]))
            self.of_backup.setText(_("Last backup: {moment}").format(moment=moment))
        else:
            self.of_backup.setText(_("There is no backup yet. One is made on closing."))

    def _say_state_of_code(self) -> None:
        is_confirmed = vault.has_confirmed_code(self._context.office.folder)
        self._of_code.set_tone("muted" if is_confirmed else "warn")
        self._of_code.setText(
            _("The recovery code is on paper.")
            if is_confirmed
            else _("Nobody has confirmed that the recovery code is on paper: make a new one.")
        )
        # Everyone who tries the sample knows its passphrase; who manages accounts makes a code.
        is_asked = self._context.may(Right.ACCOUNTS) and not self._context.settings.is_sample
        self._of_code.setVisible(is_asked)


def _calendar_title() -> str:
    return _("Calendar and days off")


def _place_title() -> str:
    return _("Place of the register")


def _personal_title() -> str:
    return _("Personal data")


def _row(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    row = row_in(whole, 8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return whole
