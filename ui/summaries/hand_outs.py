"""What the page of documents does with a partner's sheet or a programme."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.documents.worker import DocumentWorker
from outreach_app.hand_out_issuing import IssuedHandOut, render_hand_out, write_hand_out
from outreach_app.i18n import Language
from outreach_app.issuing import WrittenFile
from outreach_app.progress import Progress
from ui.summaries.document_page import Rendered, Wanted


def wanted_hand_out(
    key: object, languages: tuple[Language, ...], issue: Callable[[], IssuedHandOut]
) -> Wanted:
    """A document whose edition is not recorded: it is seen as it is given out."""

    def render(worker: DocumentWorker, progress: Progress) -> Rendered:
        return render_hand_out(issue(), languages, worker, progress)

    def write(folder: Path, worker: DocumentWorker, progress: Progress) -> list[WrittenFile]:
        return write_hand_out(issue(), languages, ("pdf",), folder, worker, progress)

    return Wanted(key, languages, render, render, write)
