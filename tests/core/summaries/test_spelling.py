"""Hunspell knows every word of the summaries, except names and a few terms."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace

import pytest
from babel.messages.pofile import read_po

from outreach_app import vocabulary
from outreach_app.i18n import TRANSLATIONS, Language
from outreach_app.summaries.hand_outs.programme_prose import realise_programme
from outreach_app.summaries.hand_outs.prose import realise_hand_out
from outreach_app.summaries.national.prose import realise_national
from outreach_app.summaries.period.prose import realise_period
from outreach_app.summaries.prose.plain_text import to_plain_text
from outreach_app.summaries.session.prose import Cut, realise
from tests.core.summaries import nations
from tests.core.summaries.given_programmes import PROGRAMMES
from tests.core.summaries.given_sheets import ISSUED_ON, SHEETS
from tests.core.summaries.national.test_golden import SUMMARIES as NATIONS
from tests.core.summaries.plans import BARE, earlier
from tests.core.summaries.reading import ISOLATES, without_quotes
from tests.core.summaries.reports import REPORTS
from tests.core.summaries.sessions import SESSIONS

DICTIONARIES = {Language.ARABIC: "ar", Language.FRENCH: "fr_FR"}
WORD = {
    Language.ARABIC: "[\u0621-\u0652]+",
    Language.FRENCH: "[A-Za-zÀ-ÖØ-öø-ÿœŒ]+(?:[’-][A-Za-zÀ-ÖØ-öø-ÿœŒ]+)*",
}
# Names of the sessions' office and places, then technical terms missing in dictionaries.
KNOWN = {
    Language.ARABIC: {"البرنوصي", "امسيك", "تافيلالت", "خنيفرة", "سطات", "كلميم"}
    | {"موضوعاتيا", "موضوعاتيان", "موضوعاتيين", "موضوعاتية"}
    | {"والآيلة", "الجمعويون", "الجمعويين", "المسرودة", "أثرتموه"}
    | {"تدوينة", "تدوينتان", "تدوينتين", "روبورتاج", "روبورتاجا", "روبورتاجات"}
    | {"روبورتاجان", "روبورتاجين", "فيسبوك", "الـ"}
    # Towns that Debian 12's dictionary lacks.
    | {"الحسيمة", "القنيطرة", "بالراشيدية"},
    Language.FRENCH: {"Annakhil", "Bernoussi", "M’sick", "Ménara", "Sina", "d’Anfa", "d’Achoura"}
    | {"Arz", "Hay", "Azzaytouna", "Waha", "d’Errachidia", "Casablanca-Settat", "Dakhla-Oued"}
    | {"Drâa-Tafilalet", "Ed-Dahab", "Guelmim-Oued", "Hamra", "Hoceïma", "Laâyoune-Sakia"}
    | {"Mellal-Khénifra", "Souss-Massa", "Arrond", "préc", "Engag", "fém"}
    | {"SRM", "multiservices", "adoul", "adouls", "er", "SP"},
}


def written(language: Language) -> Iterator[str]:
    """Return all text of the program: the golden sessions, every kind, channel and form."""
    for plan in SESSIONS.values():
        yield to_plain_text(realise(plan, language, ISSUED_ON, Cut(points=3, commitments=3)))
    for nation in NATIONS.values():
        yield to_plain_text(realise_national(nation, language, nations.ISSUED_ON))
    for sheet in SHEETS.values():
        yield to_plain_text(realise_hand_out(sheet, language, ISSUED_ON))
    reports = (realise_period(plan, language, ISSUED_ON) for plan in REPORTS.values())
    yield from map(to_plain_text, reports)
    yield to_plain_text(realise_programme(PROGRAMMES["month"], language, ISSUED_ON))
    for kind in vocabulary.catalogue("mt"):
        for channel in vocabulary.catalogue("ch"):
            before = earlier(ISSUED_ON, in_progress=5)
            plan = replace(BARE, kind=kind, channel=channel, earlier=before, headcount=0)
            yield to_plain_text(realise(plan, language, ISSUED_ON))
    for prefix in ("out", "cst", "rf"):
        for entry in vocabulary.catalogue(prefix).values():
            yield entry.label(language).replace("'", "’")
    with (TRANSLATIONS / language.value / "LC_MESSAGES/counts.po").open("rb") as file:
        for message in read_po(file, locale=language.value):
            if isinstance(message.string, str | tuple) and message.id:
                forms = message.string
                yield forms if isinstance(forms, str) else " ".join(forms)


@pytest.mark.parametrize("language", Language)
def test_no_word_is_unknown(language: Language) -> None:
    program = shutil.which("hunspell")
    assert program, "install hunspell, hunspell-ar and hunspell-fr (Debian) to check the spelling"
    text = without_quotes(ISOLATES.sub("", "\n".join(written(language)))).replace("{n}", "")
    words = set(re.findall(WORD[language], text))
    result = subprocess.run(
        [program, "-d", DICTIONARIES[language], "-i", "utf-8", "-l"],
        input="\n".join(sorted(words)),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert result.stderr == "", "install hunspell-ar and hunspell-fr (Debian)"
    assert set(result.stdout.split()) - KNOWN[language] == set()
