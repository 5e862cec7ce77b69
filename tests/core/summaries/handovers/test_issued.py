"""The documents of the year in a handover file bear their titles and say what they are about."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from outreach_app import clock
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language
from outreach_app.issuing.files import PlanT, PreparedDocument, record_documents
from outreach_app.issuing.forms import prepare_covering_note, prepare_rectification_sheet
from outreach_app.issuing.handovers import prepare_handover
from outreach_app.rules.names import Bilingual
from outreach_app.services.findings import record_finding
from outreach_app.services.offices import change_office, draft_of_own_office
from outreach_app.summaries.communication.issued_rectifications import RectifiedFacts
from outreach_app.summaries.handovers.plan import IssuedDocument
from tests import makers
from tests.core.summaries.given_handover import HANDOVER
from tests.core.summaries.handovers.test_handover import planned, written

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH
NEW_YEAR = date(2027, 1, 14)
ISSUED = IssuedDocument(1, "rectification", "M-01/2027", 1, NEW_YEAR)


def listed(document: IssuedDocument, language: Language = FRENCH) -> str:
    words = written(replace(HANDOVER, documents=(document,)), language)
    return words.split("\n11. ")[1].split("\n12. ")[0]


@pytest.mark.parametrize(
    ("is_published", "french", "arabic"),
    [
        (True, "Mise au point", "بيان حقيقة"),
        (False, "Résultat de la vérification d’une information", "نتيجة التحقق من خبر متداول"),
    ],
)
def test_a_rectification_is_listed_by_its_title_and_its_rumour(
    *, is_published: bool, french: str, arabic: str
) -> None:
    about = RectifiedFacts("05/2026", date(2026, 12, 30), is_published)
    document = replace(ISSUED, rectified=about)

    assert f"{french} – information n° 05/2026 relevée le 30/12/2026\n" in listed(document)
    assert f"{arabic} – الخبر عدد 05/2026 المرصود في 30/12/2026\n" in listed(document, ARABIC)


def test_a_rectification_whose_rumour_changed_is_called_by_both_titles() -> None:
    assert "Mise au point ou résultat de la vérification d’une information\n" in listed(ISSUED)
    assert "بيان حقيقة أو نتيجة التحقق من خبر متداول\n" in listed(ISSUED, ARABIC)


def test_a_covering_note_is_listed_by_its_addressee() -> None:
    chief = Bilingual("السيد رئيس المنطقة الأمنية", "Monsieur le chef du district de police")
    document = replace(ISSUED, kind="covering_note", recipient=chief)

    assert "Bordereau d’envoi – Monsieur le chef du district de police\n" in listed(document)
    assert "ورقة إرسال – السيد رئيس المنطقة الأمنية\n" in listed(document, ARABIC)


def test_a_report_of_a_year_is_listed_by_its_title() -> None:
    report = replace(ISSUED, kind="period", first=date(2026, 1, 1), last=date(2026, 12, 31))
    public = replace(report, kind="period_publishable")

    assert "Bilan annuel – année 2026\n" in listed(report)
    assert "الحصيلة السنوية – سنة 2026\n" in listed(report, ARABIC)
    assert "Bilan annuel, version destinée au public – année 2026\n" in listed(public)
    assert "الحصيلة السنوية، صيغة موجهة إلى العموم – سنة 2026\n" in listed(public, ARABIC)


def test_a_report_given_out_before_its_month_was_over_is_listed_as_provisional() -> None:
    month = replace(ISSUED, kind="period", first=date(2026, 8, 1), last=date(2026, 8, 31))
    early = replace(month, issued_on=date(2026, 8, 28))

    assert "Rapport mensuel – août 2026 (provisoire)\n" in listed(early)
    assert "التقرير الشهري – غشت 2026 (مؤقت)\n" in listed(early, ARABIC)
    assert "– août 2026\n" in listed(replace(early, issued_on=date(2026, 8, 31)))


def issue(database: Database, document: PreparedDocument[PlanT]) -> None:
    record_documents(database, [(document, [b""])], "write_documents")


def test_the_register_shows_what_each_rectification_is_about(database: Database) -> None:
    with clock.at(datetime(2026, 11, 12, 9, tzinfo=UTC)):
        false = makers.write_rumour(database, heard_on=date(2026, 10, 15))
        makers.rectify(database, false)
        true = makers.write_rumour(database, heard_on=date(2026, 10, 14))
        with database.write(Actor.CHIEF) as session:
            record_finding(session, true, replace(makers.finding_draft(), result="vr.true"))
        for each in (false, true):
            issue(database, prepare_rectification_sheet(database, str(each)))
        about = [row.rectified for row in planned(database).documents]

    assert about == [
        RectifiedFacts("02/2026", date(2026, 10, 14), is_published=False),
        RectifiedFacts("01/2026", date(2026, 10, 15), is_published=True),
    ]


def send(database: Database, recipient: str, number: str) -> None:
    with database.write(Actor.CHIEF) as session:
        change_office(session, replace(draft_of_own_office(session), recipient_fr=recipient))
    issue(database, prepare_covering_note(database, [number]))


def test_a_covering_note_names_whom_it_was_sent_to_then(database: Database) -> None:
    with clock.at(datetime(2026, 11, 9, 9, tzinfo=UTC)):
        makers.rectify(database, rumour := makers.write_rumour(database))
        issue(database, prepare_rectification_sheet(database, str(rumour)))
    for day, recipient in ((10, "Monsieur le chef de la sûreté"), (11, "Monsieur le préfet")):
        with clock.at(datetime(2026, 11, day, 9, tzinfo=UTC)):
            send(database, recipient, "M-01/2026")
    found = [row.recipient and row.recipient.fr for row in planned(database).documents]

    assert found[:2] == ["Monsieur le préfet", "Monsieur le chef de la sûreté"]


def test_a_handover_saved_for_word_and_then_as_pdf_is_one_document(database: Database) -> None:
    first = prepare_handover(database)
    issue(database, first)
    again = prepare_handover(database)

    assert again.edition == first.edition
    with clock.at(clock.now() + timedelta(days=1)):
        next_day = prepare_handover(database)
    assert [row.kind for row in next_day.plan.documents] == ["handover"]


def test_headquarters_hands_no_precinct_over(database: Database) -> None:
    makers.consolidate(database)
    with pytest.raises(NotAllowed) as refused:
        prepare_handover(database)
    assert refused.value.code == "precinct_only"


def test_the_summary_of_open_days_is_listed_with_their_days() -> None:
    document = IssuedDocument(
        *(1, "session", "13/2026", 1, date(2026, 10, 27)),
        subject=Bilingual("مهن الشرطة", "Métiers de la police"),
        meeting_kind="mt.openday",
        channel="ch.inperson",
        held_on=date(2026, 10, 20),
        last_on=date(2026, 10, 22),
    )
    about = "Synthèse de journées portes ouvertes – Métiers de la police"
    assert f"{about} (du 20/10 au 22/10/2026)" in listed(document)
    about = "خلاصة أيام للأبواب المفتوحة – مهن الشرطة"
    assert f"{about} (من 20/10 إلى 22/10/2026)" in listed(document, ARABIC)
