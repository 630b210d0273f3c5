"""Columns that stand side by side where there is room, and one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui import theme


class Columns(QWidget):
    """Parts with a share of the width each. Where a part would get less than it needs, they are stacked in their order.

    So they are below `narrow` pixels (at 100 % text). `level` makes parts that stand side by side equally high.
    """

    def __init__(
        self, parts: Sequence[tuple[QWidget, int]], *, narrow: int, spacing: int = theme.GAP, level: bool = False
    ) -> None:
        super().__init__()
        self._narrow = narrow
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(spacing)
        self._parts = tuple(parts)
        for part, share in self._parts:
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # else long words would outweigh the shares
            part.setSizePolicy(policy)
            self._row.addWidget(part, share)
            if not level:
                self._row.setAlignment(part, Qt.AlignmentFlag.AlignTop)

    @property
    def stacked(self) -> bool:
        """Whether the parts are one below the other now."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part; below that even stacking would cut words off."""
        widest = max(part.minimumSizeHint().width() for part, _ in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns at the width below which words would be squeezed."""
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        """Looks again when a part says something else."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        stacked = self.width() < theme.current().px(self._narrow) or not self._all_fit()
        if stacked != self.stacked:
            way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
            self._row.setDirection(way)
            for part, share in self._parts:
                self._row.setStretchFactor(part, 0 if stacked else share)

    def _all_fit(self) -> bool:
        room = self.width() - self._row.spacing() * (len(self._parts) - 1)
        shares = sum(share for _, share in self._parts)
        return all(part.minimumSizeHint().width() * shares <= room * share for part, share in self._parts)
