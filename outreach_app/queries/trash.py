"""Deleted records that can be restored."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, joinedload

from outreach_app.i18n import Language
from outreach_app.models import Identity, Meeting, Partner, Person, Point, Publication, Rumour
from outreach_app.queries.remarks import is_remark
from outreach_app.rules.names import Bilingual
from outreach_app.vocabulary import label


@dataclass(frozen=True, slots=True)
class DeletedRow:
    """A deleted record, with its name in each language."""

    entity: str
    uid: UUID
    title: Bilingual


def list_deleted(session: Session) -> list[DeletedRow]:
    """Return the deleted meetings, partners, people, names, rumours, publications and remarks.

    Without those merged into another. A name is that of somebody who was not informed in time,
    under the uid of the person.
    """
    meetings = session.scalars(select(Meeting).where(Meeting.is_deleted))
    partners = session.scalars(
        select(Partner).where(Partner.is_deleted, Partner.merged_into_id.is_(None))
    )
    people = session.scalars(
        select(Person).where(Person.is_deleted, Person.merged_into_id.is_(None))
    )
    names = session.scalars(select_forgotten())
    rumours = session.scalars(select(Rumour).where(Rumour.is_deleted))
    remarks = session.scalars(select(Point).where(Point.is_deleted, is_remark()))
    publications = session.scalars(select(Publication).where(Publication.is_deleted))
    return [
        *(
            DeletedRow("meeting", row.uid, Bilingual(row.subject_ar, row.subject_fr))
            for row in meetings
        ),
        *(_named_row("partner", row.uid, row.bearer) for row in partners),
        *(_named_row("person", row.uid, row.identity) for row in people if row.identity),
        *(_named_row("name", row.person.uid, row) for row in names if row.person),
        *(DeletedRow("rumour", row.uid, Bilingual(row.text, row.text)) for row in rumours),
        *(
            DeletedRow("publication", row.uid, Bilingual(row.title_ar, row.title_fr))
            for row in publications
        ),
        *(DeletedRow("remark", row.uid, _remark_title(row)) for row in remarks),
    ]


def select_forgotten() -> Select[Identity]:
    """Select the deleted names of people who are not deleted themselves."""
    return (
        select(Identity)
        .join(Identity.person)
        .options(joinedload(Identity.person))
        .where(Identity.is_deleted, ~Person.is_deleted)
        .where(Identity.name_ar.is_not(None) | Identity.name_fr.is_not(None))
    )


def _remark_title(remark: Point) -> Bilingual:
    """Return the words of a remark, or its topic if it has none."""
    if remark.text:
        return Bilingual(remark.text, remark.text)
    return Bilingual(label(remark.topic, Language.ARABIC), label(remark.topic, Language.FRENCH))


def _named_row(entity: str, uid: UUID, holder: Partner | Identity) -> DeletedRow:
    return DeletedRow(entity, uid, Bilingual(holder.name_ar, holder.name_fr))
