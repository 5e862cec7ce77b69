"""The store, a file or a server: read() and write(), the only place that commits."""

from outreach_app.database.session_values import SessionValue
from outreach_app.database.store import Database, SessionState, StoreSession, state_of, store_in

__all__ = ["Database", "SessionState", "SessionValue", "StoreSession", "state_of", "store_in"]
