"""The running head and the footer of an editable copy, with the texts of the printed one."""

import re
from collections.abc import Iterator

from outreach_app.documents.editable.markup import Border, Element, element
from outreach_app.documents.editable.page import Page
from outreach_app.documents.editable.tables import Cell, Frame, Row
from outreach_app.documents.editable.text import runs
from outreach_app.documents.imprint import WORDINGS, head_of, issued_line
from outreach_app.documents.requests import Issue
from outreach_app.documents.styles import MILLIMETRE, RULE, TEXT_WIDTH
from outreach_app.summaries.prose.blocks import Realised

LEVEL_WIDTH, PAGE_WIDTH = 36 * MILLIMETRE, 24 * MILLIMETRE
FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def header(page: Page, document: Realised, title: str) -> list[Element]:
    """Return issuer and title, for every page but the first."""
    cells = (
        Cell((page.paragraph(head_of(document), "label"),)),
        Cell((page.paragraph(title, "label", element("jc", val="end")),)),
    )
    frame = Frame((Border("bottom", 0.5, RULE),), down=1.5 * MILLIMETRE)
    return page.table([Row(cells)], (TEXT_WIDTH / 2, TEXT_WIDTH / 2), frame)


def footer(page: Page, document: Realised, issue: Issue) -> list[Element]:
    """Return level, issue and page number, and for a sample a line that says so.

    An editable copy has no check code, because its text may be changed.
    """
    issued = issued_line(document.language, document.kind, issue, has_code=False)
    level = document.level.words(document.language)
    cells = (
        Cell((page.paragraph(level, "footer_level"),)),
        Cell((page.paragraph(issued, "footer", element("jc", val="center")),)),
        Cell((page.of_runs(_page_number(page), "footer", element("jc", val="end")),)),
    )
    widths = (LEVEL_WIDTH, TEXT_WIDTH - LEVEL_WIDTH - PAGE_WIDTH, PAGE_WIDTH)
    made = page.table([Row(cells)], widths, Frame((Border("top", 0.5, RULE),), down=MILLIMETRE))
    if issue.is_sample:
        sample = WORDINGS[document.language].sample
        made.append(page.paragraph(sample, "footer_level", element("jc", val="center")))
    return made


def _page_number(page: Page) -> Iterator[Element]:
    for part in re.split(r"(\{pages?\})", WORDINGS[page.language].page):
        if part in FIELDS:
            yield from _field(FIELDS[part])
        else:
            yield from runs(part, right_to_left=page.is_right_to_left)


def _field(name: str) -> Iterator[Element]:
    """Yield a field that Word updates; until then it shows 1."""
    command, shown = element("instrText"), element("t")
    command.text = f" {name} "
    shown.text = "1"
    for part in (
        element("fldChar", fldCharType="begin"),
        command,
        element("fldChar", fldCharType="separate"),
        shown,
        element("fldChar", fldCharType="end"),
    ):
        yield element("r", part)
