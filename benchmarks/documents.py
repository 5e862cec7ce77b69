"""Documents and pages per second of processor time, against WeasyPrint on the same words.

WeasyPrint is not a dependency: for a comparison, install it as well.
"""

import importlib
import random
from collections.abc import Callable
from functools import partial
from html import escape
from importlib.resources import files
from io import BytesIO
from time import process_time

from pypdf import PdfReader

from outreach_app.documents.faces import Face
from outreach_app.documents.render import render
from outreach_app.i18n import Language
from outreach_app.summaries.prose import blocks
from outreach_app.summaries.prose.blocks import Paragraph, Realised, Table, plain
from outreach_app.summaries.prose.circulation import Circulation
from tests.core.documents.reading import texts_in
from tests.core.documents.sample_parts import row, text
from tests.core.documents.samples import ISSUE, session

ROUNDS = 10
# Sets of three paragraphs and a table of 16 rows, about a page each.
REPORT = 180
STYLE = """@page {{ size: A4; margin: 13mm 22mm 20mm }}
@font-face {{ font-family: Amiri; src: url({regular}) }}
@font-face {{ font-family: Amiri; font-weight: bold; src: url({bold}) }}
body {{ font: 11.5pt/18pt Amiri }}
p {{ text-align: justify; margin: 1.1mm 0 }}
table {{ border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 14.5pt }}
td, th {{ border-bottom: 0.35pt solid #c9c9c9; padding: 0.7mm 1.5mm; text-align: start }}"""


def ours(document: Realised) -> bytes:
    return render(document, ISSUE, "").pdf


def peer() -> Callable[[Realised], bytes] | None:
    """Return a function that makes the document with WeasyPrint; None if not installed."""
    try:
        weasyprint = importlib.import_module("weasyprint")
        fonts = importlib.import_module("weasyprint.text.fonts").FontConfiguration()
    except ImportError:
        return None

    def write(document: Realised) -> bytes:
        made: bytes = weasyprint.HTML(string=page(document)).write_pdf(font_config=fonts)
        return made

    return write


def page(document: Realised) -> str:
    """Return the words of a document as HTML: paragraphs and tables."""
    regular, bold = (
        (files(face.package) / face.folder / f"{face.postscript_name}.ttf")
        for face in (Face.AMIRI, Face.AMIRI_BOLD)
    )
    style = STYLE.format(regular=f"file://{regular}", bold=f"file://{bold}")
    side = "rtl" if document.language.is_right_to_left else "ltr"
    parts = "".join(
        table(block)
        if isinstance(block, Table)
        else "".join(f"<p>{escape(said)}</p>" for said in texts_in(whole(block, document)))
        for block in document.blocks
    )
    return f'<html lang="{document.language}" dir="{side}"><style>{style}</style>{parts}</html>'


def whole(block: blocks.Block, document: Realised) -> Realised:
    return Realised(document.language, "", Circulation.INTERNAL, (block,))


def table(block: Table) -> str:
    headings = "".join(f"<th>{escape(heading)}</th>" for heading in block.headings)
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(said(cell))}</td>" for cell in cells) + "</tr>"
        for cells in block.rows
    )
    return f"<table><thead><tr>{headings}</tr></thead>{rows}</table>"


def said(cell: blocks.Cell) -> str:
    if isinstance(cell, blocks.Quotation):
        return cell.text
    if isinstance(cell, blocks.Lines):
        return " ".join(map(plain, cell.lines))
    if isinstance(cell, blocks.Bars):
        return ""
    return plain(cell.text if isinstance(cell, blocks.CountChange) else cell)


def report() -> Realised:
    """Return a long Arabic report of the words of a session, shuffled."""
    chance = random.Random(7)  # noqa: S311
    words = " ".join(texts_in(session(Language.ARABIC))).split()

    def some(count: int) -> str:
        return " ".join(chance.choices(words, k=count))

    parts: list[blocks.Block] = []
    for _ in range(REPORT):
        parts += [Paragraph(text(some(70))) for _ in range(3)]
        rows = tuple(row(some(4), some(8), some(5)) for _ in range(16))
        parts.append(Table("points", ("الموضوع", "النقطة", "المآل"), rows))
    return Realised(Language.ARABIC, "", Circulation.INTERNAL, tuple(parts))


def seconds(produce: Callable[[], object]) -> float:
    """Return the minimum processor time of several calls."""
    times = []
    for _ in range(ROUNDS):
        begun = process_time()
        produce()
        times.append(process_time() - begun)
    return min(times)


def once(produce: Callable[[], bytes]) -> tuple[float, int]:
    """Return the processor time of one call and how many pages it made."""
    begun = process_time()
    made = produce()
    spent = process_time() - begun
    return spent, len(PdfReader(BytesIO(made)).pages)


def main() -> None:
    """Print a line for the summary in each language and one for the report."""
    theirs = peer()
    for language in Language:
        document = session(language)
        own = seconds(partial(ours, document))
        line = f"summary {language}: {1 / own:.1f} a second"
        if theirs is not None:
            line += f", {seconds(partial(theirs, document)) / own:.1f} times WeasyPrint"
        print(line)
    long = report()
    own, pages = once(partial(ours, long))
    line = f"report of {pages} pages: {pages / own:.1f} pages a second"
    if theirs is not None:
        spent, their_pages = once(partial(theirs, long))
        line += f", {pages / own / (their_pages / spent):.1f} times WeasyPrint"
        line += f" ({spent / own:.1f} times for the same words)"
    print(line)


if __name__ == "__main__":
    main()
