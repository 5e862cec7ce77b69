"""Continuing with an older store, or restoring one, is bound by what was known later."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from outreach_app import accounts, backup, high_water_marks, restoring, startup
from outreach_app.actors import Role
from outreach_app.errors import Locked, NotAllowed, OutreachError
from outreach_app.exchange.stations.renewal import renew_station, rotate_keys
from outreach_app.key_files import read_key_file
from outreach_app.older_stores import GoingOn
from outreach_app.paths import STORE_FILE, profile
from outreach_app.queries.accounts import find_account, list_accounts
from outreach_app.readying import Confirmed
from outreach_app.second_person import SecondPerson, asks_two_persons
from outreach_app.services.purposes import ask_two_persons
from tests import makers

THEIRS = "the other's own"
GO_ON = Confirmed(older=GoingOn())


def add_settled(store: Path, role: Role, secret: str = THEIRS) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office:
        first = accounts.add_account(office.database, store, role)
    with startup.opened(store, first.passphrase, first.account.uid) as office:
        accounts.change_own_passphrase(office.database, store, secret)


def ask_for_two(store: Path) -> None:
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
        ask_two_persons(session, is_asked=True)


def change_other(
    store: Path, change: Callable[..., object], *given: object, name: str = "chief-2"
) -> None:
    """Change the account of the other chief, or another one, as the first chief."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            uid = find_account(session, name).uid
        change(office.database, store, uid, *given)


def the_file(store: Path, former: Path) -> None:
    shutil.copy(former / STORE_FILE, store / STORE_FILE)
    (store / high_water_marks.MARK_FILE).unlink()


def the_whole_folder(store: Path, former: Path) -> None:
    shutil.rmtree(store)
    shutil.copytree(former, store)


def refusal(store: Path, secret: str, confirmed: Confirmed) -> str:
    with pytest.raises(OutreachError) as refused:
        startup.open_office(store, secret, confirmed=confirmed)
    return refused.value.code


@pytest.mark.parametrize("put_back", [the_file, the_whole_folder])
def test_an_older_store_from_before_two_persons_takes_two(
    store: Path, tmp_path: Path, put_back: Callable[[Path, Path], None]
) -> None:
    add_settled(store, Role.CHIEF)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    ask_for_two(store)
    put_back(store, former)
    assert refusal(store, makers.PASSPHRASE, GO_ON) == "second_person_needed"
    opening = startup.opened(store, makers.PASSPHRASE, confirmed=together(former))
    with opening as office, office.database.read() as session:
        assert asks_two_persons(session)


