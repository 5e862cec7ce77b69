"""Every command checks the same table of rights as the window, and refuses with a message."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, EnumType
from importlib import import_module
from inspect import signature
from pathlib import Path
from typing import Any, get_args, get_type_hints
from uuid import UUID

from sqlalchemy import func, select

from outreach_app import startup
from outreach_app.actors import Actor, Role
from outreach_app.cli.asked import ASKED
from outreach_app.cli.command_list import COMMANDS
from outreach_app.cli.documents import DocumentFiles
from outreach_app.cli.lists import Listed
from outreach_app.cli.options import Common
from outreach_app.database import Database
from outreach_app.errors import NotAllowed
from outreach_app.models import AccessRow, JournalEvent
from outreach_app.rights import HOLDERS
from outreach_app.rules.claims import ClaimKind, Decision, IdentityCheck
from outreach_app.rules.retention import Kept
from outreach_app.services.claims import ClaimDraft, record_claim
from outreach_app.startup import OpenOffice
from tests import makers
from tests.core.cli.running import PRESS
from tests.eliminations import issue, old_meeting, propose

PRECINCT = (Actor.CHIEF, Actor.DEPUTY, Actor.SECRETARY, Actor.READER)
HEADQUARTERS = (Actor.HEADQUARTERS, Actor.ANALYST, Actor.READER)
# They open the store themselves; that their use cases refuse is tested in
# tests/guards/test_rights.py.
OPENS_ITSELF = {"check", "move", "confirm-date", "confirm-older"}
REFUSED = ("not_allowed_role", "BadParameter")
# Their valid arguments would be other offices' files; every one is tried with files that are none.
NEED_FILES = {
    *("import-publications", "import-communication", "import-readings", "translate"),
    *("enrol", "replace-headquarters", "recover-answer", "export", "acknowledge"),
}
# Allowed to everybody who can open a store, or run before one is open.
OF_ALL = {
    "account list",
    "phrase list",
    "retention archivist",  # shows the key; its use cases refuse changes
    *("list", "figures", "search", "propose-clusters", "read-notes", "verify"),
    *("purpose show", "retention list", "retention show", "account passphrase"),
    *("demo", "init", "connect", "import-data", "recover-request", "recover", "restore"),
    "verify-update",
}


@dataclass(frozen=True, slots=True)
class Here(Common):
    """The options of a command on an open store, as a role."""

    office: OpenOffice | None = None

    def with_passphrase(self) -> "Here":
        return self

    @contextmanager
    def opened(self, *, takes_first_passphrase: bool = False) -> Iterator[OpenOffice]:
        assert self.office is not None
        self.admit(self.office)
        yield self.office


def test_every_command_says_what_it_asks_for() -> None:
    assert {name for name, _function, _purpose in COMMANDS} == {*ASKED, *OF_ALL}


def test_a_command_refuses_a_role_of_a_precinct_without_its_right(
    office: OpenOffice, tmp_path: Path
) -> None:
    assert unrefused(office, PRECINCT, tmp_path, is_precinct=True) == []


def test_a_command_refuses_a_role_of_headquarters_without_its_right(
    headquarters: Path, tmp_path: Path
) -> None:
    with startup.opened(headquarters, makers.PASSPHRASE) as office:
        assert unrefused(office, HEADQUARTERS, tmp_path, is_precinct=False) == []


def test_requests_of_people_are_listed_to_those_who_note_them(office: OpenOffice) -> None:
    here = Here(office.folder, None, as_json=True, office=office)
    refused = []
    for actor in PRECINCT:
        office.database.actor = actor
        if refusal("lists.list_rows", here, {"noun": Listed.CLAIMS}) == "not_allowed_role":
            refused.append(actor)
    assert refused == [Actor.READER]


def test_a_right_is_asked_for_before_what_was_typed_is_judged(office: OpenOffice) -> None:
    office.database.actor = Actor.READER
    here = Here(office.folder, None, as_json=True, office=office)
    told = {
        name: refusal(path, replace(here, asks=ASKED[name]), typed_badly(path, office.folder))
        for name, path, _purpose in COMMANDS
        if name in ASKED.keys() - OPENS_ITSELF
    }
    # A malformed day is refused like an unknown option, before a passphrase is typed.
    assert [each for each in told.items() if not each[1].startswith(REFUSED)] == []
    keys = {"key": office.folder / "none", "new": None}
    assert refusal("retention.archivist", here, keys) == "not_allowed_role"
    assert refusal("retention.archivist", here, dict.fromkeys(keys)) == "done"


def unrefused(
    office: OpenOffice, actors: Sequence[Actor], out: Path, *, is_precinct: bool
) -> list[tuple[str, str, str]]:
    """Return what a role could do without the right; nothing may be written meanwhile."""
    given = arguments(office, out, is_precinct=is_precinct)
    assert not is_precinct or ASKED.keys() - given.keys() == {
        *OPENS_ITSELF,
        *NEED_FILES,
        "summary national",
    }
    here = Here(office.folder, None, as_json=True, typed=makers.PASSPHRASE, office=office)
    before, found = journal_and_log(office.database), []
    refusals = set[str | None]()  # a repeated one of an account within a minute is the same row
    for name, path, _purpose in COMMANDS:
        for actor in actors:
            if name not in given or actor in HOLDERS[ASKED[name]]:
                continue
            office.database.actor = actor
            refused = refusal(path, replace(here, asks=ASKED[name]), given[name])
            if refused != "not_allowed_role":
                found.append((name, actor.name, refused))
            refusals.add(ASKED[name])
    events, rows = journal_and_log(office.database)
    if events != before[0] or refusals != set(rows[len(before[1]) :]):
        found.append(("", "", "not only refusals were written"))
    return found


def journal_and_log(database: Database) -> tuple[int, list[str | None]]:
    """Return the number of events, and the verb of each row of the log."""
    with database.read() as session:
        events = session.scalar(select(func.count()).select_from(JournalEvent)) or 0
        return events, list(session.scalars(select(AccessRow.verb).order_by(AccessRow.n)))


def refusal(path: str, here: Common, given: Mapping[str, Any]) -> str:
    """Return the code of a command's refusal, or else its result."""
    try:
        command_of(path)(here, **given)
    except NotAllowed as error:
        return error.code
    except Exception as error:  # noqa: BLE001  whatever it was, it was not refused
        return repr(error)
    return "done"


