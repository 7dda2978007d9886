"""Files that are replaced whole or not at all, whatever stops the program."""

from __future__ import annotations

import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from zhjagloss.errors import Fault, StorageError

_TEMPORARY = re.compile(r"\.(?P<name>.+)\.(?P<pid>\d+)-\w+\.tmp")


def replace(path: Path, data: bytes) -> None:
    """Put `data` in place of a file: written beside it, synced, renamed over it.

    Raises StorageError; the old file is then untouched and nothing is left over.
    """
    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(
            prefix=f".{path.name}.{os.getpid()}-", suffix=".tmp", dir=path.parent
        )
        with open(handle, "wb") as file:  # noqa: PTH123 (a file handle, not a path)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except OSError as error:
        raise StorageError(refusal(path, error)) from error
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Remove the temporary files of processes that are no more."""
    with suppress(OSError):
        for path in sorted(folder.iterdir()):
            found = _TEMPORARY.fullmatch(path.name)
            if found and not _alive(int(found["pid"])):
                path.unlink(missing_ok=True)


def refusal(path: Path, error: OSError) -> Fault:
    """Say what the system refused, in its own words."""
    reason = error.strerror or str(error)
    return Fault(os.fsdecode(path), reason, "Check the disk and the permissions of the folder.")


def _mode(path: Path) -> int:
    """Give the permissions the file has, or those a new file would get."""
    try:
        return path.stat().st_mode & 0o7777
    except OSError:
        umask = os.umask(0)
        os.umask(umask)
        return 0o666 & ~umask


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
