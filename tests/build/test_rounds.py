"""The two rounds over a document."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING

import pytest

from tests.samples import PROSE, write_texts
from zhjagloss.align.patterns import patterns
from zhjagloss.build.rounds import Attester, Survey, Surveyor, Unread
from zhjagloss.compose.composer import Composer
from zhjagloss.corpus.folder import scan
from zhjagloss.model import Evidence, Language, Term

if TYPE_CHECKING:
    from pathlib import Path

    from zhjagloss.corpus.folder import CorpusFile
    from zhjagloss.glossary.contents import Contents


def file_of(folder: Path, text: str, name: str = "wuxi_ja") -> CorpusFile:
    [file] = scan([write_texts(folder, **{name: text})]).files
    return file


def test_a_survey_knows_the_neighbours(shipped: Contents, tmp_path: Path) -> None:
    """Of a Japanese text every pair of adjacent key characters is kept, so that nothing in it is pruned."""
    survey = Surveyor(shipped.folder, None, shipped.heads)(file_of(tmp_path, PROSE))
    assert isinstance(survey, Survey)
    key = shipped.folder.key("共産党工作委員会")
    there = shipped.folder.key("ハイテク産業開発区")
    assert all(there[at : at + 2] in survey.neighbours for at in range(len(there) - 1))
    assert not all(key[at : at + 2] in survey.neighbours for at in range(len(key) - 1))
    assert survey.language is Language.JA


def test_a_chinese_text_is_not_searched(shipped: Contents, tmp_path: Path) -> None:
    """Only Japanese texts have renderings."""
    survey = Surveyor(shipped.folder, None, shipped.heads)(
        file_of(tmp_path, "无锡高新区党工委召开会议。\n" * 3, "wuxi_zh")
    )
    assert isinstance(survey, Survey)
    assert (survey.language, survey.neighbours) == (Language.ZH, frozenset())
    assert (survey.statements, survey.naming) == (frozenset(), (frozenset(), frozenset()))


def test_a_survey_knows_what_a_text_says(shipped: Contents, tmp_path: Path) -> None:
    """Of a Japanese text every statement about its words is kept, and no other parenthesis."""
    text = "江渓街道（江蘇省無錫市）のコミュニティ（社区）には、診療所（約30人）がある。\n"
    survey = Surveyor(shipped.folder, None, shipped.heads)(file_of(tmp_path, text))
    assert isinstance(survey, Survey)
    assert [(one.evidence, one.right) for one in survey.statements] == [(Evidence.PARENTHESIS, "社区")]


@pytest.mark.parametrize(
    ("text", "headline", "body"),
    [
        pytest.param(
            "湖東市招商局は計画を示した。\n",
            set(),
            {"湖東市招商局"},
            id="no headline",
        ),
        pytest.param(
            "湖東市招商局の一日\n湖東市商務局は計画を示した。\n",
            {"湖東市招商局"},
            {"湖東市商務局"},
            id="a headline and a text",
        ),
    ],
)
def test_a_survey_knows_the_names(
    shipped: Contents, tmp_path: Path, text: str, headline: set[str], body: set[str]
) -> None:
    """The names of a headline are told from those of the text below it."""
    survey = Surveyor(shipped.folder, None, shipped.heads)(file_of(tmp_path, text))
    assert isinstance(survey, Survey)
    shown = ({name for name, _ in names if name.startswith("湖東市")} for names in survey.naming)
    assert tuple(shown) == (headline, body)


@pytest.mark.parametrize(
    ("data", "is_text"),
    [
        pytest.param(bytes(range(256)) * 8, False, id="binary"),
        pytest.param("高新区\n".encode() * 50 + b"\xff\xfe\xb5\n", True, id="a bad byte"),
    ],
)
def test_what_cannot_be_read(shipped: Contents, tmp_path: Path, data: bytes, is_text: bool) -> None:
    """What is no text is told apart from a text that cannot be decoded, each with its faults."""
    file = file_of(tmp_path, "x")
    file.path.write_bytes(data)
    unread = Surveyor(shipped.folder, None, shipped.heads)(file)
    assert isinstance(unread, Unread)
    assert (unread.is_text, bool(unread.faults)) == (is_text, True)


def test_a_document_that_is_searched(shipped: Contents, tmp_path: Path) -> None:
    """What the document attests is counted, once for a passage that is printed twice."""
    passage = PROSE + "\n"
    file = file_of(tmp_path, passage + "写真の説明\n" + passage)
    composer = Composer(shipped.morphemes, shipped.folder)
    key = shipped.folder.key(PROSE)
    wanted = patterns([Term("党工委"), Term("高新区")], [], composer, shipped.folder, key.__contains__)
    found = Attester(shipped.folder, None, (wanted,), frozenset())(file)
    counts = {(term.zh, key): sum(one.labels.values()) for (term, key), one in found.tallies.items()}
    assert counts["党工委", shipped.folder.key("党工委")] == 1
    assert counts["高新区", shipped.folder.key("高新区")] == 1
    assert found.left_out > 0


def test_what_the_rounds_hand_over_can_travel(shipped: Contents, tmp_path: Path) -> None:
    """A worker process gets a file and gives back what it found: both survive the journey."""
    file = file_of(tmp_path, PROSE)
    survey = Surveyor(shipped.folder, None, shipped.heads)(file)
    composer = Composer(shipped.morphemes, shipped.folder)
    wanted = patterns([Term("党工委")], [], composer, shipped.folder, lambda _: True)
    attested = Attester(shipped.folder, None, (wanted,), frozenset())(file)
    for value in (file, survey, attested, wanted):
        assert pickle.loads(pickle.dumps(value)) == value
    assert pickle.loads(pickle.dumps(shipped.folder)).key("黨工委") == shipped.folder.key("党工委")
