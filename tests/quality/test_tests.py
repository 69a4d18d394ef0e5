"""Tests are sentences that say what a person would notice, and nothing in them is pretended."""

from __future__ import annotations

import ast
import re

from tests.quality.reading import Module, dotted, modules

TESTS = modules("tests")
CHECKING = re.compile(
    r"(^|\.|_)(raises|warns|fail|check\w*|verify\w*|expect\w*|assert\w*|waitUntil|waitSignal\w*)$"
)
MARKS = {"pytest.mark.skip", "pytest.mark.xfail", "pytest.skip", "pytest.xfail"}


def functions(module: Module) -> list[ast.FunctionDef]:
    """The tests of a module, and the rules of its state machines."""
    return [function for function in module.every(ast.FunctionDef) if function.name.startswith("test_")]


def checks(node: ast.AST) -> bool:
    """Whether something in it can fail on purpose."""
    return any(
        isinstance(part, ast.Assert) or (isinstance(part, ast.Call) and CHECKING.search(dotted(part.func)))
        for part in ast.walk(node)
    )


def test_every_test_can_fail() -> None:
    harmless = [m.place(f) for m in TESTS for f in functions(m) if not checks(f)]
    assert not harmless


def test_every_test_is_named_as_a_sentence() -> None:
    assert not [f"{m.place(f)} {f.name}" for m in TESTS for f in functions(m) if f.name.count("_") < 3]


def test_no_test_is_passed_over() -> None:
    used = [(m, node) for m in TESTS for node in m.every(ast.Attribute)]
    assert not [m.place(node) for m, node in used if dotted(node) in MARKS]


def test_no_test_waits_for_a_fixed_time() -> None:
    calls = [(m, call) for m in TESTS for call in m.every(ast.Call)]
    waiting = {"time.sleep", "sleep", "qtbot.wait", "QTest.qWait"}
    assert not [m.place(call) for m, call in calls if dotted(call.func) in waiting]


def test_nothing_of_ours_is_mocked() -> None:
    imports = [(m, node) for m in TESTS for node in m.every(ast.ImportFrom)]
    assert not [m.place(node) for m, node in imports if (node.module or "").startswith(("unittest", "mock"))]
