"""A store that another program altered opens, is checked and exports, or says why it does not."""

import shutil
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from outreach_app import backup, clock, startup, vault
from outreach_app.demo import DemoPlan, write_demo
from outreach_app.errors import BackupFailed, OutreachError
from outreach_app.i18n import Language, use
from outreach_app.integrity import Check
from outreach_app.models import Partner
from outreach_app.progress import Progress
from tests import makers
from tests.altering import alter, run
from tests.core.cli.running import outreach


@pytest.fixture(scope="module")
def lived(new_store: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """Return the folder of a store in which somebody worked, and its key."""
    folder = Path(shutil.copytree(new_store, tmp_path_factory.mktemp("lived") / "store"))
    with startup.opened(folder, makers.PASSPHRASE) as office:
        partner = makers.write_partner(office.database)
        makers.write_person(office.database, partner)
        makers.write_meeting(office.database)
        return folder, office.database.key


def wrong(checks: list[Check]) -> dict[str, str]:
    return {check.name: check.detail for check in checks if not check.is_sound}


@pytest.mark.parametrize(
    ("statement", "name", "what"),
    [
        ("DELETE FROM partners", "fold", "partner"),
        ("DELETE FROM devices", "chain", " 0"),
        ("UPDATE devices SET is_current = 0", "opening", ""),
        ("UPDATE devices SET highest_t = 99999999999999", "chain", " 99999999999999"),
        ("UPDATE devices SET highest_t = 0", "chain", " 0"),
        ("INSERT INTO seams SELECT uid, 900, head FROM devices", "chain", " 900"),
        # A number that no form takes, so that no table could hold it from an import either.
        ("UPDATE offices SET inform_days = 3650", "fold", "office"),
        ("DELETE FROM alembic_version", "schema", "alembic_version"),
        ("DELETE FROM station_secrets", "opening", ""),
        ("UPDATE accounts SET opened_at = 'x'", "rows", "accounts"),
        ("UPDATE partners SET name_ar = x'ff00'", "rows", "partners 1"),
        ("UPDATE meetings SET held_on = 'soon'", "rows", "meetings 1"),
        ("DELETE FROM search_meetings_config", "store", "fts5"),
    ],
)
def test_what_was_altered_is_named(
    lived: tuple[Path, bytes], tmp_path: Path, statement: str, name: str, what: str
) -> None:
    store = Path(shutil.copytree(lived[0], tmp_path / "store"))
    run(store, lived[1], statement)
    found = wrong(startup.check(store, makers.PASSPHRASE))
    assert what in found[name], found


def test_a_store_that_cannot_open_says_so_and_a_backup_replaces_it(
    lived: tuple[Path, bytes], tmp_path: Path
) -> None:
    store = Path(shutil.copytree(lived[0], tmp_path / "store"))
    run(store, lived[1], "DELETE FROM alembic_version", "UPDATE accounts SET opened_at = 'x'")
    use(Language.FRENCH)
    with pytest.raises(OutreachError) as refused:
        startup.open_office(store, makers.PASSPHRASE)
    assert refused.value.code == "altered_store"
    assert "Restaurez la sauvegarde" in refused.value.message
    [newest, *_older] = backup.newest(store)  # no backup was made of what is altered
    with (
        closing(startup.restore_over(newest, store, makers.PASSPHRASE)) as office,
        office.database.read() as session,
    ):
        assert session.get(Partner, 1) is not None


def test_a_closing_says_that_an_altered_store_cannot_be_backed_up(
    lived: tuple[Path, bytes], tmp_path: Path
) -> None:
    store = Path(shutil.copytree(lived[0], tmp_path / "store"))
    run(store, lived[1], "UPDATE people SET partner_id = 99")
    use(Language.FRENCH)
    before = backup.newest(store)
    with pytest.raises(BackupFailed) as failed, startup.opened(store, makers.PASSPHRASE) as office:
        makers.write_partner(office.database)
    assert "Aucune sauvegarde" in failed.value.message
    assert backup.newest(store) == before


@pytest.mark.parametrize(
    ("statement", "command"),
    [
        ("UPDATE meetings SET held_on = 'soon'", ("list", "meetings")),
        # Only read when the register is closed.
        ("INSERT INTO restorations SELECT uid, 'x', NULL FROM devices", ("list", "partners")),
    ],
)
def test_a_command_that_meets_what_was_altered_says_what_to_do(
    lived: tuple[Path, bytes], tmp_path: Path, statement: str, command: tuple[str, str]
) -> None:
    store = Path(shutil.copytree(lived[0], tmp_path / "store"))
    run(store, lived[1], statement)
    ran = outreach(*command, "--store", store, "--ui-lang", "fr")
    assert "Restaurez la sauvegarde" in ran.said, ran.said


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """Return the folder of the stores of a demo, and the key of each."""
    folder = tmp_path_factory.mktemp("demo")
    files = write_demo(folder, makers.PASSPHRASE, DemoPlan(4, 1), Progress())
    return folder, {store.name: vault.unlock(store, makers.PASSPHRASE) for store in files.stores}


@pytest.mark.long
@pytest.mark.parametrize("office", ["precinct-1", "headquarters"])
def test_no_alteration_of_a_demo_ends_in_anything_but_a_sentence(
    demo: tuple[Path, dict[str, bytes]], tmp_path: Path, office: str
) -> None:
    folder, keys = demo
    for seed in range(60):
        altered_and_used(folder / office, keys[office], tmp_path / str(seed), seed)


def test_no_alteration_ends_in_anything_but_a_sentence(
    lived: tuple[Path, bytes], tmp_path: Path
) -> None:
    now = int(clock.now().timestamp())
    for seed in range(now, now + 2):
        altered_and_used(*lived, tmp_path / str(seed), seed)


def altered_and_used(source: Path, key: bytes, store: Path, seed: int) -> None:
    """Alter a copy of a store, then check, open and export; fail at anything but a refusal."""
    shutil.copytree(source, store)
    told = f"{seed}: {alter(store, key, Random(seed))}"  # noqa: S311  a seed must repeat it
    options = ("--store", store, "--ui-lang", "fr", "--json")
    checked = outreach("check", *options)
    sent = outreach("export", "--out", store / "out", *options)
    for ran, answer in ((checked, "checks"), (sent, "bundles")):
        assert ran.code in {0, 1}, told
        assert answer in ran.json or ran.json["error"]["message"], told
    shutil.rmtree(store)
