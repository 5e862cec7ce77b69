"""Meetings in a table as people keep one."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.models import Partner
from outreach_app.queries.meetings import list_meetings
from outreach_app.queries.partners import list_partners
from outreach_app.transfer.meetings_file import read_meetings
from tests.core.transfer.test_meetings import bring_in


def test_a_table_has_the_headings_and_words_that_people_write(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "Date;Nature;Canal;Objet;Partenaires;kind;Bus\n"
        '14/10/2026;Rencontre périodique;en présentiel;موضوع;Amicale Amal; ;"1\n2"\n'
        "31/02/2026;mt.periodic;ch.inperson;;;;\n",
        encoding="utf-8-sig",
    )
    report, again = bring_in(database, file), bring_in(database, file)
    assert (report.created, report.ignored, again.skipped) == (1, {"Bus"}, 1)
    # The row of the sheet, where a cell before it has two lines.
    assert [(row.line, row.problems[0].field) for row in report.failed] == [(3, "held_on")]
    with database.read() as session:
        [row] = list_meetings(session)
        assert (row.kind, row.subject.ar) == ("mt.periodic", "موضوع")
        assert list_partners(session)[0].type == "as.amicale"
    file.write_text("Date;Nature\n14/10/2026;x\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="القناة"):  # as a person would write it
        read_meetings(file)


def test_days_are_read_as_secretaries_write_them_and_a_wrong_one_says_how(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    days = ("mardi 14 avril 2026", "5 mai 2026", "الثلاثاء 14 أبريل 2026", "14/4/26", "46126")
    rows = "".join(f"{day};mt.periodic;ch.inperson;{day}\n" for day in (*days, "31/06/2026"))
    file.write_text(f"Date;Nature;Canal;Objet\n{rows}", encoding="utf-8-sig")
    report = bring_in(database, file)
    with database.read() as session:
        held_on = {row.held_on for row in list_meetings(session)}
    assert (report.created, held_on) == (5, {date(2026, 4, 14), date(2026, 5, 5)})
    [failed] = report.failed
    assert "31/01/2026" in failed.problems[0].message


def test_a_column_says_whether_the_partners_bear_a_persons_name(
    database: Database, tmp_path: Path
) -> None:
    file = tmp_path / "a.csv"
    rows = (
        "14/10/2026;mt.periodic;ch.inperson;Cabinet Omar Sellami;non\n"
        "15/10/2026;mt.periodic;ch.inperson;Cabinet Nadia Berrada;\n"
        "16/10/2026;mt.periodic;ch.inperson;Cabinet Karim Tazi;peut-être\n"
    )
    heading = "Date;Nature;Canal;Partenaires;Porte le nom d’une personne\n"
    file.write_text(f"{heading}{rows}", encoding="utf-8-sig")
    report = bring_in(database, file)
    [failed] = report.failed
    assert [problem.code for problem in failed.problems] == ["not_a_flag"]
    with database.read() as session:
        partners = session.scalars(select(Partner)).all()
        named = {each.bearer.name_fr: each.is_named_after_person for each in partners}
    assert named == {"Cabinet Omar Sellami": False, "Cabinet Nadia Berrada": True}
