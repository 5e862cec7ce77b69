"""When an office receives people, as documents say it: by the hour of the meeting."""

from datetime import date, time

from outreach_app.i18n import Language
from outreach_app.rules.working_days import WorkingDays

_PERMANENCE = {Language.ARABIC: "خلال الديمومة", Language.FRENCH: "pendant la permanence"}
_RECEPTION = {
    Language.ARABIC: "خلال أوقات استقبال العموم",
    Language.FRENCH: "pendant les heures d’accueil du public",
}


def while_open(day: date, starts_at: time | None, page: Language) -> str:
    """Return « pendant la permanence », in office hours « pendant les heures d’accueil du public ».

    A permanence is what is open outside the hours of public offices.
    """
    hours = None if starts_at is None else WorkingDays().hours_on(day)
    is_in_hours = hours is not None and starts_at is not None and hours[0] <= starts_at < hours[1]
    return (_RECEPTION if is_in_hours else _PERMANENCE)[page]
