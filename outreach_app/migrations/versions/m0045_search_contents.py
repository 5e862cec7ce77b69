"""By which program the search index was made: one that another made is made anew."""

from alembic import op

revision = "0045"
down_revision = "0044"


def upgrade() -> None:
    op.execute("CREATE TABLE search_contents (mark TEXT NOT NULL)")
