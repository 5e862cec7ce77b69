"""Women noted where nobody counted the people are unknown; the opening counts the totals again."""

from alembic import op

revision = "0074"
down_revision = "0073"


def upgrade() -> None:
    op.execute(
        "UPDATE meetings SET women = NULL"
        " WHERE women > coalesce(headcount, beneficiaries, pupils, -1)"
    )
    op.execute("DELETE FROM month_totals")
