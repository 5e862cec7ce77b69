"""Files of other programs end in their content or in a message, however damaged."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from outreach_app.child_limits import MAX_MEMORY
from outreach_app.errors import UnreadableFile
from outreach_app.i18n import Language, ScreenLanguage, use
from outreach_app.transfer import foreign_files
from outreach_app.transfer.foreign_files import (
    CHILD,
    read_csv,
    read_emblem,
    read_vcards,
    read_workbook,
)
from tests import makers
from tests.core.transfer import card_samples
from tests.core.transfer.hostile_files import HOSTILE, workbook

READERS: dict[str, Callable[[Path], object]] = {
    ".csv": read_csv, ".vcf": read_vcards, ".xlsx": read_workbook, ".png": read_emblem,
}  # fmt: skip
# One for each way of stopping: by a limit, by CPU time, by memory.
USUAL = (
    "commas.csv", "wide_headings.csv", "beginnings.vcf", "folded_name.vcf", "strings.xlsx",
    "last_column.xlsx", "unpacked.xlsx", "laughs.xlsx", "pixels.png", "more_pixels.png",
)  # fmt: skip
SOUND = {
    ".csv": b"name,phone\nAssociation,0612345678\n",
    ".vcf": card_samples.IPHONE,
    ".xlsx": workbook(b'<row><c t="str"><v>name</v></c></row><row><c><v>1</v></c></row>'),
    ".png": makers.emblem_image(),
}


def answer(folder: Path, name: str, content: bytes) -> str:
    """Return the result of a file: "read", or the code of its refusal; fail on anything else."""
    path = folder / name
    path.write_bytes(content)
    try:
        READERS[path.suffix](path)
    except UnreadableFile as refused:
        return refused.code
    return "read"


def memory_of_child() -> int:
    """Return the peak memory of the child in bytes; None if it was killed."""
    assert CHILD._running is not None
    status = Path(f"/proc/{CHILD._running._process.pid}/status")
    words = status.read_text(encoding="ascii").split() if status.exists() else []
    return int(words[words.index("VmHWM:") + 1]) << 10 if "VmHWM:" in words else 0


def require_answered(folder: Path, name: str) -> None:
    assert answer(folder, name, HOSTILE[name]()) in {
        "read", "too_costly", "too_large", "unreadable_file"
    }  # fmt: skip
    if sys.platform == "linux":
        assert memory_of_child() <= MAX_MEMORY
    suffix = Path(name).suffix
    assert answer(folder, f"sound{suffix}", SOUND[suffix]) == "read"


@pytest.mark.parametrize("name", USUAL)
def test_a_hostile_file_is_answered_and_the_next_is_read(tmp_path: Path, name: str) -> None:
    require_answered(tmp_path, name)


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
def test_every_hostile_file_is_answered_and_the_next_is_read(tmp_path: Path, name: str) -> None:
    require_answered(tmp_path, name)


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Flip, cut, repeat or put in bytes."""
    data = bytearray(content)
    for _time in range(chance.randint(1, 6)):
        place = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data[place : place + 1] = chance.randbytes(1)
            case 1:
                del data[place : place + chance.randrange(40)]
            case 2:
                data[place:place] = data[place : place + 200] * chance.randrange(300)
            case _:
                data[place:place] = chance.randbytes(chance.randrange(20))
    return bytes(data)


def endings(folder: Path, count: int, seed: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311  repeatable
        suffix = chance.choice(sorted(SOUND))
        found[answer(folder, f"sent{suffix}", damaged(SOUND[suffix], chance))] += 1
    return found


def test_seventy_damaged_files(tmp_path: Path) -> None:
    assert endings(tmp_path, 72, 1).keys() >= {"read", "unreadable_file"}


@pytest.mark.long
def test_twelve_hundred_damaged_files(tmp_path: Path) -> None:
    assert endings(tmp_path, 1_200, 2).keys() >= {"read", "unreadable_file"}


def test_a_refusal_is_in_the_readers_language(tmp_path: Path) -> None:
    file = tmp_path / "sent.xlsx"
    file.write_bytes(b"no workbook")
    messages = []
    for language in (Language.FRENCH, Language.ARABIC):
        use(language)
        with pytest.raises(UnreadableFile) as refused:
            read_workbook(file)
        messages.append(refused.value.message)
    assert "classeur" in messages[0]
    assert "sent.xlsx" in messages[1] != messages[0]


def test_what_takes_too_long_is_refused_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign_files, "MAX_SECONDS", 0.0)
    assert answer(tmp_path, "sent.csv", SOUND[".csv"]) == "too_costly"


def test_an_emblem_is_read_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "emblem.jpg"
    file.write_bytes(makers.emblem_image(kind="JPEG"))
    assert read_emblem(file).startswith(b"\x89PNG")


def test_an_image_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for file in (tmp_path / "missing.png", tmp_path):
        with pytest.raises(UnreadableFile):
            read_emblem(file)


def test_a_heavy_image_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "film.png"
    with file.open("wb") as written:
        written.truncate(200_000_000_000)  # it has no such bytes on the disk
    with pytest.raises(UnreadableFile):
        read_emblem(file)


def test_a_refusal_of_the_child_is_in_the_language_of_the_screen(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"no workbook")
    said = set()
    for language in ScreenLanguage:
        use(language)
        with pytest.raises(UnreadableFile) as refused:
            read_workbook(path)
        said.add(refused.value.message)
    assert len(said) == len(ScreenLanguage)
