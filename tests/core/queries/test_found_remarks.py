"""A remark that was translated is found under the words of the reader's language."""

from outreach_app import i18n
from outreach_app.database import Database
from outreach_app.i18n import Language
from outreach_app.queries.search_results import search_everything
from tests.remarks import write_remark


def test_the_title_of_a_remark_is_in_the_language_of_the_screen(database: Database) -> None:
    write_remark(database, translation="Éclairage absent près de l’arrêt")
    for language, beginning in ((Language.FRENCH, "Éclairage"), (Language.ARABIC, "الإنارة")):
        i18n.use(language)
        with database.read() as session:
            (row,) = [
                row for row in search_everything(session, "الحافلات").rows if row.kind == "remark"
            ]
        assert row.title.startswith(beginning)
