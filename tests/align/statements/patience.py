"""Texts that would never be read to their end: tried in a process that can be stopped."""

from __future__ import annotations

import json
import subprocess
import sys

#: What takes longer than this does not end; what ends takes a tenth of it.
PATIENCE_SECONDS = 4

_READ = """
import json, sys
from importlib import import_module
module, text = json.load(sys.stdin)
list(import_module(f"zhjagloss.align.statements.{module}").find(text))
"""


def ends(module: str, text: str | list[str]) -> bool:
    """Say whether a module of statements has read a text, or the blocks of one, in time."""
    try:
        subprocess.run(
            [sys.executable, "-c", _READ],
            input=json.dumps([module, text]),
            encoding="ascii",
            check=True,
            timeout=PATIENCE_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return False
    return True
