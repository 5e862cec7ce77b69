"""A refused file shows its sender, and one already imported is not refused."""

import shutil
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.exchange.format import failures
from outreach_app.exchange.importing.folders import import_paths, peek_paths
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations import registry, revocation
from outreach_app.models import Bundle
from outreach_app.progress import Progress
from outreach_app.rules.names import Bilingual
from tests import makers
from tests.core.exchange.forging import edited, forge, taken_apart
from tests.core.exchange.network import KEY, Network, export, take


def device_of(network: Network) -> str:
    with network.chief.read() as session:
        return str(registry.own_station(session).device)


def imported(network: Network, data: bytes, folder: Path) -> ReceivedFile:
    """Return the result of a file at headquarters."""
    path = folder / "sent.outreach"
    path.write_bytes(data)
    [file] = import_paths(network.headquarters, [path], Progress()).files
    return file


@pytest.mark.parametrize(
    "code", ["E_OWNER", "E_RECORD", "E_FORK", "E_SENDER_REVOKED", "E_MANIFEST", "E_CHAIN"]
)
def test_a_refused_file_says_whose_it_is(network: Network, tmp_path: Path, code: str) -> None:
    chief = network.chief
    makers.write_meeting(chief)
    imported(network, export(chief, 1, 3), tmp_path)
    whole = taken_apart(network)
    files = {
        "E_OWNER": lambda: forge(chief, 4, 4, {4: edited(ent="reply")}),
        "E_RECORD": lambda: forge(chief, 4, 4, {4: edited(ent="spaceship")}),
        "E_FORK": lambda: forge(chief, 1, 3),
        "E_SENDER_REVOKED": lambda: export(chief, 4),
        "E_MANIFEST": lambda: whole.with_manifest(created_at="0001-01-01T00:00:00Z"),
        "E_CHAIN": lambda: whole.with_manifest(
            range=msgspec.structs.replace(whole.manifest.range, head="0" * 64)
        ),
    }
    if code == "E_SENDER_REVOKED":
        with network.headquarters.write(Actor.HEADQUARTERS) as session:
            revocation.revoke(session, UUID(device_of(network)), 1)
    file = imported(network, files[code](), tmp_path)
    assert (file.code, file.device) == (code, device_of(network))
    assert file.office == Bilingual("النخيل", "Annakhil")
    with network.headquarters.read() as session:
        logged = session.scalars(select(Bundle).order_by(Bundle.id.desc())).first()
        assert logged is not None
        assert (logged.code, str(logged.device)) == (code, device_of(network))


def test_a_file_of_before_the_revocation_is_already_here(network: Network, tmp_path: Path) -> None:
    makers.write_meeting(network.chief)
    sent = export(network.chief, 1, 3)
    assert imported(network, sent, tmp_path).status == "imported"
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revocation.revoke(session, UUID(device_of(network)), 1)
    path = tmp_path / "sent.outreach"
    [peeked] = peek_paths(network.headquarters, [path], Progress())
    assert (peeked.status, imported(network, sent, tmp_path).status) == ("duplicate", "duplicate")
    path.write_bytes(export(network.chief, 4))
    [peeked] = peek_paths(network.headquarters, [path], Progress())
    assert (peeked.status, peeked.code) == ("quarantined", "E_SENDER_REVOKED")


def test_a_file_that_a_copy_of_this_store_wrote_sends_nobody_to_its_sender(
    network: Network, tmp_path: Path
) -> None:
    chief, path = network.chief, tmp_path / "sent.outreach"
    chief.checkpoint()
    copy = Database(Path(shutil.copy(chief.path, tmp_path / "copy.db")), KEY)
    makers.write_meeting(copy)
    path.write_bytes(export(copy))
    copy.close()
    for _time in range(2):  # before it wrote anything itself, and after
        [file] = import_paths(chief, [path], Progress()).files
        own = failures.own_fork("", 0)
        assert (file.code, file.sentence, file.device) == (
            own.code,
            own.message,
            device_of(network),
        )
        makers.write_meeting(chief)


def test_an_id_that_another_station_used_first_makes_no_duplicate(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("uuid_utils.compat.uuid7", lambda: UUID(int=7))
    files = [export(network.deputy), export(network.chief)]
    taken = [take(network.headquarters, file).status for file in (*files, *files)]
    assert taken == ["imported", "imported", "duplicate", "duplicate"]
