"""A year of publications from a table: its figures in both languages."""

from pathlib import Path

from tests.core.cli.running import outreach

KINDS = {"communiqué": 246, "mise au point": 29, "reportage": 168}
SAID = {
    "fr": ("Publications", "Communiqué", "Mise au point", "Reportage"),
    "ar": ("المواد الإعلامية", "بلاغ", "بيان حقيقة", "روبورتاج"),
}
SHARES = ("443", "246", "55,5", "29", "6,5", "168", "37,9")


def test_a_year_from_a_table_prints_its_shares_in_both_languages(
    store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "annee.csv"
    rows = [
        f"{kind};{1 + n % 28:02}/{1 + n % 12:02}/2018;Titre {n}"
        for kind, count in KINDS.items()
        for n in range(count)
    ]
    file.write_text("\n".join(("Nature;Date;Titre", *rows)), encoding="utf-8")
    common = ("--store", store)
    brought = outreach("import-publications", file, "--json", *common).json
    assert (brought["created"], brought["failed"]) == (443, 0)
    again = outreach("import-publications", file, "--json", *common).json
    assert (again["created"], again["skipped"]) == (0, 443)
    year = ("figures", "2018-01-01", "2018-12-31")
    shares = {row["kind"]: row["share"] for row in outreach(*year, "--json", *common).json["kinds"]}
    assert shares == {"pb.communique": 55.5, "pb.rectification": 6.5, "pb.reportage": 37.9}
    for language, names in SAID.items():
        printed = outreach(*year, "--ui-lang", language, *common).output
        assert all(words in printed for words in (*names, *SHARES)), printed
