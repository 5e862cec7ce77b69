"""The exchange page with received files, and with conflicts."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from outreach_app.actors import Actor
from outreach_app.exchange.exporting.planning import ExportPlan, Receiver
from outreach_app.exchange.format import cautions, failures
from outreach_app.exchange.importing.received_files import ImportSummary, ReceivedFile
from outreach_app.queries.conflicts import ConflictField, ConflictRow, ConflictSide
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.queries.records_naming_people import NamingRecord
from outreach_app.rules.names import Bilingual
from outreach_app.rules.statuses import BundleStatus
from ui.exchange.conflict_card import title_of
from ui.exchange.page import LOG, RECEIVE, REVIEW, ExchangePage
from ui.shell import Shell

_NAME = "سناء النموذجي"
_SENDERS = (
    ("النخيل", "Annakhil"),
    ("النسيم", "An-Nassim"),
    ("الزيتون", "Az-Zaytoun"),
    ("الأندلس", "Al Andalous"),
    ("السلام", "As-Salam"),
)


def sending(shell: Shell) -> Shell:
    """Show a precinct about to send a month's changes; two of its meetings name a person."""
    shell.show_page("exchange")
    assert isinstance(shell.page, ExchangePage)
    held = [row for row in shell.context.read(list_meetings) if row.status == "held"]
    shell.page.send.refresh()
    shell.page.send._named = [
        NamingRecord("meeting", row.uid, row.number, row.held_on, (_NAME,), is_deleted=False)
        for row in held[:2]
    ]
    plan = ExportPlan(
        receiver=Receiver.HEADQUARTERS,
        office=held[0].uid,
        stations=(),
        recipients=(),
        offices=(),
        ranges=(),
        events=64,
        records={"commitment": 5, "meeting": 9, "partner": 4, "point": 21, "referral": 3},
        names=6,
    )
    shell.page.send._plans = [plan]
    shell.page.send._show_plan("")
    return shell


def receiving(shell: Shell) -> Shell:
    """Show headquarters after a check: files are new, known, late, put aside or refused."""
    shell.show_page("exchange")
    assert isinstance(shell.page, ExchangePage)
    shell.page.tabs.setCurrentIndex(RECEIVE)
    shell.page.receive._show_tried(ImportSummary(_tried()))
    shell.page.receive.table.select(1)
    return shell


def _tried() -> tuple[ReceivedFile, ...]:
    files = [
        ReceivedFile(
            path=Path(f"2026-10-19-{number}.outreach"),
            status=BundleStatus.IMPORTED,
            device=french,
            office=Bilingual(arabic, french),
            events=30 + 11 * number,
            new=30 + 11 * number,
            last=40 + 11 * number,
            is_tried=True,
        )
        for number, (arabic, french) in enumerate(_SENDERS, start=1)
    ]
    gap, known = cautions.gap((9, 20)), cautions.duplicate()
    refused, aside = failures.not_bundle(), failures.sender_revoked("")
    files[1] = replace(files[1], gaps=((9, 20),), code=gap.code, sentence=gap.message)
    files[2] = replace(
        files[2], status=BundleStatus.DUPLICATE, new=0, code=known.code, sentence=known.message
    )
    files[3] = replace(
        files[3],
        status=BundleStatus.QUARANTINED,
        events=0,
        new=0,
        code=aside.code,
        sentence=aside.message,
    )
    return (
        *files,
        ReceivedFile(Path("rapport.outreach"), BundleStatus.REFUSED, refused.code, refused.message),
    )


def log(shell: Shell) -> Shell:
    """Show the log of files with one of them chosen."""
    shell.show_page("exchange")
    assert isinstance(shell.page, ExchangePage)
    shell.page.tabs.setCurrentIndex(LOG)
    shell.page.log.refresh()
    shell.page.log.table.select(1)
    return shell


def reviewing(shell: Shell) -> Shell:
    """Show a meeting and a partner that two computers changed apart."""
    shell.show_page("exchange")
    assert isinstance(shell.page, ExchangePage)
    held = max(
        shell.context.read(list_meetings), key=lambda row: (row.status == "held", row.held_on)
    )
    partner = shell.context.read(list_partners)[0]
    subject = _field("subject_ar", {"subject_ar": held.subject.ar}, {"subject_ar": "إنارة الأزقة"})
    counts = _field("headcount", {"headcount": 24, "women": 6}, {"headcount": 27, "women": 8})
    place = _field("place", {"place": partner.place}, {"place": "شارع محمد الخامس، رقم 12"})
    rows = [
        ConflictRow(1, "meeting", held.uid, "", held.uid, (subject, counts)),
        ConflictRow(2, "partner", partner.uid, "", None, (place,)),
    ]
    with shell.context.office.database.read() as session:
        titled = [(row, title_of(session, row)) for row in rows]
    shell.page.review._show(titled, [])
    shell.page._show_count()
    shell.page.tabs.setCurrentIndex(REVIEW)
    return shell


def _field(name: str, kept: dict[str, object], lost: dict[str, object]) -> ConflictField:
    def side(values: dict[str, object], hour: int, *, is_this: bool) -> ConflictSide:
        at = datetime(2026, 10, 15, hour, 20, tzinfo=UTC)
        return ConflictSide(values, Actor.CHIEF, at, is_this, "" if is_this else "B")

    return ConflictField(name, side(kept, 16, is_this=True), side(lost, 9, is_this=False))
