"""From the plan of a programme to its text in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import Channel
from outreach_app.summaries.hand_outs.programme_plan import ProgrammeMeeting, ProgrammePlan
from outreach_app.summaries.hand_outs.programme_sentences import ProgrammeSentences
from outreach_app.summaries.hand_outs.programme_words import SEVERAL_SEATS, WORDINGS, Wording
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.prose import arabic, french_places
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    Design,
    Letterhead,
    Paragraph,
    Realised,
    Span,
    Table,
    Text,
    Title,
    plain,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import joined, text, typeset
from outreach_app.summaries.prose.free_texts import noted_together, translation_notes
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import signed
from outreach_app.summaries.prose.listed_kinds import listed_kind
from outreach_app.summaries.prose.meeting_kinds import UNIT_KINDS, Manner, manner
from outreach_app.summaries.prose.quoting import NOT_NOTED, inline, own_title, own_words, quoted_own
from outreach_app.summaries.prose.reception import PERMANENCE

AR = Language.ARABIC


def realise_programme(plan: ProgrammePlan, language: Language, issued_on: date) -> Realised:
    """Write the programme of a period in one language; both use the same facts.

    In a running period held meetings come first, and a past period has only these. Spans name facts
    of `session_plan.facts`; in addition, `meetings`, `held`, `unsettled` and `put_off` are the
    numbers of meetings, as is `cancelled`, and `issued_on` the day of the letterhead.
    """
    plan, noting = noted_together(plan, language)
    writer = _writer(plan, language, issued_on)
    wording = writer.wording
    blocks: list[Block] = [*writer.head(issued_on)]
    is_past = plan.is_over or not plan.meetings or plan.first < issued_on
    if plan.has_begun and (plan.held or is_past):
        blocks += writer.told(writer.sentences.held(), plan.held, "held")
    if plan.unsettled:
        blocks += writer.told(writer.sentences.unsettled(), plan.unsettled, "unsettled")
    if not plan.is_over:
        blocks += writer.told(writer.sentences.planned(), plan.meetings, "meetings")
    if plan.put_off:
        blocks += writer.told(writer.sentences.put_off(), plan.put_off, "put_off")
    if plan.cancelled:
        blocks += writer.told(writer.sentences.cancelled(), plan.cancelled, "cancelled")
    blocks += translation_notes(noting, language)
    blocks.append(signed(plan.office, language))
    return Realised(language, wording.kind, Circulation.INTERNAL, tuple(blocks), Design.LIST)


def programme_title(plan: ProgrammePlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Programme … · novembre 2026 »."""
    writer = _writer(plan, language, plan.last)
    return f"{programme_name(plan, language)} · {plain(writer.sentences.period())}"


def _writer(plan: ProgrammePlan, language: Language, issued_on: date) -> "_Writer":
    sentences = ProgrammeSentences(plan, language, issued_on)
    return _Writer(plan, language, WORDINGS[language], sentences)


def programme_name(plan: ProgrammePlan, language: Language) -> str:
    """Return the title of a programme, or of what was held in a period that is over."""
    wording = WORDINGS[language]
    if not plan.is_over:
        return wording.title
    if not plan.held:
        return wording.title_nothing
    are_all_met = all(manner(row.kind, row.channel) is not Manner.EXCHANGE for row in plan.held)
    return wording.title_over if are_all_met else wording.title_exchanges


