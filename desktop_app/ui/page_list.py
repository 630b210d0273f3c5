"""The pages of the rail, in their order, then those under one of them. A page is listed once it works."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from desktop_app.ui.page import Desk, Page, PageEntry

translate = QCoreApplication.translate

HOME: Final = "home"
WIZARD: Final = "wizard"
ESTIMATOR: Final = "estimator"
SLIP: Final = "slip"
RULEBOOK: Final = "rulebook"
HELP: Final = "help"
SETTINGS: Final = "settings"
ABOUT: Final = "about"


def all_pages() -> tuple[PageEntry, ...]:
    """Every page there is. What a page needs is imported when it is built."""
    return (
        PageEntry(id=HOME, icon="house", name=lambda: translate("Rail", "Home"), build=_home),
        PageEntry(id=WIZARD, icon="compass", name=lambda: translate("Rail", "Wizard"), build=_wizard, needs_rules=True),
        PageEntry(
            id=ESTIMATOR,
            icon="calculator",
            name=lambda: translate("Rail", "Estimator"),
            build=_estimator,
            needs_rules=True,
        ),
        PageEntry(
            id=RULEBOOK,
            icon="book-open",
            name=lambda: translate("Rail", "Rulebook"),
            build=_rulebook,
            needs_rules=True,
        ),
        PageEntry(id=HELP, icon="circle-help", name=lambda: translate("Rail", "Help"), build=_help, needs_rules=True),
        PageEntry(id=SETTINGS, icon="settings", name=lambda: translate("Rail", "Settings"), build=_settings),
        PageEntry(id=ABOUT, icon="info", name=lambda: translate("Rail", "About"), build=_about),
        PageEntry(
            id=SLIP,
            icon="receipt",
            name=lambda: translate("Rail", "Check a slip"),
            build=_slip,
            needs_rules=True,
            under=ESTIMATOR,
        ),
    )


def _home(desk: Desk) -> Page:
    from desktop_app.ui.pages.home import HomePage

    return HomePage(desk)


def _wizard(desk: Desk) -> Page:
    from desktop_app.ui.interview.wizard_page import WizardPage

    return WizardPage(desk)


def _estimator(desk: Desk) -> Page:
    from desktop_app.ui.estimate.estimate_page import EstimatePage

    return EstimatePage(desk)


def _slip(desk: Desk) -> Page:
    from desktop_app.ui.slip.slip_page import SlipPage

    return SlipPage(desk)


def _rulebook(desk: Desk) -> Page:
    from desktop_app.ui.rulebook.rulebook_page import RulebookPage

    return RulebookPage(desk)


def _help(desk: Desk) -> Page:
    from desktop_app.ui.pages.help import HelpPage

    return HelpPage(desk)


def _settings(desk: Desk) -> Page:
    from desktop_app.ui.pages.settings import SettingsPage

    return SettingsPage(desk)


def _about(desk: Desk) -> Page:
    from desktop_app.ui.pages.about import AboutPage

    return AboutPage(desk)
