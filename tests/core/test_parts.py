"""The licence of each library of the program can be read."""

from outreach_app.parts import licences, list_parts


def test_every_library_is_named_with_its_licence() -> None:
    parts = {part.name.lower(): part for part in list_parts()}
    assert "MIT" in parts["sqlalchemy"].licence
    assert "LGPL" in parts["pyside6_essentials"].licence
    assert "Permission is hereby granted" in licences()
    assert not [part.name for part in parts.values() if not part.version]