def command_of(path: str) -> Callable[..., object]:
    module, _dot, name = path.rpartition(".")
    command: Callable[..., object] = getattr(import_module(f"outreach_app.cli.{module}"), name)
    return command


def arguments(office: OpenOffice, out: Path, *, is_precinct: bool) -> dict[str, dict[str, Any]]:
    """Return valid arguments for each command."""
    files = DocumentFiles(out)
    given = of_people(office, files) | of_retention(office, out) | of_stations(out)
    given |= of_both(office, out, "chief-1" if is_precinct else "administrator-1")
    if not is_precinct:
        days = ("2026-01-01", "2026-01-31")
        return given | {"summary national": {"days": days, "files": files}}
    partner = makers.write_partner(office.database, name_fr="Amicale", phone="0522334455")
    meeting = makers.write_meeting(office.database, attendances=((partner, True),))
    return given | {
        "export-communication": {"out": out / "news.json"},
        "export-calendar": {"month": "2026-10", "out": out / "a.ics"},
        "summary meeting": {"name": str(meeting), "files": files},
        "summary partner": {"uid": str(partner), "files": files},
        "summary partners": {"uids": [str(partner)], "files": files},
        "summary sheet": {"uid": str(partner), "files": files},
        "summary attendance": {"name": str(meeting), "files": files},
        "summary period": {"days": ("2026-01-01", "2026-01-31"), "files": files},
        "summary public": {"days": ("2026-01-01", "2026-01-31"), "files": files},
        "summary programme": {"month": "2026-10", "files": files},
    }


