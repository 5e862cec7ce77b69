"""E-mail addresses as people and tables write them."""

import pytest

from outreach_app.rules.emails import is_email, split_emails


@pytest.mark.parametrize(
    "text", ["amal@gmail", "amal@", "@amal.ma", "a@b@c.ma", "a b@c.ma", "a@.ma"]
)
def test_what_no_program_can_write_to_is_no_address(text: str) -> None:
    assert not is_email(text)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a@b.ma; c@d.org.ma", ["a@b.ma", "c@d.org.ma"]),
        ("a@b.ma / c@d.ma", ["a@b.ma", "c@d.ma"]),
        ("a@b.ma", ["a@b.ma"]),
        ("a@b.ma (bureau)", ["a@b.ma (bureau)"]),
    ],
)
def test_several_addresses_in_one_text_are_told_apart(text: str, parts: list[str]) -> None:
    assert split_emails(text) == parts
