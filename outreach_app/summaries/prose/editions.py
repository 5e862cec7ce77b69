"""The sentence of a later version of a document: which one it replaces, what it changes."""

from dataclasses import dataclass
from datetime import datetime

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import Paragraph, Span, Text
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.numbers import digits


@dataclass(frozen=True, slots=True)
class Former:
    """The version that a later one replaces, and the local moments at which both were issued.

    `changed` names the parts that differ, as far as they are known.
    """

    version: int
    issued_at: datetime
    replaced_at: datetime
    changed: tuple[str, ...] = ()

    @property
    def needs_hour(self) -> bool:
        """Whether the hour tells both apart: on one day, but not within one minute."""
        before, after = self.issued_at, self.replaced_at
        return before.date() == after.date() and (
            (before.hour, before.minute) != (after.hour, after.minute)
        )


def replacement(former: Former, page: Language, changes: Text = ()) -> Paragraph:
    """Return that this version replaces the one before: its number, day and maybe hour, changes."""
    day, hour = former.issued_at.date(), former.issued_at.time()
    number = Span(digits(former.version, page), "replaces")
    if page is Language.ARABIC:
        on, at = Span(arabic.full_date(day), "replaces"), Span(arabic.clock(hour), "replaces")
        lead = "تلغي هذه الصيغة وتعوض الصيغة "
        clock = text(" على الساعة ", at) if former.needs_hour else ""
        changed = text("، وقد شمل التغيير: ", changes) if changes else ""
        return Paragraph(text(lead, number, " الصادرة يوم ", on, clock, changed, "."))
    on, at = Span(french.full_date(day), "replaces"), Span(french.clock(hour), "replaces")
    lead = "La présente version annule et remplace la version\u00a0"
    clock = text(" à ", at) if former.needs_hour else ""
    changed = text(", dont elle modifie ", changes) if changes else ""
    return Paragraph(text(lead, number, ", émise le ", on, clock, changed, "."))
