"""Runs that are killed, stopped, cut off or refused. Numbers are those of the table of faults."""

from __future__ import annotations

import os
import random
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import COMMAND, TEXT, Ran, checked, contents, write_text

if TYPE_CHECKING:
    from tests.running import Tool

THREE = {"candidates.tsv", "usage.tsv", "manifest.json"}

#: One run of each command, from the folder of `every` below.
RUNS = {
    "lookup": ["lookup", "-g", "own", "--no-starter", "-"],
    "build": ["build", "-g", "own", "--no-starter", "--dry-run", "texts"],
    "segment": ["segment", "-g", "own", "--no-starter", "--format", "jsonl", "texts"],
    "concordance": ["concordance", "-g", "own", "--no-starter", "党工委", "texts"],
}

#: Those that read standard input where they are given `-`.
READERS = ("lookup", "segment")


@pytest.fixture
def every(tool: Tool, glossary: Path) -> Tool:
    """Give the command in a folder where every run of the table above has something to print."""
    write_text(tool.folder / "texts" / "a.ja.txt", TEXT * 20)
    return tool


def test_every_command_is_run(tool: Tool) -> None:
    """The table of runs has each command that the help page lists."""
    listed = re.findall(r"^  ([a-z]+) +\S", tool("--help").stdout.split("Commands:\n")[1], re.MULTILINE)
    assert list(RUNS) == listed


# 33: kill -9


