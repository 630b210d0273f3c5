"""The main window: the rail, the pages, and what is remembered of them. Painted first, the rest is opened behind it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from desktop_app.ui import fonts, theme
from desktop_app.ui.background import Background
from desktop_app.ui.bug_watch import BugWatch
from desktop_app.ui.frame import Frame
from desktop_app.ui.opened import Opened, open_everything
from desktop_app.ui.opening import Opener, Opening
from desktop_app.ui.page import Desk, Page
from desktop_app.ui.page_list import HOME, all_pages
from desktop_app.ui.preferences import Memory, Preferences
from desktop_app.ui.rail import Rail
from desktop_app.ui.search.searching import Searching
from desktop_app.ui.translation import speak

STANDARD_SIZE = QSize(1180, 780)
SMALLEST_SIZE = QSize(960, 640)


class MainWindow(QMainWindow):
    """The program's one window. Pages are built when they are first asked for.

    `opener` opens the rulebook, off the UI thread; `ready` tells that the pages have it, or that there is none.
    """

    ready = Signal()

    def __init__(self, memory: Memory, *, today: Callable[[], date], opener: Opener = open_everything) -> None:
        super().__init__()
        self._memory, self._today = memory, today
        self._preferences = memory.preferences()
        self._background = Background(self)
        self._opened: Opened | None = None
        self._problem = ""
        self._pages: dict[str, Page] = {}
        self._shown = HOME
        self._painted = False
        self._entries = {entry.id: entry for entry in all_pages()}
        self.bugs = BugWatch(self)
        self.bugs.found.connect(self._say_bug)
        self._opening = Opening(self._background, opener)
        self._opening.opened.connect(self._take_opened)
        self._opening.failed.connect(self._take_problem)
        self.searching = Searching(self._background, tuple(self._entries.values()))
        self.searching.chosen.connect(self.show_page)
        self.setMinimumSize(SMALLEST_SIZE)
        self.resize(STANDARD_SIZE)
        self._build()
        self._restore()
        self._listen()

    @property
    def page(self) -> QWidget | None:
        """What is shown now."""
        return self._frame.page

    @property
    def rail(self) -> Rail:
        """The way from page to page."""
        return self._frame.rail

    def show_page(self, id: str, subject: str = "") -> None:
        """Shows a page, at a subject where one is given."""
        self._shown = id
        self.rail.mark(self._entries[id].under or id)
        if self._entries[id].needs_rules and self._opened is None:
            from desktop_app.ui.pages.waiting import WaitingPage

            self._frame.show_page(WaitingPage(self._problem))
            self._name_window("")
            return
        page = self._pages.get(id) or self._build_page(id)
        self._frame.show_page(page)
        self._name_window(self._entries[id].name())
        if subject:
            page.open_at(subject)

    def search(self) -> None:
        """Opens the search over everything above the page."""
        self.searching.open_over(self._frame)

    def choose(self, preferences: Preferences) -> None:
        """Takes over new preferences at once. A new language rebuilds the pages around what is in their fields."""
        before, self._preferences = self._preferences, preferences
        self._memory.keep_preferences(preferences)
        if (before.look, before.percent) != (preferences.look, preferences.percent):
            self._dress()
        if before.language != preferences.language:
            QTimer.singleShot(0, self, self._speak)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Starts to open the rulebook once the window can be seen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, lambda: self._opening.begin(self._preferences.language))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it stands on, as the space bar does."""
        focused = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remembers the window and what stands in its fields."""
        self._keep()
        self._background.wait()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Names the window in the language of the moment."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_window("")

    def _build(self) -> None:
        self._name_window("")
        self._frame = Frame([entry for entry in self._entries.values() if not entry.under])
        self._frame.rail.chosen.connect(self.show_page)
        self.setCentralWidget(self._frame)

    def _listen(self) -> None:
        for number, id in enumerate(self.rail.buttons, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.activated.connect(lambda id=id: self.show_page(id))
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self.search)
        QShortcut(QKeySequence("Ctrl+Q"), self).activated.connect(self.close)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._dress())

    def _restore(self) -> None:
        geometry = self._memory.geometry()
        if geometry:
            self.restoreGeometry(geometry)
        last = self._memory.last_page()
        self.show_page(last if last in self._entries else HOME)

    def _build_page(self, id: str) -> Page:
        desk = Desk(
            preferences=self._preferences,
            today=self._today(),
            background=self._background,
            opened=self._opened,
            problem=self._problem,
        )
        page = self._entries[id].build(desk)
        page.wants.connect(self.show_page)
        page.chose.connect(self.choose)
        page.told.connect(self._tell_of_figures)
        page.searches.connect(self.search)
        page.put_back(self._memory.page(id))
        self._pages[id] = page
        return page

    def _take_opened(self, opened: Opened) -> None:
        language = self._preferences.language
        self._opened = opened if opened.words.language == language else opened.speaking(language)
        self._name_rulebook()
        self.searching.take_opened(self._opened)
        for page in self._pages.values():
            page.opened(self._opened)
        self._end_waiting()

    def _take_problem(self, problem: str) -> None:
        self._problem = problem
        self.searching.take_problem(problem)
        self.rail.show_rulebook(self.tr("No rulebook"))
        for page in self._pages.values():
            page.not_opened(problem)
        self._end_waiting()

    def _end_waiting(self) -> None:
        if not isinstance(self.page, Page):
            self.show_page(self._shown)
        self.ready.emit()

    def _say_bug(self, number: str) -> None:
        from desktop_app.ui.pages.bug_notice import BugNotice

        self._frame.notify(BugNotice(number))

    def _name_window(self, page: str) -> None:
        """Names the window after the page that stands in it; a screen reader says it when one comes back."""
        program = self.tr("Yidi: treated away from home")
        self.setWindowTitle(f"{page} \u2013 {program}" if page else program)

    def _name_rulebook(self) -> None:
        if self._opened:
            day = self._opened.rulebook.edition().checked_on.isoformat()
            self.rail.show_rulebook(self.tr("Rulebook of %1").replace("%1", day))

    def _tell_of_figures(self) -> None:
        for page in self._pages.values():
            page.figures_changed()

    def _dress(self) -> None:
        theme.wear(application(), theme.theme_for(self._preferences.look, self._preferences.percent))

    def _speak(self) -> None:
        """Builds everything anew in the new language, fields filled as they were and the keyboard where it was."""
        name = _name_of(self.focusWidget())
        self._keep()
        speak(application(), self._preferences.language)
        fonts.suit(application(), self._preferences.language)
        if self._opened:
            self._opened = self._opened.speaking(self._preferences.language)
            self.searching.take_opened(self._opened)
        for page in self._pages.values():
            page.deleteLater()
        self._pages = {}
        self._frame.deleteLater()
        self._build()
        self._name_rulebook()
        self.show_page(self._shown)
        self._frame.focus(name)

    def _keep(self) -> None:
        for id, page in self._pages.items():
            self._memory.keep_page(id, page.remembered())
        self._memory.keep_window(self.saveGeometry(), self._shown)
        self._memory.write()


def application() -> QApplication:
    """The one application. Raises RuntimeError before there is one."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application yet")
    return app


def _name_of(widget: QWidget | None) -> str:
    return widget.objectName() if widget is not None else ""
