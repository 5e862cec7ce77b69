"""National summaries issued from a consolidated store."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from outreach_app import clock, vocabulary
from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language, isolate
from outreach_app.issuing.files import FileFormat, FilesWanted, PreparedDocument, write_documents
from outreach_app.issuing.national import prepare_national_summary
from outreach_app.progress import Progress
from outreach_app.queries.catalogue_entries import list_entries
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.services.catalogue_entries import (
    EntryDraft,
    add_entry,
    use_entries,
    withdraw_entry,
)
from outreach_app.services.emblems import set_emblem
from outreach_app.services.points import PointDraft
from outreach_app.summaries.national.plan import NationalPlan
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))  # figures go out by quarters
DUE_ON = date(2026, 11, 5)


@pytest.fixture
def precincts(database: Database) -> list[UUID]:
    offices = makers.consolidate(database, *(invent_office(place) for place in range(20)))
    for office in offices:
        makers.write_meeting_of(database, office)
        makers.write_meeting_of(database, office, held_on=SUMMER.first)
    return offices


@pytest.fixture
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


def issued(
    database: Database, precincts: list[UUID], *, publishable: bool = False
) -> PreparedDocument[NationalPlan]:
    period = SUMMER if publishable else OCTOBER
    reports = dict.fromkeys(precincts[:-1], OCTOBER.last)
    return prepare_national_summary(database, period, DUE_ON, reports, publishable=publishable)


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        ("2026-10-01", "2026-12-31", "period_runs"),
        # March would follow from February and both.
        ("2026-02-01", "2026-03-31", "not_a_quarter"),
        ("2026-02-01", "2026-02-28", "not_a_quarter"),
    ],
)
def test_only_a_quarter_that_is_over_is_published(
    database: Database, precincts: list[UUID], first: str, last: str, code: str
) -> None:
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    with pytest.raises(NotAllowed) as refused:
        prepare_national_summary(database, period, period.due_on, {}, publishable=True)
    assert refused.value.code == code


def test_every_format_is_written_in_each_language(
    database: Database, precincts: list[UUID], tmp_path: Path
) -> None:
    summary = issued(database, precincts)
    with closing(DocumentWorker()) as worker:
        wanted = FilesWanted(tmp_path, tuple(Language), tuple(FileFormat))
        written = write_documents(database, [summary], wanted, worker, Progress())
    assert sorted(file.path.name for file in written) == [
        f"{noun}-2026-10-01-2026-10-31.{format_}"
        for noun in ("synthese-nationale", "خلاصة-وطنية")
        for format_ in ("docx", "json", "pdf", "txt", "xlsx")
    ]
    french = tmp_path / "synthese-nationale-2026-10-01-2026-10-31.json"
    facts = json.loads(french.read_text())["facts"]
    said = {row["id"]: row["value"] for row in facts}
    assert (said["number"], said["total.sessions"], said["awaited"]) == (
        summary.issue.number,
        19,
        1,
    )
    arabic = (tmp_path / "خلاصة-وطنية-2026-10-01-2026-10-31.txt").read_text(encoding="utf-8")
    assert f"{isolate('19')}\u00a0جلسة حوار" in arabic


def test_the_situation_is_that_of_the_day_of_issue(
    database: Database, precincts: list[UUID]
) -> None:
    summary = issued(database, precincts)
    assert summary.plan.as_of == summary.issue.issued_at.date()


def test_the_publishable_one_is_another_document(database: Database, precincts: list[UUID]) -> None:
    internal, public = (
        issued(database, precincts, publishable=publishable) for publishable in (False, True)
    )
    year = clock.now().year
    assert (internal.issue.number, public.issue.number) == (f"S-01/{year}", f"SP-01/{year}")
    assert internal.issue.code != public.issue.code
    assert internal.issue.code == issued(database, precincts).issue.code


def test_no_name_of_a_person_or_body_is_among_the_facts(
    database: Database, precincts: list[UUID], tmp_path: Path
) -> None:
    partner = makers.write_partner_of(database, precincts[0], name_fr="Association Repère")
    makers.write_person(database, partner, name_fr="Prénom Repère")
    makers.write_meeting_of(database, precincts[0], attendances=((partner, True),))
    summary = issued(database, precincts)
    with closing(DocumentWorker()) as worker:
        wanted = FilesWanted(tmp_path, tuple(Language), (FileFormat.JSON, FileFormat.TXT))
        written = write_documents(database, [summary], wanted, worker, Progress())
    assert not [file for file in written if "Repère" in file.path.read_text(encoding="utf-8")]


def test_a_precinct_issues_no_national_summary(database: Database) -> None:
    with pytest.raises(NotAllowed) as refused:
        prepare_national_summary(database, OCTOBER, DUE_ON, {})
    assert refused.value.code == "headquarters_only"


def test_it_carries_the_emblem(database: Database, precincts: list[UUID]) -> None:
    with database.write(Actor.HEADQUARTERS) as session:
        set_emblem(session, b"image")
    assert issued(database, precincts).issue.emblem == b"image"


@pytest.mark.usefixtures("lists_of_the_files")
def test_a_topic_that_headquarters_withdrew_keeps_its_words(
    database: Database, precincts: list[UUID], tmp_path: Path
) -> None:
    with database.write(Actor.HEADQUARTERS) as session:
        add_entry(session, EntryDraft("tp.6.9", "صيانة الحدائق", "entretien des jardins"))
        use_entries(session)
    points = (PointDraft("concern", "tp.6.9", "ذبول الأشجار", "ar"),) * 9
    for day in (SUMMER.first, OCTOBER.first):
        makers.write_meeting_of(database, precincts[0], points=points, held_on=day)
    with database.write(Actor.HEADQUARTERS) as session:
        (entry,) = list_entries(session)
        withdraw_entry(session, entry.uid, entry.version)
        use_entries(session)
    for publishable in (False, True):
        summary = issued(database, precincts, publishable=publishable)
        with closing(DocumentWorker()) as worker:
            wanted = FilesWanted(tmp_path, tuple(Language), (FileFormat.TXT,))
            arabic, french = write_documents(database, [summary], wanted, worker, Progress())
        assert "الموضوع: صيانة الحدائق" in arabic.path.read_text(encoding="utf-8")
        assert "Entretien des jardins" in french.path.read_text(encoding="utf-8")
