"""One document of every kind, for tests of all kinds."""

from collections.abc import Callable

from outreach_app.i18n import Language
from outreach_app.summaries.forms.attendance_prose import realise_attendance
from outreach_app.summaries.forms.covering_prose import realise_covering
from outreach_app.summaries.forms.rectification_prose import realise_rectification
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.handovers.prose import realise_handover
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.partner_sheets.prose import realise_partner_sheet
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.privacy.prose import realise_extract, realise_notice
from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.published.facts import publish
from outreach_app.summaries.published.prose import realise_published
from tests.core.documents.samples import session
from tests.core.summaries import (
    filled_forms,
    given_handover,
    given_programmes,
    given_sheets,
    nations,
    reports,
)

KINDS: dict[str, Callable[[Language], Realised]] = {
    "session": session,
    "national": lambda language: realise_national(nations.plan(), language, nations.ISSUED_ON),
    "hand-out": lambda language: realise_hand_out(
        given_sheets.MOCK_UP, language, given_sheets.ISSUED_ON, has_notes=True
    ),
    "programme": lambda language: realise_programme(
        given_programmes.PROGRAMMES["month"], language, given_sheets.ISSUED_ON
    ),
    "partner sheet": lambda language: realise_partner_sheet(
        filled_forms.PARTNER_SHEET, language, filled_forms.PARTNER_SHEET.as_of
    ),
    "period": lambda language: realise_period(reports.MOCK_UP, language, reports.ISSUED_ON),
    "published": lambda language: realise_published(
        publish(reports.MOCK_UP), language, reports.ISSUED_ON
    ),
    "notice": lambda language: realise_notice(
        filled_forms.NOTICE, language, filled_forms.ISSUED_ON
    ),
    "extract": lambda language: realise_extract(
        filled_forms.EXTRACT, language, filled_forms.EXTRACT.as_of
    ),
    "covering": lambda language: realise_covering(
        filled_forms.COVERING, language, filled_forms.ISSUED_ON
    ),
    "handover": lambda language: realise_handover(
        given_handover.HANDOVER, language, given_handover.HANDOVER.as_of
    ),
    "rectification": lambda language: realise_rectification(
        filled_forms.RECTIFICATION, language, filled_forms.ISSUED_ON
    ),
    "attendance": lambda language: realise_attendance(
        filled_forms.ATTENDANCE, language, filled_forms.ISSUED_ON
    ),
}


def realised(kind: str, language: Language) -> Realised:
    """Return the document of a kind in a language."""
    return KINDS[kind](language)
