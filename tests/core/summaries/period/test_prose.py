"""The prose of a period report: every fact, agreeing, nothing else."""

import re
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.rules.periods import Period
from outreach_app.summaries.period.plan import CodeCount, KindFacts, PeriodPlan, SignalFacts
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.blocks import Heading, Realised
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import reports
from tests.core.summaries.closed_world import all_text, spans
from tests.core.summaries.reading import ISOLATES, said_number
from tests.core.summaries.reports import ISSUED_ON, MOCK_UP, QUARTER, QUIET, day
from tests.few_or_many import on_random

AR, FR = Language.ARABIC, Language.FRENCH
STATES = ("done", "partly", "in_progress", "open", "overdue", "referred", "dropped", "blocked")
# Words that express a number without digits: a verb, « tous », «الالتزام الوحيد المسجل».
IN_WORDS = re.compile(
    r"kept|answered|earlier(\..*)?|(promises|answered|waiting|referrals)_earlier|given_up"
    r"|figures\.commitments\.now|.*\.is_earlier"
)
# Words for an unchanged number.
AS_BEFORE = ("العدد نفسه", "العدد نفسه من اللقاءات", "autant", "comme")
COUNTS = re.compile(
    r"kept|answered|earlier(\..*\.count)?|.*\.(?:now|before|meetings|participants|women|points"
    r"|partners|commitments|count|days_late|waiting)|signals\.(?:late|waiting|without_outcome)"
    r"|.*_(?:more|noted|first|points|earlier)|unmet"
)


def number(most: int) -> st.SearchStrategy[int]:
    """Return numbers for every grammatical form, and any other."""
    return st.sampled_from([0, 1, 2, 3, 10, 11, 12, 99, 100, 101, 102, 103, 1000]).filter(
        lambda each: each <= most
    ) | st.integers(0, most)


@st.composite
def kinds(draw: st.DrawFn) -> tuple[KindFacts, ...]:
    """Return the usual kinds, or a few that are not meetings."""
    exchanged, organised = [("ch.phone",), ("ch.mail", "ch.phone")], ("mt.school", "mt.openday")
    every = [(), *exchanged, ("mt.reception",), organised, ("ch.phone", "mt.awareness")]
    codes = draw(st.sampled_from(every))
    apart = zip(MOCK_UP.kinds, codes, strict=False)
    return tuple(replace(row, code=code) for row, code in apart) or MOCK_UP.kinds


@st.composite
def signals(draw: st.DrawFn, waiting: int) -> SignalFacts:
    """Return points of attention, with or without days."""
    return SignalFacts(
        late=draw(st.none() | number(120).filter(bool)),
        unverified=draw(st.none() | number(120).filter(bool)),
        to_rectify=draw(st.none() | number(120).filter(bool)),
        unanswered=draw(st.none() | number(120).filter(bool)),
        waiting=waiting or None,
        without_outcome=draw(st.none() | number(120).filter(bool)),
        rising=MOCK_UP.signals.rising,
        unmet=draw(st.sampled_from([(), ("pt.media",), ("pt.media", "pt.liberal")])),
        has_fallen=draw(st.booleans()),
        unverified_since=draw(st.none() | st.just(day(10, 3))),
        to_rectify_since=draw(st.none() | st.just(day(10, 4))),
        unanswered_since=draw(st.none() | st.just(day(10, 5))),
    )


@st.composite
def plans(draw: st.DrawFn) -> PeriodPlan:
    """Return plans with consistent counts."""
    commitments, referrals = draw(number(1000)), draw(number(3))
    people = draw(number(1000))
    sent = [replace(row, is_earlier=draw(st.booleans())) for row in MOCK_UP.referrals[:referrals]]
    waiting = sum(row.waiting is not None for row in sent)
    chosen = draw(st.lists(st.sampled_from(STATES), unique=True))
    return replace(
        draw(st.sampled_from((MOCK_UP, QUARTER))),
        figures=reports.figures(
            meetings=draw(number(300).filter(bool)),
            participants=people,
            women=draw(st.none() | number(people)),
            points=draw(number(1000)),
            commitments=commitments,
            referrals=referrals,
        ),
        kinds=draw(kinds()),
        kept=draw(st.sampled_from([0, commitments]) | number(commitments)),
        answered=draw(number(referrals)),
        referrals=tuple(sent),
        planned_held=draw(st.integers(0, 1)),
        earlier=tuple(CodeCount(f"cst.{state}", draw(number(30)) or 1) for state in chosen),
        point_kinds=tuple(
            CodeCount(kind.code, draw(number(120)) or 1) for kind in MOCK_UP.point_kinds
        ),
        signals=draw(signals(waiting)),
    )


