"""Golden images of screens: kept small, compared with a tolerance."""

from pathlib import Path

from PIL import Image, ImageChops
from PySide6.QtGui import QImage

FOLDER = Path(__file__).parent / "pictures"
# A palette keeps text legible and halves the file.
_COLOURS = 256
_MAX_DIFFERENCE = 40  # of a channel's 255: the palette itself uses up to half of it
# A tile holds about a word: a change there is found, whatever the size of the screen. The
# palette alone changes up to a fourteenth of one, if a colour is rare.
_TILE = (32, 32)
_MAX_OF_A_TILE = 0.09


def take(seen: QImage) -> Image.Image:
    """Return a screenshot as an image to compare."""
    image = seen.convertToFormat(QImage.Format.Format_RGBA8888)
    size = image.width(), image.height()
    bits = bytes(image.constBits())
    return Image.frombuffer("RGBA", size, bits, "raw", "RGBA", image.bytesPerLine(), 1).convert(
        "RGB"
    )


def keep(picture: Image.Image, file: Path) -> None:
    """Save the image as the golden one."""
    file.parent.mkdir(exist_ok=True)
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


def compare(picture: Image.Image, file: Path, folder: Path) -> str:
    """Return the problem, leaving both images and their difference in the folder; "" for none."""
    if not file.exists():
        return f"there is no picture {file.name} yet"
    with Image.open(file) as kept_file:
        kept = kept_file.convert("RGB")
    if kept.size != picture.size:
        picture.save(folder / "now.png")
        return f"{file.name} is {kept.size}, now it is {picture.size}: {folder}"
    marked = _marked(kept, picture)
    share = _share_of_a_tile(marked)
    if share <= _MAX_OF_A_TILE:
        return ""
    for name, image in (("kept", kept), ("now", picture), ("difference", marked)):
        image.save(folder / f"{name}.png")
    return (
        f"{file.name} is not as it was ({share:.0%} of a tile): see {folder}. If it is as it should"
        " be, keep it: OUTREACH_ACCEPT_PICTURES=1"
    )


def share_of_difference(first: Image.Image, second: Image.Image) -> float:
    """Return the share of visibly different pixels of two images of the same size."""
    marked = _marked(first, second)
    return marked.histogram()[255] / (marked.width * marked.height)


def _marked(first: Image.Image, second: Image.Image) -> Image.Image:
    """Return an image that is white at visible differences."""
    red, green, blue = ImageChops.difference(first, second).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if level > _MAX_DIFFERENCE else 0 for level in range(256)])


def _share_of_a_tile(marked: Image.Image) -> float:
    """Return the share of visible differences in the worst tile."""
    levels = marked.reduce(_TILE).histogram()
    return max(level for level, count in enumerate(levels) if count) / 255
