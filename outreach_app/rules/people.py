"""The people counted at a meeting, and the women among them: one rule for forms and files."""

from outreach_app.i18n import gettext as _
from outreach_app.rules.validation import Checks


def people_of(headcount: object, beneficiaries: object, pupils: object) -> int | None:
    """Return the number of participants, or else an awareness action's audience as counted."""
    counts = (headcount, beneficiaries, pupils)
    return next((count for count in counts if isinstance(count, int)), None)


def is_women_known(women: int, people: int | None) -> bool:
    """Return whether a number of women can be counted: among people who were counted."""
    return people is not None and women <= people


def check_women(checks: Checks, women: int | None, people: int | None) -> None:
    """Require that women are counted among people, and are not more."""
    if women is None or is_women_known(women, people):
        return
    if people is None:
        message = _("Women are counted among people: note how many came, or leave this empty.")
        checks.add("women", "women_of_nobody", message)
    else:
        checks.add("women", "more_women", _("There cannot be more women than people."))
