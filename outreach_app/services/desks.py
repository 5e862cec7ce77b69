"""Desks: drafts and filters of accounts that no longer exist pass to another account."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from outreach_app.models import SavedDraft, SavedFilter


def clear_desks(session: Session, accounts: Collection[UUID], heir: UUID) -> None:
    """Move the drafts and filters of all other accounts to the heir, and keep the heir's own.

    A filter is dropped if the heir has one of the same name.
    """
    left = SavedDraft.account.not_in(accounts)
    for draft in session.scalars(select(SavedDraft).where(left)):
        draft.account = heir
    for saved in session.scalars(select(SavedFilter).where(SavedFilter.account.not_in(accounts))):
        session.delete(saved)
        if session.get(SavedFilter, (heir, saved.list_key, saved.name)) is None:
            session.add(
                SavedFilter(
                    account=heir, list_key=saved.list_key, name=saved.name, content=saved.content
                )
            )
