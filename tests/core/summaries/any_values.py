"""Random values of the facts of documents: texts, names, codes, counts, days."""

from datetime import date

from hypothesis import strategies as st

from outreach_app import vocabulary
from outreach_app.rules.names import Bilingual
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.session.audience import AbsentFacts
from outreach_app.summaries.session.plan import NextMeetingFacts
from outreach_app.summaries.session.promises import (
    AgainFacts,
    AskedFacts,
    CommitmentFacts,
    EarlierState,
    GivenUpFacts,
    MeetingMet,
    RenewedFacts,
)
from tests.core.summaries.plans import MODEL, NOTHING, SEAT, arabic, french, phrase

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
# Usual bilingual names: with a town, an institution, a preposition, in one language only.
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
DEBTORS = st.sampled_from(
    [
        Bilingual("جمعية الأمل", "Association Al Amal"),
        Bilingual("شركة النور", None),
        Bilingual(None, "Amicale du Port"),
    ]
)
KINDS = [code for prefix in ("as", "pr", "pt") for code in sorted(vocabulary.catalogue(prefix))]
COUNTS = st.one_of(st.integers(1, 13), st.integers(14, 120), st.integers(998, 10_050))
DATES = st.dates(date(2014, 1, 1), date(2031, 12, 31))
MINUTES = st.times().map(lambda moment: moment.replace(second=0, microsecond=0, fold=0))
NEXT_MEETINGS = st.builds(
    NextMeetingFacts,
    DATES,
    st.none() | MINUTES,
    PLACES,
    st.none() | st.sampled_from(["ch.office", "ch.phone"]),
)


def codes(prefix: str) -> st.SearchStrategy[str]:
    """Return any code of one catalogue."""
    return st.sampled_from(sorted(vocabulary.catalogue(prefix)))


@st.composite
def words(draw: st.DrawFn) -> Words:
    """Return free text in either language, translated or not, or an entry of the phrase bank."""
    if draw(st.booleans()):
        return phrase(draw(st.sampled_from(sorted(vocabulary.phrases()))))
    if draw(st.booleans()):
        return arabic(draw(ARABIC_TEXTS), draw(st.none() | FRENCH_TEXTS))
    return french(draw(FRENCH_TEXTS), draw(st.none() | ARABIC_TEXTS))


_GIVEN_UP = st.lists(
    st.tuples(DATES, st.sampled_from(["cst.dropped", "cst.blocked"]), st.none() | DATES), max_size=2
).map(lambda rows: tuple(GivenUpFacts(number, *row) for number, row in enumerate(rows, start=1)))
# When a promise was made again, in any order of days.
RENEWED = st.builds(
    RenewedFacts,
    st.lists(DATES, min_size=1, max_size=4, unique=True).map(lambda days: tuple(sorted(days))),
    st.none() | st.integers(1, 12),
    st.lists(DATES, max_size=3, unique=True).map(lambda days: tuple(sorted(days))),
    st.none() | codes("cst"),
    st.none() | DATES,
    *(st.sampled_from([None, True]) for _field in ("is_entered", "is_before")),
    st.none() | DATES,
    given_up=_GIVEN_UP,
)


# What came of a point when it was raised again: anything may have.
@st.composite
def _states(draw: st.DrawFn) -> tuple[EarlierState, ...]:
    """Return commitments in any states."""
    chosen = draw(st.lists(codes("cst"), max_size=3, unique=True))
    maybe, days = st.sampled_from([None, True]), st.none() | DATES
    return tuple(
        EarlierState(
            code,
            (
                CommitmentFacts(
                    number,
                    draw(words()),
                    "office",
                    draw(days),
                    since=draw(days),
                    why=draw(st.none() | words()),
                    is_late=draw(maybe),
                    is_entered=draw(maybe),
                ),
            ),
        )
        for number, code in enumerate(chosen, start=1)
    )


AGAIN = st.builds(
    AgainFacts,
    st.none()
    | st.builds(MeetingMet, codes("mt"), codes("ch"), DATES, st.sampled_from(["", "07-B/2026"])),
    st.none() | codes("out"),
    *(st.sampled_from([None, True]) for _field in ("is_replied", "is_closed", "is_rumour")),
    _states(),
    st.lists(
        st.builds(
            AskedFacts,
            st.integers(1, 9),
            codes("rf"),
            st.sampled_from([None, True]),
            st.none() | DATES,
        ),
        max_size=3,
        unique_by=lambda row: row.number,
    ).map(tuple),
    raised_by=st.none() | DEBTORS,
    is_by_others=st.sampled_from([None, True]),
)
ABSENT = st.builds(
    AbsentFacts,
    st.lists(DEBTORS, max_size=2).map(tuple),
    st.lists(st.sampled_from(["pr.lawyer", "pr.notary"]), max_size=2).map(tuple),
).filter(lambda absent: absent.number > 0)
