"""First paint of the window compared with a bare one: CPU time and memory.

Between both is the minimum for an Arabic window with these fonts: the names of Qt's
constants, the style, the four fonts, the message catalogue.

Run: python -m benchmarks.first_paint
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 7
MAX_CPU, MAX_MEMORY = 2.5, 1.6  # ratios to hold

MEASURE = """
application.processEvents()
import resource
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, flush=True)
import os
os._exit(0)
"""
BARE = """
from PySide6.QtWidgets import QApplication, QWidget
application = QApplication([])
window = QWidget()
window.resize(1366, 696)
window.show()
"""
LEAST = """
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QProxyStyle, QStyle
from outreach_app import i18n
from ui import fonts
application = QApplication([])
application.setStyle(QProxyStyle("Fusion"))
fonts.load_letters()
QLocale.setDefault(QLocale("ar_MA"))
application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
i18n.use(i18n.Language.ARABIC)
window = QLabel(i18n.gettext("Open the register") + fonts.icon_letter("translate"))
window.setFont(fonts.font())
fonts.icon_family()
window.resize(1366, 696)
window.show()
"""
OURS = """
import gc
gc.disable()  # as ui.start does
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui import languages, settings, style
from ui.app import Program
application = QApplication([])
kept = settings.load(Path(sys.argv[1]) / "window.json")
style.apply(kept.scheme)
languages.switch(kept.language)
program = Program(kept)
program.gate.show_unlock(Path(sys.argv[1]))
program.window.resize(1366, 696)
program.window.show()
"""


def main() -> None:
    """Print the medians of all rounds, interleaved so that load affects all equally."""
    with tempfile.TemporaryDirectory() as folder:
        # The gate only checks whether there is a store; nothing is opened.
        (Path(folder) / "outreach.db").touch()
        scripts = (BARE, LEAST, OURS)
        runs = [[measure(script, folder) for script in scripts] for _round in range(ROUNDS)]
    for name, at, unit, most in (("CPU", 0, "s", MAX_CPU), ("memory", 1, "KiB", MAX_MEMORY)):
        bare, least, ours = (
            statistics.median(run[place][at] for run in runs) for place in range(len(scripts))
        )
        print(f"{name}: bare {bare:.4g} {unit}, least {least:.4g}, ours {ours:.4g}:", end=" ")
        print(f"{ours / bare:.2f} bare windows (at most {most}), {ours / least:.2f} of the least")


def measure(script: str, folder: str) -> tuple[float, float]:
    """Return the CPU seconds and the greatest resident KiB of a process up to its first paint."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", script + MEASURE, folder]
    result = subprocess.run(
        command, env=environment, cwd=root, capture_output=True, text=True, check=True
    )
    cpu, memory = result.stdout.split()
    return float(cpu), float(memory)


if __name__ == "__main__":
    main()
