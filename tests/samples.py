"""Small glossaries and corpora in files, for tests that read what people write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhjagloss import tsv
from zhjagloss.glossary import generated
from zhjagloss.glossary.folder import REJECTED, SOURCES, SUBJECT
from zhjagloss.glossary.knowledge import HAN, MORPHEMES
from zhjagloss.model import Entry, Pair, Place, Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from zhjagloss.model import Candidate, Usage

    Rows = Iterable[tuple[str, ...]]

#: A stretch of Japanese prose as a development zone writes it.
PROSE = (
    "蘇州高新区の党工委は、粤港澳大湾区との連携を進める方針を示した。"
    "ハイテク産業開発区の管理委員会は、一定規模以上の工業企業を支援する。"
    "虎丘区委書記が出席し、デジタル経済の発展について報告した。"
)


def write_glossary(
    path: Path,
    *rows: tuple[str, ...],
    rejected: Rows = (),
    sources: Rows = (),
    han: Rows = (),
    morphemes: Rows = (),
    candidates: Iterable[Candidate] = (),
    usages: Iterable[Usage] = (),
) -> Path:
    """Write a glossary folder; a row is `zh ja status full reading note source`, its end left out at will."""
    path.mkdir(parents=True, exist_ok=True)
    tables: dict[str, tuple[tuple[str, ...], Rows]] = {
        "zones.tsv": (SUBJECT, rows),
        "rejected.tsv": (REJECTED, rejected),
        "sources.tsv": (SOURCES, sources),
        "han.tsv": (HAN, han),
        "morphemes.tsv": (MORPHEMES, morphemes),
    }
    for name, (header, lines) in tables.items():
        filled = [line + ("",) * (len(header) - len(line)) for line in lines]
        if filled or name == "zones.tsv":
            (path / name).write_bytes(tsv.render(header, filled))
    if candidates or usages:
        generated.write(path / "generated", generated.render(candidates, usages, {}))
    return path


def entry(zh: str, ja: str, status: str = "preferred", full: str = "") -> Entry:
    """Make a row of a glossary without the file it would stand in."""
    return Entry(Pair(zh, full, ja), Status(status), "", "", "", Place("zones.tsv", 2))


def write_texts(folder: Path, **texts: str) -> Path:
    """Write a corpus; `a_ja="…"` becomes `a.ja.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '.')}.txt").write_text(text, encoding="utf-8")
    return folder
