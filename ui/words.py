"""Text shared by the screens of several nouns: dates, names, codes, statuses, owners."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from decimal import Decimal

from babel.dates import format_date

from outreach_app import i18n
from outreach_app.errors import Problem
from outreach_app.field_words import OWNER_WORDS, POINT_KIND_WORDS
from outreach_app.i18n import Language, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.attendances import PartnerName
from outreach_app.rules.dates import date_words
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import (
    CommitmentStatus,
    MeetingStatus,
    PointState,
    ReviewState,
    RumourState,
)
from outreach_app.vocabulary import entry, is_known, phrase, unknown

_POINT_ICONS: dict[str, str] = {
    PointKind.CONCERN: "chat-centered-text",
    PointKind.REQUEST: "hand-palm",
    PointKind.SUGGESTION: "lightbulb",
    PointKind.QUESTION: "question",
    PointKind.RUMOUR: "megaphone-simple",
    PointKind.INFORMATION: "info",
    PointKind.THANKS: "hands-clapping",
}
_CATEGORY_ICONS = {
    "pt.association": "users-three",
    "pt.liberal": "briefcase",
    "pt.commerce": "storefront",
    "pt.institution": "bank",
    "pt.company": "buildings",
    "pt.media": "newspaper",
}
_STATUS_ICONS: dict[str, tuple[str, str]] = {
    MeetingStatus.PLANNED: ("calendar-blank", "muted"),
    MeetingStatus.CONFIRMED: ("calendar-check", "info"),
    MeetingStatus.HELD: ("check-circle", "ok"),
    MeetingStatus.POSTPONED: ("calendar-x", "warn"),
    MeetingStatus.CANCELLED: ("x-circle", "muted"),
    CommitmentStatus.OPEN: ("hourglass-medium", "muted"),
    CommitmentStatus.IN_PROGRESS: ("circle-half", "info"),
    CommitmentStatus.DONE: ("check-circle", "ok"),
    CommitmentStatus.PARTLY: ("circle-half-tilt", "info"),
    CommitmentStatus.OVERDUE: ("warning-circle", "late"),
    CommitmentStatus.REFERRED: ("arrow-bend-up-right", "muted"),
    CommitmentStatus.DROPPED: ("minus-circle", "muted"),
    CommitmentStatus.BLOCKED: ("prohibit", "muted"),
    PointState.RECEIVED: ("hourglass-medium", "warn"),
    PointState.ANSWERED: ("chat-circle-text", "ok"),
    PointState.REFERRED: ("arrow-bend-up-right", "muted"),
    PointState.COMMITTED: ("handshake", "info"),
    PointState.REPLY_GIVEN: ("checks", "ok"),
    PointState.CLOSED: ("check-circle", "ok"),
    ReviewState.QUESTIONED: ("question", "warn"),
    ReviewState.CLARIFIED: ("chat-circle-text", "info"),
    ReviewState.ACCEPTED: ("checks", "ok"),
}
_RUMOUR_ICONS: dict[str, tuple[str, str]] = {
    RumourState.HEARD: ("hourglass-medium", "warn"),
    RumourState.VERIFYING: ("magnifying-glass", "info"),
    RumourState.VERIFIED: ("circle-wavy-check", "info"),
    RumourState.CORRECTED: ("newspaper", "warn"),
    RumourState.CARRIED: ("checks", "ok"),
    RumourState.CLOSED: ("minus-circle", "muted"),
}
UNKNOWN_ICON = "question"
UNKNOWN_STATE = (UNKNOWN_ICON, "muted")


def word_of(words: Mapping[str, Callable[[], str]], code: str) -> str:
    """Return the text of a code of a closed set; an unknown code is shown as unknown."""
    say = words.get(code)
    return say() if say else unknown(code).label(i18n.screen())


def code_words(code: str) -> str:
    """Return the words of a code; of two genders the masculine."""
    words = entry(code).label(i18n.screen()).partition("/")[0]
    return words[:1].upper() + words[1:]


def status_words(status: str) -> str:
    """Return the words of a meeting's status, which is written without its list's prefix.

    A meeting is feminine in French («rencontre», «séance»), masculine in Arabic («لقاء»).
    """
    named = entry(f"st.{status}") if is_known(f"st.{status}", "st") else unknown(status)
    masculine, _slash, feminine = named.label(i18n.screen()).partition("/")
    words = feminine if feminine and i18n.current() is Language.FRENCH else masculine
    return words[:1].upper() + words[1:]


def status_icon(status: str) -> tuple[str, str]:
    """Return the icon of a status of a meeting, its review, a commitment or a point; its tone."""
    return _STATUS_ICONS.get(status, UNKNOWN_STATE)


def point_icon(kind: str) -> str:
    """Return the icon of a kind of point."""
    return _POINT_ICONS.get(kind, UNKNOWN_ICON)


def category_icon(category: str) -> str:
    """Return the icon of a category of partners."""
    return _CATEGORY_ICONS.get(category, UNKNOWN_ICON)


def either(text: Bilingual) -> str:
    """Return the words in the language of the screen, or else in the other."""
    found = text.prefer(i18n.current())
    return found[0] if found else ""


def partner_words(text: Bilingual, kind: str, place: str | None) -> str:
    """Return the name of a partner; where it was withheld, its profession and its place."""
    name = either(text)
    if name or not place:
        return name or code_words(kind)
    return _("{kind}, {place}").format(kind=code_words(kind), place=apart(place))


def partners_words(partners: Sequence[PartnerName]) -> str:
    """Return the first of these partners, and how many more there were."""
    if not partners:
        return ""
    first, *others = partners
    name = partner_words(first, first.kind, first.place)
    return f"{apart(name)} {isolate(f'+{len(others)}')}" if others else name


def number_words(number: str | None) -> str:
    """Return the number of a precinct beside its name; "" if it has none."""
    return isolate(f"({number})") if number else ""


def numbered_words(name: Bilingual, number: str | None) -> str:
    """Name a precinct with its number: several may have one name, but not one number."""
    return " ".join(filter(None, (apart(either(name)), number_words(number))))


def precinct_words(name: Bilingual, number: str | None, city: Bilingual) -> str:
    """Return a precinct among others of its name: its number, and its city."""
    return f"{numbered_words(name, number)} · {apart(either(city))}"


def apart(words: str) -> str:
    """Wrap text in bidi isolates, so that it is read in its own direction."""
    return i18n.set_apart(words)


def forgotten_words(day: date) -> str:
    """Return when the name of a person who is not informed goes to the trash."""
    return _("The name goes to the trash on {day}").format(day=date_words(day))


def day_words(day: date) -> str:
    """Return a day with the day of its week."""
    weekday = format_date(day, "EEEE", locale=i18n.screen().locale)
    return f"{weekday[:1].upper()}{weekday[1:]} {date_words(day)}"


def no_day_words() -> str:
    """Return the error for text that cannot be read as a day, with how to type one."""
    return _("This is not a day. Type one as 05/01/2026 or 05012026.")


def not_listed_words() -> str:
    """Return the error for words that no answer of a list begins with."""
    return _("Nothing in the list begins with this. Choose from the list, or delete the words.")


def numbers_words(*parts: tuple[int, str]) -> str:
    """Return how many there are of each, in one line, without zeros."""
    return " · ".join(
        words.format(number=isolate(str(number))) for number, words in parts if number
    )


def labelled_words(name: str, value: str) -> str:
    """Put what something is behind its name; French leaves a space before the colon."""
    return _("{name}: {value}").format(name=name, value=value)


def problem_words(problem: Problem) -> str:
    """Return what is wrong with a field; of a count that is only odd, how to confirm it too."""
    again = _("Save once more to confirm it.") if problem.code == "odd" else ""
    return f"{problem.message} {again}".strip()


def share_words(share: Decimal) -> str:
    """Return a share in a hundred, with a comma in either language: 55,6 %."""
    return isolate(f"{share:.1f}\u00a0%".replace(".", ","))


def time_text(moment: time | None) -> str:
    return f"{moment:%H:%M}" if moment else ""


def point_kind_words(kind: str) -> str:
    """Return what a point is: a concern, a request."""
    return word_of(POINT_KIND_WORDS, kind)


def point_state_words(state: str) -> str:
    """Return the state of the reaction to a point."""
    words: dict[str, Callable[[], str]] = {
        PointState.RECEIVED: lambda: _("Awaiting"),
        PointState.ANSWERED: lambda: _("Answered"),
        PointState.REFERRED: lambda: _("Referral"),
        PointState.COMMITTED: lambda: _("Commitment"),
        PointState.REPLY_GIVEN: lambda: _("Reply given"),
        PointState.CLOSED: lambda: _("Closed"),
    }
    return word_of(words, state)


def review_words(review: str) -> str:
    """Return the state of a meeting's review by headquarters."""
    words: dict[str, Callable[[], str]] = {
        ReviewState.RECEIVED: lambda: _("To review"),
        ReviewState.QUESTIONED: lambda: _("Questioned"),
        ReviewState.CLARIFIED: lambda: _("Clarified"),
        ReviewState.ACCEPTED: lambda: _("Accepted"),
    }
    return word_of(words, review)


