"""Pictures in rich text that are SVG carried in their own address, drawn as vectors."""

from base64 import b64decode
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QPaintDevice, QPainter, QPyTextObject, QTextDocument, QTextFormat
from PySide6.QtSvg import QSvgRenderer

_PREFIX: Final = "data:image/svg+xml;base64,"
_CSS_DPI: Final = 96


class SvgImages(QPyTextObject):
    """Draws every `<img src="data:image/svg+xml;base64,…" width="…" height="…">` of a document."""

    @classmethod
    def serve(cls, document: QTextDocument) -> "SvgImages":
        """Takes over the pictures of this document, and goes with it."""
        images = cls(document)
        document.documentLayout().registerHandler(QTextFormat.ObjectTypes.ImageObject, images)
        return images

    def intrinsicSize(self, doc: QTextDocument, _position: int, format: QTextFormat) -> QSizeF:  # noqa: N802 -- Qt's name
        """The size the page gives the picture, in the document's own pixels."""
        image, scale = format.toImageFormat(), css_scale(doc)
        return QSizeF(image.width() * scale, image.height() * scale)

    def drawObject(  # noqa: N802 -- Qt's name and Qt's arguments
        self, painter: QPainter, rect: QRectF | QRect, _doc: QTextDocument, _position: int, format: QTextFormat
    ) -> None:
        """Paints the picture into `rect`; an address of another kind paints nothing."""
        name = format.toImageFormat().name()
        if name.startswith(_PREFIX):
            QSvgRenderer(b64decode(name.removeprefix(_PREFIX))).render(painter, QRectF(rect))


def css_scale(document: QTextDocument) -> float:
    """How many of the document's pixels make one CSS pixel; 1 where it is laid out for the screen."""
    device: QPaintDevice | None = document.documentLayout().paintDevice()
    return 1.0 if device is None else device.logicalDpiY() / _CSS_DPI
