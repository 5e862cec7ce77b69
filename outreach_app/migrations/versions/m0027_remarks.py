"""Remarks: points received outside meetings, and their follow-up."""

from alembic import op
from sqlalchemy import Column, Date, Integer, String, Time, text

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    with op.batch_alter_table("points") as points:
        points.alter_column("meeting_id", existing_type=Integer(), nullable=True)
        points.add_column(Column("received_on", Date()))
        points.add_column(Column("received_at", Time()))
        points.add_column(Column("received_through", String(20)))
        points.add_column(Column("number_year", Integer()))
        points.add_column(Column("number_sequence", Integer()))
        points.add_column(Column("number_station", String(8)))
        points.add_column(Column("sensitive_reason", String()))
    op.create_index(
        "ix_points_received_on",
        "points",
        ["received_on", "id"],
        sqlite_where=text("received_on IS NOT NULL"),
    )
    for table in ("commitments", "referrals"):
        with op.batch_alter_table(table) as records:
            records.alter_column("meeting_id", existing_type=Integer(), nullable=True)
    _index_names_anew()


def _index_names_anew() -> None:
    """Rebuild the index of names for one more kind: its row ids contain the kind of a record."""
    op.execute("DROP TABLE search_names")
    op.execute(
        "CREATE VIRTUAL TABLE search_names USING fts5(words, names, content='',"
        " contentless_delete=1, detail=full, prefix='2 3 4 5',"
        " tokenize=\"ascii tokenchars '='\")"
    )
    op.execute("UPDATE search_documents SET row = NULL WHERE kind != 0")
