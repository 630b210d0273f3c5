"""Which case file to open: the system's own dialog where there is one, else Qt's, with its labels in our words."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.render.words import Words
from desktop_app.ui.say import Say

_PATTERNS = "*.yaml *.yml *.json"


def ask_which_case_file(parent: QWidget, words: Words) -> Path | None:
    """The file to open; None where somebody thought better of it."""
    say = Say("case_file.dialog", words)
    dialog = QFileDialog(parent, say("title"), str(Path.home()), f"{say('files')} ({_PATTERNS})")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setViewMode(QFileDialog.ViewMode.List)
    for label, id in (
        (QFileDialog.DialogLabel.LookIn, "folder"),
        (QFileDialog.DialogLabel.FileName, "name"),
        (QFileDialog.DialogLabel.FileType, "kind"),
        (QFileDialog.DialogLabel.Accept, "accept"),
        (QFileDialog.DialogLabel.Reject, "reject"),
    ):
        dialog.setLabelText(label, say(id))
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
