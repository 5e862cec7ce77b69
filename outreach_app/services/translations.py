"""Use case of translations: the free texts of a meeting in the other language."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from outreach_app.errors import Problem
from outreach_app.i18n import Language
from outreach_app.i18n import gettext as _
from outreach_app.models import Meeting
from outreach_app.models.sources import source_of
from outreach_app.queries.translations import Holder, columns_of
from outreach_app.rights import Right, use_case
from outreach_app.rules.kinds import TextKind
from outreach_app.rules.text import clean_text, language_of
from outreach_app.rules.validation import Checks
from outreach_app.services import records


@dataclass(frozen=True, slots=True)
class TranslationDraft:
    """The wording of a text in the other language than `language`; None removes it.

    `record`, `kind`, `language` and `version` are those of the row that was read.
    """

    record: UUID
    kind: TextKind
    language: Language
    version: str
    text: str | None


@use_case(Right.RECORD)
def translate_texts(session: Session, drafts: Sequence[TranslationDraft]) -> None:
    """Write the translations of free texts, all of them or none.

    Raises InvalidDraft, whose problems are named by the position of the draft, from 1, NotFound,
    Conflict.
    """
    holders = [_take(session, draft) for draft in drafts]
    checks = Checks()
    for place, (holder, draft) in enumerate(zip(holders, drafts, strict=True), start=1):
        checks.extend(_check(holder, draft, place))
    checks.raise_if_any()
    for holder, draft in zip(holders, drafts, strict=True):
        column = columns_of(draft.kind, draft.language).translation
        setattr(holder, column, clean_text(draft.text or "") or None)


def _take(session: Session, draft: TranslationDraft) -> Holder:
    holder = columns_of(draft.kind, draft.language).holder
    return records.take(session, holder, draft.record, draft.version)


def _check(holder: Holder, draft: TranslationDraft, place: int) -> list[Problem]:
    checks = Checks()
    source = holder if isinstance(holder, Meeting) else source_of(holder)
    column = columns_of(draft.kind, draft.language).translation
    checks.text(holder.contract.entity, column, draft.text, source.sensitive_reason)
    if draft.text and language_of(draft.text) is draft.language:
        message = {
            Language.ARABIC: _("This is in Arabic. Write it in French here."),
            Language.FRENCH: _("This is in French. Write it in Arabic here."),
        }
        checks.add(column, "same_language", message[draft.language])
    return [Problem(str(place), problem.code, problem.message) for problem in checks.problems]