def of_people(office: OpenOffice, files: DocumentFiles) -> dict[str, dict[str, Any]]:
    person = makers.write_person(office.database, makers.write_partner(office.database))
    draft = ClaimDraft(
        ClaimKind.ERASURE, date(2026, 11, 2), about=person, identity_check=IdentityCheck.CARD_SHOWN
    )
    with office.database.write(Actor.CHIEF) as session:
        claim = {"uid": str(record_claim(session, draft).uid)}
    return {
        "claim record": {"kind": ClaimKind.ACCESS},
        "claim answer": claim | {"decision": Decision.GRANTED},
        "claim texts": claim,
        "claim put-capacity": claim | {"record": str(UUID(int=1)), "field": "text"},
        "claim keep": claim | {"record": str(UUID(int=1)), "field": "text"},
        "claim erase": claim,
        "summary proof": claim | {"files": files},
        "summary notice": {"files": files},
        "phrase propose": {"words": "x"},
        "phrase withdraw": {"proposal": str(UUID(int=1))},
        "phrase adopt": {"proposal": str(UUID(int=1)), "ar": "x", "fr": "x"},
        "phrase decline": {"proposal": str(UUID(int=1)), "reason": "x"},
        "summary rectification": {"rumour": "nothing", "files": files},
        "summary covering": {"numbers": ["1/2026"], "files": files},
        "summary extract": {"uid": str(person), "files": files},
    }


def of_retention(office: OpenOffice, out: Path) -> dict[str, dict[str, Any]]:
    old_meeting(office.database)
    uid = propose(office.database)
    issue(office.database, uid)
    listed, files = {"uid": str(uid)}, DocumentFiles(out)
    return {
        "retention term": {"kind": Kept.MEETING, "months": 72},
        "retention propose": {"files": files},
        "retention issue": listed | {"files": files},
        "retention withdraw": listed,
        "retention archive": listed | {"file": out / "archive"},
        "retention open": {
            "file": out / "archive",
            "key": out / "key",
            "out": out / "opened.zip",
        },
        "retention destroy": listed | {"agreement": "AM 1", "agreed_on": "1/12/2026"},
        "retention certificate": listed | {"files": files},
    }


def of_stations(out: Path) -> dict[str, dict[str, Any]]:
    return {
        "card": {"out": out},
        "revoke": {"device": str(UUID(int=1)), "from_seq": 1},
        "renew": {},
        "rotate": {},
        "import": {"paths": [out]},
    }


def of_both(office: OpenOffice, out: Path, account: str) -> dict[str, dict[str, Any]]:
    table, rumour = out / "partners.csv", str(makers.write_rumour(office.database))
    table.write_text("Nom;Téléphone\nAmicale Annour;0522334456\n")
    named = {"name": account}
    return {
        "import-meetings": {"file": PRESS},
        "import-partners": {"file": table},
        "revert-import": {"batch": str(UUID(int=1))},
        "export-data": {"out": out / "data"},
        "follow": {"point": rumour},
        "find": {"rumours": [rumour], "result": "vr.false"},
        "carry-back": {"rumour": rumour, "channel": "pc.posters"},
        "awareness": {"kind": "aw.school"},
        "remark": {"words": "Plus de patrouilles", "topic": "tp.6.1"},
        "summary handover": {"files": DocumentFiles(out)},
        "purpose change": {"reason": "Instruction", "arabic": "غرض", "french": "But"},
        "recipient": {"french": "Monsieur le préfet"},
        "two-persons": {"is_asked": True},
        "account add": {"role": Role.READER},
        "account remove": named,
        "account unblock": named,
        "account role": named | {"role": Role.READER},
        "backup": {"out": out / "a.outreach-backup"},
    }


def typed_badly(path: str, out: Path) -> dict[str, Any]:
    """Return what a command needs, with names of files and records that do not exist."""
    function = command_of(path)
    hints = get_type_hints(function)
    needed = list(signature(function).parameters.values())[1:]
    return {each.name: junk(hints[each.name], out) for each in needed if each.default is each.empty}


def junk(kind: Any, out: Path) -> Any:
    """Return a value of a parameter's kind that names nothing there is."""
    of_kind = {Path: out / "none", str: "x", int: 1, bool: True, date: date(2026, 1, 1)}
    if kind in of_kind:
        return of_kind[kind]
    if isinstance(kind, EnumType):
        first: Enum = next(iter(kind))
        return first
    if kind is DocumentFiles:
        return DocumentFiles(out)
    return [junk(part, out) for part in get_args(kind) if part is not type(None)]
