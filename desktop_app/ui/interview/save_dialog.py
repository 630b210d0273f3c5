"""Where to save a file: the system's own dialog where there is one, else Qt's, with its labels in our words."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.interview.say import Say


def ask_where_to_save(parent: QWidget, name: str, say: Say) -> Path | None:
    """The file to write the PDF to; None where somebody thought better of it."""
    dialog = QFileDialog(parent, say("button.pdf"), str(_documents()), "PDF (*.pdf)")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    dialog.setDefaultSuffix("pdf")
    for label, words in (
        (QFileDialog.DialogLabel.LookIn, "save.folder"),
        (QFileDialog.DialogLabel.FileName, "save.name"),
        (QFileDialog.DialogLabel.FileType, "save.kind"),
        (QFileDialog.DialogLabel.Accept, "save.accept"),
        (QFileDialog.DialogLabel.Reject, "save.reject"),
    ):
        dialog.setLabelText(label, say(words))
    dialog.selectFile(name)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None


def _documents() -> Path:
    """The person's documents, or their home where there is no such folder."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(named) if named and Path(named).is_dir() else Path.home()
