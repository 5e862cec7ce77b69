"""Delete what no part of the program uses from a folder of libraries for Windows."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

MODULES = ("Core", "Gui", "Widgets", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg")
PLUGINS = ("platforms", "styles", "imageformats", "iconengines", "printsupport")
QT_LANGUAGES = ("qt_ar", "qt_fr", "qtbase_ar", "qtbase_fr")
LOCALES = ("root", "ar", "ar_MA", "fr", "fr_MA", "en")
# Names of places and operators, of which nobody asks: 21 MB of the 23 of phonenumbers.
PHONES = ("geodata", "carrierdata", "tzdata")
# Runtimes that Python's own folder has, or that only the left-out modules load.
LIBRARIES = ("pyside6.abi3.dll", "shiboken6.abi3.dll", "concrt140.dll", "msvcp140")


def unused(site: Path) -> Iterator[Path]:
    """Yield the files and folders of the libraries in `site` that nothing loads."""
    qt = site / "PySide6"
    kept = {f"Qt{name}.pyd" for name in MODULES} | {f"Qt6{name}.dll" for name in MODULES}
    for path in qt.iterdir():
        if path.is_dir():
            if path.name not in ("plugins", "translations", "support"):
                yield path
        elif path.suffix in (".exe", ".pyi", ".json", ".lib") or (
            path.suffix in (".dll", ".pyd")
            and path.name not in kept
            and not path.name.startswith(LIBRARIES)
        ):
            yield path
    yield from (path for path in (qt / "plugins").iterdir() if path.name not in PLUGINS)
    yield from (p for p in (qt / "translations").iterdir() if p.stem not in QT_LANGUAGES)
    yield from (p for p in site.glob("babel/locale-data/*.dat") if p.stem not in LOCALES)
    yield from (site / "phonenumbers" / name for name in PHONES)
    yield from (p for p in site.glob("qtawesome/fonts/*") if not p.name.startswith("phosphor"))


def main() -> None:
    """Delete them below the folder that is named."""
    site = Path(sys.argv[1])
    for path in list(unused(site)):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


if __name__ == "__main__":
    main()
