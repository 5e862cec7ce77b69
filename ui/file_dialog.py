"""The system's dialogs that ask for files and folders, or Qt's own; made when first needed."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileInfo, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFileSystemModel,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from outreach_app.i18n import gettext as _
from outreach_app.i18n import isolate

_Mode = QFileDialog.FileMode
_Label = QFileDialog.DialogLabel
_Index = QModelIndex | QPersistentModelIndex
_SIZE_COLUMN, _KIND_COLUMN, _DAY_COLUMN = 1, 2, 3


class _Facts(QStyledItemDelegate):
    """Writes sizes and dates in the language of the screen: Qt has them in the system's."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        name = index.sibling(index.row(), 0).data(QFileSystemModel.Roles.FilePathRole)
        file = QFileInfo(str(name))
        if index.column() == _SIZE_COLUMN and file.isFile():
            traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
            option.text = QLocale().formattedDataSize(file.size(), 1, traditional)
        elif index.column() == _DAY_COLUMN:
            # Isolated: from right to left its parts would change places.
            option.text = isolate(file.lastModified().toString("dd/MM/yyyy HH:mm"))


class FileDialog(QFileDialog):
    """A dialog for one existing file, unless it is set up for something else."""

    def __init__(self, parent: QWidget, title: str, folder: str, kinds: str = "") -> None:
        super().__init__(parent, title, folder, kinds)
        self.setFileMode(_Mode.ExistingFile)
        # Qt's own leaves two labels in English, and names kinds in the language of the system.
        self.setLabelText(_Label.LookIn, _("Look in:"))
        self.setLabelText(_Label.FileType, _("Files of type:"))
        self.setOption(QFileDialog.Option.HideNameFilterDetails)  # see `file_kind`
        where = self.findChild(QComboBox, "lookInCombo")
        if isinstance(where, QComboBox):  # a path begins at its left, in Arabic too
            where.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._rows = self.findChild(QTreeView, "treeView")
        if isinstance(self._rows, QTreeView):
            self._rows.setColumnHidden(_KIND_COLUMN, True)
            self._rows.setItemDelegate(_Facts(self._rows))
            header = self._rows.header()
            header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def want_folder(self) -> None:
        """Ask for a folder: Enter takes the one that is shown."""
        self.setFileMode(_Mode.Directory)
        self.setOption(QFileDialog.Option.ShowDirsOnly)
        self.setLabelText(_Label.FileName, _("Folder:"))
        for kind, name in ((QComboBox, "fileTypeCombo"), (QLabel, "fileTypeLabel")):
            part = self.findChild(kind, name)
            if isinstance(part, QWidget):  # there is only one type
                part.hide()
        if isinstance(self._rows, QTreeView):
            self._rows.setColumnHidden(_SIZE_COLUMN, True)

    def accept(self) -> None:
        line = self.findChild(QLineEdit, "fileNameEdit")
        if self.fileMode() == _Mode.Directory and isinstance(line, QLineEdit):
            line.setText(_folder_typed(Path(self.directory().absolutePath()), line.text()))
        super().accept()

    def want_several(self) -> None:
        self.setFileMode(_Mode.ExistingFiles)

    def want_new(self, name: str) -> None:
        """Ask where to write a file; `name` is proposed, and its ending added to one without."""
        self.setFileMode(_Mode.AnyFile)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setDefaultSuffix(Path(name).suffix)
        self.selectFile(name)


def _folder_typed(shown: Path, typed: str) -> str:
    """Return the folder that was meant: one that is new is made, the name of a file leads to it."""
    path = shown / typed.strip()
    if path.is_dir() or not path.parent.is_dir():
        return typed
    if path.suffix:
        return str(path.parent)
    with suppress(OSError):  # the dialog says that there is no such folder
        path.mkdir()
    return typed
