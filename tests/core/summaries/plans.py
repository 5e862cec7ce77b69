"""Plans of sessions: a minimal one to change, and a usual one."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import count, islice

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.session.plan import (
    KindPresent,
    News,
    NextMeetingFacts,
    PointFacts,
    ReferralFacts,
    SessionPlan,
    SituationFacts,
)
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    MeetingMet,
)
from outreach_app.summaries.session.writer import STATES

# After all events of the plans.
ISSUED_ON = date(2026, 11, 16)
NOTHING = Bilingual(None, None)
SEAT = Bilingual("مقر الدائرة الأمنية", "Siège de l'arrondissement de police")

OFFICE = OfficeFacts(
    name=Bilingual("النخيل", "Annakhil"),
    city=Bilingual("الدار البيضاء", "Casablanca"),
    chief_title=Bilingual("رئيس الدائرة الأمنية", "Le chef de l'arrondissement de police"),
    letterhead_ar=(
        "المملكة المغربية",
        "المديرية العامة للأمن الوطني",
        "ولاية أمن الدار البيضاء",
        "منطقة أمن أنفا",
        "الدائرة الأمنية النخيل",
    ),
    letterhead_fr=(
        "Royaume du Maroc",
        "Direction générale de la Sûreté nationale",
        "Préfecture de police de Casablanca",
        "District de police d'Anfa",
        "Arrondissement de police Annakhil",
    ),
)


def arabic(text: str, translation: str | None = None) -> Words:
    return Words(text, Language.ARABIC, translation)


def french(text: str, translation: str | None = None) -> Words:
    return Words(text, Language.FRENCH, translation)


def phrase(code: str) -> Words:
    """Return an entry of the phrase bank, as a point has it."""
    return Words(vocabulary.phrases()[code].ar, Language.ARABIC, phrase=code)


def point(
    number: int,
    topic: str,
    words: Words | None,
    *,
    reaction: str | None = None,
    reply: Words | None = None,
    commitments: Sequence[int] = (),
    referrals: Sequence[str] = (),
    kind: str = "concern",
) -> PointFacts:
    return PointFacts(
        number,
        kind,
        topic,
        words,
        reaction,
        reply,
        tuple(commitments),
        tuple(referrals),
    )


def commitment(
    number: int,
    words: Words,
    due_on: date | None = None,
    *,
    owner: str = "office",
    debtor: Bilingual | None = None,
    authority: str | None = None,
    debtor_kind: str | None = None,
) -> CommitmentFacts:
    return CommitmentFacts(number, words, owner, due_on, debtor, authority, debtor_kind)


def lapsed(number: int, commitment: int, due_on: date) -> SituationFacts:
    """Return the line of a commitment of which nothing was recorded by its day."""
    since = due_on + timedelta(days=1)
    line = SituationFacts(number, News.STATE, since, commitment=commitment)
    return replace(line, code="cst.overdue", due_on=due_on)


def made_at_meeting(day: date) -> MadeFacts:
    """Return that commitments were made at a periodic meeting of that day."""
    return MadeFacts(day, MeetingMet("mt.periodic", "ch.office", day, "03/2026"))


def named_earlier(made_on: date, **states: Sequence[CommitmentFacts]) -> EarlierFacts:
    """Return the commitments of the previous meeting, by state."""
    found = (EarlierState(f"cst.{name}", tuple(of)) for name, of in states.items())
    return EarlierFacts((made_at_meeting(made_on),), tuple(found), sum(map(len, states.values())))


def earlier(made_on: date, **states: int) -> EarlierFacts:
    """Return the commitments of the previous meeting: how many were `done`, `overdue` and so on."""
    numbers, due_on = count(1), made_on + timedelta(days=10)
    patrol = arabic("دورية بمحيط السوق", "Patrouille aux abords du marché")
    found = {
        name: [commitment(number, patrol, due_on) for number in islice(numbers, states[name])]
        for name in STATES
        if name in states
    }
    return named_earlier(made_on, **found)


# Commitments of the previous meeting.
PATROLS = replace(
    commitment(1, arabic("تكثيف الدوريات", "Intensifier les patrouilles"), date(2026, 9, 1)),
    since=date(2026, 8, 20),
)
POSTERS = replace(
    commitment(
        2,
        french("Distribuer des affiches", "توزيع ملصقات"),
        date(2026, 8, 30),
        owner="partner",
        debtor=Bilingual("جمعية الأمل", "Association Al Amal"),
    ),
    since=date(2026, 7, 20),
)

# A held periodic meeting without other data.
BARE = SessionPlan(
    office=OFFICE,
    number="01/2026",
    kind="mt.periodic",
    channel="ch.inperson",
    held_on=date(2026, 10, 1),
    starts_at=None,
    ends_at=None,
    place=NOTHING,
    subject=NOTHING,
    headcount=None,
    women=None,
    bodies=None,
    kinds_present=(),
    earlier=None,
    points=(),
    commitments=(),
    referrals=(),
    next_meeting=None,
    assessment=None,
)

# The usual session.
MODEL = replace(
    BARE,
    number="23/2026",
    kind="mt.thematic",
    held_on=date(2026, 10, 14),
    starts_at=time(10, 30),
    ends_at=time(12, 15),
    place=SEAT,
    subject=Bilingual(
        "تأمين محيط المؤسسات التعليمية", "Sécurisation des abords des établissements scolaires"
    ),
    headcount=14,
    women=6,
    bodies=7,
    kinds_present=(
        KindPresent("as.parents", 5),
        KindPresent("as.residents", 2),
        KindPresent("pr.pharmacist", 2),
    ),
    earlier=earlier(date(2026, 9, 12), done=1, overdue=1, dropped=1),
    points=(
        point(
            1,
            "tp.5.1",
            phrase("ph.5.1.1"),
            commitments=(1, 2),
            kind="request",
        ),
        point(
            2,
            "tp.6.1",
            french("Le passage derrière le lycée reste sans éclairage dès 18 h."),
            referrals=("rf.commune",),
            commitments=(3,),
            kind="request",
        ),
        point(3, "tp.3.1", None, reaction="out.oriented"),
        point(
            4,
            "tp.8.4",
            arabic("نلتمس تكثيف الدوريات ليلا بجوار صيدليات الحراسة"),
            reply=arabic(
                "تشمل الدوريات الليلية صيدليات الحراسة منذ فاتح أكتوبر 2026",
                "Les patrouilles de nuit couvrent les pharmacies de garde",
            ),
            kind="request",
        ),
    ),
    commitments=(
        commitment(1, arabic("تخصيص دورية راجلة عند أوقات الدخول والخروج"), date(2026, 10, 19)),
        commitment(
            2,
            arabic(
                "تنظيم حصة تحسيسية بالوسط المدرسي حول السلامة الطرقية",
                "Séance de sensibilisation en milieu scolaire sur la sécurité routière",
            ),
            date(2026, 10, 30),
            owner="authority",
        ),
        commitment(3, arabic("موافاة الحاضرين بجواب الجماعة"), date(2026, 11, 11)),
    ),
    referrals=(ReferralFacts(1, "rf.commune", "tp.6.1", 2),),
    next_meeting=NextMeetingFacts(date(2026, 11, 18), time(10, 30), SEAT),
    assessment=arabic(
        "مشاركة فعلية ونقاش هادئ؛ وتبقى الإنارة العمومية مطلبا متكررا للقاء الثالث على التوالي.",
        "Participation effective, échanges sereins.",
    ),
    situation=(
        SituationFacts(1, News.STATE, date(2026, 10, 19), commitment=1, code="cst.done"),
        SituationFacts(
            2,
            News.ANSWERED,
            date(2026, 10, 26),
            point=2,
            code="rf.commune",
            words=arabic("برمجة إصلاح 6 نقط إنارة"),
        ),
        lapsed(3, 2, date(2026, 10, 30)),
    ),
)
