"""Which glossaries answer, highest first: the user's, then the starter."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

ENVIRONMENT = "ZHJAGLOSS_GLOSSARY"


def starter() -> Path:
    """Find the glossary that ships with the program: inside the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "starter"
    return shipped if shipped.is_dir() else package.parents[1] / "glossary"


def own_folders(given: Sequence[Path], environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Choose the user's glossaries: those given, else the environment's, else the nearest upward.

    Several folders in the environment's variable are separated as in PATH.
    """
    if given:
        return tuple(given)
    if named := environment.get(ENVIRONMENT):
        return tuple(Path(part) for part in named.split(os.pathsep) if part)
    return tuple(_nearest())


def _nearest() -> Iterator[Path]:
    try:
        start = Path.cwd()
        for place in (start, *start.parents):
            if (place / "glossary").is_dir():
                yield Path(os.path.relpath(place / "glossary", start))
                return
    except OSError:  # the working folder was deleted
        return


@dataclass(frozen=True, slots=True)
class Stack:
    """The glossaries that answer, highest first; the starter, where it is wanted, is the last.

    `paths` are the folders whose rows count, `knowing` those whose characters and morphemes do.
    """

    paths: tuple[Path, ...]
    knowing: tuple[Path, ...]

    @property
    def has_starter(self) -> bool:
        """Whether the rows of the starter count."""
        return self.paths == self.knowing

    @classmethod
    def open(cls, own: Iterable[Path], *, with_starter: bool = True) -> Stack:
        """Lay the user's folders over the starter; one that is the starter counts once, as the starter."""
        shipped = starter()
        higher = tuple(path for path in dict.fromkeys(own) if not _same(path, shipped))
        return cls((*higher, shipped) if with_starter else higher, (*higher, shipped))


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
