"""The screens of frequent points, at the precinct and at headquarters."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import QWidget

from outreach_app.i18n import Language
from outreach_app.queries.proposals import ProposalRow
from outreach_app.queries.repeated_points import RepeatedPoint
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import ProposalState
from outreach_app.vocabulary import entry
from tests.proposals import ADOPTION, OFTEN, PROPOSAL
from ui.headquarters.catalogue_page import CataloguePage
from ui.preferences.page import PreferencesPage
from ui.proposals.lines import often_lines
from ui.requests import ShowProposals
from ui.shell import Shell

_DAY = date(2026, 10, 14)
_OFTEN = (
    RepeatedPoint(
        OFTEN.text or "", Language.ARABIC, OFTEN.translation, "request", "tp.4.5", 6, _DAY
    ),
    RepeatedPoint(
        "Stationnement de poids lourds devant l’entrée de l’école",
        Language.FRENCH,
        None,
        "concern",
        "tp.4.1",
        3,
        _DAY,
    ),
)
_LOCAL = entry("dr.local")
WAITING = ProposalRow(
    uid=UUID(int=1),
    office=UUID(int=2),
    office_name=Bilingual("المعاريف", "Maârif"),
    kind=PROPOSAL.kind,
    topic=PROPOSAL.topic,
    text=PROPOSAL.text,
    language=PROPOSAL.language,
    translation=PROPOSAL.translation,
    count=5,
    proposed_on=_DAY,
    state=ProposalState.WAITING,
    answer=None,
    version="",
)
_ANSWERED = (
    replace(
        WAITING,
        uid=UUID(int=3),
        text="تنظيم وقوف الدراجات النارية أمام الثانويات",
        topic="tp.4.1",
        state=ProposalState.ADOPTED,
        answer=Bilingual(ADOPTION.ar, ADOPTION.fr),
    ),
    replace(
        WAITING,
        uid=UUID(int=4),
        text="تنظيف الساحة قبل موسم السوق الأسبوعي",
        topic="tp.6.5",
        state=ProposalState.DECLINED,
        answer=Bilingual(_LOCAL.ar, _LOCAL.fr),
    ),
)


def often(shell: Shell) -> QWidget:
    """Show a precinct's frequent points, the preview of the first, and its proposals."""
    shell.open_page(ShowProposals())
    assert isinstance(shell.page, PreferencesPage)
    screen = shell.page.proposals
    screen.table.model.show_rows(often_lines(_OFTEN, (WAITING, *_ANSWERED)))
    screen.table.select(0)
    screen.strip.show_line(screen.table.row)
    return shell


def declined(shell: Shell) -> QWidget:
    """Show why a precinct's proposal was declined."""
    often(shell)
    assert isinstance(shell.page, PreferencesPage)
    screen = shell.page.proposals
    screen.table.select(4)
    screen.strip.show_line(screen.table.row)
    return shell


def proposed(shell: Shell) -> QWidget:
    """Show headquarters what precincts propose."""
    shell.show_page("catalogue")
    assert isinstance(shell.page, CataloguePage)
    shell.page.proposed.click()
    shell.page._waiting = 1
    shell.page.proposed.retranslate()
    screen = shell.page.proposals
    screen.table.model.show_rows((WAITING, *_ANSWERED))
    screen.table.select(0)
    screen.strip.show_row(screen.table.row)
    return shell
