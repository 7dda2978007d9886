"""Whether files are still what they were when the index was made."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from zhjagloss.lookup.freshness import TICK_NS, fingerprint, still

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def later() -> int:
    """Give a moment so long after the files changed that their times can be trusted."""
    return time.time_ns() + 10 * TICK_NS


def rewrite(path: Path) -> None:
    """Put another text of the same length into the same file, and the old time on it."""
    before = path.stat()
    path.write_text("another", encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(path: Path) -> None:
    """Rename another file of the same length and time into the place."""
    before = path.stat()
    path.with_name("new").write_text("another", encoding="utf-8")
    os.utime(path.with_name("new"), ns=(before.st_atime_ns, before.st_mtime_ns))
    path.with_name("new").replace(path)


@pytest.mark.parametrize(
    ("change", "fresh"),
    [
        pytest.param(lambda path: None, True, id="nothing"),
        pytest.param(lambda path: path.touch(), True, id="touched: the text is the same"),
        pytest.param(lambda path: path.chmod(0o600), True, id="permissions"),
        pytest.param(lambda path: path.write_text("a longer text"), False, id="longer"),
        pytest.param(rewrite, False, id="same length, same time"),
        pytest.param(replace, False, id="another file in its place"),
        pytest.param(lambda path: path.unlink(), False, id="gone"),
    ],
)
def test_a_file_that_changed(tmp_path: Path, change: Callable[[Path], object], fresh: bool) -> None:
    """Only another text makes a file another, and no date hides that."""
    path = tmp_path / "zones.tsv"
    path.write_text("a glos.", encoding="utf-8")
    prints, made_ns = [fingerprint(path)], later()
    change(path)
    assert still(prints, [path], made_ns) is fresh


def test_a_file_that_was_not_there(tmp_path: Path) -> None:
    """A file that was missing is fresh while it is missing, and not once it is there, even empty."""
    path = tmp_path / "han.tsv"
    prints = [fingerprint(path)]
    assert still(prints, [path], later())
    path.touch()
    assert not still(prints, [path], later())


def test_the_racy_rule(tmp_path: Path) -> None:
    """A time as young as the index is no proof: the text is read, whatever the times say."""
    path = tmp_path / "zones.tsv"
    path.write_text("党工委", encoding="utf-8")
    true = fingerprint(path)
    lying = true._replace(digest="0" * 64)
    assert still([lying], [path], true.changed_ns + TICK_NS + 1)
    assert not still([lying], [path], true.changed_ns + TICK_NS)
    assert not still([lying], [path], true.changed_ns)
    assert still([true], [path], true.changed_ns)


@pytest.mark.parametrize(
    ("names", "fresh"),
    [
        pytest.param(["a.tsv", "b.tsv"], True, id="the same"),
        pytest.param(["b.tsv", "a.tsv"], True, id="in another order"),
        pytest.param(["a.tsv"], False, id="one less"),
        pytest.param(["a.tsv", "b.tsv", "c.tsv"], False, id="one more"),
        pytest.param(["a.tsv", "c.tsv"], False, id="one for another"),
        pytest.param([], False, id="none"),
    ],
)
def test_which_files(tmp_path: Path, names: list[str], fresh: bool) -> None:
    """Answers depend on exactly the files that they were made from."""
    for name in ("a.tsv", "b.tsv", "c.tsv"):
        (tmp_path / name).write_text("党工委", encoding="utf-8")
    prints = [fingerprint(tmp_path / name) for name in ("a.tsv", "b.tsv")]
    assert still(prints, [tmp_path / name for name in names], later()) is fresh
