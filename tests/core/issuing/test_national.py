"""National summaries issued from a consolidated store."""

import json
import re
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
from outreach_app.rules.dates import last_of_month
from outreach_app.rules.masking import Hidden
from outreach_app.rules.periods import Period
from outreach_app.samples.offices import invent_office
from outreach_app.services.catalogue_entries import (
    EntryDraft,
    add_entry,
    use_entries,
    withdraw_entry,
)
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.emblems import set_emblem
from outreach_app.services.points import PointDraft
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
DUE_ON = date(2026, 11, 5)


@pytest.fixture
def precincts(database: Database) -> list[UUID]:
    offices = makers.consolidate(database, *(invent_office(place) for place in range(20)))
    for office in offices:
        makers.write_meeting_of(database, office)
    return offices


@pytest.fixture
def lists_of_the_files() -> Iterator[None]:
    yield
    vocabulary.overlay([], [])


def issued(
    database: Database, precincts: list[UUID], *, publishable: bool = False
) -> PreparedDocument[NationalPlan]:
    reports = dict.fromkeys(precincts[:-1], OCTOBER.last)
    return prepare_national_summary(database, OCTOBER, DUE_ON, reports, publishable=publishable)


def test_a_period_that_overlaps_a_published_one_has_totals_alone(
    database: Database, precincts: list[UUID]
) -> None:
    makers.give(database, issued(database, precincts, publishable=True))
    reports = dict.fromkeys(precincts, date(2026, 12, 31))

    def published(first: int, last: date) -> NationalPlan:
        period = Period(date(2026, first, 1), last)
        found = prepare_national_summary(database, period, DUE_ON, reports, publishable=True)
        return found.plan

    both = published(10, date(2026, 11, 30))
    assert both.has_totals_alone
    assert both.total.sessions == len(precincts)
    assert (both.published, both.main, both.categories, both.channels) == ((),) * 4
    for language, told in (
        (Language.FRENCH, "ne figurent donc ici"),
        (Language.ARABIC, "لا تُنشر إلا المجاميع"),
    ):
        document = realise_national(both, language, DUE_ON)
        words = to_plain_text(document)
        assert told in words
        assert not any(before in words for before in ("Période précédente", "الفترة السابقة"))
    assert not published(11, date(2026, 11, 30)).has_totals_alone
    assert not published(10, OCTOBER.last).has_totals_alone


def test_nothing_is_published_of_a_period_that_runs(
    database: Database, precincts: list[UUID]
) -> None:
    """The next issue, a few meetings later, would tell of these."""
    today = clock.today()
    with pytest.raises(NotAllowed) as refused:
        prepare_national_summary(database, Period(today, today), today, {}, publishable=True)
    assert refused.value.code == "period_runs"


def test_a_total_that_would_leave_one_to_four_is_withheld(
    database: Database, precincts: list[UUID]
) -> None:
    reports = dict.fromkeys(precincts, date(2026, 12, 31))

    def published(first: int, last: int) -> PreparedDocument[NationalPlan]:
        period = Period(date(2026, first, 1), last_of_month(date(2026, last, 1)))
        return prepare_national_summary(database, period, DUE_ON, reports, publishable=True)

    promise = CommitmentDraft("دورية", "ar", "office")
    for day in range(1, 10):
        made = (promise,) * (day < 3)
        on = date(2026, 9, day)
        makers.write_meeting_of(database, precincts[0], held_on=on, commitments=made)
    makers.give(database, published(10, 10))
    plan = published(9, 10).plan  # October's 20 commitments and 2
    total = plan.total
    assert (total.sessions, total.commitments) == (29, Hidden.WITHHELD)
    for language, why in (
        (Language.FRENCH, "que les totaux dont aucun nombre non publié ne peut"),
        (Language.ARABIC, "لا تُنشر إلا المجاميع التي لا تسمح باستنتاج عدد غير منشور"),
    ):
        words = to_plain_text(realise_national(plan, language, DUE_ON))
        assert why in words
        assert not re.search("engagement|لتزام", words)


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
    makers.write_meeting_of(database, precincts[0], points=points)
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
