"""Qt's own words: those of its dialogs for files and printing, of the menus of text fields, of calendars."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

_NAME: Final = "toolkit_words"


class ToolkitTranslator(QTranslator):
    """Qt's catalogue, which has some labels only as they were before they got a key: “Look in:” for “&Look in:”."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return the translation of one of Qt's sentences, None where there is none: an empty one would be shown."""
        found = super().translate(context, text, disambiguation, n)
        return found or super().translate(context, text.replace("&", ""), disambiguation, n) or None


def speak(app: QApplication, language: str) -> None:
    """Let Qt's own widgets speak a language, a BCP 47 tag, from the next one that is made on; English where Qt cannot.

    The catalogues are Qt's, which come with it. Numbers and dates in such widgets follow the system where it has the
    same language.
    """
    for former in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(former)
        former.deleteLater()
    locale, system = QLocale(language), QLocale.system()
    QLocale.setDefault(system if system.language() == locale.language() else locale)
    translator = ToolkitTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
