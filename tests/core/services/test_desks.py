"""Each account has its own drafts and filters; those of a removed one are not lost."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from outreach_app import accounts, startup
from outreach_app.actors import Role
from outreach_app.database import Database
from outreach_app.queries.drafts import count_drafts, list_drafts
from outreach_app.queries.meeting_lists import MeetingFilter
from outreach_app.queries.saved_filters import KeptFilter, find_left_filter, list_saved_filters
from outreach_app.services.drafts import save_draft
from outreach_app.services.meetings import MeetingDraft
from outreach_app.services.saved_filters import discard_filter, leave_filter, save_filter
from outreach_app.startup import OpenOffice
from outreach_app.transfer.mappings import list_mappings, save_mapping
from tests import makers
from tests.opened import leave_unsaved

MOMENT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
PASSPHRASE = "une longue phrase de l'analyste"

pytestmark = pytest.mark.both_engines


@pytest.fixture
def analyst(headquarters: OpenOffice) -> Iterator[Database]:
    """Open headquarters' register a second time, as an analyst does."""
    added = accounts.add_account(headquarters.database, headquarters.folder, Role.ANALYST)
    first = headquarters.database
    with closing(Database(first.place, first.key)) as second:
        second.account = added.account.uid
        second.actor = Role.ANALYST.actor
        yield second


def type_session(database: Database, subject: str) -> None:
    with database.write() as session:
        draft = makers.meeting_draft(subject_ar=subject)
        save_draft(session, f"meeting/{subject}", draft, MOMENT)


def typed(database: Database) -> list[str]:
    with database.read() as session:
        rows = list_drafts(session, "meeting", MeetingDraft)
        assert count_drafts(session, "meeting") == len(rows)
        return [row.key for row in rows]


def wanted(database: Database) -> tuple[list[str], str]:
    """Return the names of the filters, and the words of the last filter."""
    with database.read() as session:
        names = list(list_saved_filters(session, "meetings", MeetingFilter))
        left = find_left_filter(session, "meetings", MeetingFilter)
        return names, left.wanted.text if left else ""


def keep(database: Database, name: str, text: str) -> None:
    kept = KeptFilter(MeetingFilter(text=text))
    with database.write() as session:
        save_filter(session, "meetings", name, kept)
        leave_filter(session, "meetings", kept)


def test_each_account_sees_what_it_typed_and_kept_itself(
    headquarters: OpenOffice, analyst: Database
) -> None:
    own = headquarters.database
    type_session(own, "a")
    type_session(analyst, "b")
    keep(own, "Écoles", "مدرسة")
    keep(analyst, "Écoles", "ملعب")
    assert (typed(own), typed(analyst)) == (["meeting/a"], ["meeting/b"])
    assert (wanted(own), wanted(analyst)) == ((["Écoles"], "مدرسة"), (["Écoles"], "ملعب"))
    with analyst.write() as session:
        discard_filter(session, "meetings", "Écoles")
    assert wanted(own)[0] == ["Écoles"]


def test_how_the_columns_of_a_file_are_read_is_known_to_the_whole_office(
    headquarters: OpenOffice, analyst: Database
) -> None:
    with headquarters.database.write() as session:
        save_mapping(session, "Préfecture", {"Nom": "name_fr"})
    with analyst.read() as session:
        assert list_mappings(session) == {"Préfecture": {"Nom": "name_fr"}}


def test_what_an_account_left_typed_goes_to_the_first_administrator_once_it_is_removed(
    headquarters: OpenOffice, analyst: Database
) -> None:
    own, folder = headquarters.database, headquarters.folder
    type_session(analyst, "b")
    keep(own, "Écoles", "مدرسة")
    keep(analyst, "Écoles", "ملعب")
    keep(analyst, "Quartiers", "حي")
    removed = analyst.account
    assert removed is not None
    analyst.close()
    accounts.remove_account(own, folder, removed)
    headquarters.close()
    with startup.opened(folder, makers.PASSPHRASE) as again:
        assert typed(again.database) == ["meeting/b"]
        assert wanted(again.database) == (["Écoles", "Quartiers"], "مدرسة")
        leave_unsaved(again)
