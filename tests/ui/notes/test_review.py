"""The review of a note's rows, and the resulting session."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from outreach_app.notes.proposals import HeadField
from outreach_app.notes.reading import read_note
from outreach_app.rules.known_names import KnownNames
from outreach_app.rules.names import Bilingual
from tests.core.notes import samples
from tests.core.notes.samples import PARTNERS, TODAY
from ui.drafts.session_sheet import PresentPartner, SessionSheet
from ui.notes.filling import filled
from ui.notes.review import Review
from ui.notes.rows import Group, Row
from ui.notes.screening import screen_words

PRESENT = {
    uid: PresentPartner(uid, Bilingual(name, None), "pt.association")
    for uid, name in ((samples.PALM, "جمعية النخيل"), (samples.PEACE, "ودادية الهناء"))
}
BLANK = SessionSheet(held_on="20/11/2026")


def review(text: str = samples.ARABIC, sheet: SessionSheet = BLANK, *names: str) -> Review:
    note = read_note(text, PARTNERS, TODAY)
    known = KnownNames(names)
    return Review(note, PRESENT, sheet, TODAY, lambda group, said: screen_words(known, group, said))


def place(shown: Review, is_wanted: Callable[[Row], bool]) -> int:
    return next(place for place, row in enumerate(shown.rows) if is_wanted(row))


def of(field: HeadField) -> Callable[[Row], bool]:
    return lambda row: row.field is field


def test_what_is_ticked_fills_the_session() -> None:
    sheet = filled(BLANK, review().rows)
    assert (sheet.held_on, sheet.starts_at, sheet.headcount, sheet.women) == (
        "14/10/2026", "10:30", "14", "6",
    )  # fmt: skip
    assert (sheet.place, sheet.channel, sheet.next_on) == (
        "مقر الدائرة الأمنية", "ch.office", "11/11/2026",
    )  # fmt: skip
    assert {partner.uid for partner in sheet.partners} == {samples.PALM, samples.PEACE}
    assert [(line.point.kind, line.point.text) for line in sheet.lines] == [
        ("concern", "ضعف الإنارة العمومية بزنقة 12"), ("request", "طلب تكثيف الدوريات ليلا"),
        ("thanks", "شكر عناصر النجدة على سرعة التدخل"),
    ]  # fmt: skip
    assert sheet.lines[0].referrals[0].destination == "rf.commune"
    assert sheet.lines[1].commitments[0].due_on == date(2026, 10, 20)
    assert [row.partner for row in sheet.loose_commitments] == [samples.PEACE]


def test_a_field_that_was_typed_before_is_never_overwritten() -> None:
    typed = replace(BLANK, held_on="01/10/2026", place="دار الشباب", headcount="9")
    shown = review(samples.ARABIC, typed)
    at = place(shown, of(HeadField.PLACE))
    shown.turn_tick(at)
    assert not shown.rows[at].is_ticked
    sheet = filled(typed, shown.rows)
    assert (sheet.held_on, sheet.place, sheet.headcount) == ("01/10/2026", "دار الشباب", "9")
    assert sheet.women == "6"


def test_what_the_note_does_not_say_is_said_to_be_unsaid() -> None:
    row = review().rows[place(review(), of(HeadField.KIND))]
    assert (row.span, row.is_ticked, row.code) == (None, False, BLANK.kind)


def test_one_of_several_days_is_taken() -> None:
    shown = review("Réunion du 12/10/2026\nRéunion du 13/10/2026\n")
    days = [i for i, row in enumerate(shown.rows) if row.field is HeadField.HELD_ON]
    assert [shown.rows[i].is_ticked for i in days] == [True, False]
    shown.turn_tick(days[1])
    assert [shown.rows[i].is_ticked for i in days] == [False, True]
    assert filled(BLANK, shown.rows).held_on == "13/10/2026"


def test_a_point_is_given_a_topic_a_kind_and_other_words() -> None:
    shown = review("الإنارة ضعيفة\nالكلاب الضالة بالحي\nسيارات مهملة بالشارع\nضجيج المقاهي\n")
    at = place(shown, lambda row: row.group is Group.POINT)
    assert not any(row.is_ticked for row in shown.rows if row.group is Group.POINT)
    topics = shown.rows[at].topics
    shown.take_topic(at, 1)
    assert (shown.rows[at].topic, shown.rows[at].is_ticked) == (topics[0], True)
    shown.turn_code(at)
    shown.reword(at, "  كلاب ضالة قرب المدرسة ")
    (line,) = filled(BLANK, shown.rows).lines
    assert (line.point.kind, line.point.text) == ("request", "كلاب ضالة قرب المدرسة")


def test_a_point_becomes_a_promise_then_a_referral_then_a_point_again() -> None:
    shown = review(
        "Date : 14/10/2026\nPoints :\n- demande d'éclairage à la commune avant le 20/10\n"
    )
    at = place(shown, lambda row: row.group is Group.POINT)
    at = shown.turn_role(at, 1)
    row = shown.rows[at]
    assert (row.group, row.code, row.due_on) == (Group.PROMISE, "office", date(2026, 10, 20))
    shown.set_due(at, "25/10")
    assert filled(BLANK, shown.rows).loose_commitments[0].due_on == date(2026, 10, 25)
    at = shown.turn_role(at, 1)
    assert (shown.rows[at].group, shown.rows[at].code) == (Group.REFERRAL, "rf.commune")
    at = shown.turn_role(at, 1)
    assert shown.rows[at].group is Group.POINT


def test_a_line_that_was_not_read_is_made_a_point() -> None:
    shown = review(
        "Date : 14/10/2026\nPoints :\n- bruit la nuit\nEngagements :\n- RAS pour le reste\n"
    )
    at = place(shown, lambda row: row.group is Group.UNREAD)
    at = shown.make_point(at)
    assert (shown.rows[at].group, shown.rows[at].is_ticked) == (Group.POINT, True)
    assert len(filled(BLANK, shown.rows).lines) == 2


@pytest.mark.parametrize(
    ("said", "is_refused"),
    [
        ("طلب من المواطن حامل البطاقة الوطنية رقم BE123456 دورية", True),
        ("appeler le 06 12 34 56 78 pour une patrouille", True),
        ("le président M. Tazi demande une patrouille", False),
        ("السيد الإدريسي يطلب دورية ليلية", False),
        ("نادية العلوي تطلب دورية ليلية", False),
        ("المدعو فلان مدمن على المخدرات بالحي", False),
    ],
)
def test_what_names_or_accuses_somebody_is_looked_at_before_it_is_ticked(
    said: str, is_refused: bool
) -> None:
    shown = review(f"Date : 14/10/2026\nPoints :\n- {said}\n", BLANK, "Nadia Alaoui")
    at = place(shown, lambda row: row.group is Group.POINT)
    assert not shown.rows[at].is_ticked
    assert shown.rows[at].refusal if is_refused else shown.rows[at].doubt
    shown.turn_tick(at)
    assert shown.rows[at].is_ticked is not is_refused
    shown.reword(at, "طلب دورية ليلية")
    assert shown.rows[at].is_ticked


@pytest.mark.parametrize(
    ("field", "typed"),
    [(HeadField.HELD_ON, "abc"), (HeadField.STARTS_AT, "25h"), (HeadField.HEADCOUNT, "beaucoup")],
)
def test_a_value_that_is_none_is_refused(field: HeadField, typed: str) -> None:
    shown = review()
    at = place(shown, of(field))
    with pytest.raises(ValueError):  # noqa: PT011  the strip says it in its own words
        shown.reword(at, typed)


def test_the_office_s_partner_owes_a_promise_only_if_it_is_taken_as_present() -> None:
    shown = review()
    for row in [i for i, row in enumerate(shown.rows) if row.partner is not None]:
        if shown.rows[row].group is Group.HEAD:
            shown.turn_tick(row)
    owed: list[UUID | None] = [row.partner for row in filled(BLANK, shown.rows).loose_commitments]
    assert owed == [None]


def test_every_line_with_a_bullet_is_taken_along() -> None:
    shown = review(
        "Réunion du 2/11, présents 12 dont 4 femmes\n"
        "- lampes cassées rue des Orangers -> commune\n"
        "- on nous demande plus de patrouilles le soir\n"
        "- rumeur : fermeture du poste de police\n"
    )
    points = [row for row in shown.rows if row.group is Group.POINT]
    assert [row.is_ticked for row in points] == [True, True, True]
