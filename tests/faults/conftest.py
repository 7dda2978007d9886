"""The command, in a folder that holds nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.running import Tool, small_glossary

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tool(tmp_path: Path) -> Tool:
    """Give the command in an empty folder."""
    return Tool(tmp_path)


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """Write the small glossary into a folder that is nobody's nearest."""
    return small_glossary(tmp_path / "own")
