"""An emblem is read from common formats, and only its pixels are kept."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from outreach_app.errors import UnreadableFile
from outreach_app.rules.emblems import prepare_emblem
from tests import makers

TEAL = (15, 76, 82)
_ORIENTATION, _MAKER, _TURNED = 0x0112, 0x010F, 6


def prepared(content: bytes) -> Image.Image:
    return Image.open(BytesIO(prepare_emblem(content)))


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_any_png_or_jpeg_becomes_a_plain_png(kind: str, mode: str) -> None:
    image = prepared(makers.emblem_image(kind=kind, mode=mode))
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (267, 320))


def test_a_print_shops_jpeg_keeps_its_colour() -> None:
    image = prepared(makers.emblem_image(kind="JPEG", mode="CMYK"))
    assert image.getpixel((10, 10)) == pytest.approx(TEAL, abs=3)


def test_what_is_transparent_is_white() -> None:
    file = BytesIO()
    Image.new("RGBA", (200, 200), (0, 0, 0, 0)).save(file, "PNG")
    assert prepared(file.getvalue()).getpixel((10, 10)) == (255, 255, 255)


def test_nothing_else_of_the_file_stays() -> None:
    exif = Image.Exif()
    exif[_MAKER], exif[_ORIENTATION] = "Camera of a person", _TURNED
    notes = PngInfo()
    notes.add_text("Author", "A person")
    for content in (
        makers.emblem_image((400, 200), kind="JPEG", exif=exif),
        makers.emblem_image((200, 400), pnginfo=notes, dpi=(72, 72)),
    ):
        image = prepared(content)
        assert image.info == {}
        assert b"person" not in prepare_emblem(content)
        assert image.size == (160, 320)  # a rotated photo is upright


def claiming(width: int, height: int) -> bytes:
    """Return a small file that claims to have many pixels."""
    file = bytearray(makers.emblem_image())
    file[16:24] = struct.pack(">II", width, height)
    file[29:33] = struct.pack(">I", zlib.crc32(file[12:29]))
    return bytes(file)


def test_a_small_one_is_not_blown_up() -> None:
    assert prepared(makers.emblem_image((120, 100))).size == (120, 100)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "PNG"),
        (b"%PDF-1.7", "PNG"),
        (makers.emblem_image()[:200], "PNG"),
        (makers.emblem_image(kind="JPEG")[:400], "PNG"),
        (makers.emblem_image(kind="GIF"), "PNG"),
        (makers.emblem_image((99, 400)), "100"),
        (claiming(40_001, 1_000), "بكسلات"),
        (claiming(20_000, 20_000), "بكسلات"),
    ],
)
def test_what_is_no_emblem_is_refused_in_words(content: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        prepare_emblem(content)
    assert words in refused.value.message
