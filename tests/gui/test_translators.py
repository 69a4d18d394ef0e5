"""Qt's own words come from our catalogues, and where those are silent from Qt's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, QTranslator
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QErrorMessage,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QMenu,
    QMessageBox,
    QProgressDialog,
    QScrollBar,
    QSpinBox,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QWidget,
)

from amdesk.gui.application import speak
from amdesk.gui.commands import COMMANDS
from amdesk.gui.translators import CatalogueTranslator, Translators
from amdesk.i18n.places import data_folder

OTHERS = ("he", "fa", "ru", "el")
NATIVE = QKeySequence.SequenceFormat.NativeText
# What the screen that is none says of menus.
SCREEN = ["This plugin does not support"]


class Listener(QTranslator):
    """Asked last, so it hears of every word that nobody above it had."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: set[tuple[str, str]] = set()

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        self.heard.add((context, text))
        return None

    def isEmpty(self) -> bool:
        return False


@pytest.fixture(params=OTHERS)
def unheard(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Listener]:
    """Qt in one of the languages, and a listener below all of it."""
    listener, kept = Listener(), Translators()
    QCoreApplication.installTranslator(listener)
    speak(qapp, kept, request.param)
    yield listener
    speak(qapp, kept, "en")
    QCoreApplication.removeTranslator(listener)


def texts_of_qt(language: str) -> set[tuple[str, str]]:
    """Qt's texts in a catalogue of ours, with their contexts."""
    path = data_folder("translations") / language / "LC_MESSAGES" / "amdesk.po"
    with path.open("rb") as lines:
        catalogue = read_po(lines, locale=language)
    named = {(message.context or "", str(message.id)) for message in catalogue if message.id}
    return {(context, text) for context, text in named if context[:1] == "Q" and context[1:2].isupper()}


def settle(app: QApplication, *, turns: int = 30) -> None:
    for _ in range(turns):
        app.sendPostedEvents()
        app.processEvents()


@pytest.mark.parametrize(
    ("language", "words"), [("he", "ביטול"), ("fa", "انصراف"), ("ru", "Отмена"), ("el", "Ακύρωση")]
)
def test_a_button_of_qt_speaks_the_language(qapp: QApplication, language: str, words: str) -> None:
    kept = Translators()
    speak(qapp, kept, language)
    told = QCoreApplication.translate("QPlatformTheme", "Cancel")
    speak(qapp, kept, "en")
    assert told == words
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_our_words_go_before_those_of_qt(qapp: QApplication) -> None:
    kept = Translators()
    speak(qapp, kept, "fa")
    told = [QCoreApplication.translate("QShortcut", key) for key in ("Ctrl", "Shift", "Home")]
    left = QKeySequence(QCoreApplication.translate("QFileDialog", "Alt+Left"))
    speak(qapp, kept, "en")
    assert told == ["Ctrl", "Shift", "Home"]
    assert left == QKeySequence("Alt+Left")


def test_what_is_not_ours_is_left_to_qt(qapp: QApplication) -> None:
    translator = CatalogueTranslator("ru")
    assert translator.translate("NoSuchContext", "No such words") is None
    assert translator.translate("NoSuchContext", "") is None
    assert CatalogueTranslator("en").translate("QPlatformTheme", "Cancel") is None


def test_a_text_of_qt_that_counts_takes_the_form_for_the_number(qapp: QApplication) -> None:
    translator = CatalogueTranslator("ru")
    said = [translator.translate("age", "in {n} day", None, n) for n in (1, 3, 5)]
    assert said == ["через {n} день", "через {n} дня", "через {n} дней"]


def test_every_text_of_qt_that_greek_has_is_there_in_each_language(
    qapp: QApplication, unheard: Listener
) -> None:
    for context, text in sorted(texts_of_qt("el")):
        QCoreApplication.translate(context, text)
    assert not unheard.heard & texts_of_qt("el")


def file_dialogs(folder: Path) -> Iterator[QWidget]:
    (folder / "list.csv").write_text("name")
    (folder / "inside").mkdir()
    (folder / "elsewhere").symlink_to(folder / "nowhere")
    modes, accepts = QFileDialog.FileMode, QFileDialog.AcceptMode
    for mode, accept in [
        (modes.ExistingFiles, accepts.AcceptOpen),
        (modes.AnyFile, accepts.AcceptSave),
        (modes.Directory, accepts.AcceptOpen),
    ]:
        made = QFileDialog(None, "title", str(folder))
        made.setOption(QFileDialog.Option.DontUseNativeDialog)
        made.setFileMode(mode)
        made.setAcceptMode(accept)
        made.setViewMode(QFileDialog.ViewMode.Detail)
        yield made


def message_boxes(folder: Path) -> Iterator[QWidget]:
    made = QMessageBox(QMessageBox.Icon.Warning, "title", "text")
    made.setDetailedText("details")
    made.addButton(QMessageBox.StandardButton.Ok)
    yield made
    box = QDialogButtonBox()
    for button in QDialogButtonBox.StandardButton:
        if button != QDialogButtonBox.StandardButton.NoButton:
            box.addButton(button)
    yield box


def small_dialogs(folder: Path) -> Iterator[QWidget]:
    told = QErrorMessage()
    told.showMessage("text")
    asked = QInputDialog()
    asked.setInputMode(QInputDialog.InputMode.IntInput)
    tabs = QTabWidget()
    for number in range(40):
        tabs.addTab(QWidget(), f"tab {number}")
    yield from (told, asked, QProgressDialog(), tabs, QComboBox())


def menus_of_text(folder: Path) -> Iterator[QWidget]:
    for kind in (QLineEdit, QTextEdit, QTextBrowser):
        field = kind()
        field.setText("text")
        field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        yield field
        menu = field.createStandardContextMenu()
        yield menu
        yield from menu.findChildren(QMenu)


def menus_of_steps(folder: Path) -> Iterator[QWidget]:
    for made in (QSpinBox(), QScrollBar()):
        made.show()
        QTimer.singleShot(0, close_popup)
        at = QPoint(3, 3)
        QApplication.sendEvent(
            made, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, made.mapToGlobal(at))
        )
        yield made


def close_popup() -> None:
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()


@pytest.mark.qt_log_ignore(*SCREEN, extend=True)
@pytest.mark.parametrize(
    "dialogs", [file_dialogs, message_boxes, small_dialogs, menus_of_text, menus_of_steps]
)
def test_whatever_qt_shows_by_itself_is_in_the_language(
    qapp: QApplication, unheard: Listener, tmp_path: Path, dialogs: Callable[[Path], Iterator[QWidget]]
) -> None:
    for shown in dialogs(tmp_path):
        shown.show()
        settle(qapp)
        shown.close()
        shown.deleteLater()
    settle(qapp)
    # to read a key Qt compares it with every key it knows; those that are shown have a test of their own;
    # kinds of files are named by the system's list of them
    elsewhere = {"QShortcut", "QMimeType"}
    assert not {(context, text) for context, text in unheard.heard if context not in elsewhere}


def test_the_keys_of_every_command_can_be_read(qapp: QApplication, unheard: Listener) -> None:
    keys = [QKeySequence(command.shortcut) for command in COMMANDS.values() if command.shortcut]
    unheard.heard.clear()
    assert all(key.toString(NATIVE) for key in keys)
    assert not unheard.heard
