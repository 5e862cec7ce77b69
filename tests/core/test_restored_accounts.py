"""A restored backup leaves accounts and passphrases as they are; who was removed stays out."""

import shutil
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy.orm import Session

from outreach_app import accounts, startup, vault
from outreach_app.actors import Role
from outreach_app.errors import Locked, NotAllowed, OutreachError
from outreach_app.exchange.stations.renewal import renew_station, rotate_keys
from outreach_app.i18n import Language, use
from outreach_app.key_files import MAX_REMOVED, read_key_file
from outreach_app.paths import profile
from outreach_app.queries.accounts import list_accounts
from outreach_app.recovery_codes import renew_recovery_code
from outreach_app.second_person import asks_two_persons
from outreach_app.untrusted_files import MAX_SMALL
from tests import makers
from tests.core.test_later_closings import (
    GO_ON,
    THEIRS,
    add_settled,
    ask_for_two,
    change_other,
    the_file,
)

NEW = "the chief's new passphrase"


def kept(store: Path, place: Path) -> Path:
    """Back the store up to a place that no rotation reaches."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
        office.back_up_to(place)
    return place


def put_back(file: Path, store: Path, secret: str = makers.PASSPHRASE) -> str:
    office = startup.restore_over(file, store, secret)
    office.close()
    return office.notice or ""


def opens(store: Path, secret: str) -> str:
    """Return the account that a secret opens, or the code of the refusal."""
    try:
        with startup.opened(store, secret) as office:
            return office.account.code
    except OutreachError as error:
        return error.code


def codes(store: Path, secret: str = makers.PASSPHRASE) -> list[str]:
    with startup.opened(store, secret) as office, office.database.read() as session:
        return [row.code for row in list_accounts(session)]


@pytest.fixture
def backups(store: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Return a backup from before the secretary's account, and one from after it."""
    older = kept(store, tmp_path / "older.outreach-backup")
    add_settled(store, Role.SECRETARY)
    return older, kept(store, tmp_path / "newer.outreach-backup")


def test_an_older_backup_and_then_a_newer_one_keep_the_secretary(
    store: Path, backups: tuple[Path, Path]
) -> None:
    for file in backups:
        put_back(file, store)
        assert opens(store, THEIRS) == "secretary-1"


@pytest.mark.parametrize("knows_marks", [True, False])
def test_a_newer_backup_brings_the_secretary_back_that_an_older_one_did_not_know(
    store: Path, backups: tuple[Path, Path], knows_marks: bool
) -> None:
    """The register itself was lost before the older one was restored."""
    older, newer = backups
    shutil.rmtree(store)
    if not knows_marks:
        shutil.rmtree(profile())
    put_back(older, store)
    assert codes(store) == ["chief-1"]
    told = put_back(newer, store)
    assert opens(store, THEIRS) == "secretary-1"
    assert "كاتب" in told


def test_a_passphrase_that_was_changed_stays_changed(
    store: Path, backups: tuple[Path, Path]
) -> None:
    """For who restores as well: the former one is told for what it is, and nothing is changed."""
    with startup.opened(store, THEIRS) as office:
        accounts.change_own_passphrase(office.database, store, "the secretary's new one")
    with startup.opened(store, makers.PASSPHRASE) as office:
        accounts.change_own_passphrase(office.database, store, NEW)
    with pytest.raises(Locked) as refused:
        put_back(backups[1], store)
    assert refused.value.code == "former_passphrase"
    for file in backups:
        put_back(file, store, NEW)
        assert opens(store, makers.PASSPHRASE) == "wrong_passphrase"
        assert opens(store, THEIRS) == "wrong_passphrase"
        assert opens(store, "the secretary's new one") == "secretary-1"


@pytest.mark.parametrize(
    ("role", "code"), [(Role.READER, "reader-1"), (Role.DEPUTY, "deputy-1"), (None, "")]
)
def test_a_role_that_was_changed_stays_and_who_was_removed_stays_out(
    store: Path, backups: tuple[Path, Path], role: Role | None, code: str
) -> None:
    """Also when an older backup was restored between."""
    if role is None:
        change_other(store, accounts.remove_account, name="secretary-1")
    else:
        change_other(store, accounts.change_role, role, name="secretary-1")
    for file in (*backups, backups[1]):
        told = put_back(file, store)
        assert "كاتب" not in told
        assert opens(store, THEIRS) == (code or "wrong_passphrase")
    assert codes(store) == ["chief-1", code] if code else ["chief-1"]


@pytest.mark.parametrize("is_removed", [True, False])
def test_a_chief_who_was_removed_or_demoted_puts_no_backup_in_place(
    store: Path, tmp_path: Path, is_removed: bool
) -> None:
    add_settled(store, Role.CHIEF)
    file = kept(store, tmp_path / "both.outreach-backup")
    if is_removed:
        change_other(store, accounts.remove_account)
    else:
        change_other(store, accounts.change_role, Role.READER)
    with pytest.raises(NotAllowed) as refused:
        put_back(file, store, THEIRS)
    assert refused.value.code == "not_allowed_role"
    assert codes(store) == (["chief-1"] if is_removed else ["chief-1", "reader-1"])


def test_the_recovery_code_of_today_restores(store: Path, backups: tuple[Path, Path]) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        code = renew_recovery_code(office.database, store)
    put_back(backups[0], store, code)
    assert codes(store, code) == ["chief-1", "secretary-1"]


def test_an_older_register_gives_way_to_a_newer_backup_with_its_accounts(
    store: Path, tmp_path: Path
) -> None:
    former = Path(shutil.copytree(store, tmp_path / "former"))
    add_settled(store, Role.SECRETARY)
    newer = kept(store, tmp_path / "newer.outreach-backup")
    the_file(store, former)
    assert opens(store, makers.PASSPHRASE) == "older_store"
    assert "بعبارات المرور التي كانت لها يومها" in put_back(newer, store)
    assert opens(store, THEIRS) == "secretary-1"


