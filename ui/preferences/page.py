"""The page of settings: the window, the reminders, the office, its secrets and its backups."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from outreach_app import backup, vault
from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.changes import EVERYTHING, Topic
from ui.claims.screen import ClaimsScreen
from ui.context import AppContext
from ui.page import Page
from ui.preferences.about import AboutSection
from ui.preferences.access import AccessScreen
from ui.preferences.accounts import AccountsScreen
from ui.preferences.backups import BackupsScreen
from ui.preferences.days_off import DaysOffSection
from ui.preferences.everything import EverythingButton
from ui.preferences.habits import CalendarSection, RemindersSection, idle_choice
from ui.preferences.look import LookSection
from ui.preferences.new_code import NewCode
from ui.preferences.new_passphrase import NewPassphrase
from ui.preferences.office import OfficeScreen
from ui.preferences.phrases import PhrasesScreen
from ui.preferences.place import PlaceSection
from ui.preferences.purpose import PurposeScreen
from ui.preferences.sections import Section, SettingsSections
from ui.proposals.own_screen import OwnProposalsScreen
from ui.requests import SettingsRequest, ShowClaims, ShowProposals
from ui.retention.screen import RetentionScreen
from ui.vault.printing import ask_for_printer
from ui.vault.recovery_code import AskForPrinter
from ui.widgets.buttons import Button
from ui.widgets.labels import Label
from ui.widgets.stack import Stack

Screen = (
    OfficeScreen
    | PhrasesScreen
    | PurposeScreen
    | BackupsScreen
    | NewPassphrase
    | NewCode
    | AccountsScreen
    | AccessScreen
    | ClaimsScreen
    | RetentionScreen
    | OwnProposalsScreen
)


class PreferencesPage(Page[SettingsRequest]):
    """Each choice takes effect at once; what is more than a choice opens a screen of its own."""

    topics = EVERYTHING - {Topic.DRAFT}  # what is being typed changes none of its lists

    def __init__(self, context: AppContext, ask: AskForPrinter = ask_for_printer) -> None:
        super().__init__(context)
        self.look = LookSection(context.settings)
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
        self.office = OfficeScreen(context)
        self.backups = BackupsScreen(context)
        self.phrases = PhrasesScreen(context)
        self.new_passphrase = NewPassphrase(context)
        self.new_code = NewCode(context, ask)
        self.show_accounts = Button(lambda: _("Accounts"), "users-three")
        self.show_access = Button(lambda: _("Access log"), "shield-check")
        self.accounts = AccountsScreen(context)
        self.access = AccessScreen(context)
        self.change_purpose = Button(lambda: _("Purpose and two people"), "shield-check")
        self.purpose = PurposeScreen(context)
        self.show_claims = Button(lambda: _("Requests from people"), "shield-check")
        self.claims = ClaimsScreen(context)
        self.show_retention = Button(lambda: _("Retention"), "hourglass")
        self.retention = RetentionScreen(context)
        self.show_proposals = Button(lambda: _("Frequently written points"), "quotes")
        self.proposals = OwnProposalsScreen(context)
        self.about = AboutSection(context)
        self._choices = SettingsSections(self._sections())
        self._stack = Stack()
        self._build()
        self._hide_what_is_not_theirs()
        self._connect()
        self.retranslate()

    def take(self, request: SettingsRequest) -> None:
        match request:
            case ShowClaims():
                self._open(self.claims)
                if request.claim is not None:
                    self.claims.show_record(request.claim)
            case ShowProposals():
                self._open(self.proposals)
                if request.proposal is not None:
                    self.proposals.show_record(request.proposal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave a screen by Esc, if nothing in it took the key: it would compete with a form's."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self._choices:
            self.show_start()
        else:
            super().keyPressEvent(event)

    def show_start(self) -> None:
        for _button, screen in self._ways():
            if screen is self._stack.currentWidget():
                _go_back(screen)

    def refresh(self) -> None:
        """Read again the records of the screen that is shown: any page can change them."""
        for screen in (self.claims, self.retention):
            if self._stack.currentWidget() is screen:
                screen.refresh()

    def retranslate(self) -> None:
        self._say_state_of_code()
        self._say_last_backup()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.make_header(lambda: _("Settings")))
        self._stack.addWidget(self._choices)
        for _button, screen in self._ways():
            self._stack.addWidget(screen)
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
        for button, screen in self._ways():
            button.clicked.connect(lambda _checked, screen=screen: self._open(screen))
            screen.closed.connect(lambda button=button: self._show_choices(button))
        # The pages that show who was not met, or the days of the office, ask again.
        for part in (self.reminders, self.calendar, self.days_off):
            part.changed.connect(lambda: self._context.changes.tell({Topic.PARTNER}))

    def _ways(self) -> tuple[tuple[Button, Screen], ...]:
        """Return each button that opens a screen, with it."""
        return (
            (self.change_office, self.office),
            (self.change_phrases, self.phrases),
            (self.show_backups, self.backups),
            (self.change_passphrase, self.new_passphrase),
            (self.renew_code, self.new_code),
            (self.show_accounts, self.accounts),
            (self.show_access, self.access),
            (self.change_purpose, self.purpose),
            (self.show_claims, self.claims),
            (self.show_retention, self.retention),
            (self.show_proposals, self.proposals),
        )

    def _open(self, screen: Screen) -> None:
        self._stack.setCurrentWidget(screen)
        screen.begin()

    def _show_choices(self, button: Button) -> None:
        self.retranslate()
        self._stack.setCurrentWidget(self._choices)
        button.setFocus()

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


def _go_back(screen: Screen) -> None:
    """Leave a screen, if it can be left: a new code must be confirmed."""
    if screen.back.isVisible():
        screen.back.click()


def _calendar_title() -> str:
    return _("Calendar and days off")


def _place_title() -> str:
    return _("Place of the register")


def _personal_title() -> str:
    return _("Personal data")


def _row(*widgets: QWidget) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return whole
