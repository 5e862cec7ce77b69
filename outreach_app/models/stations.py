"""Stations: those whose bundles this store accepts, and the secrets of its own."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from outreach_app.models.base import Base


class Station(Base):
    """Local, never journaled: one installation of an office, as its card presents it.

    - `key_id` and `signing_key` are minisign's and Ed25519's, `recipient` is age's. Headquarters'
      card also has the recipient of its offline recovery key, and can announce its next recipient.
    - `vouched_by` is the device whose key vouched for one that came without a card; `has_card` if a
      person has enrolled it by its card since, or if it is an own one. From `revoked_from` on,
      events of a revoked station await a person.
    - `certificates` are JSON: for own stations those on their cards, signed by former devices'
      keys; for others those of the card by keys accepted here, or the one that vouched for it.
    """

    __tablename__ = "stations"

    device: Mapped[UUID] = mapped_column(primary_key=True)
    office: Mapped[UUID] = mapped_column(index=True)
    role: Mapped[str] = mapped_column(String(20))
    name_ar: Mapped[str]
    name_fr: Mapped[str]
    city_ar: Mapped[str]
    city_fr: Mapped[str]
    number: Mapped[str | None]
    key_id: Mapped[bytes] = mapped_column(LargeBinary(8), unique=True)
    signing_key: Mapped[bytes] = mapped_column(LargeBinary(32))
    recipient: Mapped[str] = mapped_column(String(100))
    recovery_recipient: Mapped[str | None] = mapped_column(String(100))
    next_recipient: Mapped[str | None] = mapped_column(String(100))
    vouched_by: Mapped[UUID | None]
    has_card: Mapped[bool] = mapped_column(default=True)
    certificates: Mapped[bytes | None] = mapped_column(LargeBinary)
    status: Mapped[str] = mapped_column(String(10))
    revoked_from: Mapped[int | None]
    enrolled_at: Mapped[datetime]


class StationSecret(Base):
    """Local, never journaled: the private keys of a present or former station of this store."""

    __tablename__ = "station_secrets"

    device: Mapped[UUID] = mapped_column(ForeignKey("stations.device"), primary_key=True)
    signing_seed: Mapped[bytes] = mapped_column(LargeBinary(32))
    identity: Mapped[str] = mapped_column(String(100))
