"""The publication that a remark is about."""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer

revision = "0036"
down_revision = "0035"


def upgrade() -> None:
    with op.batch_alter_table("points") as points:
        target = ForeignKey("publications.id", name="fk_points_publication")
        points.add_column(Column("publication_id", Integer, target))
        points.create_index("ix_points_publication_id", ["publication_id"])
