"""The program version that built the search index: another one rebuilds it."""

from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.execute("CREATE TABLE search_contents (mark TEXT NOT NULL)")
