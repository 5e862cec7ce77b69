"""The whole register by commands: exported as tables, imported as a new store."""

from pathlib import Path

from tests.core.cli.running import outreach


def test_tables_that_went_out_make_a_new_store(store: Path, tmp_path: Path) -> None:
    out = outreach("export-data", "--out", tmp_path / "out", "--store", store, "--json")
    assert (out.code, out.json["records"], out.json["rows"]["offices"]) == (0, 1, 1)
    assert "غير مشفرة" in out.said
    made = outreach(
        "import-data", tmp_path / "out", "--store", tmp_path / "new", "--json", "--ui-lang", "fr"
    )
    assert (made.code, made.json["office"], made.json["left_out"]) == (0, "Annakhil", 0)
    assert made.json["recovery_code"]
    again = outreach("import-data", tmp_path / "out", "--store", tmp_path / "new", "--json")
    assert (again.code, again.json["error"]["code"]) == (1, "store_exists")
