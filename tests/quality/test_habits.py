"""Habits of the house that no linter knows: who reads the clock, speaks SQL, styles, translates."""

from __future__ import annotations

import ast
import re

from amdesk.gui.words import DONE
from tests.quality.reading import dotted, modules

SOURCE = modules("amdesk")
GUI = [module for module in SOURCE if module.name.startswith("amdesk.gui")]

# The only place that asks what time it is, to give the desk its clock; everybody else is told.
CLOCKS = {"amdesk.services.open_desk", "amdesk.system.zone"}
ASKING = re.compile(r"\.(now|utcnow|today|time|time_ns|localtime|gmtime)$")
TELLERS = {"datetime", "date", "time"}

SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR \w+ )?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|PRAGMA\s"
    r"|CREATE\s+(TABLE|INDEX|TRIGGER))"
)

# Sides that do not turn with the direction of writing, as leading and trailing do. Where a side has to be
# decided by hand, AlignAbsolute says so in the same function.
SIDES = re.compile(r"\.(Align(Left|Right)|(Left|Right)DockWidgetArea|Arrow(Left|Right))$")
DECIDED = re.compile(r"\.AlignAbsolute$")

STYLERS = {"amdesk.gui.theme", "amdesk.gui.fonts"}
STYLING = re.compile(
    r"\.(setStyleSheet|setPalette|setPointSizeF?|setPixelSize|setBold|setWeight|GlobalColor\.\w+)$"
)
# Widgets that are wrong in some of the five languages, and machinery that the design does without.
FORBIDDEN = {
    "QDateEdit", "QTimeEdit", "QDateTimeEdit", "QCalendarWidget", "QSpinBox", "QDoubleSpinBox",
    "QPlainTextEdit", "QUndoStack", "QUndoCommand", "QUiLoader",
}  # fmt: skip
TRANSLATING = {"_", "N_", "ngettext", "pgettext", "npgettext"}


def names(tree: ast.AST, pattern: re.Pattern[str]) -> list[ast.expr]:
    """Dotted names in it that fit the pattern."""
    used = [node for node in ast.walk(tree) if isinstance(node, ast.Name | ast.Attribute)]
    return [node for node in used if pattern.search(dotted(node))]


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
    functions = [(m, f) for m in GUI for f in m.every(ast.FunctionDef) if not names(f, DECIDED)]
    assert not [m.place(side) for m, f in functions for side in names(f, SIDES)]


def test_only_the_theme_says_how_things_look() -> None:
    others = [module for module in GUI if module.name not in STYLERS]
    assert not [m.place(use) for m in others for use in names(m.tree, STYLING)]


def test_only_the_theme_names_a_colour() -> None:
    others = [module for module in GUI if module.name != "amdesk.gui.theme"]
    colours = [
        (m, call) for m in others for call in m.every(ast.Call) if dotted(call.func).endswith("QColor")
    ]
    assert not [m.place(call) for m, call in colours if any(isinstance(a, ast.Constant) for a in call.args)]


def test_nothing_is_used_that_is_wrong_in_one_of_the_languages() -> None:
    assert not [
        f"{module.place(node)} {alias.name}"
        for module in GUI
        for node in module.every(ast.ImportFrom)
        for alias in node.names
        if alias.name in FORBIDDEN
    ]


def test_nobody_asks_a_layout_for_its_own_items() -> None:
    """Python knows of what ``itemAt`` gives for as long as the layout lives; Qt frees it untold: a crash."""
    asked = [
        module.place(call)
        for module in GUI
        for call in module.every(ast.Call)
        if dotted(call.func).endswith(".itemAt")
    ]
    assert not asked


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


def test_margins_turn_with_the_direction_of_reading() -> None:
    fixed = [
        module.place(call)
        for module in GUI
        if module.name != "amdesk.gui.widgets.layout"
        for call in module.every(ast.Call)
        if dotted(call.func).endswith(".setContentsMargins")
        and (len(call.args) != 4 or ast.dump(call.args[0]) != ast.dump(call.args[2]))
    ]
    assert not fixed


def test_every_step_has_a_sentence_that_says_it_is_done() -> None:
    labels = {
        marked.args[0].value
        for module in SOURCE
        for call in module.every(ast.Call)
        if dotted(call.func).rpartition(".")[2] in {"step", "_move", "_editing"}
        for part in call.args
        for marked in ast.walk(part)
        if isinstance(marked, ast.Call)
        and dotted(marked.func) == "N_"
        and isinstance(marked.args[0], ast.Constant)
    }
    assert labels
    assert labels <= set(DONE)
