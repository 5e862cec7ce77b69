"""The phrases with which an office begins and ends its summaries."""

from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.blocks import Span
from outreach_app.summaries.prose.composition import typeset

# The sentence that takes a phrase ends it itself.
_ENDS = " .,،؛;"


def phrase(own: Bilingual | None, path: str, page: Language) -> Span | None:
    """Return an office's own phrase for a page; None if it has none in its language."""
    found = own.prefer(page) if own is not None else None
    if found is None or found[1] is not page or not found[0].strip(_ENDS):
        return None
    return Span(typeset(found[0].rstrip(_ENDS), page), f"{path}.{page.value}")