def test_an_older_store_that_asks_for_two_does_so_where_the_rule_ended_since(
    store: Path, tmp_path: Path
) -> None:
    add_settled(store, Role.CHIEF)
    ask_for_two(store)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    with startup.opened(store, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            other = SecondPerson(find_account(session, "chief-2").uid)
        with office.database.write() as session:
            ask_two_persons(session, is_asked=False, confirmed_by=other)
    the_file(store, former)
    assert refusal(store, makers.PASSPHRASE, GO_ON) == "second_person_needed"
    startup.open_office(store, makers.PASSPHRASE, confirmed=together(former)).close()


def together(store: Path) -> Confirmed:
    """Return the confirmation by both chiefs."""
    (uid,) = {it.id for it in read_key_file(store).slots if it.number == 2}
    return Confirmed(older=GoingOn(uid, THEIRS))


def test_the_second_person_of_an_older_copy_is_the_one_of_later(
    store: Path, tmp_path: Path
) -> None:
    """One person gave the other's account a passphrase, in a copy from before the rule."""
    add_settled(store, Role.CHIEF)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    ask_for_two(store)
    marked = Path(shutil.copytree(profile() / "marks", tmp_path / "marks"))
    shutil.rmtree(profile() / "marks")  # as on the computer of that person
    with startup.opened(former, makers.PASSPHRASE) as office:
        with office.database.read() as session:
            uid = find_account(session, "chief-2").uid
        first = accounts.reset_passphrase(office.database, former, uid)
    with startup.opened(former, first.passphrase, uid) as office:
        accounts.change_own_passphrase(office.database, former, "chosen by the first")
    for _closing in range(9):
        startup.open_office(former, makers.PASSPHRASE).close()
    the_whole_folder(store, former)
    shutil.rmtree(profile() / "marks")
    shutil.copytree(marked, profile() / "marks")
    by_one = Confirmed(older=GoingOn(uid, "chosen by the first"))
    assert refusal(store, makers.PASSPHRASE, by_one) == "second_person_needed"


@pytest.mark.parametrize("put_back", [the_whole_folder, None])
@pytest.mark.parametrize("is_removed", [True, False])
def test_a_chief_who_was_removed_or_demoted_goes_on_with_no_older_folder(
    store: Path, tmp_path: Path, put_back: Callable[[Path, Path], None] | None, is_removed: bool
) -> None:
    """Nor with a copy of it in another folder."""
    add_settled(store, Role.CHIEF)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    if is_removed:
        change_other(store, accounts.remove_account)
    else:
        change_other(store, accounts.change_role, Role.READER)
    if put_back is not None:
        put_back(store, former)
    place = former if put_back is None else store
    with pytest.raises(Locked) as refused:
        startup.open_office(place, THEIRS, confirmed=GO_ON)
    assert refused.value.code == "older_store"
    assert refused.value.details == {"may_confirm": False}
    assert "حُذف هذا الحساب أو صار له دور آخر" in refused.value.message
    opening = startup.opened(place, makers.PASSPHRASE, confirmed=GO_ON)
    with opening as office, office.database.read() as session:
        codes = {row.code: row.must_change for row in list_accounts(session)}
    assert codes == after(is_removed=is_removed)


def after(*, is_removed: bool) -> dict[str, bool]:
    """Return the accounts, and whether each has a passphrase that nobody knows."""
    return {"chief-1": False} | ({} if is_removed else {"reader-1": False})


@pytest.mark.parametrize("is_removed", [True, False])
def test_a_chief_who_was_removed_or_demoted_restores_no_older_backup(
    store: Path, tmp_path: Path, is_removed: bool
) -> None:
    add_settled(store, Role.CHIEF)
    (former,) = backup.newest(store)[:1]
    file = Path(shutil.copy(former, tmp_path))
    if is_removed:
        change_other(store, accounts.remove_account)
    else:
        change_other(store, accounts.change_role, Role.READER)
    with pytest.raises(NotAllowed) as refused:
        restoring.restore(file, tmp_path / "other", THEIRS)
    assert "حُذف هذا الحساب أو صار له دور آخر" in refused.value.message
    restoring.restore(file, tmp_path / "other", makers.PASSPHRASE)
    opening = startup.opened(tmp_path / "other", makers.PASSPHRASE)
    with opening as office, office.database.read() as session:
        assert office.notice is None
        codes = {row.code: row.must_change for row in list_accounts(session)}
    assert codes == after(is_removed=is_removed)


@pytest.mark.parametrize("renew", [renew_station, rotate_keys])
@pytest.mark.parametrize("is_removed", [True, False])
def test_a_new_number_in_between_gives_no_older_store_back(
    store: Path, tmp_path: Path, renew: Callable[[Session], object], is_removed: bool
) -> None:
    """Neither a backup nor a copy that has the former number."""
    add_settled(store, Role.CHIEF)
    former = Path(shutil.copytree(store, tmp_path / "former"))
    file = Path(shutil.copy(backup.newest(store)[0], tmp_path))
    for _number in range(2):
        with startup.opened(store, makers.PASSPHRASE) as office, office.database.write() as session:
            renew(session)
    if is_removed:
        change_other(store, accounts.remove_account)
    else:
        change_other(store, accounts.change_role, Role.READER)
    with pytest.raises(NotAllowed):
        restoring.restore(file, tmp_path / "other", THEIRS)
    assert refusal(former, THEIRS, GO_ON) == "older_store"


def test_a_new_key_in_between_gives_no_older_store_back(store: Path, tmp_path: Path) -> None:
    """The chief loses the role after a reader was removed, and then the account."""
    add_settled(store, Role.CHIEF)
    add_settled(store, Role.READER, "a reader's own")
    former = Path(shutil.copytree(store, tmp_path / "former"))
    file = Path(shutil.copy(backup.newest(store)[0], tmp_path))
    change_other(store, accounts.remove_account, name="reader-1")
    change_other(store, accounts.change_role, Role.READER)
    with pytest.raises(NotAllowed):
        restoring.restore(file, tmp_path / "other", THEIRS)
    change_other(store, accounts.remove_account, name="reader-2")
    with pytest.raises(NotAllowed):
        restoring.restore(file, tmp_path / "other", THEIRS)
    assert refusal(former, THEIRS, GO_ON) == "older_store"


def test_a_restored_backup_is_another_register_than_the_one_it_is_of(
    store: Path, tmp_path: Path
) -> None:
    """Each goes on in its own folder, and neither is older than the other."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    other = tmp_path / "other"
    restoring.restore(backup.newest(store)[0], other, makers.PASSPHRASE)
    for place in (other, store, other, store):
        with startup.opened(place, makers.PASSPHRASE) as office:
            assert office.notice is None
            makers.write_partner(office.database)


def test_a_backup_from_before_two_persons_keeps_the_rule(store: Path, tmp_path: Path) -> None:
    add_settled(store, Role.CHIEF)
    file = Path(shutil.copy(backup.newest(store)[0], tmp_path))
    ask_for_two(store)
    restoring.restore(file, tmp_path / "other", makers.PASSPHRASE)
    with startup.opened(tmp_path / "other", makers.PASSPHRASE) as office:
        assert office.notice is None
        with office.database.read() as session:
            assert asks_two_persons(session)


def test_a_copy_that_was_read_only_is_no_other_register(store: Path, tmp_path: Path) -> None:
    startup.open_office(store, makers.PASSPHRASE).close()
    copy = Path(shutil.copytree(store, tmp_path / "copy"))
    for place in (copy, store, copy, store):
        startup.open_office(place, makers.PASSPHRASE).close()
