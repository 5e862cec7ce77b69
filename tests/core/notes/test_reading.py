"""A note becomes proposals for a session, each with its source words; prose stays as lines."""

from datetime import date, time

import pytest

from outreach_app.notes.proposals import HeadField, ReadNote
from outreach_app.notes.reading import read_note
from outreach_app.notes.text import Span
from tests.core.notes import samples
from tests.core.notes.samples import PARTNERS, TODAY

H = HeadField


def read(text: str, held_on: date | None = None) -> ReadNote:
    return read_note(text, PARTNERS, TODAY, held_on)


def head(note: ReadNote) -> dict[HeadField, object]:
    return {proposal.field: proposal.value for proposal in reversed(note.head)}


def spans(note: ReadNote) -> list[Span]:
    return [
        *(proposal.span for proposal in note.head),
        *(proposal.span for proposal in note.partners),
        *(proposal.span for proposal in note.points),
        *(proposal.span for proposal in note.promises),
        *(proposal.span for proposal in note.referrals),
    ]


def test_arabic_minutes_fill_the_head_and_the_roles() -> None:
    note = read(samples.ARABIC)
    assert note.is_structured
    assert head(note) == {
        H.HELD_ON: date(2026, 10, 14), H.STARTS_AT: time(10, 30), H.PLACE: "مقر الدائرة الأمنية",
        H.CHANNEL: "ch.office", H.HEADCOUNT: 14, H.WOMEN: 6, H.NEXT_ON: date(2026, 11, 11),
    }  # fmt: skip
    assert {partner.uid for partner in note.partners} == {samples.PALM, samples.PEACE}
    assert [(p.kind, p.topics[0], p.is_sure) for p in note.points] == [
        ("concern", "tp.6.1", True), ("request", "tp.8.4", True), ("thanks", "tp.8.3", True),
    ]  # fmt: skip
    assert [(p.owner, p.due_on, p.partner) for p in note.promises] == [
        ("office", date(2026, 10, 20), None), ("partner", date(2026, 11, 14), samples.PEACE),
    ]  # fmt: skip
    assert note.promises[0].point == 1  # the patrols that were asked for
    assert [(r.destination, r.topic, r.point) for r in note.referrals] == [
        ("rf.commune", "tp.6.1", 0)
    ]
    assert note.words(note.points[1].span) == "طلب تكثيف الدوريات ليلا"


def test_french_minutes_fill_the_head_and_the_roles() -> None:
    note = read(samples.FRENCH)
    assert head(note) == {
        H.HELD_ON: date(2026, 9, 22), H.STARTS_AT: time(9), H.ENDS_AT: time(10, 30),
        H.PLACE: "siège de la Coopérative des artisans", H.KIND: "mt.coordination",
        H.CHANNEL: "ch.partner_place", H.HEADCOUNT: 21, H.WOMEN: 4,
        H.NEXT_ON: date(2026, 10, 20),
    }  # fmt: skip
    assert {partner.uid for partner in note.partners} == {samples.CRAFT}
    assert [(p.kind, p.topics[0]) for p in note.points] == [
        ("concern", "tp.6.3"), ("request", "tp.10.5"), ("question", "tp.8.2"),
    ]  # fmt: skip
    assert [(p.owner, p.due_on) for p in note.promises] == [
        ("office", date(2026, 9, 27)), ("partner", date(2026, 9, 30)),
    ]  # fmt: skip
    assert [(r.destination, r.topic) for r in note.referrals] == [("rf.caidat", "tp.6.3")]
    next_on = next(proposal for proposal in note.head if proposal.field is H.NEXT_ON)
    assert next_on.is_guessed  # its year is not in the note


def test_the_rows_of_a_table_hold_a_point_and_its_answer() -> None:
    note = read(samples.TABLE)
    assert head(note) == {H.HELD_ON: date(2026, 10, 12), H.HEADCOUNT: 15}
    assert [(p.kind, note.words(p.span)) for p in note.points] == [
        ("concern", "الإنارة ضعيفة بالزنقة 12"), ("suggestion", "تنظيم حملة حول النظافة"),
    ]  # fmt: skip
    assert [(p.due_on, p.point) for p in note.promises] == [(date(2026, 10, 24), 1)]
    assert [(r.destination, r.point) for r in note.referrals] == [("rf.commune", 0)]


def test_the_gate_is_shut_on_prose_and_its_lines_follow_as_points() -> None:
    note = read(samples.PROSE)
    assert not note.is_structured
    assert head(note)[H.HELD_ON] == date(2026, 10, 12)
    assert not note.promises
    assert not any(point.is_sure for point in note.points)
    note = read("الإنارة ضعيفة\nالكلاب الضالة بالحي\nسيارات مهملة\nضجيج المقاهي\n")
    assert not note.is_structured
    assert len(note.points) == 4


