"""The index: derived, deletable, made anew when it must be, and never wrong."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.samples import write_glossary
from zhjagloss.errors import DamagedGlossaryError
from zhjagloss.glossary.stack import Stack
from zhjagloss.lookup import index, making
from zhjagloss.lookup.glossary import Glossary

if TYPE_CHECKING:
    from collections.abc import Callable

ROW = ("党工委", "党工作委員会", "preferred", "党工作委员会")


def open_glossary(path: Path) -> tuple[Glossary, list[str]]:
    """Open a glossary without the starter's rows; the warnings are gathered."""
    warnings: list[str] = []
    return Glossary(Stack.open([path], with_starter=False), warnings.append), warnings


def answers(path: Path) -> tuple[list[str], list[str]]:
    glossary, warnings = open_glossary(path)
    return [match.answer for match in glossary.lookup("党工委")], warnings


def index_of(path: Path) -> Path:
    [found] = (path / ".zhjagloss").glob("index-*.sqlite")
    return found


def test_the_index_lies_beside_the_glossary(tmp_path: Path) -> None:
    """It is one file, git is told to leave it alone, and a second opening uses it as it is."""
    path = write_glossary(tmp_path / "glossary", ROW)
    first = answers(path)
    made = index_of(path).stat()
    assert (path / ".zhjagloss" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert answers(path) == first == (["党工作委員会"], [])
    assert index_of(path).stat() == made


def test_a_changed_glossary_is_noticed(tmp_path: Path) -> None:
    """The answer after an edit is the edited one, without a word."""
    path = write_glossary(tmp_path / "glossary", ROW)
    answers(path)
    write_glossary(path, ("党工委", "党工委", "preferred", "党工作委员会"))
    assert answers(path) == (["党工委"], [])


def test_a_new_file_is_noticed(tmp_path: Path) -> None:
    """A subject that was added is asked too."""
    path = write_glossary(tmp_path / "glossary", ROW)
    answers(path)
    (path / "zones.tsv").rename(path / "party.tsv")
    write_glossary(path, ("党工委", "党工委", "admitted", "党工作委员会"))
    assert answers(path) == (["党工作委員会", "党工委"], [])


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda data: data[: len(data) // 2],
    "no database": lambda data: "党工委\n".encode() * 1000,
    "header gone": lambda data: bytes(100) + data[100:],
    "pages gone": lambda data: data[:8192] + bytes(len(data) - 8192),
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_index_is_made_anew(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    """The answer is the same, with one warning; the next time there is none."""
    path = write_glossary(tmp_path / "glossary", ROW)
    expected, _ = answers(path)
    file = index_of(path)
    file.write_bytes(damage(file.read_bytes()))
    found, warnings = answers(path)
    assert found == expected
    assert len(warnings) == 1
    assert "made anew" in warnings[0]
    assert answers(path) == (expected, [])


def test_an_empty_index_is_made_anew(tmp_path: Path) -> None:
    """A file without a byte in it is no index."""
    path = write_glossary(tmp_path / "glossary", ROW)
    expected, _ = answers(path)
    index_of(path).write_bytes(b"")
    assert answers(path)[0] == expected
    assert answers(path) == (expected, [])


def test_mutations_give_no_other_answer(tmp_path: Path) -> None:
    """Bytes changed at random are noticed or do not matter."""
    path = write_glossary(tmp_path / "glossary", ROW)
    expected, _ = answers(path)
    file, chance = index_of(path), random.Random(7)
    whole = file.read_bytes()
    for _ in range(4):
        data = bytearray(whole)
        for _ in range(20):
            data[chance.randrange(len(data))] = chance.randrange(256)
        file.write_bytes(data)
        found, _ = answers(path)
        assert {*found} <= {*expected}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        pytest.param("about", '[0, "0.0.0", [], []]', id="by another version"),
        pytest.param("about", "null", id="by nobody"),
        pytest.param("files", "[]", id="from no files"),
    ],
)
def test_an_index_of_something_else(tmp_path: Path, name: str, value: str) -> None:
    """An index made by another version, or from other files, is made anew without a word."""
    path = write_glossary(tmp_path / "glossary", ROW)
    expected, _ = answers(path)
    with sqlite3.connect(index_of(path)) as connection:
        connection.execute("update meta set value = ? where name = ?", (value, name))
        connection.execute("delete from pair")
    connection.close()
    assert answers(path) == (expected, [])


def test_damage_found_late_is_mended(tmp_path: Path) -> None:
    """An index that opens but cannot be read is made anew while the question is answered."""
    path = write_glossary(tmp_path / "glossary", ROW)
    answers(path)
    connection = sqlite3.connect(index_of(path))
    connection.execute("drop table pair")
    connection.commit()
    connection.close()
    found, warnings = answers(path)
    assert found == ["党工作委員会"]
    assert warnings == ["the index is damaged; it is made anew"]


def test_without_a_place_beside_the_glossary_the_cache_serves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no folder can be made beside the glossary, the index lies in the user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = write_glossary(tmp_path / "glossary", ROW)
    (path / ".zhjagloss").touch()
    assert answers(path) == answers(path) == (["党工作委員会"], [])
    assert len(list((tmp_path / "cache" / "zhjagloss").glob("index-*.sqlite"))) == 1


def test_without_any_place_the_answer_is_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written at all, the index lives in memory."""
    (tmp_path / "cache").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    path = write_glossary(tmp_path / "glossary", ROW)
    (path / ".zhjagloss").touch()
    assert answers(path) == (["党工作委員会"], [])
    assert (tmp_path / "cache").read_bytes() == b""


def test_the_starter_alone_is_indexed_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is written into the program itself."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    Glossary(Stack.open(()))
    assert len(list((tmp_path / "cache" / "zhjagloss").glob("index-*.sqlite"))) == 1


def test_two_stacks_do_not_share_an_index(tmp_path: Path) -> None:
    """With and without the starter the answers differ, and neither spoils the other's index."""
    path = write_glossary(tmp_path / "glossary", ROW)
    assert answers(path) == (["党工作委員会"], [])
    Glossary(Stack.open([path], with_starter=True))
    assert len(list((path / ".zhjagloss").glob("index-*.sqlite"))) == 2
    assert answers(path) == (["党工作委員会"], [])


def test_the_folding_is_kept(tmp_path: Path) -> None:
    """The characters that the glossary joins, and the words it keeps apart, come back from the index."""
    han = [("same", "甲 乙"), ("different", "汽车 汽車", "motor car / steam train")]
    path = write_glossary(tmp_path / "glossary", ROW, han=han)
    folder = index.read_folder(making.make(Stack.open([path])))
    assert folder.key("甲") == folder.key("乙")
    apart = folder.words_apart("汽车", "汽車")
    assert apart is not None
    assert apart.note == "motor car / steam train"


def test_a_damaged_glossary_gives_no_index(tmp_path: Path) -> None:
    """A glossary with a fault is refused, not indexed in part."""
    path = write_glossary(tmp_path / "glossary", ROW, ("党委", "党委", "prefered"))
    with pytest.raises(DamagedGlossaryError):
        Glossary(Stack.open([path]))
    assert not list(path.rglob("*.sqlite"))


def test_names_of_any_kind(tmp_path: Path) -> None:
    """A glossary may lie in a folder with any name."""
    path = write_glossary(tmp_path / "用語 ?#%41集\n", ROW)
    assert answers(path) == answers(path) == (["党工作委員会"], [])
    assert Path(index_of(path)).is_file()
