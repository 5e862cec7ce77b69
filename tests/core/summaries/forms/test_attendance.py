"""The attendance sheet names the invited organisations, and no person."""

from dataclasses import replace
from datetime import date, time

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.i18n import Language
from outreach_app.models import Meeting
from outreach_app.queries.meetings import get_meeting
from outreach_app.queries.records import get_record
from outreach_app.rules.names import Bilingual
from outreach_app.services.meetings import change_meeting_status
from outreach_app.summaries.forms.attendance_facts import plan_attendance
from outreach_app.summaries.forms.attendance_prose import realise_attendance
from outreach_app.summaries.prose.blocks import FillIns, Realised, Table, plain
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text
from tests import makers
from tests.core.summaries.closed_world import said
from tests.core.summaries.filled_forms import ATTENDANCE, ISSUED_ON
from tests.core.summaries.reading import ISOLATES

FRENCH = Language.FRENCH


def rows(document: Realised) -> list[str]:
    """Return the bodies of the rows, empty ones too."""
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    return [plain(row[1]) for row in table.rows if isinstance(row[1], tuple)]


@pytest.mark.parametrize("language", list(Language))
def test_everything_it_says_is_a_fact(language: Language) -> None:
    document = realise_attendance(ATTENDANCE, language, ISSUED_ON)

    assert said(document) <= facts(ATTENDANCE).keys() | {"issued_on", "invited"}


def test_a_page_of_rows_waits_after_the_bodies_invited() -> None:
    named = rows(realise_attendance(ATTENDANCE, FRENCH, ISSUED_ON))

    assert (len(named), named[0], named[4]) == (
        18,
        "APE de l’école Al Amal",
        "Cabinet d’avocat",
    )
    assert set(named[5:]) == {""}


def test_however_many_are_invited_there_is_room_for_four_more() -> None:
    crowded = replace(ATTENDANCE, invited=ATTENDANCE.invited * 5)

    assert rows(realise_attendance(crowded, FRENCH, ISSUED_ON))[-5:] == [
        "Cabinet d’avocat",
        *[""] * 4,
    ]


def test_what_is_not_known_of_the_meeting_is_left_out() -> None:
    bare = replace(ATTENDANCE, starts_at=None, ends_at=None, invited=())
    words = to_plain_text(realise_attendance(bare, FRENCH, ISSUED_ON))

    assert "Horaire" not in words
    assert "Partenaires invités" not in words


def test_a_subject_that_is_not_known_is_left_to_be_written() -> None:
    bare = replace(ATTENDANCE, subject=Bilingual(None, None))
    (line,) = (
        block.labels
        for block in realise_attendance(bare, FRENCH, ISSUED_ON).blocks
        if isinstance(block, FillIns) and len(block.labels) == 1
    )
    assert line == ("Objet",)
    # An hour that is not fixed is written on the same line.
    for language, blanks in (
        (FRENCH, ("Objet", "Heure")),
        (Language.ARABIC, ("الموضوع", "الساعة")),
    ):
        blank = realise_attendance(replace(bare, starts_at=None), language, ISSUED_ON)
        assert FillIns(blanks) in blank.blocks
    known = realise_attendance(ATTENDANCE, FRENCH, ISSUED_ON)
    assert "thématique\u00a0: Sécurisation" in to_plain_text(known)
    assert not [
        block for block in known.blocks if isinstance(block, FillIns) and block.labels == line
    ]


@pytest.mark.parametrize(
    ("language", "seat", "quoted"),
    [
        (FRENCH, "Lieu : Siège de l’arrondissement de police\n", "Lieu : «حي النهضة»"),
        (Language.ARABIC, "المكان: مقر الدائرة الأمنية\n", "المكان: حي النهضة\n"),
    ],
)
def test_a_meeting_at_the_precinct_has_its_place(
    language: Language, seat: str, quoted: str
) -> None:
    here = replace(ATTENDANCE, channel="ch.office", place=Bilingual(None, None))
    elsewhere = replace(here, place=Bilingual("حي النهضة", None))
    for plan, words in ((here, seat), (elsewhere, quoted)):
        page = to_plain_text(realise_attendance(plan, language, ISSUED_ON))
        assert words in ISOLATES.sub("", page).replace("\u00a0", " ")
    remote = replace(here, channel="ch.phone")
    assert "Lieu" not in to_plain_text(realise_attendance(remote, FRENCH, ISSUED_ON))


@pytest.mark.parametrize(
    ("language", "hour", "said"),
    [
        (FRENCH, time(21), "14 octobre 2026, pendant la permanence\n"),
        (FRENCH, None, "14 octobre 2026, pendant la permanence\n"),
        (Language.ARABIC, time(21), "14 أكتوبر 2026، خلال الديمومة\n"),
        (Language.ARABIC, None, "14 أكتوبر 2026، خلال الديمومة\n"),
    ],
)
def test_a_meeting_while_the_office_is_open_says_so_for_want_of_a_place(
    language: Language, hour: time | None, said: str
) -> None:
    plan = replace(
        ATTENDANCE,
        channel="ch.permanence",
        place=Bilingual(None, None),
        starts_at=hour,
        ends_at=None,
    )
    words = to_plain_text(realise_attendance(plan, language, ISSUED_ON))
    assert said in ISOLATES.sub("", words).replace("\u00a0", " ")

    placed = replace(plan, place=ATTENDANCE.place)
    words = to_plain_text(realise_attendance(placed, language, ISSUED_ON))
    assert said not in ISOLATES.sub("", words).replace("\u00a0", " ")


