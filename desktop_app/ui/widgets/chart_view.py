"""A chart on screen: the same drawing as on paper, in the colours and at the width of the window."""

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.render.charts.style import Chart, ChartStyle
from desktop_app.ui import theme

_LEAST = 240

Draw = Callable[[ChartStyle], Chart | None]
"""Draws the chart in a style; None where there is nothing to draw."""


class ChartView(QWidget):
    """Drawn anew for each width and theme; the chart's title in words is its accessible name."""

    def __init__(self, draw: Draw) -> None:
        super().__init__()
        self._draw = draw
        self._drawing = QSvgRenderer()
        self._drawn: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST)
        self.redraw()

    def sizeHint(self) -> QSize:
        """As high as the drawing is at this width."""
        return QSize(_LEAST, self._drawing.defaultSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draws anew at the new width."""
        super().resizeEvent(event)
        self.redraw()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 -- Qt calls it with the event
        """Draws the chart."""
        self.redraw()
        self._drawing.render(QPainter(self), QRectF(self.rect()))

    def redraw(self) -> None:
        """Draws anew where width or theme have changed."""
        worn = theme.current()
        wanted = (worn, self.width())
        if wanted == self._drawn:
            return
        self._drawn = wanted
        width = max(self.width(), _LEAST)
        chart = self._draw(
            ChartStyle(roles=asdict(worn.roles), width=width, text=worn.px(13), family=self.font().family())
        )
        if chart is None or self.parentWidget() is not None:  # shown without a parent it would be a window
            self.setVisible(chart is not None)
        if chart:
            self._drawing.load(QByteArray(chart.svg.encode()))
            self.setAccessibleName(chart.title)
            self.setFixedHeight(chart.height)
