"""The access log on paper says what was done, by whom, and when nothing was."""

from contextlib import closing
from pathlib import Path

from pypdf import PdfReader

from outreach_app.access_log import Act
from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language, ScreenLanguage, use
from outreach_app.issuing.access import write_access_log
from outreach_app.progress import Progress
from outreach_app.queries.access_rows import AccessFilter, act_words
from outreach_app.queries.records import get_own_office
from outreach_app.startup import OpenOffice


def test_no_row_is_said_and_the_head_has_the_title_of_the_signature(
    office: OpenOffice, tmp_path: Path
) -> None:
    use(Language.FRENCH)
    with office.database.write() as session:
        get_own_office(session).chief_title_fr = "La cheffe de l'arrondissement de police"
    path, pages = tmp_path / "log.pdf", []
    with closing(DocumentWorker()) as worker:
        for act in ("unlock", "destruction"):
            kept = AccessFilter(act=act)
            write_access_log(office.database, kept, path, Language.FRENCH, worker, Progress())
            words = " ".join(page.extract_text() for page in PdfReader(path).pages)
            pages.append(" ".join(words.replace("\u00a0", " ").split()))
    assert "cheffe de l’arrondissement de police Ouverture du registre" in pages[0]
    assert "Néant : le journal ne comporte aucune opération de cette sélection." in pages[1]
    # A page without operations does not say what its operations leave out.
    assert ["Ce journal ne" in page for page in pages] == [True, False]


def test_every_act_has_words() -> None:
    use(ScreenLanguage.ENGLISH)
    assert [act for act in Act if act_words(act) == act.value] == []
