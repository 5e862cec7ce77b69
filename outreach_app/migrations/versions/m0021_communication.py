"""Publications, rumours, and the findings of their verification."""

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
    Time,
)

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    _create_publications()
    _create_rumours()
    _create_findings()
    with op.batch_alter_table("points") as points:
        target = ForeignKey("rumours.id", name="fk_points_rumour")
        points.add_column(Column("rumour_id", Integer, target))
        points.create_index("ix_points_rumour_id", ["rumour_id"])
    _index_names_anew()


def _create_publications() -> None:
    op.create_table(
        "publications",
        *_record(),
        Column("reference", String()),
        Column("kind", String(20), nullable=False),
        Column("published_on", Date(), nullable=False),
        Column("published_at", Time()),
        Column("since_on", Date()),
        Column("title_ar", String()),
        Column("title_fr", String()),
        Column("text_ar", Text()),
        Column("text_fr", Text()),
        Column("topic", String(20)),
        Column("channels", String(), nullable=False),
        Column("address", String()),
        Column("issuer", String()),
        Column("count", Integer(), nullable=False),
        Column("sensitive_reason", String()),
    )
    op.create_index("ix_publications_office_id", "publications", ["office_id"])
    op.create_index("ix_publications_reference", "publications", ["reference"])
    op.create_index("ix_publications_published_on", "publications", ["published_on", "id"])
    op.create_index("ix_publications_kind", "publications", ["kind", "published_on"])


def _create_rumours() -> None:
    op.create_table(
        "rumours",
        *_record(),
        Column("number_year", Integer()),
        Column("number_sequence", Integer()),
        Column("number_station", String(8)),
        Column("text", Text(), nullable=False),
        Column("language", String(2), nullable=False),
        Column("translation", Text()),
        Column("form", String(20), nullable=False),
        Column("topic", String(20), nullable=False),
        Column("heard_on", Date(), nullable=False),
        Column("heard_at", Time()),
        Column("channel", String(20)),
        Column("reach", String(20)),
        Column("is_urgent", Boolean(), nullable=False),
        Column("page_network", String(20)),
        Column("page_name", String()),
        Column("page_address", String()),
        Column("back_on", Date()),
        Column("back_channel", String(20)),
        Column("back_to", String()),
        Column("closed_on", Date()),
        Column("closed_reason", String()),
        Column("sensitive_reason", String()),
    )
    op.create_index("ix_rumours_heard_on", "rumours", ["heard_on", "id"])
    op.create_index("ix_rumours_office_id", "rumours", ["office_id"])


def _create_findings() -> None:
    op.create_table(
        "findings",
        *_record(),
        Column("rumour_id", Integer(), ForeignKey("rumours.id"), nullable=False),
        Column("cluster", String(36)),
        Column("result", String(20)),
        Column("found_on", Date()),
        Column("found_at", Time()),
        Column("source", String(20)),
        Column("text", Text()),
        Column("language", String(2)),
        Column("translation", Text()),
        Column("publication_id", Integer(), ForeignKey("publications.id")),
    )
    for column in ("office_id", "rumour_id", "cluster", "publication_id"):
        op.create_index(f"ix_findings_{column}", "findings", [column])


def _record() -> tuple[Column[object], ...]:
    """Return the columns of every record of an office."""
    return (
        Column("id", Integer(), primary_key=True),
        Column("uid", LargeBinary(16), nullable=False, unique=True),
        Column("version", String(60), nullable=False),
        Column("is_deleted", Boolean(), nullable=False),
        Column("office_id", Integer(), ForeignKey("offices.id"), nullable=False),
    )


def _index_names_anew() -> None:
    """Rebuild the index of names for two more kinds: its row ids contain the kind of a record."""
    op.execute("DROP TABLE search_names")
    op.execute(
        "CREATE VIRTUAL TABLE search_names USING fts5(words, names, content='',"
        " contentless_delete=1, detail=full, prefix='2 3 4 5',"
        " tokenize=\"ascii tokenchars '='\")"
    )
    op.execute("UPDATE search_documents SET row = NULL WHERE kind != 0")
