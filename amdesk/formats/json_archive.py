"""Everything in one JSON file: written as a stream, read back with checks.

``{"format": "amdesk", "version": 1, "made_at": …, "tables": {"client": [{…}, …], …}}``; one row a line, so
that line numbers in messages mean something. Which tables and columns there must be is known to whoever
restores.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.formats import limits

FORMAT = "amdesk"
VERSION = 1

Value = str | int | float | None
Table = tuple[Mapping[str, Value], ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """What an archive holds: when it was made (aware), and its rows by table."""

    version: int
    made_at: datetime
    tables: Mapping[str, Table]


class _Refused(Exception):  # noqa: N818 - never leaves this module
    """A value that JSON allows and an archive does not; ``reason`` says which."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def write(tables: Mapping[str, Iterable[Mapping[str, Value]]], *, made_at: datetime) -> Iterator[bytes]:
    """The archive in pieces; each table's rows are taken one by one. ``made_at`` is aware."""
    head = {"format": FORMAT, "version": VERSION, "made_at": made_at.isoformat()}
    yield (json.dumps(head)[:-1] + ', "tables": {').encode()
    for number, (table, rows) in enumerate(tables.items()):
        yield f"{',' if number else ''}\n{_json(table)}: [".encode()
        for at, row in enumerate(rows):
            yield f"{',' if at else ''}\n{_json(dict(row))}".encode()
        yield b"]"
    yield b"\n}}\n"


def refuse_what_is_too_large(size: int, *, name: str) -> None:
    """An AmdeskError for a file of more bytes than are read at once."""
    if size > limits.ARCHIVE:
        raise AmdeskError(
            N_(
                "{file} is larger than {limit} megabytes, the most that is read at once. "
                "Import the CSV files of the same export instead."
            ),
            file=name,
            limit=limits.ARCHIVE // limits.MEGABYTE,
        )


def read(data: bytes, *, name: str) -> Archive:
    """The archive in a file; ``name`` is the file's name for sentences.

    An AmdeskError when it is no JSON (with line and column), cut off, not from amdesk, from a newer amdesk,
    or holds what no table of ours can.
    """
    found = _loaded(data, name)
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise AmdeskError(
            N_("{file} is JSON, but no archive of amdesk. Choose a file that amdesk has exported."), file=name
        )
    version = found.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise AmdeskError(N_("{file} does not say which version of archive it is."), file=name)
    if version > VERSION:
        raise AmdeskError(
            N_(
                "{file} was made by a newer amdesk (archive version {version}). "
                "Update amdesk, then import it."
            ),
            file=name,
            version=version,
        )
    return Archive(version, _made_at(found.get("made_at"), name), _tables(found.get("tables"), name))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _loaded(data: bytes, name: str) -> object:
    if not data.strip():
        raise AmdeskError(N_("The file {file} is empty. Choose a file that amdesk has exported."), file=name)
    try:
        text = data.decode("utf-8-sig")
        return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_object)
    except UnicodeDecodeError as fault:
        line, column = data.count(b"\n", 0, fault.start) + 1, fault.start - data.rfind(b"\n", 0, fault.start)
        raise AmdeskError(
            N_("{file} is not UTF-8: line {line}, byte {column} is damaged. Export it again."),
            file=name,
            line=line,
            column=column,
        ) from None
    except json.JSONDecodeError as fault:
        raise _no_json(fault, name) from None
    except RecursionError:
        raise AmdeskError(
            N_("{file} is no archive of amdesk: its JSON is nested too deep. Choose another file."), file=name
        ) from None
    except (_Refused, ValueError) as fault:
        # besides ours: a number of thousands of digits, which Python refuses to read
        reason = fault.reason if isinstance(fault, _Refused) else Message.of(N_("a number is far too long"))
        raise AmdeskError(
            N_("{file} is no archive of amdesk as it stands: {reason}. Export it again."),
            file=name,
            reason=reason,
        ) from None


def _no_json(fault: json.JSONDecodeError, name: str) -> AmdeskError:
    cut_off = fault.pos >= len(fault.doc.rstrip()) or fault.msg.startswith("Unterminated string")
    text = (
        N_("{file} is cut off in line {line}, column {column}. Export it again, or use another copy.")
        if cut_off
        else N_("{file} is not JSON: line {line}, column {column} does not fit. Export it again.")
    )
    return AmdeskError(text, file=name, line=fault.lineno, column=fault.colno)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _value in pairs]
        double = next(name for name in names if names.count(name) > 1)
        raise _Refused(Message.of(N_("“{name}” stands twice in one object"), name=double))
    return found


def _refuse_constant(constant: str) -> NoReturn:
    raise _Refused(Message.of(N_("{value} is no number"), value=constant))


def _made_at(value: object, name: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise AmdeskError(
            N_("{file} does not say when it was made. Export it again, or use another copy."), file=name
        )
    return moment


def _tables(value: object, name: str) -> Mapping[str, Table]:
    if not isinstance(value, dict):
        raise AmdeskError(N_("{file} has no tables. Export it again, or use another copy."), file=name)
    return {table: _table(table, rows, name) for table, rows in value.items()}


def _table(table: str, rows: object, name: str) -> Table:
    if not isinstance(rows, list):
        raise AmdeskError(
            N_("In {file}, table {table} is no list of rows. Export it again."), file=name, table=table
        )
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict):
            raise _misfit(table, number, name, column="")
        for column, value in row.items():
            if not _fits(value) or not _fits(column):
                raise _misfit(table, number, name, column=column)
    return tuple(rows)


def _misfit(table: str, number: int, name: str, *, column: str) -> AmdeskError:
    return AmdeskError(
        N_("In {file}, table {table}, row {row}, the value of “{column}” is damaged. Export it again."),
        file=name,
        table=table,
        row=number,
        column=column.encode("utf-8", "replace").decode(),
    )


def _fits(value: object) -> bool:
    """Whether a table of ours can hold the value: whole text, 64-bit integers, finite numbers, nothing."""
    if isinstance(value, str):
        return "\0" not in value and (
            value.isascii() or not any("\ud800" <= one <= "\udfff" for one in value)
        )
    if isinstance(value, bool):
        return False
    if isinstance(value, int):
        return -(2**63) <= value < 2**63
    return value is None or (isinstance(value, float) and math.isfinite(value))
