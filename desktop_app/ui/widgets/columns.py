"""Columns that stand side by side where there is room, and one below the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui import theme
from desktop_app.ui.widgets.turning_row import TurningRow


class Columns(TurningRow):
    """Parts with a share of the width each. Where a part would get less than it needs, they are stacked in their order.

    So they are below `narrow` pixels (at 100 % text). `level` makes parts that stand side by side equally high.
    """

    def __init__(
        self, parts: Sequence[tuple[QWidget, int]], *, narrow: int, spacing: int = theme.GAP, level: bool = False
    ) -> None:
        super().__init__(spacing=spacing)
        self._narrow = narrow
        self._parts = tuple(parts)
        for part, share in self._parts:
            policy = part.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # else long words would outweigh the shares
            part.setSizePolicy(policy)
            self._row.addWidget(part, share)
            if not level:
                self._row.setAlignment(part, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest part; below that even stacking would cut words off."""
        widest = max(part.minimumSizeHint().width() for part, _ in self._parts)
        return QSize(widest, super().minimumSizeHint().height())

    def _turned(self, *, stacked: bool) -> None:
        for part, share in self._parts:
            self._row.setStretchFactor(part, 0 if stacked else share)

    def _fits(self) -> bool:
        if self.width() < theme.current().px(self._narrow):
            return False
        room = self.width() - self._row.spacing() * (len(self._parts) - 1)
        shares = sum(share for _, share in self._parts)
        return all(part.minimumSizeHint().width() * shares <= room * share for part, share in self._parts)
