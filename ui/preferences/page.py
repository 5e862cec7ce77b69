"""The page of settings: the window, the reminders, the office, its secrets and its backups."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from outreach_app import backup, vault
from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.changes import Topic
from ui.claims.screen import ClaimsScreen
from ui.context import AppContext
from ui.page import Page
from ui.preferences.about import AboutSection
from ui.preferences.access import AccessScreen
from ui.preferences.accounts import AccountsScreen
from ui.preferences.backups import BackupsScreen
from ui.preferences.days_off import DaysOffSection
from ui.preferences.everything import EverythingButton
from ui.preferences.habits import HabitsSection
from ui.preferences.look import LookSection
from ui.preferences.new_code import NewCode
from ui.preferences.new_passphrase import NewPassphrase
from ui.preferences.office import OfficeScreen
from ui.preferences.phrases import PhrasesScreen
from ui.preferences.purpose import PurposeScreen
from ui.requests import ShowClaims
from ui.vault.printing import ask_for_printer
from ui.vault.recovery_code import AskForPrinter
from ui.widgets.buttons import Button
from ui.widgets.keys import on_keys
from ui.widgets.labels import Label, small_title
from ui.widgets.page_header import MARGIN, PageHeader
from ui.widgets.surfaces import Surface
from ui.words import moment_words

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
)


class PreferencesPage(Page[ShowClaims]):
    """Each choice takes effect at once; what is more than a choice opens a screen of its own."""

    def __init__(self, context: AppContext, ask: AskForPrinter = ask_for_printer) -> None:
        super().__init__(context)
        self.look = LookSection(context.settings)
        self.habits = HabitsSection(context.settings, is_headquarters=context.is_headquarters)
        self.days_off = DaysOffSection(context)
        self.change_office = Button(lambda: _("Office and letterhead"), "buildings")
        self.change_phrases = Button(lambda: _("Opening and closing phrases"), "quotes")
        self.show_backups = Button(lambda: _("Backups"), "archive")
        self.everything = EverythingButton(context)
        self.change_passphrase = Button(lambda: _("Change the passphrase"), "lock-simple")
        self.renew_code = Button(lambda: _("New recovery code"), "arrow-counter-clockwise")
        self.of_backup, self._of_code = Label(pixels=12, tone="muted"), Label(pixels=12)
        self.office, self.backups = OfficeScreen(context), BackupsScreen(context)
        self.phrases = PhrasesScreen(context)
        self.new_passphrase, self.new_code = NewPassphrase(context), NewCode(context, ask)
        self.show_accounts = Button(lambda: _("Accounts"), "users-three")
        self.show_access = Button(lambda: _("Access log"), "shield-check")
        self.accounts, self.access = AccountsScreen(context), AccessScreen(context)
        self.change_purpose = Button(lambda: _("Purpose and two persons"), "shield-check")
        self.purpose = PurposeScreen(context)
        self.show_claims = Button(lambda: _("Requests of people"), "shield-check")
        self.claims = ClaimsScreen(context)
        self.about = AboutSection(context)
        self._choices = QScrollArea(widgetResizable=True)
        self._stack = QStackedWidget()
        self._build()
        self._hide_what_is_not_theirs()
        self._connect()
        self.retranslate()

    def take(self, request: ShowClaims) -> None:
        self._open(self.claims)
        if request.claim is not None:
            self.claims.show_record(request.claim)

    def retranslate(self) -> None:
        self._say_state_of_code()
        self._say_last_backup()

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHeader(lambda: _("Settings")))
        self._stack.addWidget(self._choices)
        for _button, screen in self._ways():
            self._stack.addWidget(screen)
        outer.addWidget(self._stack, 1)
        inside = Surface()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 0, MARGIN, MARGIN)
        column.setSpacing(8)
        column.addWidget(self.look)
        column.addWidget(self.habits)
        column.addSpacing(8)
        column.addWidget(self.days_off)
        column.addSpacing(8)
        column.addWidget(small_title(lambda: _("Office and backups")))
        column.addLayout(_row(self.change_office, self.change_phrases))
        column.addLayout(_row(self.show_backups, self.everything))
        column.addWidget(self.of_backup)
        column.addWidget(self.everything.progress)
        column.addSpacing(8)
        column.addWidget(small_title(lambda: _("Passphrase and recovery code")))
        column.addWidget(self._of_code)
        column.addLayout(_row(self.change_passphrase, self.renew_code))
        column.addLayout(_row(self.show_accounts, self.show_access))
        column.addLayout(_row(self.change_purpose, self.show_claims))
        column.addSpacing(8)
        column.addWidget(self.about)
        column.addStretch(1)
        self._choices.setFrameShape(QFrame.Shape.NoFrame)
        self._choices.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls with what is in it
        self._choices.setWidget(inside)

    def _hide_what_is_not_theirs(self) -> None:
        """Hide what the role may not change, and what headquarters has not."""
        for button, right in (
            (self.change_office, Right.OFFICE),
            (self.change_phrases, Right.OFFICE),
            (self.show_backups, Right.KEEP_SAFE),
            (self.everything, Right.NAMES_OUT),
            (self.renew_code, Right.ACCOUNTS),
            (self.show_accounts, Right.ACCOUNTS),
            (self.show_access, Right.ACCOUNTS),
            (self.change_purpose, Right.PURPOSE),
            (self.show_claims, Right.RIGHTS_NOTE),
        ):
            button.setHidden(not self._context.may(right))
        if self._context.is_headquarters:  # it has no calendar and holds no session
            self.days_off.hide()
            self.change_phrases.hide()

    def _connect(self) -> None:
        for button, screen in self._ways():
            button.clicked.connect(lambda _checked, screen=screen: self._open(screen))
            screen.closed.connect(lambda button=button: self._show_choices(button))
            on_keys(screen, "Esc", partial(_go_back, screen))
        # The pages that show who was not met, or the days of the office, ask again.
        for changed in (self.habits.rhythm_changed, self.days_off.changed):
            changed.connect(lambda: self._context.changes.tell({Topic.PARTNER}))

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
            else _("Nobody confirmed that the recovery code is on paper: make a new one.")
        )
        # Whoever tries the sample knows its passphrase.
        self._of_code.setHidden(self._context.settings.is_sample)


def _go_back(screen: Screen) -> None:
    """Leave a screen, if it can be left: a new code must be confirmed."""
    if screen.back.isVisible():
        screen.back.click()


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return row
