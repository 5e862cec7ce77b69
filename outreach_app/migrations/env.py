"""The script that Alembic runs; the connection comes from `migrations.run`."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=False)
context.run_migrations()
