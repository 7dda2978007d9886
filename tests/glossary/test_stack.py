"""Which glossaries answer."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zhjagloss.glossary.stack import ENVIRONMENT, Stack, own_folders, starter


def test_given_folders_come_before_the_environment(tmp_path: Path) -> None:
    """What is named on the command line is all that is asked, in that order."""
    given = (tmp_path / "b", tmp_path / "a")
    assert own_folders(given, {ENVIRONMENT: str(tmp_path / "c")}) == given


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("one", ("one",), id="one"),
        pytest.param(os.pathsep.join(["one", "two"]), ("one", "two"), id="two"),
        pytest.param(os.pathsep.join(["", "one", ""]), ("one",), id="empty parts"),
    ],
)
def test_the_environment_comes_before_the_nearest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, value: str, expected: tuple[str, ...]
) -> None:
    """The environment names folders as PATH does, and a glossary nearby is then not asked."""
    (tmp_path / "glossary").mkdir()
    monkeypatch.chdir(tmp_path)
    assert own_folders((), {ENVIRONMENT: value}) == tuple(map(Path, expected))


@pytest.mark.parametrize(
    ("working", "expected"),
    [
        pytest.param(".", "glossary", id="beside"),
        pytest.param("texts/2023", "../../glossary", id="upward"),
        pytest.param("inner/texts", "../glossary", id="the nearest of two"),
        pytest.param("glossary", ".", id="inside it"),
    ],
)
@pytest.mark.parametrize("environment", [{}, {ENVIRONMENT: ""}], ids=["unset", "empty"])
def test_the_nearest_upward(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, working: str, expected: str, environment: dict[str, str]
) -> None:
    """Else the nearest folder of that name is found, and named as seen from where we are."""
    for name in ("glossary", "inner/glossary", working):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path / working)
    assert own_folders((), environment) == (Path(expected),)


def test_no_glossary_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any glossary the starter answers alone; a file of that name is none."""
    (tmp_path / "glossary").touch()
    monkeypatch.chdir(tmp_path)
    assert own_folders((), {}) == ()


def test_a_working_folder_that_was_deleted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there is no here, there is nothing upward of it."""
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert own_folders((), {}) == ()


def test_the_starter_comes_last(tmp_path: Path) -> None:
    """The user's folders are higher; the starter's characters and morphemes count even without its rows."""
    own = (tmp_path / "a", tmp_path / "b")
    assert Stack.open(own) == Stack((*own, starter()), (*own, starter()))
    assert Stack.open(own, with_starter=False) == Stack(own, (*own, starter()))


@pytest.mark.parametrize("with_starter", [True, False])
def test_the_starter_counts_once(tmp_path: Path, with_starter: bool) -> None:
    """A user's folder that is the starter, by whatever name, is the starter, and the lowest."""
    (tmp_path / "link").symlink_to(starter(), target_is_directory=True)
    relative = Path(os.path.relpath(starter()))
    stack = Stack.open(
        (tmp_path / "link", tmp_path / "own", relative, tmp_path / "own"), with_starter=with_starter
    )
    assert stack.paths == ((tmp_path / "own", starter()) if with_starter else (tmp_path / "own",))
    assert stack.knowing == (tmp_path / "own", starter())


def test_the_starter_is_there() -> None:
    """The program finds the glossary that it ships."""
    assert (starter() / "han.tsv").is_file()
