"""Exchange: stations, bundles, acknowledgements; headquarters' replies and catalogue."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Text,
    false,
)

revision = "0004"
down_revision = "0003"

_UID = LargeBinary(16)


def upgrade() -> None:
    with op.batch_alter_table("offices") as offices:
        offices.add_column(Column("is_sample", Boolean(), nullable=False, server_default=false()))
    with op.batch_alter_table("offices") as offices:
        offices.alter_column("is_sample", server_default=None)
    _stations()
    _bundles()
    _holdings()
    _headquarters_records()


def _owned_record() -> tuple[Column[int], Column[bytes], Column[str], Column[bool], Column[int]]:
    return (
        Column("id", Integer(), primary_key=True),
        Column("uid", _UID, nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
    )


def _stations() -> None:
    op.create_table(
        "stations",
        Column("device", _UID, primary_key=True),
        Column("office", _UID, nullable=False),
        Column("role", String(20), nullable=False),
        Column("name_ar", String(), nullable=False),
        Column("name_fr", String(), nullable=False),
        Column("city_ar", String(), nullable=False),
        Column("city_fr", String(), nullable=False),
        Column("number", String()),
        Column("key_id", LargeBinary(8), nullable=False, unique=True),
        Column("signing_key", LargeBinary(32), nullable=False),
        Column("recipient", String(100), nullable=False),
        Column("recovery_recipient", String(100)),
        Column("status", String(10), nullable=False),
        Column("revoked_from", Integer()),
        Column("enrolled_at", String(20), nullable=False),
    )
    op.create_index("ix_stations_office", "stations", ["office"])
    op.create_table(
        "station_secrets",
        Column("device", _UID, ForeignKey("stations.device"), primary_key=True),
        Column("signing_seed", LargeBinary(32), nullable=False),
        Column("identity", String(100), nullable=False),
    )


def _bundles() -> None:
    op.create_table(
        "bundles",
        Column("id", Integer(), primary_key=True),
        Column("uid", _UID),
        Column("direction", String(3), nullable=False),
        Column("partner", String(20)),
        Column("device", _UID),
        Column("first", Integer()),
        Column("last", Integer()),
        Column("count", Integer(), nullable=False),
        Column("new", Integer(), nullable=False),
        Column("file_name", String(), nullable=False),
        Column("created_at", String(20)),
        Column("moved_at", String(20), nullable=False),
        Column("status", String(12), nullable=False),
        Column("code", String(30)),
        Column("has_names", Boolean(), nullable=False),
    )
    op.create_index("ix_bundles_uid", "bundles", ["uid"])
    op.create_index("ix_bundles_device", "bundles", ["device"])


def _holdings() -> None:
    op.create_table(
        "acknowledgements",
        Column("holder", _UID, ForeignKey("stations.device"), primary_key=True),
        Column("device", _UID, primary_key=True),
        Column("upto", Integer(), nullable=False),
        Column("head", LargeBinary(32), nullable=False),
        Column("said_at", String(20), nullable=False),
    )
    op.create_table(
        "seams",
        Column("device", _UID, primary_key=True),
        Column("seq", Integer(), primary_key=True),
        Column("head", LargeBinary(32), nullable=False),
    )
    op.create_table(
        "waiting_records",
        Column("record", _UID, primary_key=True),
        Column("entity", String(20), nullable=False),
        Column("parent", _UID),
    )
    op.create_index("ix_waiting_records_parent", "waiting_records", ["parent"])
    op.create_table(
        "conflicts",
        Column("id", Integer(), primary_key=True),
        Column("record", _UID, nullable=False),
        Column("entity", String(20), nullable=False),
        Column("version", String(60), nullable=False),
        Column("found_at", String(20), nullable=False),
        Column("reviewed_at", String(20)),
    )
    op.create_index("ix_conflicts_record", "conflicts", ["record"])


def _headquarters_records() -> None:
    op.create_table(
        "replies",
        *_owned_record(),
        Column("point_id", Integer(), ForeignKey("points.id"), nullable=False),
        Column("text", Text(), nullable=False),
        Column("language", String(2), nullable=False),
        Column("translation", Text()),
        Column("replied_on", Date(), nullable=False),
    )
    op.create_index("ix_replies_office_id", "replies", ["office_id"])
    op.create_index("ix_replies_point_id", "replies", ["point_id"])
    op.create_table(
        "catalogue_entries",
        *_owned_record(),
        Column("code", String(20), nullable=False),
        Column("ar", String(), nullable=False),
        Column("fr", String(), nullable=False),
    )
    op.create_index("ix_catalogue_entries_code", "catalogue_entries", ["code"])
    op.create_index("ix_catalogue_entries_office_id", "catalogue_entries", ["office_id"])
