"""Requirements of an emblem's image, and its preparation for print."""

import warnings
from io import BytesIO

from PIL import Image, ImageOps

from outreach_app.errors import UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

FORMATS = ("PNG", "JPEG")
MIN_SIDE = 100
_MAX_PIXELS = 25_000_000
# The space in the letterhead, 30 × 18 mm, at 450 dpi.
_SLOT = (534, 320)
_WHITE = (255, 255, 255)


def prepare_emblem(content: bytes) -> bytes:
    """Convert an image to a PNG of the emblem's size: upright, on white, without other metadata.

    Raises UnreadableFile if it is no PNG or JPEG, or is too large or too small.
    """
    try:
        with warnings.catch_warnings():
            # The size is checked before a pixel is decoded; the file's other content is dropped.
            warnings.simplefilter("ignore")
            return _prepared(content)
    except Image.DecompressionBombError as error:
        raise UnreadableFile(_too_many_pixels()) from error
    # Pillow raises these for files that are cut short or altered at random.
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        message = _("The image cannot be read. Choose a PNG or JPEG file that opens in a viewer.")
        raise UnreadableFile(message) from error


def _prepared(content: bytes) -> bytes:
    image = Image.open(BytesIO(content), formats=FORMATS)
    _require_sides(image)
    # Shrink first: rotating a large image would take its memory twice.
    image.thumbnail((max(_SLOT), max(_SLOT)), Image.Resampling.LANCZOS)
    upright = ImageOps.exif_transpose(image)
    upright.thumbnail(_SLOT, Image.Resampling.LANCZOS)
    return _on_white(upright)


def _require_sides(image: Image.Image) -> None:
    if image.width * image.height > _MAX_PIXELS:
        raise UnreadableFile(_too_many_pixels())
    if min(image.size) < MIN_SIDE:
        message = _("The image is too small to print well. Both sides need at least {side} pixels.")
        raise UnreadableFile(message.format(side=isolate(str(MIN_SIDE))))


def _too_many_pixels() -> str:
    return _("The image has too many pixels. Reduce it in an image editor, then choose it again.")


def _on_white(image: Image.Image) -> bytes:
    """Return the pixels alone in RGB, on white where they were transparent."""
    opaque = Image.new("RGB", image.size, _WHITE)
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        opaque.paste(layer, mask=layer.getchannel("A"))
    else:
        opaque.paste(image.convert("RGB"))
    file = BytesIO()
    opaque.save(file, "PNG", optimize=True)
    return file.getvalue()
