"""Command of remarks: remark."""

from dataclasses import replace
from typing import Annotated

import typer

from outreach_app import clock
from outreach_app.cli.options import Answer, Common
from outreach_app.cli.rumours import On, day_of
from outreach_app.i18n import current, isolate
from outreach_app.i18n import gettext as _
from outreach_app.queries.records import uid_of
from outreach_app.queries.remarks import get_remark
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.text import language_of
from outreach_app.services.remarks import RemarkDraft, record_remark


def remark(  # noqa: PLR0913, PLR0917  each is an option of the command
    common: Common,
    words: Annotated[str, typer.Argument(help=_("Summary of what was said; no name."))],
    topic: Annotated[str, typer.Option(help=_("The topic, such as tp.6.1."))],
    channel: Annotated[
        str, typer.Option(help=_("How it was received, such as rv.phone."))
    ] = "rv.phone",
    kind: Annotated[PointKind, typer.Option(help=_("The kind."))] = PointKind.CONCERN,
    on: On = None,
    partner: Annotated[
        str | None, typer.Option(help=_("The partner on whose behalf it was said, by uid."))
    ] = None,
    publication: Annotated[
        str | None, typer.Option(help=_("The publication it was made on, by uid."))
    ] = None,
) -> Answer:
    now = clock.local(clock.now())
    day = day_of(on)
    at = now.time().replace(second=0, microsecond=0) if day == now.date() else None
    language = (language_of(words) or current()).value
    draft = RemarkDraft(topic, words, language, day, at, channel, kind)
    with common.opened() as office:
        whose = uid_of(partner) if partner else None
        where = uid_of(publication) if publication else None
        draft = replace(draft, raised_by=whose, publication=where)
        with office.database.write() as session:
            uid = record_remark(session, draft).uid
        with office.database.read() as session:
            row = get_remark(session, uid)
    said = _("The remark was recorded under No. {number}.").format(number=isolate(row.number))
    return Answer({"uid": uid, "number": row.number, "state": row.state}, [said])
