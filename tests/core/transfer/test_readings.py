"""Import of readings from own tables and from exports of platforms."""

from datetime import date
from pathlib import Path

import pytest

from outreach_app.actors import Actor
from outreach_app.database import Database
from outreach_app.errors import UnreadableFile
from outreach_app.progress import Progress
from outreach_app.queries.readings import list_readings
from outreach_app.services.imports import revert_import
from outreach_app.transfer.platforms import key_of
from outreach_app.transfer.readings_file import read_readings
from outreach_app.transfer.readings_import import import_readings
from outreach_app.transfer.reports import ImportReport
from tests import makers

TODAY = date(2026, 11, 2)
POST = "https://www.facebook.com/dgsn/posts/123"
OWN = """Publication;Date du relevé;Vues;Réactions;Commentaires;Partages;Interactions;Plus de
C-12;20/10/2026;120 000;28 000;1 500;500;30000;oui
https://m.facebook.com/dgsn/posts/123/?ref=share;21/10/2026;;;;;8.8K;
C-99;21/10/2026;;;;;12;
C-12;21/10/2026;;;;;-4;
C-12;15/10/2026;;;;;12;
C-12;22/10/2026;;;;;29000;
"""
# The headings of each platform's export, with invented figures.
META = (
    "Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,"
    'Date,Views,Reach,"Reactions, Comments and Shares",Reactions,Comments,Shares,Total clicks\n'
    f'1,2,DGSN,,,0,10/16/2026 11:05,{POST},Photos,Lifetime,"250,000",9,50000,41000,6000,3000,7\n'
)
YOUTUBE = (
    "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,"
    "Likes,Comments added,Shares\n"
    "Total,,,,2100,10.5,1,60,7,3\n"
    'abc123XYZ_-,My film,"Oct 16, 2026",45,1000,0.5,1,10,2,1\n'
)
X_NOW = (
    "Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Shares,New follows,"
    "Replies,Reposts,Profile visits\n"
    '9,"Fri, Oct 16, 2026",texte,https://x.com/dgsn/status/9,5000,400,900,3,8,1,20,30,5\n'
)
X_BEFORE = (
    '"Tweet id","Tweet permalink","Tweet text","time","impressions","engagements",'
    '"engagement rate","retweets","replies","favorites"\n'
    '"9","https://twitter.com/dgsn/status/9","texte","2026-10-16 11:05 +0000","5000.0","900.0",'
    '"0.18","30","20","400"\n'
)


def bring_in(database: Database, folder: Path, content: str) -> ImportReport:
    file = folder / "readings.csv"
    file.write_text(content, encoding="utf-8")
    entries = read_readings(file, TODAY)
    with database.write(Actor.CHIEF) as session:
        return import_readings(session, entries, file.name, Progress())


def test_the_good_rows_go_in_and_each_bad_one_has_its_reason(
    database: Database, tmp_path: Path
) -> None:
    makers.write_publication(database, reference="C-12", published_on=date(2026, 10, 16),
                             published_at=None)  # fmt: skip
    makers.write_publication(database, address=POST)
    report = bring_in(database, tmp_path, OWN)
    assert report.created == 2
    assert [(row.line, row.problems[0].code) for row in report.failed] == [
        (3, "rounded_number"),
        (4, "unknown_reference"),
        (5, "negative"),
        (6, "before_published"),
    ]
    # It is less than the 30,000 of the day before: reported, and kept.
    assert [row.line for row in report.incomplete] == [7]
    with database.read() as session:
        last, first = list_readings(session)
    assert (last.interactions, first.views, first.is_at_least) == (29_000, 120_000, True)
    again = bring_in(database, tmp_path, OWN)
    assert (again.created, again.skipped) == (0, 2)
    assert report.batch is not None
    with database.write(Actor.CHIEF) as session:
        assert revert_import(session, report.batch, Progress()).removed == 2


@pytest.mark.parametrize(
    ("table", "address", "counts"),
    [
        (META, POST, (250_000, 41_000, 6_000, 3_000, 50_000)),
        (YOUTUBE, "https://www.youtube.com/watch?v=abc123XYZ_-&t=4", (1_000, 10, 2, 1, 13)),
        (X_NOW, "https://twitter.com/dgsn/status/9?s=20", (5_000, 400, 20, 30, 900)),
        (X_BEFORE, "https://x.com/dgsn/status/9", (5_000, 400, 20, 30, 900)),
    ],
)
def test_what_a_platform_gives_to_download_is_understood(
    database: Database, tmp_path: Path, table: str, address: str, counts: tuple[int, ...]
) -> None:
    makers.write_publication(database, address=address)
    report = bring_in(database, tmp_path, table)
    assert (report.created, report.failed) == (1, [])
    with database.read() as session:
        (row,) = list_readings(session)
    assert (row.views, row.reactions, row.comments, row.shares, row.interactions) == counts
    assert (row.read_on, row.source) == (TODAY, "rs.platform")


@pytest.mark.parametrize("number", ["1.234", "1,234", "-12,345"])
def test_a_number_that_may_be_a_fraction_is_asked_for_in_digits(
    number: str, database: Database, tmp_path: Path
) -> None:
    table = f"Compte;Date;Abonnés\nFacebook;20/10/2026;{number}\nYouTube;20/10/2026;1.234.567\n"
    report = bring_in(database, tmp_path, table)
    assert [row.problems[0].code for row in report.failed] == ["doubtful_number"]
    assert report.created == 1
    nines = f"Compte;Date;Abonnés\nFacebook;20/10/2026;{'9' * 400}\n"
    assert bring_in(database, tmp_path, nines).failed[0].problems[0].code == "too_many"
    clear = "Compte;Date;Abonnés\nFacebook;20/10/2026;1 234\n"
    assert bring_in(database, tmp_path, clear).created == 1


def test_followers_of_an_account_come_in_by_its_name(database: Database, tmp_path: Path) -> None:
    table = "الصفحة الرسمية;تاريخ القياس;المنخرطون\nفيسبوك;15/10/2026;8800\n"
    assert bring_in(database, tmp_path, table).created == 1
    with database.read() as session:
        (row,) = list_readings(session)
    assert (row.account, row.followers, row.interactions) == ("pc.facebook", 8_800, None)


def test_a_table_that_names_no_publication_says_how_to_head_it(tmp_path: Path) -> None:
    file = tmp_path / "readings.csv"
    file.write_text("Date;Vues\n01/10/2026;12\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="المادة"):
        read_readings(file, TODAY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.facebook.com/dgsn/posts/1/", "http://m.facebook.com/dgsn/posts/1?ref=x"),
        ("https://youtu.be/abc123XYZ_-?si=t", "youtube.com/shorts/abc123XYZ_-"),
        ("twitter.com/a/status/9", "https://x.com/a/status/9?s=20"),
        (
            "https://facebook.com/permalink.php?story_fbid=1&id=2",
            "https://www.facebook.com/permalink.php?id=2&story_fbid=1&__tn__=x",
        ),
    ],
)
def test_one_page_has_one_key_however_its_address_was_copied(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)
    assert key_of(one) != key_of(other.replace("1", "3").replace("9", "8"))


def test_what_is_no_address_is_the_key_of_itself() -> None:
    assert key_of("https://[facebook.com/page") == "https://[facebook.com/page"
