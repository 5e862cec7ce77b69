"""No lock-in: age, tar, minisign and zcat open a bundle without this program."""

import subprocess
from base64 import b64encode
from pathlib import Path

from outreach_app.exchange.format.container import pack
from outreach_app.exchange.format.keys import PublicKeys
from tests.core.exchange.bundles import (
    BUNDLE,
    HEADQUARTERS,
    OWN,
    PRECINCT,
    STRANGER,
    content,
    lines,
)
from tests.core.exchange.reference import BUNDLE as REFERENCE
from tests.core.exchange.reference import KEY, LINES


def run(folder: Path, *command: str) -> bytes:
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout


def unpack(folder: Path, data: bytes, identity: str) -> bytes:
    """Open a bundle in a folder and return its lines."""
    (folder / "identity").write_text(identity, encoding="ascii")
    (folder / "bundle").write_bytes(data)
    run(folder, "age", "-d", "-i", "identity", "-o", "bundle.tar", "bundle")
    run(folder, "tar", "-xf", "bundle.tar")
    return run(folder, "zcat", "events.ndjson.gz")


def minisign_key(keys: PublicKeys) -> str:
    return b64encode(b"Ed" + keys.key_id + keys.signing_key).decode()


def test_stock_tools_open_and_verify_a_bundle(tmp_path: Path) -> None:
    sent = lines()
    data = pack(content(sent), PRECINCT, [*OWN, STRANGER.public.recipient])
    assert unpack(tmp_path, data, HEADQUARTERS.identity).splitlines() == sent
    key = minisign_key(PRECINCT.public)
    said = run(tmp_path, "minisign", "-Vm", "manifest.json", "-P", key)
    assert f"Trusted comment: outreach bundle {BUNDLE}" in said.decode()


def test_stock_tools_open_the_reference(tmp_path: Path) -> None:
    assert unpack(tmp_path, REFERENCE, KEY.identity).splitlines() == LINES
    run(tmp_path, "minisign", "-Vm", "manifest.json", "-P", minisign_key(KEY.sender))