def test_headings_are_told_by_their_numbers_and_by_who_promised() -> None:
    note = read(
        "PV du 03/11/2026\nOrdre du jour :\n- sécurité\nI. Points soulevés\n1. Vols la nuit\n"
        "2. Merci pour la rapidité\nII. Engagements\n- la coopérative : une liste avant le 15/11\n"
    )
    assert [point.kind for point in note.points] == ["concern", "thanks"]
    assert [(p.owner, p.due_on) for p in note.promises] == [("partner", date(2026, 11, 15))]
    note = read(
        "التاريخ: 3/11/2026\nما أثاره السكان:\n- ضجيج ليلي\nما التزمت به الدائرة:\n- جواب كتابي\n"
    )
    assert (len(note.points), len(note.promises)) == (1, 1)


def test_the_due_day_of_a_table_s_row_is_not_the_meeting_s() -> None:
    note = read(
        "| N° | Point soulevé | Suite | Responsable | Échéance |\n"
        "| 1 | Double file | Contrôle aux sorties | Arrondissement | 10/11/2026 |\n"
        "| 2 | Journée portes ouvertes | À étudier | Lycée | |\n"
    )
    assert not note.head
    assert [promise.due_on for promise in note.promises] == [date(2026, 11, 10)]


def test_what_was_denied_or_answered_is_no_point() -> None:
    note = read(
        "Réunion du 12/10/2026\nPoints :\n- RAS pour la circulation\n"
        "- rumeur d'enlèvement, démentie\n- le commissaire a rappelé le numéro 19\n"
    )
    assert [point.kind for point in note.points] == ["rumour"]


def test_a_numbered_heading_of_the_head_is_no_point_and_its_lines_are_the_head_s() -> None:
    note = read(
        "محضر\nحرر بتاريخ 16 أكتوبر 2026\n1. الزمان والمكان\nيوم 14 أكتوبر 2026 ابتداء من"
        " الساعة العاشرة بمقر الدائرة\n2. الحضور\nجمعية النخيل وودادية الهناء (12 عضوا)\n"
        "3. النقط المثارة\n3.1 ضجيج ليلي\n3.2 طلب دوريات\nرابعا: الالتزامات\n"
        "- تلتزم الدائرة بدورية\n5. اللقاء المقبل\nيوم 11 نونبر 2026\n"
        "رفعت الجلسة على الساعة 12:00\n"
    )
    assert head(note) == {
        H.HELD_ON: date(2026, 10, 14), H.STARTS_AT: time(10), H.ENDS_AT: time(12),
        H.PLACE: "مقر الدائرة", H.CHANNEL: "ch.office", H.HEADCOUNT: 12,
        H.NEXT_ON: date(2026, 11, 11),
    }  # fmt: skip
    assert {partner.uid for partner in note.partners} == {samples.PALM, samples.PEACE}
    assert [note.words(p.span) for p in note.points] == ["ضجيج ليلي", "طلب دوريات"]
    assert len(note.promises) == 1


def test_a_table_of_two_columns_is_read_by_its_keys() -> None:
    note = read(
        "Heure | 14:30\nInterlocuteurs | Amicale Al Hanaa – Coopérative des artisans\n"
        "Présents | 6\nRemarque 1 | bruit la nuit / chiens errants\n"
        "Demandes et suggestions | organiser une campagne\n"
        "Promesse (association) | remettre la liste\n"
        "Promesse (arrondissement) | contrôle au parking\n"
    )
    assert head(note) == {H.STARTS_AT: time(14, 30), H.HEADCOUNT: 6}
    assert {partner.uid for partner in note.partners} == {samples.PEACE, samples.CRAFT}
    assert [(p.kind, note.words(p.span)) for p in note.points] == [
        ("concern", "bruit la nuit"), ("concern", "chiens errants"),
        ("suggestion", "organiser une campagne"),
    ]  # fmt: skip
    assert [promise.owner for promise in note.promises] == ["partner", "office"]


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("الحاضرون: مدير المؤسسة وستة أساتذة", 7),
        ("Présents : le bureau (4 membres, dont 2 femmes), en tout 9", 9),
        ("Présents : Amicale Al Hanaa (3 agents)", 3),
        ("حضره ما يقارب أربعين شخصا، ووعدناهم بدورية", 40),
        ("حضرتها تسع نساء", 9),
        ("3) Présents : Amicale Al Hanaa", None), ("استفسر أحد الأعضاء عن البطاقة", None),
    ],
)  # fmt: skip
def test_how_many_came(said: str, count: int | None) -> None:
    assert head(read(said)).get(H.HEADCOUNT) == count


@pytest.mark.parametrize(
    ("said", "begun"),
    [
        ("التوقيت: الرابعة مساء", time(16)), ("Heure : 15", time(15)),
        ("جاو عندي البارح مع الخمسة\nكانو أربعة\n", time(17)), ("لقاء مع الخمسة أعضاء", None),
    ],
)  # fmt: skip
def test_when_it_began(said: str, begun: time | None) -> None:
    assert head(read(said)).get(H.STARTS_AT) == begun


