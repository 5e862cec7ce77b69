"""The checks that drafts share; a form runs them while typing, a service before writing."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from functools import cache

from outreach_app.errors import InvalidDraft, Problem
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.rules.dates import FIRST_YEAR, LAST_YEAR
from outreach_app.rules.domain_kinds import Count, Words
from outreach_app.rules.domains import DOMAINS
from outreach_app.rules.emails import is_email
from outreach_app.rules.identifiers import Identifier, find_identifiers
from outreach_app.rules.phones import find_phone, has_usual_length
from outreach_app.rules.quoting import quoted
from outreach_app.rules.screens import Screen
from outreach_app.rules.sensitive import About, SensitiveReason, sensitive_words
from outreach_app.rules.text import clean_text
from outreach_app.vocabulary import is_known


class Checks:
    """Collects the problems of one draft; `path` precedes each field (`points.2.`)."""

    def __init__(self, path: str = "") -> None:
        self._path = path
        self.problems: list[Problem] = []

    def add(self, field: str, code: str, message: str) -> None:
        self.problems.append(Problem(f"{self._path}{field}", code, message))

    def extend(self, problems: Iterable[Problem]) -> None:
        self.problems.extend(problems)

    def code(self, field: str, value: str | None, *prefixes: str) -> None:
        """Require None or an entry of one of these lists."""
        if value is not None and not is_known(value, *prefixes):
            self._unknown(field, value)

    def one_of(self, field: str, value: str, allowed: Iterable[str]) -> None:
        """Require one of these texts, or of the members of an enum."""
        if value not in tuple(allowed):  # Python 3.11 raises if an enum is asked for a text
            self._unknown(field, value)

    def either(self, field: str, arabic: str | None, french: str | None) -> None:
        """Require a name in at least one language, of letters."""
        if not arabic and not french:
            self.add(field, "required", _("A name is required, in Arabic or in French."))
        for each, name in ((field, arabic), (field.replace("_ar", "_fr"), french)):
            if name and not any(map(str.isalpha, name)):
                self.add(each, "no_letters", _("A name is written in letters."))

    def required(self, field: str, value: object) -> None:
        if value is None or value == "":
            self.add(field, "required", _("This field is required."))

    def reason(self, field: str, *, is_needed: bool, reason: str | None) -> None:
        if is_needed and not reason:
            self.add(field, "reason_required", _("A reason is required for this status."))

    def texts(self, entity: str, draft: object, sensitive_reason: str | None = None) -> None:
        """Check every text of a draft that the table of domains has for its entity.

        `sensitive_reason` is a person's reason for keeping sensitive words.
        """
        for field in _texts_of(entity):
            text = getattr(draft, field, None)
            if text:
                self.text(entity, field, text, sensitive_reason)

    def text(
        self, entity: str, field: str, text: str | None, sensitive_reason: str | None = None
    ) -> None:
        """Check one text of a record against the table of domains, where it stands as Words."""
        self.words(field, text, _texts_of(entity)[field], sensitive_reason)

    def words(
        self, field: str, text: str | None, domain: Words, sensitive_reason: str | None = None
    ) -> None:
        """Check one text: its length, and what its screen refuses. Source: law 09-08.

        One of which cleaning would leave nothing is refused: it would be stored as none.
        """
        if not text:
            return
        if not clean_text(text):
            self.add(field, "invisible", _("Nothing typed here is visible. Type it, or empty it."))
            return
        if len(text) > domain.most:
            message = _("The text is too long: at most {most} characters.")
            self.add(field, "too_long", message.format(most=domain.most))
            return
        if domain.lines is not None and len(text.splitlines()) > domain.lines:
            message = _("The text has too many lines: at most {most}.")
            self.add(field, "too_long", message.format(most=isolate(str(domain.lines))))
            return
        for kind in find_identifiers(text) if domain.screen.identifiers else ():
            if kind in domain.screen.identifiers:
                self.add(field, kind, _REFUSALS[kind]())
        if domain.screen.about is not None:
            self._sensitive(field, text, domain.screen, sensitive_reason)

    def contacts(self, phone: str | None, email: str | None = None) -> None:
        """Require a telephone number and an e-mail address that reach somebody, if given."""
        if phone and find_phone(phone) is None:
            message = _(
                "The phone number {phone} is not valid. Write it as 06 12 34 56 78 or"
                " +212 6 12 34 56 78."
            )
            if has_usual_length(phone):
                message = _(
                    "No Moroccan number begins like {phone}, which has the right number of digits."
                    " Check its first digits."
                )
            self.add("phone", "invalid_phone", message.format(phone=quoted(phone)))
        if email and not is_email(email):
            message = _("The e-mail address {email} is not complete. Write it as name@example.ma.")
            self.add("email", "invalid_email", message.format(email=quoted(email)))

    def period(
        self, field: str, start: date | time | None, end: date | time | None, refusal: str = ""
    ) -> None:
        """Require an end not before the start; `refusal` for fields with other names."""
        if start is not None and end is not None and str(end) < str(start):
            message = refusal or _("The end cannot be before the start.")
            self.add(field, "ends_before_start", message)

    def day(self, field: str, day: date | None) -> None:
        """Require a year that can be typed: an office never means another."""
        if day is not None and not FIRST_YEAR <= day.year <= LAST_YEAR:
            message = _("The date {day} cannot be right: its year must be from {first} to {last}.")
            written = isolate(f"{day.day:02}/{day.month:02}/{day.year:04}")
            years = {"first": isolate(str(FIRST_YEAR)), "last": isolate(str(LAST_YEAR))}
            self.add(field, "out_of_range", message.format(day=written, **years))

    def count(self, field: str, number: int | None, confirmed: Iterable[int]) -> None:
        """Check a count of a meeting; `confirmed` are the unusual ones that a person confirmed."""
        domain = DOMAINS["meeting"][field]
        if number is None or not isinstance(domain, Count):
            return
        if number < domain.lo:
            self.add(field, "negative", _("A number of people cannot be below zero."))
        elif number > domain.hi:
            self.add(field, "too_many", _("The number is too large for a meeting."))
        elif domain.is_odd(number) and number not in confirmed:
            message = _("The number {number} is unusually high. If it is right, confirm it.")
            self.add(field, "odd", message.format(number=isolate(str(number))))

    def raise_if_any(self) -> None:
        """Raise InvalidDraft with every problem; its message joins theirs."""
        if self.problems:
            sentences = dict.fromkeys(problem.message for problem in self.problems)
            raise InvalidDraft(" ".join(sentences), self.problems)

    def _unknown(self, field: str, value: str) -> None:
        message = _("“{code}” is not in the list.")
        self.add(field, "unknown_code", message.format(code=quoted(value)))

    def _sensitive(self, field: str, text: str, screen: Screen, reason: str | None) -> None:
        words = sensitive_words(text, screen.about or About.ANYTHING)
        if not words or (reason and screen.is_kept_for_reason):
            return
        if screen.is_kept_for_reason:
            message = _(
                "The text may contain sensitive data ({words}). Reword it, or give a reason for "
                "keeping it."
            )
        else:
            message = _(
                "The text may contain sensitive data ({words}), which may not be recorded about "
                "anybody. Reword it."
            )
        sentence = message.format(words="، ".join(word.word for word in words))
        advice = dict.fromkeys(_REWORDINGS[word.reason]() for word in words)
        self.add(field, "sensitive", " ".join([sentence, *advice]))


@cache
def _texts_of(entity: str) -> dict[str, Words]:
    domains = DOMAINS[entity].items()
    return {name: domain for name, domain in domains if isinstance(domain, Words)}


_REFUSALS: Mapping[Identifier, Callable[[], str]] = {
    Identifier.IDENTITY_NUMBER: lambda: _(
        "The number of a person's identity card or social security may not be recorded. Remove it "
        "from the text."
    ),
    Identifier.PLATE: lambda: _(
        "The number plate of a vehicle may not be recorded. Remove it from the text."
    ),
    Identifier.ACCOUNT: lambda: _(
        "The number of a bank account may not be recorded. Remove it from the text."
    ),
    Identifier.CONTACT: lambda: _(
        "A mobile number or an e-mail address may not be in a text. Enter it in its own field, or "
        "remove it."
    ),
}
_REWORDINGS: Mapping[SensitiveReason, Callable[[], str]] = {
    SensitiveReason.OPINION: lambda: _(
        "Name the organisation that spoke, not what a person thinks."
    ),
    SensitiveReason.RELIGION: lambda: _(
        "Name the place or the organisation, not a person's belief."
    ),
    SensitiveReason.UNION: lambda: _("Name the union, not who belongs to it."),
    SensitiveReason.HEALTH: lambda: _("Write what is asked for, not who is ill."),
    SensitiveReason.GENETIC: lambda: _("Remove what was analysed about a person."),
    SensitiveReason.ETHNICITY: lambda: _("Remove the person's origin."),
    SensitiveReason.OFFENCE: lambda: _("Write what the place needs, not what a person did."),
    SensitiveReason.PRIVATE: lambda: _("Remove what concerns a person's private life."),
}