@pytest.mark.parametrize("number", [1, 2])
def test_it_says_how_many_partners_are_invited(number: int) -> None:
    few = replace(ATTENDANCE, invited=ATTENDANCE.invited[:number])
    said = ISOLATES.sub("", to_plain_text(realise_attendance(few, Language.ARABIC, ISSUED_ON)))
    assert f"عدد الشركاء المدعوين: {number}\n" in said


def test_it_says_until_when_names_are_kept() -> None:
    assert "proposée à l’élimination 30\u00a0jours après" in to_plain_text(
        realise_attendance(ATTENDANCE, FRENCH, ISSUED_ON)
    )


def test_a_practice_is_told_by_its_kind_not_by_the_name_of_a_person(database: Database) -> None:
    practice = makers.write_partner(
        database, category="pt.liberal", type="pr.lawyer", is_named_after_person=True
    )
    association = makers.write_partner(database, name_fr="Association Annour")
    meeting = makers.write_meeting(
        database,
        status="planned",
        held_on=date(2026, 12, 2),
        attendances=((practice, False), (association, False)),
    )
    with database.read() as session:
        plan = plan_attendance(session, get_meeting(session, str(meeting)))

    assert [(each.name.fr, each.kind) for each in plan.invited] == [
        (None, "pr.lawyer"),
        ("Association Annour", None),
    ]


@pytest.mark.parametrize(
    ("language", "seats"),
    [
        (Language.ARABIC, ("مقر الشريك", "مقر أحد الشركاء")),
        (FRENCH, ("Lieu : Siège du partenaire", "Lieu : Siège de l’un des partenaires")),
    ],
)
def test_the_place_at_one_of_several_partners_is_told_as_far_as_it_is_known(
    language: Language, seats: tuple[str, str]
) -> None:
    there = replace(ATTENDANCE, channel="ch.partner_place", place=Bilingual(None, None))
    for number, seat in enumerate(seats, start=1):
        plan = replace(there, invited=ATTENDANCE.invited[:number])
        page = realise_attendance(plan, language, ISSUED_ON)
        assert seat in ISOLATES.sub("", to_plain_text(page)).replace("\u00a0", " ")


def test_a_call_has_none_as_nobody_could_sign_it(database: Database) -> None:
    call = makers.write_meeting(
        database, status="planned", held_on=date(2026, 12, 2), channel="ch.phone", place_ar=None
    )
    with database.read() as session, pytest.raises(NotAllowed) as refused:
        plan_attendance(session, get_meeting(session, str(call)))
    assert refused.value.code == "nobody_signs"


def test_a_place_begins_like_the_other_facts() -> None:
    plan = replace(ATTENDANCE, place=Bilingual(None, "marché municipal"))
    words = to_plain_text(realise_attendance(plan, FRENCH, ISSUED_ON)).replace("\u00a0", " ")
    assert "Lieu : Marché municipal" in words


@pytest.mark.parametrize("status", ["postponed", "cancelled"])
def test_a_meeting_that_will_not_be_held_has_none(database: Database, status: str) -> None:
    meeting = makers.write_meeting(database, status="planned", held_on=date(2026, 12, 2))
    with database.write(Actor.CHIEF) as session:
        version = get_record(session, Meeting, meeting).version
        change_meeting_status(session, meeting, version, status, "pluie")
    with database.read() as session, pytest.raises(NotAllowed) as refused:
        plan_attendance(session, get_meeting(session, str(meeting)))

    assert refused.value.code == "not_to_be_held"


@pytest.mark.parametrize(
    ("language", "place"), [(Language.ARABIC, "المكان: عن بعد\n"), (FRENCH, "Lieu : À distance\n")]
)
def test_a_meeting_held_remotely_is_said_to_be(language: Language, place: str) -> None:
    remote = replace(ATTENDANCE, channel="ch.video", place=Bilingual(None, None))
    words = to_plain_text(realise_attendance(remote, language, ISSUED_ON))

    assert place in ISOLATES.sub("", words).replace("\u00a0", " ")


def test_a_subject_that_begins_as_the_kind_is_not_led_by_it() -> None:
    for kind, subject, title in (
        ("mt.field", "Visite d’un point noir", "Visite d’un point noir"),
        ("mt.field", "Éclairage", "Visite de terrain : Éclairage"),
    ):
        plan = replace(ATTENDANCE, kind=kind, subject=Bilingual(None, subject))
        page = to_plain_text(realise_attendance(plan, FRENCH, ISSUED_ON)).replace("\u00a0", " ")
        assert f"Feuille de présence\n{title}\n" in page
