"""Import of communication tables: recognised by headings, valid rows imported, others reported."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.models import Point
from outreach_app.progress import Progress
from outreach_app.queries.awareness import AwarenessFilter, list_awareness_by_id, list_awareness_ids
from outreach_app.queries.publications import list_publications
from outreach_app.queries.remarks import list_remarks
from outreach_app.queries.rumours import list_rumours
from outreach_app.transfer.communication import read_communication
from outreach_app.transfer.communication_tables import Table, table_of
from outreach_app.transfer.reports import ImportReport
from tests import makers
from tests.core.exchange.invariants import require_sound

TODAY = date(2026, 10, 20)

RUMOURS = """Rumeur;Relevée le;Heure;Canal;Résultat;Vérifiée le;Mise au point;Communiquée le
Fermeture du guichet;15/10/2026;18h20;rc.messaging;fausse information;16/10/2026;MP-1;20/10/2026
الطريق مقطوعة;16/10/2026;;;خبر صحيح;16/10/2026;;17/10/2026
Coupure d'eau;16/10/2026;;;;;;
Vidéo ancienne;15/10/2026;;;fausse information;16/10/2026;;18/10/2026
Route barrée;15/10/2026;;;information exacte;14/10/2026;;
Rixe au stade;15/10/2026;;;information exacte;16/10/2026;MP-1;
Marché fermé;15/10/2026;;;fausse information;16/10/2026;C-1;
Demain;15/10/2099;;;;;;
Vol;15/10/2026;;;;;;17/10/2026
"""
REMARKS = """الملاحظة;التاريخ;الموضوع;النوع;باسم;Publication;الجواب
الإنارة منعدمة;15/10/2026;tp.6.1;ملتمس;جمعية الأمل;;سيتم إشعار الجماعة
الرابط لا يعمل;16/10/2026;tp.8.1;;;https://www.example.ma/plage;
لا أحد;16/10/2026;tp.8.1;;جمعية غير معروفة;;
غدا;16/10/2099;tp.8.1;;;;
AB123456;16/10/2026;tp.8.1;;;;
"""
AWARENESS = """Date;Nature;Objet;Établissements;Élèves;Bénéficiaires
15/10/2026;Séance de sensibilisation en milieu scolaire;Sécurité routière;2;140;150
16/10/2026;;Cyberharcèlement;1;-4;90
16/10/2026;;Cyberharcèlement;1;9 999 999 999;90
16/10/2026;mt.reception;Accueil;;;12
17/10/2026;;Trop d'élèves;1;50;20
18/10/2099;;À venir;1;50;60
"""


def write(folder: Path, content: str, name: str = "table.csv") -> Path:
    file = folder / name
    file.write_text(content, encoding="utf-8")
    return file


def bring_in(database: Database, file: Path) -> ImportReport:
    _table, importing = read_communication(file, TODAY)
    with database.write(Actor.CHIEF) as session:
        return importing(session, file.name, Progress())


def told(report: ImportReport) -> list[tuple[int, str, str]]:
    return [(row.line, row.problems[0].field, row.problems[0].code) for row in report.failed]


def test_rumours_come_in_with_their_way_and_what_cannot_be_is_told(
    database: Database, tmp_path: Path
) -> None:
    for kind, reference in (("pb.rectification", "MP-1"), ("pb.communique", "C-1")):
        day = date(2026, 10, 16)
        makers.write_publication(database, kind=kind, reference=reference, published_on=day)
    file = write(tmp_path, RUMOURS)
    report = bring_in(database, file)
    assert report.created == 3
    assert told(report) == [
        (5, "back_on", "needs_rectification"),
        (6, "found_on", "before_heard"),
        (7, "rectification", "nothing_to_rectify"),
        (8, "rectification", "no_rectification"),
        (9, "heard_on", "in_future"),
        (10, "back_on", "not_verified"),
    ]
    with database.read() as session:
        states = {row.text: row.state for row in list_rumours(session)}
    assert states == {
        "Fermeture du guichet": "carried",
        "الطريق مقطوعة": "carried",
        "Coupure d'eau": "heard",
    }
    assert bring_in(database, file).skipped == 3
    require_sound(database)


def test_remarks_come_in_on_behalf_of_bodies_and_on_publications(
    database: Database, tmp_path: Path
) -> None:
    makers.write_partner(database, name_ar="جمعية الأمل")
    published = makers.write_publication(database, address="https://www.example.ma/plage")
    file = write(tmp_path, REMARKS)
    report = bring_in(database, file)
    assert told(report) == [
        (4, "partner", "unknown_partner"),
        (5, "received_on", "in_future"),
        (6, "text", "identity_number"),
    ]
    with database.read() as session:
        comment, lighting = list_remarks(session)
    assert (comment.publication, comment.kind) == (published, "concern")
    assert (lighting.kind, lighting.state) == ("request", "answered")
    assert (lighting.reply, lighting.partners[0].ar) == ("سيتم إشعار الجماعة", "جمعية الأمل")
    again = bring_in(database, file)
    assert (again.created, again.skipped) == (0, 2)
    require_sound(database)


def test_what_follows_a_remark_does_not_come_before_it(database: Database, tmp_path: Path) -> None:
    """The whole row is refused: the remark alone would not be what the file says."""
    table = """remark;received_on;topic;given_on;closed_on;referral_to;referral_sent_on
