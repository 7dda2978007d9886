"""What a user names is found once, named once, and never waited for."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from zhjagloss.corpus.document import read
from zhjagloss.corpus.folder import Scan, scan
from zhjagloss.errors import UnreadableInputError
from zhjagloss.model import Language, Source

JA, ZH = Language.JA, Language.ZH


def write(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(f"{name} の本文。\n", encoding="utf-8")
    return root


def names(found: Scan) -> list[str]:
    return [file.name for file in found.files]


@pytest.mark.parametrize(
    ("name", "language", "stem"),
    [
        ("x.ja.txt", JA, "x"),
        ("x_zh.md", ZH, "x"),
        ("x-ja.TXT", JA, "x"),
        ("x.zh-CN.txt", ZH, "x"),
        ("x.zh-Hant.txt", ZH, "x"),
        ("x.zh_Hant_TW.txt", ZH, "x"),
        ("x.jp.markdown", JA, "x"),
        ("x.cn.text", ZH, "x"),
        ("sub/x.JA.txt", JA, "sub/x"),
        ("ja/a.txt", JA, "a"),
        ("deep/ZH-CN/a.txt", ZH, "deep/a"),
        ("jp/a.txt", JA, "a"),
        ("zh/a.ja.txt", JA, "a"),
        ("minutes/zh.txt", ZH, "minutes"),
        ("zh.txt", ZH, "."),
        ("a.zh.ja.txt", JA, "a.zh"),
        ("ninja.txt", None, "ninja"),
        ("2021.10.18.txt", None, "2021.10.18"),
        ("高新区.ja.txt", JA, "高新区"),
    ],
)
def test_a_name_tells_language_and_stem(
    tmp_path: Path, name: str, language: Language | None, stem: str
) -> None:
    root = write(tmp_path / "corpus", name)
    (file,) = scan([root]).files
    assert (file.name, file.language, file.stem) == (name, language, stem)
    (file,) = scan([root / name]).files
    assert (file.name, file.language) == (name.rpartition("/")[2], language)


def test_only_texts_are_found_in_a_fixed_order(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a/z.md", "a.txt", "x.tmx", "y.pdf", ".hidden.txt", ".git/c.txt")
    write(tmp_path, "README.md", "LICENSE", "licence.txt", "a/readme.txt")
    found = scan([tmp_path])
    assert names(found) == ["a.txt", "a/z.md", "b.txt"]
    assert (found.others, found.skipped) == (2, ())
    assert names(scan([tmp_path / "x.tmx", tmp_path / "README.md"])) == ["README.md", "x.tmx"]


def test_sources_are_found_by_name_then_by_stem(tmp_path: Path) -> None:
    write(tmp_path, "a.ja.txt", "a.zh.txt", "b.ja.txt")
    (tmp_path / "sources.tsv").write_text(
        "document\ttitle\tpublisher\tdate\turl\tlicence\n"
        "a\t講話\t湖東区\t2022-01-05\thttps://example.org/a\n"
        "a.zh.txt\t讲话\n",
        encoding="utf-8",
    )
    sources = [file.source for file in scan([tmp_path]).files]
    japanese = Source("講話", "湖東区", "2022-01-05", "https://example.org/a")
    assert sources == [japanese, Source("讲话"), Source()]
    assert scan([tmp_path / "a.ja.txt"]).files[0].source == japanese


def test_bad_sources_are_refused_with_all_that_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "a.ja.txt")
    (tmp_path / "sources.tsv").write_bytes(b"document\ttitle\na\tb\tc\td\n\xff\n")
    with pytest.raises(UnreadableInputError) as caught:
        scan([tmp_path, tmp_path / "gone", tmp_path / "a\0b", Path("\ud800")])
    assert [found.line for found in caught.value.faults] == [None, None, None, 2, 3]
    assert "gone: No such file" in str(caught.value)


def test_what_is_no_regular_file_is_skipped_with_a_word(tmp_path: Path) -> None:
    """A FIFO would hang the program for ever."""
    root = write(tmp_path / "corpus", "a.txt")
    os.mkfifo(root / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(root / "socket"))
        (root / "null.txt").symlink_to("/dev/null")
        (root / "broken.txt").symlink_to("nowhere")
        (root / "loop.txt").symlink_to("loop.txt")
        found = scan([root, root / "pipe.txt"])
    assert names(found) == ["a.txt"]
    skipped = sorted((Path(fault.path).name, fault.reason) for fault in found.skipped)
    assert [name for name, _ in skipped] == [
        "broken.txt", "loop.txt", "null.txt", "pipe.txt", "pipe.txt", "socket",
    ]  # fmt: skip
    assert skipped[0][1] == "is a link that leads nowhere"
    assert "symbolic links" in skipped[1][1]


def test_links_are_followed_but_not_in_circles(tmp_path: Path) -> None:
    root = write(tmp_path / "corpus", "a.txt", "sub/b.txt")
    write(tmp_path, "elsewhere/c.txt", "elsewhere/deep/d.txt", "e.txt")
    (root / "0-link").symlink_to("sub")
    (root / "away").symlink_to(tmp_path / "elsewhere")
    (root / "e.ja.txt").symlink_to(tmp_path / "e.txt")
    (root / "same.txt").symlink_to("a.txt")
    (root / "sub" / "up").symlink_to("..")
    (root / "sub" / "top").symlink_to("/")
    (tmp_path / "elsewhere" / "deep" / "back").symlink_to("..")
    found = scan([root])
    assert names(found) == ["a.txt", "away/c.txt", "away/deep/d.txt", "e.ja.txt", "sub/b.txt"]
    assert sorted(Path(fault.path).name for fault in found.skipped) == ["0-link", "back", "top", "up"]


def test_an_unreadable_folder_is_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = write(tmp_path, "a.txt", "locked/b.txt")
    real = os.scandir

    def refuse(path: Path) -> object:
        if Path(path).name == "locked":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = scan([root])
    assert names(found) == ["a.txt"]
    assert [fault.reason for fault in found.skipped] == ["Permission denied"]


def test_strange_names_are_escaped_and_read(tmp_path: Path) -> None:
    raw = [
        b"bad\xff.ja.txt",
        b"new\nline.txt",
        b"tab\t.txt",
        b"-rf.txt",
        b"esc\x1b[31m.txt",
        b"n" * 251 + b".txt",
    ]
    for name in raw:
        (tmp_path / os.fsdecode(name)).write_text("本文。", encoding="utf-8")
    found = scan([tmp_path])
    assert sorted(names(found)) == sorted(
        ["bad\\xff.ja.txt", "new\\nline.txt", "tab\\t.txt", "-rf.txt", "esc\\x1b[31m.txt", "n" * 251 + ".txt"]
    )
    assert all(file.name.encode() and file.stem.encode() for file in found.files)
    assert {read(file).blocks[0].text for file in found.files} == {"本文。"}


def test_names_that_look_alike_once_escaped_are_numbered(tmp_path: Path) -> None:
    for name in (b"a\xff.txt", b"a\\xff.txt"):
        (tmp_path / os.fsdecode(name)).write_text("本文。", encoding="utf-8")
    assert names(scan([tmp_path])) == ["a\\xff-2.txt", "a\\xff.txt"]


@pytest.mark.parametrize(
    ("files", "paths", "expected"),
    [
        (["one/a.txt", "two/b.txt"], ["one", "two"], {"a.txt": "a", "b.txt": "b"}),
        (["zh/a.txt", "ja/a.txt"], ["zh", "ja"], {"zh/a.txt": "a", "ja/a.txt": "a"}),
        (["zh/a.txt", "ja/a.txt"], ["zh/a.txt", "ja/a.txt"], {"zh/a.txt": "a", "ja/a.txt": "a"}),
        (
            ["one/a.zh.txt", "one/a.ja.txt", "two/a.zh.txt"],
            ["one", "two"],
            {"one/a.zh.txt": "one/a", "one/a.ja.txt": "one/a", "two/a.zh.txt": "two/a"},
        ),
        (["p/c/a.txt", "q/c/a.txt"], ["p/c", "q/c"], {"c/a.txt": "c/a", "2/c/a.txt": "2/c/a"}),
        (["c/a.txt"], ["c", "c/a.txt", "c/../c"], {"a.txt": "a"}),
        (["c/s/a.txt", "c/b.txt"], ["c/s", "c"], {"a.txt": "a", "b.txt": "b"}),
    ],
    ids=["apart", "language folders", "language files", "pairs stay pairs", "numbered", "twice", "nested"],
)
def test_names_are_unique_over_folders(
    tmp_path: Path, files: list[str], paths: list[str], expected: dict[str, str]
) -> None:
    write(tmp_path, *files)
    found = scan([tmp_path / path for path in paths])
    assert {file.name: file.stem for file in found.files} == expected


def test_a_corpus_folder_may_be_named_by_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write(tmp_path, "zh/a.txt") / "zh")
    assert scan([Path()]).files[0].language is ZH
