"""The style sheet's rules for writing: lines of points, quiet questions, the private note, the mail."""

from __future__ import annotations

WRITING = """
QTextEdit[kind="line"] {
  background: transparent; border: 1px solid transparent;
  border-radius: <<radius_s>>px; padding: 5px <<space_s>>px;
}
QTextEdit[kind="line"]:hover { background: <<hover>>; border-color: transparent; }
QTextEdit[kind="line"]:focus {
  background: <<raised>>;
  border: 1px solid <<focus>>; padding: 5px <<space_s>>px;
}
QTextEdit[kind="notes"] {
  background: transparent; color: <<muted>>; border: none; border-bottom: 1px solid transparent;
  border-radius: 0; padding: 0;
}
QTextEdit[kind="notes"]:hover { background: <<hover>>; border: none; border-bottom: 1px solid <<slider>>; }
QTextEdit[kind="notes"]:focus {
  background: <<raised>>; color: <<text>>; border: none; border-bottom: 2px solid <<focus>>; padding: 0;
}
QLineEdit[kind="inline"] {
  background: transparent; border: 1px solid transparent; border-radius: 0;
  border-bottom: 1px solid <<field>>;
  padding: 2px 6px; min-height: 18px;
}
QLineEdit[kind="inline"]:hover { border-bottom-color: <<muted>>; }
QLineEdit[kind="inline"]:focus {
  border-bottom: 2px solid <<focus>>;
  padding: 2px 6px 1px 6px;
}
QLineEdit[kind="inline"][wrong="true"] { border-bottom-color: <<danger_ink>>; }

QPushButton[kind="kind"] {
  background: transparent; border: 1px solid transparent; border-radius: <<radius_s>>px; color: <<muted>>;
  padding: 2px <<space_s>>px; min-height: 18px;
}
QPushButton[kind="kind"]:hover { background: <<hover>>; color: <<text>>; }
QPushButton[kind="kind"]:focus { border: 2px solid <<focus>>; padding: 1px 7px; }
QPushButton[kind="offer"] {
  background: <<info_fill>>; color: <<info_ink>>;
  border: 1px solid <<info_line>>; border-radius: <<radius_s>>px;
  padding: 1px <<space_s>>px; min-height: 20px;
}
QPushButton[kind="offer"]:hover { border-color: <<info_ink>>; }
QPushButton[kind="offer"]:focus { border: 2px solid <<focus>>; padding: 0 7px; }
QPushButton[kind="segment"] {
  padding: 4px <<space_m>>px; min-height: 20px; border-color: <<line>>; color: <<muted>>;
}
QPushButton[kind="segment"]:checked { background: <<selected>>; border-color: <<focus>>; color: <<text>>; }
QPushButton[kind="segment"]:focus { border: 2px solid <<focus>>; padding: 3px 11px; }
QWidget[kind="notice"] QPushButton[kind="segment"]:checked { background: <<raised>>; }
QPushButton[kind="icon"]:checked { background: <<selected>>; border: 1px solid <<focus>>; }
QPushButton[kind="icon"]:checked:focus { border: 2px solid <<focus>>; }
QPushButton::menu-indicator { image: none; width: 14px; }
QPushButton[kind="icon"]::menu-indicator { image: none; width: 0; }

QFrame[kind="popup"] { background: <<raised>>; border: 1px solid <<edge>>; border-radius: <<radius_m>>px; }
QFrame[kind="popup"] QListView, QFrame[kind="popup"] QWidget[kind="page"] { background: <<raised>>; }
QFrame[kind="popup"] QFrame[kind="rule"] { background: <<edge>>; }
QWidget[kind="notice"] {
  background: <<info_fill>>; border: 1px solid <<info_line>>; border-radius: <<radius_m>>px;
}
QWidget[kind="notice"][tone="good"] { background: <<good_fill>>; border-color: <<good_line>>; }
QWidget[kind="notice"][tone="warn"] { background: <<warn_fill>>; border-color: <<warn_line>>; }
QWidget[kind="notice"][tone="danger"] { background: <<danger_fill>>; border-color: <<danger_line>>; }
QWidget[kind="notice"] QLabel[kind="strong"], QWidget[kind="notice"] QLabel[kind="body"] { color: <<text>>; }
QWidget[kind="private"] {
  background: <<warn_fill>>;
  border: 1px solid <<warn_ink>>; border-radius: <<radius_l>>px;
}
QWidget[kind="private"] QLabel { border: none; color: <<warn_ink>>; }
QTextEdit[kind="private"] {
  background: <<raised>>;
  border: 1px solid <<field>>; border-radius: <<radius_m>>px;
}
QTextEdit[kind="private"]:focus { border: 2px solid <<focus>>; }
QTextBrowser[kind="paper"] {
  background: <<paper>>; color: <<on_paper>>; border: 1px solid <<line>>; border-radius: <<radius_m>>px;
}
QTextBrowser[kind="paper"]:focus { border: 2px solid <<focus>>; }
QLabel[kind="struck"] { color: <<muted>>; text-decoration: line-through; }
QSplitter::handle:horizontal { background: <<line>>; margin: 0 <<space_s>>px; }
QSplitter[kind="frame"]::handle:horizontal { margin: 0; }
QSplitter::handle:vertical { background: transparent; border-top: 1px solid <<line>>; }
QProgressBar {
  background: <<pressed>>; border: none; border-radius: 3px; min-height: 6px; max-height: 6px;
}
QProgressBar::chunk { background: <<accent>>; border-radius: 3px; }
"""