# A letter has no hour that could be set.
_WRITTEN = {Channel.MAIL, Channel.EMAIL, Channel.SOCIAL}


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: ProgrammePlan
    language: Language
    wording: Wording
    sentences: ProgrammeSentences

    def head(self, issued_on: date) -> tuple[Block, ...]:
        office, wording = self.plan.office, self.wording
        city = own_words(office.city, "office.city", self.language)
        day = Span(wording.day(issued_on), "issued_on")
        number = isolate(self.plan.number) if self.language is AR else self.plan.number
        return (
            Letterhead(
                tuple(typeset(line, self.language) for line in office.letterhead(self.language)),
                text(city, wording.dated, day) if city else text(wording.dated_alone, day),
                text(wording.number, Span(number, "number")),
            ),
            Title(programme_name(self.plan, self.language), sentence_case(self.sentences.period())),
        )

    def told(self, lead: Text, meetings: Sequence[ProgrammeMeeting], path: str) -> Iterator[Block]:
        """Yield the sentence of how many meetings there are, and the table of them."""
        yield Paragraph(lead)
        if meetings:
            rows = tuple(self.row(meeting, f"{path}.{meeting.number}") for meeting in meetings)
            when, *headings, several = self.wording.headings
            last = self.wording.partner if all(map(_has_one_partner, meetings)) else several
            first = when if self._is_hour_known(meetings) else self.wording.day_alone
            yield Table("programme", (first, *headings, last), rows)

    def _is_hour_known(self, meetings: Sequence[ProgrammeMeeting]) -> bool:
        """Return whether hours are told: of planned meetings, also that one is not set yet."""
        return meetings is self.plan.meetings or any(each.starts_at for each in meetings)

    def row(self, meeting: ProgrammeMeeting, path: str) -> tuple[Cell, ...]:
        """Return the cells: when; what and where; about what; with whom."""
        partners = [
            partner_name(partner, f"{path}.partners.{place}", self.language)
            for place, partner in enumerate(meeting.partners, start=1)
        ]
        return (
            text(self._when(meeting, path), self._to_confirm(meeting, path)),
            self._what(meeting, path),
            self._about(meeting, path),
            sentence_case(joined([each for each in partners if each], self.wording.separator))
            or self._no_partner(meeting, path),
        )

    def _about(self, meeting: ProgrammeMeeting, path: str) -> Cell:
        """Return the subject, and why what was put off or cancelled is not held."""
        subject = own_title(meeting.subject, f"{path}.subject", self.language)
        none = NOT_NOTED[self.language] if _is_past(path) else self.wording.to_be_set
        about = sentence_case(text(subject or none))
        if meeting.reason is None:
            return about
        why = inline(meeting.reason, f"{path}.reason", self.language)
        return text(about, self.wording.reason, why)

    def _no_partner(self, meeting: ProgrammeMeeting, path: str) -> Text:
        """Return that there is none, or for a planned meeting of others, none yet."""
        is_settled = _is_past(path) or meeting.kind in UNIT_KINDS
        words = self.wording.no_partner if is_settled else self.wording.to_be_set
        return sentence_case(text(words))

    def _when(self, meeting: ProgrammeMeeting, path: str) -> Text:
        start, end, wording = meeting.starts_at, meeting.ends_at, self.wording
        said = text(Span(self._weekday(meeting.held_on), f"{path}.held_on"))
        if meeting.last_on is not None:
            first, last = wording.days
            ended = Span(self._weekday(meeting.last_on), f"{path}.last_on")
            said = text(first, said, last, ended)
        said = sentence_case(said)
        if start:
            hour = Span(wording.hour(start), f"{path}.starts_at")
            if end is None:
                return text(said, wording.at, hour)
            until = Span(wording.hour(end), f"{path}.ends_at")
            return text(said, wording.since, hour, wording.until, until)
        rows = {"held": self.plan.held, "unsettled": self.plan.unsettled}
        rows |= {"put_off": self.plan.put_off, "cancelled": self.plan.cancelled}
        others = rows.get(path.partition(".")[0], ())
        if meeting.channel in _WRITTEN or (_is_past(path) and not self._is_hour_known(others)):
            return text(said)
        return text(said, f" ({self.wording.hours[_is_past(path)]})")

    def _to_confirm(self, meeting: ProgrammeMeeting, path: str) -> Text:
        """Return that a meeting still to come is planned, and not confirmed."""
        if not meeting.is_to_confirm or _is_past(path):
            return ()
        mark = Span(self.wording.to_confirm, f"{path}.is_to_confirm")
        if meeting.starts_at:
            return text(" (", mark, ")")
        return text("، " if self.language is AR else ", ", mark)

    def _weekday(self, day: date) -> str:
        weekday = format_date(day, "EEEE", locale=self.language.locale)
        return f"{weekday} {self.wording.short_day(day)}"

    def _what(self, meeting: ProgrammeMeeting, path: str) -> Text:
        """Return the kind and the place; an exchange, which its channel names, has none."""
        said = listed_kind(meeting, path, self.language)
        if manner(meeting.kind, meeting.channel) is Manner.EXCHANGE:
            return said
        place = self._place(meeting, path)
        comma = "، " if self.language is AR else ", "
        return text(said, " " if place[0].text == "(" else comma, place)

    def _place(self, meeting: ProgrammeMeeting, path: str) -> Text:
        """Return the place as noted, else as the channel tells it, else that it is not known."""
        if meeting.channel == Channel.VIDEO:  # nobody goes to the place that was noted
            return text(Span(self.wording.channels[Channel.VIDEO], f"{path}.channel"))
        at_place = arabic.at_place if self.language is AR else french_places.listed_place
        if place := at_place(meeting.place, f"{path}.place"):
            return place
        if name := quoted_own(meeting.place, f"{path}.place", self.language):
            return text(self.wording.place, name)
        channel = meeting.channel
        if channel == Channel.PARTNER_PLACE and len(meeting.partners) != 1:
            channel = SEVERAL_SEATS
        told = self.wording.channels.get(channel)
        if meeting.channel == Channel.PERMANENCE:
            told = PERMANENCE[self.language]
        if told:
            is_open = channel == SEVERAL_SEATS and not _is_past(path)
            return text(Span(told, f"{path}.channel"), self.wording.to_choose if is_open else "")
        return text("(", self.wording.places[_is_past(path)], ")")


def _has_one_partner(meeting: ProgrammeMeeting) -> bool:
    """Return whether a meeting has one partner at most; a category may be of several."""
    return len(meeting.partners) <= 1 and not any(
        each.is_category or each.is_least for each in meeting.partners
    )


def _is_past(path: str) -> bool:
    """Return whether a row is of a day gone by: nothing of it is still to be set."""
    return not path.startswith("meetings.")
