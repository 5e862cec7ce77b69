"""The sentences on remarks and awareness actions: every number present and agreeing."""

import re
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from outreach_app.i18n import Language
from outreach_app.queries.awareness import Reached
from outreach_app.summaries.communication import arabic_reached, french_reached
from outreach_app.summaries.communication.facts import awareness_facts
from outreach_app.summaries.communication.plan import (
    AwarenessFacts,
    CodeFacts,
    CommunicationFacts,
    RemarkFacts,
)
from outreach_app.summaries.communication.publishing import publishable_communication
from outreach_app.summaries.prose.blocks import Text, plain
from outreach_app.summaries.prose.composition import text
from outreach_app.summaries.prose.facts import facts
from outreach_app.vocabulary import catalogue
from tests.core.summaries.communication.saying import says_communication
from tests.core.summaries.communication.test_prose import OCTOBER, UNIT_AR, UNIT_FR, words
from tests.few_or_many import on_random

COUNTS = st.integers(0, 12) | st.integers(0, 2000)


def received(language: Language, made: RemarkFacts) -> Text:
    if language is Language.ARABIC:
        return arabic_reached.received(made, UNIT_AR, OCTOBER.until)
    return french_reached.received(made, UNIT_FR, OCTOBER.until)


def explained(language: Language, made: AwarenessFacts) -> Text:
    if language is Language.ARABIC:
        return arabic_reached.explained(made)
    return french_reached.explained(made, UNIT_FR)


@pytest.mark.parametrize(
    ("made", "arabic", "french"),
    [
        (
            RemarkFacts(8, (CodeFacts("rv.phone", 5), CodeFacts("rv.letter", 3)), 2, 2, 5, 6),
            (
                "تلقت الدائرة الأمنية، خارج اللقاءات، 8 ملاحظات: 5 عبر الهاتف و3 عن طريق"
                " المراسلة، وظلت ملاحظتان منها دون مآل إلى غاية 31 أكتوبر 2026. وفي ما يخص 6"
                " ملاحظات عُرف تاريخ الرد عليها، بلغت المدة الوسيطة للرد يومين والمدة القصوى 5"
                " أيام."
            ),
            (
                "L’arrondissement de police a reçu, en dehors des rencontres, 8 remarques :"
                " 5 par téléphone et 3 par courrier ; 2 d’entre elles restaient en"
                " attente de suite au 31 octobre 2026. Pour les 6 remarques dont le jour"
                " de la réponse est connu, le"
                " délai médian de réponse a été de 2 jours et le délai maximal de 5 jours."
            ),
        ),
        (
            RemarkFacts(2, (CodeFacts("rv.email", 2),), 0, 9, 12, 2, least_days=5),
            (
                "تلقت الدائرة الأمنية، خارج اللقاءات، ملاحظتين عبر البريد الإلكتروني، وقد حُدد"
                " مآلهما. وبلغت مدة الرد 5 أيام بالنسبة إلى إحداهما و12 يوما"
                " بالنسبة إلى الأخرى."
            ),
            (
                "L’arrondissement de police a reçu, en dehors des rencontres, 2 remarques par"
                " courriel ; il avait été donné suite à toutes deux au 31 octobre 2026. Le délai de"
                " réponse a été de 5 jours pour l’une et de 12 jours pour l’autre."
            ),
        ),
        (
            RemarkFacts(1, (CodeFacts("rv.phone", 1),), 0, None, None),
            ("تلقت الدائرة الأمنية، خارج اللقاءات، ملاحظة واحدة عبر الهاتف، وقد حُدد مآلها."),
            (
                "L’arrondissement de police a reçu, en dehors des rencontres, une remarque"
                " par téléphone ; il y avait été donné suite au 31 octobre 2026."
            ),
        ),
    ],
)
def test_remarks_are_told_with_what_became_of_them(
    made: RemarkFacts, arabic: str, french: str
) -> None:
    assert words(received(Language.ARABIC, made)) == arabic
    assert words(received(Language.FRENCH, made)) == french


