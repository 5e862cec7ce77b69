"""Use cases of the emblem: read the file a person chose, keep it, remove it."""

from pathlib import Path

from sqlalchemy.orm import Session

from outreach_app.foreign import read_regular
from outreach_app.models import Emblem
from outreach_app.rules.emblems import MOST_BYTES, prepare_emblem

_ONLY = 1


def read_emblem(file: Path) -> bytes:
    """Read an image, ready to be kept. Raises UnreadableFile."""
    return prepare_emblem(read_regular(file, MOST_BYTES))


def set_emblem(session: Session, emblem: bytes | None) -> None:
    """Keep an image that `read_emblem` gave in place of the one before; None keeps none."""
    if emblem is not None:
        session.merge(Emblem(id=_ONLY, content=emblem))
    elif (kept := session.get(Emblem, _ONLY)) is not None:
        session.delete(kept)
