"""First paint of the window beside a bare PySide6 window: CPU time and memory."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 7
MOST_CPU, MOST_MEMORY = 2.5, 1.6  # ratios to hold

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
OURS = """
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
program.window.show()
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        # The gate only asks whether there is a store; nothing is opened.
        (Path(folder) / "outreach.db").touch()
        runs = [(measure(BARE, folder), measure(OURS, folder)) for _round in range(ROUNDS)]
    for name, at, unit, most in (("CPU", 0, "s", MOST_CPU), ("memory", 1, "KiB", MOST_MEMORY)):
        bare = statistics.median(pair[0][at] for pair in runs)
        ours = statistics.median(pair[1][at] for pair in runs)
        print(f"{name}: bare {bare:.4g} {unit}, ours {ours:.4g} {unit},", end=" ")
        print(f"ratio {ours / bare:.2f} (at most {most})")


def measure(script: str, folder: str) -> tuple[float, float]:
    """CPU seconds and the greatest resident KiB of a process up to its first paint."""
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
