"""The register that a backup replaced in its folder is known to be older, wherever it lies."""

from pathlib import Path

from outreach_app import accounts, startup
from outreach_app.actors import Role
from outreach_app.queries.accounts import list_accounts
from tests import makers
from tests.core.test_later_closings import THEIRS, add_settled
from tests.core.test_restored_accounts import kept, opens, put_back


def test_who_was_removed_after_a_restore_does_not_open_what_it_set_aside(
    store: Path, tmp_path: Path
) -> None:
    add_settled(store, Role.SECRETARY)
    file = kept(store, tmp_path / "kept.outreach-backup")
    for number in range(2):
        put_back(file, store)
        [aside] = store.glob("set-aside-*")
        aside.rename(tmp_path / f"aside-{number}")
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            [uid] = [row.uid for row in list_accounts(session) if row.code == "secretary-1"]
        accounts.remove_account(office.database, office.folder, uid)
    assert opens(store, THEIRS) == "wrong_passphrase"
    for number in range(2):
        assert opens(tmp_path / f"aside-{number}", THEIRS) == "older_store"


def test_the_copy_from_which_a_restored_register_was_made_elsewhere_goes_on(
    store: Path, tmp_path: Path
) -> None:
    file, other = kept(store, tmp_path / "kept.outreach-backup"), tmp_path / "other"
    put_back(file, other)
    assert opens(other, makers.PASSPHRASE) == "chief-1"
    put_back(file, other)  # and once more, in its place
    assert opens(other, makers.PASSPHRASE) == "chief-1"
    assert opens(store, makers.PASSPHRASE) == "chief-1"
