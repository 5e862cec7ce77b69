"""The notice of a number of women that the name of a partner present contradicts."""

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.models import Meeting
from outreach_app.summaries.session.genders import genders_at_odds
from outreach_app.summaries.session.presence import calls_woman, partners_present


def at_odds_words(name: str) -> str:
    """Return what to correct, and what a summary tells until then."""
    words = _(
        "The number of women does not fit the name {name}. Correct one of them: until then a "
        "summary tells this person by the profession alone."
    )
    return words.format(name=isolate(name))


def notice_at_odds(meeting: Meeting) -> str:
    """Return the notice on the first such partner of a meeting; "" if the number fits all."""
    called = {partner: calls_woman(partner) for partner in partners_present(meeting)}
    odd = genders_at_odds(called.values(), meeting.headcount, meeting.women)
    for partner, gender in called.items():
        if gender in odd:
            return at_odds_words(partner.bearer.name_ar or partner.bearer.name_fr or "")
    return ""
