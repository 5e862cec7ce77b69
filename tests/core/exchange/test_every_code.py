"""Every result code, provoked by a file, with messages in both languages."""

import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest

from outreach_app import clock, i18n
from outreach_app.actors import Actor
from outreach_app.exchange.format import reading
from outreach_app.exchange.format.encryption import encrypt
from outreach_app.exchange.format.heads import sign_head
from outreach_app.exchange.format.keys import StationKeys
from outreach_app.exchange.format.limits import MAX_FILE
from outreach_app.exchange.format.manifest import Carried, Have
from outreach_app.exchange.importing.folders import import_paths
from outreach_app.exchange.importing.received_files import ReceivedFile
from outreach_app.exchange.stations import registry, revocation
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from tests import makers
from tests.core.exchange.forging import edited, forge, packed, taken_apart
from tests.core.exchange.network import Network, export

STRANGER = StationKeys.generate()
PUT_ASIDE = "E_SENDER_REVOKED"
WELCOME = {
    "W_GAP": "imported",
    "W_CLOCK": "imported",
    "W_HAVE": "imported",
    "W_DUPLICATE": "duplicate",
}


def flipped(data: bytes) -> bytes:
    """Return the content with one bit of the last byte changed."""
    return data[:-1] + bytes([data[-1] ^ 1])


def contents(network: Network) -> dict[str, Callable[[], bytes]]:
    """Return the content of a file that provokes a code."""
    chief, whole = network.chief, taken_apart(network)
    manifest, payload = whole.manifest, whole.manifest.payload
    soon, later = (int((clock.now() + timedelta(days=days)).timestamp() * 1000) for days in (3, 9))
    with network.headquarters.read() as session:
        lie = {str(registry.own_station(session).device): Have(900, "0" * 64)}
    longer = msgspec.structs.replace(payload, gz_size=payload.gz_size + 1)
    elsewhere = msgspec.structs.replace(manifest.range, head="0" * 64)
    renamed = msgspec.structs.replace(manifest, app="another")
    own = Carried(whole.keys.key_id, sign_head(manifest.dev, 9, "0" * 64, whole.keys))
    return {
        "E_NOT_BUNDLE": lambda: b"a letter",
        "E_HEADER": lambda: export(chief).replace(b"-> X25519", b"-> scrypt"),
        "E_NOT_FOR_US_OR_DAMAGED": lambda: flipped(export(chief)),
        "E_CONTAINER": lambda: encrypt(b"no archive", [whole.receiver]),
        "E_SENDER_UNKNOWN": lambda: whole.sealed(keys=STRANGER),
        "E_SENDER_REVOKED": lambda: export(network.deputy),
        "E_SIGNATURE": lambda: whole.sealed(renamed, kept_signature=whole.signature),
        "E_NEWER_VERSION": lambda: whole.with_manifest(min_reader=99),
        "E_MANIFEST": lambda: whole.with_manifest(org=manifest.dev),
        "E_RECIPIENT": lambda: whole.with_manifest(to=[STRANGER.public.recipient]),
        "E_PAYLOAD_SIZE": lambda: whole.with_manifest(payload=longer),
        "E_PAYLOAD_HASH": lambda: whole.sealed(payload=flipped(whole.payload)),
        "E_RECORD": lambda: forge(chief, 4, 4, {4: edited(ent="spaceship")}),
        "E_CHAIN": lambda: whole.with_manifest(range=elsewhere),
        "E_FORK": lambda: forge(chief, 1, 3),
        "E_CARRIER": lambda: whole.with_manifest(carried=own),
        "E_CLOCK": lambda: forge(chief, 4, 4, {4: edited(t=later)}),
        "E_OWNER": lambda: forge(chief, 4, 4, {4: edited(ent="reply")}),
        "W_HAVE": lambda: packed(chief, 4, [], have=lie),
        "W_CLOCK": lambda: forge(chief, 4, 4, {4: edited(t=soon)}),
        "W_GAP": lambda: export(chief, 6),
    }


@pytest.fixture
def files(network: Network, tmp_path: Path) -> dict[str, Path]:
    """Return a file for each code; headquarters has revoked the deputy."""
    makers.write_meeting(network.chief)
    makers.write_meeting(network.deputy)
    known = tmp_path / "known.outreach"
    known.write_bytes(export(network.chief, 1, 3))
    import_paths(network.headquarters, [known], Progress())
    with network.deputy.read() as session:
        deputy = registry.own_station(session).device
    with network.headquarters.write(Actor.HEADQUARTERS) as session:
        revocation.revoke(session, deputy, 1)
    paths = {"W_DUPLICATE": known, "E_UNREADABLE": tmp_path / "pulled out.outreach"}
    for code, content in contents(network).items():
        paths[code] = tmp_path / f"{code}.outreach"
        paths[code].write_bytes(content())
    paths["E_TOO_BIG"] = tmp_path / "E_TOO_BIG.outreach"
    with paths["E_TOO_BIG"].open("wb") as file:
        file.truncate(MAX_FILE + 1)  # takes no room on the disk
    return paths


@pytest.fixture
def large(network: Network, tmp_path: Path) -> Path:
    """Return a file that takes a while to read."""
    path = tmp_path / "large.outreach"
    path.write_bytes(encrypt(os.urandom(MAX_FILE - (1 << 20)), [taken_apart(network).receiver]))
    return path


def too_long(network: Network, path: Path) -> ReceivedFile:
    """Import a file with a time limit of zero, which the parent measures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "MAX_SECONDS", 0.0)
        return import_paths(network.headquarters, [path], Progress(), dry_run=True).files[0]


def test_each_code_comes_from_a_file_and_says_what_to_do(
    network: Network, files: dict[str, Path], large: Path
) -> None:
    files["E_TOO_COSTLY"] = large
    said: dict[Language, dict[str, str]] = {}
    for language in Language:
        i18n.use(language)
        tried = import_paths(network.headquarters, files.values(), Progress(), dry_run=True)
        rows = dict(zip(files, tried.files, strict=True))
        rows["E_TOO_COSTLY"] = too_long(network, large)
        assert {code: row.code for code, row in rows.items()} == {code: code for code in files}
        for code, row in rows.items():
            usual = "quarantined" if code == PUT_ASIDE else "refused"
            assert row.status == WELCOME.get(code, usual)
        assert rows["W_HAVE"].acknowledged != 900  # what is false is not told
        said[language] = {code: row.sentence for code, row in rows.items()}
    for code in files:
        arabic, french = said[Language.ARABIC][code], said[Language.FRENCH][code]
        assert any("\u0600" <= sign <= "\u06ff" for sign in arabic), code
        assert not any("\u0600" <= sign <= "\u06ff" for sign in french), code
        assert min(len(arabic), len(french)) > 40, code
