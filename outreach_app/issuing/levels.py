"""The level of a document whose texts name somebody."""

from collections.abc import Callable
from dataclasses import replace

from outreach_app.database import StoreSession
from outreach_app.database.session_values import SessionValue
from outreach_app.documents.requests import RenderRequest
from outreach_app.i18n import Language
from outreach_app.queries.records import get_own_office
from outreach_app.queries.records_naming_people import get_known_names
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.known_names import KnownNames
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.plain_text import to_plain_text

_KNOWN = SessionValue[KnownNames]()  # read once for the sheets of all partners


def get_names_in_texts(session: StoreSession) -> KnownNames:
    """Return the names that texts of this office can say; headquarters issues none of its texts."""
    if get_own_office(session).role == OfficeRole.HEADQUARTERS:
        return KnownNames(())
    return _KNOWN.get_or_make(session, lambda: get_known_names(session))


def restricted_if_named(
    known: KnownNames, request: Callable[[Language], RenderRequest], language: Language
) -> RenderRequest:
    """Return a request to render, RESTRICTED instead of INTERNAL if a text in it names somebody."""
    made = request(language)
    fullest = made.candidates[0]
    lines = to_plain_text(fullest).splitlines() if fullest.level is Circulation.INTERNAL else ()
    if not any(map(known.said_in, lines)):
        return made
    restricted = (replace(each, level=Circulation.RESTRICTED) for each in made.candidates)
    return replace(made, candidates=tuple(restricted))
