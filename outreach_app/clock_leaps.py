"""Implausible clock jumps, which a person confirms before a store does anything by its date.

The last known time is the latest of the access log, as every opening adds a row: a clock that was
set back once takes it back for nobody. An empty battery, or somebody who sets the clock, puts a
computer far from it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, inspect, or_, select
from sqlalchemy.orm import Session

from outreach_app import clock, vault
from outreach_app.access_log import Act, note
from outreach_app.actors import Role
from outreach_app.database import Database
from outreach_app.errors import Locked
from outreach_app.i18n import gettext as _
from outreach_app.models import AccessRow, Account
from outreach_app.rights import HOLDERS, Right, holder_words, may
from outreach_app.rules.dates import date_words

CLOCK_LEAP = "clock_leap"
# A name stays in the trash for a month: an unconfirmed jump uses up half of that at most.
_FORWARDS = timedelta(days=15)
_BACKWARDS = timedelta(days=1)
# Names are withdrawn and erased by date: an account that may do that can confirm it.
CONFIRMS = Right.ANSWER_CLAIMS
_CONFIRMED = "confirm_date"
_OPENINGS = (Act.UNLOCK, Act.UNLOCK_BY_CODE)


@dataclass(frozen=True, slots=True)
class _Known:
    """The latest use, and the latest by an account that may confirm the date."""

    last: datetime
    confirmed: datetime
    may_confirm: bool


def require_likely(database: Database, opened: vault.Opened, *, is_confirmed: bool) -> int | None:
    """Raise Locked (`clock_leap`) if the clock is far ahead of what the store knows.

    `opened` must be an account that may confirm the date. Return the number of days that the clock
    jumped if that was confirmed, for the log; None if it did not jump. Writes nothing.
    """
    with database.read() as session:
        known = _known_times(session, opened)
    if known is None:
        return None
    since = min(known.last, known.confirmed) if known.may_confirm else known.last
    leapt = clock.now() - since
    if leapt <= _FORWARDS:
        return None
    if not (is_confirmed and known.may_confirm):
        raise _leap(known, since, opened)
    return leapt.days


def note_confirmed(database: Database, days: int) -> None:
    """Log that the date was confirmed, and how many days the clock jumped."""
    with database.write() as session:
        note(session, Act.CLOCK, verb=_CONFIRMED, count=days)


def backwards_notice(database: Database) -> str | None:
    """Return a warning if the clock is behind the last opening.

    Call it before the present opening is logged.
    """
    with database.read() as session:
        newest = select(AccessRow.at).order_by(AccessRow.n.desc()).limit(1)
        last = session.scalar(newest) if _has_log(session) else None
    now = clock.now()
    if last is None or last - now <= _BACKWARDS:
        return None
    message = _(
        "The clock of this computer says {now}; the register was last used on {last}. If that "
        "date is wrong, correct it before you record anything: what is recorded keeps its date."
    )
    return message.format(now=_day(now), last=_day(last))


def _known_times(session: Session, opened: vault.Opened) -> _Known | None:
    """Return what the store knows of the time; None if it was never opened.

    An account that the store does not have yet gets its role from the key file.
    """
    last = _latest(session) if _has_log(session) else None
    if last is None:
        return None
    accounts = {each.uid: each for each in session.scalars(select(Account))}
    confirming = {uid for uid, each in accounts.items() if may(Role(each.role).actor, CONFIRMS)}
    moments = [accounts[uid].opened_at for uid in confirming]
    moments.append(_latest(session, _by_confirming()))
    role = opened.slot.role if opened.account not in accounts else None
    is_new = role is not None and may(role.actor, CONFIRMS)
    may_confirm = opened.account is None or opened.account in confirming or is_new
    return _Known(last, max(filter(None, moments), default=last), may_confirm)


def _has_log(session: Session) -> bool:
    """Return whether there is a log; one of before awaits its migration."""
    return inspect(session.connection()).has_table(AccessRow.__tablename__)


def _latest(session: Session, *wanted: ColumnElement[bool]) -> datetime | None:
    """Return the latest moment of the log, except of a leap that was confirmed and taken back.

    Until the clock was corrected, all that lies after the leap's beginning has a wrong date.
    """
    leaps = select(AccessRow.n, AccessRow.at, AccessRow.count).where(AccessRow.verb == _CONFIRMED)
    believed = [
        or_(AccessRow.n >= corrected, AccessRow.at <= at - timedelta(days=days or 0))
        for n, at, days in session.execute(leaps)
        if (corrected := _correction(session, n, at)) is not None
    ]
    return session.scalar(select(func.max(AccessRow.at)).where(*wanted, *believed))


def _correction(session: Session, n: int, at: datetime) -> int | None:
    """Return the row of the first opening before a confirmed date, by an account that may."""
    return session.scalar(
        select(func.min(AccessRow.n)).where(
            AccessRow.n > n,
            AccessRow.at < at - _BACKWARDS,
            AccessRow.act.in_(_OPENINGS),
            _by_confirming(),
        )
    )


def _by_confirming() -> ColumnElement[bool]:
    return AccessRow.role.in_([actor.name.lower() for actor in HOLDERS[CONFIRMS]])


def _leap(known: _Known, since: datetime, opened: vault.Opened) -> Locked:
    if since == known.last:
        message = _(
            "The clock of this computer says {now}; this register was last used on {last}. Nothing"
            " was opened or changed yet. If the date is wrong, correct it first."
        )
    else:
        message = _(
            "The clock of this computer says {now}; this register was last opened on {last} by an"
            " account that can confirm the date. Nothing was opened or changed yet. If the date is"
            " wrong, correct it first."
        )
    sentences = [message.format(now=_day(clock.now()), last=_day(since))]
    if known.may_confirm:
        sentences.append(
            _(
                "If it is right, confirm it: names past their retention period are then moved to "
                "the trash or erased."
            )
        )
    else:
        message = _(
            "If it is right, an account that can confirm it must open the register first: {roles}."
        )
        present = [label.role for label in vault.labels_in(opened.key_file)]
        sentences.append(message.format(roles=holder_words(CONFIRMS, present)))
    return Locked(" ".join(sentences), code=CLOCK_LEAP, details={"may_confirm": known.may_confirm})


def _day(moment: datetime) -> str:
    return date_words(clock.local(moment).date())
