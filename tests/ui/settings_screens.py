"""The screens of Settings that are opened from its page."""

from collections.abc import Callable
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtWidgets import QWidget

from outreach_app.actors import Role, account_words
from outreach_app.i18n import Language, current
from outreach_app.queries.access_rows import LoggedRow
from ui.preferences.page import PreferencesPage
from ui.shell import Shell

_OPENINGS = {
    Language.ARABIC: "في إطار البرنامج السنوي لشرطة القرب",
    Language.FRENCH: "Dans le cadre du programme annuel de proximité",
}
_RECORD = UUID(int=0)
_LOGGED = (
    ("names_out", "write_vcards"),
    ("change", "change_person"),
    ("seen", "get_person_details"),
    ("failed", None),
    ("unlock", None),
)


def _phrases(shell: Shell) -> Shell:
    """Show an office that begins its summaries in its own words, in the language of the screen."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.change_phrases.click()
    screen = shell.page.phrases
    box = screen.boxes["opening", current()]
    box.show_value(_OPENINGS[current()])
    screen._preview()
    return shell


def _purpose(shell: Shell) -> Shell:
    """Show the purpose of the register, with what is wrong where no reason was given."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.change_purpose.click()
    shell.page.purpose.store()
    return shell


def _access(shell: Shell) -> Shell:
    """Show the access log with a row chosen, to whose record it can be narrowed."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.show_access.click()
    who = account_words(Role.CHIEF, 1)
    rows = [
        LoggedRow(
            n=number,
            at=datetime(2026, 10, 19, 8, 30 + number, tzinfo=UTC),
            account="chief-1",
            role="chief",
            act=act,
            verb=verb,
            record=_RECORD if verb else None,
            count=None,
            account_words=who,
        )
        for number, (act, verb) in enumerate(_LOGGED, start=1)
    ]
    shell.page.access.table.model.show_rows(rows)
    shell.page.access.table.select(1)
    return shell


SETTINGS: dict[str, Callable[[Shell], QWidget]] = {
    "phrases": _phrases,
    "purpose": _purpose,
    "access": _access,
}
