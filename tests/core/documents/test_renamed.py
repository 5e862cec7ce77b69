"""A renamed font has our own name and is otherwise the same file."""

import pytest
import uharfbuzz as hb

from outreach_app.documents.faces import Face, load
from outreach_app.documents.renamed import with_private_family

FAMILY, POSTSCRIPT_NAME, COPYRIGHT = 1, 6, 0


@pytest.mark.parametrize("face", list(Face))
def test_the_names_of_the_family_change_and_nothing_else(face: Face) -> None:
    own, renamed = load(face).data, with_private_family(load(face).data)
    before, after = hb.Face(own), hb.Face(renamed)

    for name in (FAMILY, POSTSCRIPT_NAME):
        assert after.get_name(name) == "z" + before.get_name(name)[1:]
    assert after.get_name(COPYRIGHT) == before.get_name(COPYRIGHT)
    changed = [tag for tag in before.table_tags if table(before, tag) != table(after, tag)]
    assert changed == ["name"]


def table(face: hb.Face, tag: str) -> bytes:
    return bytes(face.reference_table(tag).data)
