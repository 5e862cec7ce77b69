"""Texts of the page: the title of each record, and its facts line by line."""

from collections.abc import Iterator
from datetime import date

from outreach_app.database import StoreSession
from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate
from outreach_app.queries.awareness import AwarenessRow
from outreach_app.queries.publications import PublicationRow
from outreach_app.queries.readings import ReadingRow, list_readings_of
from outreach_app.queries.remarks import RemarkRow, count_remarks_on
from outreach_app.queries.rumour_pairs import count_joined
from outreach_app.queries.rumours import RumourRow
from outreach_app.rules.dates import date_words
from ui.moments import when_words
from ui.record_lines import done_words, replies_words
from ui.words import (
    apart,
    code_words,
    either,
    labelled_words,
    own_words,
    partners_words,
    point_kind_words,
)

_LAST_READINGS = 3


def rumour_words(row: RumourRow) -> str:
    """Return the words of a rumour."""
    return own_words(row.text, row.translation, row.language)


def publication_words(row: PublicationRow) -> str:
    """Return the title of a publication, or the kind of a total."""
    return either(row.title) or code_words(row.kind)


def remark_words(row: RemarkRow) -> str:
    """Return the words of a remark, or the topic of an offence, which has none."""
    return own_words(row.text, row.translation, row.language) or code_words(row.topic)


def awareness_words(row: AwarenessRow) -> str:
    """Return the subject of an awareness action, or else its kind."""
    return either(row.subject) or code_words(row.kind)


def days_words(first: date, last: date | None) -> str:
    """Return a day, or the first and the last of several."""
    if last is None or last == first:
        return date_words(first)
    return f"{date_words(first)} – {date_words(last)}"


def reading_words(row: ReadingRow) -> str:
    """Return the title of a reading's publication, or its account."""
    title = either(row.title)
    return title or (code_words(row.account) if row.account else "")


def reading_facts(_session: StoreSession, row: ReadingRow) -> str:
    """Return all values of a reading, and its source."""
    counts = (
        (_("Reactions"), row.reactions),
        (_("Comments"), row.comments),
        (_("Shares"), row.shares),
    )
    figures = [labelled_words(name, isolate(str(n))) for name, n in counts if n is not None]
    source = code_words(row.source) if row.source else ""
    return " · ".join(filter(None, (*figures, source)))


def rumour_facts(session: StoreSession, row: RumourRow) -> str:
    """Return the facts of a rumour, one step per line."""
    lines = list(_rumour_lines(row))
    joined = count_joined(session, row.finding.cluster) if row.finding else 0
    if joined > 1:
        heard = _("Precincts that heard this rumour: {number}")
        lines.append(heard.format(number=isolate(str(joined))))
    return "\n".join(lines)


def remark_facts(session: StoreSession, row: RemarkRow) -> str:
    """Return the facts of a remark and its reaction, one step per line."""
    return "\n".join(filter(None, (*_remark_lines(row), replies_words(session, row.uid))))


def awareness_facts(_session: StoreSession, row: AwarenessRow) -> str:
    """Return the facts of an awareness action."""
    number = _("Meeting No. {number}").format(number=isolate(row.number)) if row.number else ""
    place = either(row.place)
    return " · ".join(filter(None, (number, code_words(row.kind), place and apart(place))))


def publication_facts(session: StoreSession, row: PublicationRow) -> str:
    """Return the facts of a publication, with its readings, the last first."""
    channels = " · ".join(map(code_words, row.channels))
    address = isolate(row.address) if row.address else ""
    parts = (code_words(row.kind), row.issuer and apart(row.issuer), channels, address)
    text = either(row.text)
    read = [_reading_words(each) for each in list_readings_of(session, row.uid)[:_LAST_READINGS]]
    remarks = count_remarks_on(session, row.uid)
    said = labelled_words(_("Remarks on it"), isolate(str(remarks))) if remarks else ""
    lines = (" · ".join(filter(None, parts)), text and apart(text), " · ".join(read), said)
    return "\n".join(filter(None, lines))


