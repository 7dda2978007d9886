"""Answers laid out for a person."""

from __future__ import annotations

import io
import re
from typing import Any

import pytest

from zhjagloss.output.cards import DOCUMENTS_SHOWN, write_cards


def match(**fields: Any) -> dict[str, Any]:
    return {
        "zh": "党工委", "full": "党工作委员会", "ja": "党工作委員会", "relation": "exact",
        "status": "preferred", "strategy": "expansion", "count": 0, "documents": 0, "usage": [],
        "why": "«党工委» as asked; preferred",
        "evidence": "", "evidence_score": None, "note": "", "source": "",
    } | fields  # fmt: skip


def usage(document: str, count: int = 1) -> dict[str, Any]:
    return {
        "document": document, "publisher": "JST", "date": "2020-09-28", "count": count, "line": 7,
        "example": "無錫の党工作委員会は、",
    }  # fmt: skip


def drawn(*matches: dict[str, Any], query: str = "党工委", color: str = "never") -> str:
    stream = io.StringIO()
    write_cards([{"query": query, "matches": list(matches)}], stream, color)
    return stream.getvalue()


def test_a_card(monkeypatch: pytest.MonkeyPatch) -> None:
    """A card has the concept, the rendering, its status, its grounds, and a sentence that proves it."""
    monkeypatch.setenv("COLUMNS", "100")
    used = [usage("wuxi.ja.txt", 2), usage("a.ja.txt")]
    out = drawn(match(count=3, documents=2, usage=used, note="not a 党委", source="seen in 二つの試練"))
    for words in (
        "党工委", "党工作委员会", "党工作委員会  preferred", "expansion", "3× in 2 documents", "not a 党委",
        "seen in 二つの試練", "JST, 2020-09-28", "「無錫の党工作委員会は、」",
    ):  # fmt: skip
        assert words in out


def test_a_proposal_tells_its_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody has decided says why the program believes it."""
    monkeypatch.setenv("COLUMNS", "100")
    out = drawn(match(status="proposed", evidence="composition(党+工+委)", evidence_score=0.92))
    assert "composition(党+工+委)" in out
    assert "0.920" in out


def test_a_variant_is_told() -> None:
    """A term found under other characters says so."""
    assert "in other characters" in drawn(match(relation="variant", why="«黨工委» in other characters; x"))


def test_a_rendering_that_is_not_met() -> None:
    """What no document uses is said to be so."""
    assert "not in the corpus" in drawn(match())


def test_many_documents_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few documents are named, the rest counted."""
    monkeypatch.setenv("COLUMNS", "100")
    documents = [usage(f"{number}.ja.txt") for number in range(DOCUMENTS_SHOWN + 2)]
    out = drawn(match(count=5, documents=5, usage=documents))
    assert out.count("JST, 2020-09-28") == DOCUMENTS_SHOWN
    assert "… and 2 documents more" in out


def test_a_neighbour_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is only near stands below the answers, with what differs, and without its status line."""
    monkeypatch.setenv("COLUMNS", "120")
    near = match(relation="near", zh="党委", ja="党委員会", why="«党委» lacks «工»: another organ; preferred")
    out = drawn(match(), near)
    assert (
        out.index("党工作委員会")
        < out.index("党委 → 党委員会")
        < out.index("«党委» lacks «工»: another organ")
    )


@pytest.mark.parametrize("columns", ["30", "60", "200"])
def test_nothing_is_cut(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """A long rendering or sentence is folded at the width of the terminal, no character lost."""
    monkeypatch.setenv("COLUMNS", columns)
    example = "無錫ハイテク産業開発区の共産党工作委員会は、五カ年計画の実施について会議を開き、方針を示した。"
    out = drawn(match(count=1, documents=1, usage=[usage("a.ja.txt") | {"example": example}]))
    assert example in re.sub(r"\s", "", out)


def test_nothing_found() -> None:
    """A query without an answer is told so."""
    assert drawn(query="銀行").strip() == "銀行  nothing found"


@pytest.mark.parametrize("text", ["[red]党[/]", "[/]", "党\\", "[link=x]"])
@pytest.mark.parametrize("color", ["never", "always"])
def test_data_is_literal(monkeypatch: pytest.MonkeyPatch, text: str, color: str) -> None:
    """No field is read as markup."""
    monkeypatch.setenv("COLUMNS", "200")
    fields = dict.fromkeys(("zh", "full", "ja", "why", "note", "source"), text)
    one = usage(text) | {"example": text, "publisher": text}
    out = drawn(match(**fields, count=1, documents=1, usage=[one]), query=text, color=color)
    assert out.count(text) >= 6


def test_control_characters_are_spelled_out() -> None:
    """No field reaches the terminal raw."""
    bad = "\x1b[2J党\u202e"
    out = drawn(match(zh=bad, full=bad, ja=bad, why=bad, usage=[usage(bad) | {"example": bad}]), query=bad)
    assert not set(out) & set("\x1b\u202e")
