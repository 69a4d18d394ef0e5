"""What is on a disk when the power fails: a program's writes, recorded by strace, played up to some moment.

What was written since a file was last synced may be there, or not, or be there in parts, sector by sector;
names that were given or taken since their folder was last synced stay as they were from some one of them on.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TRACED = (
    "openat,close,write,pwrite64,ftruncate,fsync,fdatasync,lseek,rename,renameat,renameat2,unlink,unlinkat,"
    "link,linkat,mkdir,mkdirat,rmdir,dup,fcntl"
)
_LINE = re.compile(r"(\w+)\((.*)\)\s+= (\d+)")
_PART = re.compile(r'"((?:\\x[0-9a-f]{2})*)"|([^",\s][^",]*)')
_SECTOR = 512
_RUN = (
    "import os, sys\nfrom functools import partial\nfrom pathlib import Path\n"
    "from tests.hostile import acts\n"
    "acts.tell(1, os.getpid())\ngetattr(acts, sys.argv[2])(Path(sys.argv[1]), partial(acts.tell, 1))"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the system that did not fail: texts are bytes, numbers and flags as they were shown."""

    name: str
    given: tuple[bytes | str, ...]
    result: int


@dataclass(slots=True)
class File:
    """The bytes of a file that are safe, and what was done to it since: a place and bytes, or a length."""

    safe: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, bytes | None]] = field(default_factory=list)

    def synced(self) -> None:
        for place, data in self.since:
            _do(self.safe, place, data)
        self.since.clear()

    def after_failure(self, chance: random.Random) -> bytes:
        """What is found of it: of what is not safe any sectors, or all, or none."""
        found, share = bytearray(self.safe), chance.choice((0.0, 0.5, 1.0))
        for place, data in self.since:
            if data is None:
                if chance.random() < share:
                    _do(found, place, None)
                continue
            for start in range(0, len(data), _SECTOR):
                if chance.random() < share:
                    _do(found, place + start, data[start : start + _SECTOR])
        return bytes(found)


