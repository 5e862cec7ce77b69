"""A package is genuine if signed with the key of this program, and states its version."""

import subprocess
from pathlib import Path

import pytest

from outreach_app import __version__
from outreach_app.errors import NotAllowed, UnreadableFile
from outreach_app.updates import read_update, update_words

PACKAGE = b"!<arch>\ndebian-binary"


def minisign(folder: Path, *options: str) -> None:
    """Run the tool that signs releases."""
    subprocess.run(["minisign", *options], cwd=folder, capture_output=True, check=True)


@pytest.fixture
def signed(tmp_path: Path) -> Path:
    """Return a package of a later version, signed; its public key is update.pub beside it."""
    minisign(tmp_path, "-G", "-W", "-p", "update.pub", "-s", "update.key")
    file = tmp_path / "outreach_99.0.0_amd64.deb"
    file.write_bytes(PACKAGE)
    sign(file, "outreach 99.0.0")
    return file


def sign(file: Path, comment: str, key: str = "update.key") -> None:
    minisign(file.parent, "-Sm", file.name, "-s", key, "-c", "outreach", "-t", comment)


def test_a_signed_package_says_its_version_and_what_to_do(signed: Path) -> None:
    update = read_update(signed, signed.with_name("update.pub"))
    assert (update.version, update.is_newer) == ("99.0.0", True)
    assert "apt-get install" in update_words(update)
    assert "apt-get" not in update_words(
        read_update(renamed(signed, "setup.exe"), signed.with_name("update.pub"))
    )


def renamed(file: Path, name: str) -> Path:
    """Return a copy of a package and of its signature under another name."""
    copy = file.with_name(name)
    copy.write_bytes(file.read_bytes())
    signature = file.with_name(f"{file.name}.minisig").read_bytes()
    file.with_name(f"{name}.minisig").write_bytes(signature)
    return copy


def test_an_older_package_is_told_whatever_its_name(signed: Path) -> None:
    sign(signed, f"outreach {__version__}")
    update = read_update(signed, signed.with_name("update.pub"))
    assert not update.is_newer
    assert __version__ in update_words(update)


def test_what_was_changed_or_signed_by_another_is_refused(signed: Path) -> None:
    key = signed.with_name("update.pub")
    signed.write_bytes(PACKAGE + b"x")
    with pytest.raises(NotAllowed) as refused:
        read_update(signed, key)
    assert refused.value.code == "wrong_signature"
    minisign(signed.parent, "-G", "-W", "-p", "other.pub", "-s", "other.key")
    sign(signed, "outreach 99.0.0", "other.key")
    with pytest.raises(NotAllowed):
        read_update(signed, key)
    sign(signed, "outreach the latest")
    with pytest.raises(NotAllowed):
        read_update(signed, key)
    signed.with_name(f"{signed.name}.minisig").write_bytes(b"nothing")
    with pytest.raises(NotAllowed):
        read_update(signed, key)


def test_without_a_signature_or_a_key_nothing_is_said_to_be_genuine(signed: Path) -> None:
    with pytest.raises(NotAllowed) as no_key:
        read_update(signed, signed.with_name("none.pub"))
    assert no_key.value.code == "no_update_key"
    signed.with_name(f"{signed.name}.minisig").unlink()
    with pytest.raises(UnreadableFile) as unsigned:
        read_update(signed, signed.with_name("update.pub"))
    assert unsigned.value.code == "no_signature"
