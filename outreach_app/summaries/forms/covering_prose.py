"""From the plan of a covering note to its text in one language."""

from dataclasses import dataclass
from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.forms.covering_plan import CoveringPlan, PieceFacts
from outreach_app.summaries.hand_outs.plan import HeldFacts
from outreach_app.summaries.period import arabic_labels, french_labels
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Addressee,
    Block,
    Cell,
    Design,
    FillIns,
    Note,
    Paragraph,
    Realised,
    Signature,
    Span,
    Table,
    Text,
    Title,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.document_names import (
    NAMES,
    PAST_PROGRAMME,
    summary_name,
)
from outreach_app.summaries.prose.heads import letterhead, signed
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.periods import Length, arabic_name, french_name, length_of
from outreach_app.summaries.prose.quoting import own_words
from outreach_app.summaries.prose.several_days import from_to

AR, FR = Language.ARABIC, Language.FRENCH
# What the addressee has to act upon; the rest is sent for information.
TO_ACT_UPON = (DocumentKind.PERIOD, DocumentKind.NATIONAL, DocumentKind.ELIMINATION)


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of the note in one language."""

    title: str
    kind: str
    from_: str
    to: str
    headings: tuple[str, str, str, str, str]
    total: str
    attached: str
    to_act: str
    to_know: str
    numbered: str
    edition: str
    comma: str
    days: str
    of_day: str
    receipt: str
    received: str
    received_one: str
    received_two: str
    when: tuple[str, str]
    remarks: str
    stamp: str


WORDINGS = {
    AR: Wording(
        title="ورقة الإرسال",
        kind="ورقة إرسال",
        from_="من ",
        to="إلى",
        headings=("رقم", "بيان الوثائق", "تاريخ الإصدار", "العدد", "ملاحظات"),
        total="المجموع",
        attached="المرفقات: ",
        to_act="للاختصاص",
        to_know="للإخبار",
        numbered=" عدد ",
        edition=" (الصيغة ",
        comma="، ",
        days="الفترة ",
        of_day=" بتاريخ ",
        receipt="إشعار بالتوصل (يعاد إلى المرسل)",
        received="توصلت المصلحة المرسل إليها بالوثائق المبينة أعلاه، وعددها",
        received_one="توصلت المصلحة المرسل إليها بالوثيقة المبينة أعلاه.",
        received_two="توصلت المصلحة المرسل إليها بالوثيقتين المبينتين أعلاه.",
        when=("التاريخ والساعة", "الصفة"),
        remarks="الملاحظات",
        stamp="التوقيع والطابع",
    ),
    FR: Wording(
        title="Bordereau d’envoi",
        kind="bordereau",
        from_="",
        to="à",
        headings=("N°", "Désignation des pièces", "Date d’édition", "Nombre", "Observations"),
        total="Total",
        attached="P.J.\u00a0: ",
        to_act="Pour attribution",
        to_know="Pour information",
        numbered=" n°\u00a0",
        edition=" (version\u00a0",
        comma=", ",
        days="période ",
        of_day=" du\u00a0",
        receipt="Accusé de réception (à retourner à l’expéditeur)",
        received="Le service destinataire a reçu les pièces désignées ci-dessus, au nombre de",
        received_one="Le service destinataire a reçu la pièce désignée ci-dessus.",
        received_two="Le service destinataire a reçu les deux pièces désignées ci-dessus.",
        when=("Date et heure", "Qualité"),
        remarks="Observations",
        stamp="Signature et cachet",
    ),
}


def _received(plan: CoveringPlan, wording: Wording) -> Block:
    """Return what the receiver signs; of more than two documents, how many came."""
    if plan.copies > 2:
        return FillIns((wording.received,))
    return Paragraph(text(wording.received_two if plan.copies == 2 else wording.received_one))


def realise_covering(plan: CoveringPlan, language: Language, issued_on: date) -> Realised:
    """Write the note in one language, its receipt at the foot to be sent back."""
    writer = _Writer(plan, language, WORDINGS[language])
    wording = writer.wording
    copies = Span(digits(plan.copies, language), "copies")
    total = (text(wording.total), (), (), text(copies), ())
    return Realised(
        language,
        wording.kind,
        Circulation.INTERNAL,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Addressee(writer.sender(), wording.to, writer.recipient()),
            Title(wording.title, ()),
            Table("pieces", wording.headings, writer.rows(), total=total),
            Note(f"{wording.attached}{copies.text}"),
            signed(plan.office, language),
            Paragraph(text(wording.receipt), is_strong=True),
            _received(plan, wording),
            FillIns(wording.when),
            FillIns((wording.remarks,)),
            Signature(wording.stamp),
        ),
        Design.LIST,
    )


def covering_title(plan: CoveringPlan, language: Language) -> str:
    """Return the title of the file and its later pages."""
    return f"{WORDINGS[language].title} · {plan.number}"


def _of_known(of: str) -> str:
    """Return « de la rencontre » of « d’une rencontre »: that of a day is known."""
    article, _space, noun = of.partition(" ")
    if article == "de":
        return f"des {noun}"
    if article not in {"d’un", "d’une"}:
        return of
    if french.elides(noun):
        return f"de l’{noun}"
    return f"de la {noun}" if article == "d’une" else f"du {noun}"


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: CoveringPlan
    language: Language
    wording: Wording

    def sender(self) -> Text:
        """Return «من رئيس الدائرة الأمنية النخيل», « Le chef de l’arrondissement Annakhil »."""
        office = self.plan.office
        if self.language is AR:
            return text(self.wording.from_, arabic.named_chief(office))
        return french.sentence_case(french.named_chief(office))

    def recipient(self) -> Text:
        """Return the addressee as the settings name him."""
        name = own_words(self.plan.recipient, "recipient", self.language)
        return text(name) if name else ()

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return each document with its number, its day, one copy, and what it is sent for."""
        return tuple(
            (
                text(Span(digits(piece.number, self.language), f"pieces.{piece.number}.number")),
                self._piece(piece),
                text(Span(self._short(piece.issued_on), f"pieces.{piece.number}.issued_on")),
                text(Span(digits(1, self.language), f"pieces.{piece.number}.copies")),
                self._purpose(piece),
            )
            for piece in self.plan.pieces
        )

    def _short(self, day: date) -> str:
        return arabic.short_date(day) if self.language is AR else french.short_date(day)

    def _purpose(self, piece: PieceFacts) -> Text:
        """Return what a piece is sent for: of a list that was carried out nothing is to decide."""
        if piece.is_carried_out:
            return text(Span(self.wording.to_know, f"pieces.{piece.number}.is_carried_out"))
        return text(self.wording.to_act if piece.kind in TO_ACT_UPON else self.wording.to_know)

    def _piece(self, piece: PieceFacts) -> Text:
        """Return « Synthèse n° 02/2026 (version 2) de la rencontre périodique du 8 octobre 2026 ».

        Behind the meeting the number would read as that of the meeting.
        """
        path = f"pieces.{piece.number}"
        name, of = self._name(piece), ""
        if piece.held is not None:
            name, _space, of = name.partition(" ")
            of = self._of_it(of, piece.held)
        number = isolate(piece.document) if self.language is AR else piece.document
        return text(
            Span(name, f"{path}.kind"),
            self.wording.numbered,
            Span(number, f"{path}.document"),
            self._edition(piece, path),
            of,
            self._day(piece, path),
            self._period(piece, path),
        )

    def _of_it(self, of: str, held: HeldFacts) -> str:
        if self.language is AR:
            return f" ل{of}"
        return f" {_of_known(of) if held.held_on else of}"

    def _day(self, piece: PieceFacts, path: str) -> Text:
        """Return « du 8 octobre 2026 », the day or days of the meeting of a summary."""
        held = piece.held
        if held is None or held.held_on is None:
            return ()
        facts = f"{path}.held.held_on", f"{path}.held.last_on"
        if held.last_on is not None:
            return text(" ", from_to(held.held_on, held.last_on, facts, self.language))
        day = arabic.full_date if self.language is AR else french.full_date
        return text(self.wording.of_day, Span(day(held.held_on), facts[0]))

    def _edition(self, piece: PieceFacts, path: str) -> Text:
        """Return « (version 2) » of a document that replaces an earlier one, else nothing."""
        if piece.edition is None:
            return ()
        said = Span(digits(piece.edition, self.language), f"{path}.edition")
        return text(self.wording.edition, said, ")")

    def _name(self, piece: PieceFacts) -> str:
        """Return what a piece is called: a report and a summary as their own titles say."""
        if piece.held is not None:
            days = piece.held.days or 1
            return summary_name(piece.held.kind, piece.held.channel, self.language, days)
        if piece.kind == DocumentKind.PERIOD and piece.first_on and piece.last_on:
            labels = arabic_labels.LABELS if self.language is AR else french_labels.LABELS
            return labels.titles[length_of(Period(piece.first_on, piece.last_on))]
        names = PAST_PROGRAMME if piece.is_over else NAMES[DocumentKind(piece.kind)]
        return names[self.language is FR]

    def _period(self, piece: PieceFacts, path: str) -> Text:
        """Return the month of a document, or its first and last day; empty if it has none."""
        if piece.first_on is None or piece.last_on is None:
            return ()
        period = Period(piece.first_on, piece.last_on)
        name = arabic_name(period) if self.language is AR else french_name(period)
        days = self.wording.days if length_of(period) is Length.RANGE else ""
        return text(self.wording.comma, days, Span(name, f"{path}.last_on"))