def rumour_state_words(state: str) -> str:
    """Return the state of a rumour."""
    words: dict[str, Callable[[], str]] = {
        RumourState.HEARD: lambda: _("Heard"),
        RumourState.VERIFYING: lambda: _("Being verified"),
        RumourState.VERIFIED: lambda: _("Verified"),
        RumourState.CORRECTED: lambda: _("Rectified"),
        RumourState.CARRIED: lambda: _("Those concerned informed"),
        RumourState.CLOSED: lambda: _("Rumour closed"),
    }
    return word_of(words, state)


def rumour_icon(state: str) -> tuple[str, str]:
    """Return the icon of a state of a rumour, and its tone."""
    return _RUMOUR_ICONS.get(state, UNKNOWN_STATE)


def owner_words(owner: str) -> str:
    """Return who made a promise."""
    return word_of(OWNER_WORDS, owner)


def phrase_words(code: str) -> str:
    """Return a frequent point in the language of the screen."""
    return phrase(code).label(i18n.screen())


def reaction_words(reaction: str) -> str:
    """Return the reaction to a point: none yet, a commitment, a referral, or an answer’s code."""
    if reaction == "open":
        return _("Awaiting")
    if reaction == "commitment":
        return _("Commitment")
    if reaction == "referral":
        return _("Referral")
    return code_words(reaction)


def own_words(text: str | None, translation: str | None, language: str | None) -> str:
    """Return what was written, or its translation where that is in the language of the screen."""
    if translation and language != i18n.current().value:
        return translation
    return text or ""


def untranslated(words: str) -> str:
    """Return words of the other language, and that nobody translated them."""
    return _("{words} (not translated)").format(words=isolate(words)) if words else ""


def search_limits(shown: int, *, is_cut: bool, is_complete: bool) -> str:
    """Return a note that search results were cut, or that the index is incomplete."""
    cut = _("The first {number} are shown. Add a word to see others.")
    incomplete = _("The search index is still being completed: some records may be missing.")
    sentences = ("" if not is_cut else cut, "" if is_complete else incomplete)
    return " ".join(filter(None, sentences)).format(number=isolate(str(shown)))
