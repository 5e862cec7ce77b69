"""Pure functions that return a changed copy of a point's line: kind, topic, words, reaction."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from outreach_app import i18n
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.rules.kinds import CommitmentOwner, PointKind
from outreach_app.rules.statuses import PointReaction
from outreach_app.rules.text import clean_line, without_bullet
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.referrals import ReferralDraft
from outreach_app.vocabulary import label
from outreach_app.vocabulary import phrase as phrase_of
from ui.drafts.session_sheet import PointLine, language_written
from ui.words import phrase_words

OPEN, COMMITMENT, REFERRAL = "open", "commitment", "referral"


@dataclass(frozen=True, slots=True)
class Debtor:
    """Who owes a commitment: an owner, and which partner or authority (`rf.*`) if known."""

    owner: str = CommitmentOwner.OFFICE
    partner: UUID | None = None
    authority: str | None = None

    @property
    def code(self) -> str:
        """Return its code in the suggestions."""
        return str(self.partner or self.authority or self.owner)


def debtor_of(line: PointLine) -> Debtor:
    """Return who owes the commitment that answers a point; by default the office."""
    if not line.commitments:
        return Debtor()
    first = line.commitments[0]
    return Debtor(first.owner, first.partner, first.authority)


def debtor_by(code: str) -> Debtor:
    """Return the debtor for a suggestion's code."""
    if code.startswith("rf."):
        return Debtor(CommitmentOwner.AUTHORITY, authority=code)
    if code in tuple(CommitmentOwner):
        return Debtor(code)
    return Debtor(CommitmentOwner.PARTNER, UUID(code))


def with_kind(line: PointLine, kind: str) -> PointLine:
    """Return the line as a concern, a request."""
    return replace(line, point=replace(line.point, kind=kind))


def with_topic(line: PointLine, topic: str) -> PointLine:
    """Return the line under that topic; its referrals follow it."""
    referrals = tuple(replace(row, topic=topic) for row in line.referrals)
    after = replace(line, point=replace(line.point, topic=topic), referrals=referrals)
    if line.commitments and line.commitments[0].text == _handling(line, i18n.current()):
        first = line.commitments[0]
        return with_commitment(after, "", first.due_on, debtor_of(line))
    return after


def words_of(line: PointLine) -> str:
    """Return the words as said, or the frequent point chosen."""
    if line.point.phrase:
        return phrase_words(line.point.phrase)
    return line.point.text or ""


def with_words(line: PointLine, typed: str) -> PointLine:
    """Return the line with these words, without the bullet of a list from which they were copied.

    Unchanged words keep their translation.
    """
    text = without_bullet(clean_line(typed))
    if text == words_of(line):
        return line
    language = language_written(text).value if text else None
    point = replace(line.point, text=text or None, language=language, translation=None, phrase=None)
    return replace(line, point=point)


def with_phrase(line: PointLine, code: str) -> PointLine:
    """Return the line as a frequent point, with its kind and, if none was chosen, its topic."""
    phrase = phrase_of(code)
    topic = line.point.topic or phrase.topic
    point = replace(
        line.point,
        kind=phrase.kind,
        topic=topic,
        phrase=code,
        text=None,
        language=None,
        translation=None,
    )
    return replace(line, point=point)


def reaction_of(line: PointLine) -> str:
    """Return `open`, `commitment`, `referral`, or the code of what was answered."""
    if line.commitments:
        return COMMITMENT
    if line.referrals:
        return REFERRAL
    return line.point.reaction or OPEN


def with_next_raiser(line: PointLine, present: Sequence[UUID]) -> PointLine:
    """Return the line raised by the next partner present; after the last one, by nobody."""
    raisers = [None, *present]
    now = line.point.raised_by
    place = raisers.index(now) if now in raisers else 0
    raised_by = raisers[(place + 1) % len(raisers)]
    return replace(line, point=replace(line.point, raised_by=raised_by))


def with_answer(line: PointLine, reaction: str | None, reply: str) -> PointLine:
    """Return the line answered at once, or open again with None."""
    text = clean_line(reply) or None
    if reaction == PointReaction.ORIENTED:
        text = None
    point = replace(line.point, reaction=reaction)
    if text != point.reply:
        language = language_written(text).value if text else None
        point = replace(point, reply=text, reply_language=language, reply_translation=None)
    return replace(line, point=point, commitments=(), referrals=())


def with_commitment(
    line: PointLine, promise: str, due_on: date | None, debtor: Debtor
) -> PointLine:
    """Return the line answered by a commitment; without words, to do what was asked."""
    text = clean_line(promise) or _asked(line) or _handling(line, i18n.current())
    first = line.commitments[0] if line.commitments else None
    if first is None or first.text != text:
        language = language_written(text).value
        first = CommitmentDraft(text, language, debtor.owner, _as_translated(line, text))
    commitment = replace(
        first,
        due_on=due_on,
        owner=debtor.owner,
        partner=debtor.partner,
        authority=debtor.authority,
    )
    return replace(with_answer(line, None, ""), commitments=(commitment, *line.commitments[1:]))


def with_referral(line: PointLine, destination: str) -> PointLine:
    """Return the line referred to the responsible service, on the day of its meeting."""
    first = line.referrals[0] if line.referrals else None
    if first is not None and first.destination == destination:
        return line
    referral = ReferralDraft(destination, line.point.topic)
    return replace(with_answer(line, None, ""), referrals=(referral, *line.referrals[1:]))


def _asked(line: PointLine) -> str:
    """Return the words of a request or a suggestion; a complaint does not read as a promise."""
    return words_of(line) if line.point.kind in (PointKind.REQUEST, PointKind.SUGGESTION) else ""


def _handling(line: PointLine, language: Language) -> str:
    """Return what is promised if nothing was typed: to handle the point, named by its topic."""
    topic = label(line.point.topic, language) if line.point.topic else ""
    return i18n.said_in(
        language,
        lambda: (
            _("Handle the point raised ({topic})").format(topic=topic)
            if topic
            else _("Handle the point raised")
        ),
    )


def _as_translated(line: PointLine, text: str) -> str | None:
    """Return the other language of what is promised without words; None for other words."""
    language, point = i18n.current(), line.point
    if text == _asked(line):
        return phrase_of(point.phrase).label(language.other) if point.phrase else point.translation
    return _handling(line, language.other) if text == _handling(line, language) else None
