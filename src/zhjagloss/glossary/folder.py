"""One glossary folder read into what people wrote: entries, decisions against, sources.

glossary/
  <subject>.tsv      zh  ja  status  full  reading  note  source
  sources.tsv        code  title  publisher  date  address
  rejected.tsv       zh  full  ja  note
  morphemes.tsv  heads.tsv  han.tsv          (see `zhjagloss.glossary.knowledge`)
  generated/         (see `zhjagloss.glossary.generated`)
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zhjagloss import tsv
from zhjagloss.errors import DamagedGlossaryError, Fault, UnreadableInputError
from zhjagloss.glossary import generated
from zhjagloss.model import Entry, Pair, Place, Source, Status

if TYPE_CHECKING:
    from pathlib import Path

SUBJECT = ("zh", "ja", "status", "full", "reading", "note", "source")
SOURCES = ("code", "title", "publisher", "date", "address")
REJECTED = ("zh", "full", "ja", "note")

#: Files of a folder that are no subject.
RESERVED = frozenset(
    {"sources.tsv", "rejected.tsv", "morphemes.tsv", "heads.tsv", "han.tsv"}
    | {generated.CANDIDATES, generated.USAGE}
)

#: What a person may write; `proposed` is the machine's word for what nobody has decided.
DECIDED = {status.value: status for status in Status if status is not Status.PROPOSED}


@dataclass(frozen=True, slots=True)
class GlossaryFolder:
    """All that people say in one folder. `path` is as it was named to us."""

    path: Path
    entries: tuple[Entry, ...]
    rejected: tuple[Pair, ...]
    sources: dict[str, Source]


def read(path: Path) -> GlossaryFolder:
    """Read a folder; raise DamagedGlossaryError with every fault in it, or UnreadableInputError."""
    faults: list[Fault] = []
    entries: list[Entry] = []
    for file in subject_files(path):
        table = read_table(file, SUBJECT)
        faults += table.faults
        for row in table.rows if set(SUBJECT) <= set(table.header) else ():
            place = Place(table.name, row.line)
            found = _row_faults(row, place)
            faults += found
            if not found:
                entries.append(_entry(row, place))
    rejected = _optional_table(path / "rejected.tsv", REJECTED, faults)
    sources = _optional_table(path / "sources.tsv", SOURCES, faults)
    if faults:
        raise DamagedGlossaryError(*sorted(faults, key=lambda fault: (fault.path, fault.line or 0)))
    return GlossaryFolder(
        path,
        tuple(entries),
        tuple(Pair(row.cells["zh"], row.cells["full"], row.cells["ja"]) for row in rejected),
        {
            row.cells["code"]: Source(
                *(row.cells[field] for field in ("title", "publisher", "date", "address"))
            )
            for row in sources
        },
    )


def files(path: Path) -> tuple[Path, ...]:
    """Name every file of a folder that an answer may depend on, whether it exists or not."""
    inside = generated.folder_of(path)
    others = [path / name for name in ("han.tsv", "morphemes.tsv", "rejected.tsv", "sources.tsv")]
    return (*subject_files(path), *others, inside / generated.CANDIDATES, inside / generated.USAGE)


def subject_files(path: Path) -> tuple[Path, ...]:
    """List the subject files of a folder by name; raise UnreadableInputError where there is none to list."""
    try:
        found = sorted(file for file in path.iterdir() if file.suffix == ".tsv" and file.name not in RESERVED)
    except OSError as error:
        reason = f"no glossary here: {error.strerror}"
        raise UnreadableInputError(
            Fault(os.fsdecode(path), reason, "Name a folder of .tsv files.")
        ) from error
    return tuple(file for file in found if not file.name.startswith("."))


def read_table(file: Path, required: tuple[str, ...]) -> tsv.Table:
    """Read one tab-separated file of a glossary; raise UnreadableInputError where the system refuses."""
    name = os.fsdecode(file)
    try:
        return tsv.parse(file.read_bytes(), name, required)
    except OSError as error:
        fault = Fault(name, error.strerror or str(error), "Check that the file can be read.")
        raise UnreadableInputError(fault) from error


def _optional_table(file: Path, required: tuple[str, ...], faults: list[Fault]) -> tuple[tsv.Row, ...]:
    if not file.exists():
        return ()
    table = read_table(file, required)
    faults += table.faults
    return () if table.faults else table.rows


def _row_faults(row: tsv.Row, place: Place) -> list[Fault]:
    faults = []
    for column in ("zh", "ja"):
        if not row.cells[column].strip():
            advice = "Write the term and its rendering, or delete the line."
            faults.append(Fault(place.path, f"«{column}» is empty", advice, place.line))
    if (status := row.cells["status"]) not in DECIDED:
        advice = f"Use one of: {', '.join(DECIDED)}."
        faults.append(Fault(place.path, f"unknown status «{status}»", advice, place.line))
    return faults


def _entry(row: tsv.Row, place: Place) -> Entry:
    cells = row.cells
    pair = Pair(cells["zh"], cells["full"], cells["ja"])
    return Entry(pair, DECIDED[cells["status"]], cells["reading"], cells["note"], cells["source"], place)
