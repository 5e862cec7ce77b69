"""Nothing is destroyed silently, by date only, or without an issued list (L8, L9)."""

import json
import zipfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from outreach_app import clock, startup
from outreach_app.database import Database
from outreach_app.errors import Conflict, InvalidDraft, WriteFailed
from outreach_app.models import Meeting, Person
from outreach_app.queries.access_rows import list_access
from outreach_app.queries.records import get_record
from outreach_app.queries.retention import (
    EliminationState,
    count_held_back,
    get_elimination_row,
    list_due,
    list_items,
)
from outreach_app.readying import Confirmed
from outreach_app.rules.dates import add_months
from outreach_app.rules.retention import USUAL_TERMS, Kept
from outreach_app.second_person import SecondPerson
from outreach_app.services import eliminations
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.drafts import save_draft
from outreach_app.services.eliminations import AgreementDraft
from outreach_app.services.meetings import delete_meeting
from outreach_app.services.partner_drafts import draft_of_partner
from outreach_app.services.partners import delete_partner
from outreach_app.summaries.prose.circulation import LEVEL_FILE
from outreach_app.transfer.archive import SUMS
from tests import makers
from tests.eliminations import (
    NUMBER,
    archive,
    destroy,
    everything,
    issue,
    old_meeting,
    propose,
    refusal,
    set_today,
    unsound,
)
from tests.servers import ON_A_FILE


