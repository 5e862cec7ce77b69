"""Search for meetings by number, and by the sound of places and subjects."""

from alembic import op

revision = "0026"
down_revision = "0025"

_MEETINGS, _PARTNERS = 0, 1  # kinds of documents


def upgrade() -> None:
    op.create_index(
        "ix_meetings_number", "meetings", ["number_sequence", "number_year"], unique=False
    )
    op.execute(
        "DELETE FROM search_meetings WHERE rowid IN"  # noqa: S608
        f" (SELECT row FROM search_documents WHERE kind = {_MEETINGS})"
    )
    op.execute(
        "DELETE FROM search_names WHERE rowid IN"  # noqa: S608
        f" (SELECT row FROM search_documents WHERE kind = {_PARTNERS})"
    )
    op.execute(f"UPDATE search_documents SET row = NULL WHERE kind IN ({_MEETINGS}, {_PARTNERS})")  # noqa: S608
