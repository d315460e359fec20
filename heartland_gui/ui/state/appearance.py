"""Language and colours of the window: what somebody chose, else those of the system; Qt's own words follow."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from heartland_gui.rendering.style import THEMES, Theme
from heartland_gui.text import Words, message
from heartland_gui.text.languages import ENGLISH, is_known, languages, words_in
from heartland_gui.ui.state.early import theme_named
from heartland_gui.ui.state.scale import set_scale
from heartland_gui.ui.state.settings import Settings

OF_SYSTEM: Final = ""
"""The choice to do as the system does."""

THEME_NAMES: Final = {
    OF_SYSTEM: message("System colours"),
    **{name: theme.title for name, theme in THEMES.items()},
}
"""What the themes are called, that of the system first."""
_TRANSLATOR: Final = "toolkit_words"


class Appearance(QObject):
    """What the window is written in and coloured with; a choice is remembered, and what it changes is told at once."""

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        language: str | None = None,
        theme: str | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin with what is remembered; a language or theme that is given here holds until another one is chosen."""
        super().__init__(parent)
        self._settings = settings
        self.language = language or settings.language
        self.theme = theme or settings.theme
        self._shown = (self.words, self.colours)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        # From Qt 6.10 on.
        accessibility = getattr(hints, "accessibility", None)
        if accessibility is not None:
            accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def words(self) -> Words:
        """The words that the window is written in."""
        return words_in(self.language if self.language in languages() else system_language())

    @property
    def colours(self) -> Theme:
        """The colours that the window has."""
        return theme_named(self.theme)

    def choose_language(self, tag: str) -> None:
        """Write the window in a language, or in that of the system where the tag is OF_SYSTEM."""
        self.language = tag
        self._settings.save_language(tag)
        self._follow()

    def choose_theme(self, name: str) -> None:
        """Colour the window with a theme, or with that of the system where the name is OF_SYSTEM."""
        self.theme = name
        self._settings.save_theme(name)
        self._follow()

    @property
    def zoom(self) -> int:
        """How large everything is, in percent."""
        return self._settings.zoom

    def choose_zoom(self, percent: int) -> bool:
        """Make everything that large; return whether it is so at once, else it is from the next start on."""
        self._settings.save_zoom(percent)
        return set_scale(percent)

    def _follow(self) -> None:
        now = (self.words, self.colours)
        if now != self._shown:
            self._shown = now
            self.changed.emit()


def system_language() -> str:
    """Return the first language that the system asks for and the program speaks; English where there is none."""
    return next((asked for asked in QLocale.system().uiLanguages() if is_known(asked)), ENGLISH)


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
    for former in app.findChildren(QTranslator, _TRANSLATOR):
        app.removeTranslator(former)
        former.deleteLater()
    locale, system = QLocale(language), QLocale.system()
    QLocale.setDefault(system if system.language() == locale.language() else locale)
    translator = ToolkitTranslator(app)
    translator.setObjectName(_TRANSLATOR)
    if translator.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
