"""Warnings about a bundle that was imported."""

from dataclasses import dataclass

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

_NAMED = 5  # missing spans that a message names


@dataclass(frozen=True, slots=True)
class BundleWarning:
    """What a person should know about a bundle that was not refused.

    W_GAP, W_CLOCK, W_HAVE, W_IN_VAIN, W_AUDIT_CUT, W_AUDIT_NEW, W_NAMES, W_UNSHOWN, W_ODD,
    W_IDENTITY, W_NAMED, W_TWICE, W_LETTER, W_EARLY, W_UNUSUAL, W_WAITING, W_BEHIND, W_DUPLICATE
    or W_ELSEWHERE.
    """

    code: str
    message: str


def gap(*spans: tuple[int, int]) -> BundleWarning:
    """Warn of the changes that are missing, from the first to the last number of each span."""
    message = _(
        "Changes of this sender have not arrived yet: no. {numbers}. They are asked for again in "
        "the next file sent to it; records that wait for them are not shown until then."
    )
    named = [str(first) if first == last else f"{first}–{last}" for first, last in spans]
    numbers = " · ".join(map(isolate, named[:_NAMED])) + " …" * (len(named) > _NAMED)
    return BundleWarning("W_GAP", message.format(numbers=numbers))


def clock() -> BundleWarning:
    """Warn that the sender's own clock is ahead."""
    message = _(
        "The clock of the sender's computer is ahead of this one. Check the date and the time on"
        " both computers."
    )
    return BundleWarning("W_CLOCK", message)


def clock_of_another() -> BundleWarning:
    """Warn of changes stamped ahead by a clock that is not the sender's."""
    message = _(
        "Changes of this file are stamped ahead of this computer's clock, although the sender's "
        "clock was right: its register took in the changes of another computer whose clock is "
        "ahead. Check the date of this computer; the sender has nothing to correct."
    )
    return BundleWarning("W_CLOCK", message)


def false_have() -> BundleWarning:
    """Warn of an unsigned claim about this store's own log that is false."""
    message = _(
        "This file attributes to your register, without its signature, what was never written "
        "there. The sender's own changes were imported, and the rest was ignored. If this happens "
        "again, call the sender."
    )
    return BundleWarning("W_HAVE", message)


def audit_cut() -> BundleWarning:
    """Warn that an access log does not continue the one reported before."""
    message = _(
        "The access log of the sender's computer does not continue from its previous file: rows "
        "were removed or altered, or the register was replaced by an older one. The changes were "
        "imported. Call the head of that office at the number you know, and have the register "
        "checked there."
    )
    return BundleWarning("W_AUDIT_CUT", message)


def audit_renewed() -> BundleWarning:
    """Warn that a register goes on under a new number, with an access log of its own."""
    message = _(
        "The sender's register continues under a new number, with an access log of its own: it is "
        "not the one reported under its former number. The register was restored from a backup, "
        "or is a copy. The changes were imported. If that office restored no backup and set up no "
        "other computer, call its head at the number you know."
    )
    return BundleWarning("W_AUDIT_NEW", message)


def names_taken(office: str | None = None) -> BundleWarning:
    """Warn that a precinct has taken another's name or number; name that one if it is known."""
    message = _(
        "The sender has given itself the name or number of another office. Its changes were "
        "imported, and in your lists it keeps the name it was enrolled under. Call it at the "
        "number you know, and have one of the two correct its Settings."
    )
    if office is not None:
        other = _("The other office: {office}.").format(office=isolate(office))
        message = f"{message} {other}"
    return BundleWarning("W_NAMES", message)


def behind(as_of: str, holder: str, count: int) -> BundleWarning:
    """Warn that somebody holds later changes than this restored store."""
    message = _(
        "This register was restored from a backup: its last change is of {date}. Later changes "
        "that {holder} holds: {count}. Send it a file, then import its answer: they are restored."
    )
    text = message.format(date=as_of, holder=holder, count=isolate(str(count)))
    return BundleWarning("W_BEHIND", text)


def unheard(as_of: str, holders: str) -> BundleWarning:
    """Warn that some have not reported yet what they hold of this restored store."""
    message = _(
        "This register was restored from a backup: its last change is of {date}. Later changes "
        "may be held by those who have not answered since: {holders}. Send them a file, then "
        "import their answers: what they hold is restored."
    )
    return BundleWarning("W_BEHIND", message.format(date=as_of, holders=holders))


