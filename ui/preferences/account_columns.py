"""The columns of the list of accounts."""

from outreach_app.actors import Role, account_words
from outreach_app.clock import moment_words
from outreach_app.i18n import gettext as _
from outreach_app.queries.accounts import AccountRow
from ui.forms.choice_editor import capitalised
from ui.tables.columns import Column


def _state_words(row: AccountRow) -> str:
    if row.is_blocked:
        return _("Blocked: wrong passphrases")
    if row.is_shut:
        return _("Needs a new passphrase from you")
    return _("Must change its passphrase") if row.must_change else _("Active")


ACCOUNT_COLUMNS: tuple[Column[AccountRow], ...] = (
    Column(
        lambda: _("Account"),
        lambda row: capitalised(account_words(row.role, row.number)),
        least=176,
        sort_key="account",
    ),
    Column(
        lambda: _("Last opened"),
        lambda row: moment_words(row.opened_at) if row.opened_at else _("Not yet"),
        width=180,
        sort_key="opened",
        by=lambda row: row.opened_at,
    ),
    Column(
        lambda: _("Passphrase since"),
        lambda row: moment_words(row.passphrase_at),
        width=180,
        sort_key="since",
        by=lambda row: row.passphrase_at,
    ),
    Column(lambda: _("State"), _state_words, width=264, firm=240, sort_key="state"),
)


def may_words(role: Role) -> str:
    """Return what an account of a role may do, and what it may not."""
    every = _("Has all rights, accounts and restoring included.")
    less = {
        Role.DEPUTY: _(
            "Records, deletes, makes papers, exchanges files and answers requests from people; "
            "neither accounts, nor the letterhead, nor restoring."
        ),
        Role.SECRETARY: _(
            "Records, makes papers and exchanges files; deletes nothing and answers no request "
            "from a person."
        ),
        Role.READER: _(
            "Reads and searches; changes nothing, and sees no name or telephone of a person."
        ),
        Role.ANALYST: _(
            "Reviews meetings, answers precincts, makes papers and exchanges files; deletes "
            "nothing, and sees no name of a person."
        ),
    }
    return less.get(role, every)
