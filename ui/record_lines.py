"""One-line descriptions of records, one function per noun."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from outreach_app import clock
from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.attendances import PartnerName
from outreach_app.queries.commitments import CommitmentRow
from outreach_app.queries.meetings import MeetingRow
from outreach_app.queries.partners import PartnerRow
from outreach_app.queries.people import PersonRow
from outreach_app.queries.points import PointRow
from outreach_app.queries.referrals import ReferralRow
from outreach_app.queries.remarks import RemarkRow
from outreach_app.queries.replies import list_replies_to
from outreach_app.queries.reviews import QuestionRow
from outreach_app.queries.rumours import RumourRow
from outreach_app.queries.trash import ForgottenRow
from outreach_app.rules.dates import date_words
from outreach_app.rules.delays import WARNED_BEFORE
from outreach_app.rules.statuses import CommitmentStatus, PointReaction, PointState, RumourState
from ui.moments import when_words
from ui.widgets.line_button import LineWords
from ui.words import (
    apart,
    code_words,
    either,
    forgotten_words,
    labelled_words,
    own_words,
    partner_words,
    partners_words,
    phrase_words,
    point_state_words,
    rumour_icon,
    rumour_state_words,
    status_icon,
    status_words,
    time_text,
)


def meeting_title(row: MeetingRow) -> str:
    """Return what people call a meeting: its subject, else whom it is with, else its kind."""
    return either(row.subject) or partners_words(row.partners) or code_words(row.kind)


def meeting_line(row: MeetingRow) -> LineWords:
    """Return the line of a meeting of the day, by its hour; whom it is with is cut last."""
    icon, tone = status_icon(row.status)
    return LineWords(
        meeting_title(row),
        lead=isolate(time_text(row.starts_at)) if row.starts_at else "—",
        under=_facts(_partners_beside(row), code_words(row.kind), either(row.place)),
        end=status_words(row.status),
        icon=icon,
        tone=tone,
    )


def point_words(row: PointRow) -> str:
    """Return the words of a point, or else its topic."""
    if row.phrase:
        return phrase_words(row.phrase)
    return own_words(row.text, row.translation, row.language) or code_words(row.topic)


def reaction_words(row: PointRow | RemarkRow) -> str:
    """Return the state of the reaction to a point; one under study is not called answered."""
    if _is_under_study(row):
        return code_words(PointReaction.UNDER_STUDY)
    is_remark = isinstance(row, RemarkRow)
    return remark_state_words(row.state) if is_remark else point_state_words(row.state)


def remark_state_words(state: str) -> str:
    """Return the state of the reaction to a remark, which is feminine in French."""
    if state == PointState.ANSWERED:
        return _("Remark answered")
    return _("Remark closed") if state == PointState.CLOSED else point_state_words(state)


def done_words(reaction: str) -> str:
    """Return what was done about a remark: nobody took part in it who could be told the answer."""
    return _("Answer given") if reaction == PointReaction.ANSWERED else code_words(reaction)


def rumour_standing(row: RumourRow) -> str:
    """Return the state of a rumour; of a verified one what it was found to be, true or false."""
    state = rumour_state_words(row.state)
    if row.state != RumourState.VERIFIED or row.result is None:
        return state
    return labelled_words(state, code_words(row.result))


def reaction_icon(row: PointRow | RemarkRow) -> tuple[str, str]:
    """Return the icon of that state, and its tone."""
    return ("hourglass-medium", "info") if _is_under_study(row) else status_icon(row.state)


def _is_under_study(row: PointRow | RemarkRow) -> bool:
    return row.state == PointState.ANSWERED and row.reaction == PointReaction.UNDER_STUDY


def all_partners_words(partners: Sequence[PartnerName]) -> str:
    """Return all of these partners, for a copied cell."""
    return " · ".join(apart(partner_words(it, it.kind, it.place)) for it in partners)


def coming_line(row: MeetingRow) -> LineWords:
    """Return the line of a meeting to come, by its day."""
    return LineWords(meeting_title(row), end=when_words(row.held_on, row.starts_at))


def commitment_line(row: CommitmentRow) -> LineWords:
    """Return the line of a commitment: what was promised, to whom, and its day."""
    icon, tone = status_icon(row.status if row.is_overdue else CommitmentStatus.OPEN)
    partners = [name for name in (either(name) for name in row.partners) if name]
    state = code_words(row.status) if row.is_overdue else ""
    due = date_words(row.due_on) if row.due_on else ""
    return LineWords(
        own_words(row.text, row.translation, row.language),
        under=partners[0] if partners else _("Without a partner"),
        end=_facts(state, due),
        icon=icon,
        tone=tone,
    )


def point_line(row: PointRow) -> LineWords:
    """Return the line of a point without a reaction, and since when."""
    return LineWords(code_words(row.topic), end=_since(row.held_on))


def referral_line(row: ReferralRow) -> LineWords:
    """Return the line of a referral: to whom, and since when."""
    title = _facts(code_words(row.to), code_words(row.topic))
    return LineWords(title, end=_since(row.sent_on or row.held_on))


def question_line(row: QuestionRow) -> LineWords:
    """Return the line of a question of headquarters: its words, and about which meeting."""
    about = either(row.subject) or code_words(row.kind)
    icon, tone = status_icon(row.review)
    return LineWords(
        apart(own_words(row.text, row.translation, row.language)),
        under=_facts(apart(about), date_words(row.held_on)),
        end=_since(row.asked_on),
        icon=icon,
        tone=tone,
    )


def rumour_line(row: RumourRow) -> LineWords:
    """Return the line of a rumour that waits: what circulates, how far it is, since when."""
    icon, tone = rumour_icon(row.state)
    return LineWords(
        own_words(row.text, row.translation, row.language),
        under=_facts(_("Urgent") if row.is_urgent else "", rumour_standing(row)),
        end=_since(row.heard_on),
        icon=icon,
        tone="late" if row.is_urgent else tone,
    )


def remark_line(row: RemarkRow) -> LineWords:
    """Return the line of a remark without a reaction: what was said, how it came, since when."""
    return LineWords(
        own_words(row.text, row.translation, row.language) or code_words(row.topic),
        under=_facts(code_words(row.topic), code_words(row.channel) if row.channel else ""),
        end=_since(row.received_on),
        icon="chat-circle-text",
        tone="warn",
    )


def partner_line(row: PartnerRow) -> LineWords:
    """Return the line of a partner to meet again, and when it was met last."""
    last = row.last_met_on
    end = _("last met {day}").format(day=date_words(last)) if last else _("never met")
    return LineWords(either(row.name), end=end)


def person_line(row: PersonRow) -> LineWords:
    """Return the line of a person not informed yet that a card is kept."""
    name, by = either(row.name) or either(row.capacity), row.inform_by
    if by is None or row.forgotten_on is None or clock.today() < by - WARNED_BEFORE:
        return LineWords(name, end=either(row.capacity) if either(row.name) else "")
    return LineWords(
        name, under=forgotten_words(row.forgotten_on), icon="warning-circle", tone="late"
    )


def forgotten_line(row: ForgottenRow) -> LineWords:
    """Return the line of a name that was moved to the trash: when, why, and how long it stays."""
    if row.inform_by is None:
        why = _("The person was not informed in time.")
    else:
        why = _("Not informed by {day}.").format(day=date_words(row.inform_by))
    moved = _("Moved on {day}, erased on {end}.")
    under = moved.format(day=date_words(row.moved_on), end=date_words(row.erased_on))
    return LineWords(either(row.name), under=f"{why} {under}", icon="trash", tone="late")


def replies_words(session: StoreSession, point: UUID) -> str:
    """Return the replies of headquarters to a point or a remark, one per line."""
    return "\n".join(
        _("Headquarters answered on {day}: {words}").format(
            day=date_words(reply.replied_on),
            words=apart(own_words(reply.text, reply.translation, reply.language)),
        )
        for reply in list_replies_to(session, point)
    )


def _partners_beside(row: MeetingRow) -> str:
    """Name the partners of a meeting, but where they are its title."""
    return apart(partners_words(row.partners)) if row.partners and either(row.subject) else ""


def _since(day: date) -> str:
    return _("since {day}").format(day=date_words(day))


def _facts(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def kept_words(kept: int, number: int) -> str:
    """Return how many of a number of commitments were kept."""
    words = _("{kept} of {number}")
    return words.format(kept=isolate(str(kept)), number=isolate(str(number)))
