"""The first passphrases that were given on a page, kept in sight until it is left."""

from dataclasses import replace
from uuid import UUID

from outreach_app.accounts import FirstPassphrase
from outreach_app.actors import account_words
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.accounts import AccountRow
from ui.forms.choice_editor import capitalised
from ui.widgets.labels import Label, note
from ui.widgets.layouts import column_in
from ui.widgets.translated import Translated


class FirstPassphrases(Translated):
    """Shows one line per account: stored nowhere, one must not replace another."""

    def __init__(self) -> None:
        super().__init__()
        self._given: dict[UUID, FirstPassphrase] = {}
        self.lines = Label(pixels=18)
        column = column_in(self, 4)
        advice = note(
            lambda: _("First passphrases, shown until you leave this page. Write each one down:"),
            tone="warn",
        )
        column.addWidget(advice)
        column.addWidget(self.lines)
        self.hide()

    def may_have_lost(self, account: AccountRow | None) -> bool:
        """Return whether an account still has a first passphrase, which is not shown here."""
        return account is not None and account.must_change and account.uid not in self._given

    def add(self, first: FirstPassphrase) -> None:
        """Show one more, or the new one of an account that had one."""
        self._given[first.account.uid] = first
        self.retranslate()

    def rename(self, account: AccountRow) -> None:
        """Show an account, if its passphrase is here, by its new name."""
        if account.uid in self._given:
            self.add(replace(self._given[account.uid], account=account))

    def drop(self, account: UUID) -> None:
        """Stop showing that of an account, if it has one here."""
        self._given.pop(account, None)
        self.retranslate()

    def clear(self) -> None:
        """Stop showing all of them."""
        self._given.clear()
        self.retranslate()

    def retranslate(self) -> None:
        self.lines.setText("\n".join(map(_line, self._given.values())))
        self.setVisible(bool(self._given))


def lost_words() -> str:
    """Return what to do if nobody has a first passphrase, which is stored nowhere."""
    return _(
        "Nobody has used the first passphrase of this account yet. If it was lost, for instance "
        "because the program ended before it was shown, give a new passphrase."
    )


def _line(first: FirstPassphrase) -> str:
    account = capitalised(account_words(first.account.role, first.account.number))
    return f"{account} · {isolate(first.passphrase)}"