def odd(counts: str = "", fields: str = "") -> BundleWarning:
    """Warn of invalid values; with the number of records and the fields, if known."""
    message = _(
        "Some of its values are not valid here: they are kept, not counted, and listed in Review. "
        "If there are many, ask the sender to have its register checked."
    )
    return BundleWarning("W_ODD", _with_counts(message, counts, fields))


def unusual(counts: str = "", fields: str = "") -> BundleWarning:
    """Warn of counts far above the usual, which nobody confirmed here."""
    message = _(
        "Some of its numbers are unusually high. They are counted, and listed in Review: if one "
        "cannot be right, call the sender at the number you know."
    )
    return BundleWarning("W_UNUSUAL", _with_counts(message, counts, fields))


def identity_numbers(counts: str = "", fields: str = "") -> BundleWarning:
    """Warn of identity numbers in texts, which no form accepts."""
    message = _(
        "Texts of this file contain identity numbers. They were imported as the sender signed "
        "them: call the sender at the number you know and have the texts corrected."
    )
    return BundleWarning("W_IDENTITY", _with_counts(message, counts, fields))


def named_here() -> BundleWarning:
    """Warn of texts that still have a name which another computer of the office erased."""
    message = _(
        "A name was erased on the other computer, and texts of this register still name the "
        "person. They are listed under the request: replace the name there, or state that it is "
        "another person’s."
    )
    return BundleWarning("W_NAMED", message)


def twice(counts: str = "") -> BundleWarning:
    """Warn of records under a number that another record of the same computer has."""
    message = _(
        "Records of this file have the same number as another record of the same computer, "
        "although the program gives none twice. They are counted: call the sender at the number "
        "you know and ask which one is real."
    )
    return BundleWarning("W_TWICE", _with_counts(message, counts))


def same_letter(counts: str = "") -> BundleWarning:
    """Warn of records under a number that a record of another computer of the office has."""
    message = _(
        "Records of this file have the same number as others of their office: its register was "
        "restored or copied more than once, and each copy went on numbering. All are kept and "
        "counted: quote them with their day, and delete one only if both tell the same. On one "
        "computer of that office only, open Exchange › Stations, choose “My files are refused”, "
        "then “Continue with a new number”: it gives other numbers from then on."
    )
    return BundleWarning("W_LETTER", _with_counts(message, counts))


def too_early(counts: str = "", fields: str = "") -> BundleWarning:
    """Warn of days before that of what they follow, which no form takes."""
    message = _(
        "Records of this file are dated before what they follow: an answer before its meeting, for "
        "instance, or a verification before its rumour was heard. They are shown as they were "
        "signed, and counted: call the sender at the number you know and have the days corrected."
    )
    return BundleWarning("W_EARLY", _with_counts(message, counts, fields))


def unshown(counts: str = "", fields: str = "") -> BundleWarning:
    """Warn of records that no list and no figure shows; with what they lack, if known."""
    message = _(
        "Some records of this file are neither shown nor counted: required values are missing "
        "from them or from the records they belong to, or they belong to records of another "
        "office or kind. Call the sender at the number you know and have its register checked; if "
        "in doubt, revoke its computer."
    )
    return BundleWarning("W_UNSHOWN", _with_counts(message, counts, fields))


def waiting(counts: str = "") -> BundleWarning:
    """Warn of records that belong to others which have not arrived."""
    message = _(
        "Records of this file are not shown and not counted yet: what they belong to has not "
        "arrived. Import the other files of the sender's office, and those of your office's other "
        "computers."
    )
    return BundleWarning("W_WAITING", _with_counts(message, counts))


def _with_counts(message: str, counts: str, fields: str = "") -> str:
    """Append the number of records by noun, and the fields."""
    sentences = [message]
    if counts:
        sentences.append(_("Counts: {counts}.").format(counts=counts))
    if fields:
        sentences.append(_("Fields: {fields}.").format(fields=fields))
    return " ".join(sentences)


def duplicate() -> BundleWarning:
    message = _("This exchange file was already imported: nothing changed. It may be put away.")
    return BundleWarning("W_DUPLICATE", message)


def own() -> BundleWarning:
    message = _(
        "This exchange file was written here, for other computers: there is nothing new in it."
    )
    return BundleWarning("W_DUPLICATE", message)


def elsewhere() -> BundleWarning:
    message = _(
        "This exchange file is for another computer: no key on this one opens it, and "
        "headquarters' file for this one is beside it. There is nothing to do."
    )
    return BundleWarning("W_ELSEWHERE", message)
