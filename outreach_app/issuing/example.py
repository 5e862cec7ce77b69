"""An invented session that shows an office's own phrases and sections."""

from collections.abc import Iterator
from datetime import date, time, timedelta

from sqlalchemy.orm import Session

from outreach_app import clock
from outreach_app.i18n import Language
from outreach_app.queries.records import get_own_office
from outreach_app.rules.kinds import Channel, CommitmentOwner, MeetingKind, PointKind
from outreach_app.rules.names import Bilingual
from outreach_app.services.offices import OfficeDraft
from outreach_app.summaries.prose.blocks import Assessment, Block, Lines, Paragraph, Table, plain
from outreach_app.summaries.prose.facts import Words
from outreach_app.summaries.prose.quoting import in_guillemets
from outreach_app.summaries.prose.store_words import office_facts
from outreach_app.summaries.session.plan import (
    KindPresent,
    NextMeetingFacts,
    PointFacts,
    SessionPlan,
)
from outreach_app.summaries.session.promises import (
    CommitmentFacts,
    EarlierFacts,
    EarlierState,
    MadeFacts,
    MeetingMet,
)
from outreach_app.summaries.session.prose import realise
from outreach_app.summaries.session.sections import without

_RESIDENTS = Bilingual("جمعية سكان حي النور", "Association des habitants du quartier Annour")
_MERCHANTS = Bilingual("جمعية تجار سوق النور", "Association des commerçants du marché Annour")
_SEAT = Bilingual("مقر الدائرة الأمنية", "Siège de l'arrondissement de police")


def example_of_summary(session: Session, draft: OfficeDraft, language: Language) -> str:
    """Return the summary of an invented meeting held today, with shortened tables."""
    today = clock.today()
    plan = without(_plan(session, draft, today), draft.omitted_sections)
    said = (
        words for block in realise(plan, language, today).blocks for words in _block_text(block)
    )
    return "\n\n".join(said)


def _block_text(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield plain(block.text)
        case Assessment():
            words = in_guillemets(block.words.text, block.words.language)
            yield f"{plain(block.heading)}\n{words}"
        case Table():
            first = block.rows[0][0]
            topic = "\n".join(map(plain, first.lines)) if isinstance(first, Lines) else ""
            yield "\n".join(filter(None, (topic, "[…]")))
        case _:
            pass


def _plan(session: Session, draft: OfficeDraft, today: date) -> SessionPlan:
    """Return a session of today with content in each section."""
    promised = Words("تكثيف الدوريات", Language.ARABIC, "Intensifier les patrouilles")
    before = CommitmentFacts(
        1, promised, CommitmentOwner.OFFICE, None, since=today - timedelta(days=7)
    )
    met = MeetingMet(MeetingKind.THEMATIC, Channel.OFFICE, today - timedelta(days=30))
    return SessionPlan(
        office=office_facts(get_own_office(session)),
        number="",
        kind=MeetingKind.THEMATIC,
        channel=Channel.OFFICE,
        held_on=today,
        starts_at=None,
        ends_at=None,
        place=_SEAT,
        subject=Bilingual("أمن الحي", "Sécurité du quartier"),
        headcount=9,
        women=4,
        bodies=2,
        kinds_present=(KindPresent("as.residents", 1), KindPresent("as.merchants", 1)),
        earlier=EarlierFacts(
            (MadeFacts(met.held_on, met),), (EarlierState("cst.done", (before,)),), among=1
        ),
        points=(
            PointFacts(
                *(1, PointKind.REQUEST, "tp.6.1", None, None, None, (), ("rf.commune",)),
                raised_by=_RESIDENTS,
            ),
        ),
        commitments=(),
        referrals=(),
        next_meeting=NextMeetingFacts(today + timedelta(days=30), time(10), _SEAT),
        assessment=Words("تحسنت الإنارة.", Language.ARABIC, "L'éclairage s'est amélioré."),
        names_present=(_RESIDENTS, _MERCHANTS),
        opening_phrase=Bilingual(draft.opening_ar, draft.opening_fr),
        closing_phrase=Bilingual(draft.closing_ar, draft.closing_fr),
    )
