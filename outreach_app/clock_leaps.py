"""A clock that leapt: asked about before a store does anything by its date.

What a store knows of time stands in its access log, whose every opening is a row. A computer whose
battery is empty, or somebody who sets its clock, is far from that.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from outreach_app import clock, vault
from outreach_app.access_log import Act, note
from outreach_app.actors import Role, role_words
from outreach_app.database import Database
from outreach_app.errors import Locked
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import AccessRow, Account
from outreach_app.rights import HOLDERS, Right, may

CLOCK_LEAP = "clock_leap"
# A name lies in the trash for a month: an unasked leap takes half of it at most.
_FORWARDS = timedelta(days=15)
_BACKWARDS = timedelta(days=1)
# Names are put away and erased by the date: who may do that may say that it is right.
CONFIRMS = Right.RIGHTS_ANSWER


@dataclass(frozen=True, slots=True)
class _Known:
    """The last moments of which a store knows: of any row, and of an opening by who may confirm."""

    last: datetime
    confirmed: datetime
    may_confirm: bool


def require_likely(database: Database, opened: vault.Opened, *, is_confirmed: bool) -> int | None:
    """Raise Locked (`clock_leap`) where the clock is far ahead of what the store knows.

    Who may confirm the date has not opened it for long, or nobody has. Return how many days it
    leapt where that is confirmed, to be noted; else None. Nothing is written here.
    """
    with database.read() as session:
        known = _known(session, opened)
    if known is None:
        return None
    since = min(known.last, known.confirmed) if known.may_confirm else known.last
    leapt = clock.now() - since
    if leapt <= _FORWARDS:
        return None
    if not (is_confirmed and known.may_confirm):
        raise _leap(since, may_confirm=known.may_confirm)
    return leapt.days


def note_confirmed(database: Database, days: int) -> None:
    """Note that somebody said that the date is right, and how far the clock went."""
    with database.write() as session:
        note(session, Act.CLOCK, verb="confirm_date", count=days)


def backwards_notice(database: Database) -> str | None:
    """Return a warning if the clock is behind the last opening.

    Call it before the present opening is logged.
    """
    with database.read() as session:
        last = _last(session)
    now = clock.now()
    if last is None or last - now <= _BACKWARDS:
        return None
    message = _(
        "The clock of this computer says {now}; the register was last used on {last}. If that"
        " date is wrong, correct it before you write anything: what is written keeps its date."
    )
    return message.format(now=_day(now), last=_day(last))


def _known(session: Session, opened: vault.Opened) -> _Known | None:
    """Return what a store knows of time; None of one that was never opened.

    An account that the store has not yet has the role that the key file gives it.
    """
    last = _last(session)
    if last is None:
        return None
    accounts = {each.uid: each for each in session.scalars(select(Account))}
    confirming = {uid for uid, each in accounts.items() if may(Role(each.role).actor, CONFIRMS)}
    moments = [accounts[uid].opened_at for uid in confirming]
    role = opened.slot.role if opened.account not in accounts else None
    is_new = role is not None and may(role.actor, CONFIRMS)
    may_confirm = opened.account is None or opened.account in confirming or is_new
    return _Known(last, max(filter(None, moments), default=last), may_confirm)


def _last(session: Session) -> datetime | None:
    """Return the moment of the last row of the log."""
    if not inspect(session.connection()).has_table(AccessRow.__tablename__):
        return None  # it waits for its migration
    return session.scalar(select(AccessRow.at).order_by(AccessRow.n.desc()).limit(1))


def _leap(last: datetime, *, may_confirm: bool) -> Locked:
    message = _(
        "The clock of this computer says {now}; this register was last used on {last}. Nothing was"
        " opened or changed yet. If the date is wrong, correct it first."
    )
    told = [message.format(now=_day(clock.now()), last=_day(last))]
    if may_confirm:
        told.append(
            _("If it is right, confirm it: names whose time is over are then put away or erased.")
        )
    else:
        message = _("If it is right, an account that may confirm it opens it first: {roles}.")
        roles = (role for role in Role if role.actor in HOLDERS[CONFIRMS])
        told.append(message.format(roles=" · ".join(map(role_words, roles))))
    return Locked(" ".join(told), code=CLOCK_LEAP, details={"may_confirm": may_confirm})


def _day(moment: datetime) -> str:
    return isolate(f"{clock.local(moment):%d/%m/%Y}")
