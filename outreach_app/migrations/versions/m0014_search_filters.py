"""Search indexes whose terms include the filters of lists; everything is indexed again."""

from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.execute("DROP TABLE search_index")
    op.execute(
        "CREATE VIRTUAL TABLE search_meetings USING fts5(words, content='', contentless_delete=1,"
        " detail=none, prefix='2 3', tokenize=\"ascii tokenchars '='\")"
    )
    op.execute(
        "CREATE VIRTUAL TABLE search_names USING fts5(words, names, content='',"
        " contentless_delete=1, detail=full, prefix='2 3 4 5',"
        " tokenize=\"ascii tokenchars '='\")"
    )
    op.execute(
        "CREATE TABLE search_documents (kind INTEGER NOT NULL, record_id INTEGER NOT NULL,"
        " row INTEGER, PRIMARY KEY (kind, record_id)) WITHOUT ROWID"
    )
    op.execute(
        "CREATE INDEX search_waiting ON search_documents (kind, record_id) WHERE row IS NULL"
    )
    for kind, table in enumerate(("meetings", "partners", "people")):
        op.execute(
            "INSERT INTO search_documents (kind, record_id)"  # noqa: S608
            f" SELECT {kind}, id FROM {table} WHERE NOT is_deleted"
        )
