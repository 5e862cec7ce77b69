"""With the two-person rule, account changes need two: nobody can become the second person alone."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app import accounts, clock, newest_key_file, recovery_codes, startup, vault
from outreach_app.access_log import Act
from outreach_app.actors import Actor, Role
from outreach_app.errors import NotAllowed
from outreach_app.models import AccessRow, Bundle
from outreach_app.queries.accounts import AccountRow, find_account, list_accounts
from outreach_app.rights import Right
from outreach_app.rules.kinds import BundleDirection, OfficeRole
from outreach_app.rules.statuses import BundleStatus
from outreach_app.second_person import SecondPerson, confirm
from outreach_app.services.purposes import ask_two_persons
from outreach_app.startup import OpenOffice
from tests import makers
from tests.second_people import OWN, add_second


@pytest.fixture
def code(store: Path) -> str:
    """Return the recovery code of a store with two chiefs and the two-person rule."""
    add_second(store, Role.CHIEF)
    with opened(store) as office:
        accounts.add_account(office.database, store, Role.SECRETARY)
        code = recovery_codes.renew_recovery_code(office.database, store)
        recovery_codes.confirm_recovery_code(office.database, store)
        with office.database.write() as session:
            ask_two_persons(session, is_asked=True)
    return code


@pytest.fixture
def office(store: Path, code: str) -> Iterator[OpenOffice]:
    """Return that store, opened by its first chief."""
    assert code
    with opened(store) as office:
        yield office


def opened(store: Path, secret: str = makers.PASSPHRASE) -> AbstractContextManager[OpenOffice]:
    return startup.opened(store, secret)


def account(office: OpenOffice, code: str) -> AccountRow:
    with office.database.read() as session:
        return find_account(session, code)


def codes(office: OpenOffice) -> list[str]:
    with office.database.read() as session:
        return [row.code for row in list_accounts(session)]


def refused(do: Callable[[], object]) -> NotAllowed:
    with pytest.raises(NotAllowed) as refusal:
        do()
    assert refusal.value.code == "second_person_needed"
    return refusal.value


def test_one_alone_neither_adds_nor_raises_nor_opens_another_account(
    office: OpenOffice, store: Path
) -> None:
    place, before = (office.database, store), codes(office)
    chief, secretary = account(office, "chief-2"), account(office, "secretary-1")
    second = confirm(*place, chief.uid, OWN, Right.ACCOUNTS)
    acts: dict[str, Callable[[SecondPerson | None], object]] = {
        "add_account": lambda by: accounts.add_account(*place, Role.CHIEF, confirmed_by=by),
        "change_role": lambda by: accounts.change_role(
            *place, secretary.uid, Role.READER, confirmed_by=by
        ),
        "reset_passphrase": lambda by: accounts.reset_passphrase(
            *place, secretary.uid, confirmed_by=by
        ),
        "renew_recovery_code": lambda by: recovery_codes.renew_recovery_code(
            *place, confirmed_by=by
        ),
        "remove_account": lambda by: accounts.remove_account(
            *place, secretary.uid, confirmed_by=by
        ),
    }
    for act in acts.values():
        refused(lambda act=act: act(None))  # type: ignore[misc]
        refused(lambda act=act: act(SecondPerson(office.account.uid)))  # type: ignore[misc]
    assert codes(office) == before
    for act in acts.values():
        act(second)
    assert codes(office) == ["chief-1", "chief-2", "chief-3"]
    with office.database.read() as session:
        named = select(AccessRow.verb).where(AccessRow.act == Act.CONFIRMED)
        assert set(session.scalars(named)) == acts.keys()
    accounts.change_own_passphrase(*place, "a passphrase chosen alone")


def test_the_recovery_code_is_the_way_out_of_a_lost_second_passphrase(
    store: Path, code: str
) -> None:
    with opened(store) as office:
        second = account(office, "chief-2").uid
        refusal = refused(lambda: accounts.reset_passphrase(office.database, store, second))
        assert "رمز الاسترداد" in refusal.message
    with opened(store, code) as office:
        assert accounts.reset_passphrase(office.database, store, second).passphrase
    with opened(store) as office:  # the next opening waits for two again
        refused(lambda: accounts.reset_passphrase(office.database, store, second))


def test_whom_headquarters_let_in_makes_a_new_code_alone_until_it_is_on_paper(
    office: OpenOffice, store: Path
) -> None:
    place = (office.database, store)
    with office.database.write(Actor.PROGRAM) as session:
        session.add(  # as `recovery.settle` does
            Bundle(
                direction=BundleDirection.IN,
                partner=OfficeRole.HEADQUARTERS,
                file_name="one.outreach-answer",
                moved_at=clock.now(),
                status=BundleStatus.RECOVERED,
            )
        )
    refused(lambda: recovery_codes.renew_recovery_code(*place))
    with newest_key_file.changing(*place) as change:  # as `recovery.recover` does
        change.key_file = vault.with_code_confirmed(change.key_file, is_confirmed=False)
    code = recovery_codes.renew_recovery_code(*place)
    assert vault.unlock(store, code) == office.database.key
    recovery_codes.confirm_recovery_code(*place)
    refused(lambda: recovery_codes.renew_recovery_code(*place))
