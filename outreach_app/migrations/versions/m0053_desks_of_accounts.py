"""Drafts and saved filters by account; opening the store assigns existing ones."""

from alembic import op
from sqlalchemy import Column, LargeBinary, String, text

revision = "0053"
down_revision = "0052"

NOBODY = {"nobody": bytes(16)}


def upgrade() -> None:
    connection = op.get_bind()
    for table in ("drafts", "saved_filters"):
        op.rename_table(table, f"former_{table}")
    # The former tables' primary keys would keep the names of the new ones.
    if connection.dialect.name == "postgresql":
        for table in ("drafts", "saved_filters"):
            op.drop_constraint(f"{table}_pkey", f"former_{table}")
    op.create_table(
        "drafts",
        Column("key", String(60), primary_key=True),
        Column("account", LargeBinary(16), nullable=False),
        Column("content", LargeBinary(), nullable=False),
        Column("saved_at", String(20), nullable=False),
    )
    op.create_table(
        "saved_filters",
        Column("account", LargeBinary(16), primary_key=True),
        Column("list_key", String(40), primary_key=True),
        Column("name", String(60), primary_key=True),
        Column("content", LargeBinary(), nullable=False),
    )
    for table, columns in (
        ("drafts", "key, content, saved_at"),
        ("saved_filters", "list_key, name, content"),
    ):
        into = f"INSERT INTO {table} (account, {columns}) SELECT :nobody, {columns}"
        connection.execute(text(f"{into} FROM former_{table}"), NOBODY)
        op.drop_table(f"former_{table}")
