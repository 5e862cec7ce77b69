"""The words of the store's records as plans hold them."""

from outreach_app.i18n import Language
from outreach_app.models import Commitment, Office, Point
from outreach_app.rules.kinds import OfficeRole
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import PointReaction
from outreach_app.rules.text import stored_language
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.prose.unit_lines import named_in_letterhead
from outreach_app.vocabulary import PHRASES, is_known, phrase


def office_facts(office: Office) -> OfficeFacts:
    """Return the facts of the issuing office.

    If its name is only a number, it is not a name: the unit is then identified by its number.
    """
    names = (office.name_ar, office.name_fr)
    arabic, french = (name if name.strip() != office.number else None for name in names)
    facts = OfficeFacts(
        name=Bilingual(arabic, french),
        city=Bilingual(office.city_ar, office.city_fr),
        chief_title=Bilingual(office.chief_title_ar, office.chief_title_fr),
        letterhead_ar=tuple(office.letterhead_ar.splitlines()),
        letterhead_fr=tuple(office.letterhead_fr.splitlines()),
        number=office.number,
        phone=office.phone,
    )
    return named_in_letterhead(facts) if office.role == OfficeRole.PRECINCT else facts


def words_of(
    text: str | None, language: str | None, translation: str | None = None
) -> Words | None:
    """Return free text for a plan; None if there is none."""
    return written(text, language, translation) if text and language else None


def written(text: str, language: str, translation: str | None = None) -> Words:
    """Return free text for a plan; an unknown language is recognised by its script."""
    return Words(text, stored_language(language, text), translation)


def point_words(point: Point) -> Words | None:
    """Return what was said; None of an offence, and of a frequent point that is not known here."""
    if point.reaction == PointReaction.ORIENTED:
        return None
    if point.text is None and point.phrase is not None:
        if not is_known(point.phrase, PHRASES):
            return None
        return Words(phrase(point.phrase).ar, Language.ARABIC, phrase=point.phrase)
    return words_of(point.text, point.language, point.translation)


def reason_words(row: Commitment) -> Words | None:
    """Return why a commitment was set aside, or what was done to keep it."""
    if not row.status_reason:
        return None
    # It is stored without its language, which its script shows.
    return written(row.status_reason, "", row.status_reason_translation)
