"""`zhjagloss` itself: its help, its commands, what all of them have in common."""

from __future__ import annotations

import re
from importlib import metadata
from typing import TYPE_CHECKING

import pytest

from zhjagloss.cli.main import COMMANDS
from zhjagloss.version import VERSION

if TYPE_CHECKING:
    from tests.running import Tool


def listed(text: str) -> list[str]:
    """Read the commands off the help page."""
    return re.findall(r"^  ([a-z]+) +\S", text.split("Commands:\n")[1], re.MULTILINE)


def example(page: str) -> str:
    """Give the first line of a help page that is indented as an example is."""
    return str(re.findall(r"^ {6}(\S.*)$", page.split("\nOptions:")[0], re.MULTILINE)[0])


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_command(tool: Tool, option: str) -> None:
    """The help page lists every command, each with what it does."""
    ran = tool(option)
    assert (ran.status, ran.err) == (0, b"")
    assert listed(ran.stdout) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_help_opens_with_an_example(tool: Tool, command: str) -> None:
    """A command's help gives an example before anything is explained at length."""
    ran = tool(command, "--help")
    assert ran.status == 0
    assert re.search(rf"\bzhjagloss {command}\b", example(ran.stdout))
    usage, summary, shown, *_ = re.split(r"\n\n", ran.stdout)
    assert usage.startswith(f"Usage: zhjagloss {command}")
    assert summary.strip().endswith(".")
    assert f"zhjagloss {command}" in shown


def test_every_command_has_an_example(tool: Tool) -> None:
    """The first page shows each of its commands at work."""
    page = tool("--help").stdout
    shown = page.split("\nOptions:")[0]
    for command in listed(page):
        assert f"zhjagloss {command}" in shown


def test_examples_are_whole(tool: Tool) -> None:
    """No example is rewrapped or broken on a terminal of ordinary width."""
    for arguments in (["--help"], *([command, "--help"] for command in COMMANDS)):
        lines = tool(*arguments, env={"COLUMNS": "80"}).lines
        assert [line for line in lines if len(line) > 80] == []
        assert not [
            line for line in lines if line.count("zhjagloss ") > 1 and " && " not in line and "|" not in line
        ]


def test_version(tool: Tool) -> None:
    """`--version` names the version of the package."""
    ran = tool("--version")
    assert ran.stdout == f"zhjagloss {VERSION}\n"
    assert metadata.version("zhjagloss") == VERSION


USES = {
    "no command": (),
    "unknown command": ("look",),
    "unknown option": ("--nope",),
    **{f"{command} --nope": (command, "--nope") for command in COMMANDS},
    **{f"{command} --format yaml": (command, "--format", "yaml") for command in COMMANDS},
}


@pytest.mark.parametrize("name", USES)
def test_wrong_use(tool: Tool, name: str) -> None:
    """Wrong use is 2, with words on standard error and nothing on standard output."""
    ran = tool(*USES[name])
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(tool: Tool, shell: str) -> None:
    """Each shell gets a completion script, and the commands complete."""
    script = tool(env={"_ZHJAGLOSS_COMPLETE": f"{shell}_source"})
    assert script.status == 0
    assert "_ZHJAGLOSS_COMPLETE" in script.stdout
    asked = {
        "_ZHJAGLOSS_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": "zhjagloss l",
        "COMP_CWORD": "l" if shell == "fish" else "1",
    }
    assert "lookup" in tool(env=asked).stdout
