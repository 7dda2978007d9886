"""The index opened: one SQLite file with all that a look-up needs, derived from the glossaries.

It is opened without being loaded, and made anew (`zhjagloss.lookup.making`) when a glossary
changed, the file is damaged, or there is none.
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from platformdirs import user_cache_dir

from zhjagloss import storage
from zhjagloss.errors import StorageError
from zhjagloss.glossary.stack import starter
from zhjagloss.lookup import freshness
from zhjagloss.script.fold import DifferentWords, Folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhjagloss.glossary.stack import Stack


def open_index(stack: Stack, warn: Callable[[str], None], *, anew: bool = False) -> sqlite3.Connection:
    """Open the index of a stack of glossaries, making it first where it is missing, old or damaged.

    Where no folder can be written, the index lives in memory for this one process.
    """
    place = _place(stack)
    if not anew and place and place.exists():
        connection = _open(place, stack, warn)
        if connection:
            return connection
    from zhjagloss.lookup.making import make  # late: an index that is there needs no OpenCC

    made = make(stack)
    if place:
        try:
            storage.replace(place, made.serialize())
        except StorageError:
            pass  # an index that cannot be kept still answers
        else:
            _ignore_by_git(place.parent)
    return made


def read_folder(connection: sqlite3.Connection) -> Folder:
    """Read back the folding of characters."""
    classes = json.loads(_meta(connection, "classes"))
    different = [
        DifferentWords(tuple(forms), note) for forms, note in json.loads(_meta(connection, "different"))
    ]
    return Folder(classes, different)


def _open(place: Path, stack: Stack, warn: Callable[[str], None]) -> sqlite3.Connection | None:
    try:
        connection = sqlite3.connect(f"file:{quote(os.fsencode(place))}?mode=ro&immutable=1", uri=True)
        if json.loads(_meta(connection, "about")) != freshness.about(stack):
            return None
        prints = [freshness.Fingerprint(*one) for one in json.loads(_meta(connection, "files"))]
        made_ns = int(_meta(connection, "made_ns"))
    except (sqlite3.Error, ValueError, TypeError):
        warn(f"the index {place} is damaged; it is made anew")
        return None
    return connection if freshness.still(prints, freshness.files(stack), made_ns) else None


def _meta(connection: sqlite3.Connection, name: str) -> str:
    found = connection.execute("select value from meta where name = ?", (name,)).fetchone()
    if found is None:
        raise ValueError(name)
    return str(found[0])


def _place(stack: Stack) -> Path | None:
    """Choose where the index lies: beside the user's first glossary, else in the user's cache folder."""
    code = sha256(json.dumps(freshness.about(stack)).encode()).hexdigest()[:8]
    shipped = starter()
    own = [path / ".zhjagloss" for path in stack.paths if path != shipped and path.is_dir()]
    cache = Path(user_cache_dir("zhjagloss", appauthor=False))
    for base in (*own[:1], cache):
        if _writable(base):
            return base / f"index-{code}.sqlite"
    return None


def _writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return False
    return os.access(folder, os.W_OK)


def _ignore_by_git(folder: Path) -> None:
    """Keep git, and whoever backs up, from taking a derived file for part of the glossary."""
    with suppress(OSError):
        if not (folder / ".gitignore").exists():
            (folder / ".gitignore").write_text("*\n", encoding="utf-8")
