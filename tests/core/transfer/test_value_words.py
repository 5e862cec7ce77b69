"""An unknown word is mapped to a kind once, for every table with the same headings."""

from pathlib import Path

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.transfer.mappings import guess_mapping
from outreach_app.transfer.named_rows import headings_of
from outreach_app.transfer.partners_file import read_partners, read_rows
from outreach_app.transfer.value_words import (
    find_values,
    list_unknown_words,
    read_values,
    save_values,
)

ROWS = "Nom;Catégorie;Type\nAl Amal;OSC;\nAnnour;osc;\nMe Idrissi;;Conseil juridique\nFst;XX;\n"
VALUES = {"OSC": "pt.association", "Conseil juridique": "pr.lawyer", "XX": "as.residents"}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "partners.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_what_was_chosen_holds_for_tables_of_the_same_headings(
    database: Database, file: Path
) -> None:
    rows = read_rows(file)
    unknown = list_unknown_words(rows, guess_mapping(headings_of(rows)))
    assert unknown == ["OSC", "osc", "XX", "Conseil juridique"]
    with database.write(Actor.CHIEF) as session:
        save_values(session, headings_of(rows), VALUES | {"Rien": "tp.6.1"})
    with database.read() as session:
        kept = find_values(session, ["type", "CATEGORIE", "Nom"])
        assert find_values(session, ["Nom", "Type"]) == {}
    assert len(kept) == 3
    drafts = [entry.partner for entry in read_partners(file, values=kept)]
    assert [(draft.category, draft.type) for draft in drafts] == [
        ("pt.association", None),
        ("pt.association", None),
        ("pt.liberal", "pr.lawyer"),
        ("pt.association", "as.residents"),  # a kind in the column of categories
    ]
    assert all(not entry.to_complete for entry in read_partners(file, values=kept))


def test_without_it_the_word_is_told_with_its_row(file: Path) -> None:
    told = [entry.to_complete[0].field for entry in read_partners(file) if entry.to_complete]
    assert told == ["category", "category", "type", "category"]


@pytest.mark.parametrize("content", ['{"ONG": "tp.6.1"}', "[1]", "{"])
def test_a_file_that_names_no_kinds_says_how_to_write_it(tmp_path: Path, content: str) -> None:
    path = tmp_path / "values.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile):
        read_values(path)


@pytest.mark.parametrize(
    ("row", "kind", "left"),
    [
        ("Café Al Amal,Commerce", ("pt.commerce", None), []),
        ("Al Amal,تجارة", ("pt.commerce", None), []),
        ("Café Al Amal,Divers", ("pt.commerce", None), ["type"]),
        ("Chambre de commerce,", ("pt.institution", None), []),
        ("Café Al Amal,as.residents", ("pt.association", "as.residents"), []),
    ],
)
def test_a_type_of_no_list_puts_nothing_among_the_associations(
    tmp_path: Path, row: str, kind: tuple[str, str | None], left: list[str]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"Nom,Type\n{row}\n", encoding="utf-8")
    (entry,) = read_partners(file)
    assert (entry.partner.category, entry.partner.type) == kind
    assert [problem.field for problem in entry.to_complete] == left


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ("طبيب;", ("pt.liberal", "pr.doctor")),
        ("Avocate;", ("pt.liberal", "pr.lawyer")),
        ("محامي;", ("pt.liberal", "pr.lawyer")),
        ("جمعية رياضية;", ("pt.association", "as.sport")),
        ("تاجر;", ("pt.commerce", None)),
        ("Associations;", ("pt.association", None)),
        ("Médecin;notaire", ("pt.liberal", "pr.notary")),
        (";المقاولات", ("pt.company", None)),
    ],
)
def test_a_word_of_the_other_list_tells_both_and_is_no_unknown_word(
    tmp_path: Path, cells: str, kind: tuple[str, str | None]
) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f"Nom;Catégorie;Type\nAl Amal;{cells}\n", encoding="utf-8")
    (entry,) = read_partners(file)
    assert (entry.partner.category, entry.partner.type) == kind
    assert not entry.to_complete
    rows = read_rows(file)
    assert not list_unknown_words(rows, guess_mapping(headings_of(rows)))
