"""Who raised a point, who owes a commitment, and the days of later follow-up."""

from alembic import op
from sqlalchemy import Column, Date, ForeignKey, Integer, String

revision = "0015"
down_revision = "0014"


def upgrade() -> None:
    with op.batch_alter_table("points") as points:
        points.add_column(_partner("raised_by_id", "fk_points_raised_by"))
        points.add_column(Column("reacted_on", Date))
        points.create_index("ix_points_raised_by_id", ["raised_by_id"])
    with op.batch_alter_table("commitments") as commitments:
        commitments.add_column(_partner("partner_id", "fk_commitments_partner"))
        commitments.add_column(Column("authority", String(20)))
        commitments.add_column(Column("made_on", Date))
        commitments.add_column(Column("status_on", Date))
        commitments.create_index("ix_commitments_partner_id", ["partner_id"])
    op.add_column("referrals", Column("made_on", Date))


def _partner(name: str, constraint: str) -> Column[int]:
    return Column(name, Integer, ForeignKey("partners.id", name=constraint))
