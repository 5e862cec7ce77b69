"""What the page of documents does with a partner's sheet or a programme."""

from collections.abc import Callable
from pathlib import Path

from outreach_app.documents.worker import DocumentWorker
from outreach_app.i18n import Language
from outreach_app.issuing.files import WrittenFile
from outreach_app.issuing.hand_outs import IssuedHandOut, render_hand_out, write_hand_out
from outreach_app.progress import Progress
from ui.summaries.document_page import Rendered, Wanted

Preview = Callable[[], IssuedHandOut]
Note = Callable[[IssuedHandOut], None]


def wanted_hand_out(
    key: object, languages: tuple[Language, ...], preview: Preview, note: Note | None = None
) -> Wanted:
    """Return a document that is seen as it is given out; `note` records that it was.

    Only once it is made: one that was stopped or failed is in nobody's hands.
    """

    def show(worker: DocumentWorker, progress: Progress) -> Rendered:
        return render_hand_out(preview(), languages, worker, progress)

    def give(worker: DocumentWorker, progress: Progress) -> Rendered:
        issued = preview()
        rendered = render_hand_out(issued, languages, worker, progress)
        if note is not None:
            note(issued)
        return rendered

    def write(folder: Path, worker: DocumentWorker, progress: Progress) -> list[WrittenFile]:
        issued = preview()
        files = write_hand_out(issued, languages, ("pdf",), folder, worker, progress)
        if note is not None:
            note(issued)
        return files

    return Wanted(key, languages, show, give, write)
