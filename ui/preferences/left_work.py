"""What an account leaves that it did not record, said before the account is removed."""

from outreach_app.actors import account_words
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.accounts import AccountRow, find_heir
from outreach_app.queries.drafts import SESSION_FORM, list_forms_of
from ui.drafts.entry_drafts import nouns_of


def left_words(session: StoreSession, row: AccountRow) -> str:
    """Return how many drafts an account has, of what, and to whom they pass; "" for none.

    Their words stay the account's own until it is gone.
    """
    forms = list_forms_of(session, row.uid)
    if not forms:
        return ""
    nouns = [_("New session")] if SESSION_FORM in forms else []
    what = " · ".join((*nouns, *nouns_of(forms)))
    count = isolate(str(len(forms)))
    heir = find_heir(session, gone=row.uid)
    words = _("Drafts that it has not recorded: {count}. They pass to the page Today of {account}.")
    return words.format(
        count=f"{count} ({what})" if what else count,
        account=isolate(account_words(heir.role, heir.number)),
    )


def removed_words(backups: int) -> str:
    """Return what is told once an account is removed, whose passphrase opens some backups yet."""
    done = _("The account was removed, and the register has a new key.")
    if not backups:
        return done
    line = _("Earlier backups that its passphrase still opens: {count}.")
    return f"{done} {line.format(count=isolate(str(backups)))}"
