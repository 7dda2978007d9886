"""Answers of a look-up laid out for a person: a card for each concept, what is only near below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from zhjagloss.output.terminal import console, styled, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any, TextIO

    Answer = Mapping[str, Any]

#: Documents named under a rendering; the rest are counted.
DOCUMENTS_SHOWN = 3

#: Relations under which the very term that was asked for answers.
_ASKED = ("exact", "variant")


def write_cards(answers: Iterable[Answer], stream: TextIO, color: str = "auto") -> None:
    """Draw each query's matches: the term itself as cards, what is only related a line each."""
    drawn = console(stream, color)
    for answer in answers:
        matches = answer["matches"]
        asked = [match for match in matches if match["relation"] in _ASKED]
        for (zh, full), group in _by_sense(asked):
            write_text(
                drawn, styled(zh, "bold") + (Text("  short for ", "dim") + styled(full) if full else Text())
            )
            for match in group:
                for line, indent in _card(match):
                    write_text(drawn, line, indent)
        others = [match for match in matches if match not in asked and match["status"] != "deprecated"]
        if not asked and not others:
            write_text(drawn, styled(answer["query"], "bold") + Text("  nothing found", "dim"))
        if others:
            head = (
                Text("related", "bold")
                if asked
                else styled(answer["query"], "bold") + Text("  no entry; related:")
            )
            write_text(drawn, head)
        for _, group in _by_sense(others):
            for line, indent in _related(group):
                write_text(drawn, line, indent)
        drawn.print()


def _by_sense(matches: Iterable[Answer]) -> Iterable[tuple[tuple[str, str], list[Answer]]]:
    """Gather the matches of each term and sense, in the order in which a sense is met first."""
    senses: dict[tuple[str, str], list[Answer]] = {}
    for match in matches:
        senses.setdefault((match["zh"], match["full"]), []).append(match)
    return senses.items()


def _card(match: Answer) -> Iterator[tuple[Text, int]]:
    """Lay out one rendering: each line with its indent."""
    used = f"{match['count']}× in {_documents(match['documents'])}" if match["count"] else "not in the corpus"
    line = styled(match["ja"], "bold") + Text("  ") + styled(match["status"])
    yield line + Text(f" · {match['strategy']} · {used}"), 2
    if match["relation"] == "variant":
        yield styled(match["why"].split("; ")[0], "yellow"), 6
    if match["evidence"]:
        yield styled(f"proposed from {match['evidence']}, score {match['evidence_score']:.3f}", "dim"), 6
    if match["note"]:
        yield styled(match["note"]), 6
    if match["source"] not in ("", "usage", "rule"):
        yield styled(match["source"], "dim"), 6
    for usage in match["usage"][:DOCUMENTS_SHOWN]:
        where = ", ".join(filter(None, (usage["publisher"], usage["date"])))
        yield styled(f"{usage['count']}×  " + (where or f"{usage['document']}:{usage['line']}")), 6
    if len(match["usage"]) > DOCUMENTS_SHOWN:
        yield Text(f"… and {_documents(len(match['usage']) - DOCUMENTS_SHOWN)} more", "dim"), 6
    if match["usage"]:
        yield _marked(match["usage"][0]["example"], match["ja"]), 6


def _documents(count: int) -> str:
    return f"{count} document{'s' * (count != 1)}"


def _marked(example: str, rendering: str) -> Text:
    text = styled(f"「{example}」", "italic")
    text.highlight_words([rendering], "bold italic")
    return text


def _related(matches: list[Answer]) -> Iterator[tuple[Text, int]]:
    """Lay out one related term: its renderings, the preferred one marked, and how it is related."""
    renderings = Text("、").join(
        styled(match["ja"], "green" if match["status"] == "preferred" else "") for match in matches
    )
    yield styled(matches[0]["zh"]) + Text(" → ") + renderings, 2
    yield styled(matches[0]["why"].split("; ")[0], "dim"), 6