def _reading_words(row: ReadingRow) -> str:
    """Return the interactions, or else the views, of a reading, with its day."""
    name, number = _("Interactions"), row.interactions
    if number is None:
        name, number = _("Views"), row.views
    words = labelled_words(name, isolate(str(number or 0)))
    return f"{words} ({date_words(row.read_on)})"


def _remark_lines(row: RemarkRow) -> Iterator[str]:
    number = _("Remark No. {number}").format(number=isolate(row.number)) if row.number else ""
    on_behalf = partners_words(row.partners)
    parts = (number, point_kind_words(row.kind), code_words(row.topic), on_behalf)
    yield " · ".join(filter(None, parts))
    if row.publication is not None:
        title = either(row.publication_title)
        yield labelled_words(_("On the publication"), apart(title) if title else "")
    if row.reaction or row.reply:
        done = done_words(row.reaction) if row.reaction else ""
        reply = apart(row.reply) if row.reply else ""
        yield labelled_words(_("Reaction"), " · ".join(filter(None, (done, reply))))
    if row.given_on is not None:
        given = (date_words(row.given_on), row.given_to and apart(row.given_to))
        how = row.given_how and apart(row.given_how)
        yield labelled_words(_("Reply given"), " · ".join(filter(None, (*given, how))))
    if row.closed_on is not None:
        yield labelled_words(_("Closed on"), date_words(row.closed_on))


def _rumour_lines(row: RumourRow) -> Iterator[str]:
    number = _("Rumour No. {number}").format(number=isolate(row.number)) if row.number else ""
    codes = (row.form, row.topic, row.channel, row.reach)
    yield " · ".join(filter(None, (number, *(code_words(code) for code in codes if code))))
    page = (
        row.page_network and code_words(row.page_network),
        row.page_name and apart(row.page_name),
    )
    if any(page) or row.page_address:
        address = row.page_address and isolate(row.page_address)
        yield labelled_words(_("Page"), " · ".join(filter(None, (*page, address))))
    yield from _finding_lines(row)
    if row.rectification is not None:
        yield _rectified(row, row.rectification)
    if row.back_on is not None:
        channel = code_words(row.back_channel) if row.back_channel else ""
        to = apart(row.back_to) if row.back_to else ""
        carried = " · ".join(filter(None, (date_words(row.back_on), channel, to)))
        title = _("Those concerned informed")
        if row.result is not None and not row.is_told:
            title = _("Those concerned informed of another result")
        yield labelled_words(title, carried)
    if row.closed_on is not None:
        reason = apart(row.closed_reason) if row.closed_reason else ""
        closed = " · ".join(filter(None, (date_words(row.closed_on), reason)))
        yield labelled_words(_("Rumour closed"), closed)


def _finding_lines(row: RumourRow) -> Iterator[str]:
    finding = row.finding
    if finding is None or finding.result is None:
        return
    day = date_words(finding.found_on) if finding.found_on else ""
    source = code_words(finding.source) if finding.source else ""
    said = " · ".join(filter(None, (code_words(finding.result), day, source)))
    yield labelled_words(_("Result of the verification"), said)
    fact = own_words(finding.text, finding.translation, finding.language)
    if fact:
        yield apart(fact)


def delay_words(hours: int) -> str:
    """Return whole hours, rounded up: what took a minute took no hour, but an hour at most."""
    return isolate(str(hours)) if hours > 1 else _("1 at most")


def _rectified(row: RumourRow, rectification: PublicationRow) -> str:
    when = when_words(rectification.published_on, rectification.published_at)
    if row.hours is None:
        delay = _("published before the rumour was heard")
    else:
        delay = labelled_words(_("Rectified after (h)"), delay_words(row.hours))
    title = apart(publication_words(rectification))
    return labelled_words(_("Rectification"), f"{title} · {when} · {delay}")
