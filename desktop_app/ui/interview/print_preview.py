"""The sheets as they will be printed, inside the window; printing itself is the system's own dialog."""

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QFrame, QGraphicsView, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.render.pdf.file import a4
from desktop_app.render.pdf.painting import paint
from desktop_app.render.summary import PaperSheet
from desktop_app.ui import theme
from desktop_app.ui.interview.say import Say
from desktop_app.ui.widgets.buttons import primary_button, quiet_button, secondary_button


class PrintPreview(QWidget):
    """The pages of a sheet, larger or smaller. `closed` goes back to where it was opened."""

    closed = Signal()

    def __init__(self, sheet: PaperSheet, say: Say) -> None:
        super().__init__()
        self._printer = _printer()
        self._sheet = sheet
        self._pages = QPrintPreviewWidget(self._printer)
        self._pages.setAccessibleName(say("button.preview"))
        self._pages.paintRequested.connect(lambda printer: paint(sheet, printer))
        for view in self._pages.findChildren(QGraphicsView):
            view.setBackgroundBrush(theme.current().color("hover"))
            view.setFrameShape(QFrame.Shape.NoFrame)
        self._pages.setZoomMode(QPrintPreviewWidget.ZoomMode.FitToWidth)
        row = QHBoxLayout()
        row.setSpacing(theme.UNIT)
        self.back = secondary_button(say("button.close"), "chevron-left")
        smaller = quiet_button(say("button.zoom_out"), "minus")
        larger = quiet_button(say("button.zoom_in"), "plus")
        self.print = primary_button(say("button.print"), "printer")
        self.back.clicked.connect(self.closed)
        smaller.clicked.connect(lambda _checked=False: self._pages.zoomOut())
        larger.clicked.connect(lambda _checked=False: self._pages.zoomIn())
        self.print.clicked.connect(lambda: print_sheet(sheet, self))
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(smaller)
        row.addWidget(larger)
        row.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.ROOM, theme.MARGIN, theme.ROOM)
        column.setSpacing(theme.GAP)
        column.addLayout(row)
        column.addWidget(self._pages, 1)


def print_sheet(sheet: PaperSheet, parent: QWidget) -> bool:
    """Asks which printer in the system's own dialog, and prints. False where somebody thought better of it."""
    printer = _printer()
    printer.setDocName(sheet.title)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint(sheet, printer)
    return True


def _printer() -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(a4())
    return printer