@dataclass(slots=True)
class Disk:
    """The folder ``root`` as the calls leave it; ``said`` is what the program has written to its terminal."""

    root: Path
    names: dict[Path, File | None] = field(default_factory=dict)
    safe: dict[Path, File | None] = field(default_factory=dict)
    renamed: list[dict[Path, File | None]] = field(default_factory=list)
    said: bytes = b""
    _open: dict[int, tuple[Path, File | None, int]] = field(default_factory=dict)

    def begin(self) -> None:
        """Take what lies in the folder now as safe."""
        for path in self.root.rglob("*"):
            self.names[path] = None if path.is_dir() else File(bytearray(path.read_bytes()))
        self.safe = dict(self.names)

    def copy(self) -> Disk:
        """The same disk once more, nothing of which was played yet."""
        names = {path: file and File(bytearray(file.safe)) for path, file in self.names.items()}
        return Disk(self.root, names, dict(names))

    def play(self, call: Call) -> None:
        """Do what a call did."""
        act = getattr(self, f"do_{call.name.removesuffix('2').removesuffix('at').removesuffix('64')}", None)
        if act is not None:
            act(call)

    def fail(self, into: Path, chance: random.Random) -> None:
        """Write what is left after a failure of the power into another folder."""
        left = chance.choice([self.safe, *self.renamed])
        for path, file in sorted(left.items(), key=lambda each: len(each[0].parts)):
            place = into / path.relative_to(self.root)
            place.parent.mkdir(parents=True, exist_ok=True)
            if file is None:
                place.mkdir(exist_ok=True)
            else:
                place.write_bytes(file.after_failure(chance))

    def _path(self, folder: bytes | str, name: bytes | str) -> Path:
        handle = int(folder) if str(folder).isdigit() else -1
        base = self._open[handle][0] if handle in self._open else Path("/")
        return base / (name.decode() if isinstance(name, bytes) else name)

    def _named(self, path: Path) -> bool:
        return self.root in path.parents

    def _note(self) -> None:
        self.renamed.append(dict(self.names))

    def do_open(self, call: Call) -> None:
        path, flags = self._path(call.given[0], call.given[1]), str(call.given[2])
        if not (self._named(path) or path == self.root):
            self._open.pop(call.result, None)
            return
        if path not in self.names and "O_CREAT" in flags:
            self.names[path] = File()
            self._note()
        file = self.names.get(path)
        if file is not None and "O_TRUNC" in flags:
            file.since.append((0, None))
        self._open[call.result] = (path, file, 0)

    def do_close(self, call: Call) -> None:
        self._open.pop(int(call.given[0]), None)

    def do_dup(self, call: Call) -> None:
        if int(call.given[0]) in self._open:
            self._open[call.result] = self._open[int(call.given[0])]

    def do_fcntl(self, call: Call) -> None:
        if str(call.given[1]).startswith("F_DUPFD"):
            self.do_dup(call)

    def do_lseek(self, call: Call) -> None:
        self._move(int(call.given[0]), call.result)

    def _move(self, handle: int, to: int) -> None:
        if handle in self._open:
            path, file, _at = self._open[handle]
            self._open[handle] = (path, file, to)

    def do_write(self, call: Call) -> None:
        handle, data = int(call.given[0]), call.given[1]
        assert isinstance(data, bytes)
        if handle == 1:
            self.said += data[: call.result]
        elif handle in self._open:
            _path, file, at = self._open[handle]
            if file is not None:
                file.since.append((at, data[: call.result]))
            self._move(handle, at + call.result)

    def do_pwrite(self, call: Call) -> None:
        _path, file, _at = self._open.get(int(call.given[0]), (self.root, None, 0))
        data = call.given[1]
        if file is not None and isinstance(data, bytes):
            file.since.append((int(call.given[3]), data[: call.result]))

    def do_ftruncate(self, call: Call) -> None:
        _path, file, _at = self._open.get(int(call.given[0]), (self.root, None, 0))
        if file is not None:
            file.since.append((int(call.given[1]), None))

    def do_fsync(self, call: Call) -> None:
        path, file, _at = self._open.get(int(call.given[0]), (Path(), None, 0))
        if file is not None:
            file.synced()
        elif path == self.root or path in self.names:
            self.safe, self.renamed = dict(self.names), []

    do_fdatasync = do_fsync

    def do_rename(self, call: Call) -> None:
        old, new = self._two(call)
        if self._named(old) and old in self.names:
            moved = {path: file for path, file in self.names.items() if path == old or old in path.parents}
            for path, file in moved.items():
                del self.names[path]
                self.names[new / path.relative_to(old)] = file
            self._note()

    def do_link(self, call: Call) -> None:
        old, new = self._two(call)
        if old in self.names:
            self.names[new] = self.names[old]
            self._note()

    def _two(self, call: Call) -> tuple[Path, Path]:
        texts = [one for one in call.given if isinstance(one, bytes)]
        folders = call.given if len(call.given) > 2 else ("", "", "")
        return self._path(folders[0], texts[0]), self._path(folders[2], texts[1])

    def do_unlink(self, call: Call) -> None:
        folder = call.given[0] if len(call.given) > 1 else ""
        text = next(one for one in call.given if isinstance(one, bytes))
        if self.names.pop(self._path(folder, text), self) is not self:
            self._note()

    do_rmdir = do_unlink

    def do_mkdir(self, call: Call) -> None:
        path = self._path(call.given[0], next(one for one in call.given if isinstance(one, bytes)))
        if self._named(path):
            self.names[path] = None
            self._note()


def recorded(folder: Path, act: str, log: Path, *, seconds: float) -> list[Call]:
    """Let a program act on a folder for some seconds; the calls by which it wrote."""
    command = ["strace", "-qq", "-xx", "-s", "99999999", "-o", str(log), "-e", f"trace={_TRACED}"]
    command += [sys.executable, "-c", _RUN, str(folder), act]
    tracing = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert tracing.stdout is not None
    process, first = int(tracing.stdout.readline() or 0), tracing.stdout.readline()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and tracing.poll() is None:
        os.sched_yield()
    if tracing.poll() is None:
        os.kill(process, signal.SIGKILL)  # strace writes down the rest, and ends
    _out, said = tracing.communicate()
    assert first == b"open\n", said.decode()
    return list(_calls(log))


def _calls(log: Path) -> Iterator[Call]:
    with log.open(encoding="ascii", errors="replace") as lines:
        for line in lines:
            if found := _LINE.fullmatch(line.rstrip("\n")):
                given = tuple(_value(*part) for part in _PART.findall(found[2]))
                yield Call(found[1], given, int(found[3]))


def _value(text: str, other: str) -> bytes | str:
    return other.strip() if other else bytes.fromhex(text.replace("\\x", ""))


def _do(whole: bytearray, place: int, data: bytes | None) -> None:
    """Write bytes at a place; without any, cut off or lengthen there."""
    if data is None:
        del whole[place:]
        whole.extend(bytes(place - len(whole)))
        return
    whole.extend(bytes(max(0, place - len(whole))))
    whole[place : place + len(data)] = data
