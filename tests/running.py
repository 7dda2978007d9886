"""The command run as its user runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.samples import write_glossary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Argument = str | bytes | Path

COMMAND = (sys.executable, "-m", "zhjagloss")

#: A process that takes longer hangs.
PATIENCE_SECONDS = 60

#: Rows of a small glossary: three statuses, a full form, two neighbours that are two organs, a
#: term that is only deprecated, and 人大, which is a Chinese term and another's Japanese rendering.
ROWS = (
    ("党工委", "党工作委員会", "preferred", "党工作委员会", "とうこうさくいいんかい", "of a zone", "rule"),
    ("党工委", "党工委", "admitted", "党工作委员会"),
    ("党工委", "党作業委員会", "deprecated", "党工作委员会"),
    ("党委", "党委員会", "preferred", "党委员会"),
    ("高新区", "ハイテク産業開発区", "preferred", "高新技术产业开发区"),
    ("大湾区", "グレーターベイエリア", "preferred"),
    ("万亿元", "万億元", "deprecated"),
    ("人大", "全国人民代表大会", "preferred", "全国人民代表大会"),
    ("人民大学", "人大", "admitted"),
    ("开发区", "開発区", "preferred"),
)

#: A Japanese text of two paragraphs with terms of that glossary; 高新区 is a candidate in it.
TEXT = (
    "無錫高新区の党工委は十二日、グレーターベイエリアとの協力について会議を開いた。\n"
    "会議ではハイテク産業開発区の党工作委員会が計画を示し、開発区の企業が意見を述べた。\n"
)

_SGR = re.compile(r"\x1b\[[0-9;]*m")
_COLOUR = re.compile(r"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")


@dataclass(frozen=True)
class Ran:
    """What a process left: its exit status and the bytes of both streams."""

    status: int
    out: bytes
    err: bytes

    @property
    def stdout(self) -> str:
        """Standard output as text."""
        return self.out.decode()

    @property
    def stderr(self) -> str:
        """Standard error as text."""
        return self.err.decode(errors="replace")

    @property
    def lines(self) -> list[str]:
        """The lines of standard output; LF ends one and nothing else does."""
        return self.stdout.split("\n")[:-1]

    @property
    def cells(self) -> list[list[str]]:
        """The lines of standard output, each as its cells."""
        return [line.split("\t") for line in self.lines]

    def rows(self) -> list[dict[str, str]]:
        """The rows of a TSV with a header, by column name."""
        header, *rows = self.cells
        return [dict(zip(header, row, strict=True)) for row in rows]


@dataclass
class Tool:
    """The command with its working folder and the environment of a user who set nothing up."""

    folder: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep everything that the command may write inside the folder."""
        self.environment = {
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "HOME": str(self.folder),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            **self.environment,
        }

    def __call__(
        self,
        *arguments: Argument,
        stdin: bytes | str = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
    ) -> Ran:
        """Run it with its streams piped."""
        done = subprocess.run(
            [*COMMAND, *arguments],
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd or self.folder,
            env={**self.environment, **(env or {})},
            timeout=PATIENCE_SECONDS,
            check=False,
        )
        return checked(Ran(done.returncode, done.stdout, done.stderr))

    def on_terminal(
        self, *arguments: Argument, columns: int = 100, env: Mapping[str, str] | None = None
    ) -> Ran:
        """Run it with standard output on a terminal; line ends come back as LF."""
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=theirs,
            stderr=subprocess.PIPE,
            cwd=self.folder,
            env={**self.environment, "TERM": "xterm-256color", **(env or {})},
        )
        os.close(theirs)
        written = b""
        with suppress(OSError):  # a terminal that nobody holds open any more
            while piece := os.read(ours, 65536):
                written += piece
        os.close(ours)
        with process:
            _, words = process.communicate(timeout=PATIENCE_SECONDS)
        return checked(Ran(process.returncode, written.replace(b"\r\n", b"\n"), words))


def checked(ran: Ran) -> Ran:
    """Let no fault of the program itself pass, whatever else a test looks at."""
    assert "Traceback" not in ran.stderr, ran.stderr
    assert "Exception ignored" not in ran.stderr, ran.stderr
    return ran


def small_glossary(folder: Path) -> Path:
    """Write the small glossary."""
    return write_glossary(folder, *ROWS)


def write_text(path: Path, text: str = TEXT, encoding: str = "utf-8") -> Path:
    """Write a text file, with the folders above it, line ends as they are."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder, by its path in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def plain(text: str) -> str:
    """Take the styles out of what was drawn on a terminal."""
    return _SGR.sub("", text)


def has_colour(text: str) -> bool:
    """Say whether a text sets a colour (bold and italic are none)."""
    return bool(_COLOUR.search(text))


def width(line: str) -> int:
    """Count the cells that a line takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in plain(line))
