"""Tables of rumours, remarks and awareness actions: CSV and workbooks, row by row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from outreach_app.errors import Problem, UnreadableFile
from outreach_app.i18n import gettext as _
from outreach_app.rules.folding import fold_words
from outreach_app.rules.kinds import PointKind
from outreach_app.rules.rumours import TO_RECTIFY
from outreach_app.rules.validation import Checks
from outreach_app.services.awareness import AwarenessDraft, check_awareness
from outreach_app.services.findings import FindingDraft
from outreach_app.services.publications import check_past
from outreach_app.services.remarks import RemarkDraft, check_remark
from outreach_app.services.rumour_days import check_carrying
from outreach_app.services.rumours import CarryingDraft, RumourDraft, check_rumour
from outreach_app.summaries.session import point_kinds
from outreach_app.transfer.communication_tables import AWARENESS, REMARKS, RUMOURS
from outreach_app.transfer.mappings import Headings, guess_mapping, heading_words
from outreach_app.transfer.named_rows import NamedRow, headings_of
from outreach_app.transfer.partner_entries import by_script, code_of
from outreach_app.transfer.reading import RowReader, typed_language
from outreach_app.transfer.readings_file import is_yes
from outreach_app.transfer.remark_follow_up import Followed, read_followed
from outreach_app.transfer.reports import is_reasons

DraftT = TypeVar("DraftT")


@dataclass(frozen=True, slots=True)
class Entry(Generic[DraftT]):
    """One row; with `problems` it cannot be imported. `not_taken` are columns that are no field."""

    raw: dict[str, str]
    line: int
    draft: DraftT
    problems: tuple[Problem, ...]
    not_taken: frozenset[str]


@dataclass(frozen=True, slots=True)
class RumourRow:
    """A rumour with its finding and carrying back; `rectification` is a reference."""

    rumour: RumourDraft
    finding: FindingDraft | None
    rectification: str | None
    carrying: CarryingDraft | None


@dataclass(frozen=True, slots=True)
class RemarkRow:
    """A remark and its reply; `partner` is a name, `publication` a reference or an address."""

    remark: RemarkDraft
    partner: str | None
    publication: str | None
    reply: str | None
    reply_language: str | None
    followed: Followed


def rumours_of(rows: Sequence[NamedRow]) -> list[Entry[RumourRow]]:
    """Read every row of a table of rumours. Raises UnreadableFile."""
    return _read_entries(rows, RUMOURS, ("rumour", "heard_on"), _rumour)


def remarks_of(rows: Sequence[NamedRow]) -> list[Entry[RemarkRow]]:
    """Read every row of a table of remarks. Raises UnreadableFile."""
    return _read_entries(rows, REMARKS, ("remark", "received_on"), _remark)


def awareness_of(rows: Sequence[NamedRow]) -> list[Entry[AwarenessDraft]]:
    """Read every row of a table of awareness actions. Raises UnreadableFile."""
    return _read_entries(rows, AWARENESS, ("held_on",), _awareness)


def _read_entries(
    rows: Sequence[NamedRow],
    known: Headings,
    needed: Sequence[str],
    read: Callable[[RowReader, Checks], DraftT],
) -> list[Entry[DraftT]]:
    fields = guess_mapping(headings_of(rows), known)
    if not set(needed) <= set(fields.values()):
        message = _("This table lacks a required column. Use these column headings: {columns}.")
        raise UnreadableFile(message.format(columns=_heading_list(needed, known)))
    return [_entry(row, fields, read) for row in rows]


def _heading_list(fields: Sequence[str], known: Headings) -> str:
    return " + ".join(heading_words(field, known) for field in fields)


def _entry(
    row: NamedRow, fields: Mapping[str, str], read: Callable[[RowReader, Checks], DraftT]
) -> Entry[DraftT]:
    line, cells = row
    checks = Checks()
    reader = RowReader({fields[name]: cells[name] for name in cells if name in fields}, checks)
    draft = read(reader, checks)
    not_taken = frozenset(
        name
        for name, value in cells.items()
        if name not in fields and value.strip() and not is_reasons(name)
    )
    return Entry(cells, line, draft, tuple(checks.problems), not_taken)


def _rumour(reader: RowReader, checks: Checks) -> RumourRow:
    words, fact = reader.words("rumour"), reader.words("fact")
    draft = RumourDraft(
        text=words,
        language=typed_language(words),
        translation=reader.words("translation"),
        heard_on=reader.day("heard_on"),
        heard_at=reader.hour("heard_at"),
        topic=code_of(reader.line("topic"), "tp"),
        channel=code_of(reader.line("channel"), "rc"),
        is_urgent=is_yes(reader.line("urgent")),
        page_network=code_of(reader.line("page_network"), "pc"),
        page_name=reader.line("page_name"),
        page_address=reader.line("page_address"),
    )
    form, reach = code_of(reader.line("form"), "rk"), code_of(reader.line("reach"), "rh")
    draft = replace(draft, form=form or draft.form, reach=reach or draft.reach)
    result = code_of(reader.line("result"), "vr")
    finding = FindingDraft(
        result=result,
        found_on=reader.day("found_on"),
        found_at=reader.hour("found_at"),
        source=code_of(reader.line("source"), "vs") or "vs.own",
        text=fact,
        language=typed_language(fact),
        translation=reader.words("fact_translation"),
    )
    back_on = reader.day("back_on")
    channel = code_of(reader.line("back_channel"), "pc") or "pc.meeting"
    carrying = CarryingDraft(back_on, channel, reader.line("back_to")) if back_on else None
    row = RumourRow(draft, finding if result else None, reader.line("rectification"), carrying)
    _add(checks, check_rumour(draft))
    _check_way(checks, row)
    return row


def _remark(reader: RowReader, checks: Checks) -> RemarkRow:
    words = reader.words("remark")
    draft = RemarkDraft(
        topic=code_of(reader.line("topic"), "tp"),
        text=words,
        language=typed_language(words),
        translation=reader.words("translation"),
        received_on=reader.day("received_on"),
        received_at=reader.hour("received_at"),
        received_through=code_of(reader.line("channel"), "rv") or "rv.phone",
        kind=_kind(reader.line("kind")),
        reaction=code_of(reader.line("reaction"), "out"),
    )
    _add(checks, check_remark(draft))
    partner, publication = reader.line("partner"), reader.line("publication")
    reply = reader.words("reply")
    checks.text("point", "reply", reply)
    followed = read_followed(reader, checks, draft)
    return RemarkRow(draft, partner, publication, reply, typed_language(reply), followed)


def _awareness(reader: RowReader, checks: Checks) -> AwarenessDraft:
    subject_ar, subject_fr = by_script(reader.line("subject_ar"), reader.line("subject_fr"))
    place_ar, place_fr = by_script(reader.line("place_ar"), reader.line("place_fr"))
    draft = AwarenessDraft(
        held_on=reader.day("held_on"),
        last_on=reader.day("last_on"),
        kind=code_of(reader.line("kind"), "mt") or AwarenessDraft(None).kind,
        subject_ar=subject_ar,
        subject_fr=subject_fr,
        place_ar=place_ar,
        place_fr=place_fr,
        establishments=reader.count("establishments"),
        pupils=reader.count("pupils"),
        beneficiaries=reader.count("beneficiaries"),
        associations=reader.count("associations"),
    )
    _add(checks, check_awareness(draft))
    return draft


def _check_way(checks: Checks, row: RumourRow) -> None:
    """Check that the steps after a rumour are in order, and after it was heard."""
    heard_on, finding = row.rumour.heard_on, row.finding
    days: tuple[tuple[str, date | None], ...] = (
        ("found_on", finding.found_on if finding else None),
        ("back_on", row.carrying.back_on if row.carrying else None),
    )
    for field, day in days:
        check_past(checks, field, day, None)
        if day is not None and heard_on is not None and day < heard_on:
            message = _("This cannot come before the rumour was heard: correct the date.")
            checks.add(field, "before_heard", message)
    if finding is not None:
        checks.required("found_on", finding.found_on)
        checks.code("result", finding.result, "vr")
        checks.code("source", finding.source, "vs")
        checks.texts("finding", finding)
    if row.carrying is not None:
        checks.code("back_channel", row.carrying.back_channel, "pc")
        checks.texts("rumour", row.carrying)
        check_carrying(checks, row.carrying.back_on, finding.found_on if finding else None)
    is_false = finding is not None and finding.result in TO_RECTIFY
    if row.rectification and not is_false:
        message = _(
            "Only news found false or misleading can be rectified. Record that result first, or "
            "leave out the rectification."
        )
        checks.add("rectification", "nothing_to_rectify", message)
    if row.carrying and finding is None:
        message = _("Record what the verification established before informing those concerned.")
        checks.add("back_on", "not_verified", message)
    if row.carrying and is_false and not row.rectification:
        message = _(
            "The news is false or misleading: publish its rectification before informing those "
            "concerned."
        )
        checks.add("back_on", "needs_rectification", message)


def _add(checks: Checks, problems: Sequence[Problem]) -> None:
    """Add the problems of a draft, except for fields that could not be read."""
    unread = {problem.field for problem in checks.problems}
    checks.extend([problem for problem in problems if problem.field not in unread])


def _kind(words: str | None) -> str:
    """Return the kind of point for words in either language; else the words."""
    if not words:
        return PointKind.CONCERN
    folded = fold_words(words)
    for names in point_kinds.NAMES.values():
        for kind, name in names.items():
            if folded == fold_words(name):
                return kind
    return words