def test_short_lines_without_a_heading_keep_the_roles_that_their_words_tell() -> None:
    note = read(
        "جمعية النخيل\nلقاء البارح 19 نونبر مع الخمسة\nكانو أربعة\nالمحلات تسرقو جوج مرات\n"
        "بغاو شي حارس\nقلت ليهم غندوزو الدورية\nالله يسهل\n"
    )
    assert not note.is_structured
    assert [note.words(p.span) for p in note.points] == ["المحلات تسرقو جوج مرات", "بغاو شي حارس"]
    assert [note.words(p.span) for p in note.promises] == ["قلت ليهم غندوزو الدورية"]
    assert {partner.uid for partner in note.partners} == {samples.PALM}


def test_those_excused_or_named_in_a_promise_are_not_present() -> None:
    note = read(
        "Date : 12/10/2026\nPartenaires : Amicale Al Hanaa\nExcusés : Coopérative des artisans\n"
        "Engagements :\n- l'Association Annakhil organisera une campagne\n"
    )
    assert [partner.uid for partner in note.partners] == [samples.PEACE]


def test_the_day_of_a_heading_or_a_deadline_is_not_the_meeting_s() -> None:
    text = "محضر\nعقد اجتماع يوم 12/10/2026 بمقر الجماعة\n- تلتزم الدائرة بدورية قبل 30/10/2026\n"
    days = [p.value for p in read(text).head if p.field is H.HELD_ON]
    assert days == [date(2026, 10, 12)]
    # If two are equally likely, both are offered.
    text = "Réunion du 12/10/2026\nRéunion du 13/10/2026\n"
    days = [p.value for p in read(text).head if p.field is H.HELD_ON]
    assert days == [date(2026, 10, 12), date(2026, 10, 13)]


def test_the_day_that_a_paper_was_written_on_is_not_the_meeting_s() -> None:
    note = read(
        "Casablanca, le 20/10/2026\nCompte rendu de la réunion du 14/10/2026\nDemandes :\n"
        "- patrouille le soir\nFait le 21/10/2026\n"
    )
    assert head(note)[H.HELD_ON] == date(2026, 10, 14)
    assert [note.words(point.span) for point in note.points] == ["patrouille le soir"]
    alone = read("Casablanca, le 20/10/2026\nDemandes :\n- patrouille le soir\n")
    assert head(alone)[H.HELD_ON] == date(2026, 10, 20)  # no other day is said
    named = read("Dialogue avec les établissements scolaires, 20 octobre 2026\n- vols\n")
    assert head(named)[H.HELD_ON] == date(2026, 10, 20)


def test_a_line_of_names_says_who_was_present_wherever_it_stands() -> None:
    note = read(
        "• Coopérative des artisans – Association Annakhil\n• visite le 16/10/2026\n"
        "• l'éclairage manque devant l'Amicale Al Hanaa depuis le mois de septembre\n"
    )
    assert {partner.uid for partner in note.partners} == {samples.CRAFT, samples.PALM}


@pytest.mark.parametrize(
    ("said", "owner"),
    [
        ("La pharmacie installera une caméra", "partner"),
        ("الثانوية ستصلح الباب", "partner"),
        ("وعد بمراقبة المقهى", "office"),
        ("passage promis devant l'école", "office"),
    ],
)
def test_a_place_owes_only_what_it_is_the_subject_of(said: str, owner: str) -> None:
    note = read(f"Réunion du 14/10/2026\nEngagements :\n- {said}\n")
    assert [promise.owner for promise in note.promises] == [owner]


def test_a_chat_s_senders_and_hours_are_no_part_of_it() -> None:
    note = read(
        "[10/10/2026 19:02] Membre: réunion à la maison de quartier\n"
        "[10/10/2026 19:03] Membre: les voisins se plaignent du bruit\n"
    )
    assert head(note)[H.HELD_ON] == date(2026, 10, 10)
    assert H.STARTS_AT not in head(note)
    assert not any("Membre" in note.words(span) for span in spans(note))


def test_a_club_among_those_present_is_no_place() -> None:
    note = read(
        "محضر اجتماع\nالحضور: جمعية النخيل، نادي الشباب الرياضي\nالنقط المثارة:\n- ضعف الإنارة"
    )
    assert not {H.PLACE, H.CHANNEL} & set(head(note))


def test_who_is_to_be_answered_owes_no_answer() -> None:
    text = "النقط المثارة:\n- ضعف الإنارة\nالالتزامات: موافاة الجمعية بجواب في أجل 15 يوما"
    (promise,) = read(text, date(2026, 10, 2)).promises
    assert (promise.owner, promise.due_on) == ("office", date(2026, 10, 17))
