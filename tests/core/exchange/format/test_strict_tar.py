"""The tar of a bundle is canonical: nothing else is opened, nothing can hide in it."""

import io
import tarfile
from collections.abc import Callable

import pytest

from outreach_app.errors import BundleError
from outreach_app.exchange.format import strict_tar
from outreach_app.exchange.format.limits import MAX_SIGNATURE

CONTENTS = (b"{}", b"s" * 512, b"")
WHOLE = strict_tar.build(CONTENTS)
NAMES = [name for name, _most in strict_tar.MEMBERS]


def made_by_tarfile(names: list[str], **attributes: object) -> bytes:
    """Return the tar of the same contents made by the standard library."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w", format=tarfile.USTAR_FORMAT) as tar:
        for name, content in zip(names, CONTENTS, strict=False):
            member = tarfile.TarInfo(name)
            member.size = len(content)
            member.mode = 0o600
            for attribute, value in attributes.items():
                setattr(member, attribute, value)
            tar.addfile(member, io.BytesIO(content))
    return archive.getvalue()[: len(WHOLE)]


def test_contents_come_out_as_they_went_in() -> None:
    assert strict_tar.split(WHOLE) == CONTENTS
    with tarfile.open(fileobj=io.BytesIO(WHOLE)) as tar:
        assert tar.getnames() == NAMES


@pytest.mark.parametrize(
    "archive",
    [
        made_by_tarfile(NAMES, mode=0o644),
        made_by_tarfile(NAMES, mtime=1),
        made_by_tarfile(NAMES, uname="root"),
        made_by_tarfile(NAMES, type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        made_by_tarfile(NAMES[::-1]),
        made_by_tarfile(NAMES[:2]),
        made_by_tarfile(["../manifest.json", *NAMES[1:]]),
        made_by_tarfile([NAMES[0], *NAMES]),
        b"",
        bytes(10240),
    ],
)
def test_another_tar_is_refused(archive: bytes) -> None:
    with pytest.raises(BundleError) as refused:
        strict_tar.split(archive)
    assert refused.value.code == "E_CONTAINER"


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: whole[:514] + b"x" + whole[515:],
        lambda whole: whole[:124] + b"77777777777\0" + whole[136:],
        lambda whole: whole[:124] + b"00000000002\n" + whole[136:],
        lambda whole: whole[:-512],
        lambda whole: whole + bytes(512),
    ],
)
def test_padding_sizes_and_end_are_checked(change: Callable[[bytes], bytes]) -> None:
    with pytest.raises(BundleError) as refused:
        strict_tar.split(change(WHOLE))
    assert refused.value.code == "E_CONTAINER"


def test_a_member_beyond_its_limit_is_neither_written_nor_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(BundleError):
        strict_tar.build((b"", b"s" * (MAX_SIGNATURE + 1), b""))
    monkeypatch.setattr(strict_tar, "MEMBERS", tuple((name, 500) for name in NAMES))
    with pytest.raises(BundleError) as refused:
        strict_tar.split(WHOLE)
    assert refused.value.code == "E_CONTAINER"
