"""The words of windows and buttons: English in the source, Chinese from the compiled translation, Qt's own included."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from desktop_app.paths import resources_dir

if TYPE_CHECKING:
    from desktop_app.render.words import Language


def speak(app: QCoreApplication, language: "Language") -> None:
    """Speaks this language from the next text on. What is on screen already has to be built anew."""
    for before in app.findChildren(QTranslator):
        app.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(QLocale(language))
    if language == "en":
        return
    own = str(resources_dir() / "translations")
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{language}", qt), (f"yidi_{language}", own)):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
        else:
            import logging

            logging.getLogger(__name__).warning("no translation %s.qm in %s", name, folder)
