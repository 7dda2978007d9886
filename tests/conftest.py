"""What every test starts from: an environment of its own, and the shipped glossary read once."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.running import Tool, small_glossary
from zhjagloss.glossary.contents import Contents
from zhjagloss.glossary.stack import ENVIRONMENT, Stack

if TYPE_CHECKING:
    from pathlib import Path

# The suite tries the same examples each time; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("suite", deadline=None, database=None, derandomize=True)
settings.register_profile("explore", deadline=None, database=None, max_examples=2_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


@pytest.fixture(autouse=True)
def _own_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)


@pytest.fixture(scope="session")
def shipped() -> Contents:
    """Read the glossary that the program ships."""
    return Contents(Stack.open(()))


@pytest.fixture
def tool(tmp_path: Path) -> Tool:
    """Give the command in an empty folder."""
    return Tool(tmp_path)


@pytest.fixture
def glossary(tmp_path: Path) -> Path:
    """Write the small glossary into a folder that is nobody's nearest."""
    return small_glossary(tmp_path / "own")
