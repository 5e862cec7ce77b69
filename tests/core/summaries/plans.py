"""Plans of sessions: a bare one to change, and the session of the mock-up."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time

from outreach_app import vocabulary
from outreach_app.i18n import Language
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import OfficeFacts, Words
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    KindPresent,
    NextMeeting,
    PointFacts,
    ReferralFacts,
    SessionPlan,
)

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
    """An entry of the phrase bank, as a point that was entered from it holds it."""
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
) -> PointFacts:
    return PointFacts(
        number,
        "concern",
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
    status: str = "cst.open",
    reason: str | None = None,
) -> CommitmentFacts:
    return CommitmentFacts(number, words, owner, due_on, status, reason)


# A periodic meeting of which nothing is known but that it was held.
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
    earlier_done=0,
    earlier_open=0,
    points=(),
    commitments=(),
    referrals=(),
    next_meeting=None,
    assessment=None,
)

# The session of the mock-up.
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
    earlier_done=2,
    earlier_open=1,
    points=(
        point(
            1,
            "tp.5.1",
            phrase("ph.5.1.1"),
            commitments=(1, 2),
        ),
        point(
            2,
            "tp.6.1",
            french("Le passage derrière le lycée reste sans éclairage dès 18 h."),
            referrals=("rf.commune",),
            commitments=(3,),
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
    referrals=(ReferralFacts(1, "rf.commune", "tp.6.1", None, None, None),),
    next_meeting=NextMeeting(date(2026, 11, 11), time(10, 30), SEAT),
    assessment=arabic(
        "مشاركة فعلية ونقاش هادئ؛ وتبقى الإنارة العمومية مطلبا متكررا للقاء الثالث على التوالي.",
        "Participation effective, échanges sereins.",
    ),
)