def realised(plan: PeriodPlan, language: Language) -> Realised:
    return realise_period(plan, language, ISSUED_ON)


def prose(plan: PeriodPlan, language: Language) -> str:
    text = ISOLATES.sub("", all_text(realised(plan, language)))
    return text.replace("\u00a0", " ")


@on_random(plans())
def test_every_number_is_that_of_its_fact_and_sentences_are_clean(plan: PeriodPlan) -> None:
    known = facts(plan) | {
        "earlier": sum(state.count for state in plan.earlier),
        "referrals_earlier": plan.referrals_earlier,
        "answered_earlier": plan.answered_earlier,
        "waiting_earlier": plan.waiting_earlier,
    }
    for language in Language:
        document = realised(plan, language)
        for span in spans(document):
            fact = span.fact or ""
            if not fact:
                assert not re.search(r"\d", _without_own_totals(span.text)), span
            elif COUNTS.fullmatch(fact) and re.search(r"\d", span.text):
                signed = int(known[fact]) if fact in known else None
                assert signed is None or said_number(span.text) == abs(signed), (span, signed)
            elif span.text in AS_BEFORE:
                assert known[fact] == known[fact.replace(".before", ".now")], span
            elif COUNTS.fullmatch(fact) and not IN_WORDS.fullmatch(fact):
                assert said_number(span.text.replace("\u00a0", " ")) == known[fact], span
        text = prose(plan, language)
        assert not re.search(r"[{}]|  | [.,،]|\.\.|،\.|\(\)|None|cst\.|tp\.", text), text
        if language is FR:
            wrong = r"\b(?:de|à) (?:le|les)\b|\b(?:de|le|la|que) [aeéèêiîoôuœ]|« »"
            assert not re.search(wrong, text)


def _without_own_totals(text: str) -> str:
    """Return the facts without totals of the annex, which are sums."""
    return "" if re.fullmatch(r"[\d\u202f\u2066\u2069]*", text) else text


@pytest.mark.parametrize(
    ("plan", "ar", "fr"),
    [
        (
            MOCK_UP,
            (
                "عقدت الدائرة الأمنية النخيل، خلال هذه الفترة، 8 لقاءات (مقابل 6 لقاءات في شتنبر)،"
                " شارك فيها 103 أشخاص. ولم يُسجل عدد الإناث إلا في 7 لقاءات،"
                " وبلغ فيها 41 من أصل 97 شخصا."
                " وتم تسجيل 34 نقطة: 15 انشغالا و11 ملتمسا"
                " و4 مقترحات واستفسارين وخبر متداول واحد وتنويه واحد."
            ),
            (
                "Au cours de cette période, l’arrondissement de police Annakhil a tenu huit"
                " rencontres (contre six en septembre). Elles ont réuni 103 participants"
                " et ont permis d’enregistrer 34 points : 15 préoccupations,"
                " 11 demandes, 4 propositions, 2 questions, 1 information à vérifier et"
                " 1 remerciement. Le nombre de femmes n’a été relevé que pour sept"
                " rencontres : 41 sur 97 participants."
            ),
        ),
        (
            MOCK_UP,
            (
                "في 31 أكتوبر 2026، كان التزامان قد تجاوزا أجليهما، أقدمهما «مراجعة توقيت الدوريات"
                " المسائية بحي الزيتون»، على عاتق رئيس الدائرة الأمنية، وأجله 23 أكتوبر 2026."
            ),
            "Au 31 octobre 2026, deux engagements étaient en retard ; le plus ancien, ",
        ),
        (
            MOCK_UP,
            (
                "من أصل 12 التزاما مسجلا على إثر لقاءات الفترة، تم إنجاز 6 إلى غاية 31 أكتوبر"
                " 2026."
                " أما الالتزامات السابقة التي كانت لا تزال مفتوحة إلى غاية 30 شتنبر 2026، وعددها 5،"
                " فكانت وضعيتها في 31 أكتوبر 2026 كما يلي: 3 التزامات منجزة، والتزام واحد متأخر"
                " عن أجله، والتزام واحد متخلى عنه."
            ),
            (
                "Sur les douze engagements pris à la suite des rencontres de la période, six "
                "étaient réalisés au 31 octobre 2026."
                " Sur les cinq engagements antérieurs encore ouverts au 30 septembre 2026, trois"
                " étaient réalisés, un était en retard et un était abandonné au 31 octobre 2026."
            ),
        ),
        (
            replace(MOCK_UP, figures=reports.figures(commitments=1), kept=1, earlier=()),
            "أُنجز الالتزام الوحيد المسجل على إثر لقاءات الفترة.",
            (
                "Le seul engagement pris à la suite des rencontres de la période était réalisé au"
                " 31 octobre 2026."
            ),
        ),
        (
            QUARTER,
            (
                "لم يُسجل خلال هذه الفترة أي لقاء مع الصنفين التاليين من الشركاء، خلافا للفصل"
                " الثاني: أصحاب المهن الحرة؛ وسائل الإعلام المحلية."
            ),
            (
                "Aucune rencontre n’a été enregistrée avec les catégories de partenaires suivantes,"
                " contrairement au deuxième trimestre : professions libérales ; médias locaux."
            ),
        ),
        (
            MOCK_UP,
            (
                "وجهت الدائرة الأمنية النخيل، على إثر لقاءات الفترة، 3 إحالات، وتلقت الجواب عن"
                " واحدة منها إلى غاية 31 أكتوبر 2026."
            ),
            (
                "L’arrondissement de police Annakhil a adressé, à la suite des rencontres de la"
                " période, trois saisines ; une seule avait reçu une réponse au 31 octobre 2026."
            ),
        ),
        (
            replace(MOCK_UP, as_of=day(10, 20)),
            "يتعلق هذا التقرير المؤقت بالدائرة الأمنية النخيل، ويغطي الفترة من فاتح إلى غاية 20",
            (
                "Le présent rapport provisoire porte sur l’arrondissement de police Annakhil. Il"
                " couvre la période du 1er au 20 octobre 2026."
            ),
        ),
        (
            replace(MOCK_UP, as_of=day(10, 20)),
            "شهر أكتوبر 2026 (تقرير مؤقت حُصر في 20 أكتوبر 2026)",
            "Octobre 2026 (rapport provisoire, arrêté au 20 octobre 2026)",
        ),
    ],
)
def test_sentences_are_those_of_the_house(plan: PeriodPlan, ar: str, fr: str) -> None:
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("plan", [MOCK_UP, QUIET])
def test_every_report_has_the_same_ten_sections(plan: PeriodPlan, language: Language) -> None:
    headings = [b for b in realised(plan, language).blocks if isinstance(b, Heading)]
    # What only the author can state is omitted, not reported as missing.
    number = 8 + bool(plan.difficulties) + bool(plan.assessment)
    assert [each.number for each in headings if each.number] == list(range(1, number + 1))


