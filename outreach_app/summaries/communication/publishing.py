"""Suppression of small counts in the communication of a period.

Decision 14 lists what is left out, and why the rest is safe.
"""

from dataclasses import replace

from outreach_app.rules.masking import MIN_SHOWN, Hidden, hide_part
from outreach_app.summaries.communication.plan import (
    AwarenessFacts,
    CommunicationFacts,
    EngagementFacts,
    PublicationFacts,
    RemarkFacts,
)


def publishable_communication(facts: CommunicationFacts) -> CommunicationFacts:
    """Return the publishable part of a period's communication; no rumour is in it."""
    return replace(
        facts,
        publications=_publications(facts.publications),
        rumours=None,
        remarks=_remarks(facts.remarks),
        awareness=_awareness(facts.awareness),
        engagement=_engagement(facts.engagement),
    )


def _publications(facts: PublicationFacts | None) -> PublicationFacts | None:
    """Return what was published, not by kind where a kind has less than five; None below that."""
    if facts is None or facts.count < MIN_SHOWN:
        return None
    before = facts.before if facts.before is not None and facts.before >= MIN_SHOWN else None
    rows = [row for row in facts.kinds if row.count]
    is_told = all(row.count >= MIN_SHOWN for row in rows)
    kinds = (replace(row, before=None) for row in rows if is_told)
    return PublicationFacts(facts.count, before, tuple(kinds), facts.since)


def _remarks(facts: RemarkFacts | None) -> RemarkFacts | None:
    """Return the number of remarks, by channel if no count is small; not their reactions."""
    if facts is None or facts.count < MIN_SHOWN:
        return None
    is_told = all(row.count >= MIN_SHOWN for row in facts.channels)
    return RemarkFacts(facts.count, facts.channels if is_told else (), None, None, None)


def _awareness(facts: AwarenessFacts | None) -> AwarenessFacts | None:
    """Return the actions and whom they reached, without a small number or one that leaves one."""
    if facts is None or facts.count < MIN_SHOWN:
        return None
    talks = hide_part(facts.talks or 0, facts.count)
    told = None if isinstance(talks, Hidden) else talks
    schools, pupils = (facts.establishments, facts.pupils) if told else (None, None)
    reached = _enough(facts.beneficiaries)
    is_every_noted = facts.associations_noted in (None, facts.count)
    if reached is not None and pupils and isinstance(hide_part(pupils, reached), Hidden):
        pupils = None
    return replace(
        facts,
        talks=told,
        establishments=_enough(schools),
        pupils=_enough(pupils),
        beneficiaries=reached,
        associations=_enough(facts.associations) if is_every_noted else None,
        are_talks_partial=facts.are_talks_partial and told is not None,
        others=(),
        schools_noted=_if_all(facts.schools_noted, facts, told),
        pupils_noted=_if_all(facts.pupils_noted, facts, told),
        apart=None,
        noted=None,
        associations_noted=None,
        other_pupils=None,
    )


def _if_all(noted: int | None, facts: AwarenessFacts, told: int | None) -> int | None:
    """Return the number of talks that noted a count if it is that of all, which is told."""
    return told if noted == facts.talks else None


def _enough(number: int | None) -> int | None:
    return number if number is not None and number >= MIN_SHOWN else None


def _engagement(facts: EngagementFacts | None) -> EngagementFacts | None:
    """Return what was read without any number under five, nor what leaves one."""
    if facts is None:
        return None
    if facts.interactions is None or facts.interactions < MIN_SHOWN:
        facts = replace(facts, interactions=None, top=None, top_interactions=None)
    is_top_told = facts.top_interactions is not None and facts.top_interactions >= MIN_SHOWN
    accounts = (row for row in facts.accounts if row.followers >= MIN_SHOWN)
    return replace(
        facts,
        read=None,
        published=None,
        top=facts.top if is_top_told else None,
        top_interactions=facts.top_interactions if is_top_told else None,
        accounts=tuple(
            row if abs(row.growth or 0) >= MIN_SHOWN else replace(row, growth=None, since=None)
            for row in accounts
        ),
    )