@pytest.mark.parametrize(
    ("made", "arabic", "french"),
    [
        (
            AwarenessFacts(1, 1, 2, 60, 75, 1),
            (
                "تم تنظيم حصة تحسيسية واحدة بالوسط المدرسي. وبلغ عدد المستفيدين 75، من بينهم 60"
                " تلميذا في مؤسستين تعليميتين. وشاركت فيها جمعية واحدة."
            ),
            (
                "L’arrondissement de police a organisé une séance de sensibilisation en milieu"
                " scolaire. Le nombre de bénéficiaires s’est élevé à 75, dont 60 élèves dans 2"
                " établissements scolaires. Y a pris part une association."
            ),
        ),
        (
            AwarenessFacts(
                4,
                2,
                3,
                53,
                90,
                2,
                True,
                True,
                1,
                1,
                3,
                (CodeFacts("mt.openday", 2),),
            ),
            (
                "تم تنظيم 4 عمليات تحسيسية: حصتين تحسيسيتين بالوسط المدرسي"
                " وعمليتين للأبواب المفتوحة."
                " وشملت إحدى الحصتين بالوسط المدرسي 3 مؤسسات تعليمية، ولم يُسجل عدد المؤسسات بخصوص"
                " الأخرى."
                " واستفاد من إحداهما 53 تلميذا، ولم"
                " يُسجل عدد التلاميذ بخصوص الأخرى. وبلغ جمهور هذه العمليات"
                " 90 شخصا (حسب ما سُجل بخصوص 3 عمليات تحسيسية من أصل 4)."
                " وسُجلت مشاركتان للجمعيات في هذه العمليات."
            ),
            (
                "L’arrondissement de police a mené 4 actions de sensibilisation : 2 séances"
                " de sensibilisation en milieu scolaire et 2 opérations portes ouvertes. L’une des"
                " deux séances en milieu scolaire a concerné 3 établissements scolaires ; le nombre"
                " d’établissements n’a pas été relevé pour l’autre. L’une d’elles a touché"
                " 53 élèves ; le nombre d’élèves n’a pas été relevé pour l’autre. Le public"
                " de ces actions s’est élevé à 90 personnes (nombre"
                " relevé pour 3 actions de"
                " sensibilisation sur 4). Le nombre de participations d’associations à ces actions"
                " s’est élevé à 2."
            ),
        ),
    ],
)
def test_awareness_is_told_with_whom_it_reached(
    made: AwarenessFacts, arabic: str, french: str
) -> None:
    assert words(explained(Language.ARABIC, made)) == arabic
    assert words(explained(Language.FRENCH, made)) == french


def test_schools_and_pupils_are_each_told_of_their_own_talks() -> None:
    made = AwarenessFacts(21, 8, 7, 409, 2397, None, True, True, 7, 4, 17)

    assert (
        "وشملت الحصص بالوسط المدرسي 7 مؤسسات تعليمية (سُجل هذا العدد في 7 حصص تحسيسية من أصل 8)."
        " واستفاد من 4 حصص تحسيسية منها 409 تلاميذ، ولم يُسجل عدد التلاميذ بخصوص الحصص المتبقية."
    ) in words(explained(Language.ARABIC, made))
    assert (
        "Les séances en milieu scolaire ont concerné 7 établissements scolaires (nombre relevé pour"
        " 7 séances de sensibilisation sur 8). Sur ces 8 séances, 4 ont touché 409 élèves ;"
    ) in words(explained(Language.FRENCH, made))
    # The public learns no number of talks, but which of the two counts is of all of them.
    open_ = CommunicationFacts(OCTOBER.before.last, OCTOBER.until, None, None, awareness=made)
    every = replace(open_, awareness=replace(made, schools_noted=8))
    shown = publishable_communication(every).awareness
    assert shown is not None
    assert (
        "7 مؤسسات تعليمية (مع احتساب كل مؤسسة عن كل حصة نُظمت بها). واستفاد منها 409 تلاميذ (سُجل"
        " هذا العدد في بعض الحصص فقط)."
    ) in words(explained(Language.ARABIC, shown))
    assert (
        "7 établissements scolaires (chacun compté autant de fois qu’il a accueilli de séances)."
        " Elles ont touché 409 élèves (nombre relevé pour une partie seulement d’entre elles)."
    ) in words(explained(Language.FRENCH, shown))


def test_the_audience_of_few_talks_that_counted_no_pupils_is_not_published() -> None:
    every = AwarenessFacts(12, 6, 5, 400, 403, None, True, False, 5, 5, 6, apart=3)
    shown = publishable_communication(
        CommunicationFacts(OCTOBER.before.last, OCTOBER.until, None, None, awareness=every)
    )
    assert shown.awareness is not None
    assert shown.awareness.apart is None


def test_what_did_not_take_place_is_named() -> None:
    # « Aucune action de sensibilisation » would deny the awareness material that was given out.
    none = AwarenessFacts(0, 0, None, None, None, None)
    assert words(explained(Language.FRENCH, none)) == (
        "Aucune séance ni campagne de sensibilisation n’a été organisée, ni aucune journée portes"
        " ouvertes."
    )
    assert words(explained(Language.ARABIC, none)) == (
        "لم تُنظم أي حصة أو حملة تحسيسية، ولا أي يوم للأبواب المفتوحة."
    )


