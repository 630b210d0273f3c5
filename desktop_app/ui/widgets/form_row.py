"""One row of a form: label, field, explanation, and the line that says what is wrong, all tied together."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.line_field import LineField
from desktop_app.ui.widgets.text import Text


class FormRow(QWidget):
    """A labelled field: the label is its buddy and its accessible name; error, explanation and unit describe it."""

    def __init__(self, label: str, field: QWidget, *, description: str = "") -> None:
        super().__init__()
        self.field = field
        self._description = description
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.label = Text(label, "label")
        self.label.setBuddy(field)
        self.explanation = Text(description, "small")
        self.error = Text("", "error")
        field.setAccessibleName(label)
        for part in (self.label, field, self.explanation, self.error):
            column.addWidget(part)
        self.explanation.setVisible(bool(description))
        self.error.setVisible(False)
        self._describe("")

    def explain(self, description: str) -> None:
        """Explains something else under the field."""
        self._description = description
        self.explanation.setText(description)
        self.explanation.setVisible(bool(description))
        self._describe(self.error.text())

    def show_error(self, sentence: str) -> None:
        """Says what is wrong under the field; an empty sentence takes it back."""
        if sentence == self.error.text():
            return
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self._describe(sentence)
        self.field.setProperty("wrong", "true" if sentence else "false")
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)

    def _describe(self, sentence: str) -> None:
        unit = self.field.unit if isinstance(self.field, LineField) else ""
        self.field.setAccessibleDescription(" ".join(part for part in (sentence, self._description, unit) if part))
