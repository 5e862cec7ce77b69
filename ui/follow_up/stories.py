"""The details and history of a commitment, a point or a referral."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries import stories
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.histories import ChangeRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.postponements import count_postponements
from outreach_app.queries.referrals import ReferralRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.phones import show_phone
from ui.follow_up.columns import postponed_words
from ui.listings.subject import Story
from ui.record_lines import meeting_line, point_words, reaction_words, remark_line, replies_words
from ui.widgets.line_button import LineWords
from ui.words import code_words, either, owner_words, point_icon, point_kind_words, status_icon

Facts = list[tuple[str, str]]
_PARTNERS = 3  # whose telephones are shown


def commitment_story(session: StoreSession, row: CommitmentRow) -> Story:
    """Return what was promised, who owes it to whom, and its states so far."""
    known = stories.get_commitment_story(session, row.uid)
    facts: Facts = [
        (_("State"), code_words(row.status)),
        (_("Due"), _due_words(row, known.changes)),
        (_("Owner"), owner_words(row.owner)),
        *_partners(known),
    ]
    return Story(facts, _how, [*_origin(known, row.held_on), *_changes(known.changes)])


def point_story(session: StoreSession, row: PointRow) -> Story:
    """Return what was raised, by whom, and what headquarters replied."""
    known = stories.get_point_story(session, row.uid)
    facts: Facts = [
        (_("State"), reaction_words(row)),
        (_("Kind"), point_kind_words(row.kind)),
        (_("Topic"), code_words(row.topic)),
        (_("Reply"), row.reply or ""),
        (_("Headquarters"), replies_words(session, row.uid)),
        *_partners(known),
    ]
    return Story(facts, _how, list(_origin(known, row.held_on)))


def referral_story(session: StoreSession, row: ReferralRow) -> Story:
    """Return what was referred to whom, and what that authority answered."""
    known = stories.get_referral_story(session, row.uid)
    facts: Facts = [
        (_("Passed on to"), code_words(row.to)),
        (_("Sent"), date_words(row.sent_on) if row.sent_on else ""),
        (_("Answered on"), date_words(row.answered_on) if row.answered_on else ""),
        (_("Answer"), row.answer or ""),
        *_partners(known),
    ]
    return Story(facts, _how, list(_origin(known, row.held_on)))


def _how() -> str:
    return _("What led to this")


def _partners(known: stories.Story) -> Facts:
    """Return each partner of the meeting, with its telephone."""
    facts: Facts = []
    for partner in known.partners[:_PARTNERS]:
        facts.append((_("Partner"), either(partner.name)))
        facts.append((_("Phone"), isolate(show_phone(partner.phone)) if partner.phone else ""))
    more = len(known.partners) - _PARTNERS
    if more > 0:
        facts.append(("", _("Others: {number}").format(number=isolate(str(more)))))
    return facts


def _origin(known: stories.Story, day: date) -> Iterator[LineWords]:
    """Return the meeting, or the remark received, and the point answered."""
    if known.meeting is not None:
        number = isolate(known.meeting.number) if known.meeting.number else ""
        under = " · ".join(filter(None, (date_words(day), number)))
        yield LineWords(meeting_line(known.meeting).title, under=under, icon="chats")
    if known.point is not None:
        kind, about = point_kind_words(known.point.kind), code_words(known.point.topic)
        icon = point_icon(known.point.kind)
        yield LineWords(point_words(known.point), under=kind + " · " + about, icon=icon)
    if known.remark is not None:
        title = remark_line(known.remark).title
        under = _("Remark received on {day}").format(day=date_words(known.remark.received_on))
        yield LineWords(title, under=under, icon=point_icon(known.remark.kind))


def _changes(changes: tuple[ChangeRow, ...]) -> Iterator[LineWords]:
    """Return each new date and state, with its reason."""
    for change in changes:
        day = date_words(clock.local(datetime.fromisoformat(change.at)).date())
        for name, (before, after) in change.changes.items():
            tell = _LINES.get(name)
            if tell is not None and before is not None and after is not None:
                yield tell(after, day)


def _due_words(row: CommitmentRow, changes: tuple[ChangeRow, ...]) -> str:
    """Return the day, and how often it was put off."""
    day = date_words(row.due_on) if row.due_on else ""
    return " · ".join(filter(None, (day, postponed_words(count_postponements(changes)))))


def _new_day(after: object, day: str) -> LineWords:
    due = date_words(date.fromisoformat(str(after)))
    return LineWords(_("New date: {day}").format(day=due), under=day, icon="calendar-blank")


def _new_state(after: object, day: str) -> LineWords:
    state: Mapping[str, object] = after if isinstance(after, Mapping) else {}
    status, reason = str(state.get("status") or ""), str(state.get("status_reason") or "")
    icon, tone = status_icon(status)
    under = " · ".join(filter(None, (day, reason)))
    return LineWords(code_words(status), under=under, icon=icon, tone=tone)


_LINES: dict[str, Callable[[object, str], LineWords]] = {
    "due_on": _new_day,
    "status": _new_state,
}
