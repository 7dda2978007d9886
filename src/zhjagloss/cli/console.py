"""Standard streams made safe: whatever their encoding, closed, full, or cut off by the reader."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from zhjagloss.errors import Fault, StorageError, UnreadableInputError
from zhjagloss.output.visible import visible
from zhjagloss.tsv import BOM

if TYPE_CHECKING:
    from collections.abc import Iterator


def prepare() -> None:
    """Make no character unprintable: what an encoding lacks is written as its code point."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")
    if sys.stdout is None:
        raise StorageError(Fault("standard output", "is closed", "Give the command somewhere to write."))


def say(words: str) -> None:
    """Write words for a person on standard error."""
    if sys.stderr is not None:
        try:
            print(visible(words), file=sys.stderr)
        except OSError:  # nobody reads them; the exit status still tells
            abandon()


def finish() -> None:
    """Hand over what is still buffered, so that a full disk is noticed while it can be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def abandon() -> None:
    """Send what is still buffered nowhere, so that closing the stream fails no second time."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            os.dup2(nowhere, stream.fileno())


def input_bytes() -> bytes:
    """Read all of standard input."""
    if sys.stdin is None:
        raise UnreadableInputError(Fault("standard input", "is closed", "Pipe a text in, or name a file."))
    return sys.stdin.buffer.read()


def input_lines() -> Iterator[str]:
    """Yield the lines of standard input as they come, without their ends; UTF-8, with a BOM or not."""
    if sys.stdin is None:
        raise UnreadableInputError(Fault("standard input", "is closed", "Pipe terms in, or name one."))
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        try:
            yield raw.removeprefix(BOM if number == 1 else b"").rstrip(b"\r\n").decode()
        except UnicodeDecodeError as error:
            reason = f"byte {error.start + 1} of the line is not UTF-8"
            raise UnreadableInputError(Fault("-", reason, "Convert the input to UTF-8.", number)) from error
