"""The files that `build` owns: candidates, usage, manifest; written whole, sorted, always the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
from typing import TYPE_CHECKING, TypeVar

from zhjagloss import storage, tsv
from zhjagloss.errors import DamagedGlossaryError, Fault, UnreadableInputError
from zhjagloss.model import Candidate, Pair, Source, Usage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

Row = TypeVar("Row", Candidate, Usage)

CANDIDATES = "candidates.tsv"
USAGE = "usage.tsv"
MANIFEST = "manifest.json"

CANDIDATE_COLUMNS = ("zh", "full", "ja", "score", "evidence", "count", "documents", "example")
USAGE_COLUMNS = ("zh", "full", "ja", "document", "publisher", "date", "count", "line", "example")

_REBUILD = "Run zhjagloss build again: it writes this file anew."


def render(
    candidates: Iterable[Candidate], usages: Iterable[Usage], manifest: Mapping[str, object]
) -> dict[str, bytes]:
    """Give the bytes of the three files by name; the manifest records the digests of the other two."""
    contents = {CANDIDATES: _render_candidates(candidates), USAGE: _render_usages(usages)}
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    whole = {**manifest, "files": digests}
    contents[MANIFEST] = (json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
    return contents


def write(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Put the files in place, each whole; the manifest last, so that its digests tell a mixed set.

    A file that already holds these bytes is left alone. Raises StorageError.
    """
    storage.sweep(folder)
    for name, data in contents.items():
        if not _holds(folder / name, data):
            storage.replace(folder / name, data)


def differing(folder: Path, contents: Mapping[str, bytes]) -> tuple[str, ...]:
    """Name the files that would change."""
    return tuple(name for name, data in contents.items() if not _holds(folder / name, data))


def read(folder: Path) -> tuple[tuple[Candidate, ...], tuple[Usage, ...]]:
    """Read back candidates and usage; a folder without them has none. Raises DamagedGlossaryError."""
    faults: list[Fault] = []
    candidates = tuple(_read(folder / CANDIDATES, CANDIDATE_COLUMNS, _candidate, faults))
    usages = tuple(_read(folder / USAGE, USAGE_COLUMNS, _usage, faults))
    if faults:
        raise DamagedGlossaryError(*faults)
    return candidates, usages


def folder_of(glossary: Path) -> Path:
    """Tell where a glossary keeps what the program generates.

    It is `generated/`, unless the folder itself is the output of `build -o`.
    """
    inside = glossary / "generated"
    return glossary if (glossary / USAGE).exists() and not inside.exists() else inside


def _render_candidates(candidates: Iterable[Candidate]) -> bytes:
    rows = [
        (
            c.pair.zh,
            c.pair.full,
            c.pair.ja,
            f"{c.score:.3f}",
            c.evidence,
            str(c.count),
            str(c.documents),
            c.example,
        )
        for c in candidates
    ]
    return tsv.render(CANDIDATE_COLUMNS, sorted(rows))


def _render_usages(usages: Iterable[Usage]) -> bytes:
    rows = [
        (
            *(u.pair.zh, u.pair.full, u.pair.ja, u.document, u.source.publisher, u.source.date),
            *(str(u.count), str(u.line), u.example),
        )
        for u in usages
    ]
    return tsv.render(USAGE_COLUMNS, sorted(rows))


def _candidate(cells: Mapping[str, str]) -> Candidate:
    pair = Pair(cells["zh"], cells["full"], cells["ja"])
    count, documents = int(cells["count"]), int(cells["documents"])
    return Candidate(pair, float(cells["score"]), cells["evidence"], count, documents, cells["example"])


def _usage(cells: Mapping[str, str]) -> Usage:
    pair = Pair(cells["zh"], cells["full"], cells["ja"])
    source = Source(publisher=cells["publisher"], date=cells["date"])
    return Usage(pair, cells["document"], source, int(cells["count"]), int(cells["line"]), cells["example"])


def _read(
    file: Path, columns: tuple[str, ...], parse: Callable[[Mapping[str, str]], Row], faults: list[Fault]
) -> Iterator[Row]:
    name = os.fsdecode(file)
    try:
        table = tsv.parse(file.read_bytes(), name, columns)
    except FileNotFoundError:
        return
    except OSError as error:
        raise UnreadableInputError(Fault(name, error.strerror or str(error))) from error
    if table.faults:
        faults += table.faults
        return
    for row in table.rows:
        try:
            yield parse(row.cells)
        except ValueError:
            faults.append(Fault(name, "a number is expected where there is none", _REBUILD, row.line))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.read_bytes() == data
    except OSError:
        return False
