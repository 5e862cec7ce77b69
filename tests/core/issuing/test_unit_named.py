"""Every paper names its precinct, whatever lines were typed for the letterhead."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.imprint import head_of
from outreach_app.i18n import Language
from outreach_app.issuing.forms import prepare_attendance_sheet
from outreach_app.issuing.hand_outs import prepare_programme
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.issuing.partner_sheets import prepare_sheet_of_partner
from outreach_app.issuing.period import prepare_period_report
from outreach_app.issuing.privacy import prepare_notice
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.rules.periods import Period
from outreach_app.services.offices import change_office, draft_of_own_office
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
PRECINCT = ["الدائرة الأمنية طنجة", "Arrondissement de police Tanger"]


def _last_lines(database: Database, **changes: Any) -> list[str]:
    with database.write(Actor.CHIEF) as session:
        change_office(session, replace(draft_of_own_office(session), **changes))
    notice = prepare_notice(database)
    return [head_of(notice.request(each).candidates[0]) for each in Language]


def test_a_letterhead_that_stops_above_the_precinct_ends_with_it(database: Database) -> None:
    above = {
        "name_ar": "طنجة",
        "name_fr": "Tanger",
        "letterhead_ar": "المملكة المغربية\nولاية أمن طنجة",
        "letterhead_fr": "Royaume du Maroc\nPréfecture de police de Tanger",
    }
    partner = str(makers.write_partner(database))
    held = str(makers.write_meeting(database))
    planned = makers.write_meeting(database, status="planned", held_on=date(2026, 12, 20))
    assert _last_lines(database, **above) == PRECINCT
    for paper in (
        prepare_session_summary(database, held),
        prepare_attendance_sheet(database, str(planned)),
        prepare_programme(database, OCTOBER),
        prepare_period_report(database, OCTOBER),
        prepare_handover(database),
        prepare_sheet_of_partner(database, partner),
    ):
        assert [head_of(paper.request(each).candidates[0]) for each in Language] == PRECINCT


@pytest.mark.parametrize(
    ("changes", "last"),
    [
        ({"letterhead_fr": "Arrondissement ANNAKHIL\nBureau"}, "Bureau"),
        ({"name_fr": "An Nakhil", "letterhead_fr": "Arrondissement an-nakhil"}, None),
        ({"letterhead_fr": "Royaume du Maroc\n13e arrondissement de police"}, None),
        ({"name_fr": "13", "letterhead_fr": "Royaume du Maroc"}, "13e arrondissement de police"),
    ],
)
def test_a_precinct_that_is_named_or_numbered_there_is_not_repeated(
    changes: dict[str, str], last: str | None, database: Database
) -> None:
    typed = changes["letterhead_fr"].splitlines()[-1]
    assert _last_lines(database, **changes)[1] == (last or typed)


def test_central_services_keep_the_lines_that_they_typed(database: Database) -> None:
    typed = {"letterhead_fr": "Royaume du Maroc", "role": "headquarters", "number": None}
    assert _last_lines(database, **typed)[1] == "Royaume du Maroc"
