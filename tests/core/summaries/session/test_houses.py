"""A practice entered as an establishment is told as one, not as a person."""

from uuid import UUID

import pytest

from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.services.commitments import CommitmentDraft
from outreach_app.services.points import PointDraft
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.prose import realise
from tests import makers
from tests.core.summaries.reading import ISOLATES
from tests.core.summaries.session.recorded import HELD_ON, TODAY, hold, plan

BARE: dict[str, object] = {"commitments": (), "referrals": ()}


def practice(database: Database, kind: str, name_ar: str | None, name_fr: str | None) -> UUID:
    """Record a practice whose name is not printed."""
    names = {"name_ar": name_ar, "name_fr": name_fr, "is_named_after_person": True}
    return makers.write_partner(database, category="pt.liberal", type=kind, **names)


def papers(database: Database, meeting: UUID) -> tuple[str, str]:
    """Return the Arabic and the French summary as they are read."""
    met = plan(database, meeting)
    arabic, french = (
        ISOLATES.sub("", to_plain_text(realise(met, language, TODAY))).replace("\u00a0", " ")
        for language in (Language.ARABIC, Language.FRENCH)
    )
    return arabic, french


@pytest.mark.parametrize(
    ("kind", "name_ar", "name_fr", "ar", "fr"),
    [
        ("pr.pharmacist", "صيدلية سيدي عثمان", None, "صيدلية", "la pharmacie"),
        ("pr.realestate", None, "Agence immobilière Takaddoum", "وكالة عقارية", "l’agence immo"),
        ("pr.jeweller", "مجوهرات بوعزة", None, "محل مجوهرات", "la bijouterie"),
        ("pr.insurance", "تأمينات الأطلس", None, "وكالة تأمين", "l’agence d’assurances"),
        ("pr.notary", None, "Étude de Maître Alami", "مكتب توثيق", "l’étude de notaire"),
        ("pr.notary", "الأستاذ رشيد التازي", None, "موثق", "le notaire"),
        ("pr.lawyer", None, "Avocat Tazi", "محام", "l’avocat"),
    ],
)
def test_an_establishment_raises_and_owes_as_such(
    database: Database, kind: str, name_ar: str | None, name_fr: str | None, ar: str, fr: str
) -> None:
    """A file does not say that its name is no person's: the name itself is not printed."""
    house = practice(database, kind, name_ar, name_fr)
    association = makers.write_partner(database, name_ar="جمعية الأمل", name_fr=None)
    present = ((house, True), (association, True))
    points = (PointDraft("request", "tp.8.4", "دوريات", "ar", raised_by=house),)
    owed = (CommitmentDraft("تعيين مخاطب", "ar", "partner", partner=house),)
    told = {**BARE, "attendances": present, "points": points, "commitments": owed}
    arabic, french = papers(database, hold(database, HELD_ON, association, **told))
    assert f"مقدم من طرف {ar}\n" in arabic
    assert f"المكلف بالتنفيذ: {ar}\n" in arabic
    assert f"formulée par {fr}" in french
    noun = fr.partition("’")[2] if fr.startswith("l’") else fr.partition(" ")[2]
    assert f"Responsable de l’exécution : {noun.capitalize()}" in french
    for name in (name_ar, name_fr):
        assert name is None or name not in arabic + french


def test_an_agency_that_came_is_told_with_the_bodies(database: Database) -> None:
    """« Une agente immobilière » was read of an agency, where all who came were women."""
    drafts = [
        ("pr.realestate", None, "Agence immobilière Takaddoum"),
        ("pr.pharmacist", "صيدلية الوفاق", None),
        ("pr.pharmacist", "صيدلية النور", None),
    ]
    houses = [practice(database, *draft) for draft in drafts]
    association = makers.write_partner(database, name_ar="جمعية الأمل", name_fr=None)
    present = tuple((each, True) for each in (*houses, association))
    told = {**BARE, "points": (), "attendances": present, "bodies": 4, "headcount": 5, "women": 5}
    arabic, french = papers(database, hold(database, HELD_ON, association, **told))
    assert "ومُثلت فيه جمعية حي واحدة ووكالة عقارية واحدة وصيدليتان." in arabic
    assert "ne association de quartier, une agence immobilière et deux pharmacies y" in french
    assert "Organismes et professionnels représentés : 4\n" in french
    assert "agent" not in french
    assert "Les noms des partenaires professionnels" in french
    assert "relevé" not in french


def test_an_agency_is_none_of_the_bodies_counted(database: Database) -> None:
    """A shop that was one of « quatre organismes » stood below as a professional partner."""
    kinds = ("as.residents", "as.women", "as.sport")
    bodies = [makers.write_partner(database, name_ar=f"جمعية {kind}", type=kind) for kind in kinds]
    house = practice(database, "pr.pharmacist", "صيدلية الوفاق", None)
    present = tuple((each, True) for each in (house, *bodies))
    told = {**BARE, "points": (), "attendances": present, "bodies": 4, "headcount": 9}
    arabic, french = papers(database, hold(database, HELD_ON, bodies[0], **told))
    assert "3 هيئات: جمعية حي وجمعية نسائية وجمعية رياضية، إضافة إلى صيدلية." in arabic
    assert "et une association sportive, ainsi qu’une pharmacie." in french
    assert "Y étaient représentés trois organismes : " in french
    assert "Noms des organismes représentés : " in french
    assert "Le nom du partenaire professionnel est porté" in french


def test_a_school_whose_name_is_kept_is_a_body(database: Database) -> None:
    school = practice(database, "pr.school_private", "مؤسسة الخوارزمي", None)
    association = makers.write_partner(database, name_ar="جمعية الأمل", name_fr=None)
    told = {**BARE, "points": (), "attendances": ((school, True),)}
    both = {**told, "attendances": ((school, True), (association, True))}
    for rows, of, ar in (
        (told, "de l’organisme représenté", "اسم الهيئة الممثلة"),
        (both, "de l’autre organisme représenté", "اسم الهيئة الأخرى"),
    ):
        arabic, french = papers(database, hold(database, HELD_ON, association, **rows))
        assert f"Le nom {of} est porté au registre du service." in french
        assert f"{ar} مدون بسجل الدائرة الأمنية." in arabic


def test_the_head_counts_an_establishment_that_the_opening_tells_with_the_bodies(
    database: Database,
) -> None:
    """Two organisations in the head, and three in the sentence, left it open which was none."""
    jeweller = practice(database, "pr.jeweller", "مجوهرات بوعزة", None)
    bank = practice(database, "pr.bank", None, "Agence bancaire de l’avenue")
    youth = makers.write_partner(database, name_ar="جمعية الأمل", name_fr="Association Al Amal")
    present = tuple((each, True) for each in (jeweller, bank, youth))
    told = {**BARE, "points": (), "attendances": present, "bodies": None, "headcount": 9}
    arabic, french = papers(database, hold(database, HELD_ON, youth, **told))
    assert "Organismes et professionnels représentés : 3\n" in french
    assert "عدد الهيئات والمهنيين: 3\n" in arabic
    assert "Parmi les organismes représentés : Association Al Amal." in french
    assert "Les noms des autres partenaires sont portés au registre du service." in french
    assert "اسما الشريكين الآخرين مدونان بسجل الدائرة الأمنية." in arabic
