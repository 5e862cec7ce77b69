"""A clock leap must be confirmed first: nothing is erased or dated by a wrong day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from outreach_app import accounts, backup, clock, startup
from outreach_app.access_log import Act
from outreach_app.actors import Role
from outreach_app.errors import Locked
from outreach_app.i18n import Language, use
from outreach_app.models import AccessRow
from outreach_app.paths import STORE_FILE
from outreach_app.queries.people import list_people
from outreach_app.readying import Confirmed
from tests import makers
from tests.dated_uids import follow_clock

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
NAME = "Plantedname"
OWN = "a passphrase of one's own"


class Wall:
    """Sets the clock of the computer to a number of days after the start."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        follow_clock(monkeypatch)
        self.day(0)

    def day(self, days: float) -> None:
        moment = START + timedelta(days=days)
        self._monkeypatch.setattr(clock, "now", lambda: moment)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    use(Language.FRENCH)
    return Wall(monkeypatch)


@pytest.fixture
def reader(store: Path, wall: Wall) -> UUID:
    """Return a reader account, at a store with a person to inform within 30 days."""
    with startup.opened(store, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        makers.write_person(office.database, partner, name_fr=NAME, name_ar=None)
        first = accounts.add_account(office.database, store, Role.READER)
    with startup.opened(store, first.passphrase) as office:
        accounts.change_own_passphrase(office.database, store, OWN)
    return first.account.uid


def names(store: Path, secret: str = makers.PASSPHRASE, *, confirmed: bool = False) -> list[str]:
    with (
        startup.opened(store, secret, confirmed=Confirmed(is_date=confirmed)) as office,
        office.database.read() as session,
    ):
        return [row.name.fr for row in list_people(session) if row.name.fr]


def refusal(store: Path, secret: str, *, confirmed: bool = False) -> Locked:
    with pytest.raises(Locked) as refused:
        startup.open_office(store, secret, confirmed=Confirmed(is_date=confirmed))
    assert refused.value.code == "clock_leap"
    return refused.value


def content(store: Path) -> dict[str, bytes]:
    return {
        str(path): path.read_bytes()
        for path in store.rglob("*")
        if path.is_file() and path.suffix not in (".lock", ".open")
    }


@pytest.mark.parametrize("days", [45, 120, 7300])
def test_a_reader_with_a_clock_far_ahead_opens_nothing_and_takes_no_name(
    store: Path, reader: UUID, wall: Wall, days: int
) -> None:
    before = content(store)
    wall.day(days)
    refused = refusal(store, OWN, confirmed=True)
    assert "chef de l’arrondissement" in refused.message
    assert refused.details == {"may_confirm": False}
    assert content(store) == before
    wall.day(0.1)
    assert names(store) == [NAME]


def test_a_reader_who_creeps_ahead_takes_no_name_either(
    store: Path, reader: UUID, wall: Wall
) -> None:
    """Day by day; the chief then has to confirm the clock."""
    for days in range(14, 100, 14):
        wall.day(days)
        names(store, OWN)
    refused = refusal(store, makers.PASSPHRASE)
    assert "02/03/2026" in refused.message
    assert "par un compte" in refused.message  # the reader has used it since
    wall.day(1)
    assert names(store) == [NAME]


def test_after_two_months_one_confirmation_by_the_chief_is_enough(
    store: Path, reader: UUID, wall: Wall
) -> None:
    before = content(store)
    wall.day(61)
    refused = refusal(store, makers.PASSPHRASE)
    assert refused.details == {"may_confirm": True}
    assert "02/05/2026" in refused.message
    assert "02/03/2026" in refused.message
    assert content(store) == before
    assert names(store, confirmed=True) == []
    with startup.opened(store, makers.PASSPHRASE) as office, office.database.read() as session:
        row = session.scalars(select(AccessRow).where(AccessRow.act == Act.CLOCK)).one()
        assert (row.verb, row.count, row.account) == ("confirm_date", 61, office.account.uid)
    names(store, OWN)


def test_a_short_absence_is_not_asked_about(store: Path, reader: UUID, wall: Wall) -> None:
    for days in (14, 28):
        wall.day(days)
        assert names(store) == [NAME]
        assert names(store, OWN) == []


def test_a_clock_that_went_back_is_told(store: Path, reader: UUID, wall: Wall) -> None:
    wall.day(-3)
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert "27/02/2026" in office.notice
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is None


def test_a_backup_with_a_date_to_come_is_not_the_newest_and_drops_no_other(
    store: Path, reader: UUID, wall: Wall
) -> None:
    [newest, *_older] = backup.newest(store)
    ahead = newest.with_name(f"{START + timedelta(days=7300):%Y%m%d-%H%M%S-%f}{backup.SUFFIX}")
    newest.rename(ahead)
    wall.day(1)
    with startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database, name_fr="Since", name_ar=None, phone=None)
        made = office.back_up()
        assert backup.newest(store)[0] == made
        assert backup.newest(store)[-1] == ahead
    (store / STORE_FILE).write_bytes(b"\x55" * 8192)
    with startup.opened(store, makers.PASSPHRASE) as office:
        assert office.notice is not None
        assert "2046" not in office.notice
    assert ahead.exists()


def test_a_damaged_store_waits_for_the_date_too(store: Path, reader: UUID, wall: Wall) -> None:
    (store / STORE_FILE).write_bytes(b"\x55" * 8192)
    before = content(store)
    wall.day(40)
    refusal(store, makers.PASSPHRASE)
    assert content(store) == before
    with (
        startup.opened(store, makers.PASSPHRASE, confirmed=Confirmed(is_date=True)) as office,
        office.database.read() as session,
    ):
        restored = select(func.count()).where(AccessRow.act == Act.RESTORE)
        assert session.scalar(restored) == 1


def test_a_clock_set_back_once_locks_nobody_out(store: Path, reader: UUID, wall: Wall) -> None:
    for days in (14, 28, 42):
        wall.day(days)
        names(store)
    for secret in (OWN, makers.PASSPHRASE):
        wall.day(-20)
        names(store, secret)
        wall.day(42.1)
        names(store, secret)


def test_a_date_confirmed_by_mistake_is_taken_back_by_an_account_that_may(
    store: Path, reader: UUID, wall: Wall
) -> None:
    wall.day(300)
    names(store, confirmed=True)
    names(store, OWN)
    wall.day(1)
    names(store)
    wall.day(100)
    refused = refusal(store, OWN)
    assert "03/03/2026" in refused.message
    refusal(store, makers.PASSPHRASE)


@pytest.mark.parametrize("year", [1970, 1999, 2110])
def test_nothing_is_opened_under_a_clock_that_cannot_be(store: Path, wall: Wall, year: int) -> None:
    before = content(store)
    wall.day((datetime(year, 1, 2, tzinfo=UTC) - START).days)
    for confirmed in (False, True):
        with pytest.raises(Locked) as refused:
            names(store, confirmed=confirmed)
        assert refused.value.code == "impossible_clock"
        assert str(year) in refused.value.message
    assert content(store) == before
    wall.day(0.1)
    names(store)
