"""The stacked bar of the bill: the same drawing as on paper, in the colours and at the width of the window."""

from dataclasses import asdict

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.outcome import Amounts
from desktop_app.render.charts.bill_bar import bill_bar
from desktop_app.render.charts.style import ChartStyle
from desktop_app.render.environment import Pages
from desktop_app.ui import theme

_LEAST = 240


class BillPicture(QWidget):
    """A chart that is drawn anew for each width and theme; its title in words is its accessible name."""

    def __init__(self, pages: Pages) -> None:
        super().__init__()
        self._pages = pages
        self._amounts: Amounts | None = None
        self._drawing = QSvgRenderer()
        self._drawn: tuple[object, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST)

    def show_amounts(self, amounts: Amounts) -> None:
        """Shows the parts of a bill; hides itself where one of them is not known."""
        self._amounts = amounts
        self._draw()

    def sizeHint(self) -> QSize:
        """As high as the drawing is at this width."""
        return QSize(_LEAST, self._drawing.defaultSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws anew at the new width: the legend finds its own number of columns."""
        super().resizeEvent(event)
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the bar and its legend."""
        self._draw()
        self._drawing.render(QPainter(self), QRectF(self.rect()))

    def _draw(self) -> None:
        worn = theme.current()
        wanted = (self._amounts, worn, self.width())
        if self._amounts is None or wanted == self._drawn:
            return
        self._drawn = wanted
        style = ChartStyle(
            roles=asdict(worn.roles), width=max(self.width(), _LEAST), text=worn.px(14), family=self.font().family()
        )
        chart = bill_bar(self._amounts, self._pages, style)
        self.setVisible(chart is not None)
        if chart:
            self._drawing.load(QByteArray(chart.svg.encode()))
            self.setAccessibleName(chart.title)
            self.setFixedHeight(chart.height)
