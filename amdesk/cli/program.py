"""The program behind the word amdesk: global options, the list of commands, exit codes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from amdesk import __version__
from amdesk.cli.help import Typed, with_help
from amdesk.cli.options import Folder
from amdesk.cli.output import is_broken, settle_streams, tell
from amdesk.cli.session import Opener, Paper, Session, Window, no_paper
from amdesk.cli.usage import explain
from amdesk.domain.errors import AmdeskError
from amdesk.domain.messages import N_, Message
from amdesk.i18n.catalog import _, set_language
from amdesk.i18n.languages import LANGUAGES
from amdesk.system.language import system_language
from amdesk.system.paths import data_folder
from amdesk.system.settings import Settings

DONE, COULD_NOT, WRONG_USAGE, STOPPED = 0, 1, 2, 130

# What is typed → the module in which it stands, under the name ``command``.
COMMANDS = {
    "import": "importing",
    "export": "exporting",
    "clients": "clients",
    "duplicates": "duplicates",
    "merge": "merge",
    "log": "log",
    "summary": "summary",
    "history": "history",
    "search": "search",
    "today": "today",
    "due": "due",
    "remind": "remind",
    "goals": "goals",
    "measure": "measure",
    "tasks": "tasks",
    "task": "task",
    "sheet": "sheet",
    "report": "report",
    "prepare": "prepare",
    "demo": "demo",
    "backup": "backup",
    "restore": "restore",
    "recovery-code": "recovery_code",
    "check": "check",
}


class Program(click.Group):
    """A group whose commands are imported when they are wanted."""

    context_class = Typed

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return with_help(import_module(f"amdesk.cli.{COMMANDS[cmd_name]}").command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            ctx.fail(_("There is no command {command}.").format(command=args[0]))
        return super().resolve_command(ctx, args)


def run(
    words: Sequence[str], *, window: Window, paper: Paper = no_paper, opener: Opener | None = None
) -> int:
    """Do what was typed; the exit code: 0 done, 1 could not (a sentence says why), 2 wrong usage."""
    settle_streams()
    try:
        set_language(_chosen_language(words))
        code = _program(paper, opener).main(
            list(words), prog_name="amdesk", obj=window, standalone_mode=False
        )
        if sys.stdout is not None:  # closed by whoever called
            sys.stdout.flush()
    except click.UsageError as error:
        explain(error)
        return WRONG_USAGE
    except (AmdeskError, OSError, UnicodeEncodeError) as error:
        return _could_not(error, words)
    except (click.Abort, KeyboardInterrupt):
        return STOPPED
    except Exception as error:
        from amdesk.services import damage

        if (damaged := damage.told(error)) is None:
            raise
        return _could_not(damaged, words)
    return code if isinstance(code, int) else DONE


def _could_not(error: AmdeskError | OSError | UnicodeEncodeError, words: Sequence[str]) -> int:
    """Say why it could not be done; the exit code. What the person cannot mend is raised again."""
    if isinstance(error, UnicodeEncodeError):
        if not any(map(is_broken, words)):
            raise error
        tell(Message.of(N_("What was typed holds bytes that are no letters. Type it as UTF-8.")))
        return WRONG_USAGE
    if isinstance(error, AmdeskError):
        tell(error.message)
    elif not isinstance(error, BrokenPipeError):
        tell(_of_the_system(error))
    return COULD_NOT


def _program(paper: Paper, opener: Opener | None) -> Program:
    """Built once the language is known, for it says its own help."""

    def begin(ctx: click.Context, data: Path | None, language: str | None, *, minimized: bool) -> int:
        session = Session(ctx.obj, data, language or "", paper, opener)
        ctx.obj = session
        if ctx.invoked_subcommand is None:
            return session.window(session.folder, language=session.language, minimized=minimized)
        return DONE

    program = Program(
        "amdesk",
        callback=click.pass_context(begin),
        invoke_without_command=True,
        help=_("A desk for the person who looks after clients. Without a command the window opens."),
        params=[
            click.Option(
                ["--data"], type=Folder(), metavar="DIR",
                help=_("Keep everything in this folder."),
            ),
            click.Option(
                ["--language"], type=click.Choice(list(LANGUAGES)), help=_("Speak this language."),
            ),
            click.Option(
                ["--minimized"], is_flag=True, help=_("Ring reminders, and do not show the window yet."),
            ),
        ],
    )  # fmt: skip
    told = _("Print the version.")
    return click.version_option(__version__, prog_name="amdesk", message="%(prog)s %(version)s", help=told)(
        program
    )


def _chosen_language(words: Sequence[str]) -> str:
    """The language to speak, known before anything is understood: as typed, as set, or the system's."""
    typed, folder = _value(words, "--language"), _value(words, "--data")
    if typed is not None:
        return typed
    chosen = Settings(data_folder(Path(folder) if folder else None) / "settings.json")["language"]
    return str(chosen or system_language())


def _value(words: Sequence[str], option: str) -> str | None:
    """What follows a global option, or nothing where it is not given before the command."""
    for place, word in enumerate(words):
        if word in COMMANDS:
            return None
        if word == option and place + 1 < len(words):
            return words[place + 1]
        if word.startswith(f"{option}="):
            return word.partition("=")[2]
    return None


def _of_the_system(error: OSError) -> Message:
    """What the system refused, and about which file."""
    if error.filename is None:
        return Message.of(N_("The system refused: {reason}."), reason=error.strerror or str(error))
    return Message.of(
        N_("{file} could not be read or written: {reason}."),
        file=str(error.filename),
        reason=error.strerror or "",
    )
