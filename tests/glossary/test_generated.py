"""The files that a build owns: the same bytes for the same input, and read back as written."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhjagloss.errors import DamagedGlossaryError
from zhjagloss.glossary.generated import (
    CANDIDATE_COLUMNS,
    CANDIDATES,
    MANIFEST,
    USAGE,
    USAGE_COLUMNS,
    differing,
    folder_of,
    read,
    render,
    write,
)
from zhjagloss.model import Candidate, Pair, Source, Usage

if TYPE_CHECKING:
    from pathlib import Path

PARTY = Pair("党工委", "党工作委员会", "共産党工作委員会")
CANDIDATE = Candidate(PARTY, 0.92, "composition(党+工+委)", 3, 2, "無錫高新区の共産党工作委員会は、")
USAGE_ROW = Usage(
    PARTY, "wuxi.ja.txt", Source("", "JST", "2020-09-28"), 3, 7, "無錫高新区の共産党工作委員会は、"
)

forms = st.text(st.sampled_from("党工委高新区ハイテク𠮷か\u3099\u2028\u200b "), min_size=1).map("委".__add__)
counts = st.integers(1, 10**6)
pairs = st.builds(Pair, forms, st.just("") | forms, forms)
candidates = st.builds(
    Candidate, pairs, st.integers(0, 1000).map(lambda number: number / 1000), forms, counts, counts, forms
)
usages = st.builds(
    Usage,
    pairs,
    forms,
    st.builds(Source, st.just(""), st.just("") | forms, st.just("")),
    counts,
    counts,
    forms,
)


@settings(max_examples=50)
@given(st.lists(candidates, max_size=5), st.lists(usages, max_size=5))
def test_read_after_write(
    tmp_path_factory: pytest.TempPathFactory, proposed: list[Candidate], used: list[Usage]
) -> None:
    """What is written is read back, whole and sorted."""
    folder = tmp_path_factory.mktemp("generated")
    write(folder, render(proposed, used, {}))
    back, used_back = read(folder)
    assert sorted(back, key=repr) == sorted(proposed, key=repr)
    assert sorted(used_back, key=repr) == sorted(used, key=repr)
    assert [(one.pair.zh, one.pair.full, one.pair.ja) for one in back] == sorted(
        (one.pair.zh, one.pair.full, one.pair.ja) for one in proposed
    )


@given(st.lists(candidates, max_size=5), st.lists(usages, max_size=5), st.data())
def test_the_same_bytes_in_any_order(
    proposed: list[Candidate], used: list[Usage], data: st.DataObject
) -> None:
    """The files do not tell in which order the rows came."""
    again = render(data.draw(st.permutations(proposed)), data.draw(st.permutations(used)), {"a": 1, "b": 2})
    assert again == render(proposed, used, {"b": 2, "a": 1})


def test_what_the_files_say() -> None:
    """Each file has its columns and numbers as people read them, the manifest the digests of the others."""
    contents = render([CANDIDATE], [USAGE_ROW], {"split_mode": "A"})
    header, row, end = contents[CANDIDATES].decode().split("\n")
    assert header.split("\t") == list(CANDIDATE_COLUMNS)
    assert row.split("\t")[3:7] == ["0.920", "composition(党+工+委)", "3", "2"]
    assert end == ""
    assert contents[USAGE].decode().split("\n")[0].split("\t") == list(USAGE_COLUMNS)
    manifest = json.loads(contents[MANIFEST])
    assert manifest["split_mode"] == "A"
    assert manifest["files"] == {
        name: hashlib.sha256(contents[name]).hexdigest() for name in (CANDIDATES, USAGE)
    }
    assert list(contents)[-1] == MANIFEST


def test_unchanged_files_are_left_alone(tmp_path: Path) -> None:
    """A file that already holds its bytes is not written again; what would change is named."""
    contents = render([CANDIDATE], [], {})
    assert differing(tmp_path, contents) == (CANDIDATES, USAGE, MANIFEST)
    write(tmp_path, contents)
    before = {path.name: path.stat().st_ino for path in tmp_path.iterdir()}
    write(tmp_path, contents)
    assert {path.name: path.stat().st_ino for path in tmp_path.iterdir()} == before
    assert differing(tmp_path, contents) == ()
    assert differing(tmp_path, render([CANDIDATE], [USAGE_ROW], {})) == (USAGE, MANIFEST)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        pytest.param(CANDIDATES, "党工委\t\t党工委\thigh\tx\t1\t1\tx", 2, id="no number"),
        pytest.param(CANDIDATES, "党工委\t\t党工委\t0.9", 2, id="cut off"),
        pytest.param(USAGE, "党工委\t\t党工委\ta\tb\tc\tx\t1\tx", 2, id="no count"),
        pytest.param(USAGE, "=======", 2, id="merge conflict"),
    ],
)
def test_damage_is_told(tmp_path: Path, name: str, text: str, line: int) -> None:
    """A file that was damaged is named with the line."""
    write(tmp_path, render([], [], {}))
    with (tmp_path / name).open("a", encoding="utf-8") as file:
        file.write(text + "\n")
    with pytest.raises(DamagedGlossaryError) as caught:
        read(tmp_path)
    assert [(fault.path, fault.line) for fault in caught.value.faults] == [(str(tmp_path / name), line)]


def test_a_folder_without_files_has_nothing(tmp_path: Path) -> None:
    """Before the first build there are no candidates and no usage."""
    assert read(tmp_path / "generated") == ((), ())


@pytest.mark.parametrize(
    ("inside", "itself", "expected"),
    [
        pytest.param(True, False, "generated", id="a glossary"),
        pytest.param(False, True, ".", id="the output of build -o"),
        pytest.param(True, True, "generated", id="both"),
        pytest.param(False, False, "generated", id="neither"),
    ],
)
def test_folder_of(tmp_path: Path, inside: bool, itself: bool, expected: str) -> None:
    """A folder that build -o filled is read as it is."""
    if inside:
        (tmp_path / "generated").mkdir()
    if itself:
        (tmp_path / USAGE).touch()
    assert folder_of(tmp_path) == tmp_path / expected
