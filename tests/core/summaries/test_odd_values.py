"""Every document handles all codes that a store can contain."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.issuing.files import FileFormat, FilesWanted, write_documents
from outreach_app.issuing.hand_outs import prepare_partner_sheet, prepare_programme
from outreach_app.issuing.national import prepare_national_summary_now
from outreach_app.issuing.period import prepare_period_report
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.progress import Progress
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.vocabulary import UNKNOWN as UNKNOWN_CODE
from tests import makers
from tests.odd_values import ODD, make_odd

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
UNKNOWN = {Language.ARABIC: "غير محدد", Language.FRENCH: "non précisé"}


@pytest.mark.parametrize("language", Language)
def test_a_session_with_unknown_codes_is_told(
    database: Database, language: Language, tmp_path: Path
) -> None:
    makers.write_meeting(database)  # the first one's status becomes odd too
    odd = str(makers.write_meeting(database))
    make_odd(database)
    summary = prepare_session_summary(database, odd)
    wanted = FilesWanted(tmp_path, (language,), (FileFormat.TXT,))
    with closing(DocumentWorker()) as worker:
        (file,) = write_documents(database, [summary], wanted, worker, Progress())
    said = file.path.read_text(encoding="utf-8")
    assert UNKNOWN[language] in said.lower()
    assert ODD not in said


@pytest.mark.parametrize("language", Language)
def test_hand_outs_take_nothing_unknown_for_done(database: Database, language: Language) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database)
    makers.write_meeting(database, attendances=((partner, True),))
    make_odd(database)
    sheet = prepare_partner_sheet(database, str(partner), YEAR)
    assert ODD not in to_plain_text(sheet.request(language).candidates[0])
    assert {remark.state for remark in sheet.plan.remarks} <= {"cst.open", "cst.referred"}
    assert to_plain_text(prepare_programme(database, YEAR).request(language).candidates[0])


def test_the_national_summary_is_told(database: Database, tmp_path: Path) -> None:
    for office in makers.consolidate(database, invent_office(1), invent_office(2)):
        makers.write_meeting_of(database, office)
    make_odd(database)
    summary = prepare_national_summary_now(database, YEAR)
    wanted = FilesWanted(tmp_path, tuple(Language), (FileFormat.TXT,))
    with closing(DocumentWorker()) as worker:
        files = write_documents(database, [summary], wanted, worker, Progress())
    assert not any(ODD in file.path.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("language", Language)
def test_a_period_counts_nothing_unknown(database: Database, language: Language) -> None:
    partner = makers.write_partner(database)
    makers.write_meeting(database)
    makers.write_meeting(database, attendances=((partner, True),))
    make_odd(database)
    report = prepare_period_report(database, YEAR)
    assert ODD not in to_plain_text(report.request(language).candidates[0])
    assert report.plan.kept == 0
    assert UNKNOWN_CODE not in {row.code for row in (*report.plan.states, *report.plan.point_kinds)}
