"""The command that counts communication over a period: figures."""

from dataclasses import fields
from typing import Annotated

import typer

from outreach_app.cli.documents import typed_period
from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate, screen
from outreach_app.queries.communication import (
    CommunicationFigures,
    Delays,
    get_communication_figures,
)
from outreach_app.queries.figures import Figure
from outreach_app.queries.reactions import ReactionTime
from outreach_app.queries.remark_figures import RemarkFigures
from outreach_app.vocabulary import label


def show_figures(
    common: Common,
    first: Annotated[str, typer.Argument(help=_("The first day, as 2018-01-01."))],
    last: Annotated[str, typer.Argument(help=_("The last day."))],
) -> Answer:
    period = typed_period(first, last)
    with common.opened() as office, office.database.read() as session:
        figures = get_communication_figures(session, period)
    result = {
        "rumours": _counts(figures.rumours),
        "different": figures.different,
        "rectified": _counts(figures.rectified),
        "hours": {"now": _delays(figures.hours), "before": _delays(figures.hours_before)},
        "publications": _counts(figures.publications),
        "kinds": [
            {"kind": row.kind, **_counts(row.figure), "share": float(row.share)}
            for row in figures.kinds
        ],
        "remarks": _remarks(figures.remarks),
        "awareness": {
            field.name: _counts(getattr(figures.awareness, field.name))
            for field in fields(figures.awareness)
        },
    }
    return Answer(result, _lines(figures))


def _lines(figures: CommunicationFigures) -> list[str]:
    named = _("{name}: {number}")
    lines = [
        named.format(name=_("Publications"), number=isolate(str(figures.publications.now))),
        *(
            _("{name}: {number} ({share} %)").format(
                name=_capitalised(label(row.kind, screen())),
                number=isolate(str(row.figure.now)),
                share=isolate(f"{row.share}".replace(".", ",")),
            )
            for row in figures.kinds
        ),
    ]
    if figures.kinds:
        lines.append(_("Shares are rounded to the nearest tenth."))
    lines.append(named.format(name=_("Rumours heard"), number=isolate(str(figures.rumours.now))))
    if figures.different != figures.rumours.now:
        different = isolate(str(figures.different))
        lines.append(named.format(name=_("Different rumours"), number=different))
    rectified = isolate(str(figures.rectified.now))
    lines.append(named.format(name=_("of them rectified"), number=rectified))
    if figures.hours.median is not None:
        median = isolate(str(figures.hours.median))
        lines.append(named.format(name=_("Median delay (h)"), number=median))
        worst = isolate(str(figures.hours.worst))
        lines.append(named.format(name=_("Longest delay (h)"), number=worst))
    others = (
        (_("Remarks received"), figures.remarks.received),
        (_("Remarks without a reaction"), figures.remarks.unanswered),
        (_("Actions carried out"), figures.awareness.actions),
        (_("Beneficiaries"), figures.awareness.beneficiaries),
    )
    numbers = [(name, isolate(str(figure.now))) for name, figure in others]
    return lines + [named.format(name=name, number=number) for name, number in numbers]


def _capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def _counts(figure: Figure) -> dict[str, int | None]:
    return {"now": figure.now, "before": figure.before}


def _remarks(figures: RemarkFigures) -> dict[str, object]:
    return {
        "received": _counts(figures.received),
        "unanswered": _counts(figures.unanswered),
        "channels": [{"channel": code, **_counts(figure)} for code, figure in figures.channels],
        "days": {"now": _waits(figures.reaction), "before": _waits(figures.reaction_before)},
    }


def _waits(waited: ReactionTime) -> dict[str, float | int | None]:
    return {"median": waited.median, "worst": waited.worst}


def _delays(hours: Delays) -> dict[str, int | None]:
    return {"median": hours.median, "worst": hours.worst}
