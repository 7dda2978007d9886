"""`sources.tsv` of a corpus folder: who published which document, and when.

    document	title	publisher	date	url	licence

`document` is a file's name in the folder, or the stem that a Chinese and a Japanese file share.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from zhjagloss import tsv
from zhjagloss.corpus.names import shown
from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.model import Source

if TYPE_CHECKING:
    from pathlib import Path

#: The file's name.
NAME = "sources.tsv"


def read_sources(folder: Path) -> dict[str, Source]:
    """Read a folder's sources by document; none where it has no such file.

    Raises UnreadableInputError with every fault of the file.
    """
    path = folder / NAME
    try:
        # A FIFO of that name would be waited for.
        if not path.is_file():
            return {}
        data = path.read_bytes()
    except OSError as error:
        fault = Fault(shown(path), error.strerror or str(error), "Make the file readable, or move it away.")
        raise UnreadableInputError(fault) from error
    table = tsv.parse(data, shown(path), ("document",), ragged=True)
    if table.faults:
        raise UnreadableInputError(*table.faults)
    sources: dict[str, Source] = {}
    for row in table.rows:
        cells = {column: cell.strip() for column, cell in row.cells.items()}
        source = Source(
            cells.get("title", ""), cells.get("publisher", ""), cells.get("date", ""), cells.get("url", "")
        )
        sources.setdefault(_normal(cells["document"]), source)
    return sources


def source_of(sources: dict[str, Source], *names: str) -> Source:
    """Find the source of a document by the first of its names that has one.

    >>> source_of({"a": Source(publisher="無錫市")}, "a.ja.txt", "a").publisher
    '無錫市'
    """
    return next((sources[_normal(name)] for name in names if _normal(name) in sources), Source())


def _normal(name: str) -> str:
    """Compose a name: macOS stores が in file names as か and a mark, a spreadsheet does not."""
    return unicodedata.normalize("NFC", name)
