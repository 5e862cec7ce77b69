"""The sentence of a later version of a document: which one it replaces, what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from outreach_app.i18n import Language
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Heading,
    Letterhead,
    Paragraph,
    Realised,
    Span,
    Text,
    Title,
)
from outreach_app.summaries.prose.composition import listed, text
from outreach_app.summaries.prose.numbers import digits

_FACT = "replaces"
# The parts of a document before its first numbered section, and after the last one.
_START, _END = "start", "end"
_NAMES = {_START: ("المعطيات الأولى", "les premières données"), _END: ("الملحق", "l’annexe")}
_SECTIONS = (("الفقرة ", "الفقرتان ", "الفقرات "), ("la section\u00a0", "les sections\u00a0"))


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
    number = Span(digits(former.version, page), _FACT)
    if page is Language.ARABIC:
        on, at = Span(arabic.full_date(day), _FACT), Span(arabic.clock(hour), _FACT)
        lead = "تلغي هذه الصيغة وتعوض الصيغة "
        clock = text(" على الساعة ", at) if former.needs_hour else ""
        changed = text("، وقد شمل التغيير: ", changes) if changes else ""
        return Paragraph(text(lead, number, " الصادرة يوم ", on, clock, changed, "."))
    on, at = Span(french.full_date(day), _FACT), Span(french.clock(hour), _FACT)
    lead = "La présente version annule et remplace la version\u00a0"
    clock = text(" à ", at) if former.needs_hour else ""
    changed = text(", dont elle modifie ", changes) if changes else ""
    return Paragraph(text(lead, number, ", émise le ", on, clock, changed, "."))


def replacing(document: Realised, former: Former | None) -> Realised:
    """Return a document that says under its title which version it replaces, and which sections.

    `former` is that version, None for the first one of a document.
    """
    if former is None:
        return document
    blocks = list(document.blocks)
    place = next(place for place, each in enumerate(blocks, 1) if isinstance(each, Title))
    page = document.language
    blocks.insert(place, replacement(former, page, sections_told(former.changed, page)))
    return replace(document, blocks=tuple(blocks))


def section_parts(document: Realised) -> tuple[tuple[str, str], ...]:
    """Return the sections of a document by number, each with its content, without its head."""
    found: dict[str, list[str]] = {}
    part = _START
    for block in document.blocks:
        if isinstance(block, Heading):
            part = str(block.number) if block.number else (_END if part.isdecimal() else part)
        if not isinstance(block, Letterhead | Title):
            found.setdefault(part, []).append(repr(block))
    return tuple((name, "\n".join(said)) for name, said in found.items())


def sections_told(changed: Sequence[str], page: Language) -> Text:
    """Return « les sections 2 et 4 et l’annexe » of changed sections, in their order."""
    is_french = page is Language.FRENCH
    numbers = sorted(int(each) for each in changed if each.isdecimal())
    named = [text(Span(_NAMES[_START][is_french], _FACT))] if _START in changed else []
    if numbers:
        forms = _SECTIONS[is_french]
        places = [text(Span(digits(each, page), _FACT)) for each in numbers]
        lead = forms[min(len(numbers), len(forms)) - 1]
        named.append(text(lead, listed(places, page)))
    if _END in changed:
        named.append(text(Span(_NAMES[_END][is_french], _FACT)))
    return listed(named, page)
