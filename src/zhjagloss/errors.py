"""The faults that a user can meet, each with the place, the reason, what to do and the exit status.

A fault reads `path:line: what is wrong`, then, on a line of its own, what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, at one place.

    >>> print(Fault("glossary/party.tsv", "unknown status «prefered»", "Write preferred.", 7))
    glossary/party.tsv:7: unknown status «prefered»
      Write preferred.
    """

    path: str
    reason: str
    advice: str = ""
    line: int | None = None

    def __str__(self) -> str:
        where = self.path if self.line is None else f"{self.path}:{self.line}"
        first = f"{where}: {self.reason}" if where else self.reason
        return f"{first}\n  {self.advice}" if self.advice else first


class ZhjaglossError(Exception):
    """Something a user can mend; carries every fault that was found before giving up."""

    exit_status: ClassVar[int] = 2

    def __init__(self, *faults: Fault) -> None:
        super().__init__(*faults)
        self.faults = faults

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


class UnreadableInputError(ZhjaglossError):
    """A text that cannot be decoded, or a path that is not there."""


class DamagedGlossaryError(ZhjaglossError):
    """A glossary whose files break their own rules."""

    exit_status = 3


class StorageError(ZhjaglossError):
    """A disk or a permission that refuses."""

    exit_status = 4
