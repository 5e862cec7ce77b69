"""The screens of Settings that are opened from its page."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.accounts import FirstPassphrase
from outreach_app.actors import Role
from outreach_app.i18n import Language, current
from outreach_app.queries.access_rows import LoggedRow
from outreach_app.queries.naming_texts import NamingText
from outreach_app.queries.records_past_term import DueRow
from outreach_app.queries.retention import EliminationRow, EliminationState
from outreach_app.rules.retention import USUAL_TERMS, Kept, due_on
from ui.preferences.page import PreferencesPage
from ui.requests import ShowClaims
from ui.retention.work import Retention
from ui.shell import Shell

_OPENINGS = {
    Language.ARABIC: "في إطار البرنامج السنوي لشرطة القرب",
    Language.FRENCH: "Dans le cadre du programme annuel de proximité",
}
_RECORD = UUID(int=0)
_DUE = (
    (Kept.NAME, "identity", date(2023, 5, 16), "", "pt.association"),
    (Kept.MEETING, "meeting", date(2021, 3, 2), "04/2021", "mt.thematic"),
    (Kept.PARTNER, "partner", date(2026, 6, 30), "", "pt.media"),
    (Kept.CLAIM, "claim", date(2021, 9, 8), "02/2021", None),
)
_LOGGED = (
    ("names_out", "write_vcards"),
    ("change", "change_person"),
    ("seen", "get_person_details"),
    ("failed", None),
    ("unlock", None),
)


def _phrases(shell: Shell) -> Shell:
    """Show the phrases of an office, in the language of the screen."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.change_phrases.click()
    screen = shell.page.phrases
    box = screen.boxes["opening", current()]
    box.show_value(_OPENINGS[current()])
    screen._preview()
    return shell


def _purpose(shell: Shell) -> Shell:
    """Show the purpose of the register, with the error of a missing reason."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.change_purpose.click()
    shell.page.purpose.store()
    return shell


def _access(shell: Shell) -> Shell:
    """Show the access log with a row selected, to filter by its record."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.show_access.click()
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
            holder=(Role.CHIEF, 1),
        )
        for number, (act, verb) in enumerate(_LOGGED, start=1)
    ]
    while not shell.page.access.soundness.text():  # it is checked in the background
        QApplication.processEvents()
    shell.page.access.table.model.show_rows(rows)
    shell.page.access.table.select(1)
    return shell


def _accounts(shell: Shell) -> Shell:
    """Show four accounts, one of which is blocked, and a first passphrase."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.show_accounts.click()
    screen = shell.page.accounts
    own = screen.table.row
    assert own is not None
    roles = (Role.DEPUTY, Role.SECRETARY, Role.READER)
    others = [
        replace(
            own, uid=UUID(int=place), role=role, number=1, must_change=place > 0, opened_at=None
        )
        for place, role in enumerate(roles)
    ]
    others[0] = replace(others[0], opened_at=own.opened_at, is_blocked=True)
    screen.table.model.show_rows([own, *others])
    screen.passphrases.add(FirstPassphrase(others[2], "sable-moulin-corbeau-lanterne"))
    screen.table.select(1)
    return shell


def _retention(shell: Shell) -> Shell:
    """Show due records, and an issued and archived elimination list."""
    shell.show_page("preferences")
    assert isinstance(shell.page, PreferencesPage)
    shell.page.show_retention.click()
    screen = shell.page.retention
    due = [
        DueRow(kind, entity, "", day, due_on(day, USUAL_TERMS[kind]), number, code)
        for kind, entity, day, number, code in _DUE
    ]
    made = datetime(2026, 10, 12, 9, 5, tzinfo=UTC)
    state, kinds = EliminationState.ARCHIVED, (Kept.RUMOUR,)
    lists = [EliminationRow(_RECORD, state, "L-01/2026", made, 3, 7, kinds, made, None, None)]
    screen._asked += 1  # what is read beside the window comes too late
    screen._show(screen._asked, Retention(due, lists, 0, None))
    return shell


def _naming(shell: Shell) -> Shell:
    """Show a text with the name of a person who objects, before the erasure."""
    shell.open_page(ShowClaims())
    assert isinstance(shell.page, PreferencesPage)
    strip = shell.page.claims.naming
    person, before = "سناء النموذجي", "زيارة سناء النموذجي للحي وتقديم طلب الإنارة"
    proposed = "زيارة رئيسة الجمعية للحي وتقديم طلب الإنارة"
    day = date(2026, 10, 14)
    strip._texts = [
        NamingText("meeting", _RECORD, "", column, "12/2026", day, person, before, proposed)
        for column in ("subject_ar", "place_ar")
    ]
    strip.text.setPlainText(proposed)
    strip.retranslate()
    strip.show()
    return shell


SETTINGS: dict[str, Callable[[Shell], QWidget]] = {
    "retention": _retention,
    "phrases": _phrases,
    "purpose": _purpose,
    "access": _access,
    "accounts": _accounts,
    "naming_texts": _naming,
}
