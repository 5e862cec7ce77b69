"""Compile the message catalogues that changed since they were last compiled."""

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent
# Babel writes the time of compilation, which would make builds of one commit differ.
DATED = datetime(2026, 1, 1, tzinfo=UTC)


def compile_catalogues() -> None:
    """Write a .mo file beside each .po file that is newer than its .mo."""
    for source in (ROOT / "translations").glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            with compiled.open("wb") as written:
                write_mo(written, read_catalogue(source))


def read_catalogue(source: Path) -> Catalog:
    """Return the catalogue of a .po file, with a constant date so that builds are reproducible."""
    with source.open("rb") as read:
        catalogue = read_po(read, locale=source.parts[-3])
    for date in ("creation_date", "revision_date"):
        setattr(catalogue, date, DATED)
    return catalogue


if __name__ == "__main__":
    compile_catalogues()
