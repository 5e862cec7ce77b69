"""The prose of a national summary."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

import pytest

from outreach_app.i18n import Language
from outreach_app.rules.masking import Hidden
from outreach_app.rules.periods import Period
from outreach_app.summaries.national.plan import NationalPlan
from outreach_app.summaries.national.writer import awareness_among, dialogue_beside
from outreach_app.summaries.prose import nouns
from outreach_app.summaries.prose.blocks import Realised, Span
from outreach_app.summaries.prose.counts import Case, Noun, count
from outreach_app.summaries.prose.facts import FactValue, facts, facts_fingerprint
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests.core.summaries import nations
from tests.core.summaries.closed_world import said, spans
from tests.core.summaries.communication.saying import says_communication, sums_of
from tests.core.summaries.national_reading import awaiting, layouts, months, prose, realised
from tests.core.summaries.national_strategies import plans
from tests.core.summaries.reading import ISOLATES, LETTERS, said_number
from tests.few_or_many import on_random

AR, FR = Language.ARABIC, Language.FRENCH
Build = Callable[[int], NationalPlan]
FORMS = (0, 1, 2, 3, 11, 100)
# Facts in the plan that support others, or are omitted by a narrower table.
UNSAID = re.compile(
    r"office\..*|is_publishable|first|before_first|as_of|(?:main|rising)\..*\.change"
    r"|states\.endings\..*\.code|states\.ended|aside|in_main|begun_late|others|due_on|before_last|late_more|sessions_before|rumours|awaited"
    r"|commands\..*\.(?:women|associations|points|unanswered|kept|late)"
    r"|.*\.(?:ar|fr|number)|communication\..*"
    r"|has_totals_alone|had_actions|.*_partial|(?:regions|commands)\..*\.participants_noted"
)
# The facts of tables that are omitted if empty.
DROPPED = {
    "follow_up": r"(?:regions\..*|total)\.(?:women|points|unanswered|kept|late)",
    "commands": r"commands\..*",
    "categories": r"categories\..*",
}

# Of points: none waits any more, said without a number.
NONE_LEFT = {
    "لم تعد تستدعي أي تتبع",
    "كل ما يستدعي التتبع منها",
    "qui n’appelle plus de suite",
    "ceux qui appelaient une suite",
}


@on_random(plans())
def test_every_span_says_its_fact_and_every_fact_is_said(plan: NationalPlan) -> None:
    _check_sentences(plan)
    known = facts(plan)
    made = awareness_among(plan) if plan.total.reported else None
    if made and (number := dialogue_beside(plan, made)):
        known["dialogue"] = number
    if plan.communication.rumours is not None:
        known |= sums_of(plan.communication.rumours)
    for language in Language:
        document = realised(plan, language)
        for span in spans(document):
            if span.fact is None:
                assert not re.search(r"\d", span.text), f"digits of nobody: {span.text}"
            elif span.fact != "issued_on":
                is_said = says_communication if span.fact.startswith("communication.") else says
                assert is_said(span.text, span.fact, known[span.fact]), (span, known[span.fact])
        told = {fact for fact, value in known.items() if value not in set(Hidden)}
        unsaid = told - said(document) - _of_dropped_tables(document, told) - _of_silent(plan, told)
        assert not [fact for fact in unsaid if not UNSAID.fullmatch(fact)]
        written = to_plain_text(document)
        assert not [span for span in spans(document) if not _is_in(span, written)]


def _of_dropped_tables(document: Realised, known: Iterable[str]) -> set[str]:
    dropped = [words for layout, words in DROPPED.items() if layout not in layouts(document)]
    return {fact for fact in known if any(re.fullmatch(words, fact) for words in dropped)}


def _of_silent(plan: NationalPlan, known: Iterable[str]) -> set[str]:
    """Return the counts of areas that sent no report: they are not told."""
    areas = {f"commands.{row.number}.figures": row.figures for row in plan.commands}
    areas |= {f"regions.{row.code}.figures": row.figures for row in plan.regions if row.figures}
    areas["total"] = plan.total
    silent = {path for path, area in areas.items() if area.is_silent}
    told = ("offices", "reported", "coverage")
    parted = ((fact, *fact.rpartition(".")) for fact in known)
    return {fact for fact, path, _dot, name in parted if path in silent and name not in told}


def _is_in(span: Span, written: str) -> bool:
    """The number of the document is left to the printed copy."""
    return span.text in written or span.text in {"عدد: ", "N°\u00a0: "} or span.fact == "number"


def says(words: str, fact: str, value: FactValue) -> bool:
    """Return whether the words match a count; other facts are names and dates."""
    bare = ISOLATES.sub("", words).replace("\u202f", "").replace("\u00a0", " ")
    if value == Hidden.FEW:
        return re.search(r"\d+", bare) is not None and "5" in bare
    if value == Hidden.WITHHELD:
        return bare in {"غير منشور", "non publié"}
    is_counted = re.search(r"\d|أي|[Aa]ucun|واحد|التزامان", bare) or bare in LETTERS
    # Of all commitments, which are counted before, no state has a number.
    is_of_all = fact.startswith("states.") and fact != "states.kept" and not is_counted
    if isinstance(value, bool) or not isinstance(value, int) or is_of_all:
        return bool(bare)
    are_women = fact == "total.women" and re.match("tous |كلهم |كلاهما |de |من ", bare)
    if are_women or (fact in {"total.kept", "states.kept"} and not is_counted):
        of_all = dict.fromkeys(("tous deux", "معا", "كلاهما"), value == 2)
        of_all |= dict.fromkeys(("tous", "جميع", "كلها", "كلهم"), value > 2)
        return of_all.get(_all_of(bare), value in {0, 1})
    if fact.endswith(".change"):
        return int(bare.rstrip(" %").replace("\u2212", "-")) == value
    return (0 if bare in NONE_LEFT else said_number(bare)) == value


def _all_of(words: str) -> str:
    """« tous deux », « tous », «جميع», «معا», «كلهم», where all of them are meant."""
    found = re.search("tous(?: deux)?|جميع|معا|كلاهما|كلها|كلهم", words)
    return found.group() if found else ""


def _check_sentences(plan: NationalPlan) -> None:
    for language in Language:
        text = prose(plan, language)
        assert not re.search(r"[{}]|  | [.,،]|\.\.|،\.|\(\)|None", text)
        if language is FR:
            assert not re.search(
                r"\b(?:de|à) (?:le|les|des)\b(?! vérifier)|\b(?:de|le|la|que) [aeéèêiîoôuœ]", text
            )


SLOTS: list[tuple[Noun, Case, Build, tuple[int, ...]]] = [
    (nouns.PRECINCT, Case.GENITIVE, lambda n: months(reported=n), FORMS[1:]),
    (nouns.PRECINCT, Case.GENITIVE, lambda n: months(offices=n, reported=min(n, 1)), FORMS[1:]),
    (nouns.PRECINCT, Case.GENITIVE, awaiting, FORMS[1:]),
    (nouns.MEETING_ACTION_OR_CALL, Case.ACCUSATIVE, lambda n: months(sessions=n), FORMS),
    (nouns.PERSON, Case.NOMINATIVE, lambda n: months(participants=n), FORMS[1:]),
    (nouns.FEMALE, Case.NOMINATIVE, lambda n: months(women=n), FORMS[1:]),
    (nouns.ASSOCIATION, Case.GENITIVE, lambda n: months(associations=n), FORMS[1:]),
    (nouns.COMMITMENT, Case.NOMINATIVE, lambda n: months(commitments=n, kept=n and 1), FORMS),
    (nouns.COMMITMENT, Case.NOMINATIVE, lambda n: months(kept=n), FORMS[:3]),
    (nouns.POINT, Case.ACCUSATIVE, lambda n: months(points=n), FORMS[1:]),
    (nouns.POINT, Case.GENITIVE, lambda n: months(unanswered=n), FORMS[1:]),
    (nouns.NEWS_HEARD, Case.NOMINATIVE, lambda n: months(rumours=n), FORMS[1:]),
    (nouns.OTHER_PRECINCT, Case.NOMINATIVE, lambda n: awaiting(n + 5), FORMS[2:]),
]


@pytest.mark.parametrize("slot", SLOTS, ids=lambda slot: f"{slot[0].one}-{slot[1]}")
def test_every_form_is_reached(slot: tuple[Noun, Case, Build, tuple[int, ...]]) -> None:
    noun, case, build, numbers = slot
    for number in numbers:
        form = ISOLATES.sub("", count(noun, number, case, AR)).replace("\u00a0", " ")
        assert form in prose(build(number), AR)


@pytest.mark.parametrize(
    ("plan", "ar", "fr"),
    [
        (months(reported=0), "بأي تقرير كامل من الدوائر الأمنية البالغ عددها 200.",
         "n’ont reçu aucun rapport complet des 200 arrondissements"),
        (months(offices=2, reported=0), "بأي تقرير كامل من الدائرتين الأمنيتين المسجلتين لديها.",
         "n’ont reçu aucun rapport complet des 2 arrondissements"),
        (months(offices=1, reported=0), "بتقرير كامل من الدائرة الأمنية المسجلة لديها.",
         "n’ont pas reçu de rapport complet"),
        (months(reported=1), "بتقرير دائرة أمنية واحدة من", "ont reçu le rapport d’un arr"),
        (months(reported=2), "بتقريري دائرتين أمنيتين من", "les rapports de 2 arrondissements"),
        (months(sessions=0), "ولم تسجل الدوائر الأمنية المعنية بهذه", "n’ont enregistré aucune"),
        (months(sessions=2), "خلال شهر شتنبر بالدوائر الأمنية نفسها)، شارك فيهما",
         "2 rencontres, actions et échanges (contre 2"),
        (months(participants=1, women=0), "شارك فيها شخص واحد. وتم تسجيل حضور 60",
         "réuni un participant. Y ont pris part 60"),
        (months(commitments=0), "ولم يُسجل أي التزام.", "Aucun engagement n’a été enregistré."),
        (months(commitments=1, kept=1), "وأُنجز الالتزام الوحيد", "Le seul engagement enregistré"),
        (months(commitments=2, kept=1), "التزامان، أُنجز منهما", "2 engagements enregistrés, un "),
        (months(kept=5), "، أُنجزت 5 منها.", "5 sont réalisés"),
        (months(kept=12), "، أُنجز 12 منها.", "12 sont réalisés"),
        (months(kept=0), "، لم يُنجز منها أي التزام.", "Aucun des "),
        (months(unanswered=0), "كل ما يستدعي التتبع منها، باستثناء الأخبار المتداولة، جواب أو",
         "ceux qui appelaient une suite, hors informations à vérifier, ont tous donné lieu à une"),
        (months(unanswered=0, points=1), "نقطة واحدة، لم تعد تستدعي أي تتبع.",
         "un point, qui n’appelle plus de suite."),
        (months(unanswered=3), "ولم يُسجل بعد بشأن 3 نقط منها أي جواب أو التزام أو إحالة أو قرار",
         "3 points n’ont encore donné lieu ni à une réponse, ni à un engagement, ni à une saisine"),
        (months(unanswered=1), "بشأن نقطة واحدة منها أي", "un point n’a encore donné lieu ni à"),
        (months(unanswered=500), "وأثار المشاركون 500 نقطة، ولم يُتفاعل بعد مع أي منها.",
         "500 points ; aucun n’a encore reçu de réaction."),
        (months(points=2, unanswered=2), "نقطتين، ولم يُتفاعل بعد مع أي منهما.",
         "2 points ; aucun n’a encore reçu de réaction."),
        (months(points=1, unanswered=1), "نقطة واحدة، ولم يُتفاعل بعد معها.",
         "un point ; il n’a pas encore reçu de réaction."),
        (awaiting(0), "بجميع التقارير المنتظرة.", "Tous les rapports attendus ont été reçus."),
        (nations.plan({}), "ولا يُنتظر أي تقرير.", "aucun rapport n’est attendu."),
        (awaiting(1), "لا يزال تقرير دائرة أمنية واحدة، المحدد أجله",
         "Le rapport d’un arrondissement"),
        (awaiting(2), "لا يزال تقريرا دائرتين أمنيتين، المحدد أجلهما",
         "Les rapports de 2 arrondissements"),
        (awaiting(1, nations.DUE_ON), "لا يزال تقرير دائرة أمنية واحدة منتظرا، وأجله 5 نونبر 2026:",
         "Le rapport d’un arrondissement de police reste attendu ; le délai est fixé au 5 n"),
        (awaiting(2, nations.DUE_ON), "لا يزال تقريرا دائرتين أمنيتين منتظرين، وأجلهما 5 نونبر",
         "Les rapports de 2 arrondissements de police restent attendus ; le délai est fixé au 5"),
        (awaiting(3, nations.DUE_ON), "لا تزال تقارير 3 دوائر أمنية منتظرة، وأجلها 5 نونبر 2026:",
         "Les rapports de 3 arrondissements de police restent attendus ; le délai est fixé au 5"),
    ],
)  # fmt: skip
def test_numbers_are_said_as_grammar_wants(plan: NationalPlan, ar: str, fr: str) -> None:
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)


@pytest.mark.parametrize(
    ("first", "last", "ar", "fr", "before"),
    [
        (
            *(date(2026, 7, 1), date(2026, 9, 30), "برسم الفصل الثالث من سنة 2026"),
            *("Au titre du troisième trimestre 2026", "au deuxième trimestre"),
        ),
        (
            *(date(2026, 1, 1), date(2026, 6, 30), "برسم النصف الأول من سنة 2026"),
            *("Au titre du premier semestre 2026", "au second semestre 2025"),
        ),
        (
            *(date(2026, 1, 1), date(2026, 12, 31), "برسم سنة 2026"),
            *("Au titre de l’année 2026", "au cours de l’année 2025"),
        ),
        (
            *(date(2026, 8, 1), date(2026, 10, 31)),
            "برسم الفترة الممتدة من فاتح غشت إلى غاية 31 أكتوبر 2026",
            "Au titre de la période du 1er août au 31 octobre 2026",
            "au cours de la période précédente",
        ),
    ],
)
def test_a_period_is_called_by_its_name(
    first: date, last: date, ar: str, fr: str, before: str
) -> None:
    plan = nations.plan(period=Period(first, last))
    assert ar in prose(plan, AR)
    assert fr in prose(plan, FR)
    assert before in prose(plan, FR)


@pytest.mark.parametrize(
    ("reported", "awaited", "words"),
    [
        (150, 3, "ceux de 3 arrondissements de police restent attendus"),
        (1, 3, "les rapports de 3 arrondissements de police restent attendus"),
        (150, 1, "le rapport d’un arrondissement de police reste attendu"),
        (1, 1, "celui d’un arrondissement de police reste attendu"),
    ],
)
def test_a_french_pronoun_has_the_number_of_its_noun(
    reported: int, awaited: int, words: str
) -> None:
    region = replace(nations.REGIONS["REGION_02"], reported=reported)
    late = tuple(nations.late(place, None, None) for place in range(awaited))
    assert f" ; {words}." in prose(nations.plan({"REGION_02": region}, late=late), FR)


def test_the_fingerprint_is_that_of_the_facts() -> None:
    assert facts_fingerprint(nations.plan()) == facts_fingerprint(nations.plan())
    assert facts_fingerprint(nations.plan()) != facts_fingerprint(months())
