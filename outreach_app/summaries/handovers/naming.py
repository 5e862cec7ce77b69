"""The names of partners in a handover file."""

from collections.abc import Iterable

from outreach_app.i18n import Language
from outreach_app.summaries.hand_outs.plan import PartnerFacts
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.prose.blocks import Text
from outreach_app.summaries.prose.composition import joined
from outreach_app.summaries.prose.french import sentence_case

AR = Language.ARABIC
NOTHING = "—"


def named(
    partners: Iterable[PartnerFacts], path: str, language: Language, name: str = "partners"
) -> Text:
    """Return the names of partners, one after the other."""
    names = (
        sentence_case(partner_name(partner, f"{path}.{name}.{place}", language))
        for place, partner in enumerate(partners, 1)
    )
    separator = "؛ " if language is AR else "\u00a0; "
    return joined([name for name in names if name], separator)
