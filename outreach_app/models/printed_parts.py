"""Printed parts: what the next version of a document is compared with."""

from uuid import UUID

from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class PrintedParts(Base):
    """Local, never journaled: the parts of a version of a document, each as a keyed hash.

    `issue` is the uid of the version, `hashes` a JSON object from the name of a part to the hash
    under `key`. All rows go with any words that are erased: a hash can be tried with names.
    """

    __tablename__ = "printed_parts"

    issue: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[bytes]
    hashes: Mapped[bytes]
