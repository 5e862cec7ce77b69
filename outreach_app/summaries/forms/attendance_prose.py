"""From the plan of an attendance sheet to its text in one language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time

from outreach_app.i18n import Language, isolate
from outreach_app.rules.kinds import Channel
from outreach_app.summaries.forms.attendance_plan import AttendancePlan
from outreach_app.summaries.hand_outs.writer import partner_name
from outreach_app.summaries.prose import arabic, french
from outreach_app.summaries.prose.blocks import (
    Block,
    Cell,
    Design,
    Facts,
    FillIns,
    Note,
    Realised,
    Span,
    Table,
    Text,
    Title,
    plain,
)
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.french import sentence_case
from outreach_app.summaries.prose.heads import letterhead, signed
from outreach_app.summaries.prose.meeting_kinds import Manner, arabic_kind, french_kind, manner
from outreach_app.summaries.prose.numbers import digits
from outreach_app.summaries.prose.quoting import own_title
from outreach_app.summaries.prose.reception import PERMANENCE
from outreach_app.summaries.prose.several_days import count_days, from_to
from outreach_app.summaries.session.labels import SEATS, Seat

# As many rows as a page holds, and at least these empty ones after the bodies invited.
ROWS, MIN_EMPTY = 18, 4
AR, FR = Language.ARABIC, Language.FRENCH


@dataclass(frozen=True, slots=True)
class Wording:
    """The fixed words of the sheet in one language, and how it says a day and an hour."""

    title: str
    kind: str
    subject: str
    labels: tuple[str, str, str]
    invited: str
    received: str
    headings: tuple[str, str, str, str, str]
    totals: tuple[str, str, str]
    remote: str
    notice: str
    colon: str
    comma: str
    day: Callable[[date], str]
    hour: Callable[[time], str]
    between: tuple[str, str]


WORDINGS = {
    AR: Wording(
        title="ورقة الحضور",
        kind="ورقة حضور",
        subject="الموضوع",
        labels=("التاريخ", "الساعة", "المكان"),
        invited="عدد الشركاء المدعوين",
        received="عدد الشركاء المبرمج استقبالهم",
        headings=("رقم", "الشريك", "الصفة", "الاسم الكامل (اختياري)", "التوقيع"),
        totals=("عدد الحاضرين", "من بينهم نساء", "الشركاء الممثلون"),
        remote="عن بعد",
        notice="تُستعمل هذه الورقة لإثبات الحضور وإحصائه، ويُقترح إتلافها بعد مرور {days} يوما على"
        " اللقاء، وفق مسطرة إتلاف الأرشيف. ولا تُنقل أي معطيات منها إلى سجل الشركاء إلا بعد إخبار"
        " الشخص المعني. وطبقا للقانون رقم {law}، للحاضرين الحق في الولوج إلى معطياتهم وفي تصحيحها"
        " وفي التعرض على معالجتها، وتُمارس هذه الحقوق لدى مكتب الاستقبال بالدائرة الأمنية.",
        colon=": ",
        comma="، ",
        day=arabic.weekday_date,
        hour=arabic.clock,
        between=("من ", " إلى "),
    ),
    FR: Wording(
        title="Feuille de présence",
        kind="feuille de présence",
        subject="Objet",
        labels=("Date", "Heure", "Lieu"),
        invited="Nombre de partenaires invités",
        received="Nombre de partenaires à recevoir",
        headings=("N°", "Partenaire", "Qualité", "Nom complet (facultatif)", "Signature"),
        totals=("Nombre de présents", "Dont femmes", "Partenaires représentés"),
        remote="à distance",
        notice="Cette feuille sert à constater et à compter les présences\u00a0; elle est proposée"
        " à l’élimination {days}\u00a0jours après la rencontre, selon la procédure applicable aux"
        " archives. Aucune donnée de cette feuille n’est reprise dans"
        " le registre des partenaires sans que la personne concernée en soit informée. Les droits"
        " d’accès, de rectification et d’opposition (loi n°\u00a0{law}) s’exercent auprès de"
        " l’accueil de l’arrondissement de police.",
        colon="\u00a0: ",
        comma=", ",
        day=french.weekday_date,
        hour=french.clock,
        between=("de ", " à "),
    ),
}
LAW = "09-08"


def realise_attendance(
    plan: AttendancePlan, language: Language, issued_on: date, rows: int = ROWS
) -> Realised:
    """Write the sheet of a meeting in one language, with room to sign and up to that many rows."""
    writer = _Writer(plan, language, WORDINGS[language], rows)
    wording = writer.wording
    return Realised(
        language,
        wording.kind,
        Circulation.RESTRICTED,
        (
            letterhead(plan.office, plan.number, issued_on, language),
            Title(wording.title, writer.about()),
            *writer.to_write(),
            Facts(tuple(writer.facts())),
            Table("attendance", wording.headings, writer.rows()),
            FillIns(wording.totals),
            Note(writer.notice()),
            signed(plan.office, language),
        ),
        Design.SESSION,
    )


def attendance_title(plan: AttendancePlan, language: Language) -> str:
    """Return the title of the file and its later pages: « Feuille de présence · A-14/2026 »."""
    return f"{WORDINGS[language].title} · {plan.number}"


@dataclass(frozen=True, slots=True)
class _Writer:
    plan: AttendancePlan
    language: Language
    wording: Wording
    most: int

    def about(self) -> Text:
        """Return the kind of the meeting and its subject: « Rencontre thématique : … »."""
        plan = self.plan
        days = count_days(plan.held_on, plan.last_on)
        if self.language is AR:
            kind = arabic_kind(plan.kind, plan.channel, days).name
        else:
            kind = french_kind(plan.kind, plan.channel, days).object.partition(" ")[2]
        named = sentence_case((Span(kind, "kind"),))
        subject = own_title(plan.subject, "subject", self.language)
        if subject and plain(subject).split()[0] == plain(named).split()[0]:
            return subject  # « Visite de terrain : Visite d'un point noir »
        return text(named, self.wording.colon, subject) if subject else named

    def to_write(self) -> list[Block]:
        """Return the line on which a subject and an hour not known yet are written."""
        has_subject = self.plan.subject.prefer(self.language) is not None
        blanks = [] if has_subject else [self.wording.subject]
        if self.plan.starts_at is None:
            blanks.append(self.wording.labels[1])
        return [FillIns(tuple(blanks))] if blanks else []

    def facts(self) -> list[tuple[str, Text]]:
        """Return day, hours, place and number of partners; what is not known is left out.

        People received at the permanence have no place: that says where.
        """
        plan, wording = self.plan, self.wording
        day = self._day()
        place = self._place()
        if plan.channel == Channel.PERMANENCE and not place:
            told = PERMANENCE[self.language]
            day = text(day, wording.comma, Span(told, "channel"))
        invited = Span(digits(len(plan.invited), self.language), "invited")
        values = (
            day,
            self._hours(),
            place,
            text(invited) if plan.invited else (),
        )
        is_received = manner(plan.kind, plan.channel) is Manner.RECEIVED
        labels = (*wording.labels, wording.received if is_received else wording.invited)
        return [pair for pair in zip(labels, values, strict=True) if pair[1]]

    def _day(self) -> Text:
        """Return « Mardi 20 octobre 2026 », « Du 20 au 22 octobre 2026 »."""
        plan = self.plan
        if plan.last_on is None:
            return sentence_case((Span(self.wording.day(plan.held_on), "held_on"),))
        return sentence_case(
            from_to(plan.held_on, plan.last_on, ("held_on", "last_on"), self.language)
        )

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return a numbered row for each body invited, and empty ones for who comes besides."""
        invited = self.plan.invited
        names = [
            sentence_case(partner_name(partner, f"invited.{place}", self.language))
            for place, partner in enumerate(invited, start=1)
        ]
        # The line to write on replaces a row.
        rows = self.most - len(self.to_write())
        names += [()] * (max(rows, len(names) + MIN_EMPTY) - len(names))
        return tuple(
            (text(digits(number, self.language)), name, (), (), ())
            for number, name in enumerate(names, start=1)
        )

    def notice(self) -> str:
        """Return the notice on data protection for those who sign."""
        days = digits(self.plan.keep_days, self.language)
        law = isolate(LAW) if self.language is AR else LAW
        return self.wording.notice.format(days=days, law=law)

    def _place(self) -> Text:
        """Return the place as typed, else the seat that the channel tells, or that it is remote."""
        place = own_title(self.plan.place, "place", self.language)
        seats = SEATS[self.language]
        known = {
            str(Channel.OFFICE): seats[Seat.OFFICE],
            str(Channel.PARTNER_PLACE): seats[self._seat()],
            str(Channel.VIDEO): self.wording.remote,
        }
        told = known.get(self.plan.channel)
        return sentence_case(place) or (sentence_case((Span(told, "channel"),)) if told else ())

    def _seat(self) -> Seat:
        """Return the seat of the partner, or of one of several: which is not noted."""
        return Seat.PARTNER if len(self.plan.invited) == 1 else Seat.ONE_PARTNER

    def _hours(self) -> Text:
        plan, wording = self.plan, self.wording
        if plan.starts_at is None:
            return ()
        start = Span(wording.hour(plan.starts_at), "starts_at")
        if plan.ends_at is None:
            return text(start)
        first, then = wording.between
        end = Span(wording.hour(plan.ends_at), "ends_at")
        return sentence_case(text(first, start, then, end))
