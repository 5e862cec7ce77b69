"""The review of duplicates over 5,000 partners and as many people: CPU seconds.

Run: python -m benchmarks.duplicates
"""

import random
import secrets
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.devices import enrol_device
from outreach_app.i18n import Language
from outreach_app.migrations.run import migrate
from outreach_app.queries.duplicates import list_duplicates
from outreach_app.samples import material
from outreach_app.services.offices import create_office
from outreach_app.services.partners import PartnerDraft, register_partner
from outreach_app.services.people import register_person
from tests import makers

PARTNERS = 5_000
MERGED = 200
TARGET = 2.0  # CPU seconds


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for label, drafts in (("as people write them", drafted()), ("all alike", all_alike())):
            store = filled(Path(folder) / f"{len(label)}.db", drafts)
            spent, pairs = cpu(partial(review, store))
            print(
                f"{PARTNERS} partners, {label}: {pairs} pairs in {spent:.2f} s CPU"
                f" (target <= {TARGET:.0f})"
            )
            store.close()


def review(store: Database) -> int:
    """Read the list as the page asks for it; return how many pairs it shows."""
    with store.read() as session:
        return len(list_duplicates(session))


def cpu(work: Callable[[], int], times: int = 7) -> tuple[float, int]:
    """Return the median CPU seconds of a piece of work, and its answer."""
    spent, answer = [], 0
    for _turn in range(times):
        start = time.process_time()
        answer = work()
        spent.append(time.process_time() - start)
    return statistics.median(spent), answer


def drafted() -> Iterator[PartnerDraft]:
    """Yield partners of both kinds and scripts; some share a phone, some are duplicates."""
    chance = random.Random(2026)  # noqa: S311  the same partners each run
    known = material.names()
    for number in range(PARTNERS):
        language = chance.choice(list(Language))
        family, given, quarter = (
            chance.choice(rows).label(language)
            for rows in (known.family_names, known.given_names, known.neighbourhoods)
        )
        body = chance.choice(known.associations).label(language).format(neighbourhood=quarter)
        name = chance.choice((f"{body} {family}", f"{body} {given}", f"{given} {family}"))
        yield makers.partner_draft(
            name_ar=name if language is Language.ARABIC else None,
            name_fr=name if language is Language.FRENCH else None,
            phone=f"0661{chance.randrange(10**6):06}" if number % 10 else "0522123456",
        )


def all_alike() -> Iterator[PartnerDraft]:
    """Yield the worst case: the same name and phone for all."""
    return (makers.partner_draft() for _number in range(PARTNERS))


def filled(path: Path, drafts: Iterator[PartnerDraft]) -> Database:
    """Fill a store with these partners, a person for each, and some merged already."""
    store = Database(path, secrets.token_bytes(32))
    migrate(store)
    with store.write(Actor.PROGRAM) as session:
        enrol_device(session)
        create_office(session, makers.office_draft())
        partners = [register_partner(session, draft) for draft in drafts]
        for partner in partners:
            register_person(session, makers.person_draft(partner.uid))
        for loser, winner in zip(partners[:MERGED], partners[MERGED:], strict=False):
            loser.merged_into = winner
    return store


if __name__ == "__main__":
    main()
