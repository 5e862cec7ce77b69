"""Room for the letters of a station that is renewed again and again."""

from alembic import op
from sqlalchemy import String

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    with op.batch_alter_table("devices") as devices:
        devices.alter_column("letter", type_=String(8), existing_nullable=False)
    with op.batch_alter_table("meetings") as meetings:
        meetings.alter_column("number_station", type_=String(8), existing_nullable=True)
