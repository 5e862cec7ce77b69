"""Previewed and issued summaries."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language, isolate
from outreach_app.issuing.files import PreparedDocument, render_document
from outreach_app.issuing.sessions import prepare_session_summary
from outreach_app.models import PrintedParts
from outreach_app.progress import Progress
from outreach_app.queries.issues import list_issues
from outreach_app.queries.meetings import get_meeting
from outreach_app.services.emblems import set_emblem
from outreach_app.services.erasure import erase_identity
from outreach_app.services.offices import change_office
from outreach_app.summaries.prose.arabic import full_date
from outreach_app.summaries.prose.editions import Former, replacement
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.plan import SessionPlan
from tests import makers


def test_a_preview_shows_the_edition_to_come_and_records_none(database: Database) -> None:
    name = str(makers.write_meeting(database))
    previewed = prepare_session_summary(database, name)
    with database.read() as session:
        assert not list_issues(session)
    issued = makers.give(database, previewed)
    assert prepare_session_summary(database, name) == issued
    with database.read() as session:
        assert len(list_issues(session)) == 1


def test_a_later_version_says_which_one_it_replaces(database: Database) -> None:
    name = str(makers.write_meeting(database))
    first = makers.give(database, prepare_session_summary(database, name))
    assert "تلغي هذه الصيغة" not in to_plain_text(first.request(Language.ARABIC).candidates[0])
    with database.write(Actor.CHIEF) as session:
        get_meeting(session, name).points[0].topic = "tp.1.1"
    second = makers.give(database, prepare_session_summary(database, name))
    again = prepare_session_summary(database, name)
    assert (again, again.issue.version) == (second, 2)
    moment = again.issue.replaces
    assert moment == first.issue.issued_at
    day = full_date(moment.date())
    arabic = f"تلغي هذه الصيغة وتعوض الصيغة {isolate('1')} الصادرة يوم {day}، وقد شمل التغيير: "
    arabic += f"تصنيف النقطة {isolate('1')}."
    french = "La présente version annule et remplace la version\u00a01, émise le "
    for language, said in ((Language.ARABIC, arabic), (Language.FRENCH, french)):
        assert said in to_plain_text(again.request(language).candidates[0])
    assert " dont elle modifie le classement du point\u00a01." in _french(again)


def test_a_later_version_names_what_it_changes(database: Database) -> None:
    name = str(makers.write_meeting(database))
    makers.give(database, prepare_session_summary(database, name))
    with database.write(Actor.CHIEF) as session:
        meeting = get_meeting(session, name)
        meeting.headcount = 31
        meeting.points[0].is_deleted = True
    second = makers.give(database, prepare_session_summary(database, name))
    assert "dont elle modifie l’effectif, la liste des points" in _french(second)
    with database.write(Actor.CHIEF) as session:
        get_meeting(session, name).place_fr = "Maison des jeunes"
    assert "la version\u00a02, émise le" in _french(prepare_session_summary(database, name))
    assert "dont elle modifie le lieu." in _french(prepare_session_summary(database, name))


def test_no_hash_of_a_printed_part_outlives_an_erasure(database: Database) -> None:
    name = str(makers.write_meeting(database))
    person = makers.write_person(database, makers.write_partner(database))
    makers.give(database, prepare_session_summary(database, name))
    with database.write(Actor.CHIEF) as session:
        assert session.scalars(select(PrintedParts)).all()
        erase_identity(session, person)
    with database.write(Actor.CHIEF) as session:
        assert not session.scalars(select(PrintedParts)).all()
        get_meeting(session, name).headcount = 31
    again = prepare_session_summary(database, name)
    assert "annule et remplace la version\u00a01" in _french(again)
    assert "dont elle modifie" not in _french(again)


def _french(document: PreparedDocument[SessionPlan]) -> str:
    return to_plain_text(document.request(Language.FRENCH).candidates[0])


def test_the_hour_tells_two_versions_of_one_day_apart() -> None:
    first = datetime(2026, 12, 1, 10, 5, tzinfo=UTC)
    for later, hour in (((1, 17, 30), " à 10 h 05"), ((1, 10, 5), ""), ((3, 9, 0), "")):
        former = Former(1, first, datetime(2026, 12, *later, tzinfo=UTC))
        said = "".join(span.text for span in replacement(former, Language.FRENCH).text)
        plain = said.replace("\u00a0", " ")
        assert plain.endswith(f"la version 1, émise le 1er décembre 2026{hour}.")


def test_what_a_sample_gives_out_is_marked(database: Database) -> None:
    name = str(makers.write_meeting(database))
    assert not prepare_session_summary(database, name).issue.is_sample
    with database.write(Actor.CHIEF) as session:
        change_office(session, replace(makers.office_draft(), is_sample=True))
    assert prepare_session_summary(database, name).issue.is_sample


def test_the_noun_of_a_precinct_is_said_once(database: Database) -> None:
    name = str(makers.write_meeting(database))
    with database.write(Actor.CHIEF) as session:
        draft = replace(makers.office_draft(), name_fr="Arrondissement de police Riad")
        change_office(session, replace(draft, name_ar="الدائرة الأمنية الرياض"))
    document = prepare_session_summary(database, name)
    assert "l’arrondissement de police Riad a présidé" in _french(document)
    arabic = to_plain_text(document.request(Language.ARABIC).candidates[0])
    assert "الدائرة الأمنية الرياض" in arabic
    assert "الدائرة الأمنية الدائرة" not in arabic


def test_the_emblem_is_printed_and_no_fact_of_it(database: Database) -> None:
    name = str(makers.write_meeting(database))
    without = prepare_session_summary(database, name)
    assert without.issue.emblem is None
    with database.write(Actor.CHIEF) as session:
        set_emblem(session, b"image")
    with_it = prepare_session_summary(database, name)
    assert with_it.issue == replace(
        without.issue, emblem=b"image", issued_at=with_it.issue.issued_at
    )


def test_a_summary_is_rendered_in_each_language_asked_for(database: Database) -> None:
    summary = prepare_session_summary(database, str(makers.write_meeting(database)))
    languages = (Language.FRENCH, Language.ARABIC)
    with closing(DocumentWorker()) as worker:
        rendered = render_document(summary, languages, worker, Progress())
    assert [document.pdf[:5] for document in rendered] == [b"%PDF-", b"%PDF-"]
    assert b"fr-MA" in rendered[0].pdf
    assert b"ar-MA" in rendered[1].pdf


def test_a_summary_is_previewed_while_somebody_else_writes(database: Database) -> None:
    uid = makers.write_meeting(database)
    with database.write(Actor.CHIEF):
        summary = prepare_session_summary(database, str(uid))
    assert summary.plan.number
    with database.read() as session:
        assert not list_issues(session)
