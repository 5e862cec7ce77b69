"""The worker renders in a child process, reports failures, and survives its death."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from outreach_app.documents.render import render
from outreach_app.documents.requests import RenderRequest
from outreach_app.documents.worker import DocumentWorker
from outreach_app.errors import Cancelled, DocumentFailed
from outreach_app.i18n import Language
from outreach_app.progress import Progress
from tests.core.documents.sample_parts import row
from tests.core.documents.samples import (
    ARABIC_POINTS,
    FRENCH_POINTS,
    ISSUE,
    TITLES,
    session,
    words_of,
)

ARABIC, FRENCH = Language.ARABIC, Language.FRENCH


@pytest.fixture(scope="module")
def worker() -> Iterator[DocumentWorker]:
    started = DocumentWorker()
    yield started
    started.close()


def request_of(language: Language) -> RenderRequest:
    return RenderRequest((session(language),), ISSUE, TITLES[language])


def test_the_child_renders_the_same_bytes_and_says_how_far_it_is(worker: DocumentWorker) -> None:
    steps: list[tuple[int, int, str]] = []
    progress = Progress(lambda done, total, what: steps.append((done, total, what)))
    both = worker.render([request_of(ARABIC), request_of(FRENCH)], progress)

    assert both == [render(session(each), ISSUE, TITLES[each]) for each in (ARABIC, FRENCH)]
    assert steps[0] == (0, 2, TITLES[ARABIC])
    assert (1, 2, TITLES[FRENCH]) in steps
    assert steps[-1][:2] == (2, 2)


def test_the_child_chooses_the_candidate_that_fits(worker: DocumentWorker) -> None:
    full, cut = session(ARABIC, points=ARABIC_POINTS * 3), session(ARABIC)
    (document,) = worker.render([RenderRequest((full, cut), ISSUE, TITLES[ARABIC])], Progress())

    assert document == render(cut, ISSUE, TITLES[ARABIC])


def test_characters_the_child_cannot_show_come_back_with_the_document(
    worker: DocumentWorker,
) -> None:
    request = RenderRequest((words_of(FRENCH, "une 漢 ici"),), ISSUE, "")
    documents = worker.render([request, request_of(ARABIC)], Progress())

    assert [document.lacking for document in documents] == ["漢", ""]


def test_a_failure_nobody_foresaw_is_a_document_that_failed(worker: DocumentWorker) -> None:
    with pytest.raises(DocumentFailed) as refused:
        worker.render([RenderRequest((), ISSUE, "")], Progress())

    assert refused.value.code == "document_failed"
    assert "UnboundLocalError" not in refused.value.message


def test_a_long_document_can_be_cancelled(worker: DocumentWorker) -> None:
    """The child is still rendering when the cancellation is reported."""
    looks: list[int] = []

    def look(done: int, _total: int, _what: str) -> None:
        looks.append(done)
        if len(looks) == 3:  # the document is begun, and was looked at once without being done
            progress.cancel()

    progress = Progress(look)
    long = session(FRENCH, points=(row("sujet", "mot " * 30_000, "rien"), *FRENCH_POINTS))
    with pytest.raises(Cancelled):
        worker.render([RenderRequest((long,), ISSUE, "")], progress)

    assert worker._pool._pending_work_items


def test_a_child_that_was_killed_is_replaced() -> None:
    worker = DocumentWorker()
    worker.render([request_of(ARABIC)], Progress())
    (child,) = worker._pool._processes
    os.kill(child, signal.SIGKILL)
    deadline = time.monotonic() + 30
    while not worker._pool._broken and time.monotonic() < deadline:
        time.sleep(0.01)

    assert worker.render([request_of(ARABIC)], Progress())[0].pages == 1
    worker.close()


_PARENT = """
import os, signal
from outreach_app.documents.worker import DocumentWorker
if __name__ == "__main__":
    worker = DocumentWorker()
    print(worker._pool.submit(os.getpid).result(), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_child_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "parent.py"
    script.write_text(_PARENT, encoding="utf-8")
    # The child holds the output too: it is at its end only when both are gone.
    ran = subprocess.run(
        [sys.executable, str(script)], stdout=subprocess.PIPE, check=False, timeout=120,
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
    )  # fmt: skip
    assert int(ran.stdout)
