"""Qt's own words: ours from the catalogues first, below them what Qt brings along."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from amdesk.i18n.catalog import translation


class CatalogueTranslator(QTranslator):
    """Hands Qt the words our catalogues have for its own; its context is the message's context."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._catalogue = translation(language)

    def translate(self, context: str, text: str, *rest: Any) -> str | None:
        """None is "not mine"; an empty text would count as a translation and blank the words.

        ``rest`` is what Qt calls the disambiguation, and the count or -1.
        """
        return self._catalogue.own(context, text, n=rest[1] if len(rest) > 1 else -1)

    def isEmpty(self) -> bool:
        return False


class Translators:
    """Those installed now; kept here, because Qt does not keep them."""

    def __init__(self) -> None:
        self._installed: list[QTranslator] = []

    def install(self, language: str) -> None:
        """Speak another language from now on; what was installed before goes."""
        self.remove()
        self._installed = [*_of_qt(language), CatalogueTranslator(language)]
        for new in self._installed:
            QCoreApplication.installTranslator(new)

    def remove(self) -> None:
        """Let Qt speak its own words again."""
        for old in self._installed:
            QCoreApplication.removeTranslator(old)
        self._installed = []


def _of_qt(language: str) -> list[QTranslator]:
    """Qt's own file for a language, where its wheel has one; the last one installed is asked first."""
    made = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    return [made] if language != "en" and made.load(f"qtbase_{language}", folder) else []
