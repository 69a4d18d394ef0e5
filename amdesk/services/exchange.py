"""The door for lists that come and go: what a file would bring, bringing it, and taking everything along."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TypeVar

from amdesk.domain.columns import FIELDS
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message, Words
from amdesk.domain.verdict import KIND_NAMES, Counts, Verdict
from amdesk.services import attachments, backups, import_measurements, promises
from amdesk.services.check import contradictions
from amdesk.services.desk import Desk
from amdesk.services.exporting import FORMATS, Progress, export
from amdesk.services.import_sources import OWN_TABLES, Source, opened, rank_of
from amdesk.store import exchange as store

__all__ = [
    "FORMATS", "Counts", "ImportResult", "Preview", "Progress", "RowError", "Verdict", "drain", "export",
    "in_order", "preview", "previewing", "run", "trial",
]  # fmt: skip

T = TypeVar("T")

_LABEL = N_("Import")
MOST_SHOWN = 1_000  # verdicts that a preview keeps, errors apart
MOST_ERRORS = 10_000


@dataclass(frozen=True, slots=True)
class RowError:
    """A row that was not taken over, and why."""

    line: int
    message: Message


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did; ``errors`` are the first ten thousand."""

    file: str
    counts: Counts
    errors: tuple[RowError, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import of a file would do, and how the file was understood.

    ``mapping`` has for each column of ``header`` a field or nothing; ``fields`` are those to choose from,
    with their labels (message ids); ``sample`` are the first rows as they stand. ``verdicts`` are the first
    thousand and the errors, in the order of the file; ``counts`` are of all rows. ``refusal`` says why
    nothing of it will be taken. ``sheets`` are those of a spreadsheet that could be taken, ``sheet`` is which
    of them is.
    """

    path: Path
    kind: str
    encoding: str
    delimiter: str
    sheets: tuple[str, ...]
    sheet: str
    header: tuple[str, ...]
    mapping: tuple[str | None, ...]
    fields: tuple[tuple[str, Words], ...]
    sample: tuple[tuple[str, ...], ...]
    counts: Counts
    verdicts: tuple[Verdict, ...]
    mapped_by_hand: bool = False
    refusal: Message | None = None

    @property
    def is_complete(self) -> bool:
        """Whether ``verdicts`` has every row."""
        return len(self.verdicts) == self.counts.rows

    @property
    def result(self) -> ImportResult:
        """The result that importing it would have."""
        return _result(self.path, self.counts, self.verdicts)


@dataclass(slots=True)
class _Tally:
    """Verdicts counted, the first ones and the errors kept: a million rows fit."""

    kinds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KIND_NAMES, 0))
    kept: list[Verdict] = field(default_factory=list)
    shown: int = 0

    def add(self, verdicts: Sequence[Verdict]) -> None:
        for one in verdicts:
            self.kinds[one.kind] += 1
            if one.kind == "error":
                if self.kinds["error"] <= MOST_ERRORS:
                    self.kept.append(one)
            elif self.shown < MOST_SHOWN:
                self.shown += 1
                self.kept.append(one)

    @property
    def counts(self) -> Counts:
        return Counts(*self.kinds.values())


def preview(
    desk: Desk, path: Path, *, encoding: str | None = None, mapping: Sequence[str | None] | None = None,
    sheet: str | None = None,
) -> Preview:  # fmt: skip
    """What importing a file would do; ``encoding``, ``mapping`` and ``sheet`` as the person corrected them.

    An AmdeskError when the file as a whole cannot be read; a faulty row is a verdict.
    """
    return drain(previewing(desk, path, encoding=encoding, mapping=mapping, sheet=sheet))


def previewing(
    desk: Desk, path: Path, *, encoding: str | None = None, mapping: Sequence[str | None] | None = None,
    sheet: str | None = None,
) -> Generator[Progress, None, Preview]:  # fmt: skip
    """``preview`` in steps, for files so long that one wants to see it move or to stop it."""
    with opened(desk, path, encoding=encoding, mapping=mapping, sheet=sheet, is_trial=True) as source:
        tally = _Tally()
        with trial(desk):
            for verdicts in _merged(desk, source, path):
                tally.add(verdicts)
                yield Progress(source.position, source.size, "bytes")
        return Preview(
            path=path,
            kind=source.kind,
            encoding=source.encoding,
            delimiter=source.delimiter,
            sheets=source.sheets,
            sheet=source.sheet,
            header=source.header,
            mapping=source.mapping,
            fields=tuple(FIELDS.items()),
            sample=source.sample,
            counts=tally.counts,
            verdicts=tuple(tally.kept),
            mapped_by_hand=mapping is not None,
            refusal=_refusal(source, tally.kept, path),
        )


def _merged(desk: Desk, source: Source, path: Path) -> Iterator[list[Verdict]]:
    """The rows merged; an AmdeskError where amdesk's own tables then say what cannot be at once.

    Each of their rows may be sound and the whole not, such as a confirmed summary that nobody confirmed.
    """
    if source.kind not in OWN_TABLES:
        yield from source.merged(desk)
        return
    before = set(map(str, contradictions(desk)))
    yield from source.merged(desk)
    promises.settle_in(desk)
    found = next((one for one in contradictions(desk) if str(one) not in before), None)
    if found is not None:
        raise AmdeskError(
            N_(
                "{file} contradicts itself, so nothing of it was imported. {finding} "
                "Mend it or export it again."
            ),
            file=path.name,
            finding=found,
        )


class _NotKept(Exception):  # noqa: N818 - no error, only the way out of a step that shall leave no trace
    """The end of a trial."""


@contextmanager
def trial(desk: Desk) -> Iterator[None]:
    """Import and take it all back: the verdicts are those of a true import, whatever the rows have to do with
    each other, and the memory it takes is bounded."""
    try:
        with desk.step(_LABEL):
            yield
            _take_back()
    except _NotKept:
        pass


def _take_back() -> NoReturn:
    raise _NotKept


def run(desk: Desk, wanted: Preview) -> Generator[Progress, None, ImportResult]:
    """Import what was previewed, as one step; closing the generator early takes everything back.

    What was there before is backed up first. Nothing else may write to the desk until it is done. Returns
    the result.
    """
    yield from backups.before_change(desk)
    mapping = wanted.mapping or None
    with (
        opened(desk, wanted.path, encoding=wanted.encoding, mapping=mapping, sheet=wanted.sheet) as source,
        desk.step(_LABEL),
    ):
        tally = _Tally()
        for verdicts in _merged(desk, source, wanted.path):
            tally.add(verdicts)
            done = tally.counts.rows
            yield Progress(done, max(done, wanted.counts.rows), "rows")
        refused = _refusal(source, tally.kept, wanted.path)
        if refused is not None:
            raise AmdeskError(refused)
        yield from _indexed(desk)
        if source.kind in OWN_TABLES:
            attachments.take_in(desk, wanted.path.parent / attachments.FOLDER)
        if wanted.mapped_by_hand:
            store.remember(desk.store, wanted.header, wanted.mapping)
    return _result(wanted.path, tally.counts, tally.kept)


def _refusal(source: Source, verdicts: Sequence[Verdict], path: Path) -> Message | None:
    """Why nothing of a file is taken, though some of its rows could be: so it is with measurements."""
    is_series = source.kind == import_measurements.KIND
    return import_measurements.refusal(verdicts, file=path.name) if is_series else None


def _indexed(desk: Desk) -> Iterator[Progress]:
    """Index the words before the step ends, for that can take as long as the rows."""
    for done, total in desk.store.index():
        yield Progress(done, total, "index")


def drain(work: Generator[Progress, None, T]) -> T:
    """Do long work to its end without looking at its progress; what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def in_order(paths: Sequence[Path]) -> list[Path]:
    """The files in the order in which they refer to each other: amdesk's tables last."""
    return sorted(paths, key=rank_of)


def _result(path: Path, counts: Counts, verdicts: Sequence[Verdict]) -> ImportResult:
    errors = tuple(
        RowError(one.line, one.message) for one in verdicts if one.kind == "error" and one.message is not None
    )
    return ImportResult(path.name, counts, errors)
