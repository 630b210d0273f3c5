"""A panel of rendered help: what a page's template says about the person's own case."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from desktop_app.ui import theme

_RING = 2
"""The ring that shows the focus, in pixels."""

_RULES = """
body, p, li, td {{ color: {text}; line-height: 130%; }}
h1 {{ color: {text}; font-size: {heading}px; margin: 0 0 8px 0; }}
h2, h3 {{ color: {text}; font-size: {strong}px; margin: 16px 0 6px 0; }}
p {{ margin: 0 0 10px 0; }}
ul, ol {{ margin: 0 0 10px 0; }}
li {{ margin: 0 0 6px 0; }}
a {{ color: {primary}; text-decoration: underline; }}
b, strong {{ color: {text}; }}
small, .source, .muted {{ color: {muted}; }}
.warning {{ color: {warning}; }}
.official {{ color: {good}; }}
.reported {{ color: {info}; }}
.typical {{ color: {warning}; }}
.yours {{ color: {yours}; }}
"""


class RichText(QTextBrowser):
    """Rendered HTML as tall as its words. Its links lead to other places in the program and nowhere else.

    `followed` carries the address of a link as the template wrote it, such as `glossary:备案` or `help:topic/filing`.
    `style` gives rules of its own, asked anew when the theme changes.
    """

    followed = Signal(str)

    def __init__(self, *, name: str, style: Callable[[], str] | None = None) -> None:
        super().__init__()
        self._style = style or (lambda: "")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._show: Callable[[], None] = lambda: None
        self.anchorClicked.connect(lambda url: self.followed.emit(url.toString()))

    def show_html(self, html: str) -> None:
        """Shows a rendered page."""
        self._show_by(lambda: self.setHtml(html))

    def show_markdown(self, text: str) -> None:
        """Shows a text in Markdown."""
        self._show_by(lambda: self.setMarkdown(text))

    def _show_by(self, show: Callable[[], None]) -> None:
        self._show = show
        worn = theme.current()
        sizes = {"heading": worn.px(theme.HEADING), "strong": worn.px(theme.STRONG)}
        colors = {role: getattr(worn.roles, role) for role in worn.roles.__slots__}
        self.document().setDefaultStyleSheet(_RULES.format(**sizes, **colors) + self._style())
        show()
        self._fit()

    def loadResource(self, type: int, name: QUrl | str) -> object:  # noqa: ARG002 -- Qt calls it with both
        """Loads nothing: a page brings everything it shows."""
        return None

    def sizeHint(self) -> QSize:
        """As tall as the words are at the width there is."""
        return QSize(theme.current().px(220), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As tall as the words; the page around it scrolls, not the panel."""
        return QSize(theme.current().px(120), self.height())

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        words = self.document()
        before = words.textWidth()
        words.setTextWidth(max(width - 2 * _RING, 1))
        height = int(words.size().height()) + 2 * _RING + 1
        if width != self.width():  # a layout is trying widths; the words stay laid out for the one they have
            words.setTextWidth(before)
        return height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grows with its words when it gets narrower."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Colours the words anew when the theme changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show_by(self._show)

    def _fit(self) -> None:
        height = self.heightForWidth(self.width())
        if height != self.height():
            self.setFixedHeight(height)