def test_a_section_with_nothing_says_so() -> None:
    text = prose(QUIET, FR)
    for sentence in (
        "Aucune rencontre n’a été tenue au cours de cette période.",
        "Aucun point n’a été enregistré au cours de la période.",
        "Aucun engagement n’a été pris au cours de la période.",
        "Aucune saisine n’a été adressée au cours de la période.",
        "Aucune information à vérifier n’a été relevée.",
        "Au 2 novembre 2026, aucune rencontre n’est programmée d’ici au 31 décembre 2026.",
    ):
        assert sentence in text
    # A period without meetings has no sentence about them.
    assert "rencontres de la période" not in text
    assert "لقاءات الفترة" not in prose(QUIET, AR)
    assert "Éléments à signaler\n\n–\xa0Néant au titre de la période." in to_plain_text(
        realised(QUIET, FR)
    )


def test_nothing_is_compared_with_a_period_that_held_no_meeting() -> None:
    alone = replace(
        MOCK_UP,
        before_first=None,
        before_last=None,
        figures=tuple(replace(row, before=None, change=None) for row in MOCK_UP.figures),
        topics=tuple(replace(row, before=None, change=None) for row in MOCK_UP.topics),
        communication=QUIET.communication,  # it compares publications on its own
    )
    for language, words in ((FR, ("(contre", "Écart", "en septembre")), (AR, ("مقابل", "الفرق"))):
        text = to_plain_text(realised(alone, language))
        assert not [word for word in words if word in text]


@pytest.mark.parametrize(
    ("period", "title", "name"),
    [
        (Period(day(10, 1), day(10, 31)), "Rapport mensuel", "Octobre 2026"),
        (Period(day(7, 1), day(9, 30)), "Rapport trimestriel", "Troisième trimestre 2026"),
        (Period(day(1, 1), day(6, 30)), "Rapport semestriel", "Premier semestre 2026"),
        (Period(day(1, 1), day(12, 31)), "Bilan annuel", "Année 2026"),
        (Period(day(2, 1), day(4, 30)), "Rapport périodique", "Du 1er février au 30 avril 2026"),
        (Period(day(9, 1), day(9, 15)), "Rapport périodique", "Du 1er au 15 septembre 2026"),
    ],
)
def test_the_title_says_how_long_the_period_is(period: Period, title: str, name: str) -> None:
    text = prose(replace(QUIET, first=period.first, last=period.last), FR)
    assert name in text
    assert f"\n{title}\n" in to_plain_text(
        realised(replace(QUIET, first=period.first, last=period.last), FR)
    )
