"""What an index was made by and from, and whether that is still so."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.glossary import folder
from zhjagloss.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zhjagloss.glossary.stack import Stack

#: Raised whenever the tables change, so that an older index is made anew.
SCHEMA = 2

#: File systems tell time in ticks of up to some ten milliseconds: a file changed within a tick of
#: the moment the index was made may carry a time from before it ("racy", as git calls it).
TICK_NS = 100_000_000


class Fingerprint(NamedTuple):
    """What tells a file from what it was; all zero and empty for one that is not there."""

    path: str
    size: int
    modified_ns: int
    changed_ns: int
    inode: int
    device: int
    digest: str


def about(stack: Stack) -> list[object]:
    """Say what an index must have been made by, and from, to answer for a stack."""
    paths = [[os.fsdecode(path.absolute()) for path in paths] for paths in (stack.paths, stack.knowing)]
    return [SCHEMA, VERSION, *paths]


def files(stack: Stack) -> list[Path]:
    """Name every file that the answers depend on."""
    return [file for path in dict.fromkeys(stack.knowing) for file in folder.files(path)]


def fingerprint(path: Path) -> Fingerprint:
    """Take a file's fingerprint, its text included."""
    stat = _stat(path)
    return Fingerprint(os.fsdecode(path.absolute()), *stat, _digest(path) if any(stat) else "")


def still(prints: Iterable[Fingerprint], paths: Iterable[Path], made_ns: int) -> bool:
    """Say whether the files at `paths` are exactly those of the prints, unchanged since `made_ns`.

    The text is read only where the system's own record differs, or is too young to be trusted.
    """
    before = {one.path: one for one in prints}
    now = list(paths)
    if {os.fsdecode(path.absolute()) for path in now} != set(before):
        return False
    return all(_unchanged(path, before[os.fsdecode(path.absolute())], made_ns) for path in now)


def _unchanged(path: Path, before: Fingerprint, made_ns: int) -> bool:
    stat = _stat(path)
    trusted = stat == before[1:6] and before.changed_ns < made_ns - TICK_NS
    return trusted or (
        any(stat) == bool(before.digest) and (_digest(path) if any(stat) else "") == before.digest
    )


def _stat(path: Path) -> tuple[int, int, int, int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0, 0, 0
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
