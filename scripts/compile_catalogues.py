"""Compile the message catalogues that changed since they were last compiled."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).parent.parent


def compile_catalogues() -> None:
    """Write a .mo file beside each .po file that is newer than its .mo."""
    for source in (ROOT / "translations").glob("*/LC_MESSAGES/*.po"):
        compiled = source.with_suffix(".mo")
        if not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime:
            language = source.parts[-3]
            with source.open("rb") as read, compiled.open("wb") as written:
                write_mo(written, read_po(read, locale=language))


if __name__ == "__main__":
    compile_catalogues()
