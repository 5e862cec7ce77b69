"""Administrator presets apply; an unreadable file is reported, and none of it applies."""

from pathlib import Path

import pytest

from outreach_app.errors import UnreadableFile
from outreach_app.presets import Presets, read_presets


def test_without_a_file_nothing_is_preset(tmp_path: Path) -> None:
    assert read_presets(tmp_path / "presets.json") == Presets()


@pytest.mark.parametrize("content", ["no json", '{"language": "de"}', '{"langage": "fr"}', "[]"])
def test_a_mistake_is_told_with_the_file(tmp_path: Path, content: str) -> None:
    file = tmp_path / "presets.json"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=str(file)):
        read_presets(file)
