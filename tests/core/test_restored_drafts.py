"""A restored backup leaves the drafts of the register that it replaces."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from outreach_app import startup
from outreach_app.queries.drafts import list_drafts
from outreach_app.services.drafts import save_draft
from tests import makers
from tests.core.test_restored_accounts import kept, put_back


def test_the_drafts_of_today_are_offered_beside_those_of_the_backup(
    store: Path, tmp_path: Path
) -> None:
    now = datetime(2026, 9, 1, tzinfo=UTC)
    draft_session(store, "session/before", now)
    file = kept(store, tmp_path / "older.outreach-backup")
    draft_session(store, "session/today", now + timedelta(days=1))
    put_back(file, store)
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        left = list_drafts(session, "session", str)
    assert [row.key for row in left] == ["session/today", "session/before"]


def draft_session(store: Path, key: str, now: datetime) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        save_draft(session, key, "typed", now)
