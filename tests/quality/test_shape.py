"""Modules, functions and classes stay small enough to be read at once."""

from __future__ import annotations

import ast

from tests.quality.reading import imported_at_start, modules

LONGEST_FUNCTION = 50
LONGEST_MODULE = 300
MOST_METHODS = 20
MOST_NAMELESS = 3

# What a function works on, not what it is told: named first and not counted.
RECEIVERS = {"self", "cls", "desk", "store", "connection", "painter"}

# Libraries that take long to import (measured: 20 to 370 ms): only inside the function that needs one.
HEAVY = {
    "babel", "chardet", "cryptography", "holidays", "icalendar", "jinja2", "keyring", "nh3", "openpyxl",
    "persiantools", "phonenumbers", "pyluach", "rapidfuzz", "secretstorage", "sqlite_utils",
}  # fmt: skip

SOURCE = [*modules("amdesk"), *modules("packaging")]


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = [
        m.name for m in SOURCE if not (ast.get_docstring(m.tree) or "").partition("\n")[0].endswith(".")
    ]
    assert not silent


def test_every_module_can_be_read_in_one_sitting() -> None:
    long = {m.name: lines for m in modules("amdesk") if (lines := m.text.count("\n")) > LONGEST_MODULE}
    assert not long


def test_no_function_is_longer_than_a_screen() -> None:
    functions = [(m, f) for m in SOURCE for f in m.every(ast.FunctionDef)]
    assert not [m.place(f) for m, f in functions if (f.end_lineno or 0) - f.lineno >= LONGEST_FUNCTION]


def test_no_class_has_too_many_methods() -> None:
    classes = [(m, c) for m in SOURCE for c in m.every(ast.ClassDef)]
    assert not [m.place(c) for m, c in classes if len(methods(c)) > MOST_METHODS]


def test_arguments_that_could_be_mixed_up_have_names() -> None:
    functions = [
        (m, f) for m in modules("amdesk") for f in m.every(ast.FunctionDef) if not f.name.startswith("_")
    ]
    mixed = [m.place(f) for m, f in functions if len(nameless(f)) > MOST_NAMELESS and not overrides_qt(f)]
    assert not mixed


def test_slow_libraries_are_imported_where_they_are_used() -> None:
    slow = [
        m.place(statement)
        for m in modules("amdesk")
        for statement, packages in imported_at_start(m.tree.body)
        if packages & HEAVY
    ]
    assert not slow


def methods(thing: ast.ClassDef) -> list[ast.FunctionDef]:
    """What a class can do."""
    return [part for part in thing.body if isinstance(part, ast.FunctionDef)]


def nameless(function: ast.FunctionDef) -> list[str]:
    """Arguments that may be given without their names."""
    given = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    return [name for name in given if name not in RECEIVERS]


def overrides_qt(function: ast.FunctionDef) -> bool:
    """Whether Qt lays down the arguments: its names are in camel case."""
    return any(letter.isupper() for letter in function.name)
