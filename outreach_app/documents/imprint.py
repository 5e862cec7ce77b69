"""The texts in the head and footer of every page of a document; does not import Qt."""

from dataclasses import dataclass

from outreach_app.documents.requests import Issue
from outreach_app.i18n import Language, isolate
from outreach_app.summaries.prose.blocks import Design, Letterhead, Realised


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of the footer in the document's language, not the screen's."""

    numbered: str
    issued: str
    code: str
    editable: str
    date: str
    time: str
    page: str
    sample: str


WORDINGS = {
    Language.ARABIC: Wording(
        numbered="{kind} عدد {number}",
        issued="الصيغة {version} بتاريخ {date} على الساعة {time}",
        code="رمز التحقق: {code}",
        editable="نسخة قابلة للتعديل",
        date="%d/%m/%Y",
        time="%H:%M",
        page="الصفحة {page} من {pages}",
        sample="وثيقة تجريبية · معطيات غير حقيقية",
    ),
    Language.FRENCH: Wording(
        numbered="{kind} n°\u00a0{number}",
        issued="version\u00a0{version} du\u00a0{date} à {time}",
        code="code de vérification\u00a0: {code}",
        editable="copie modifiable",
        date="%d/%m/%Y",
        time="%H\u00a0h\u00a0%M",
        page="page {page} sur {pages}",
        sample="Spécimen · données fictives",
    ),
}


def issued_line(language: Language, kind: str, issue: Issue, *, has_code: bool = True) -> str:
    """Return number, version, time and check code of an issue, after its kind if it has one.

    Without the code, the line says instead that the text may be changed.
    """
    wording = WORDINGS[language]
    named = wording.numbered.format(kind=kind, number=isolate(issue.number)).strip()
    issued = wording.issued.format(
        version=issue.version,
        date=isolate(issue.issued_at.strftime(wording.date)),
        time=isolate(issue.issued_at.strftime(wording.time)),
    )
    end = wording.code.format(code=isolate(issue.code)) if has_code else wording.editable
    return f"{named} · {issued} · {end}"


def unit_of(document: Realised) -> str:
    """Return the unit that issues the document: the last line of its letterhead."""
    return _letterhead(document)[-1]


def head_of(document: Realised) -> str:
    """Return the name on later pages: the unit, or for the nation the highest authority."""
    lines = _letterhead(document)
    is_national = document.design is Design.NATIONAL and len(lines) > 1
    return lines[1] if is_national else lines[-1]


def _letterhead(document: Realised) -> tuple[str, ...]:
    heads = (block for block in document.blocks if isinstance(block, Letterhead))
    return next((head.lines for head in heads), ("",))
