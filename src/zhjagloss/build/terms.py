"""The terms that a build looks for beyond those of the glossary: one a line, with its full form or not."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from zhjagloss.corpus.decode import decode
from zhjagloss.errors import Fault, UnreadableInputError
from zhjagloss.model import Term

if TYPE_CHECKING:
    from pathlib import Path


def read_terms(path: Path) -> tuple[Term, ...]:
    """Read a list of terms; empty lines and comments (`#`) are passed over. Raises UnreadableInputError."""
    name = os.fsdecode(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableInputError(
            Fault(name, error.strerror or str(error), "Name a file with one term a line.")
        ) from error
    try:
        return parse_terms(decode(data, name).text)
    except UnreadableInputError as error:
        faults = [replace(fault, advice="Save the list of terms as UTF-8.") for fault in error.faults]
        raise UnreadableInputError(*faults) from error


def parse_terms(text: str) -> tuple[Term, ...]:
    r"""Read terms from text, each once.

    >>> parse_terms("高新区\t高新技术产业开发区\n# zones\n\n大湾区\n")
    (Term(zh='高新区', full='高新技术产业开发区'), Term(zh='大湾区', full=''))
    """
    terms: dict[Term, None] = {}
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        zh, full, *_ = (*(cell.strip() for cell in line.split("\t")), "", "")
        if zh and not zh.startswith("#"):
            terms[Term(zh, full)] = None
    return tuple(terms)
