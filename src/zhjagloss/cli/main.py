"""The command `zhjagloss`: finds the subcommand, turns every fault into words and an exit status."""

from __future__ import annotations

import importlib
import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import click

from zhjagloss.cli import console
from zhjagloss.errors import Fault, UnreadableInputError, ZhjaglossError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: The commands, each in the module of its name; a module is imported only when it is asked for.
COMMANDS = ("lookup", "build", "segment", "concordance")

CLOSED_PIPE = 128 + 13
STORAGE = 4


class Stopped(BaseException):
    """A signal asks the program to end; it unwinds, so that nothing is left half done."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class Commands(click.Group):
    """The group of commands, each imported late: a look-up must not wait for the segmenter."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Name the commands in the order in which a newcomer meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Import a command."""
        if name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"zhjagloss.cli.{name}").command
        return command


@click.command(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="zhjagloss", message="zhjagloss %(version)s")
def zhjagloss() -> None:
    """Find, keep and look up the Japanese renderings of Chinese institutional terms.

    \b
        zhjagloss lookup 党工委
        zhjagloss build texts/ && zhjagloss lookup 高新区
        zhjagloss segment article.ja.txt
        zhjagloss concordance 大湾区 texts/
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    0 done or found; 1 nothing found, or problems; 2 wrong use or unreadable input; 3 glossary
    damaged or locked; 4 disk or permission; 128 + signal when stopped by one.
    """
    try:
        with _signals():
            console.prepare()
            status = zhjagloss.main(arguments, prog_name="zhjagloss", standalone_mode=False)
            console.finish()
            return int(status or 0)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except ZhjaglossError as error:
        console.say(str(error))
        return error.exit_status
    except (Stopped, KeyboardInterrupt, click.Abort) as stop:
        console.abandon()
        return 128 + (stop.number if isinstance(stop, Stopped) else signal.SIGINT)
    except BrokenPipeError:
        console.abandon()
        return CLOSED_PIPE
    except SystemExit:  # click's own end: of a shell completion, else at a closed pipe, and then with 1
        if "_ZHJAGLOSS_COMPLETE" in os.environ:
            raise
        console.abandon()
        return CLOSED_PIPE
    except FileNotFoundError as error:  # no file that a command opens: those are told where they are opened
        advice = "Change to a folder that exists, or give whole paths."
        console.say(str(Fault("working folder", error.strerror or str(error), advice)))
        return UnreadableInputError.exit_status
    except OSError as error:
        console.abandon()
        advice = "Make room, or write somewhere else."
        console.say(str(Fault("standard output", error.strerror or str(error), advice)))
        return STORAGE
    except MemoryError:
        console.say("out of memory\n  Give the program more, or a smaller corpus.")
        return STORAGE


@contextmanager
def _signals() -> Iterator[None]:
    def stop(number: int, _frame: object) -> NoReturn:
        raise Stopped(number)

    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [signal.signal(number, stop) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
