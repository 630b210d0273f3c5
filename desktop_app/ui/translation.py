"""The words of windows and buttons: English in the source, Chinese from the compiled translation, Qt's own included."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app.paths import resources_dir

if TYPE_CHECKING:
    from desktop_app.render.words import Language


class Translation:
    """The language the application speaks now."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._loaded: list[QTranslator] = []

    def use(self, language: "Language") -> None:
        """Speaks this language from the next text on. What is on screen already has to be built anew."""
        for translator in self._loaded:
            self._app.removeTranslator(translator)
        self._loaded = []
        QLocale.setDefault(QLocale(language))
        if language == "en":
            return
        own = str(resources_dir() / "translations")
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in ((f"qtbase_{language}", qt), (f"yidi_{language}", own)):
            self._load(name, folder)

    def _load(self, name: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(name, folder):
            self._app.installTranslator(translator)
            self._loaded.append(translator)
        else:
            import logging

            logging.getLogger(__name__).warning("no translation %s.qm in %s", name, folder)
