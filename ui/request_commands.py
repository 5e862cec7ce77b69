"""The commands of Ctrl+K that lead to a form or to a screen of the settings."""

from collections.abc import Iterator
from functools import partial

from outreach_app.i18n import gettext as _
from outreach_app.rights import Right
from outreach_app.rules.awareness import AWARENESS_KINDS
from ui.context import AppContext
from ui.document_words import CHOSEN_KINDS, document_words, right_beside
from ui.page_keys import PageKey
from ui.requests import (
    ChooseFiles,
    EnrolCard,
    LogSession,
    NewEntry,
    NewPartner,
    PlanMeeting,
    Request,
    ReviewConflicts,
    SendChanges,
    ShowClaims,
    ShowDocument,
    ShowDuplicates,
    ShowPage,
    ShowProposals,
    ShowSetting,
)
from ui.widgets.commands import Command
from ui.widgets.translated import Text
from ui.words import code_words


def request_commands(context: AppContext, *, is_recording: bool) -> list[Command]:
    """Return those that the account may use; only a precinct records meetings."""
    offered: tuple[tuple[Right, bool, Text, str, Request, str], ...] = (
        (Right.RECORD, True, lambda: _("New session"), "plus", LogSession(), ""),
        (Right.RECORD, True, lambda: _("Plan a meeting"), "calendar-plus", PlanMeeting(), ""),
        (Right.RECORD, True, lambda: _("Add a partner"), "handshake", NewPartner(), ""),
        (Right.RECORD, True, lambda: _("New rumour"), "megaphone-simple", NewEntry("rumour"),
         "F11"),
        (Right.RECORD, True, lambda: _("New remark"), "chat-circle-text", NewEntry("point"), "F12"),
        (Right.RECORD, True, lambda: _("New publication"), "newspaper", NewEntry("publication"),
         ""),
        (Right.RECORD, True, lambda: _("New reading"), "chart-bar", NewEntry("reading"), ""),
        (Right.READ, True, lambda: _("Duplicates"), "git-merge", ShowDuplicates(), ""),
        (Right.RECORD, True, lambda: _("Frequently written points"), "quotes", ShowProposals(), ""),
        (Right.NOTE_CLAIMS, False, lambda: _("Requests from people"), "shield-check", ShowClaims(),
         ""),
        (Right.EXCHANGE, False, lambda: _("Exchange: files to send"), "export", SendChanges(), ""),
        (Right.EXCHANGE, False, lambda: _("Exchange: import files"), "download-simple",
         ChooseFiles(), ""),
        (Right.EXCHANGE, False, lambda: _("Exchange: conflicts to review"), "git-diff",
         ReviewConflicts(), ""),
        (Right.STATIONS, False, lambda: _("Exchange: enrol a card"), "identification-card",
         EnrolCard(), ""),
        (Right.READ, False, lambda: _("Colours: light or dark"), "palette",
         ShowPage(PageKey.PREFERENCES), ""),
        (Right.READ, False, lambda: _("Size of the text"), "text-aa",
         ShowPage(PageKey.PREFERENCES), ""),
        (Right.RETENTION, False, lambda: _("Retention"), "hourglass", ShowSetting("retention"), ""),
        (Right.BACK_UP, False, lambda: _("Backups"), "archive", ShowSetting("backups"), ""),
        (Right.ACCOUNTS, False, lambda: _("Accounts"), "users-three", ShowSetting("accounts"), ""),
    )  # fmt: skip
    commands = [
        Command(words, icon, partial(context.open_page, request), keys)
        for right, is_of_precinct, words, icon, request, keys in offered
        if context.may(right) and (is_recording or not is_of_precinct)
    ]
    return [*commands, *(_of_precinct(context) if is_recording else ())]


def _of_precinct(context: AppContext) -> Iterator[Command]:
    """Yield a command for each kind of awareness action, and for each document."""
    for kind in AWARENESS_KINDS if context.may(Right.RECORD) else ():
        record = partial(context.open_page, NewEntry("meeting", kind))
        yield Command(partial(code_words, kind), "users-three", record)
    for document in CHOSEN_KINDS:
        if not context.may(right_beside(document)):
            continue
        show = partial(context.open_page, ShowDocument(document))
        yield Command(partial(document_words, document), "article", show)
    show = partial(context.open_page, ShowDocument(None))
    yield Command(lambda: _("Register of documents"), "list-numbers", show)
    if context.may(Right.REMOVE):
        choose = partial(_choose_two, context)
        yield Command(lambda: _("Merge two partners"), "arrows-in-line-horizontal", choose)


def _choose_two(context: AppContext) -> None:
    """Show the list in which two partners are chosen, and say how they are merged."""
    context.open_page(ShowPage(PageKey.PARTNERS))
    context.notice(_("Choose two partners in the list, the second with Ctrl: then “Merge them”."))
