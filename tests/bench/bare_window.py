"""The measure of all starts: a main window with one line of Chinese text and nothing else."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from tests.bench.watch import Watch


def main() -> None:
    """Shows the window and reports."""
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("异地就医助手"))
    window.resize(1180, 780)
    Watch(window)
    window.show()
    app.exec()


if __name__ == "__main__":
    main()
