"""Delete unused files from a folder of libraries, for Windows or Linux."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

MODULES = ("Core", "Gui", "Widgets", "Network", "Pdf", "PdfWidgets", "PrintSupport", "Svg")
# What these also load on Linux: the window systems and their plug-ins.
OF_LINUX = ("DBus", "OpenGL", "XcbQpa", "WaylandClient", "WlShellIntegration")
PLUGINS = (
    "platforms", "styles", "imageformats", "iconengines", "printsupport",
    "platforminputcontexts", "platformthemes", "xcbglintegrations", "wayland-shell-integration",
    "wayland-decoration-client", "wayland-graphics-integration-client",
)  # fmt: skip
# An on-screen keyboard, another desktop's toolkit, and platforms without a window
# system.
UNUSED_PLUGINS = ("virtualkeyboard", "gtk3", "egl.", "eglfs", "linuxfb", "vkkhr", "vnc")
KEPT_FOLDERS = ("Qt", "plugins", "translations", "support")
QT_LANGUAGES = ("qt_ar", "qt_fr", "qtbase_ar", "qtbase_fr")
LOCALES = ("root", "ar", "ar_MA", "fr", "fr_MA", "en")
# Unused names of places and operators: 21 MB of the 23 of phonenumbers.
PHONES = ("geodata", "carrierdata", "tzdata")
# Not included: runtimes in Python's own folder, or loaded only by omitted modules.
LIBRARIES = (
    "pyside6.abi3.dll", "shiboken6.abi3.dll", "concrt140.dll", "msvcp140",
    "libpyside6.abi3.so", "libicu",
)  # fmt: skip


def unused(site: Path) -> Iterator[Path]:
    """Yield the files and folders of the libraries in `site` that nothing loads."""
    yield from unused_qt(site / "PySide6")
    yield from (p for p in site.glob("babel/locale-data/*.dat") if p.stem not in LOCALES)
    yield from (site / "phonenumbers" / name for name in PHONES)
    yield from (p for p in site.glob("qtawesome/fonts/*") if not p.name.startswith("phosphor"))


def unused_qt(package: Path) -> Iterator[Path]:
    """Yield the unused files of Qt, which on Linux are in a folder inside the package."""
    kept = {f"Qt{name}{suffix}" for name in MODULES for suffix in (".pyd", ".abi3.so")}
    kept |= {f"Qt6{name}.dll" for name in MODULES} | {"QtDBus.abi3.so"}  # logind, on Linux only
    kept |= {f"libQt6{name}.so.6" for name in MODULES + OF_LINUX}
    for path in (*package.iterdir(), *package.glob("Qt/*"), *package.glob("Qt/lib/*")):
        if path.is_dir():
            if path.name not in KEPT_FOLDERS and path != package / "Qt" / "lib":
                yield path
        elif path.suffix != ".py" and path.name not in kept and not path.name.startswith(LIBRARIES):
            yield path
    for path in package.glob("**/plugins/*"):
        if path.name not in PLUGINS:
            yield path
        else:
            yield from (p for p in path.iterdir() if any(word in p.name for word in UNUSED_PLUGINS))
    for path in package.glob("**/translations/*"):
        if path.stem not in QT_LANGUAGES:
            yield path


def main() -> None:
    """Delete them in the given folder."""
    site = Path(sys.argv[1])
    for path in list(unused(site)):
        if path.is_dir():
            shutil.rmtree(path)
        elif path.exists():
            path.unlink()


if __name__ == "__main__":
    main()
