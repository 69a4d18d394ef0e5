"""``amdesk import FILE…``: lists, cards and archives of other programs and of our own."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from amdesk.cli.options import as_json
from amdesk.cli.output import document, line, plain, table, tell
from amdesk.cli.progress import follow
from amdesk.cli.session import Session
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.domain.verdict import KIND_NAMES, Verdict
from amdesk.i18n.catalog import _, pgettext, sentence
from amdesk.services import backups, exchange
from amdesk.services.desk import Desk
from amdesk.services.exchange import ImportResult, Preview

_MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class _Done:
    """What became of a file's rows; in a dry run also how each of them was understood."""

    path: Path
    result: ImportResult
    looked: Preview | None = None


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for: which files, and how they are to be read where that is not found out."""

    files: Sequence[Path]
    encoding: str | None
    sheet: str | None

    @property
    def in_order(self) -> list[Path]:
        """Each file once, those that others refer to first."""
        return exchange.in_order(list(dict.fromkeys(self.files)))

    def look(self, desk: Desk, path: Path) -> Preview:
        """What a file would bring."""
        steps = exchange.previewing(desk, path, encoding=self.encoding, sheet=self.sheet)
        return follow(steps, _("Reading"))


@click.command("import", help=_("Import CSV, XLSX, vCard, iCalendar, or what amdesk has exported."))
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path), metavar="FILE..."
)
@click.option("--dry-run", is_flag=True, help=_("Tell what would become of every row, and change nothing."))
@click.option("--encoding", metavar="NAME", help=_("Read the files in this encoding, such as cp1255."))
@click.option("--sheet", metavar="NAME", help=_("Of a spreadsheet, take the sheet called NAME."))
@as_json
@click.pass_obj
@click.pass_context
def command(
    ctx: click.Context, session: Session, files: tuple[Path, ...], *, dry_run: bool, encoding: str | None,
    sheet: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Import files, all of them or none; rows with errors are told and left out."""
    try:
        with session.desk() as desk:
            wanted = _Wanted(files, encoding, sheet)
            found = _try(desk, wanted) if dry_run else _import(desk, wanted)
    except KeyboardInterrupt:
        raise AmdeskError(N_("Stopped. Nothing was imported.")) from None
    done = [found[path] for path in dict.fromkeys(files)]
    if as_json:
        document({"files": [_document(one) for one in done]})
    else:
        for one in done:
            _show(one)
    for one in done:
        _tell_errors(one)
    ctx.exit(1 if any(one.result.counts.errors for one in done) else 0)


def _import(desk: Desk, wanted: _Wanted) -> dict[Path, _Done]:
    """Import the files in one step. A single file is one by itself, and faster than within another."""
    found: dict[Path, _Done] = {}
    ordered = wanted.in_order
    if len(ordered) == 1:
        return {path: _brought(desk, path, wanted) for path in ordered}
    follow(backups.before_change(desk), _("Backing up"))
    with desk.step(N_("Import")):
        for path in ordered:
            found[path] = _brought(desk, path, wanted)
    return found


def _brought(desk: Desk, path: Path, wanted: _Wanted) -> _Done:
    looked = wanted.look(desk, path)
    return _Done(path, follow(exchange.run(desk, looked), _("Importing")))


def _try(desk: Desk, wanted: _Wanted) -> dict[Path, _Done]:
    """What importing would do. Of several files each has to know what those before it bring."""
    found: dict[Path, _Done] = {}
    ordered = wanted.in_order
    with exchange.trial(desk) if len(ordered) > 1 else nullcontext():
        for path in ordered:
            looked = wanted.look(desk, path)
            found[path] = _Done(path, looked.result, looked)
            if path != ordered[-1]:
                follow(exchange.run(desk, looked), _("Reading"))
    return found


def _show(one: _Done) -> None:
    result = one.result
    told = Message.count(
        N_("{file}: {n} row: {new} new, {updated} updated, {duplicates} already there, {errors} faulty."),
        N_("{file}: {n} rows: {new} new, {updated} updated, {duplicates} already there, {errors} faulty."),
        result.counts.rows,
        file=str(one.path),
        **asdict(result.counts),
    )
    line(sentence(told))
    if one.looked is not None:
        _show_rows(one.looked)


def _show_rows(looked: Preview) -> None:
    if looked.encoding:
        line(sentence(Message.of(N_("Read as {encoding}."), encoding=looked.encoding)))
    rows = [(str(v.line), _(KIND_NAMES[v.kind]), v.title, _note(v)) for v in looked.verdicts]
    table((_("Line"), _("Verdict"), pgettext("column", "Who"), pgettext("column", "Note")), rows)
    if not looked.is_complete:
        line(_("Only the first rows and the errors are shown."))


def _note(verdict: Verdict) -> str:
    return " ".join(map(sentence, verdict.told))


def _tell_errors(one: _Done) -> None:
    for error in one.result.errors[:_MOST_TOLD]:
        told = N_("{file}, line {line}: {reason}")
        # a line number is looked up elsewhere, so it keeps its plain figures
        tell(Message.of(told, file=str(one.path), line=str(error.line), reason=error.message))
    more = one.result.counts.errors - _MOST_TOLD
    if more > 0:
        tell(Message.count(N_("{n} more row has an error."), N_("{n} more rows have errors."), more))


def _document(one: _Done) -> dict[str, object]:
    result = one.result
    told: dict[str, object] = {
        "file": str(one.path),
        "rows": result.counts.rows,
        **asdict(result.counts),
        "errors": [{"line": error.line, "message": plain(error.message)} for error in result.errors],
        "error_count": result.counts.errors,
    }
    if one.looked is not None:
        told["encoding"] = one.looked.encoding or None
        told["verdicts"] = [_verdict(verdict) for verdict in one.looked.verdicts]
    return told


def _verdict(verdict: Verdict) -> dict[str, object]:
    return {
        "line": verdict.line,
        "kind": verdict.kind,
        "title": verdict.title,
        "message": plain(verdict.message) if verdict.message else None,
        "left_out": list(verdict.left_out),
        "noted": list(verdict.noted),
        "told": [plain(said) for said in verdict.told],
    }
