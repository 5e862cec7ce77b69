"""The screens that the page of settings opens, each built when it is first opened."""

from functools import cached_property
from typing import TypeVar

from ui.claims.screen import ClaimsScreen
from ui.context import AppContext
from ui.page import Page
from ui.preferences.access import AccessScreen
from ui.preferences.accounts import AccountsScreen
from ui.preferences.backups import BackupsScreen
from ui.preferences.new_code import NewCode
from ui.preferences.new_passphrase import NewPassphrase
from ui.preferences.office import OfficeScreen
from ui.preferences.phrases import PhrasesScreen
from ui.preferences.purpose import PurposeScreen
from ui.proposals.own_screen import OwnProposalsScreen
from ui.requests import SettingsRequest
from ui.retention.screen import RetentionScreen
from ui.vault.recovery_code import AskForPrinter
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
ScreenT = TypeVar("ScreenT", bound=Screen)


class Screens(Page[SettingsRequest]):
    """A page with screens: to build all of them takes longer than any other page."""

    def __init__(self, context: AppContext, ask: AskForPrinter) -> None:
        super().__init__(context)
        self._ask = ask
        self._stack = Stack()
        self._built: list[Screen] = []

    @cached_property
    def office(self) -> OfficeScreen:
        return self._add(OfficeScreen(self._context))

    @cached_property
    def backups(self) -> BackupsScreen:
        return self._add(BackupsScreen(self._context))

    @cached_property
    def phrases(self) -> PhrasesScreen:
        return self._add(PhrasesScreen(self._context))

    @cached_property
    def new_passphrase(self) -> NewPassphrase:
        return self._add(NewPassphrase(self._context))

    @cached_property
    def new_code(self) -> NewCode:
        return self._add(NewCode(self._context, self._ask))

    @cached_property
    def accounts(self) -> AccountsScreen:
        return self._add(AccountsScreen(self._context))

    @cached_property
    def access(self) -> AccessScreen:
        return self._add(AccessScreen(self._context))

    @cached_property
    def purpose(self) -> PurposeScreen:
        return self._add(PurposeScreen(self._context))

    @cached_property
    def claims(self) -> ClaimsScreen:
        return self._add(ClaimsScreen(self._context))

    @cached_property
    def retention(self) -> RetentionScreen:
        return self._add(RetentionScreen(self._context))

    @cached_property
    def proposals(self) -> OwnProposalsScreen:
        return self._add(OwnProposalsScreen(self._context))

    @property
    def open_screen(self) -> Screen | None:
        """The screen that is shown in place of the choices."""
        current = self._stack.currentWidget()
        return next((screen for screen in self._built if screen is current), None)

    def leave(self) -> None:
        """Show the choices again: a screen was closed."""
        raise NotImplementedError

    def _add(self, screen: ScreenT) -> ScreenT:
        self._stack.addWidget(screen)
        self._built.append(screen)
        screen.closed.connect(self.leave)
        return screen
