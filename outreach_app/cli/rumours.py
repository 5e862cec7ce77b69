"""Commands of rumours: propose-clusters, follow, find, carry-back."""

from datetime import date
from typing import Annotated

import typer

from outreach_app import clock
from outreach_app.cli.options import Answer, Common
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.models import Point
from outreach_app.queries.points import rumour_named
from outreach_app.queries.records import get_record, uid_of
from outreach_app.queries.rumour_pairs import list_rumour_pairs
from outreach_app.queries.rumours import get_rumour
from outreach_app.rules.dates import parse_date
from outreach_app.rules.text import language_of
from outreach_app.services.findings import FindingDraft, join_rumours, record_finding
from outreach_app.services.rumours import CarryingDraft, carry_back, follow_point

On = Annotated[str | None, typer.Option(help=_("The day; by default today."))]


def propose_clusters(common: Common) -> Answer:
    with common.opened() as office, office.database.read() as session:
        pairs = list_rumour_pairs(session, clock.today())
    result = [
        {"first": pair.first.uid, "second": pair.second.uid, "score": round(pair.score, 2)}
        for pair in pairs
    ]
    return Answer({"pairs": result}, [f"{row.first.text}  {row.second.text}" for row in pairs])


def follow(
    common: Common,
    point: Annotated[str, typer.Argument(help=_("The point of the kind rumour, by uid."))],
) -> Answer:
    with common.opened() as office, office.database.write() as session:
        told = get_record(session, Point, uid_of(point))
        rumour = get_rumour(session, follow_point(session, told.uid, told.version).uid)
    said = _("It is followed as rumour No. {number}. Record what is established with {command}.")
    said = said.format(number=isolate(rumour.number), command=isolate(f"find {rumour.uid}"))
    return Answer({"uid": rumour.uid, "number": rumour.number, "state": rumour.state}, [said])


def find(
    common: Common,
    rumours: Annotated[
        list[str],
        typer.Argument(help=_("The rumours that are the same, by uid, or by that of their point.")),
    ],
    result: Annotated[str, typer.Option(help=_("What was established, such as vr.false."))],
    source: Annotated[str | None, typer.Option(help=_("The service asked, such as vs.hq."))] = None,
    fact: Annotated[str | None, typer.Option(help=_("The fact, in one sentence."))] = None,
    on: On = None,
) -> Answer:
    language = (language_of(fact) or current()).value if fact else None
    draft = FindingDraft(result, day_of(on), None, source, fact, language)
    with common.opened() as office, office.database.write() as session:
        uids = [rumour_named(session, uid_of(text)) for text in rumours]
        cluster = join_rumours(session, uids) if len(uids) > 1 else None
        was_told = get_rumour(session, uids[0]).is_told
        finding = record_finding(session, uids[0], draft).uid
        has_to_tell = was_told and not get_rumour(session, uids[0]).is_told
    lines = [_("The result was recorded.")]
    if has_to_tell:
        lines.append(_("Those concerned were informed of another result: inform them of this one."))
    return Answer({"uid": finding, "cluster": cluster}, lines)


def carry_rumour_back(
    common: Common,
    rumour: Annotated[str, typer.Argument(help=_("The rumour, by uid, or by that of its point."))],
    channel: Annotated[str, typer.Option(help=_("How they were informed, such as pc.meeting."))],
    to: Annotated[str | None, typer.Option(help=_("Which organisations were informed."))] = None,
    on: On = None,
) -> Answer:
    with common.opened() as office:
        with office.database.write() as session:
            uid = rumour_named(session, uid_of(rumour))
            version = get_rumour(session, uid).version
            carry_back(session, uid, version, CarryingDraft(day_of(on), channel, to))
        with office.database.read() as session:
            row = get_rumour(session, uid)
    said = _("It is recorded that those concerned were informed.")
    return Answer({"uid": uid, "state": row.state, "hours": row.hours}, [said])


def day_of(text: str | None) -> date:
    """Return the day from text, today for None; exit with code 2 if it is invalid."""
    if text is None:
        return clock.today()
    day = parse_date(text)
    if day is None:
        message = _(
            "The date {text} does not exist, or is not from 1900 to 2099. Write day/month/year."
        )
        raise typer.BadParameter(message.format(text=text))
    return day
