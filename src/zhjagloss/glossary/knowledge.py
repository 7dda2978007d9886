"""What the program knows of characters and of the parts of names.

    han.tsv          kind  forms  note        same       画 劃 划      计划/計画
                                              different  机上 機上     …
    morphemes.tsv    zh  ja  position  note  source      委  委員会  last
    heads.tsv        zh  ja  kind  alone  note           社区  社区  zone  yes

A user's files add to the shipped ones and come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhjagloss.errors import DamagedGlossaryError, Fault
from zhjagloss.glossary.folder import read_table
from zhjagloss.model import Head, Kind, Morpheme
from zhjagloss.script.classes import derive
from zhjagloss.script.fold import DifferentWords, Folder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from zhjagloss import tsv

HAN = ("kind", "forms", "note")
MORPHEMES = ("zh", "ja", "position", "note", "source")
HEADS = ("zh", "ja", "kind", "alone", "note")
POSITIONS = ("", "first", "inner", "last")

#: The note that tells the name of a firm from the building blocks of institutions.
FIRM = "firm"
_KINDS = {kind.value: kind for kind in Kind}


def read_folder(paths: Iterable[Path]) -> Folder:
    """Make the folder of characters from the `han.tsv` of each glossary, highest first."""
    same: list[list[str]] = []
    different: list[DifferentWords] = []
    faults: list[Fault] = []
    for name, row in _rows(paths, "han.tsv", HAN, faults):
        forms = row.cells["forms"].split()
        if row.cells["kind"] == "same" and len(forms) > 1 and all(len(form) == 1 for form in forms):
            same.append(forms)
        elif row.cells["kind"] == "different" and len(forms) > 1:
            different.append(DifferentWords(tuple(forms), row.cells["note"]))
        else:
            advice = "Write «same» with two or more characters, or «different» with two or more words."
            faults.append(
                Fault(name, f"no rule in «{row.cells['kind']} {row.cells['forms']}»", advice, row.line)
            )
    if faults:
        raise DamagedGlossaryError(*faults)
    return Folder(derive(same), different, same)


def read_morphemes(paths: Iterable[Path]) -> tuple[Morpheme, ...]:
    """Read the `morphemes.tsv` of each glossary, highest first."""
    morphemes: dict[Morpheme, None] = {}
    faults: list[Fault] = []
    for name, row in _rows(paths, "morphemes.tsv", MORPHEMES, faults):
        zh, ja, position, note = (row.cells[column] for column in MORPHEMES[:4])
        if position not in POSITIONS:
            advice = f"Leave it empty or use one of: {', '.join(POSITIONS[1:])}."
            faults.append(Fault(name, f"unknown position «{position}»", advice, row.line))
        elif not zh or not ja:
            faults.append(Fault(name, "a morpheme needs «zh» and «ja»", "Fill both in.", row.line))
        else:
            morphemes[Morpheme(zh, ja, position, is_firm=note == FIRM)] = None
    if faults:
        raise DamagedGlossaryError(*faults)
    return tuple(morphemes)


def read_heads(paths: Iterable[Path]) -> tuple[Head, ...]:
    """Read the `heads.tsv` of each glossary, highest first."""
    heads: dict[Head, None] = {}
    faults: list[Fault] = []
    for name, row in _rows(paths, "heads.tsv", HEADS, faults):
        zh, ja, kind, alone = (row.cells[column] for column in HEADS[:4])
        if kind not in _KINDS:
            advice = f"Use one of: {', '.join(_KINDS)}."
            faults.append(Fault(name, f"unknown kind «{kind}»", advice, row.line))
        elif alone not in ("", "yes"):
            faults.append(Fault(name, f"«{alone}» in «alone»", "Write «yes», or leave it empty.", row.line))
        elif not zh or not ja:
            faults.append(Fault(name, "a head needs «zh» and «ja»", "Fill both in.", row.line))
        else:
            heads[Head(zh, ja, _KINDS[kind], alone == "yes")] = None
    if faults:
        raise DamagedGlossaryError(*faults)
    return tuple(heads)


def _rows(
    paths: Iterable[Path], file: str, columns: tuple[str, ...], faults: list[Fault]
) -> Iterator[tuple[str, tsv.Row]]:
    for path in paths:
        if (path / file).exists():
            table = read_table(path / file, columns)
            faults += table.faults
            if not table.faults:
                yield from ((table.name, row) for row in table.rows)
