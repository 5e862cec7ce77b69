"""The contents of a document's files that hold its text or its facts."""

import msgspec

from outreach_app.documents.imprint import issued_line
from outreach_app.documents.requests import Issue
from outreach_app.i18n import Language
from outreach_app.summaries.prose.blocks import Realised
from outreach_app.summaries.prose.circulation import Circulation
from outreach_app.summaries.prose.facts import facts
from outreach_app.summaries.prose.plain_text import to_plain_text


def text_of(page: Realised, issue: Issue) -> str:
    """Return a page as text, between its level and the line of its issue, as on paper."""
    level = page.level.words(page.language)
    issued = issued_line(page.language, page.kind, issue, has_code=False)
    return f"{level}\n\n{to_plain_text(page)}\n{issued}\n"


def facts_of(plan: object, level: Circulation, issue: Issue, language: Language) -> bytes:
    """Return the facts of a plan as JSON, with the level and the version of the document."""
    content = {
        "language": language.value,
        "circulation": level,
        "version": issue.version,
        "facts": [{"id": name, "value": value} for name, value in facts(plan).items()],
    }
    return msgspec.json.format(msgspec.json.encode(content), indent=1)
