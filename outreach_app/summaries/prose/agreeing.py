"""Labels under a large figure."""

# In French of one and of several; in Arabic the plain name, as under any column of figures.
Forms = tuple[str, ...]


def agreeing(forms: Forms, number: int | None) -> str:
    """Return the form for a number; what nobody counted is told as of several."""
    return forms[0] if number in (0, 1) else forms[-1]