@pytest.mark.parametrize("renew", [renew_station, rotate_keys])
def test_a_new_number_in_between_changes_no_account(
    store: Path, backups: tuple[Path, Path], renew: Callable[[Session], object]
) -> None:
    for file in backups:
        with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
            renew(session)
        put_back(file, store)
        assert opens(store, THEIRS) == "secretary-1"


def test_another_account_that_was_removed_in_between_leaves_the_others(
    store: Path, tmp_path: Path, backups: tuple[Path, Path]
) -> None:
    """The register has another key since, and the passphrases of today open the older one."""
    add_settled(store, Role.READER, "a reader's own")
    file = kept(store, tmp_path / "third.outreach-backup")
    change_other(store, accounts.remove_account, name="reader-1")
    with startup.opened(store, THEIRS) as office:
        accounts.change_own_passphrase(office.database, store, "the secretary's new one")
    for each in (backups[0], file):
        put_back(each, store)
        assert opens(store, "the secretary's new one") == "secretary-1"
        assert opens(store, "a reader's own") == "wrong_passphrase"
    assert codes(store) == ["chief-1", "secretary-1"]


def test_a_backup_of_a_former_key_is_told_to_open_by_a_passphrase_of_its_day(
    store: Path, backups: tuple[Path, Path]
) -> None:
    change_other(store, accounts.remove_account, name="secretary-1")
    with startup.opened(store, makers.PASSPHRASE) as office:
        accounts.change_own_passphrase(office.database, store, NEW)
    with pytest.raises(Locked) as refused:
        put_back(backups[1], store, NEW)
    assert refused.value.code == "passphrase_of_its_day"
    assert opens(store, NEW) == "chief-1"
    told = put_back(backups[1], store)
    assert "بعبارات المرور التي كانت لها يومها" in told
    assert codes(store) == ["chief-1"]
    assert opens(store, THEIRS) == "wrong_passphrase"


def test_no_backup_gives_the_number_of_a_removed_account_to_another(
    store: Path, backups: tuple[Path, Path]
) -> None:
    """Also where the register is lost: the marks of its closings know its numbers."""
    change_other(store, accounts.remove_account, name="secretary-1")
    put_back(backups[0], store)
    add_settled(store, Role.SECRETARY, "the second one's own")
    assert opens(store, "the second one's own") == "secretary-2"
    shutil.rmtree(store)
    put_back(backups[0], store)
    add_settled(store, Role.SECRETARY, "the third one's own")
    assert opens(store, "the third one's own") == "secretary-3"


def test_a_secretary_added_again_has_a_number_beside_the_one_of_the_backup(
    store: Path, backups: tuple[Path, Path]
) -> None:
    """Where nothing knows that the number was given, it is given again."""
    shutil.rmtree(store)
    shutil.rmtree(profile())
    put_back(backups[0], store)
    add_settled(store, Role.SECRETARY, "the added one's own")
    put_back(backups[1], store)
    assert codes(store) == ["chief-1", "secretary-1", "secretary-2"]
    assert opens(store, "the added one's own") == "secretary-1"
    assert opens(store, THEIRS) == "secretary-2"


def test_two_persons_and_their_passphrases_outlast_a_backup(
    store: Path, backups: tuple[Path, Path]
) -> None:
    add_settled(store, Role.CHIEF, "the other chief's own")
    ask_for_two(store)
    put_back(backups[0], store)
    assert codes(store) == ["chief-1", "chief-2", "secretary-1"]
    with startup.opened(store, "the other chief's own") as office:
        assert not office.account.must_change
        with office.database.read() as session:
            assert asks_two_persons(session)


def test_the_register_of_another_computer_of_the_office_gives_no_accounts(
    store: Path, tmp_path: Path, backups: tuple[Path, Path]
) -> None:
    other = tmp_path / "the other computer"
    makers.create_store(other, makers.office_draft())
    put_back(backups[1], other)
    assert codes(other) == ["chief-1", "secretary-1"]
    assert opens(other, THEIRS) == "secretary-1"


def test_who_only_the_older_register_knows_waits_for_a_new_passphrase(
    store: Path, tmp_path: Path
) -> None:
    """The list says so, and so does the page that opens the register, before any guess counts."""
    use(Language.FRENCH)
    add_settled(store, Role.SECRETARY)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    with startup.opened(store, THEIRS) as office:
        secretary = office.account.uid
        accounts.change_own_passphrase(office.database, store, "the secretary's new one")
    the_file(store, former)
    with startup.opened(store, makers.PASSPHRASE, confirmed=GO_ON) as office:
        assert "secrétaire" in (office.notice or "")
        with office.database.read() as session:
            rows = accounts.list_with_blocks(session, store)
        assert [row.is_shut for row in rows] == [False, True]
    with pytest.raises(Locked) as refused:
        startup.open_office(store, THEIRS, secretary)
    assert refused.value.code == "account_shut"
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.reset_passphrase(office.database, store, secretary)
    assert opens(store, first.passphrase) == "secretary-1"


def test_removals_are_remembered_within_bounds(store: Path) -> None:
    """The last ones are, and the key file stays small enough to be read."""
    gone = [uuid4() for _removal in range(MAX_REMOVED + 36)]
    key_file = read_key_file(store)
    for uid in gone:
        key_file = vault.with_removed(key_file, [uid])
    assert key_file.removed == gone[-MAX_REMOVED:]
    assert len(key_file.content()) < MAX_SMALL
