"""The project's own source, read once for the tests that look at it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[2]

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True)
class Module:
    """One file of Python: dotted ``name``, its ``text`` and its syntax ``tree``."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    def place(self, node: ast.stmt | ast.expr) -> str:
        """Where a piece of it stands."""
        return f"{self.path.relative_to(ROOT)}:{node.lineno}"

    def every(self, kind: type[Node]) -> Iterator[Node]:
        """Every piece of it of this kind, as deep as it stands."""
        return (node for node in ast.walk(self.tree) if isinstance(node, kind))


@cache
def modules(folder: str) -> tuple[Module, ...]:
    """Every module below ``folder`` of the project."""
    return tuple(read(path) for path in sorted((ROOT / folder).rglob("*.py")))


def read(path: Path) -> Module:
    """One module by its file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    text = path.read_text(encoding="utf-8")
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    return Module(name, path, text, ast.parse(text))


def dotted(node: ast.AST) -> str:
    """``Qt.AlignmentFlag.AlignLeft`` for the expression that says so; empty for what is no plain name."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""


def imported_at_start(body: list[ast.stmt]) -> Iterator[tuple[ast.stmt, set[str]]]:
    """Statements that import when the module is imported, with their packages; type checking aside."""
    for statement in body:
        if isinstance(statement, ast.Import):
            yield statement, {alias.name.partition(".")[0] for alias in statement.names}
        elif isinstance(statement, ast.ImportFrom):
            yield statement, {(statement.module or "").partition(".")[0]}
        elif isinstance(statement, ast.Try | ast.With) or (
            isinstance(statement, ast.If)
            and dotted(statement.test) not in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}
        ):
            yield from imported_at_start(statement.body)
