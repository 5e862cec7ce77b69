"""Command of awareness actions: awareness."""

import re
from dataclasses import replace
from typing import Annotated, Any

import typer

from outreach_app.cli.options import Answer, Common
from outreach_app.cli.rumours import On, day_of
from outreach_app.i18n import Language, current
from outreach_app.i18n import gettext as _
from outreach_app.rules.quoting import quoted
from outreach_app.rules.text import language_of
from outreach_app.services.awareness import AwarenessDraft, record_awareness

_NUMBER = re.compile(r"-?\d{1,12}")
_COUNTS = ("establishments", "pupils", "beneficiaries", "associations")


def awareness(
    common: Common,
    kind: Annotated[str, typer.Argument(help=_("The kind, such as mt.school."))],
    subject: Annotated[str | None, typer.Option(help=_("The subject."))] = None,
    on: On = None,
    until: Annotated[
        str | None, typer.Option(help=_("Its last day, if it lasted several days."))
    ] = None,
    reached: Annotated[
        list[str] | None,
        typer.Option(
            help=_(
                "Whom it reached, such as pupils=60; repeat it for each group. Append ! to "
                "confirm an unusually high number."
            )
        ),
    ] = None,
) -> Answer:
    is_arabic = (language_of(subject or "") or current()) is Language.ARABIC
    draft = AwarenessDraft(
        held_on=day_of(on),
        kind=kind,
        last_on=day_of(until) if until else None,
        subject_ar=subject if is_arabic else None,
        subject_fr=None if is_arabic else subject,
    )
    counts: dict[str, Any] = {}
    for name, number in map(_count, reached or ()):
        if counts.setdefault(name, number) != number:
            message = _("{name} is given twice, with different numbers.")
            raise typer.BadParameter(message.format(name=quoted(name)))
    confirmed = tuple(_count(text)[1] for text in reached or () if text.endswith("!"))
    with common.opened() as office, office.database.write() as session:
        uid = record_awareness(session, replace(draft, **counts, confirmed=confirmed)).uid
    return Answer({"uid": uid}, [_("The awareness action was recorded.")])


def _count(text: str) -> tuple[str, int]:
    """Return the count in text such as `pupils=60`; exit with code 2 if it is invalid."""
    name, _equals, number = text.partition("=")
    number = number.removesuffix("!")
    if name not in _COUNTS or not _NUMBER.fullmatch(number):
        message = _("{text} is not a count. Write one of these with a whole number: {names}.")
        raise typer.BadParameter(message.format(text=quoted(text), names=", ".join(_COUNTS)))
    return name, int(number)