def corpora(tool: Tool) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Make two corpora and learn what a build of each writes."""
    write_text(tool.folder / "texts0" / "a.ja.txt")
    write_text(tool.folder / "texts1" / "a.ja.txt", TEXT.replace("グレーター", "高新区のグレーター"))
    written = []
    for name in ("texts0", "texts1"):
        assert build(tool, name).status == 0
        written.append(contents(tool.folder / "found"))
    assert all(written[0][name] != written[1][name] for name in THREE)
    return written[0], written[1]


def build(tool: Tool, corpus: str) -> Ran:
    """Build one corpus into the folder that is looked at."""
    return tool("build", "-q", "-g", "own", "--no-starter", corpus, "-o", "found")


def start(tool: Tool, corpus: str) -> subprocess.Popen[bytes]:
    """Start a build that will be killed."""
    arguments = [*COMMAND, "build", "-q", "-g", "own", "--no-starter", corpus, "-o", "found"]
    return subprocess.Popen(
        arguments, cwd=tool.folder, env=tool.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def check_killed(tool: Tool, old: dict[str, bytes], new: dict[str, bytes], corpus: str) -> int:
    """After a kill each file is whole, old or new; the next build cleans up. Gives the files left over."""
    found = contents(tool.folder / "found")
    for name in THREE:
        assert found[name] in (old[name], new[name]), name
    assert build(tool, corpus).status == 0
    assert contents(tool.folder / "found") == new
    return len(found.keys() - THREE)


def test_33_killed_at_any_moment(tool: Tool, glossary: Path) -> None:
    """33: eight random moments of a build, from its first to its last."""
    written = corpora(tool)
    began = time.monotonic()
    build(tool, "texts1")
    lasts = time.monotonic() - began
    moments = random.Random(33)
    for turn in range(8):
        process = start(tool, f"texts{turn % 2}")
        time.sleep(moments.uniform(0.3, 1.05) * lasts)
        process.kill()
        process.wait()
        check_killed(tool, written[1 - turn % 2], written[turn % 2], f"texts{turn % 2}")


def test_33_killed_while_writing(tool: Tool, glossary: Path) -> None:
    """33: eight random moments of the few milliseconds in which the files are replaced."""
    written = corpora(tool)
    moments = random.Random(34)
    for turn in range(8):
        before = contents(tool.folder / "found").keys()
        stamp = (tool.folder / "found").stat().st_mtime_ns
        process = start(tool, f"texts{turn % 2}")
        while process.poll() is None and (tool.folder / "found").stat().st_mtime_ns == stamp:
            pass  # the folder changes when the first temporary file appears
        time.sleep(moments.uniform(0, 0.004))
        process.kill()
        process.wait()
        assert before == THREE
        check_killed(tool, written[1 - turn % 2], written[turn % 2], f"texts{turn % 2}")


def traced(tool: Tool, call: str, corpus: str) -> subprocess.CompletedProcess[bytes]:
    """Run a build that is killed as it enters a system call; skip where that cannot be done."""
    strace = shutil.which("strace")
    if not strace:
        pytest.skip("strace is not installed")
    names, times = call.split(":")
    command = [strace, "-f", "-qq", "-o", os.devnull, f"--trace={names}"]
    done = subprocess.run(
        [*command, f"--inject={names}:signal=KILL:when={times}", *COMMAND,
         "build", "-q", "-g", "own", "--no-starter", corpus, "-o", "found"],
        cwd=tool.folder, env=tool.environment, capture_output=True, check=False,
    )  # fmt: skip
    if b"ptrace" in done.stderr or b"PTRACE" in done.stderr:
        pytest.skip("processes may not be traced here")
    return done


RENAME = "rename,renameat,renameat2"


def test_33_killed_at_a_system_call(tool: Tool, glossary: Path) -> None:
    """33: at each renaming and each syncing; the temporary file is left over then, and swept next time."""
    written = corpora(tool)
    calls = [f"{names}:{times}" for names in (RENAME, "fsync") for times in (1, 2, 3)]
    for turn, call in enumerate(calls):
        done = traced(tool, call, f"texts{turn % 2}")
        assert done.returncode in (-signal.SIGKILL, 128 + signal.SIGKILL), call
        assert check_killed(tool, written[1 - turn % 2], written[turn % 2], f"texts{turn % 2}") == 1


def test_33_killed_while_an_index_is_made(tool: Tool, glossary: Path) -> None:
    """33: a look-up killed on its way to the index leaves the next one as right as ever."""
    arguments = ("lookup", "-1", "-g", "own", "--no-starter", "党工委")
    moments = random.Random(35)
    for _ in range(3):
        shutil.rmtree(glossary / ".zhjagloss", ignore_errors=True)
        process = subprocess.Popen(
            [*COMMAND, *arguments], cwd=tool.folder, env=tool.environment, stdout=subprocess.DEVNULL
        )
        time.sleep(moments.uniform(0.1, 0.4))
        process.kill()
        process.wait()
        ran = tool(*arguments)
        assert (ran.status, ran.lines, ran.err) == (0, ["党工委\t党工作委員会"], b"")


# 38: signals


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_38_stopped(tool: Tool, glossary: Path, name: str, jobs: int) -> None:
    """38: a build that is asked to stop does, without a word of Python, the files as they were."""
    write_text(tool.folder / "small" / "a.ja.txt")
    assert build(tool, "small").status == 0
    before = contents(tool.folder)
    for number in range(40):
        write_text(tool.folder / "texts" / f"{number}.ja.txt", TEXT.replace("十二", str(number)) * 300)
    process = subprocess.Popen(
        [*COMMAND, "build", "-g", "own", "--no-starter", "texts", "-j", str(jobs), "-o", "found"],
        cwd=tool.folder,
        env=tool.environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    if jobs == 1:
        time.sleep(0.8)
    else:  # when its processes have just been started, and are not yet set up
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        while process.poll() is None and len(children.read_text().split()) < jobs + 1:
            time.sleep(0.01)
        time.sleep(0.1)
    assert process.poll() is None
    # the terminal tells the whole group of Ctrl-C, and of its hanging up; kill tells one process
    (process.send_signal if name == "SIGTERM" else lambda number: os.killpg(process.pid, number))(
        getattr(signal, name)
    )
    out, err = process.communicate(timeout=20)
    ran = checked(Ran(process.returncode, out, err))
    assert ran.status == 128 + getattr(signal, name)
    assert ran.stderr.strip() == ""
    shutil.rmtree(tool.folder / "texts")
    assert contents(tool.folder) == before


# 39: a reader that has enough


@pytest.mark.parametrize("command", RUNS)
def test_39_head(every: Tool, command: str) -> None:
    """39: `| head -1` takes a line and leaves; standard error stays silent."""
    line = f"{shlex.join([*COMMAND, *RUNS[command]])} {'-q' if command != 'lookup' else ''} | head -1"
    done = subprocess.run(
        ["bash", "-c", line],
        input="党工委\n".encode() * 300,
        cwd=every.folder,
        env=every.environment,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    assert done.stdout.count(b"\n") == 1


@pytest.mark.parametrize(
    "arguments", [*RUNS.values(), ["--help"], *([name, "--help"] for name in RUNS)], ids=" ".join
)
def test_39_reader_gone(every: Tool, arguments: list[str]) -> None:
    """39: where nobody reads any more the command ends as one that SIGPIPE stopped, without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    quiet = ["-q"] if arguments[0] in RUNS and "--help" not in arguments else []
    done = subprocess.run(
        [*COMMAND, *arguments, *quiet],
        input="党工委\n".encode() * 2000,
        cwd=every.folder,
        env=every.environment,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.stderr == b""
    assert done.returncode == 128 + signal.SIGPIPE


@pytest.mark.parametrize("command", RUNS)
def test_39_nobody_reads_the_words(every: Tool, command: str) -> None:
    """39: standard error may be a pipe that nobody reads, too."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, *RUNS[command], "nowhere" if command != "lookup" else "無い語です"],
        stdin=subprocess.DEVNULL,
        cwd=every.folder,
        env=every.environment,
        stdout=subprocess.DEVNULL,
        stderr=writing,
        check=False,
    )
    os.close(writing)
    assert done.returncode in {1, 2, 128 + signal.SIGPIPE}


# 40: standard output that takes nothing


@pytest.mark.parametrize(
    "arguments", [*RUNS.values(), ["--help"], *([name, "--help"] for name in RUNS)], ids=" ".join
)
@pytest.mark.parametrize("target", [">/dev/full", ">&-"])
def test_40_nowhere_to_write(every: Tool, arguments: list[str], target: str) -> None:
    """40: a full disk or a closed standard output is said, with what to do, and ends with 4."""
    done = subprocess.run(
        ["bash", "-c", f"{shlex.join([*COMMAND, *arguments])} {target}"],
        input="党工委\n".encode() * 10,
        cwd=every.folder,
        env=every.environment,
        capture_output=True,
        check=False,
    )
    ran = checked(Ran(done.returncode, done.stdout, done.stderr))
    assert ran.status == 4
    first, advice = ran.stderr.splitlines()[-2:]
    assert first.startswith("standard output: ")
    assert advice.startswith("  ")


@pytest.mark.parametrize("command", RUNS)
def test_40_closed_standard_input_and_error(every: Tool, command: str) -> None:
    """40: without standard error the answers come all the same; without standard input `-` is a fault."""
    line = shlex.join([*COMMAND, *RUNS[command]])
    terms = " 党工委" if command == "lookup" else ""
    without_words = subprocess.run(
        ["bash", "-c", f"{line.removesuffix(' -') + terms} 2>&-"],
        cwd=every.folder, env=every.environment, capture_output=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (without_words.returncode, bool(without_words.stdout)) == (0, True)
    if command not in READERS:
        return
    without_input = subprocess.run(
        ["bash", "-c", f"{line.removesuffix(' texts').removesuffix(' -')} - <&-"],
        cwd=every.folder, env=every.environment, capture_output=True, check=False,
    )  # fmt: skip
    assert without_input.returncode == 2
    assert without_input.stderr.decode().startswith("standard input: is closed\n  ")


def test_python_is_what_runs() -> None:
    """Faults are injected into the interpreter itself, not into a script that starts it."""
    with Path(sys.executable).open("rb") as file:
        assert file.read(2) != b"#!"
