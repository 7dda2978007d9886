"""The paths a user gives to the regular files behind them; nothing is opened, so nothing hangs."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhjagloss.corpus.names import shown
from zhjagloss.corpus.sources import NAME as SOURCES
from zhjagloss.errors import Fault

if TYPE_CHECKING:
    from pathlib import Path

#: What a folder is searched for. A file that is named itself is read whatever its suffix.
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})

#: Beginnings of the names of files about a corpus, not of it.
_ABOUT = ("readme", "license", "licence")

_ADVICE = "Move it away, or leave it: the other files are read."


class Found(NamedTuple):
    """A file and the corpus folder in which it was found."""

    root: Path
    path: Path


@dataclass(slots=True)
class Walk:
    """What has been found so far: files, paths skipped, files of other suffixes."""

    found: list[Found] = field(default_factory=list)
    skipped: list[Fault] = field(default_factory=list)
    others: int = 0
    _seen: set[tuple[int, int]] = field(default_factory=set)
    _around: set[tuple[int, int]] = field(default_factory=set)
    _links: list[Found] = field(default_factory=list)

    def take(self, path: Path) -> None:
        """Take in a file, or a folder with all that is below. Raises OSError where nothing is there."""
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            if _identity(path) not in self._seen:
                self._folder(path, path)
        elif stat.S_ISREG(mode):
            self.found.append(Found(path.parent, path))
        else:
            self._skip(path, "is not a regular file")

    def follow(self) -> None:
        """Follow the links to folders: last, so that a folder goes by its own name where it has one."""
        while self._links:
            root, path = min(self._links, key=lambda link: os.fsencode(link.path))
            self._links.remove(Found(root, path))
            try:
                if _identity(path) in self._seen | self._around:
                    self._skip(path, "is a link back to a folder that holds it or is read already")
                else:
                    self._folder(root, path)
            except OSError as error:  # gone since it was listed
                self._skip(path, error.strerror or str(error))

    def _folder(self, root: Path, top: Path) -> None:
        # A link up to a folder around this one would drag in what nobody asked for.
        self._around |= {_identity(parent) for parent in top.resolve().parents}
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                self._seen.add(_identity(folder))
                with os.scandir(folder) as listing:
                    names = sorted((entry.name for entry in listing), key=os.fsencode)
            except OSError as error:
                self._skip(folder, error.strerror or str(error))
                continue
            for name in names:
                if not name.startswith(".") and name != SOURCES and not name.lower().startswith(_ABOUT):
                    self._entry(root, folder / name, waiting)

    def _entry(self, root: Path, path: Path, waiting: list[Path]) -> None:
        try:
            mode = path.stat().st_mode
        except OSError as error:
            reason = (
                "is a link that leads nowhere" if isinstance(error, FileNotFoundError) else error.strerror
            )
            self._skip(path, reason or str(error))
            return
        if stat.S_ISDIR(mode):
            if path.is_symlink():
                self._links.append(Found(root, path))
            else:
                waiting.append(path)
        elif not stat.S_ISREG(mode):
            self._skip(path, "is not a regular file")
        elif path.suffix.lower() in SUFFIXES:
            self.found.append(Found(root, path))
        else:
            self.others += 1

    def _skip(self, path: Path, reason: str) -> None:
        self.skipped.append(Fault(shown(path), reason, _ADVICE))


def _identity(path: Path) -> tuple[int, int]:
    info = path.stat()
    return info.st_dev, info.st_ino