Rue sombre;15/10/2026;tp.6.1;14/10/2026;13/10/2026;rf.commune;12/10/2026
"""
    report = bring_in(database, write(tmp_path, table))
    [failed] = report.failed
    assert [problem.code for problem in failed.problems] == ["before_raised"] * 3
    with database.read() as session:
        assert not list_remarks(session)


def test_a_reply_comes_in_in_its_own_language(database: Database, tmp_path: Path) -> None:
    table = """Remarque;Date;Thématique;Réponse
الإنارة منعدمة;15/10/2026;tp.6.1;La commune est saisie
"""
    bring_in(database, write(tmp_path, table))
    with database.read() as session:
        (remark,) = session.scalars(select(Point))
    assert (remark.language, remark.reply_language) == ("ar", "fr")


def test_awareness_comes_in_without_absurd_numbers(database: Database, tmp_path: Path) -> None:
    file = write(tmp_path, AWARENESS)
    report = bring_in(database, file)
    assert told(report) == [
        (3, "pupils", "negative"),
        (4, "pupils", "too_many"),
        (5, "kind", "unknown_code"),
        (6, "beneficiaries", "more_pupils"),
        (7, "held_on", "not_yet_held"),
    ]
    with database.read() as session:
        ids = list_awareness_ids(session, AwarenessFilter())
        (row,) = list_awareness_by_id(session, ids).values()
    assert (row.kind, row.pupils, row.beneficiaries) == ("mt.school", 140, 150)
    assert bring_in(database, file).skipped == 1


@pytest.mark.parametrize(
    ("content", "table"),
    [
        (RUMOURS, Table.RUMOURS),
        (REMARKS, Table.REMARKS),
        (AWARENESS, Table.AWARENESS),
        ("Nature;Date;Titre\nCommuniqué;05/01/2018;Été\n", Table.PUBLICATIONS),
        ("Référence;Date;Vues\nC-1;05/01/2026;120\n", Table.READINGS),
        ("Compte;Date;Abonnés\nFacebook;05/01/2026;8800\n", Table.READINGS),
    ],
)
def test_a_table_is_told_by_its_headings(content: str, table: Table, tmp_path: Path) -> None:
    assert table_of(write(tmp_path, content)) is table


def test_a_table_of_another_layout_says_how_to_head_it(tmp_path: Path) -> None:
    file = write(tmp_path, "Nom;Téléphone\nAl Amal;0612345678\n")
    with pytest.raises(UnreadableFile) as refused:
        table_of(file)
    assert "الإشاعة + رُصدت يوم" in refused.value.message  # as a person heads them, in his language
    with pytest.raises(UnreadableFile):
        read_communication(file, TODAY, Table.REMARKS)


def test_a_link_that_is_no_link_stays_out(database: Database, tmp_path: Path) -> None:
    rows = "Nature;Date;Titre;Lien\nCommuniqué;05/01/2018;Été;voir la page\n"
    report = bring_in(database, write(tmp_path, rows))
    assert told(report) == [(2, "address", "not_an_address")]
    with database.read() as session:
        assert list_publications(session) == []


def test_two_lines_of_one_action_are_asked_about(database: Database, tmp_path: Path) -> None:
    line = "04/11/2026;60;60\n"
    other = "04/11/2026;60;50\n"
    table = f"held_on;beneficiaries;pupils\n{line}{other}{line}"
    report = bring_in(database, write(tmp_path, table))
    assert (report.created, told(report)) == (2, [(4, "held_on", "repeated")])
