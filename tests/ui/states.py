"""States of the pages, and dialogs over them, each in a new window."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import Language, current
from outreach_app.progress import Progress
from outreach_app.queries.partners import PartnerRow, list_partners
from outreach_app.queries.people import list_people
from outreach_app.queries.points import list_points
from outreach_app.queries.referrals import list_referrals
from outreach_app.queries.remarks import list_remarks
from outreach_app.queries.rumours import list_rumours
from outreach_app.transfer.partner_finder import MatchKey
from tests.core.notes.samples import ARABIC, FRENCH
from tests.ui.import_wizard.driving import LIST
from tests.ui.offices import held_meeting
from tests.ui.proposal_screens import declined, often, proposed
from tests.ui.settings_screens import SETTINGS
from ui.agenda.page import AgendaPage
from ui.communication.page import CommunicationPage
from ui.duplicates.page import MERGED, DuplicatesPage
from ui.follow_up.page import FollowUpPage
from ui.headquarters.page import OfficesPage
from ui.help.dialog import HelpDialog
from ui.history.dialog import HistoryDialog
from ui.import_wizard.dialog import ImportDialog
from ui.import_wizard.partner_noun import PARTNERS
from ui.import_wizard.work import read_source, try_import
from ui.meetings.page import MeetingsPage
from ui.notes.dialog import NoteDialog
from ui.notes.rows import Group
from ui.partners.names import name_of
from ui.partners.page import PartnersPage
from ui.requests import (
    NewEntry,
    OpenFollowed,
    OpenPartner,
    OpenRemark,
    OpenRumour,
    PlanMeeting,
    ShowClaims,
)
from ui.shell import Shell
from ui.translations.dialog import TranslationsDialog
from ui.translations.texts import texts_of_meeting

_NOBODY = UUID(int=0)
_NOTES = {Language.ARABIC: ARABIC, Language.FRENCH: FRENCH}


def _agenda_week(shell: Shell) -> Shell:
    shell.show_page("agenda")
    assert isinstance(shell.page, AgendaPage)
    shell.page.bar.kinds.setCurrentIndex(1)
    return shell


def _schedule(shell: Shell) -> Shell:
    partner = shell.context.read(list_partners)[0].uid
    shell.open_page(PlanMeeting(date(2026, 10, 21), (partner,), time(10, 30)))
    return shell


def _new_commitment(shell: Shell) -> Shell:
    shell.show_page("follow_up")
    assert isinstance(shell.page, FollowUpPage)
    shell.page.promise()
    return shell


def _point(shell: Shell) -> Shell:
    shell.open_page(OpenFollowed(shell.context.read(list_points)[0].uid))
    return shell


def _rumour(shell: Shell) -> Shell:
    last = shell.context.read(list_rumours)[-1]
    shell.open_page(OpenRumour(last.uid))
    return shell


def _remark(shell: Shell) -> Shell:
    last = shell.context.read(list_remarks)[0]
    shell.open_page(OpenRemark(last.uid))
    return shell


def _remark_form(shell: Shell) -> Shell:
    shell.open_page(NewEntry("point"))
    return shell


def _awareness(shell: Shell) -> Shell:
    shell.show_page("communication")
    assert isinstance(shell.page, CommunicationPage)
    shell.page.add_awareness.click()
    return shell


def _rumour_form(shell: Shell) -> Shell:
    shell.open_page(NewEntry("rumour"))
    return shell


def _publication_form(shell: Shell) -> Shell:
    shell.show_page("communication")
    assert isinstance(shell.page, CommunicationPage)
    shell.page.add_publication.click()
    return shell


def _referral(shell: Shell) -> Shell:
    shell.open_page(OpenFollowed(shell.context.read(list_referrals)[0].uid))
    return shell


def _duplicates(shell: Shell) -> Shell:
    shell.show_page("partners")
    assert isinstance(shell.page, PartnersPage)
    shell.page.review_duplicates()
    return shell


def _merged(shell: Shell) -> Shell:
    _duplicates(shell)
    duplicates = shell.page.findChild(DuplicatesPage)
    assert duplicates is not None
    duplicates.tabs.setCurrentIndex(MERGED)
    return shell


def _person_form(shell: Shell) -> Shell:
    shell.open_page(OpenPartner(_partner(shell).uid))
    assert isinstance(shell.page, PartnersPage)
    shell.page.open_person_form(shell.context.read(list_people)[0].uid)
    return shell


def _history(shell: Shell) -> HistoryDialog:
    row = _partner(shell)
    return HistoryDialog(shell.context, row.uid, name_of(row), shell)


def _translations(shell: Shell) -> TranslationsDialog:
    """Show a session with a text being translated."""
    dialog = TranslationsDialog(
        shell.context, texts_of_meeting(held_meeting(shell.context.office)), shell
    )
    dialog.lines[0].editor.setPlainText("Sécurité des abords des établissements scolaires")
    return dialog


def _note(shell: Shell) -> NoteDialog:
    """Show minutes beside their proposals, in the language of the screen."""
    shell.show_page("meetings")
    assert isinstance(shell.page, MeetingsPage)
    shell.page.new_session()
    shell.page.editor.notes.show_text(_NOTES[current()])
    (dialog,) = shell.page.findChildren(NoteDialog)
    rows = [i for i, row in enumerate(dialog.review.rows) if row.group is Group.POINT]
    dialog.list.show_place(rows[1])
    return dialog


def _claims(shell: Shell) -> Shell:
    shell.open_page(ShowClaims())
    return shell


def _help(shell: Shell) -> HelpDialog:
    shell.show_help()
    (dialog,) = shell.findChildren(HelpDialog)
    return dialog


def _import(step: int, shell: Shell) -> ImportDialog:
    """Show the wizard at a step, without writing anything."""
    file = Path("liste.csv")
    # A column of kinds, with an unknown word.
    kinds = ("النوع", "نادي", "جمعية نسوية", "", "")
    rows = zip(LIST.splitlines(), kinds, strict=True)
    file.write_text("".join(f"{row};{kind}\n" for row, kind in rows), encoding="utf-8")
    dialog = ImportDialog(shell.context, PARTNERS, shell)
    if step == 0:
        return dialog
    source = read_source(PARTNERS, file, None, {"category": "pt.liberal"}, by_columns=False)
    dialog._show_source(source)
    dialog._keeper.discard()  # other screens would list the draft
    reading = dialog.columns.reading()
    report = try_import(shell.context, source, reading, MatchKey.NAME, Progress())
    if step == 2:
        dialog._show_tried(report)
    elif step == 3:
        dialog._show_imported(replace(report, batch=_NOBODY))
    return dialog


def _partner(shell: Shell) -> PartnerRow:
    """Return the partner with the most meetings."""
    return shell.context.read(list_partners)[0]


def _replied(shell: Shell) -> Shell:
    """Show a point that headquarters is about to reply to."""
    shell.show()  # the actions of a row are shown when it is selected
    shell.open_page(OpenFollowed(shell.context.read(list_points)[0].uid))
    assert isinstance(shell.page, FollowUpPage)
    reply, *_ways = shell.page.points.strip.commands()
    reply.do()
    return shell


def _gap(shell: Shell) -> Shell:
    """Show a precinct with missing changes, if one is enrolled."""
    shell.show_page("offices")
    assert isinstance(shell.page, OfficesPage)
    for row in [row for row in shell.page._offices if row.missing][:1]:
        shell.page.show_record(row.uid)
    return shell


_WIZARD = ("file", "columns", "check", "report")

STATES: dict[str, Callable[[Shell], QWidget]] = {
    "agenda_week": _agenda_week,
    "schedule": _schedule,
    "new_commitment": _new_commitment,
    "point": _point,
    "referral": _referral,
    "rumour": _rumour,
    "rumour_form": _rumour_form,
    "remark": _remark,
    "awareness": _awareness,
    "remark_form": _remark_form,
    "publication_form": _publication_form,
    "duplicates": _duplicates,
    "duplicates_merged": _merged,
    "person_form": _person_form,
    "history": _history,
    "translations": _translations,
    "note": _note,
    **SETTINGS,
    "often": often,
    "often_declined": declined,
    "claims": _claims,
    "help": _help,
    **{f"import_{step}": partial(_import, place) for place, step in enumerate(_WIZARD)},
}

HEADQUARTERS_STATES: dict[str, Callable[[Shell], QWidget]] = {
    "headquarters_point": _replied,
    "headquarters_gap": _gap,
    "headquarters_proposed": proposed,
}
