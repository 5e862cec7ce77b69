"""The texts of a note's rows."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.notes.proposals import HeadField
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import CommitmentOwner
from ui.notes.rows import Group, Row
from ui.words import apart, code_words, either, labelled_words, owner_words, point_kind_words


def group_words(group: Group) -> str:
    """Return the title over the rows of a group."""
    return {
        Group.HEAD: _("Head of the session"),
        Group.POINT: _("Points raised"),
        Group.PROMISE: _("Commitments"),
        Group.REFERRAL: _("Referrals"),
        Group.NEXT: _("Next meeting"),
        Group.UNREAD: _("Not read"),
    }[group]


def field_words(field: HeadField) -> str:
    """Return the label of a header field in the editor."""
    return {
        HeadField.HELD_ON: _("Date"),
        HeadField.STARTS_AT: _("Start"),
        HeadField.ENDS_AT: _("End"),
        HeadField.PLACE: _("Place"),
        HeadField.KIND: _("Kind"),
        HeadField.CHANNEL: _("Channel"),
        HeadField.HEADCOUNT: _("Headcount"),
        HeadField.WOMEN: _("Women"),
        HeadField.NEXT_ON: _("Next meeting"),
    }[field]


def value_words(row: Row) -> str:
    """Return the first line of a row: its value, or its words."""
    if row.group is Group.HEAD and row.partner is not None:
        return labelled_words(_("Present"), either(row.partner.name))
    if row.field is not None:
        value = code_words(row.code) if row.code else isolate(row.words)
        return labelled_words(field_words(row.field), value)
    return isolate(row.words)


def under_words(row: Row) -> str:
    """Return the second line of a row: what is wrong, or what the session will get."""
    return row.refusal or row.doubt or _caution_words(row) or _held_words(row)


def _caution_words(row: Row) -> str:
    """Return what in a field is not from the note, or stays as typed."""
    if row.is_kept:
        return _("Typed before: it stays as it is")
    if row.field is not None and row.span is None:
        return _("Not in the note")
    return _("The year is not in the note") if row.is_guessed else ""


def _held_words(row: Row) -> str:
    """Return what the session will get from a row besides its words."""
    if row.group is Group.POINT:
        topic = code_words(row.topic) if row.topic else _("topic to choose")
        return apart(f"{point_kind_words(row.code)} · {topic}")
    if row.group is Group.PROMISE:
        due = date_words(row.due_on) if row.due_on else _("no day")
        return apart(f"{_debtor_words(row)} · {due} · {_hangs_words(row)}")
    if row.group is Group.REFERRAL:
        to = code_words(row.code) if row.code else _("authority to choose")
        return apart(f"{to} · {_hangs_words(row)}")
    return ""


def topic_choices(row: Row) -> list[str]:
    """Return the topics offered for a point, as text."""
    return [code_words(topic) for topic in row.topics] if row.group is Group.POINT else []


def _debtor_words(row: Row) -> str:
    if row.partner is not None and row.code == CommitmentOwner.PARTNER:
        return either(row.partner.name)
    if row.authority is not None and row.code == CommitmentOwner.AUTHORITY:
        return code_words(row.authority)
    return owner_words(row.code)


def _hangs_words(row: Row) -> str:
    return _("answers a point") if row.answers is not None else _("without a point")
