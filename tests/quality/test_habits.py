"""Habits of the house that no linter knows: who reads the clock, speaks SQL, styles, translates."""

from __future__ import annotations

import ast
import re

from tests.quality.reading import Module, dotted, modules

SOURCE = modules("amdesk")
GUI = [module for module in SOURCE if module.name.startswith("amdesk.gui")]

# The only place that asks what time it is; everybody else is told.
CLOCKS = {"amdesk.system.clock"}
ASKING = re.compile(r"(^|\.)(now|utcnow|today|time|time_ns)$")
TELLERS = {"datetime", "date", "time"}

SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR \w+ )?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s"
    r"|CREATE\s+(TABLE|INDEX|TRIGGER))"
)

# Sides of the screen that do not turn with the direction of writing; leading and trailing do.
SIDES = re.compile(r"(Align(Left|Right)|LeftToRight|(Left|Right)DockWidgetArea|Arrow(Left|Right))$")
# Who gives the program its direction has to name both.
TURNERS = {"amdesk.gui.application", "amdesk.gui.direction", "amdesk.gui.theme"}

STYLING = re.compile(r"(^|\.)(setStyleSheet|QColor|QPalette|QFont)$")
# Widgets that are wrong in some of the five languages, and machinery that the design does without.
FORBIDDEN = {
    "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QDoubleSpinBox", "QPlainTextEdit", "QCalendarWidget",
    "QUndoStack", "QUndoCommand", "QUiLoader",
}  # fmt: skip
TRANSLATING = {"_", "N_", "ngettext", "pgettext", "npgettext"}


def names(module: Module, pattern: re.Pattern[str]) -> list[str]:
    """Places where a dotted name that fits the pattern is used."""
    used = [*module.every(ast.Name), *module.every(ast.Attribute)]
    return [f"{module.place(node)} {dotted(node)}" for node in used if pattern.search(dotted(node))]


def test_only_the_clock_knows_what_time_it_is() -> None:
    asked = [
        f"{module.place(call)} {dotted(call.func)}"
        for module in SOURCE
        if module.name not in CLOCKS
        for call in module.every(ast.Call)
        if ASKING.search(dotted(call.func)) and dotted(call.func).split(".")[0] in TELLERS
    ]
    assert not asked


def test_only_the_store_speaks_sql() -> None:
    spoken = [
        module.place(text)
        for module in SOURCE
        if not module.name.startswith("amdesk.store")
        for text in module.every(ast.Constant)
        if isinstance(text.value, str) and SQL.match(text.value)
    ]
    assert not spoken


def test_the_window_knows_leading_and_trailing_not_left_and_right() -> None:
    assert not [use for module in GUI if module.name not in TURNERS for use in names(module, SIDES)]


def test_only_the_theme_styles() -> None:
    assert not [use for module in GUI if module.name != "amdesk.gui.theme" for use in names(module, STYLING)]


def test_nothing_is_used_that_is_wrong_in_one_of_the_languages() -> None:
    assert not [
        f"{module.place(node)} {alias.name}"
        for module in GUI
        for node in module.every(ast.ImportFrom)
        for alias in node.names
        if alias.name in FORBIDDEN
    ]


def test_every_translated_text_can_be_found_by_extraction() -> None:
    hidden = [
        module.place(call)
        for module in SOURCE
        for call in module.every(ast.Call)
        if dotted(call.func) in TRANSLATING
        and call.args
        and isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert not hidden
