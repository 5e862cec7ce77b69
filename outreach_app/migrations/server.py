"""The tables of a new store on a server, made from the models at this schema."""

from sqlalchemy import Connection, inspect

from outreach_app.errors import NotAllowed, StoreFailed
from outreach_app.i18n import gettext as _
from outreach_app.models import Base
from outreach_app.store_problems import StoreProblem

_UNFINISHED = b""  # instead of the mark of a key
# One statement per paragraph. First SQLite functions that queries use and PostgreSQL lacks or
# defines differently; then what no model describes. `server_state` has one row: the mark of the
# data key, once the database is finished, the number of commits, and the erasure in progress. Rows
# of the access log can only be added, and redacted to their hash.
SCRIPT = """
CREATE OR REPLACE FUNCTION hex(bytea) RETURNS text LANGUAGE sql IMMUTABLE
AS $$ SELECT upper(encode($1, 'hex')) $$

CREATE OR REPLACE FUNCTION julianday(date) RETURNS bigint LANGUAGE sql IMMUTABLE
AS $$ SELECT $1 - DATE '2000-01-01' $$

CREATE OR REPLACE FUNCTION min(date, date, VARIADIC date[]) RETURNS date LANGUAGE sql IMMUTABLE
AS $$ SELECT least($1, $2, (SELECT min(each) FROM unnest($3) AS each)) $$

CREATE OR REPLACE FUNCTION json_each(text) RETURNS TABLE (value bigint) LANGUAGE sql IMMUTABLE
AS $$ SELECT each::bigint FROM json_array_elements_text($1::json) AS each $$

CREATE TABLE server_state (
  key_mark BYTEA NOT NULL, changes BIGINT NOT NULL, erasure BIGINT NOT NULL
)

CREATE TABLE server_keys (content BYTEA NOT NULL)

CREATE TABLE search_meetings (row BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)

CREATE INDEX search_meetings_words ON search_meetings USING gin (words)

CREATE TABLE search_names (row BIGINT PRIMARY KEY, words TSVECTOR NOT NULL)

CREATE INDEX search_names_words ON search_names USING gin (words)

CREATE TABLE search_documents (
  kind BIGINT NOT NULL, record_id BIGINT NOT NULL, row BIGINT, PRIMARY KEY (kind, record_id)
)

CREATE INDEX search_waiting ON search_documents (kind, record_id) WHERE row IS NULL

CREATE TABLE search_contents (mark TEXT NOT NULL)

CREATE TABLE alembic_version (version_num TEXT PRIMARY KEY)

CREATE OR REPLACE FUNCTION access_rows_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.n = OLD.n AND NEW.at = OLD.at AND NEW.head = OLD.head
    AND NEW.act = 'cut' AND NEW.role = '' AND NEW.account IS NULL AND NEW.verb IS NULL
    AND NEW.record IS NULL AND NEW.count IS NULL
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'rows of the access log stay';
END $$

CREATE TRIGGER access_rows_keep BEFORE UPDATE OR DELETE ON access_rows
FOR EACH ROW EXECUTE FUNCTION access_rows_keep()
"""


def create_tables(connection: Connection, revision: str) -> None:
    """Make every table of an empty database, and record its revision."""
    Base.metadata.create_all(connection)
    for statement in SCRIPT.strip().split("\n\n"):
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision,))
    connection.exec_driver_sql("INSERT INTO server_state VALUES (?, 0, 0)", (_UNFINISHED,))


def clear_unfinished(connection: Connection) -> None:
    """Remove the rest of an interrupted move or creation, which no key opens.

    Raises what `require_free` raises.
    """
    for table in require_free(connection):
        connection.exec_driver_sql(f'DROP TABLE "{table}" CASCADE')


def require_free(connection: Connection) -> list[str]:
    """Return the tables of an interrupted creation, if a register can be created here.

    Raises NotAllowed for a database with other tables, or one that sorts otherwise than a file
    (`server_not_empty`, `server_locale`), and StoreFailed (`server_forbids`).
    """
    _require_order(connection)
    may_create = "SELECT has_schema_privilege(current_schema(), 'CREATE')"
    if not connection.exec_driver_sql(may_create).scalar():
        raise StoreFailed(StoreProblem.FORBIDDEN)
    tables = inspect(connection).get_table_names()
    if not tables:
        return []
    mark = "SELECT key_mark FROM server_state"
    if "server_state" not in tables or connection.exec_driver_sql(mark).scalar() != _UNFINISHED:
        message = _("This database already has tables. Create an empty one for the register.")
        raise NotAllowed(message, code="server_not_empty")
    return tables


def _require_order(connection: Connection) -> None:
    sorts_by = "SELECT datcollate, pg_encoding_to_char(encoding) FROM pg_database"
    row = connection.exec_driver_sql(f"{sorts_by} WHERE datname = current_database()").one()
    if tuple(row) not in (("C", "UTF8"), ("C.UTF-8", "UTF8"), ("POSIX", "UTF8")):
        message = _("The database must be created with LOCALE 'C' and ENCODING 'UTF8'.")
        raise NotAllowed(message, code="server_locale")
