"""The application's style sheet: rules written with the names of the theme's tokens, never with values."""

from __future__ import annotations

from collections.abc import Mapping

from amdesk.gui.sheet_writing import WRITING


def sheet(tokens: Mapping[str, object]) -> str:
    """The style sheet with every ``<<token>>`` filled in."""
    text = (_SHEET + WRITING).replace("{", "{{").replace("}", "}}").replace("<<", "{").replace(">>", "}")
    return text.format_map(tokens)


_SHEET = """
QWidget[kind="page"], QScrollArea[kind="page"], QStackedWidget { background: <<page>>; }
QWidget[kind="side"] { background: <<side>>; }
QWidget[kind="card"] { background: <<raised>>; border: 1px solid <<line>>; border-radius: <<radius_l>>px; }
QFrame[kind="palette"] { background: <<raised>>; border: 1px solid <<edge>>; border-radius: <<radius_l>>px; }
QFrame[kind="palette"] QListView { background: <<raised>>; }
QWidget[kind="line-row"] { background: <<page>>; border: none; border-bottom: 1px solid <<line>>; }
QWidget[kind="panel"] { background: <<side>>; border: none; border-radius: <<radius_l>>px; }
QFrame[kind="quadrant"] {
  background: <<page>>; border: 1px solid <<line>>; border-radius: <<radius_l>>px;
}
QFrame[kind="quadrant"][over="true"] { border: 2px solid <<focus>>; }
QFrame[kind="rule"] { background: <<line>>; border: none; min-height: 1px; max-height: 1px; }
QFrame[kind="upright"] { background: <<line>>; border: none; min-width: 1px; max-width: 1px; }
QLabel { background: transparent; }
QLabel[kind="caption"], QLabel[kind="muted"] { color: <<muted>>; }
QLabel[kind="section"] { color: <<muted>>; }
QLabel[kind="error"] { color: <<danger_ink>>; }
QLabel[kind="code"] { background: <<side>>; border: 1px solid <<line>>; border-radius: <<radius_l>>px; }
QLabel[kind="code"]:focus { border: 2px solid <<focus>>; }

QWidget[kind="row"] { background: <<page>>; border: none; border-bottom: 1px solid <<line>>; }
QWidget[kind="row"]:hover { background: <<hover>>; }
QWidget[kind="row"]:focus { background: <<selected>>; border-bottom: 2px solid <<focus>>; }

QWidget[kind="entry"] { background: <<page>>; border: none; border-radius: <<radius_s>>px; }
QWidget[kind="entry"]:focus { background: <<selected>>; border: 2px solid <<focus>>; }

QMainWindow::separator { width: 0; height: 0; }
QMenuBar { background: <<side>>; padding: 2px <<space_s>>px; border: none; }
QMenuBar::item {
  padding: <<space_xs>>px <<space_s>>px; border-radius: <<radius_s>>px; background: transparent;
}
QMenuBar::item:selected { background: <<pressed>>; }
QMenu { background: <<raised>>; border: 1px solid <<edge>>; padding: <<space_xs>>px; }
QMenu::item { padding: 6px <<space_xl>>px; border-radius: <<radius_s>>px; }
QMenu::item:selected { background: <<selected>>; color: <<text>>; }
QMenu::item:disabled { color: <<faint>>; }
QMenu::separator { height: 1px; background: <<edge>>; margin: <<space_xs>>px <<space_s>>px; }
QMenu::icon { padding: 0 <<space_s>>px; }
QToolTip {
  background: <<inverse>>; color: <<on_inverse>>; border: none; padding: <<space_xs>>px <<space_s>>px;
}

QPushButton {
  background: <<raised>>; border: 1px solid <<edge>>; border-radius: <<radius_m>>px;
  padding: 3px <<space_m>>px; min-height: <<control_words>>px; color: <<text>>; outline: none;
}
QPushButton:hover { background: <<hover>>; }
QPushButton:pressed { background: <<pressed>>; }
QPushButton:focus { border: 2px solid <<focus>>; padding: 2px 11px; }
QPushButton:disabled { color: <<faint>>; border-color: <<line>>; }
QPushButton:checked { background: <<selected>>; border-color: <<focus>>; }
QPushButton[kind="primary"] { background: <<accent>>; border-color: <<accent>>; color: <<on_accent>>; }
QPushButton[kind="primary"]:hover { background: <<accent_hover>>; border-color: <<accent_hover>>; }
QPushButton[kind="primary"]:pressed { background: <<accent_hover>>; }
QPushButton[kind="primary"]:focus { border: 1px solid <<accent>>; padding: 3px <<space_m>>px; }
QPushButton[kind="primary"]:disabled { background: <<pressed>>; border-color: <<pressed>>; color: <<faint>>; }
QPushButton[kind="plain"] { background: transparent; border: 1px solid transparent; color: <<text>>; }
QPushButton[kind="plain"]:hover { background: <<hover>>; }
QPushButton[kind="plain"]:focus { border: 2px solid <<focus>>; }
QPushButton[kind="plain"]:disabled { color: <<faint>>; }
QPushButton[kind="link"] {
  background: transparent; border: none; border-bottom: 1px solid transparent; color: <<accent>>;
  padding: 1px 0; min-height: 18px; text-align: left;
}
QPushButton[kind="link"]:hover { color: <<accent_hover>>; }
QPushButton[kind="link"]:focus { border: none; border-bottom: 1px solid transparent; padding: 1px 0; }
QPushButton[kind="name"] {
  background: transparent; border: none; border-bottom: 1px solid transparent;
  padding: 1px 0; min-height: 18px; text-align: left;
}
QPushButton[kind="name"]:hover { color: <<accent>>; }
QPushButton[kind="name"]:focus { border: none; border-bottom: 1px solid transparent; padding: 1px 0; }
QPushButton[kind="gap"] {
  background: <<warn_fill>>; color: <<warn_ink>>; border: 1px solid <<warn_line>>;
  border-radius: <<radius_s>>px; padding: 1px <<space_s>>px; min-height: 18px;
}
QPushButton[kind="gap"]:hover { border-color: <<warn_ink>>; }
QPushButton[kind="gap"]:focus { border: 2px solid <<focus>>; padding: 0 7px; }
QPushButton[kind="badge"] { background: transparent; border: none; padding: 0; min-height: 0; }
QPushButton[kind="chip"] {
  background: transparent; border: 1px solid <<edge>>; border-radius: 13px;
  padding: 1px <<space_m>>px; min-height: 22px; color: <<text>>;
}
QPushButton[kind="chip"]:hover { background: <<hover>>; }
QPushButton[kind="chip"]:checked { background: <<selected>>; border-color: <<focus>>; }
QPushButton[kind="chip"]:focus { border: 2px solid <<focus>>; padding: 0 11px; }
QWidget[kind="floating"] {
  background: <<raised>>; border: 1px solid <<edge>>; border-radius: <<radius_m>>px;
}
QPushButton[kind="icon"] {
  background: transparent; border: 1px solid transparent; padding: 0;
  min-width: 30px; max-width: 30px; min-height: 30px; max-height: 30px;
}
QPushButton[kind="icon"]:hover { background: <<hover>>; }
QPushButton[kind="icon"]:pressed { background: <<pressed>>; }
QPushButton[kind="help"] {
  background: transparent; border: none; border-radius: <<radius_s>>px; padding: 0;
  min-width: 16px; max-width: 16px; min-height: 16px; max-height: 16px;
}
QPushButton[kind="help"]:hover { background: <<line>>; }
QPushButton[kind="inset"] {
  background: transparent; border: none; border-radius: <<radius_s>>px; padding: 0;
  min-width: 24px; max-width: 24px; min-height: 24px; max-height: 24px;
}
QPushButton[kind="inset"]:hover { background: <<pressed>>; }
QPushButton[kind="inset"]:focus {
  border: 2px solid <<focus>>; padding: 0; min-width: 20px; min-height: 20px;
}
QPushButton[kind="icon"]:focus { border: 2px solid <<focus>>; padding: 0; }

QLineEdit, QTextEdit, QComboBox, QAbstractSpinBox {
  background: <<raised>>; color: <<text>>; border: 1px solid <<field>>; border-radius: <<radius_m>>px;
  selection-background-color: <<accent>>; selection-color: <<on_accent>>;
}
QLineEdit { padding: 3px 6px; min-height: <<control_words>>px; }
QTextEdit { padding: <<space_xs>>px <<space_xs>>px; }
QComboBox { padding: 3px <<space_s>>px; min-height: <<control_words>>px; combobox-popup: 0; }
QLineEdit:hover, QTextEdit:hover, QComboBox:hover { border-color: <<muted>>; }
QLineEdit:focus { border: 2px solid <<focus>>; padding: 2px 5px; }
QTextEdit:focus { border: 2px solid <<focus>>; padding: 3px 3px; }
QComboBox:focus { border: 2px solid <<focus>>; padding: 2px 7px; }
QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled { color: <<faint>>; background: <<side>>; }
QLineEdit[wrong="true"], QTextEdit[wrong="true"], QComboBox[wrong="true"] { border-color: <<danger_ink>>; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-position: center right; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: <<raised>>; border: 1px solid <<edge>>; padding: <<space_xs>>px; outline: none;
  selection-background-color: <<selected>>; selection-color: <<text>>;
}
QComboBox[kind="filter"] { background: transparent; border-color: transparent; color: <<muted>>; }
QComboBox[kind="filter"]:hover { background: <<hover>>; }
QComboBox[kind="filter"]:focus { border: 2px solid <<focus>>; }

QTableView, QListView { background: <<page>>; border: none; outline: none; }
QHeaderView { background: <<page>>; border: none; }
QHeaderView::section {
  background: <<page>>; color: <<muted>>; border: none; border-bottom: 1px solid <<line>>;
  padding: 6px <<space_s>>px;
}
QHeaderView::section:hover { color: <<text>>; background: <<hover>>; }
QHeaderView::up-arrow, QHeaderView::down-arrow { image: none; width: 0; height: 0; }

QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: <<slider>>; border-radius: 2px; margin: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: <<faint>>; border-radius: 3px; margin: 3px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QWidget[kind="message"] {
  background: <<danger_fill>>; border: 1px solid <<danger_line>>; border-radius: <<radius_m>>px;
}
QWidget[kind="message"] QLabel { border: none; color: <<danger_ink>>; }
QWidget[kind="status"] { background: <<side>>; border-top: 1px solid <<line>>; }
QWidget[kind="undo"] { background: <<inverse>>; border-radius: <<radius_l>>px; }
QWidget[kind="undo"] QLabel { color: <<on_inverse>>; }
QWidget[kind="undo"] QPushButton {
  background: transparent; border: 1px solid transparent; color: <<inverse_link>>;
  padding: 3px <<space_s>>px; min-height: 20px;
}
QWidget[kind="undo"] QPushButton:focus { border: 2px solid <<inverse_link>>; padding: 2px 7px; }
"""
