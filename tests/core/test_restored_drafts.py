"""A restored backup leaves the drafts of the register that it replaces."""

from datetime import timedelta
from pathlib import Path

from outreach_app import clock, startup
from outreach_app.queries.drafts import list_drafts
from outreach_app.services.drafts import discard_draft, save_draft
from tests import makers
from tests.core.test_restored_accounts import kept, put_back


def test_the_drafts_of_today_are_offered_beside_those_of_the_backup(
    store: Path, tmp_path: Path
) -> None:
    draft_session(store, "session/before")
    file = kept(store, tmp_path / "older.outreach-backup")
    draft_session(store, "session/today")
    put_back(file, store)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        left = list_drafts(session, "session", str)
    assert {row.key for row in left} == {"session/today", "session/before"}


def test_a_draft_that_was_recorded_before_the_backup_does_not_come_back(
    store: Path, tmp_path: Path
) -> None:
    draft_session(store, "session/recorded", timedelta(hours=1))
    older = kept(store, tmp_path / "older.outreach-backup")
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        discard_draft(session, "session/recorded")
    newest = kept(store, tmp_path / "newest.outreach-backup")
    put_back(older, store)
    put_back(newest, store)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        assert list_drafts(session, "session", str) == []


def draft_session(store: Path, key: str, ago: timedelta = timedelta()) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        save_draft(session, key, "typed", clock.now() - ago)