@ON_A_FILE
def test_l08_never_silent(store: Path, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    """Expired periods destroy nothing: due records are reported, and wait for a person."""
    old_meeting(database)
    makers.write_rumour(database, heard_on=date(2019, 4, 2))
    partner = makers.write_partner(database)
    makers.write_person(database, partner)
    with database.write() as session:
        save_draft(session, "person", makers.person_draft(partner), clock.now())
    before = everything(database)
    database.close()
    set_today(monkeypatch, date(2040, 1, 1))
    with startup.opened(store, makers.PASSPHRASE, confirmed=Confirmed(is_date=True)) as office:
        with office.database.read() as session:
            due = Counter(row.kind for row in list_due(session))
            since = {row.kind: (row.day, row.due_on) for row in list_due(session)}
        after = everything(office.database)
    # The name of a person who was never informed goes to the trash by another rule (L6).
    assert before == after
    assert {Kept.MEETING, Kept.RUMOUR, Kept.DRAFT, Kept.LOG} <= due.keys()
    assert since[Kept.MEETING] == (date(2019, 3, 1), date(2024, 3, 1))


def test_l09_list_first(database: Database, tmp_path: Path, second: SecondPerson) -> None:
    meeting, before = old_meeting(database), everything(database)
    uid, path = propose(database), tmp_path / "archive.zip"
    assert refusal(lambda: archive(database, uid, path)) == "not_issued"
    assert refusal(lambda: destroy(database, uid, None, second)) == "not_issued"
    issue(database, uid)
    assert refusal(lambda: destroy(database, uid, None, second)) == "not_archived"
    digest = archive(database, uid, path)
    assert refusal(lambda: destroy(database, uid, "0" * 64, second)) == "another_archive"
    assert refusal(lambda: destroy(database, uid, digest, None)) == "second_person_needed"
    with database.write() as session, pytest.raises(InvalidDraft):
        eliminations.destroy_listed(session, uid, digest, AgreementDraft(" ", None), second)
    assert everything(database) == before

    assert destroy(database, uid, digest, second).count == 4  # with two points and a referral
    assert meeting not in everything(database)
    assert unsound(database) == []
    with database.read() as session:
        row = get_elimination_row(session, uid)
        acts = [(each.act, each.verb) for each in list_access(session)][:2]
    assert (row.state, row.agreement) == (EliminationState.DESTROYED, NUMBER)
    assert acts == [("destruction", "destroy_listed"), ("confirmed", "destroy_listed")]
    assert refusal(lambda: destroy(database, uid, digest, second)) == "destroyed"


def test_an_archive_says_all_but_names_and_proves_itself(
    database: Database, tmp_path: Path
) -> None:
    partner = makers.write_partner(database, name_fr="Association Plantedname", name_ar=None)
    makers.write_person(database, partner, name_fr="Zephyrin Plantedname", name_ar=None)
    meeting = old_meeting(database, attendances=((partner, True),))
    uid, path = propose(database, Kept.MEETING), tmp_path / "archive.zip"
    issue(database, uid)
    archive(database, uid, path)
    with zipfile.ZipFile(path) as found:
        names = set(found.namelist())
        texts = [found.read(name).decode("utf-8-sig") for name in names]
        records = json.loads(found.read("records.json"))
    assert names == {
        SUMS,
        LEVEL_FILE,
        "records.json",
        "meetings.csv",
        "points.csv",
        "attendances.csv",
        "referrals.csv",
    }
    assert {str(meeting)} == {each["uid"] for each in records if each["noun"] == "meeting"}
    assert any("الزقاق مظلم ليلا" in text for text in texts)
    assert not any("Plantedname" in text for text in texts)


def test_a_stick_that_is_pulled_out_leaves_nothing_archived(
    database: Database, tmp_path: Path, second: SecondPerson
) -> None:
    old_meeting(database)
    uid, before = propose(database), everything(database)
    issue(database, uid)
    with pytest.raises(WriteFailed):
        archive(database, uid, tmp_path / "gone" / "archive.zip")
    assert refusal(lambda: destroy(database, uid, None, second)) == "not_archived"
    assert everything(database) == before


def test_what_changed_since_the_list_was_made_is_not_destroyed(
    database: Database, tmp_path: Path, second: SecondPerson
) -> None:
    """As if the other computer's file is imported in between."""
    meeting, before = old_meeting(database), everything(database)
    uid = propose(database)
    issue(database, uid)
    digest = archive(database, uid, tmp_path / "archive.zip")
    with database.write() as session:
        get_record(session, Meeting, meeting).points[1].text = "Une autre phrase"
    with pytest.raises(Conflict) as refused:
        destroy(database, uid, digest, second)
    assert refused.value.code == "list_changed"
    assert everything(database) == before
    with database.write() as session:
        eliminations.withdraw_elimination(session, uid)
    again = propose(database)
    with database.read() as session:
        assert [item.key for item in list_items(session, again)] == [str(meeting)]


def test_an_open_promise_keeps_its_meeting(database: Database) -> None:
    promise = CommitmentDraft("Éclairage", "fr", "office", due_on=date(2019, 5, 1))
    old_meeting(database, commitments=(promise,))
    with database.read() as session:
        assert (list_due(session), count_held_back(session)) == ([], 1)


def test_names_are_due_after_the_last_meeting_or_the_mandate(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner, today = makers.write_partner(database), clock.today()
    person = makers.write_person(database, partner, mandate_until=date(2027, 6, 30))
    for day, kinds in (
        (date(2028, 6, 29), []),
        (date(2028, 6, 30), [Kept.MANDATE]),
    ):
        set_today(monkeypatch, day)
        with database.read() as session:
            assert [row.kind for row in list_due(session)] == kinds
    with database.write() as session:
        get_record(session, Person, person).mandate_until = None
    set_today(monkeypatch, add_months(today, 35))
    with database.read() as session:
        assert list_due(session) == []
    set_today(monkeypatch, add_months(today, 36) + timedelta(days=1))
    with database.read() as session:
        assert [row.kind for row in list_due(session)] == [Kept.NAME]


def test_a_deleted_partner_waits_for_its_meetings(
    database: Database, tmp_path: Path, second: SecondPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    partner = makers.write_partner(database)
    makers.write_person(database, partner)
    meeting = makers.write_meeting(database, attendances=((partner, True),), commitments=())
    with database.write() as session:
        delete_partner(session, partner, draft_of_partner(session, partner).version or "")
    set_today(monkeypatch, clock.today() + timedelta(days=400))
    with database.read() as session:
        assert Kept.PARTNER not in Counter(row.kind for row in list_due(session))
    with database.write() as session:
        delete_meeting(session, meeting, get_record(session, Meeting, meeting).version)
    set_today(monkeypatch, clock.today() + timedelta(days=100))
    uid = propose(database, Kept.TRASH)
    issue(database, uid)
    destroy(database, uid, archive(database, uid, tmp_path / "1.zip"), second)
    uid = propose(database, Kept.PARTNER)
    issue(database, uid)
    destroy(database, uid, archive(database, uid, tmp_path / "2.zip"), second)
    assert everything(database) == set()
    assert unsound(database) == []


def test_terms_are_the_office_s_own(database: Database) -> None:
    old_meeting(database)
    with database.write() as session:
        eliminations.change_terms(session, {**USUAL_TERMS, Kept.MEETING: 240})
    with database.read() as session:
        assert list_due(session) == []
    for terms in ({Kept.MEETING: 0}, {Kept.NAME: 30}, {Kept.LOG: 601}):
        with database.write() as session, pytest.raises(InvalidDraft):
            eliminations.change_terms(session, {**USUAL_TERMS, **terms})
