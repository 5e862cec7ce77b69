"""Pictures of a widget in both languages and both palettes, to look at."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from outreach_app.i18n import Language
from ui import languages, style
from ui.style import Scheme, the_application

FOLDER = Path(os.environ.get("OUTREACH_SCREENSHOTS", tempfile.gettempdir()))
SIZE = (1366, 768)


def take(name: str, make: Callable[[], QWidget]) -> list[Path]:
    """Grab the widget at 1366 × 768 as `name_ar_light.png`… and return the files."""
    files = []
    for language in Language:
        for scheme in (Scheme.LIGHT, Scheme.DARK):
            style.apply(scheme)
            languages.switch(language)
            widget = make()
            widget.resize(*SIZE)
            widget.show()
            QApplication.processEvents()
            file = FOLDER / f"{name}_{language.value}_{scheme.value}.png"
            FOLDER.mkdir(parents=True, exist_ok=True)
            widget.grab().save(str(file))
            widget.close()
            widget.deleteLater()
            files.append(file)
    the_application().processEvents()
    return files
