"""Files are replaced whole or not at all."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from zhjagloss.errors import StorageError
from zhjagloss.storage import replace, sweep

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"old " * 200_000, b"new!" * 250_000


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def dead_process() -> int:
    """Give the number of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("candidates.tsv", id="plain"),
        pytest.param("候補.tsv", id="Japanese"),
        pytest.param("-rf", id="like an option"),
        pytest.param(" a\nb", id="space and line end"),
    ],
)
def test_replace(tmp_path: Path, name: str) -> None:
    """A file is made, its folders too, then replaced, and nothing else is left."""
    path = tmp_path / "glossary" / "generated" / name
    replace(path, OLD)
    assert path.read_bytes() == OLD
    replace(path, NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == [name]


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o664], ids=oct)
def test_permissions_are_kept(tmp_path: Path, mode: int) -> None:
    """The new file may be read by whom the old one could be read by."""
    path = tmp_path / "a.tsv"
    path.write_bytes(OLD)
    path.chmod(mode)
    replace(path, NEW)
    assert path.stat().st_mode & 0o7777 == mode


def test_a_new_file_heeds_the_umask(tmp_path: Path) -> None:
    """A file that was not there gets the permissions of any new file."""
    (tmp_path / "plain").touch()
    replace(tmp_path / "a.tsv", NEW)
    assert (tmp_path / "a.tsv").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_refusal_leaves_nothing(tmp_path: Path) -> None:
    """Where the parent is a file the fault names the path, and nothing was made."""
    (tmp_path / "glossary").write_bytes(OLD)
    with pytest.raises(StorageError) as caught:
        replace(tmp_path / "glossary" / "a.tsv", NEW)
    assert caught.value.faults[0].path == str(tmp_path / "glossary" / "a.tsv")
    assert caught.value.exit_status == 4
    assert names(tmp_path) == ["glossary"]
    assert (tmp_path / "glossary").read_bytes() == OLD


def test_a_failed_rename_leaves_nothing(tmp_path: Path) -> None:
    """Where the place is taken by a folder the temporary file is removed."""
    (tmp_path / "a.tsv" / "inside").mkdir(parents=True)
    with pytest.raises(StorageError):
        replace(tmp_path / "a.tsv", NEW)
    assert names(tmp_path) == ["a.tsv"]


def test_sweep(tmp_path: Path) -> None:
    """The leavings of processes that are no more go; those at work, and all other files, stay."""
    gone, here = f".a.tsv.{dead_process()}-x_y1.tmp", f".a.tsv.{os.getpid()}-abc.tmp"
    others = [".a.tsv.tmp", ".gitignore", "a.tsv", "a.tsv.1-x.tmp"]
    for name in (gone, here, *others):
        (tmp_path / name).touch()
    sweep(tmp_path)
    assert names(tmp_path) == sorted([here, *others])


def test_sweep_of_nothing(tmp_path: Path) -> None:
    """A folder that is not there needs no sweeping."""
    sweep(tmp_path / "generated")
    assert names(tmp_path) == []


WRITER = """
import sys
from pathlib import Path
from zhjagloss.storage import replace
path, old, new = Path(sys.argv[1]), b"old " * 200_000, b"new!" * 250_000
print("ready", flush=True)
while True:
    replace(path, new)
    replace(path, old)
"""


def test_kill_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    """A process killed at any moment leaves a whole file, and what else it leaves is swept."""
    path = tmp_path / "a.tsv"
    path.write_bytes(OLD)
    moments = random.Random(7)
    for _ in range(12):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(moments.uniform(0, 0.02))
            writer.kill()
        assert path.read_bytes() in (OLD, NEW)
    sweep(tmp_path)
    assert names(tmp_path) == ["a.tsv"]
