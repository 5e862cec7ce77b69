"""Labels under a large figure, in agreement with it."""

from outreach_app.i18n import Language

# In French one and several; in Arabic one, two, three to ten, eleven and more, whole hundreds.
Forms = tuple[str, ...]


def agreeing(forms: Forms, number: int | None, language: Language) -> str:
    """Return the form that agrees with a number; what nobody counted is told as of several."""
    if language is not Language.ARABIC:
        return forms[0] if number in (0, 1) else forms[1]
    if number is None:
        return forms[2]
    if number in (1, 2):
        return forms[number - 1]
    last = number % 100
    if 3 <= last <= 10:
        return forms[2]
    return forms[3] if last >= 11 else forms[4]
