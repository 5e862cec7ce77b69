"""The system's dialogs that ask for files and folders, or Qt's own; made when first needed."""

from PySide6.QtWidgets import QFileDialog, QTreeView, QWidget

from outreach_app.i18n import gettext as _

_Mode = QFileDialog.FileMode
_Label = QFileDialog.DialogLabel
_KIND_COLUMN = 2


class FileDialog(QFileDialog):
    """Asks for one file that exists, unless it is told to ask for something else."""

    def __init__(self, parent: QWidget, title: str, folder: str, kinds: str = "") -> None:
        super().__init__(parent, title, folder, kinds)
        self.setFileMode(_Mode.ExistingFile)
        # Qt's own leaves two labels in English, and names kinds in the language of the system.
        self.setLabelText(_Label.LookIn, _("Look in:"))
        self.setLabelText(_Label.FileType, _("Files of type:"))
        rows = self.findChild(QTreeView, "treeView")
        if isinstance(rows, QTreeView):
            rows.setColumnHidden(_KIND_COLUMN, True)

    def want_folder(self) -> None:
        self.setFileMode(_Mode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)

    def want_several(self) -> None:
        self.setFileMode(_Mode.ExistingFiles)

    def want_new(self, name: str) -> None:
        """Ask where to write a file; `name` is proposed."""
        self.setFileMode(_Mode.AnyFile)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.selectFile(name)
