"""What was typed in any form and not saved stands on Today, and opens as it was typed."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.services.claims import ClaimDraft
from outreach_app.services.commitments import LatePromiseDraft
from outreach_app.services.drafts import save_draft
from outreach_app.services.partners import PartnerDraft
from outreach_app.services.people import PersonDraft
from outreach_app.services.scheduling import ScheduleDraft
from tests import makers
from tests.ui.conftest import Heard
from ui.agenda.page import AgendaPage
from ui.context import AppContext
from ui.draft_requests import ContinueClaim, ContinuePartner, ContinuePlan, ContinuePromise
from ui.drafts.kept_form import KeptForm
from ui.follow_up.page import FollowUpPage
from ui.page import Page
from ui.pages import PRECINCT_PAGES
from ui.partners.page import PartnersPage
from ui.preferences.page import PreferencesPage
from ui.today.page import TodayPage
from ui.widgets.line_button import ActingLine

Continued = ContinueClaim | ContinuePartner | ContinuePlan | ContinuePromise


def test_every_unfinished_entry_is_named_and_opened_with_what_was_typed(
    context: AppContext, make: Callable[[], TodayPage], heard: Heard, qtbot: QtBot
) -> None:
    partner = makers.write_partner(context.office.database, name_ar="جمعية الأمل")
    typed: dict[str, Any] = {
        "partner/left": PartnerDraft("جمعية النور", None, "pt.association"),
        f"partner:{partner}/left": PartnerDraft("جمعية الأمل الكبير", None, "pt.association"),
        f"person-of:{partner}/left": PersonDraft(partner, "سعاد", None),
        "commitment/left": LatePromiseDraft(None, "إصلاح المصباح"),
        "schedule/left": ScheduleDraft(None, subject="تنظيم السوق"),
        "claim/left": ClaimDraft("rectification"),
    }
    with context.office.database.write(Actor.CHIEF) as session:
        for key, draft in typed.items():
            save_draft(session, key, draft, clock.now())
    shown = [line for line in make().entries.findChildren(ActingLine) if line.isVisible()]
    named = {line.line.accessibleName() for line in shown}
    assert len(named) == len(typed)
    assert any("تعديل الشريك" in name and "جمعية الأمل الكبير" in name for name in named)
    for line in shown:
        line.line.click()
    kinds: tuple[type[Page[Any]], ...] = (PartnersPage, FollowUpPage, AgendaPage, PreferencesPage)
    pages = {kind: kind(context) for kind in kinds}
    takes = {entry.factory: entry.takes for entry in PRECINCT_PAGES}
    for request in heard.requests:
        page = next(pages[kind] for kind in kinds if isinstance(request, takes[kind]))
        qtbot.addWidget(page)
        page.take(request)
        assert isinstance(request, Continued)
        form = next(it for it in page.findChildren(KeptForm) if it.keeper.key == request.key)
        assert form.typed() == typed[request.key]
