"""The files of a corpus, in a fixed order, each under a name of its own."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from zhjagloss.corpus.names import language_of, shown, stem_of
from zhjagloss.corpus.sources import read_sources, source_of
from zhjagloss.corpus.walk import Found, Walk
from zhjagloss.errors import Fault, UnreadableInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhjagloss.model import Language, Source


@dataclass(frozen=True, slots=True)
class CorpusFile:
    """A file to read: its path, the name its document goes by, what that name says of it.

    `stem` is what a Chinese and a Japanese file of one text have in common.
    """

    path: Path
    name: str
    language: Language | None
    stem: str
    source: Source


@dataclass(frozen=True, slots=True)
class Scan:
    """The files found, sorted by name; what had to be skipped; how many had another suffix."""

    files: tuple[CorpusFile, ...]
    skipped: tuple[Fault, ...]
    others: int


def scan(paths: Iterable[Path]) -> Scan:
    """Find the files behind the paths a user gave; a file that is reached twice counts once.

    Raises UnreadableInputError for all paths that do not exist and all faults of `sources.tsv`.
    """
    walk = Walk()
    faults: list[Fault] = []
    for path in paths:
        try:
            walk.take(path)
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            reason = getattr(error, "strerror", None) or str(error)
            faults.append(Fault(shown(path), reason, "Give a text file or a folder of text files."))
    walk.follow()
    once: dict[str, Found] = {}
    for found in sorted(walk.found, key=lambda found: found.path.is_symlink()):
        once.setdefault(os.path.realpath(found.path), found)
    sources: dict[Path, dict[str, Source]] = {}
    for root in sorted({found.root for found in once.values()}, key=os.fsencode):
        try:
            sources[root] = read_sources(root)
        except UnreadableInputError as error:
            faults += error.faults
    if faults:
        raise UnreadableInputError(*faults)
    files = _files(list(once.values()), sources)
    return Scan(tuple(sorted(files, key=lambda file: file.name)), tuple(walk.skipped), walk.others)


def _files(found: list[Found], sources: dict[Path, dict[str, Source]]) -> list[CorpusFile]:
    """Name each file by its path in its corpus folder, under that folder's label where it needs one."""
    plain = {at: PurePosixPath(shown(at.path.relative_to(at.root).as_posix())) for at in found}
    labels = _labels(plain)
    taken: set[str] = set()
    files = []
    for at in sorted(found, key=lambda at: (os.fsencode(at.root), os.fsencode(at.path))):
        name, stem = plain[at], stem_of(plain[at])
        source = source_of(sources[at.root], str(name), stem)
        # The corpus folder may itself be called zh or ja.
        language = language_of(PurePosixPath(_own_name(at.root)) / name)
        if label := labels.get(at.root):
            name, stem = label / name, stem_of(label / name)
        # Two names differ on disk and yet look alike once escaped: number the second.
        number, wanted = 1, name
        while str(name) in taken:
            number += 1
            name = wanted.with_name(f"{wanted.stem}-{number}{wanted.suffix}")
        taken.add(str(name))
        files.append(CorpusFile(at.path, str(name), language, stem, source))
    return files


def _labels(plain: dict[Found, PurePosixPath]) -> dict[Path, PurePosixPath]:
    """Label the corpus folders that share the name of a file: by their own name, then by number.

    All files of such a folder bear the label, so that a pair in it keeps one stem.
    """
    roots: dict[PurePosixPath, set[Path]] = {}
    for at, name in plain.items():
        roots.setdefault(name, set()).add(at.root)
    clashing = {root for sharing in roots.values() if len(sharing) > 1 for root in sharing}
    labels: dict[Path, PurePosixPath] = {}
    times: Counter[str] = Counter()
    for root in sorted(clashing, key=os.fsencode):
        own = _own_name(root)
        times[own] += 1
        # The number makes a folder of its own: 2/zh and 2/ja still give their files one stem.
        labels[root] = PurePosixPath(str(times[own]), own) if times[own] > 1 else PurePosixPath(own)
    return labels


def _own_name(root: Path) -> str:
    return shown(root.resolve().name) or "corpus"
