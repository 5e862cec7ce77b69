"""From the plan of a covering note to its text in one language."""

from dataclasses import dataclass
from datetime import date

from outreach_app.i18n import Language, isolate
from outreach_app.rules.document_numbers import DocumentKind
from outreach_app.rules.periods import Period
from outreach_app.summaries.forms.covering_plan import CoveringPlan, PieceFacts
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
from outreach_app.summaries.prose.composition import joined, listed, text
from outreach_app.summaries.prose.document_names import (
    NAMES,
    PAST_PROGRAMME,
    summaries_name,
    summary_name,
)
from outreach_app.summaries.prose.heads import letterhead, signed
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.periods import Length, arabic_name, french_name, length_of
from outreach_app.summaries.prose.quoting import own_words

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
    headings: tuple[str, str, str, str]
    total: str
    attached: str
    to_act: str
    to_know: str
    numbered: tuple[str, str, str]
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
        headings=("رقم", "بيان الوثائق", "العدد", "ملاحظات"),
        total="المجموع",
        attached="المرفقات: ",
        to_act="للاختصاص",
        to_know="للإخبار",
        numbered=(" عدد ", "، عدداهما: ", "، أعدادها: "),
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
        headings=("N°", "Désignation des pièces", "Nombre", "Observations"),
        total="Total",
        attached="P.J.\u00a0: ",
        to_act="Pour attribution",
        to_know="Pour information",
        numbered=(" n°\u00a0", ", nos\u00a0", ", nos\u00a0"),
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
    total = (text(wording.total), (), text(copies), ())
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
        """Return each piece with its number, how many papers it is, and what it is sent for."""
        return tuple(
            (
                text(Span(digits(piece.number, self.language), f"pieces.{piece.number}.number")),
                self._piece(piece),
                text(Span(digits(piece.copies, self.language), f"pieces.{piece.number}.copies")),
                self._purpose(piece),
            )
            for piece in self.plan.pieces
        )

    def _purpose(self, piece: PieceFacts) -> Text:
        """Return what a piece is sent for: of a list that was carried out nothing is to decide."""
        if piece.is_carried_out:
            return text(Span(self.wording.to_know, f"pieces.{piece.number}.is_carried_out"))
        return text(self.wording.to_act if piece.kind in TO_ACT_UPON else self.wording.to_know)

    def _piece(self, piece: PieceFacts) -> Text:
        path = f"pieces.{piece.number}"
        name = self._name(piece)
        numbers = [
            text(
                Span(isolate(number) if self.language is AR else number, f"{path}.documents.{at}"),
                self._edition(piece, at),
            )
            for at, number in enumerate(piece.documents, start=1)
        ]
        is_joined = piece.copies > 2 and self.language is AR
        named = joined(numbers, self.wording.comma) if is_joined else listed(numbers, self.language)
        # « Synthèse n° 02/2026 d’une rencontre »: behind the meeting it would read as its number.
        is_apart = piece.copies == 1 and bool(piece.held)
        name, _space, of = name.partition(" ") if is_apart else (name, "", "")
        of = f"ل{of}" if of and self.language is AR else of
        if is_apart and piece.held[0].held_on and self.language is FR:
            of = _of_known(of)
        return text(
            Span(name, f"{path}.kind"),
            self.wording.numbered[min(piece.copies, 3) - 1],
            named,
            f" {of}" if of else "",
            self._day(piece, path) if of else (),
            self._period(piece, path),
        )

    def _day(self, piece: PieceFacts, path: str) -> Text:
        """Return « du 8 octobre 2026 », the day of the meeting of the only summary."""
        held = piece.held[0]
        if held.held_on is None:
            return ()
        day = arabic.full_date if self.language is AR else french.full_date
        return text(self.wording.of_day, Span(day(held.held_on), f"{path}.held.1.held_on"))

    def _edition(self, piece: PieceFacts, at: int) -> Text:
        """Return « (version 2) » of a document that replaces an earlier one, else nothing."""
        edition = piece.editions[at - 1] if piece.editions else None
        if edition is None:
            return ()
        said = Span(digits(edition, self.language), f"pieces.{piece.number}.editions.{at}")
        return text(self.wording.edition, said, ")")

    def _name(self, piece: PieceFacts) -> str:
        """Return what a piece is called: a report and a summary as their own titles say."""
        held = [(each.kind, each.channel) for each in piece.held]
        if piece.copies > 1:
            return summaries_name(held, self.language)
        if held:
            return summary_name(*held[0], self.language)
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
