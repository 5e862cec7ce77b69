"""The store, a file or a server: read() and write(), the only place that commits."""

from outreach_app.database.store import Database, StoreSession, store_in

__all__ = ["Database", "StoreSession", "store_in"]
