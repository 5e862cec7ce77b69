"""Random sessions: anything that could be recorded."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from outreach_app import vocabulary
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.nouns import KINDS
from outreach_app.summaries.session.plan import (
    CommitmentFacts,
    KindPresent,
    NextMeeting,
    PointFacts,
    ReferralFacts,
    SessionPlan,
)
from tests.core.summaries.plans import BARE, MODEL, NOTHING, SEAT, arabic, french, phrase

# A session is a large draw: hypothesis would call that slow.
ANY_SESSION = settings(
    max_examples=300,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

ARABIC_TEXTS = st.sampled_from(
    [
        "نلتمس تكثيف الدوريات ليلا بجوار صيدليات الحراسة",
        "الممر خلف الثانوية بدون إنارة منذ 3 أسابيع؛ نرجو إصلاحه (قبل رمضان)",
        "شكرا: تحسن الوضع بحي Maârif!",
        "و12 حالة سرقة بالخطف يوم 05/10/2026",
    ]
)
FRENCH_TEXTS = st.sampled_from(
    [
        "Le passage derrière le lycée reste sans éclairage dès 18 h.",
        "Trop de bruit jusqu'à 2 h du matin ; merci d'intervenir (rue 14)",
        "Merci : la situation s'est améliorée à حي السلام !",
        "3 vols à l'arraché le 05/10/2026",
    ]
)
ANY_TEXTS = st.text(
    st.characters(codec="utf-8", exclude_characters="«»", exclude_categories=("Cc", "Cs", "Zl")),
    min_size=1,
).filter(str.strip)
# As bilingual names are typed: with a town, an institution, a preposition, one language only.
PLACES = st.sampled_from(
    [
        NOTHING,
        SEAT,
        Bilingual("سيدي البرنوصي، الدار البيضاء", "Sidi Bernoussi, Casablanca"),
        Bilingual("بقاعة الاجتماعات", "Hôtel de ville"),
        Bilingual("دار الشباب", None),
        Bilingual(None, "Café Central"),
        Bilingual("حي الحسني", "Hay Hassani"),
        Bilingual("المعاريف", "Le Maârif"),
    ]
)
SUBJECTS = st.sampled_from(
    [
        NOTHING,
        MODEL.subject,
        Bilingual("الأمن المدرسي", None),
        Bilingual(None, "Sécurité scolaire aux abords de l'école"),
    ]
)
COUNTS = st.one_of(st.integers(1, 13), st.integers(14, 120), st.integers(998, 10_050))
DATES = st.dates(date(2014, 1, 1), date(2031, 12, 31))
MINUTES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0))


def codes(prefix: str) -> st.SearchStrategy[str]:
    """Any code of one catalogue."""
    return st.sampled_from(sorted(vocabulary.catalogue(prefix)))


@st.composite
def words(draw: st.DrawFn) -> Words:
    """Free text in either language, translated or not, or an entry of the phrase bank."""
    if draw(st.booleans()):
        return phrase(draw(st.sampled_from(sorted(vocabulary.phrases()))))
    if draw(st.booleans()):
        return arabic(draw(ARABIC_TEXTS), draw(st.none() | FRENCH_TEXTS))
    return french(draw(FRENCH_TEXTS), draw(st.none() | ARABIC_TEXTS))


@st.composite
def points(draw: st.DrawFn, number: int, commitments: int) -> PointFacts:
    """A point; an offence is stored without words."""
    numbers = st.sets(st.integers(1, commitments), max_size=3) if commitments else st.just(set())
    return PointFacts(
        number,
        "request",
        draw(codes("tp")),
        draw(st.none() | words()),
        draw(st.none() | codes("out")),
        draw(st.none() | words()),
        tuple(sorted(draw(numbers))),
        tuple(sorted(draw(st.sets(codes("rf"), max_size=2)))),
    )


@st.composite
def commitments(draw: st.DrawFn, number: int) -> CommitmentFacts:
    """A commitment; one that is dropped or blocked says why."""
    status = draw(codes("cst"))
    has_reason = status in {"cst.dropped", "cst.blocked"}
    return CommitmentFacts(
        number,
        draw(words()),
        draw(st.sampled_from(["office", "partner", "authority"])),
        draw(st.none() | DATES),
        status,
        draw(ARABIC_TEXTS | FRENCH_TEXTS) if has_reason else None,
    )


@st.composite
def referrals(draw: st.DrawFn, number: int) -> ReferralFacts:
    sent_on = draw(st.none() | DATES)
    return ReferralFacts(
        number,
        draw(codes("rf")),
        draw(codes("tp")),
        sent_on,
        draw(st.none() | DATES) if sent_on else None,
        draw(st.none() | words()) if sent_on else None,
    )


@st.composite
def kinds_present(draw: st.DrawFn) -> tuple[KindPresent, ...]:
    chosen = draw(st.lists(st.sampled_from(sorted(KINDS)), max_size=4, unique=True))
    return tuple(KindPresent(code, draw(st.none() | COUNTS)) for code in chosen)


@st.composite
def plans(draw: st.DrawFn) -> SessionPlan:
    """Any session that could be recorded."""
    number_of_commitments = draw(st.integers(0, 13))
    headcount = draw(st.none() | st.just(0) | COUNTS)
    women = None if headcount is None else draw(st.none() | st.integers(0, headcount))
    return replace(
        BARE,
        number=f"{draw(st.integers(1, 999)):02d}/2026",
        kind=draw(codes("mt")),
        channel=draw(codes("ch")),
        held_on=draw(DATES),
        starts_at=draw(st.none() | MINUTES),
        ends_at=draw(st.none() | MINUTES),
        place=draw(PLACES),
        subject=draw(SUBJECTS),
        headcount=headcount,
        women=women,
        bodies=None if headcount == 0 else draw(st.none() | COUNTS),
        kinds_present=() if headcount == 0 else draw(kinds_present()),
        earlier_done=draw(st.integers(0, 12)),
        earlier_open=draw(st.integers(0, 12)),
        points=tuple(
            draw(points(number, number_of_commitments))
            for number in range(1, draw(st.integers(0, 13)) + 1)
        ),
        commitments=tuple(
            draw(commitments(number)) for number in range(1, number_of_commitments + 1)
        ),
        referrals=tuple(
            draw(referrals(number)) for number in range(1, draw(st.integers(0, 4)) + 1)
        ),
        next_meeting=draw(st.none() | st.builds(NextMeeting, DATES, st.none() | MINUTES, PLACES)),
        assessment=draw(st.none() | words()),
    )
