"""What the palette offers: commands possible now, settings, and records by their names; recent ones first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from amdesk.domain.errors import DiskError
from amdesk.domain.messages import N_, Message, Words
from amdesk.gui.commands import COMMANDS, Command, Shell
from amdesk.gui.place import Place
from amdesk.i18n.catalog import _
from amdesk.services import palette, ranking, recent
from amdesk.services.desk import Desk
from amdesk.services.palette import Record
from amdesk.system.settings import SETTINGS, Setting

KINDS: dict[str, Words] = {
    "command": N_("Command"),
    "setting": N_("Setting"),
    "client": N_("Client"),
    "contact": Message.named("found", "Contact"),
    "goal": N_("Goal"),
    "interaction": N_("Call log"),
}
_ICONS = {
    "setting": "settings", "client": "client", "contact": "contact", "goal": "goal", "interaction": "calls",
}  # fmt: skip
_MOST = 30
_RECENT = 6  # shown before anything is typed
_CLIENTS = 4
_LEAST = 40  # what a record counts that was found by a number or a note, not by its name
_BOOST = 8  # what was chosen lately comes before what fits about as well
_NEVER = frozenset({"help.commands"})


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what it is called, what it is or where it is from, and what it does: a command or a place."""

    kind: str
    key: str
    title: str
    detail: tuple[str, ...] = ()
    icon: str = ""
    shortcut: str = ""
    names: tuple[str, ...] = field(default=(), compare=False)
    command: Command | None = field(default=None, compare=False)
    place: Place | None = None


def items(shell: Shell, text: str, *, wheres: dict[str, str]) -> list[Item]:
    """What fits the text, the best first; without one, what was chosen lately and what is possible here.

    Where nothing fits all of it, what fits its last words: who looks for “new contact” finds “Add contact”.
    ``wheres`` says in which menu a command stands, by its id.
    """
    words = text.split()
    ends = (" ".join(words[first:]) for first in range(1, len(words)))
    return next(filter(None, (_fitting(shell, one, wheres=wheres) for one in (text, *ends))), [])


def _fitting(shell: Shell, text: str, *, wheres: dict[str, str]) -> list[Item]:
    standing = [*_commands(shell, wheres), *_settings()]
    known = {one.key: one for one in standing}
    lately = recent.listed(shell.desk)
    if not text.strip():
        return _untyped(shell.desk, known, lately)
    found = [*standing, *(_of_record(record) for record in palette.find(shell.desk, text))]
    boosted = set(lately)
    scored = [(_score(text, one, boosted), one) for one in found]
    fitting = sorted((pair for pair in scored if pair[0] > 0), key=lambda pair: -pair[0])
    return [one for _score_, one in fitting[:_MOST]]


def run(shell: Shell, item: Item) -> None:
    """Do what a line says, and remember it."""
    with suppress(DiskError):  # it is not among the last ones then, and done all the same
        recent.note(shell.desk, item.key)
    if item.command is not None:
        item.command.run(shell)
    elif item.place is not None:
        shell.go(item.place)


def _untyped(desk: Desk, known: dict[str, Item], lately: list[str]) -> list[Item]:
    found = (one for key in lately if (one := known.get(key) or _by_key(desk, key)))
    chosen = list({one.key: one for one in found}.values())[:_RECENT]
    shown = {one.key for one in chosen}
    clients = [_of_record(one) for one in palette.find(desk, "") if one.key not in shown][:_CLIENTS]
    commands = [one for one in known.values() if one.kind == "command" and one.key not in shown]
    return [*chosen, *clients, *commands]


def _score(text: str, item: Item, boosted: set[str]) -> float:
    fit = max(ranking.fits(text, name) for name in item.names)
    if item.kind in {"client", "contact", "goal", "interaction"}:
        fit = max(fit, _LEAST)
    return fit + _BOOST if fit and item.key in boosted else fit


def _commands(shell: Shell, wheres: dict[str, str]) -> Iterator[Item]:
    """Found by what they are called here, and by their English names, which documents use."""
    for command in COMMANDS.values():
        if command.id not in _NEVER and command.enabled(shell):
            words = _(command.label)
            yield Item(
                "command", f"command:{command.id}", words, tuple(filter(None, (wheres.get(command.id),))),
                command.icon, command.shortcut, (words, command.label), command,
            )  # fmt: skip


def _settings() -> Iterator[Item]:
    for setting in SETTINGS:
        if setting.is_remembered:
            continue
        words = _(setting.label)
        yield Item(
            "setting", f"setting:{setting.key}", words, (_(setting.group),), _ICONS["setting"],
            names=(words, _english(setting)), place=Place("settings", at=f"setting-{setting.key}"),
        )  # fmt: skip


def _english(setting: Setting) -> str:
    return str(setting.label)


def _by_key(desk: Desk, key: str) -> Item | None:
    record = palette.by_key(desk, key)
    return _of_record(record) if record else None


def _of_record(record: Record) -> Item:
    match record.kind:
        case "interaction":
            place = Place("summary", record.id, record.client_id)
        case "goal":
            place = Place("goal", record.id, record.client_id)
        case "contact":
            place = Place("client", record.client_id, at=f"contact-{record.id}")
        case _:
            place = Place("client", record.id)
    names = (record.label, *record.detail[:1])
    return Item(
        record.kind, record.key, record.label, record.detail, _ICONS[record.kind], names=names, place=place
    )
