"""``amdesk import FILE…``: lists, cards and archives of other programs and of our own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, plain, table, tell
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.domain.messages import N_, Message
from amdesk.domain.verdict import Verdict
from amdesk.i18n.catalog import _, sentence
from amdesk.services import exchange
from amdesk.services.desk import Desk
from amdesk.services.exchange import ImportResult, Preview

_MOST_TOLD = 20
_VERDICT = {
    "new": N_("New"),
    "update": N_("Update"),
    "duplicate": N_("Already there"),
    "error": N_("Error"),
}


@dataclass(frozen=True, slots=True)
class _Done:
    """A file as typed, how it was understood, and what became of its rows."""

    path: Path
    looked: Preview
    result: ImportResult


class _OnlyLooking(Exception):  # noqa: N818 - no error, only the way out of a step that shall leave no trace
    """The end of a dry run."""


@click.command("import", help=_("Import clients and contacts: CSV, vCard, or what amdesk has exported."))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE...")
@click.option("--dry-run", is_flag=True, help=_("Tell what would become of every row, and change nothing."))
@click.option("--encoding", metavar="NAME", help=_("Read the files in this encoding, such as cp1255."))
@as_json
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context, session: Session, files: tuple[Path, ...], *, dry_run: bool, encoding: str | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Import files, all of them or none; rows with errors are told and left out."""
    with session.desk() as desk:
        found = _import(desk, files, encoding, dry_run=dry_run)
    done = [found[path] for path in files]
    if as_json:
        document({"files": [_document(one, dry_run=dry_run) for one in done]})
    else:
        for one in done:
            _show(one, dry_run=dry_run)
    for one in done:
        _tell_errors(one)
    ctx.exit(1 if any(one.result.error_count for one in done) else 0)


def _import(desk: Desk, files: Sequence[Path], encoding: str | None, *, dry_run: bool) -> dict[Path, _Done]:
    """Import the files in one step; a dry run does the same and takes it back, so that its answers are true."""
    found: dict[Path, _Done] = {}
    try:
        with desk.step(N_("Import")):
            for path in exchange.in_order(list(dict.fromkeys(files))):
                looked = follow(exchange.previewing(desk, path, encoding=encoding), _("Reading"))
                alone = dry_run and len(files) == 1
                result = looked.result if alone else follow(exchange.run(desk, looked), _("Importing"))
                found[path] = _Done(path, looked, result)
            if dry_run:
                raise _OnlyLooking
    except _OnlyLooking:
        pass
    return found


def _show(one: _Done, *, dry_run: bool) -> None:
    told = N_(
        "{file}: {rows} rows, {new} new, {updated} updated, {duplicates} already there, {errors} with errors."
    )
    counts = one.result
    line(
        sentence(
            Message.of(
                told, file=str(one.path), rows=counts.rows, new=counts.new, updated=counts.updated,
                duplicates=counts.duplicates, errors=counts.error_count,
            )
        )
    )  # fmt: skip
    if dry_run:
        if one.looked.encoding:
            line(sentence(Message.of(N_("Read as {encoding}."), encoding=one.looked.encoding)))
        rows = [(str(v.line), _(_VERDICT[v.kind]), v.title, _note(v)) for v in one.looked.verdicts]
        table((_("Line"), _("Verdict"), _("Who"), _("Note")), rows)
        if not one.looked.is_complete:
            line(_("Only the first rows and the errors are shown."))


def _note(verdict: Verdict) -> str:
    said = sentence(verdict.message) if verdict.message else ""
    left = ", ".join(verdict.left_out)
    return " ".join(filter(None, (said, _("Left out: {columns}").format(columns=left) if left else "")))


def _tell_errors(one: _Done) -> None:
    for error in one.result.errors[:_MOST_TOLD]:
        told = N_("{file}, line {line}: {reason}")
        tell(Message.of(told, file=str(one.path), line=error.line, reason=error.message))
    more = one.result.error_count - _MOST_TOLD
    if more > 0:
        tell(Message.count(N_("{n} more row has an error."), N_("{n} more rows have errors."), more))


def _document(one: _Done, *, dry_run: bool) -> dict[str, object]:
    counts = one.result
    told: dict[str, object] = {
        "file": str(one.path),
        "rows": counts.rows,
        "new": counts.new,
        "updated": counts.updated,
        "duplicates": counts.duplicates,
        "errors": [{"line": error.line, "message": plain(error.message)} for error in counts.errors],
        "error_count": counts.error_count,
        "encoding": one.looked.encoding or None,
    }
    if dry_run:
        told["verdicts"] = [
            {
                "line": verdict.line,
                "kind": verdict.kind,
                "title": verdict.title,
                "message": plain(verdict.message) if verdict.message else None,
                "left_out": list(verdict.left_out),
            }
            for verdict in one.looked.verdicts
        ]
    return told
