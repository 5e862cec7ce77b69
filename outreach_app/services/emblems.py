"""Use cases of the emblem: read the file a person chose, keep it, remove it."""

from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app.errors import UnreadableFile, reason_words
from outreach_app.i18n import gettext as _
from outreach_app.models import Emblem
from outreach_app.rules.emblems import prepare_emblem, require_size

_ONLY = 1


def read_emblem(file: Path) -> bytes:
    """Read an image, ready to be kept. Raises UnreadableFile."""
    try:
        require_size(file.stat().st_size)
        content = file.read_bytes()
    except OSError as error:
        message = _("The file cannot be read: {reason}. Choose another one.")
        raise UnreadableFile(message.format(reason=reason_words(error))) from error
    return prepare_emblem(content)


def set_emblem(session: Session, emblem: bytes | None) -> None:
    """Keep an image that `read_emblem` gave in place of the one before; None keeps none."""
    if emblem is not None:
        session.merge(Emblem(id=_ONLY, content=emblem))
    elif (kept := session.get(Emblem, _ONLY)) is not None:
        session.delete(kept)
