"""The journal, devices, imports, offices, partners and people."""

from alembic import op
from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, LargeBinary, String, Text

revision = "0001"
down_revision = None


def upgrade() -> None:
    _devices()
    _events()
    _import_batches()
    _offices()
    _imported_records()
    _partners()
    _people()
    _identities()


def _record() -> tuple[Column[int], Column[bytes], Column[str], Column[bool]]:
    return (
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
    )


def _owned_record() -> tuple[Column[int], Column[bytes], Column[str], Column[bool], Column[int]]:
    office = Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False)
    return (*_record(), office)


def _devices() -> None:
    op.create_table(
        "devices",
        Column("uid", LargeBinary(16), primary_key=True),
        Column("letter", String(2), nullable=False),
        Column("is_current", Boolean(), nullable=False),
        Column("since", String(20), nullable=False),
        Column("upto", Integer(), nullable=False),
        Column("head", LargeBinary(32), nullable=False),
        Column("highest_t", Integer(), nullable=False),
    )


def _events() -> None:
    op.create_table(
        "events",
        Column("device", LargeBinary(16), primary_key=True),
        Column("seq", Integer(), primary_key=True),
        Column("t", Integer(), nullable=False),
        Column("entity", String(20), nullable=False),
        Column("record", LargeBinary(16), nullable=False),
        Column("operation", String(5), nullable=False),
        Column("line", LargeBinary()),
        Column("line_hash", LargeBinary(32), nullable=False),
        Column("head", LargeBinary(32), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_events_record", "events", ["record"])


def _import_batches() -> None:
    op.create_table(
        "import_batches",
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("file_name", String(), nullable=False),
        Column("imported_at", String(20), nullable=False),
        Column("reverted_at", String(20)),
    )


def _offices() -> None:
    op.create_table(
        "offices",
        *_record(),
        Column("role", String(20), nullable=False),
        Column("number", String()),
        Column("name_ar", String(), nullable=False),
        Column("name_fr", String(), nullable=False),
        Column("city_ar", String(), nullable=False),
        Column("city_fr", String(), nullable=False),
        Column("chief_title_ar", String(), nullable=False),
        Column("chief_title_fr", String(), nullable=False),
        Column("letterhead_ar", Text(), nullable=False),
        Column("letterhead_fr", Text(), nullable=False),
        Column("recipient_ar", String()),
        Column("recipient_fr", String()),
    )


def _imported_records() -> None:
    op.create_table(
        "imported_records",
        Column("id", Integer(), primary_key=True),
        Column("batch_id", Integer(), ForeignKey("import_batches.id"), nullable=False),
        Column("entity", String(20), nullable=False),
        Column("record", LargeBinary(16), nullable=False),
        Column("version_before", String(60)),
        Column("version_after", String(60), nullable=False),
    )
    op.create_index("ix_imported_records_batch_id", "imported_records", ["batch_id"])


def _partners() -> None:
    op.create_table(
        "partners",
        *_owned_record(),
        Column("name_ar", String()),
        Column("name_fr", String()),
        Column("category", String(20), nullable=False),
        Column("type", String(20)),
        Column("place", String()),
        Column("phone", String(20)),
        Column("email", String()),
        Column("note", Text()),
        Column("receipt_number", String()),
        Column("receipt_on", Date()),
        Column("is_receipt_final", Boolean()),
        Column("is_active", Boolean(), nullable=False),
    )
    op.create_index("ix_partners_office_id", "partners", ["office_id"])


def _people() -> None:
    op.create_table(
        "people",
        *_owned_record(),
        Column("partner_id", Integer(), ForeignKey("partners.id"), nullable=False),
        Column("capacity_ar", String()),
        Column("capacity_fr", String()),
        Column("language", String(2)),
        Column("mandate_from", Date()),
        Column("mandate_until", Date()),
        Column("informed_on", Date()),
        Column("informed_how", String()),
        Column("inform_by", Date()),
        Column("is_active", Boolean(), nullable=False),
    )
    op.create_index("ix_people_office_id", "people", ["office_id"])
    op.create_index("ix_people_partner_id", "people", ["partner_id"])


def _identities() -> None:
    op.create_table(
        "identities",
        *_owned_record(),
        Column("person_id", Integer(), ForeignKey("people.id")),
        Column("partner_id", Integer(), ForeignKey("partners.id")),
        Column("name_ar", String()),
        Column("name_fr", String()),
        Column("phone", String(20)),
        Column("email", String()),
    )
    op.create_index("ix_identities_office_id", "identities", ["office_id"])
    op.create_index("ix_identities_partner_id", "identities", ["partner_id"])
    op.create_index("ix_identities_person_id", "identities", ["person_id"])
