"""Every document is total over the codes that a store can hold."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.issuing.hand_outs import issue_programme, preview_partner_sheet, realised
from outreach_app.issuing.national import issue_now, write_national_summary
from outreach_app.issuing.sessions import preview_session_summary, write_session_summaries
from outreach_app.progress import Progress
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.summaries.hand_outs.plan import HandOutPlan
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.odd_values import make_odd

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
UNKNOWN = {Language.ARABIC: "غير معروف", Language.FRENCH: "valeur inconnue"}


@pytest.mark.parametrize("language", Language)
def test_a_session_with_unknown_codes_is_told(
    database: Database, language: Language, tmp_path: Path
) -> None:
    makers.write_meeting(database)  # the first one's status becomes odd too
    odd = str(makers.write_meeting(database))
    make_odd(database)
    summary = preview_session_summary(database, odd)
    with closing(DocumentWorker()) as worker:
        (file,) = write_session_summaries(
            [summary], (language,), ("txt",), tmp_path, worker, Progress()
        )
    assert UNKNOWN[language] in file.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", Language)
def test_hand_outs_take_nothing_unknown_for_done(database: Database, language: Language) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database)
    makers.write_meeting(database, attendances=((partner, True),))
    make_odd(database)
    sheet = preview_partner_sheet(database, str(partner), YEAR)
    assert to_plain_text(realised(sheet, language))
    assert isinstance(sheet.plan, HandOutPlan)
    assert {remark.state for remark in sheet.plan.remarks} <= {"cst.open", "cst.referred"}
    assert to_plain_text(realised(issue_programme(database, YEAR), language))


def test_the_national_summary_is_told(database: Database, tmp_path: Path) -> None:
    for office in makers.consolidate(database, invent_office(1), invent_office(2)):
        makers.write_meeting_of(database, office)
    make_odd(database)
    with closing(DocumentWorker()) as worker:
        files = write_national_summary(
            issue_now(database, YEAR), tuple(Language), ("txt",), tmp_path, worker, Progress()
        )
    assert all(file.path.read_text(encoding="utf-8") for file in files)
