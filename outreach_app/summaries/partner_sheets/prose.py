"""From the plan of a partner sheet to its text in one language."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from outreach_app import vocabulary
from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import PartnerCategory, PointKind
from outreach_app.rules.phones import show_phone
from outreach_app.rules.statuses import is_done_late
from outreach_app.summaries.hand_outs.practices import names_the_place, place_on
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.partner_sheets.attendance import attendance_heading, attendance_sentence
from outreach_app.summaries.partner_sheets.capacities import capacity_cells
from outreach_app.summaries.partner_sheets.former_pledges import former_pledges, of_other
from outreach_app.summaries.partner_sheets.outcomes import standing, told_outcomes
from outreach_app.summaries.partner_sheets.plan import (
    AttendedFacts,
    OwnPointFacts,
    PartnerSheetPlan,
    PledgeFacts,
)
from outreach_app.summaries.partner_sheets.words import (
    LABELS,
    Labels,
    not_its_own,
    owner_name,
    point_kind,
    points,
    type_of,
)
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    Facts,
    Heading,
    Lines,
    Note,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.confirming import TO_CONFIRM
from outreach_app.summaries.prose.free_texts import noted_together, translation_notes
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import head_title, letterhead, signed
from outreach_app.summaries.prose.listed_kinds import listed_kind
from outreach_app.summaries.prose.quoting import (
    as_written,
    isolated,
    language_of,
    own_title,
    quotation,
)
from outreach_app.summaries.prose.several_days import days_cell

AR, FR = Language.ARABIC, Language.FRENCH
_INACTIVE = {AR: ("الوضعية", "غير نشيط"), FR: ("Situation", "Inactif")}


def realise_partner_sheet(plan: PartnerSheetPlan, language: Language, issued_on: date) -> Realised:
    """Write what is known of a partner in one language, section after section.

    A section without a fact is left out; that of the meetings says that there was none.
    """
    # A place in the other language is quoted as it was typed.
    is_read = not plan.place or bool(place_on(language, plan.place))
    plan, noting = noted_together(plan, language, are_all_quoted=is_read)
    writer = _Writer(plan, language, LABELS[language])
    labels = writer.labels
    sections = [section for section in writer.sections() if section[1]]
    body = [
        block
        for number, (heading, blocks) in enumerate(sections, start=1)
        for block in (Heading(number, heading), *blocks)
    ]
    return Realised(
        language,
        labels.kind,
        Circulation.INTERNAL,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(labels.title, sentence_case(partner_name(plan.partner, "partner", language))),
            Facts(tuple(writer.facts())),
            *body,
            *translation_notes(noting, language),
            Note(labels.foot),
            signed(plan.office, language),
        ),
    )


def partner_sheet_title(plan: PartnerSheetPlan, language: Language) -> str:
    """Return the title of the file and its later pages."""
    return f"{LABELS[language].title} · {plan.number}"


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: PartnerSheetPlan
    language: Language
    labels: Labels

    def facts(self) -> list[tuple[str, Text]]:
        """Return what is known: category, type, seat, receipt, phone, next meeting."""
        plan = self.plan
        label, inactive = _INACTIVE[self.language]
        values = (
            self._category(),
            type_of(plan, self.language),
            self._place(),
            self._typed_words(plan.receipt_number, "receipt_number"),
            self._nature(),
            text(Span(isolate(show_phone(plan.phone)), "phone")) if plan.phone else (),
            self._next_meeting(),
            text(Span(inactive, "is_inactive")) if plan.is_inactive else (),
        )
        category, type_, *others = self.labels.facts
        if plan.category == PartnerCategory.LIBERAL and not (
            plan.type and names_the_place(plan.type)
        ):
            type_ = self.labels.profession
        seat, number, both, *rest = others
        nature, day = self.labels.receipt
        if plan.is_receipt_final is None or plan.receipt_on is None:
            both = day if plan.is_receipt_final is None else nature
        names = (category, type_, seat, number, both, *rest, label)
        return [pair for pair in zip(names, values, strict=True) if pair[1]]

    def _category(self) -> Text:
        """Return the category; a cooperative, which is counted among associations, is none."""
        if self.plan.type == "as.coop":
            return text(Span(self.labels.cooperative, "category"))
        return sentence_case((self._code(self.plan.category, "category"),))

    def sections(self) -> Iterator[tuple[str, list[Block]]]:
        """Yield the headings with their blocks, none where there is nothing to say."""
        plan, labels = self.plan, self.labels
        people, own, together, pledges = labels.sections
        day = labels.day(plan.as_of)
        rows = [capacity_cells(plan, each, self.language) for each in plan.capacities]
        yield people, _table("capacities", labels.capacities, rows)
        rows = [self._meeting(each) for each in plan.meetings]
        attended = Paragraph(attendance_sentence(plan, self.language))
        yield (
            attendance_heading(plan, self.language),
            [attended, *_table("attended", labels.meetings, rows)],
        )
        headings = tuple(each.format(day=day) for each in labels.points)
        rows = [self._point(each) for each in plan.points]
        inferred = Span(labels.inferred, "has_inferred")
        note = [Paragraph(text(inferred))] if plan.has_inferred else []
        yield own, [*_table("own_points", headings, rows), *note]
        yield together, [Paragraph(self._topics())] if plan.topics else []
        headings = tuple(each.format(day=day) for each in labels.pledges)
        rows = [self._pledge(each) for each in plan.pledges]
        former = former_pledges(plan, self.language, labels.day)
        before = [Paragraph(former)] if former else []
        yield pledges, [*_table("pledges", headings, rows), *before]

    def _meeting(self, row: AttendedFacts) -> tuple[Cell, ...]:
        path = f"meetings.{row.number}"
        number = isolate(row.meeting) if self.language is AR else row.meeting
        subject = own_title(row.subject, f"{path}.subject", self.language)
        came = self.labels.present if row.is_present else self.labels.absent
        return (
            text(Span(number, f"{path}.meeting")),
            days_cell(row.held_on, row.last_on, path, self.language),
            listed_kind(row, path, self.language),
            sentence_case(subject) if subject else text(self.labels.no_subject),
            text(Span(came, f"{path}.is_present")),
        )

    def _point(self, row: OwnPointFacts) -> tuple[Cell, ...]:
        path, remark = f"points.{row.number}", row.remark
        said: Cell = text(self.labels.no_detail)
        if remark.words is not None:
            said = quotation(remark.words, f"{path}.remark.words", self.language)
        topic = sentence_case((self._code(remark.topic, f"{path}.remark.topic"),))
        return (
            days_cell(row.held_on, row.last_on, path, self.language),
            Lines((topic, *self._reference(row, path)), point_kind(row.kind, self.language)),
            said,
            Lines(told_outcomes(self.plan, row, self.language) or (text(self._none(row.kind)),)),
        )

    def _reference(self, row: OwnPointFacts, path: str) -> tuple[Text, ...]:
        """Return the number of a remark received outside meetings; empty for another point."""
        if row.reference is None:
            return ()
        number = isolate(row.reference) if self.language is AR else row.reference
        return (text(self.labels.remark, Span(number, f"{path}.reference")),)

    def _none(self, kind: str) -> str:
        labels = self.labels
        known = {PointKind.THANKS: labels.no_thanks, PointKind.RUMOUR: labels.unverified}
        return known.get(PointKind(kind), labels.none) if kind in tuple(PointKind) else labels.none

    def _topics(self) -> Text:
        counted = [
            text(
                self._code(each.code, f"topics.{each.code}.code"),
                " (",
                Span(points(each.count, self.language), f"topics.{each.code}.count"),
                ")",
            )
            for each in self.plan.topics
        ]
        topics = sentence_case(joined(counted, self.labels.semicolon))
        return text(topics, not_its_own(self.plan, self.language))

    def _pledge(self, row: PledgeFacts) -> tuple[Cell, ...]:
        path = f"pledges.{row.number}"
        due = self._day(row.due_on, f"{path}.due_on") if row.due_on else self.labels.no_due_day
        return (
            quotation(row.words, f"{path}.words", self.language),
            self._owner(row, path),
            text(due),
            self._stands(row, path),
        )

    def _stands(self, row: PledgeFacts, path: str) -> Text:
        """Return the state of a promise, and the day it was kept or given up."""
        state = sentence_case(standing(row.status, row.stands, path, self.language))
        if row.ended_on is None:
            return state
        late = self.labels.late if is_done_late(row.status, row.ended_on, row.due_on) else ""
        return text(state, self.labels.since, self._day(row.ended_on, f"{path}.ended_on"), late)

    def _owner(self, row: PledgeFacts, path: str) -> Text:
        if row.authority:
            return sentence_case((self._code(row.authority, f"{path}.authority"),))
        head = head_title(self.plan.office, self.language)
        owner = owner_name(self.plan, row.owner, self.language) or head
        named = sentence_case((Span(owner, f"{path}.owner"),))
        return text(named, of_other(row, path, self.language))

    def _nature(self) -> Text:
        plan = self.plan
        nature: Text = ()
        if plan.is_receipt_final is not None:
            nature = text(Span(self.labels.natures[plan.is_receipt_final], "is_receipt_final"))
        day = self._day(plan.receipt_on, "receipt_on") if plan.receipt_on else ""
        return text(nature, self.labels.comma if nature and day else "", day)

    def _next_meeting(self) -> Text:
        row = self.plan.next_meeting
        if row is None:
            return ()
        day = self._day(row.held_on, "next_meeting.held_on")
        open_ = Span(f" ({TO_CONFIRM[self.language]})", "next_meeting.is_to_confirm")
        end = open_ if row.is_to_confirm else ""
        if row.starts_at is None:
            return text(day, end)
        hour = Span(self.labels.hour(row.starts_at), "next_meeting.starts_at")
        return text(day, self.labels.comma, hour, end)

    def _code(self, code: str, fact: str) -> Span:
        return Span(typeset(vocabulary.printed(code, self.language), self.language), fact)

    def _place(self) -> Text:
        """Return the part of the address in the language of the page, else all of it, quoted."""
        place, own = self.plan.place, place_on(self.language, self.plan.place)
        if own or not place or not any(letter.isalpha() for letter in place):
            return self._typed_words(own or place, "place")
        return as_written(place, "place", self.language)

    def _day(self, day: date, fact: str) -> Span:
        return Span(self.labels.day(day), fact)

    def _typed_words(self, words: str | None, fact: str) -> Text:
        """Return words whose language nobody noted, in the direction of their letters."""
        if not words:
            return ()
        has_letters = any(letter.isalpha() for letter in words)
        language = language_of(words) if has_letters else FR
        return text(Span(isolated(words, language, self.language), fact))


def _table(layout: str, headings: tuple[str, ...], rows: list[tuple[Cell, ...]]) -> list[Block]:
    return [Table(layout, headings, tuple(rows))] if rows else []