def test_remarks_that_all_wait_are_not_told_by_their_number_again() -> None:
    for number, arabic, french in (
        (2, "وظلتا معا دون مآل", "toutes deux restaient en attente"),
        (3, "وظلت كلها دون مآل", "toutes restaient en attente"),
    ):
        waiting = RemarkFacts(number, (CodeFacts("rv.phone", number),), number, None, None)
        assert arabic in words(received(Language.ARABIC, waiting))
        assert french in words(received(Language.FRENCH, waiting))


def test_whom_talks_reached_is_not_told_twice() -> None:
    made = AwarenessFacts(1, 1, 1, 106, 106, 2)

    assert words(explained(Language.ARABIC, made)) == (
        "تم تنظيم حصة تحسيسية واحدة بالوسط المدرسي. واستفاد منها 106 تلاميذ في مؤسسة تعليمية"
        " واحدة. وشاركت فيها جمعيتان."
    )
    assert words(explained(Language.FRENCH, made)) == (
        "L’arrondissement de police a organisé une séance de sensibilisation en milieu scolaire."
        " Elle a touché 106 élèves dans un établissement scolaire. Y ont pris part 2 associations."
    )


def test_talks_without_pupils_are_told_where_each_noted_who_came() -> None:
    both = Reached(4, 3, 264, 368, 0, 3, 3, 4, 0, apart=104, apart_noted=1)
    kinds = {"mt.school": 4}

    assert awareness_facts(both, both, kinds).apart == 104
    nobody = replace(both, apart=0, apart_noted=0)
    assert awareness_facts(nobody, nobody, kinds).apart is None


@st.composite
def remarks(draw: st.DrawFn) -> RemarkFacts:
    channels = draw(
        st.dictionaries(st.sampled_from(list(catalogue("rv"))), COUNTS.filter(bool), max_size=6)
    )
    number = sum(channels.values())
    median = draw(st.none() | COUNTS) if number > 1 else None
    return RemarkFacts(
        count=number,
        channels=tuple(CodeFacts(code, each) for code, each in channels.items()),
        unanswered=draw(st.integers(0, number) | st.sampled_from([0, number])),
        median_days=median,
        worst_days=None if median is None else median + draw(COUNTS),
        dated=draw(st.integers(2, number)) if number > 1 else 0,
        has_other_ends=draw(st.sampled_from([None, True])),
    )


@st.composite
def actions(draw: st.DrawFn) -> AwarenessFacts:
    number = draw(COUNTS)
    talks = draw(st.integers(0, number) | st.sampled_from([0, number]))
    known = st.none() | COUNTS.filter(bool)
    noted = draw(st.tuples(st.integers(1, talks), st.integers(1, talks))) if talks else (0, 0)
    return AwarenessFacts(
        count=number,
        talks=talks,
        establishments=draw(known) if talks else None,
        pupils=draw(known) if talks else None,
        beneficiaries=draw(known) if number else None,
        associations=draw(known) if number else None,
        associations_noted=draw(st.none() | st.integers(1, number)) if number else None,
        are_talks_partial=min(noted) < talks,
        schools_noted=noted[0] or None,
        pupils_noted=noted[1] or None,
    )


@on_random(remarks(), actions())
def test_every_number_is_said_and_nothing_else(came: RemarkFacts, made: AwarenessFacts) -> None:
    whole = facts(CommunicationFacts(OCTOBER.before.last, OCTOBER.until, None, None, came, made))
    known = {f"communication.{fact}": value for fact, value in whole.items()}
    for language in Language:
        sentences = (received(language, came), explained(language, made))
        for span in text(*sentences):
            if span.fact is None:
                assert not re.search(r"\d", span.text), span
            else:
                assert says_communication(span.text, span.fact, known[span.fact]), span
        said = {span.fact for span in text(*sentences)}
        assert not _untold(came, made) - said
        assert not re.search(r"[{}]|  | [.,،]|\.\.|None|\(\)", " ".join(map(plain, sentences)))


def _untold(came: RemarkFacts, made: AwarenessFacts) -> set[str]:
    """Return the facts that must be mentioned."""
    needed = set()
    if came.count:
        needed |= {f"communication.remarks.{name}" for name in ("count", "unanswered")}
    if came.median_days is not None:
        needed |= {f"communication.remarks.{name}" for name in ("median_days", "worst_days")}
    told = [
        "establishments",
        "pupils",
        "associations",
        *([] if made.are_only_pupils else ["beneficiaries"]),
    ]
    needed |= {f"communication.awareness.{name}" for name in told if getattr(made, name)}
    return needed
