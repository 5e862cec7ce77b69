"""Use cases of the emblem: keep it, remove it."""

from sqlalchemy.orm import Session

from outreach_app.models import Emblem
from outreach_app.rights import Right, use_case

_ONLY = 1


@use_case(Right.OFFICE)
def set_emblem(session: Session, emblem: bytes | None) -> None:
    """Keep an image instead of the former one; None removes it.

    The image is one that `transfer.foreign_files.read_emblem` returned.
    """
    if emblem is not None:
        session.merge(Emblem(id=_ONLY, content=emblem))
    elif (kept := session.get(Emblem, _ONLY)) is not None:
        session.delete(kept)
