"""The commands of Ctrl+K that lead to a form or to a screen of the settings."""

from functools import partial

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from ui.context import AppContext
from ui.requests import (
    LogSession,
    NewPartner,
    NewRumour,
    PlanMeeting,
    Request,
    ShowClaims,
    ShowProposals,
    ShowSetting,
)
from ui.widgets.commands import Command
from ui.widgets.translated import Text


def request_commands(context: AppContext, *, is_recording: bool) -> list[Command]:
    """Return those that the account may use; only a precinct records meetings."""
    offered: tuple[tuple[Right, bool, Text, str, Request, str], ...] = (
        (Right.RECORD, True, lambda: _("New session"), "plus", LogSession(), ""),
        (Right.RECORD, True, lambda: _("Plan a meeting"), "calendar-plus", PlanMeeting(), ""),
        (Right.RECORD, True, lambda: _("Add a partner"), "handshake", NewPartner(), ""),
        (Right.RECORD, True, lambda: _("New rumour"), "megaphone-simple", NewRumour(), "F11"),
        (Right.RECORD, True, lambda: _("Frequently written points"), "quotes", ShowProposals(), ""),
        (Right.NOTE_CLAIMS, False, lambda: _("Requests from people"), "shield-check", ShowClaims(),
         ""),
        (Right.RETENTION, False, lambda: _("Retention"), "hourglass", ShowSetting("retention"), ""),
        (Right.BACK_UP, False, lambda: _("Backups"), "archive", ShowSetting("backups"), ""),
        (Right.ACCOUNTS, False, lambda: _("Accounts"), "users-three", ShowSetting("accounts"), ""),
    )  # fmt: skip
    return [
        Command(words, icon, partial(context.open_page, request), keys)
        for right, is_of_precinct, words, icon, request, keys in offered
        if context.may(right) and (is_recording or not is_of_precinct)
    ]
